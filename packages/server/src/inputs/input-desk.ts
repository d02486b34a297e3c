import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createChildPool, type MediaFacts } from '@openimagine/media';
import { cancelUnread } from '../jobs/outputs.ts';

/** A file that came from a caller, measured. */
export interface InspectedFile {
  readonly facts: MediaFacts;
  readonly sizeBytes: number;
  open(): ReadableStream<Uint8Array>;
  /** Deletes it. */
  dispose(): Promise<void>;
}

/** Where callers' files are kept while they are looked at, in a process that has nothing to lose. */
export interface InputDesk {
  /**
   * Saves a stream and measures what it holds.
   * @param body Read to its end, or cancelled.
   * @throws {MediaError} `damaged`, `unsupported`, `too_large`, `deadline`, `child_crashed`, `aborted`, `closed`; and whatever the stream errors with.
   */
  receive(body: ReadableStream<Uint8Array>, bytesMax: number, signal: AbortSignal): Promise<InspectedFile>;
  close(): Promise<void>;
}

/** The slowest honest file, 30 s of 1080p, took 3 s on two busy cores; one made to be slow must not hold up others. */
const INSPECT_MS_MAX = 15_000;

/** Three times what a picture of 40 megapixels needs. */
const INSPECT_MEMORY_MAX = 700 * 1024 * 1024;

/** @param folder Emptied here, so it must be this process's own. */
export async function openInputDesk(folder: string): Promise<InputDesk> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pool = createChildPool({
    entry: new URL('./inspect-child.ts', import.meta.url),
    size: 1,
    memoryBytesMax: INSPECT_MEMORY_MAX,
    confinedTo: { reads: [folder] },
    isBare: true,
  });
  return {
    async receive(body, bytesMax, signal) {
      const path = join(folder, randomUUID());
      const dispose = (): Promise<void> => rm(path, { force: true });
      try {
        await pipeline(Readable.from(limited(body, bytesMax)), createWriteStream(path, { flags: 'wx', mode: 0o600 }), {
          signal,
        });
        const facts = (await pool.run('inspect', path, { deadlineMs: INSPECT_MS_MAX, signal })) as MediaFacts;
        const { size: sizeBytes } = await stat(path);
        return {
          facts,
          sizeBytes,
          open: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
          dispose,
        };
      } catch (error) {
        // Where nothing was read, nothing else would close its source.
        await cancelUnread(body);
        await dispose();
        throw error;
      }
    },
    close: () => pool.close(),
  };
}

/** More bytes than a caller may send. */
export class TooManyBytes extends Error {
  readonly bytesMax: number;

  constructor(bytesMax: number) {
    super(`The file is larger than ${bytesMax} bytes`);
    this.name = 'TooManyBytes';
    this.bytesMax = bytesMax;
  }
}

async function* limited(body: ReadableStream<Uint8Array>, bytesMax: number): AsyncGenerator<Uint8Array> {
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > bytesMax) throw new TooManyBytes(bytesMax);
    yield chunk;
  }
}
