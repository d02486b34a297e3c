import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImageOrder, readImageOrder, readVideoOrder, type VideoOrder } from '@openimagine/contract';
import type { Engine } from '@openimagine/engines';
import type { Caller } from '../src/accounts/keys.ts';
import { type Context, type ContextOptions, createContext } from '../src/context.ts';
import type { OutputFinisher } from '../src/jobs/finish-output.ts';
import { createLog } from '../src/log.ts';
import { getVideo, type VideoState } from '../src/operations/get-video.ts';
import { createDatabase, dropDatabase } from './postgres.ts';
import { ensurePreparedDatabase } from './prepared-data.ts';

/** A running system without its doors, on a database of its own; PGlite, or PostgreSQL when DATABASE_URL_TEST is set. */
export interface TestServer {
  readonly context: Context;
  readonly caller: Caller;
  readonly dataDir: string;
  /** Lets time jump, in `now`. */
  advance(ms: number): void;
  /** From here on, time passes by `advance` alone. */
  stopClock(): void;
  /** Stops and starts on the same data. */
  restart(options?: Partial<ContextOptions>): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServer(engine: Engine, options: Partial<ContextOptions> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openimagine-test-'));
  const databaseUrl = await createDatabase();
  if (databaseUrl === undefined) await ensurePreparedDatabase();
  const server = await openTestServer(engine, { dataDir, databaseUrl, ...options });
  const { close } = server;
  return Object.defineProperty(server, 'close', {
    value: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
      await dropDatabase(databaseUrl);
    },
  });
}

/** On data that the caller makes and removes. */
export async function openTestServer(
  engine: Engine,
  options: Partial<ContextOptions> & { readonly dataDir: string },
): Promise<TestServer> {
  let offsetMs = 0;
  let stoppedMs: number | undefined;
  const lines: string[] = [];
  const open = (more: Partial<ContextOptions>): Promise<Context> =>
    createContext({
      engines: [engine],
      media: trustingFinisher,
      now: () => new Date((stoppedMs ?? Date.now()) + offsetMs),
      presetKey: KEY,
      log: createLog('debug', { secrets: [KEY], write: (line) => lines.push(line) }),
      ...options,
      ...more,
      settings: { drainMs: 50, abortGraceMs: 50, sweepMs: 500, leaseMs: 2_000, ...options.settings, ...more.settings },
    });
  let context = await open({});
  let caller = await context.keys.authenticate(KEY);
  return {
    get context() {
      return context;
    },
    get caller() {
      return caller;
    },
    dataDir: options.dataDir,
    advance: (ms) => {
      offsetMs += ms;
    },
    stopClock: () => {
      stoppedMs = Date.now();
    },
    async restart(more = {}) {
      await context.close();
      context = await open(more);
      caller = await context.keys.authenticate(KEY);
    },
    async close() {
      await context.close();
      const telling = lines.find((line) => NEVER_LOGGED.test(line));
      if (telling !== undefined) throw new Error(`The log holds what it must not: ${telling}`);
    },
  };
}

const KEY = 'a-key-of-the-tests';
/** Of the key above, of the prompts of most tests, and of what they send. */
const NEVER_LOGGED = /a-key-of-the-tests|a fox|\bdata:[\w.+/-]*[;,]|Bearer [^…]/i;

/** Believes its engine: the media of most tests are text. */
const trustingFinisher: OutputFinisher = {
  finish: async (body, mime, { width, height, seconds }) => ({
    mime: mime === 'video/mp4' ? mime : 'image/jpeg',
    width,
    height,
    durationSeconds: seconds,
    body,
    dispose: async () => undefined,
  }),
  close: async () => undefined,
};

/** A team of its own, with a key. */
export async function makeTeam({ context }: TestServer, name: string): Promise<Caller> {
  const teamId = context.randomUUID();
  await context.database.query.insertInto('teams').values({ id: teamId, name, created_at: context.now() }).execute();
  const { key } = await context.keys.create({ teamId, name });
  return context.keys.authenticate(key);
}

export function imageOrder(fields: object = {}): ImageOrder {
  return readImageOrder({ prompt: 'a fox', ...fields });
}

export function videoOrder(fields: object = {}): VideoOrder {
  return readVideoOrder({ prompt: 'a fox runs', duration: 1, ...fields });
}

/** Polls as a client does, until the video has ended. */
export async function pollVideo({ context, caller }: TestServer, requestId: string): Promise<VideoState> {
  for (let polls = 0; polls < 2_000; polls++) {
    const state = await getVideo(context, caller, requestId);
    if (state.status !== 'pending') return state;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The video is pending for ever');
}

/**
 * The keys of the contents of files, without those that were there before. To count them all says nothing: the sweep
 * may take the content of a deleted file at any moment.
 */
export async function fileObjects({ context }: TestServer, before: readonly string[] = []): Promise<string[]> {
  const keys = await Array.fromAsync(context.store.list('files/'), ({ key }) => key);
  return keys.filter((key) => !before.includes(key));
}

/** Waits until `check` holds; fails after ten seconds. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 1_000; looks++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('What was waited for did not happen');
}

/** @returns The sum of all entries, which is always zero, and what is held. */
export async function ledgerSums({
  context,
}: TestServer): Promise<{ readonly all: bigint; readonly held: bigint; readonly revenue: bigint }> {
  const rows = await context.database.query.selectFrom('ledger_entries').select(['account', 'amount_ticks']).execute();
  const sum = (prefix: string): bigint =>
    rows
      .filter(({ account }) => account.startsWith(prefix))
      .reduce((total, { amount_ticks }) => total + BigInt(amount_ticks), 0n);
  return { all: sum(''), held: sum('held:'), revenue: sum('revenue') };
}
