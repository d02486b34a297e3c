import { ApiError } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { type Batch, findBatch, findBatchRow } from '../batches/batch.ts';
import { deleteOrders } from '../batches/stored-order.ts';
import type { Context } from '../context.ts';
import { cancelGeneration } from './cancel-generation.ts';

/**
 * Ends what is pending of a batch; nothing is billed for that. What has ended stays as it is, and so does a batch that has
 * ended as a whole. Nothing can be added any more.
 * @throws {ApiError} `not-found`.
 */
export async function cancelBatch(context: Context, caller: Caller, batchId: string): Promise<Batch> {
  const now = context.now();
  const { id, waiting } = await context.database.withTransaction(async (tx) => {
    const row = await findBatchRow(tx, caller.teamId, batchId, { isLocked: true });
    if (row.ended_at !== null || row.cancelled_at !== null) return { id: row.id, waiting: [] };
    await tx.updateTable('batches').set({ cancelled_at: now }).where('id', '=', row.id).execute();
    const rows = await tx
      .selectFrom('batch_requests')
      .where('batch_id', '=', row.id)
      .where('state', '=', 'waiting')
      .where('body_key', 'is not', null)
      .select('body_key')
      .execute();
    await tx
      .updateTable('batch_requests')
      .set({ state: 'cancelled', finished_at: now, body: null, body_key: null })
      .where('batch_id', '=', row.id)
      .where('state', '=', 'waiting')
      .execute();
    return { id: row.id, waiting: rows };
  });
  await deleteOrders(context, waiting);
  await cancelRunning(context, { batchId: id, teamId: caller.teamId });
  await context.batches.tend();
  return findBatch(context, caller.teamId, id);
}

/** Ends the generations of a batch that are under way. */
export async function cancelRunning(
  context: Context,
  { batchId, teamId }: { readonly batchId: string; readonly teamId: string },
): Promise<void> {
  const running = await context.database.query
    .selectFrom('batch_requests')
    .where('batch_id', '=', batchId)
    .where('state', '=', 'running')
    .select('generation_id')
    .execute();
  for (const { generation_id } of running) {
    await cancelGeneration(context, { teamId }, generation_id!).catch((error: unknown) => {
      // It has ended just now, which is as good.
      if (!(error instanceof ApiError)) throw error;
    });
  }
}
