import type { BatchPage } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import { findBatchRow } from '../batches/batch.ts';
import { type BatchOutcome, outcomeOf, replyBytesOf } from '../batches/outcome.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow, BatchRequestState } from '../db/tables.ts';
import { wrongToken } from './list-batches.ts';

/** A page of a batch's requests, in the order in which they were added. */
export interface BatchRequestPage<T> {
  readonly items: readonly T[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

const STATES: readonly BatchRequestState[] = ['waiting', 'running', 'succeeded', 'failed', 'cancelled'];

/**
 * @param page.states Only those in one of them. Default: all.
 * @throws {ApiError} `not-found`; `invalid-argument` for a token that no page ended with.
 */
export async function listBatchRequests(
  context: Context,
  caller: Caller,
  batchId: string,
  page: BatchPage & { readonly states?: readonly BatchRequestState[] | undefined },
): Promise<BatchRequestPage<BatchRequestRow>> {
  const { id } = await findBatchRow(context.database.query, caller.teamId, batchId);
  return await pageOf(context, id, page, page.states ?? STATES);
}

/** Of a reply with files in base64; a page that holds so much ends early. */
const REPLY_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Of requests that have ended. What ends later may stand between them, until nothing of the batch is pending.
 * @param page.bytesMax Of all results together; one alone may have more.
 * @throws {ApiError} As `listBatchRequests`.
 */
export async function listBatchResults(
  context: Context,
  caller: Caller,
  batchId: string,
  page: BatchPage & { readonly bytesMax?: number },
): Promise<BatchRequestPage<BatchOutcome>> {
  const { bytesMax = REPLY_BYTES_MAX } = page;
  const { id } = await findBatchRow(context.database.query, caller.teamId, batchId);
  const { items: rows, next } = await pageOf(context, id, page, ['succeeded', 'failed', 'cancelled']);
  const outcomes = await Promise.all(rows.map((row) => outcomeOf(context, caller, row)));
  let bytes = 0;
  const fit = outcomes.findIndex((outcome, index) => {
    bytes += replyBytesOf(outcome);
    return index > 0 && bytes > bytesMax;
  });
  if (fit < 0) return { items: outcomes, next };
  return { items: outcomes.slice(0, fit), next: String(rows[fit - 1]!.id) };
}

const TOKEN = /^\d{1,18}$/;

async function pageOf(
  context: Context,
  batchId: string,
  { limit, after }: BatchPage,
  states: readonly BatchRequestState[],
): Promise<BatchRequestPage<BatchRequestRow>> {
  if (after !== undefined && !TOKEN.test(after)) throw wrongToken();
  const rows = await context.database.query
    .selectFrom('batch_requests')
    .where('batch_id', '=', batchId)
    .where('state', 'in', states)
    .where('id', '>', after ?? '0')
    .selectAll()
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? String(items.at(-1)!.id) : undefined };
}
