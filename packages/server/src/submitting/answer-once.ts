import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { mismatch, type Once } from './once.ts';
import { inTurn } from './turns.ts';

/** A reply as it was sent, to be sent again byte for byte. */
export interface KeptReply {
  readonly status: number;
  readonly body: string;
}

export interface OnceReply extends KeptReply {
  /** True: the work was done by an earlier call. */
  readonly isReplay: boolean;
}

/**
 * Keeps the reply in the transaction that does the work, so that no crash comes between the two. Without it the reply is
 * kept once the work has returned.
 * @throws when the key has gone to another call meanwhile; the transaction must not commit then.
 */
export type KeepReply = (tx: Tx, reply: KeptReply) => Promise<void>;

/** Whoever works under a key on a shared PostgreSQL renews its lease; a process that died lets go of it. */
const LEASE_MS = 10_000;
const RENEW_MS = 2_000;
/** How often another process is asked whether it has answered yet. */
const LOOK_MS = 100;

/**
 * Does the work of a creating call once for each key of a team, and gives every call with the key the same reply, for a
 * day. A call that comes while the first is under way waits for it. Work that throws has made nothing: it frees the key.
 * @throws {ApiError} `idempotency-mismatch`; whatever `work` throws; the signal's reason.
 */
export async function answerOnce(
  context: Context,
  { teamId, once, signal }: { readonly teamId: string; readonly once: Once; readonly signal?: AbortSignal | undefined },
  work: (keep: KeepReply) => Promise<KeptReply>,
): Promise<OnceReply> {
  for (;;) {
    const reply = await inTurn(context, `reply ${teamId} ${once.key}`, async () => {
      signal?.throwIfAborted();
      await assertNoGeneration(context, teamId, once);
      const token = await takeKey(context, teamId, once);
      if (token === undefined) return await findReply(context, teamId, once);
      return { ...(await workUnderKey(context, { teamId, key: once.key, token }, work)), isReplay: false };
    });
    if (reply !== undefined) return reply;
    await sleep(LOOK_MS, undefined, { signal });
  }
}

/** Whatever it is for, it is not what the key made. */
async function assertNoGeneration({ database }: Context, teamId: string, { key }: Once): Promise<void> {
  const found = await database.query
    .selectFrom('idempotency')
    .where('team_id', '=', teamId)
    .where('key', '=', key)
    .select('key')
    .executeTakeFirst();
  if (found !== undefined) throw mismatch();
}

/** The right to work under a key. */
interface KeyClaim {
  readonly teamId: string;
  readonly key: string;
  readonly token: string;
}

/** @returns undefined when it is taken: by a reply, or by a call under way. */
async function takeKey(context: Context, teamId: string, once: Once): Promise<string | undefined> {
  const now = context.now();
  const token = context.randomUUID();
  const values = { fingerprint: once.fingerprint, token, lease_until: later(now, LEASE_MS), created_at: now };
  const taken = await context.database.query
    .insertInto('idempotent_replies')
    .values({ team_id: teamId, key: once.key, status: null, body: null, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['team_id', 'key'])
        .doUpdateSet({ ...values, status: null, body: null })
        .where((eb) => {
          const isOld = eb('idempotent_replies.created_at', '<=', later(now, -context.settings.idempotencyMs));
          const isUnanswered = eb('idempotent_replies.status', 'is', null);
          // On PGlite this is the only process, and none of its calls has the key: it was of a process that died.
          if (context.database.kind === 'pglite') return eb.or([isOld, isUnanswered]);
          return eb.or([isOld, eb.and([isUnanswered, eb('idempotent_replies.lease_until', '<', now)])]);
        }),
    )
    .returning('key')
    .execute();
  return taken.length > 0 ? token : undefined;
}

/** @returns undefined while the call that has the key is under way. @throws {ApiError} `idempotency-mismatch`. */
async function findReply(context: Context, teamId: string, once: Once): Promise<OnceReply | undefined> {
  const row = await context.database.query
    .selectFrom('idempotent_replies')
    .where('team_id', '=', teamId)
    .where('key', '=', once.key)
    .select(['fingerprint', 'status', 'body'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.fingerprint !== once.fingerprint) throw mismatch();
  return row.status === null ? undefined : { status: row.status, body: row.body ?? '', isReplay: true };
}

async function workUnderKey(
  context: Context,
  claim: KeyClaim,
  work: (keep: KeepReply) => Promise<KeptReply>,
): Promise<KeptReply> {
  const { query } = context.database;
  const renewing = setInterval(() => {
    const lease_until = later(context.now(), LEASE_MS);
    // Should it fail for as long as the lease lives, the reply is not kept.
    ofClaim(query.updateTable('idempotent_replies').set({ lease_until }), claim)
      .execute()
      .catch((error: unknown) => context.log.warn('key-not-renewed', { error }));
  }, RENEW_MS);
  let kept: KeptReply | undefined;
  try {
    const reply = await work(async (tx, earlier) => {
      await keepReply(tx, claim, earlier);
      kept = earlier;
    });
    if (kept === undefined) await keepReply(query, claim, reply);
    return kept ?? reply;
  } catch (error) {
    await ofClaim(query.deleteFrom('idempotent_replies'), claim).where('status', 'is', null).execute();
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

async function keepReply(db: Tx | Context['database']['query'], claim: KeyClaim, reply: KeptReply): Promise<void> {
  const kept = await ofClaim(db.updateTable('idempotent_replies').set({ ...reply, lease_until: null }), claim)
    .returning('key')
    .execute();
  if (kept.length === 0)
    throw new ApiError('unavailable', 'Another call with this Idempotency-Key has taken over. Send it again.');
}

interface Where<T> {
  where(column: 'team_id' | 'key' | 'token', operator: '=', value: string): T;
}

function ofClaim<T extends Where<T>>(statement: T, { teamId, key, token }: KeyClaim): T {
  return statement.where('team_id', '=', teamId).where('key', '=', key).where('token', '=', token);
}

function later(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
