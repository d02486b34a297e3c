import { ApiError, type BatchError, ERRORS, GRPC_STATUS } from '@openimagine/contract';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { toBatches } from '../batches/batch.ts';
import { toBatchError } from '../batches/new-requests.ts';
import { deleteOrders } from '../batches/stored-order.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow, BatchRequestState, Tables } from '../db/tables.ts';
import { encodeBatch } from '../http/encode-batch.ts';
import { cancelRunning } from '../operations/cancel-batch.ts';
import { enqueueWebhooks } from '../webhooks/enqueue.ts';

/** A fault of ours is tried so often; what only takes time, until the batch expires. */
const TRIES_MAX = 5;

/** Writes down what became of requests whose generation has ended. */
export async function settleEnded(context: Context): Promise<void> {
  await context.database.query
    .updateTable('batch_requests')
    .from('generations')
    .set({
      state: sql<BatchRequestState>`case
        when generations.state in ('done', 'expired') then 'succeeded'
        when generations.state = 'cancelled' and batch_requests.error is null then 'cancelled'
        else 'failed' end`,
      finished_at: sql<Date>`coalesce(generations.finished_at, ${context.now()})`,
      billed_ticks: sql<string>`coalesce(generations.billed_ticks, 0)`,
    })
    .whereRef('generations.id', '=', 'batch_requests.generation_id')
    .where('batch_requests.state', '=', 'running')
    .where('generations.state', 'not in', ['queued', 'running', 'unresolved'])
    .execute();
}

/** Ends what is pending of batches whose time is up. */
export async function expireBatches(context: Context): Promise<void> {
  const now = context.now();
  const { query } = context.database;
  const due = await query
    .selectFrom('batches')
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .select(['id', 'team_id'])
    .execute();
  for (const { id, team_id: teamId } of due) {
    const error: BatchError = {
      code: GRPC_STATUS.DEADLINE_EXCEEDED,
      message: 'The batch expired before this request had ended. Nothing is billed for it.',
    };
    const large = await query
      .selectFrom('batch_requests')
      .where('batch_id', '=', id)
      .where('state', '=', 'waiting')
      .where('body_key', 'is not', null)
      .select('body_key')
      .execute();
    await query
      .updateTable('batch_requests')
      .set({ state: 'failed', error: JSON.stringify(error), finished_at: now, body: null, body_key: null })
      .where('batch_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
    await deleteOrders(context, large);
    await query
      .updateTable('batch_requests')
      .set({ error: JSON.stringify(error) })
      .where('batch_id', '=', id)
      .where('state', '=', 'running')
      .execute();
    await cancelRunning(context, { batchId: id, teamId });
  }
  if (due.length > 0) await settleEnded(context);
}

/** Tells of those of which nothing is pending any more, and ends those that take nothing more. */
export async function endBatches(context: Context): Promise<void> {
  const idle = await context.database.query
    .selectFrom('batches')
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('completed_at', 'is', null), hasRequests(eb)]),
        eb('is_sealed', '=', true),
        eb('cancelled_at', 'is not', null),
        eb('expires_at', '<=', context.now()),
      ]),
    )
    .where((eb) => eb.and([eb.not(hasRequests(eb, 'waiting')), eb.not(hasRequests(eb, 'running'))]))
    .select('id')
    .limit(IDLE_AT_ONCE)
    .execute();
  for (const { id } of idle) await endBatch(context, id);
}

/** At most so many a turn; the next one takes the rest. */
const IDLE_AT_ONCE = 100;

function hasRequests(eb: ExpressionBuilder<Tables, 'batches'>, state?: BatchRequestState): Expression<SqlBool> {
  const requests = eb
    .selectFrom('batch_requests')
    .whereRef('batch_requests.batch_id', '=', 'batches.id')
    .select('batch_requests.id');
  return eb.exists(state === undefined ? requests : requests.where('batch_requests.state', '=', state));
}

async function endBatch(context: Context, id: string): Promise<void> {
  await context.database.withTransaction(async (tx) => {
    // Whoever adds to it or ends it, too, waits here or is waited for.
    const row = await tx.selectFrom('batches').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
    if (row === undefined || row.ended_at !== null) return;
    const [batch] = await toBatches(tx, [row]);
    const { tallies } = batch!;
    if (tallies.some(({ pending }) => pending > 0)) return;
    const now = context.now();
    const isClosed = row.is_sealed || row.cancelled_at !== null || row.expires_at <= now;
    const isNews = row.completed_at === null && tallies.length > 0;
    if (!isClosed && !isNews) return;
    await tx
      .updateTable('batches')
      .set({ completed_at: isNews ? now : row.completed_at, ...(isClosed ? { ended_at: now, is_sealed: true } : {}) })
      .where('id', '=', id)
      .execute();
    if (!isNews) return;
    const about = async () => ({ event: 'batch.completed', data: encodeBatch(batch!) }) as const;
    await enqueueWebhooks(context, tx, { teamId: row.team_id, about });
  });
}

/** At the start of the only process: whoever had taken a request is gone. */
export async function recoverBatches(context: Context): Promise<void> {
  await context.database.query
    .updateTable('batch_requests')
    .set({ look_after: null })
    .where('state', '=', 'waiting')
    .where('look_after', 'is not', null)
    .execute();
}

export function keyGone(): ApiError {
  return new ApiError('permission-denied', 'The API key that made this batch was revoked or disabled.');
}

/** A request that could not be begun: it is tried again where that may help, else this is its error. */
export async function refuse(context: Context, request: BatchRequestRow, cause: unknown): Promise<undefined> {
  const error =
    cause instanceof ApiError
      ? cause
      : new ApiError('internal-error', 'The server failed to begin this request. Nothing is billed for it.', { cause });
  const isOurFault = error.code === 'internal-error';
  if (isOurFault) context.log.error('batch-request-not-begun', { batchRequestId: request.id, error: cause });
  if (ERRORS[error.code].retryable && !(isOurFault && request.tries >= TRIES_MAX)) {
    const afterMs = Math.max((error.retryAfterSeconds ?? 0) * 1_000, 1_000 * 2 ** Math.min(request.tries - 1, 6));
    return await putOff(context, request, new Date(context.now().getTime() + afterMs));
  }
  const ended = await context.database.query
    .updateTable('batch_requests')
    .set({
      state: 'failed',
      error: JSON.stringify(toBatchError(error)),
      finished_at: context.now(),
      body: null,
      body_key: null,
    })
    .where('id', '=', request.id)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  if (ended.length > 0) await deleteOrders(context, [request]);
  return undefined;
}

/** @param until Undefined: it is anybody's at once. */
export async function putOff(context: Context, { id }: BatchRequestRow, until: Date | undefined): Promise<undefined> {
  await context.database.query
    .updateTable('batch_requests')
    .set({ look_after: until ?? null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  return undefined;
}
