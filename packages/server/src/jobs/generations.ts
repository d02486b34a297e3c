import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../db/database.ts';
import type { AssetRow } from '../db/tables.ts';
import { createBells } from './bells.ts';
import { type Generation, hasEnded, toGeneration } from './generation.ts';
import { createLookout } from './lookout.ts';

/**
 * The committed states of generations, read through a cache, so that a hot poll touches no database. A cached state is
 * dropped when a commit of this process changes it.
 */
export interface Generations {
  /** The newest committed state; `expired` as soon as its time is up. */
  find(id: string): Promise<Generation | undefined>;
  /**
   * Resolves when the generation has ended, for somebody who has nothing to come back with: at a stop the waiting are told
   * to try again. @throws the signal's reason when it is aborted first.
   */
  waitForEnd(id: string, signal?: AbortSignal): Promise<Generation>;
  /**
   * The newest state at once, and again whenever it or its progress has changed, until it has ended. Whoever is slow sees
   * fewer of them, and always the last. Only for an id that `find` has found.
   * @throws the signal's reason when it is aborted; what `endWaiting` was told.
   */
  watch(id: string, signal: AbortSignal): AsyncGenerator<Generation, void, undefined>;
  /** 0 … 1, from memory while an attempt runs in this process. */
  progressOf(generation: Generation): number;
  setProgress(id: string, progress: number | undefined): void;
  /** To be called after each commit that changed the row. */
  changed(id: string): void;
  /** Ids that `waitForEnd` waits for. */
  awaited(): string[];
  /** Ends all waiting. @param reason What the waiting throw; those whose generation has ended still return it. */
  endWaiting(reason: Error): Promise<void>;
}

type DateColumn = 'created_at' | 'expires_at' | 'deleted_at' | 'delete_after';

