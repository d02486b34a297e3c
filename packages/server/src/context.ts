import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ApiError, type LatencyProfile } from '@openimagine/contract';
import type { Engine, Logger } from '@openimagine/engines';
import { type ObjectStore, openFsStore } from '@openimagine/storage';
import { sql } from 'kysely';
import { assertPresetKey, ensureFirstKey, type FirstKey } from './accounts/first-start.ts';
import { createKeyStore, type KeyStore } from './accounts/keys.ts';
import { createRateLimits, type RateLimits } from './accounts/rate-limits.ts';
import { type Database, openDatabase } from './db/database.ts';
import { ensureSigningSecret } from './delivery/signing-secret.ts';
import { createEmulator, type Emulator } from './emulator/emulator.ts';
import { createVirtualClock } from './emulator/virtual-clock.ts';
import { createGuardedClient, type GuardedClient } from './fetching/guarded-client.ts';
import { type InputDesk, openInputDesk } from './inputs/input-desk.ts';
import { recoverBatches } from './jobs/batch-ends.ts';
import { type BatchRunner, createBatchRunner } from './jobs/batches.ts';
import type { OutputFinisher } from './jobs/finish-output.ts';
import { createGenerations, type Generations } from './jobs/generations.ts';
import { openMediaFinisher } from './jobs/media-finisher.ts';
import { type GenerationQueue, startQueue } from './jobs/queue.ts';
import { createRoutes, type RouteOptions, type Routes } from './jobs/routes.ts';
import { DEFAULT_JOB_SETTINGS, type JobSettings } from './jobs/settings.ts';
import { createSweep, failAwaitedImages, recoverAll } from './jobs/sweeper.ts';
import { createTurns } from './jobs/turns.ts';
import { createWorker, type Worker } from './jobs/worker.ts';
import { moderatePrompt, type Verdict } from './moderation/moderate-prompt.ts';
import { createWebhookSender, type WebhookSender } from './webhooks/sender.ts';

/** What an operation may touch. Built once; time, ids and chance come in here, so that tests can choose them. */
export interface Context {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly firstKey: FirstKey;
  readonly rateLimits: RateLimits;
  readonly store: ObjectStore;
  readonly generations: Generations;
  readonly queue: GenerationQueue;
  readonly worker: Worker;
  readonly batches: BatchRunner;
  readonly routes: Routes;
  readonly media: OutputFinisher;
  /** Where what a request starts from is looked at. */
  readonly inputs: InputDesk;
  /** The only way to what a URL in a request names. */
  readonly fetcher: GuardedClient;
  /** The only way to what an engine's upstream names. It shares no connections with the other: results wait for no caller. */
  readonly resultFetcher: GuardedClient;
  /** Sends what `enqueueWebhooks` has written. */
  readonly webhooks: WebhookSender;
  /** What results are reached by where no request says it: in webhooks. The HTTP door sets it when it listens. */
  readonly origin: { url: string };
  readonly moderate: (prompt: string) => Verdict | Promise<Verdict>;
  readonly settings: JobSettings;
  /** Undefined unless the server was started to emulate. */
  readonly emulator: Emulator | undefined;
  readonly signingSecret: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly randomUUID: () => string;
  /** A whole number from 0 to 2^31 − 1. */
  readonly randomSeed: () => number;
  /** True from the first moment of `close`, and once the data folder is lost: nothing new is accepted. */
  readonly isStopping: boolean;
  /** True while the database answers and nothing is being stopped. */
  isReady(): Promise<boolean>;
  /** Looks after what has expired or was forgotten, now rather than at its next turn. */
  sweep(): Promise<void>;
  /** Lets running attempts finish for `settings.drainMs`, puts the rest back into the queue, and closes everything. */
  close(): Promise<void>;
}

