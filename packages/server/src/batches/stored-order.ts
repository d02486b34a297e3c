import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { ApiError, type ImageOrder, type VideoOrder } from '@openimagine/contract';
import type { Context } from '../context.ts';

/** Where the order of a request waits for its turn. */
export interface StoredOrder {
  readonly body: string | null;
  readonly body_key: string | null;
}

/** What is longer holds pictures; a database that never gives room back is no place for them. */
const INLINE_CHARACTERS_MAX = 16 * 1024;

/** @throws {StorageError}. */
export async function storeOrder(
  context: Context,
  batchId: string,
  order: ImageOrder | VideoOrder,
): Promise<StoredOrder> {
  const json = JSON.stringify(order);
  if (json.length <= INLINE_CHARACTERS_MAX) return { body: json, body_key: null };
  const key = `batches/${batchId}/${randomUUID()}`;
  await context.store.put(key, Buffer.from(json), { mime: 'application/json' });
  return { body: null, body_key: key };
}

/** @throws {ApiError} `internal-error` when it is not there any more. */
export async function loadOrder(
  context: Context,
  { body, body_key: key }: StoredOrder,
): Promise<ImageOrder | VideoOrder> {
  if (body !== null) return JSON.parse(body) as ImageOrder | VideoOrder;
  const found = key === null ? undefined : await context.store.get(key);
  if (found === undefined) throw new ApiError('internal-error', 'What this request asks for is gone from storage.');
  return JSON.parse(await text(found.body as NodeStream<Uint8Array>)) as ImageOrder | VideoOrder;
}

/** Of requests that are begun or ended. What cannot be deleted now belongs to nothing, and goes later. */
export async function deleteOrders(context: Context, orders: readonly Pick<StoredOrder, 'body_key'>[]): Promise<void> {
  for (const { body_key: key } of orders) {
    if (key === null) continue;
    await context.store.delete(key).catch((error: unknown) => {
      context.log.warn('batch-order-not-deleted', { key, error });
    });
  }
}
