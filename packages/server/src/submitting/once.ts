import { ApiError, type ImageOrder, LIMITS, type VideoOrder } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Queryable, Tx } from '../db/tables.ts';
import { fingerprintOf } from './fingerprint.ts';

/** An idempotency key, and what it stands for. */
export interface Once {
  readonly key: string;
  readonly fingerprint: string;
}

/**
 * Fingerprints once: of an order that holds ninety megabytes it takes almost half a second.
 * @throws {ApiError} `invalid-argument` for a key that is too long.
 */
export function onceOf(order: ImageOrder | VideoOrder, idempotencyKey: string | undefined): Once | undefined {
  const key = checkIdempotencyKey(idempotencyKey);
  return key === undefined ? undefined : { key, fingerprint: fingerprintOf(order) };
}

function checkIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || key === '') return undefined;
  // PostgreSQL's text holds no zero byte, and no client means one.
  if (key.length > LIMITS.idempotencyKeyCharacters || key.includes('\0')) {
    throw new ApiError(
      'invalid-argument',
      `The Idempotency-Key has ${key.length} characters; 1 to ${LIMITS.idempotencyKeyCharacters} are allowed.`,
    );
  }
  return key;
}

/** @returns The generation that the key belongs to already. A second request that comes meanwhile waits here for the first. */
export async function useKey(
  context: Context,
  tx: Tx,
  { caller, id, once }: { readonly caller: Caller; readonly id: string; readonly once: Once },
): Promise<string | undefined> {
  const inserted = await tx
    .insertInto('idempotency')
    .values({ team_id: caller.teamId, ...once, generation_id: id, created_at: context.now() })
    .onConflict((conflict) => conflict.columns(['team_id', 'key']).doNothing())
    .returning('key')
    .execute();
  if (inserted.length > 0) {
    await assertNoReply(tx, caller, once);
    return undefined;
  }
  const earlier = await findEarlier(tx, caller, once);
  if (earlier === undefined)
    throw new ApiError('unavailable', 'The Idempotency-Key is being freed just now. Try again.');
  return earlier;
}

/** A key that was used for something else, such as a file. @throws {ApiError} `idempotency-mismatch`. */
async function assertNoReply(tx: Tx, { teamId }: Caller, { key }: Once): Promise<void> {
  const found = await tx
    .selectFrom('idempotent_replies')
    .where('team_id', '=', teamId)
    .where('key', '=', key)
    .select('key')
    .executeTakeFirst();
  if (found !== undefined) throw mismatch();
}

/** @returns The generation that the key belongs to, if there is one. @throws {ApiError} `idempotency-mismatch`. */
export async function findEarlier(db: Queryable, caller: Caller, once: Once): Promise<string | undefined> {
  const earlier = await db
    .selectFrom('idempotency')
    .where('team_id', '=', caller.teamId)
    .where('key', '=', once.key)
    .select(['fingerprint', 'generation_id'])
    .executeTakeFirst();
  if (earlier === undefined) return undefined;
  if (earlier.fingerprint === once.fingerprint) return earlier.generation_id;
  throw mismatch();
}

export function mismatch(): ApiError {
  return new ApiError(
    'idempotency-mismatch',
    'This Idempotency-Key was used before with a different body. Use a new key for a new request.',
  );
}
