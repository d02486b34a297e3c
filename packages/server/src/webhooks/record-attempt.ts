import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import type { LeasedMessage } from './due.ts';
import { retryDelayMs } from './retry-delay.ts';

/** How one attempt went. */
export interface AttemptResult {
  readonly at: Date;
  readonly durationMs: number;
  /** Undefined: nothing was answered. */
  readonly status: number | undefined;
  /** Undefined: delivered. */
  readonly error: string | undefined;
  /** True: no other attempt would go better. */
  readonly isFinal: boolean;
}

/** An endpoint that took nothing for so long is disabled: nobody looks after it. */
const FAILING_MS_MAX = 5 * 24 * 3_600_000;
const SEEDS = 2 ** 31;
const GONE = 410;

/** Writes what became of an attempt, and what follows from it for the message and its endpoint. */
export async function recordAttempt(context: Context, message: LeasedMessage, result: AttemptResult): Promise<void> {
  const { at, durationMs, status, error } = result;
  await context.database.withTransaction(async (tx) => {
    await tx
      .insertInto('webhook_attempts')
      .values({ message_id: message.id, at, duration_ms: durationMs, status: status ?? null, error: error ?? null })
      .execute();
    const disabled = await judgeEndpoint(context, tx, message, result);
    await tx
      .updateTable('webhook_messages')
      .set({ attempts: message.attempts + 1, lease_until: null, ...nextOf(context, message, result) })
      .where('id', '=', message.id)
      .where('state', '=', 'pending')
      // A replay, or another process after the lease had ended, has begun anew.
      .where('lease_until', '=', message.lease_until)
      .execute();
    if (disabled !== undefined)
      context.log.warn('webhook-endpoint-disabled', { endpointId: message.endpoint_id, reason: disabled });
  });
}

function nextOf(
  context: Context,
  { attempts }: LeasedMessage,
  { error, isFinal }: AttemptResult,
): { state: 'delivered' | 'failed'; ended_at: Date } | { next_at: Date } {
  const now = context.now();
  if (error === undefined) return { state: 'delivered', ended_at: now };
  const delayMs = isFinal ? undefined : retryDelayMs(attempts + 1, context.randomSeed() / SEEDS);
  if (delayMs === undefined) return { state: 'failed', ended_at: now };
  return { next_at: new Date(now.getTime() + delayMs) };
}

/** @returns Why it is disabled from now on; undefined when it is not. */
async function judgeEndpoint(
  context: Context,
  tx: Tx,
  { endpoint_id }: LeasedMessage,
  { status, error }: AttemptResult,
): Promise<'gone' | 'failing' | undefined> {
  if (endpoint_id === null) return undefined;
  const row = await tx
    .selectFrom('webhook_endpoints')
    .where('id', '=', endpoint_id)
    .select(['failing_since', 'disabled_at'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const now = context.now();
  const update = (values: object) =>
    tx.updateTable('webhook_endpoints').set(values).where('id', '=', endpoint_id).execute();
  if (error === undefined) {
    if (row.failing_since !== null) await update({ failing_since: null });
    return undefined;
  }
  const since = row.failing_since ?? now;
  if (row.failing_since === null) await update({ failing_since: now });
  const isFailing = now.getTime() - since.getTime() >= FAILING_MS_MAX;
  if (row.disabled_at !== null || (status !== GONE && !isFailing)) return undefined;
  const disabled_reason = status === GONE ? 'gone' : 'failing';
  await update({ disabled_at: now, disabled_reason });
  return disabled_reason;
}

/** Gives a message back unsent, which counts as no attempt. */
export async function giveBack(context: Context, message: LeasedMessage, afterMs: number): Promise<void> {
  await context.database.query
    .updateTable('webhook_messages')
    .set({ lease_until: null, next_at: new Date(context.now().getTime() + afterMs) })
    .where('id', '=', message.id)
    .where('lease_until', '=', message.lease_until)
    .execute();
}
