import { ApiError, type BatchOrder, type BatchRequest, uuidOfFile } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { type Batch, toBatches } from '../batches/batch.ts';
import { commitRequests, insertRequests, prepareRequests } from '../batches/new-requests.ts';
import { readBatchFile } from '../batches/read-lines.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { findFile, openFile } from '../files/find-file.ts';

/**
 * Begins a batch; with a file, it has the file's requests and takes no others.
 * @param onCommitting Called in the transaction that does it.
 * @throws {ApiError} `not-found` or `gone` for the file, `invalid-argument` or `unprocessable` naming a line of it, `unavailable`.
 */
export async function createBatch(
  context: Context,
  caller: Caller,
  order: BatchOrder,
  onCommitting: (tx: Tx, batch: Batch) => Promise<void>,
): Promise<Batch> {
  const id = context.randomUUID();
  const requests =
    order.inputFileId === undefined
      ? { rows: [] }
      : await prepareRequests(context, caller, id, await openRequests(context, caller, order.inputFileId));
  return commitRequests(context, requests, async (tx) => {
    const now = context.now();
    const row = await tx
      .insertInto('batches')
      .values({
        id,
        team_id: caller.teamId,
        api_key_id: caller.keyId,
        name: order.name,
        input_file_id: order.inputFileId === undefined ? null : uuidOfFile(order.inputFileId)!,
        is_sealed: order.inputFileId !== undefined,
        created_at: now,
        expires_at: new Date(now.getTime() + context.settings.batchLifeMs),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await insertRequests(tx, id, requests);
    const [batch] = await toBatches(tx, [row]);
    await onCommitting(tx, batch!);
    return batch!;
  });
}

async function openRequests(context: Context, caller: Caller, fileId: string): Promise<AsyncIterable<BatchRequest>> {
  const file = await findFile(context, caller.teamId, fileId);
  const body = await openFile(context, file);
  return atLeastOne(readBatchFile(body));
}

async function* atLeastOne(requests: AsyncIterable<BatchRequest>): AsyncGenerator<BatchRequest> {
  let isEmpty = true;
  for await (const request of requests) {
    isEmpty = false;
    yield request;
  }
  if (!isEmpty) return;
  throw new ApiError(
    'invalid-argument',
    'The file holds no requests. Each of its lines must be an object with `custom_id`, `method`, `url` and `body`.',
  );
}
