import { ApiError } from '@openimagine/contract';
import { sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Queryable, Tx } from '../db/tables.ts';

/**
 * Whether the queue takes one more. A batch's work counts apart: it must not keep interactive requests out, nor be kept
 * out by its own key's.
 * @throws {ApiError} `resource-exhausted`.
 */
export async function assertRoom(
  context: Context,
  db: Queryable,
  { caller, isBatch }: { readonly caller: Caller; readonly isBatch: boolean },
): Promise<void> {
  const { queuedInTotal } = context.settings;
  const queuedPerKey = Math.min(context.settings.queuedPerKey, caller.settings.generationsAtOnce ?? Infinity);
  const { total, ofKey } = await countOpen(db, caller, isBatch);
  if (!isBatch && ofKey >= queuedPerKey)
    throw tooMany(`${ofKey} generations of this API key are waiting or running; at most ${queuedPerKey} may.`, ofKey);
  if (total >= queuedInTotal)
    throw tooMany(`The server has ${total} generations waiting or running, as many as it takes.`, total);
}

/**
 * Until the transaction ends, no other one counts for this key: without it two that come together would both take the last
 * place. Only for keys that have a limit of their own; the server's may be passed by a few.
 */
export async function countAlone(
  tx: Tx,
  { caller, isBatch }: { readonly caller: Caller; readonly isBatch: boolean },
): Promise<void> {
  if (isBatch || caller.settings.generationsAtOnce === undefined) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${caller.keyId}, 0))`.execute(tx);
}

async function countOpen(
  db: Queryable,
  caller: Caller,
  isBatch: boolean,
): Promise<{ readonly total: number; readonly ofKey: number }> {
  const row = await db
    .selectFrom('generations')
    .where('state', 'in', ['queued', 'running', 'unresolved'])
    .where('batch_id', isBatch ? 'is not' : 'is', null)
    .select((eb) => [
      eb.fn.countAll<string | number>().as('total'),
      eb.fn.countAll<string | number>().filterWhere('api_key_id', '=', caller.keyId).as('ofKey'),
    ])
    .executeTakeFirstOrThrow();
  return { total: Number(row.total), ofKey: Number(row.ofKey) };
}

/** The longer the queue, the later it is worth coming back; clients honour up to a minute. */
function tooMany(message: string, waiting: number): ApiError {
  return new ApiError('resource-exhausted', `${message} Try again later.`, {
    retryAfterSeconds: Math.min(59, Math.max(1, Math.ceil(waiting / 10))),
  });
}
