import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createChildPool, type MediaFacts } from '@openimagine/media';
import { createSlots } from '../fetching/slots.ts';
import { cancelUnread } from '../jobs/outputs.ts';
import { limitBytes } from '../limit-bytes.ts';
import { createPlaces } from './places.ts';

/** A file that came from a caller, measured. */
export interface InspectedFile {
  readonly facts: MediaFacts;
  readonly sizeBytes: number;
  open(): ReadableStream<Uint8Array>;
  /** Deletes it. */
  dispose(): Promise<void>;
}

/** How one file is received. */
export interface Receiving {
  readonly bytesMax: number;
  /** Teams whose files wait to be looked at take turns. */
  readonly teamId: string;
  readonly signal: AbortSignal;
}

/** Where callers' files are kept while they are looked at, in a process that has nothing to lose. */
export interface InputDesk {
  /** Of one team only so many requests have files here at once. @returns Ends this one; undefined when it is one too many. */
  admit(teamId: string): (() => void) | undefined;
  /**
   * Saves a stream and measures what it holds.
   * @param body Read to its end, or cancelled.
   * @throws {MediaError} `damaged`, `unsupported`, `too_large`, `deadline`, `child_crashed`, `aborted`, `closed`; and whatever the stream errors with.
   */
  receive(body: ReadableStream<Uint8Array>, receiving: Receiving): Promise<InspectedFile>;
  close(): Promise<void>;
}

/** The slowest honest file, 30 s of 1080p, took 3 s on two busy cores; one made to be slow must not hold up others. */
const INSPECT_MS_MAX = 15_000;

/** Three times what a picture of 40 megapixels needs. */
const INSPECT_MEMORY_MAX = 700 * 1024 * 1024;

/** @param folder Emptied here, so it must be this process's own. */
export async function openInputDesk(
  folder: string,
  { requestsPerTeamMax }: { readonly requestsPerTeamMax: number },
): Promise<InputDesk> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pool = createChildPool({
    entry: new URL('./inspect-child.ts', import.meta.url),
    size: 1,
    memoryBytesMax: INSPECT_MEMORY_MAX,
    confinedTo: { reads: [folder] },
    isBare: true,
  });
  const inspect = async (path: string, signal: AbortSignal): Promise<MediaFacts> =>
    (await pool.run('inspect', path, { deadlineMs: INSPECT_MS_MAX, signal })) as MediaFacts;
  const turns = createSlots({ count: 1 });
  const places = createPlaces(requestsPerTeamMax);
  return {
    admit: (teamId) => places.enter(teamId),
    async receive(body, { bytesMax, teamId, signal }) {
      const path = join(folder, randomUUID());
      const dispose = (): Promise<void> => rm(path, { force: true });
      try {
        const limited = limitBytes(body, bytesMax, () => new TooManyBytes(bytesMax));
        await pipeline(Readable.from(limited), createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
        const giveBack = await turns.take(teamId, signal);
        const facts = await inspect(path, signal).finally(giveBack);
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