/** Snapshots at most: some tens of MB. The oldest leaves first. */
const CACHED_MAX = 10_000;
/** On a shared PostgreSQL other processes commit too, so an open generation is not trusted for longer. */
const SHARED_CACHE_MS = 250;
/** What has ended changes once more at most, when its team deletes it. */
const SHARED_ENDED_CACHE_MS = 2_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function createGenerations(database: Database, now: () => Date): Generations {
  const load = createLoader(database);
  const cache = new Map<string, { readonly generation: Generation; readonly readAtMs: number }>();
  const progress = new Map<string, number>();
  const bells = createBells();
  /** How many wait for each with `waitForEnd`. */
  const awaited = new Map<string, number>();
  /** Set when the server stops. */
  let closed: Error | undefined;
  /** Counts commits, so that a read that was under way during one is not cached. */
  let commits = 0;

  const read = async (id: string): Promise<Generation | undefined> => {
    const nowMs = performance.now();
    const cached = cache.get(id);
    if (cached !== undefined) {
      const trustedMs = hasEnded(cached.generation.state) ? SHARED_ENDED_CACHE_MS : SHARED_CACHE_MS;
      if (database.kind === 'pglite' || nowMs - cached.readAtMs < trustedMs) return cached.generation;
    }
    const commitsBefore = commits;
    const generation = await load(id);
    cache.delete(id);
    if (generation !== undefined && commits === commitsBefore) {
      if (cache.size >= CACHED_MAX) cache.delete(cache.keys().next().value!);
      cache.set(id, { generation, readAtMs: nowMs });
    }
    return generation;
  };

  const find = async (id: string): Promise<Generation | undefined> => {
    if (!UUID.test(id)) return undefined;
    const generation = await read(id.toLowerCase());
    if (generation?.state !== 'done' || generation.expiresAt === undefined || generation.expiresAt > now())
      return generation;
    return { ...generation, state: 'expired' };
  };

  const changed = (id: string): void => {
    commits++;
    cache.delete(id);
    bells.ring(id);
  };
  // On PGlite this process makes every change itself.
  const lookout = database.kind === 'pglite' ? undefined : createLookout(database, bells, changed);

  async function* watch(anyId: string, signal: AbortSignal | undefined): AsyncGenerator<Generation, void, undefined> {
    const id = anyId.toLowerCase();
    const bell = bells.hang(id);
    signal?.addEventListener('abort', bell.ring, { once: true });
    lookout?.begin();
    try {
      for (;;) {
        signal?.throwIfAborted();
        // It counts from before the read, so that no commit falls between the two.
        const rung = bell.next();
        const generation = await find(id);
        if (generation !== undefined) yield generation;
        if (generation !== undefined && hasEnded(generation.state)) return;
        if (closed !== undefined) throw closed;
        await rung;
      }
    } finally {
      signal?.removeEventListener('abort', bell.ring);
      bell.remove();
    }
  }

  return {
    find,
    watch,
    async waitForEnd(id, signal) {
      awaited.set(id, (awaited.get(id) ?? 0) + 1);
      try {
        for await (const generation of watch(id, signal)) if (hasEnded(generation.state)) return generation;
        throw new Error(`Watching ${id} ended before it did`);
      } finally {
        const left = (awaited.get(id) ?? 1) - 1;
        if (left > 0) awaited.set(id, left);
        else awaited.delete(id);
      }
    },
    progressOf: (generation) =>
      hasEnded(generation.state) ? 1 : Math.max(progress.get(generation.id) ?? 0, generation.progress),
    setProgress(id, value) {
      if (value === undefined) progress.delete(id);
      else progress.set(id, Math.max(value, progress.get(id) ?? 0));
      bells.ring(id);
    },
    changed,
    awaited: () => [...awaited.keys()],
    async endWaiting(reason) {
      closed = reason;
      for (const id of bells.ids()) changed(id);
      // Each looks at the database once more, which must not be closed before.
      while (bells.ids().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await lookout?.end();
    },
  };
}

/**
 * Reads in batches: whoever asks while a statement is under way shares the next one. On PGlite a statement costs a third
 * of a millisecond, whatever it reads, and one at a time runs.
 */
function createLoader(database: Database): (id: string) => Promise<Generation | undefined> {
  let waiting = new Map<string, PromiseWithResolvers<Generation | undefined>>();
  let isReading = false;
  const readWaiting = async (): Promise<void> => {
    while (waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      try {
        const found = await loadAll(database, [...batch.keys()]);
        for (const [id, { resolve }] of batch) resolve(found.get(id));
      } catch (error) {
        for (const { reject } of batch.values()) reject(error);
      }
    }
    isReading = false;
  };
  return (id) => {
    // Throws inside a transaction, which the next batch would wait for.
    void database.query;
    const entry = waiting.get(id) ?? Promise.withResolvers<Generation | undefined>();
    waiting.set(id, entry);
    if (!isReading) {
      isReading = true;
      // Not a microtask: PGlite answers within those, so that each request would have been served before the next is read.
      setImmediate(() => void readWaiting());
    }
    return entry.promise;
  };
}

async function loadAll(database: Database, ids: readonly string[]): Promise<Map<string, Generation>> {
  const rows = await database.query
    .selectFrom('generations')
    .where('id', 'in', ids)
    .selectAll()
    .select((builder) => [
      jsonArrayFrom(
        builder.selectFrom('assets').whereRef('assets.generation_id', '=', 'generations.id').selectAll('assets'),
      ).as('assets'),
    ])
    .execute();
  return new Map(rows.map(({ assets, ...row }) => [row.id, toGeneration(row, assets.map(reviveAsset))]));
}

/** JSON has no dates. */
function reviveAsset(asset: Omit<AssetRow, DateColumn> & Record<DateColumn, string | null>): AssetRow {
  const date = (column: DateColumn): Date | null => (asset[column] === null ? null : new Date(asset[column]));
  return {
    ...asset,
    created_at: date('created_at')!,
    expires_at: date('expires_at')!,
    deleted_at: date('deleted_at'),
    delete_after: date('delete_after'),
  };
}
