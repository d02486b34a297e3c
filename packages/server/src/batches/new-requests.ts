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
import { type Insertable, sql } from 'kysely';
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

const INSERTED_AT_ONCE = 2_000;

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
    const inserted = await insertInOrder(tx, batchId, some);
    if (inserted.length === some.length) continue;
    const isNew = new Set(inserted.map(({ request_id }) => request_id));
    throw twice(some.find(({ request_id }) => !isNew.has(request_id))!.request_id);
  }
}

/** By columns: 50,000 rows as parameters of their own took PGlite twice the time, which nobody else has meanwhile. */
async function insertInOrder(
  tx: Tx,
  batchId: string,
  rows: readonly NewRow[],
): Promise<readonly { readonly request_id: string }[]> {
  const texts = (
    name: 'request_id' | 'endpoint' | 'model' | 'body' | 'body_key' | 'response_format' | 'state' | 'error',
  ) => sql`${rows.map((row) => row[name] ?? null)}::text[]`;
  const times = (name: 'created_at' | 'finished_at') =>
    sql`${rows.map((row) => (row[name] as Date | null | undefined)?.toISOString() ?? null)}::timestamptz[]`;
  const { rows: inserted } = await sql<{ request_id: string }>`
    insert into batch_requests
      (batch_id, request_id, endpoint, model, body, body_key, response_format, state, error, created_at, finished_at)
    select ${batchId}::uuid, request_id, endpoint, model, body, body_key, response_format, state, error::jsonb, created_at, finished_at
    from unnest(
      ${texts('request_id')}, ${texts('endpoint')}, ${texts('model')}, ${texts('body')}, ${texts('body_key')},
      ${texts('response_format')}, ${texts('state')}, ${texts('error')}, ${times('created_at')}, ${times('finished_at')}
    ) with ordinality as row
      (request_id, endpoint, model, body, body_key, response_format, state, error, created_at, finished_at, place)
    order by place
    on conflict (batch_id, request_id) do nothing
    returning request_id`.execute(tx);
  return inserted;
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
