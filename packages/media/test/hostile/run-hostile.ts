import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChildPool, type MediaError, type MediaFacts } from '../../src/index.ts';
import type { HostileFile } from './hostile-file.ts';
import { HOSTILE_FILMS } from './hostile-films.ts';
import { HOSTILE_IMAGES } from './hostile-images.ts';
import { hostileStrangers } from './hostile-strangers.ts';

export interface Outcome {
  readonly file: HostileFile;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly facts?: MediaFacts;
  readonly error?: MediaError;
}

export interface HostileRun {
  readonly outcomes: readonly Outcome[];
  /** Connections to the listener that some files name. */
  readonly connections: number;
  /** The most that any child had resident. */
  readonly childPeakBytes: number;
  /** By how much this process grew while all files were looked at, its own making of them not counted. */
  readonly grownBytes: number;
}

const MEMORY_BYTES_MAX = 512e6;
const DEADLINE_MS = 15_000;
const MAKE_PIPE = 'mkfifo';

/** Writes every hostile file and has it looked at by one child, as the server does. */
export async function runHostile(): Promise<HostileRun> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  const path = join(folder, 'canary');
  // Where there are no pipes the path names nothing, which is as good a canary.
  spawnSync(MAKE_PIPE, [path]);
  let connections = 0;
  const listener = createServer((socket) => {
    connections++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const files = [...HOSTILE_IMAGES, ...HOSTILE_FILMS, ...hostileStrangers({ path, url })];
  const pool = createChildPool({
    entry: new URL('../inspect-child.ts', import.meta.url),
    size: 1,
    memoryBytesMax: MEMORY_BYTES_MAX,
    tasksPerChild: 10_000,
    isBare: true,
    confinedTo: { reads: [folder, '/proc/self/status'] },
  });
  try {
    const sizes = new Map<HostileFile, number>();
    for (const file of files) {
      const bytes = await file.make();
      sizes.set(file, bytes.length);
      await writeFile(join(folder, file.name), bytes);
    }
    await pool.warm();
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const outcomes: Outcome[] = [];
    let childPeakBytes = 0;
    for (const file of files) {
      const start = performance.now();
      const end = await pool.run('inspect', join(folder, file.name), { deadlineMs: DEADLINE_MS }).then(
        (facts) => ({ facts: facts as MediaFacts }),
        (error: MediaError) => ({ error }),
      );
      outcomes.push({ file, bytes: sizes.get(file)!, milliseconds: performance.now() - start, ...end });
      childPeakBytes = Math.max(childPeakBytes, (await pool.run('peak', null)) as number);
    }
    return { outcomes, connections, childPeakBytes, grownBytes: process.memoryUsage().rss - before };
  } finally {
    await pool.close();
    listener.close();
    await rm(folder, { recursive: true });
  }
}