export interface ContextOptions extends RouteOptions {
  /** Everything the server keeps is below it. Made when missing. */
  readonly dataDir: string;
  /** A PostgreSQL; without it PGlite in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** The first key, chosen by the operator. */
  readonly presetKey?: string | undefined;
  /** Default: files below the data folder. */
  readonly store?: ObjectStore | undefined;
  readonly media?: OutputFinisher | undefined;
  /** Development: URLs in requests may name this machine and private networks. Default: public addresses only. */
  readonly allowPrivateFetch?: boolean | undefined;
  /** Origins that such URLs may name wherever they are: the configured upstream's. */
  readonly trustedOrigins?: readonly string[] | undefined;
  readonly moderate?: ((prompt: string) => Verdict | Promise<Verdict>) | undefined;
  readonly settings?: Partial<JobSettings> | undefined;
  /** Reading calls of a key in any second, unless it has a setting of its own. Default: as many as come. */
  readonly pollsPerSecond?: number | undefined;
  readonly log?: Logger | undefined;
  /** Told once when the data folder is gone or belongs to another process: close, and end the process. */
  readonly onLost?: (() => void) | undefined;
  /** Such as `https://media.example`: begins the URLs in webhooks until the HTTP door listens. */
  readonly origin?: string | undefined;
  /** Its clock goes on from `now`. */
  readonly emulate?: { readonly latency: LatencyProfile } | undefined;
  readonly now?: (() => Date) | undefined;
  readonly randomUUID?: (() => string) | undefined;
  readonly randomSeed?: (() => number) | undefined;
}

const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
/** Below the largest seed that a client may give, by enough for ten pictures: seed + k is always one that can be given again. */
const SEEDS = 2 ** 31;
/** Of the connections to what requests name: a team whose hosts are slow waits for itself before others do. */
const CONNECTIONS_PER_TEAM = 8;
/** A database that has not said anything by then is not ready, whatever it says later. */
const ANSWER_MS_MAX = 2_000;

/**
 * Opens everything, takes up what an earlier process left, and starts the workers. Owns the engines from here on.
 * @throws {StartError} one clear line about what is in the way; nothing stays open then.
 */
export async function createContext(options: ContextOptions): Promise<Context> {
  const { dataDir, databaseUrl, log = SILENT } = options;
  const emulator = openEmulator(options);
  const chance = {
    now: emulator?.clock.now ?? options.now ?? (() => new Date()),
    randomUUID: options.randomUUID ?? (() => randomUUID()),
  };
  assertPresetKey(options.presetKey);
  const routes = createRoutes(options);
  const folder = { isLost: false };
  const onLost = (): void => {
    folder.isLost = true;
    log.error('data-folder-lost', { dataDir, reason: 'its lock is gone or belongs to another process' });
    options.onLost?.();
  };
  const database = await openDatabase({ dataDir, databaseUrl, onLost });
  let opened: Context | undefined;
  const settings = { ...DEFAULT_JOB_SETTINGS, ...options.settings };
  try {
    const keys = createKeyStore(database, chance);
    const firstKey = await ensureFirstKey(database, keys, { dataDir, preset: options.presetKey, ...chance });
    const store = options.store ?? (await openFsStore(join(dataDir, 'objects'), { now: chance.now }));
    const parts = {
      ...chance,
      database,
      keys,
      firstKey,
      rateLimits: createRateLimits({ now: chance.now, pollsPerSecond: options.pollsPerSecond }),
      store,
      routes,
      log,
      generations: createGenerations(database, chance.now),
      worker: createWorker(() => context),
      batches: createBatchRunner(() => context),
      ...openFetchers(options, log),
      // Not the configured upstream's network either: what a webhook says there would be taken for ours.
      webhooks: createWebhookSender(
        () => context,
        createGuardedClient({ allowPrivate: options.allowPrivateFetch ?? false }),
      ),
      origin: { url: options.origin ?? 'http://localhost:8080' },
      media: options.media ?? (await openMediaFinisher(join(dataDir, 'tmp'))),
      inputs: await openInputDesk(join(dataDir, 'incoming'), { requestsPerTeamMax: settings.bringingInPerTeam }),
      moderate: options.moderate ?? moderatePrompt,
      settings,
      emulator,
      signingSecret: await ensureSigningSecret(database),
      randomSeed: options.randomSeed ?? (() => randomInt(SEEDS)),
      // Last: from here on something runs that only `close` ends.
      queue: await startQueue(database, log),
    };
    const context: Context = withLifecycle(parts, folder);
    opened = context;
    if (database.kind === 'pglite') {
      await recoverAll(context);
      await recoverBatches(context);
    }
    await startWorkers(context);
    context.webhooks.wake();
    return context;
  } catch (error) {
    // Why it did not start is what matters, not what else went wrong on the way back.
    await (opened ?? database).close().catch((second: unknown) => log.warn('close-failed', { error: second }));
    throw error;
  }
}

