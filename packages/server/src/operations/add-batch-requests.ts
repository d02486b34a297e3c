import { ApiError, type BatchRequest } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { findBatchRow } from '../batches/batch.ts';
import { commitRequests, insertRequests, prepareRequests } from '../batches/new-requests.ts';
import type { Context } from '../context.ts';
import type { BatchRow, Tx } from '../db/tables.ts';

/**
 * Adds requests to a batch: all of them, or none.
 * @param added.onCommitting Called in the transaction that does it.
 * @throws {ApiError} `not-found`; `invalid-argument` for a batch that takes no more, or a name that it has; `unavailable`.
 */
export async function addBatchRequests(
  context: Context,
  caller: Caller,
  batchId: string,
  added: { readonly requests: readonly BatchRequest[]; readonly onCommitting: (tx: Tx) => Promise<void> },
): Promise<void> {
  // Before anything of them is stored.
  const { id } = assertOpen(context, await findBatchRow(context.database.query, caller.teamId, batchId));
  const requests = await prepareRequests(context, caller, id, added.requests);
  await commitRequests(context, requests, async (tx) => {
    assertOpen(context, await findBatchRow(tx, caller.teamId, id, { isLocked: true }));
    await insertRequests(tx, id, requests);
    await tx.updateTable('batches').set({ completed_at: null }).where('id', '=', id).execute();
    await added.onCommitting(tx);
  });
}

function assertOpen(context: Context, row: BatchRow): BatchRow {
  const why = closedBecause(row, context.now());
  if (why === undefined) return row;
  throw new ApiError('invalid-argument', `Nothing can be added to this batch: ${why}. Begin another one.`);
}

function closedBecause(row: BatchRow, now: Date): string | undefined {
  if (row.cancelled_at !== null) return 'it was cancelled';
  if (row.expires_at <= now) return 'it has expired';
  return row.is_sealed ? 'it was made of a file' : undefined;
}
