import { setImmediate as turn } from 'node:timers/promises';
import {
  ApiError,
  type BatchError,
  type BatchRequest,
  grpcStatusOf,
  type ImageOrder,
  LIMITS,
  readBatchedOrder,
  shortJson,
  type VideoOrder,
} from '@openimagine/contract';
import { StorageError } from '@openimagine/storage';
import type { Insertable } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { BatchRequestsTable, Tx } from '../db/tables.ts';
import { deleteOrders, storeOrder } from './stored-order.ts';

type NewRow = Insertable<BatchRequestsTable>;

/** Requests that are read and stored, and in no batch yet. */
export interface NewRequests {
  readonly rows: readonly NewRow[];
}

/** So many are read before others have their turn. */
const AT_ONCE = 100;

/**
 * Reads requests as their own calls would. What such a call would refuse is an error of that request alone; what cannot be
 * told apart from others is refused with everything.
 * @throws {ApiError} `invalid-argument` for a name that comes twice or too many of them; `unavailable` where there is no
 * room. Nothing is kept then. Whatever `requests` throws.
 */
export async function prepareRequests(
  context: Context,
  caller: Caller,
  batchId: string,
  requests: Iterable<BatchRequest> | AsyncIterable<BatchRequest>,
): Promise<NewRequests> {
  const rows: NewRow[] = [];
  const seen = new Set<string>();
  try {
    for await (const request of requests) {
      if (rows.length >= LIMITS.requestsPerBatch) throw tooMany();
      const requestId = request.requestId ?? context.randomUUID();
      if (seen.has(requestId)) throw twice(requestId);
      seen.add(requestId);
      rows.push(await toRow(context, caller, batchId, { ...request, requestId }));
      if (rows.length % AT_ONCE === 0) await turn();
    }
    return { rows };
  } catch (error) {
    await discardRequests(context, { rows });
    if (!(error instanceof StorageError)) throw error;
    throw new ApiError('unavailable', 'The requests cannot be stored just now. Try again later.', { cause: error });
  }
}

/** Begins work on them once they are committed; nothing of them is left when they are not. */
export async function commitRequests<T>(
  context: Context,
  requests: NewRequests,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    const result = await context.database.withTransaction(work);
    context.batches.look();
    return result;
  } catch (error) {
    await discardRequests(context, requests);
    throw error;
  }
}

/** Deletes what was stored for requests that came into no batch. */
async function discardRequests(context: Context, { rows }: NewRequests): Promise<void> {
  await deleteOrders(
    context,
    rows.map(({ body_key }) => ({ body_key: body_key ?? null })),
  );
}

const INSERTED_AT_ONCE = 500;

/** @throws {ApiError} `invalid-argument` for a name that the batch has already, or too many requests. */
export async function insertRequests(tx: Tx, batchId: string, { rows }: NewRequests): Promise<void> {
  const { count } = await tx
    .selectFrom('batch_requests')
    .where('batch_id', '=', batchId)
    .select((eb) => eb.fn.countAll<string | number>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) + rows.length > LIMITS.requestsPerBatch) throw tooMany();
  for (let at = 0; at < rows.length; at += INSERTED_AT_ONCE) {
    const some = rows.slice(at, at + INSERTED_AT_ONCE);
    const inserted = await tx
      .insertInto('batch_requests')
      .values(some)
      .onConflict((conflict) => conflict.columns(['batch_id', 'request_id']).doNothing())
      .returning('request_id')
      .execute();
    if (inserted.length === some.length) continue;
    const isNew = new Set(inserted.map(({ request_id }) => request_id));
    throw twice(some.find(({ request_id }) => !isNew.has(request_id))!.request_id);
  }
}

async function toRow(
  context: Context,
  caller: Caller,
  batchId: string,
  request: BatchRequest & { readonly requestId: string },
): Promise<NewRow> {
  const now = context.now();
  const base = {
    batch_id: batchId,
    request_id: request.requestId,
    endpoint: request.endpoint,
    created_at: now,
  };
  const read = readOrder(request, caller);
  if ('error' in read) {
    const ended = { state: 'failed', error: JSON.stringify(read.error), finished_at: now } as const;
    return { ...base, ...ended, model: null, response_format: null, body: null, body_key: null };
  }
  const { order } = read;
  return {
    ...base,
    state: 'waiting',
    error: null,
    finished_at: null,
    model: order.model,
    response_format: order.kind === 'image' ? order.responseFormat : null,
    ...(await storeOrder(context, batchId, order)),
  };
}

function readOrder(
  request: BatchRequest,
  { settings }: Caller,
): { readonly order: ImageOrder | VideoOrder } | { readonly error: BatchError } {
  try {
    return { order: readBatchedOrder(request, { isStrict: settings.strict }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { error: toBatchError(error) };
  }
}

export function toBatchError({ code, message, details }: ApiError): BatchError {
  return { code: grpcStatusOf(code), message, ...(details.length === 0 ? {} : { details: [...details] }) };
}

function twice(requestId: string): ApiError {
  return new ApiError(
    'invalid-argument',
    `The name ${shortJson(requestId)} stands for two requests of the batch. Give each its own.`,
  );
}

function tooMany(): ApiError {
  return new ApiError(
    'invalid-argument',
    `A batch may hold at most ${LIMITS.requestsPerBatch} requests. Begin another one for the rest.`,
  );
}