function openFetchers(
  { allowPrivateFetch = false, trustedOrigins }: ContextOptions,
  log: Logger,
): Pick<Context, 'fetcher' | 'resultFetcher'> {
  if (allowPrivateFetch)
    log.warn('private-fetch-allowed', {
      reason: 'URLs in requests may name this machine and its network; not for production',
    });
  const options = { allowPrivate: allowPrivateFetch, trustedOrigins };
  return {
    fetcher: createGuardedClient({ ...options, limits: { connectionsPerOwnerMax: CONNECTIONS_PER_TEAM } }),
    resultFetcher: createGuardedClient(options),
  };
}

function openEmulator({ emulate, now }: ContextOptions): Emulator | undefined {
  if (emulate === undefined) return undefined;
  const clock = createVirtualClock(now === undefined ? Date.now : () => now().getTime());
  return createEmulator(clock, emulate.latency);
}

function withLifecycle(
  parts: Omit<Context, 'isStopping' | 'isReady' | 'sweep' | 'close'>,
  folder: { readonly isLost: boolean },
): Context {
  const sweep = createSweep();
  // Sweeps never overlap: two would only do the same twice.
  const sweeps = createTurns(() => sweep(context));
  let closing: Promise<void> | undefined;
  const context: Context = {
    ...parts,
    get isStopping() {
      return closing !== undefined || folder.isLost;
    },
    isReady: async () => !context.isStopping && (await answers(parts.database)),
    sweep: () => sweeps.take(),
    close: () => (closing ??= closeAll()),
  };
  const timer = setInterval(() => {
    if (sweeps.isTaken) return;
    context.sweep().catch((error: unknown) => parts.log.error('sweep-failed', { error }));
  }, parts.settings.sweepMs);
  timer.unref();

  const closeAll = async (): Promise<void> => {
    clearInterval(timer);
    await inTurn([
      () => parts.batches.close(),
      () => parts.worker.drain(folder.isLost ? 0 : parts.settings.drainMs),
      () => failAwaitedImages(context),
      () => parts.webhooks.close(),
      () => parts.fetcher.close(),
      () => parts.resultFetcher.close(),
      () => parts.generations.endWaiting(new ApiError('unavailable', 'The server is stopping. Try again shortly.')),
      () => parts.queue.stop(),
      () => sweeps.ended(),
      ...parts.routes.engines.map((engine) => () => engine.close?.()),
      () => parts.emulator?.close(),
      () => parts.media.close(),
      () => parts.inputs.close(),
      () => parts.store.close?.(),
      () => parts.database.close(),
    ]);
  };
  return context;
}

/** Runs every step, also after one that failed. @throws the first failure, at the end. */
async function inTurn(steps: readonly (() => Promise<void> | undefined)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_MS_MAX);
  });
  const asked = async (): Promise<boolean> => {
    await sql`select 1`.execute(database.query);
    return true;
  };
  try {
    return await Promise.race([asked().catch(() => false), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function startWorkers(context: Context): Promise<void> {
  const concurrency = { image: 0, video: 0 };
  for (const engine of context.routes.engines) {
    const { images, videos } = await concurrencyOf(engine, context.log);
    concurrency.image += images;
    concurrency.video += videos;
  }
  for (const kind of ['image', 'video'] as const) {
    await context.queue.work(kind, Math.max(1, concurrency[kind]), (id) => context.worker.look(id));
  }
}

/** An engine that cannot be asked now may be there when the first request comes. */
async function concurrencyOf(
  engine: Engine,
  log: Logger,
): Promise<{ readonly images: number; readonly videos: number }> {
  try {
    return (await engine.capabilities(AbortSignal.timeout(2_000))).concurrency;
  } catch (error) {
    log.warn('engine-not-reached', { engine: engine.name, error: String(error) });
    return { images: 2, videos: 2 };
  }
}
