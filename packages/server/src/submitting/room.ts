import { ApiError } from '@openimagine/contract';
import { sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Queryable, Tx } from '../db/tables.ts';

/** What the queue still takes, as it was counted. */
export interface Room {
  /** Whether one more of the caller's fits. @throws {ApiError} `resource-exhausted`. */
  assert(caller: Caller): void;
  /** Counts one more of the caller's. @throws {ApiError} `resource-exhausted`; it is not counted then. */
  take(caller: Caller): void;
}

/**
 * Counts what is open. A batch's work counts apart: it must not keep interactive requests out, nor be kept out by its own
 * key's.
 */
export async function countRoom(
  { settings }: Context,
  db: Queryable,
  { isBatch }: { readonly isBatch: boolean },
): Promise<Room> {
  const counts = await countOpen(db, isBatch);
  let total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const assert = (caller: Caller): void => {
    const ofKey = counts.get(caller.keyId) ?? 0;
    const queuedPerKey = Math.min(settings.queuedPerKey, caller.settings.generationsAtOnce ?? Infinity);
    if (!isBatch && ofKey >= queuedPerKey)
      throw tooMany(`${ofKey} generations of this API key are waiting or running; at most ${queuedPerKey} may.`, ofKey);
    if (total >= settings.queuedInTotal)
      throw tooMany(`The server has ${total} generations waiting or running, as many as it takes.`, total);
  };
  return {
    assert,
    take(caller) {
      assert(caller);
      total++;
      counts.set(caller.keyId, (counts.get(caller.keyId) ?? 0) + 1);
    },
  };
}

/**
 * Until the transaction ends, no other one counts for these keys: without it two that come together would both take the last
 * place. Only for keys that have a limit of their own; the server's may be passed by a few.
 */
export async function countAlone(tx: Tx, callers: readonly Caller[]): Promise<void> {
  const limited = callers.filter(({ settings }) => settings.generationsAtOnce !== undefined);
  const keyIds = new Set(limited.map(({ keyId }) => keyId));
  // In one order everywhere: two that locked the same two keys the other way round would wait for each other.
  for (const keyId of [...keyIds].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${keyId}, 0))`.execute(tx);
}

async function countOpen(db: Queryable, isBatch: boolean): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('generations')
    .where('state', 'in', ['queued', 'running', 'unresolved'])
    .where('batch_id', isBatch ? 'is not' : 'is', null)
    .groupBy('api_key_id')
    .select((eb) => ['api_key_id', eb.fn.countAll<string | number>().as('count')])
    .execute();
  return new Map(rows.map(({ api_key_id, count }) => [api_key_id, Number(count)]));
}

/** The longer the queue, the later it is worth coming back; clients honour up to a minute. */
function tooMany(message: string, waiting: number): ApiError {
  return new ApiError('resource-exhausted', `${message} Try again later.`, {
    retryAfterSeconds: Math.min(59, Math.max(1, Math.ceil(waiting / 10))),
  });
}
