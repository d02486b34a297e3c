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

/** The caller's own name for what it asks for, or one that is found by the fingerprint of that. */
export type IdempotencyKey = string | ((fingerprint: string) => Promise<string>);

/**
 * Fingerprints once: of an order that holds ninety megabytes it takes almost half a second.
 * @throws {ApiError} `invalid-argument` for a key that is too long.
 */
export async function onceOf(
  order: ImageOrder | VideoOrder,
  given: IdempotencyKey | undefined,
): Promise<Once | undefined> {
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string') assertKey(given);
  const fingerprint = fingerprintOf(order);
  return { key: typeof given === 'string' ? given : await given(fingerprint), fingerprint };
}

function assertKey(key: string): void {
  // PostgreSQL's text holds no zero byte, and no client means one.
  if (key.length > LIMITS.idempotencyKeyCharacters || key.includes('\0')) {
    throw new ApiError(
      'invalid-argument',
      `The Idempotency-Key has ${key.length} characters; 1 to ${LIMITS.idempotencyKeyCharacters} are allowed.`,
    );
  }
}

/** A generation that is to be accepted under an idempotency key. */
export interface KeyedGeneration {
  readonly id: string;
  readonly caller: Caller;
  readonly once: Once;
}

/** What a key said: it was free and is taken now, or was used before, or stands for something else. */
export type KeyOutcome =
  | { readonly type: 'free' }
  | { readonly type: 'used'; readonly generationId: string }
  | { readonly type: 'refused'; readonly error: ApiError };

/**
 * Takes the keys. Whoever comes with one of them meanwhile waits for this transaction.
 * @param keyed Each key of a team once.
 * @returns An outcome for each, by its id.
 */
export async function useKeys(
  context: Context,
  tx: Tx,
  keyed: readonly KeyedGeneration[],
): Promise<ReadonlyMap<string, KeyOutcome>> {
  const outcomes = new Map<string, KeyOutcome>();
  if (keyed.length === 0) return outcomes;
  const taken = await takeKeys(context, tx, keyed);
  const earlier = await findUses(
    tx,
    keyed.filter((one) => !taken.has(nameOf(one))),
  );
  const replies = await findReplies(tx, keyed);
  for (const one of keyed) {
    const name = nameOf(one);
    if (!taken.has(name)) outcomes.set(one.id, outcomeOf(earlier.get(name), one.once));
    // It was used for something else, such as a file.
    else if (replies.has(name)) outcomes.set(one.id, { type: 'refused', error: mismatch() });
    else outcomes.set(one.id, { type: 'free' });
  }
  return outcomes;
}

/** In the transaction that took them: what is refused leaves its key free. */
export async function freeKeys(tx: Tx, generationIds: readonly string[]): Promise<void> {
  if (generationIds.length > 0)
    await tx.deleteFrom('idempotency').where('generation_id', 'in', generationIds).execute();
}

/** Unique among the keys of all teams. */
export function nameOf({ caller, once }: Pick<KeyedGeneration, 'caller' | 'once'>): string {
  return `${caller.teamId} ${once.key}`;
}

async function takeKeys(context: Context, tx: Tx, keyed: readonly KeyedGeneration[]): Promise<ReadonlySet<string>> {
  // In one order everywhere: two that took the same two keys the other way round would wait for each other.
  const inOrder = keyed.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const created_at = context.now();
  const rows = await tx
    .insertInto('idempotency')
    .values(inOrder.map(({ id, caller, once }) => ({ team_id: caller.teamId, ...once, generation_id: id, created_at })))
    .onConflict((conflict) => conflict.columns(['team_id', 'key']).doNothing())
    .returning(['team_id', 'key'])
    .execute();
  return new Set(rows.map(({ team_id, key }) => `${team_id} ${key}`));
}

type EarlierUse = { readonly fingerprint: string; readonly generation_id: string };

async function findUses(tx: Tx, keyed: readonly KeyedGeneration[]): Promise<ReadonlyMap<string, EarlierUse>> {
  if (keyed.length === 0) return new Map();
  const { teamIds, keys } = columnsOf(keyed);
  const rows = await tx
    .selectFrom('idempotency')
    .where('team_id', 'in', teamIds)
    .where('key', 'in', keys)
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [`${row.team_id} ${row.key}`, row]));
}

async function findReplies(tx: Tx, keyed: readonly KeyedGeneration[]): Promise<ReadonlySet<string>> {
  const { teamIds, keys } = columnsOf(keyed);
  const rows = await tx
    .selectFrom('idempotent_replies')
    .where('team_id', 'in', teamIds)
    .where('key', 'in', keys)
    .select(['team_id', 'key'])
    .execute();
  return new Set(rows.map(({ team_id, key }) => `${team_id} ${key}`));
}

/** Rows are asked for by both apart: some too many may be found, and are found again by their name. */
function columnsOf(keyed: readonly KeyedGeneration[]): { readonly teamIds: string[]; readonly keys: string[] } {
  return {
    teamIds: [...new Set(keyed.map(({ caller }) => caller.teamId))],
    keys: [...new Set(keyed.map(({ once }) => once.key))],
  };
}

function outcomeOf(earlier: EarlierUse | undefined, once: Once): KeyOutcome {
  if (earlier === undefined) {
    const error = new ApiError('unavailable', 'The Idempotency-Key is being freed just now. Try again.');
    return { type: 'refused', error };
  }
  if (earlier.fingerprint !== once.fingerprint) return { type: 'refused', error: mismatch() };
  return { type: 'used', generationId: earlier.generation_id };
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
