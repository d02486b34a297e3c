import type { EventEmitter } from 'node:events';
import type { Logger } from '@openimagine/engines';
import { fromKysely, type JobInsert, PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import type { Tx } from '../db/tables.ts';

export type GenerationKind = 'image' | 'video';

/** Images and videos wait apart, so that a picture never waits behind a long film. */
const QUEUES = { image: 'images', video: 'videos' } as const satisfies Record<GenerationKind, string>;
const KINDS = ['image', 'video'] as const;

/** Only a wake-up is lost with a job, and the sweeper replaces those; so a job is neither retried nor kept for long. */
const QUEUE_OPTIONS = { notify: true, retryLimit: 0, expireInSeconds: 6 * 60 * 60, deleteAfterSeconds: 60 * 60 };
/** The floor under LISTEN/NOTIFY, and how late a delayed wake-up can be. */
const POLL_SECONDS = 1;
const ZERO_UUID = '00000000-0000-0000-0000-000000000000';

/** Below that of interactive work, which is 0. */
const BATCH_PRIORITY = -1;

/** Says "look at this generation". */
export interface WakeUp {
  readonly kind: GenerationKind;
  readonly generationId: string;
  /** Not before then. */
  readonly after?: Date | undefined;
  /** True: it is heard when no interactive work waits. */
  readonly isBatch?: boolean | undefined;
}

/** Wake-ups that commit together with what they are about. The row says what is to be done; a wake-up says "look now". */
export interface GenerationQueue {
  wake(tx: Tx, ...wakeUps: readonly WakeUp[]): Promise<void>;
  /** Calls `handle` for each wake-up, `concurrency` at once. `handle` never throws. */
  work(kind: GenerationKind, concurrency: number, handle: (generationId: string) => Promise<void>): Promise<void>;
  /** How many handlers of the kind have nothing to do. */
  idleWorkers(kind: GenerationKind): number;
  /** Takes nothing more, and resolves when the running handlers have returned. */
  stop(): Promise<void>;
}

export async function startQueue(database: Database, log: Logger): Promise<GenerationQueue> {
  const onPglite = database.kind === 'pglite';
  const boss = new PgBoss({
    ...database.queueOptions,
    useListenNotify: true,
    schedule: false,
    ...(onPglite ? { reindex: false, monitorVacuum: false } : {}),
  });
  // An EventEmitter without a listener for `error` throws.
  (boss as EventEmitter).on('error', (error: unknown) => log.error('queue-error', { error: messageOf(error) }));
  await boss.start();
  for (const kind of KINDS) await ensureQueue(boss, QUEUES[kind]);

  const workers: Record<GenerationKind, { count: number; busy: number }> = {
    image: { count: 0, busy: 0 },
    video: { count: 0, busy: 0 },
  };
  return {
    async wake(tx, ...wakeUps) {
      const db = fromKysely(tx);
      for (const kind of KINDS) {
        const jobs = wakeUps.filter((wakeUp) => wakeUp.kind === kind).map(toJob);
        if (jobs.length > 0) await boss.insert(QUEUES[kind], jobs, { db });
      }
    },
    async work(kind, concurrency, handle) {
      workers[kind].count += concurrency;
      // Workers of one each rather than `localConcurrency`: only the first of those could be notified by its id.
      for (let index = 0; index < concurrency; index++) await startWorker(boss, QUEUES[kind], workers[kind], handle);
    },
    idleWorkers: (kind) => workers[kind].count - workers[kind].busy,
    stop: () => boss.stop({ graceful: true, timeout: 60_000 }),
  };
}

function toJob({ generationId, after, isBatch = false }: WakeUp): JobInsert<{ generationId: string }> {
  const options = after === undefined ? {} : { startAfter: after };
  return { ...options, data: { generationId }, priority: isBatch ? BATCH_PRIORITY : 0 };
}

async function ensureQueue(boss: PgBoss, name: string): Promise<void> {
  if ((await boss.getQueue(name)) === null) await boss.createQueue(name, QUEUE_OPTIONS);
  // `createQueue` ignores the options of a queue that exists.
  else await boss.updateQueue(name, QUEUE_OPTIONS);
  // Fills pg-boss's cache of queues: filled inside a transaction it would wait for the connection that this one holds.
  await boss.findJobs(name, { id: ZERO_UUID });
}

async function startWorker(
  boss: PgBoss,
  queue: string,
  count: { busy: number },
  handle: (generationId: string) => Promise<void>,
): Promise<void> {
  let workerId = '';
  workerId = await boss.work<{ generationId: string }>(
    queue,
    { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS },
    async ([job]) => {
      if (job === undefined) return;
      count.busy++;
      try {
        await handle(job.data.generationId);
      } finally {
        count.busy--;
        // Without it a backlog drains at the poll rate.
        boss.notifyWorker(workerId);
      }
    },
  );
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
