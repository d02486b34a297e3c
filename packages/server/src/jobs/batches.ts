import type { ImageOrder, VideoOrder } from '@openimagine/contract';
import { callerOf } from '../accounts/keys.ts';
import { deleteOrders, loadOrder } from '../batches/stored-order.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow, Tx } from '../db/tables.ts';
import { submitGeneration } from '../operations/submit-generation.ts';
import { endBatches, expireBatches, keyGone, putOff, refuse, settleEnded } from './batch-ends.ts';
import { claimDue } from './batch-turns.ts';
import { createTurns } from './turns.ts';

/** Begins the requests of batches, a few at a time, and writes down what became of them. */
export interface BatchRunner {
  /** There may be something to do, soon. Never throws. */
  look(): void;
  /** Does what is to be done now, also what is due by the clock. Requests with inputs are begun and not waited for. */
  tend(): Promise<void>;
  /** Begins nothing more; what is being fetched for a request is let go, and its turn comes again at the next start. */
  close(): Promise<void>;
}

/** What ends within so long is written down, and replaced in the queue, at once. */
const LOOK_MS = 50;

export function createBatchRunner(current: () => Context): BatchRunner {
  const closing = new AbortController();
  /** By the id of the request. */
  const beginning = new Map<string, Promise<void>>();
  let looking: NodeJS.Timeout | undefined;

  const takeTurn = async (): Promise<void> => {
    if (closing.signal.aborted) return;
    const context = current();
    await settleEnded(context);
    await expireBatches(context);
    await endBatches(context);
    for await (const request of claimDue(context, beginning)) {
      const order = await loadOrder(context, request).catch((error: unknown) => refuse(context, request, error));
      if (order === undefined) continue;
      const id = String(request.id);
      const begun = begin(context, request, order, closing.signal).finally(() => beginning.delete(id));
      beginning.set(id, begun);
      // One after the other, in the order of adding; only what has to be fetched first is overtaken.
      if (order.inputs.length === 0) await begun;
    }
  };
  const turns = createTurns(takeTurn);
  const tend = (): Promise<void> => (closing.signal.aborted ? Promise.resolve() : turns.take());
  return {
    tend,
    look() {
      looking ??= setTimeout(() => {
        looking = undefined;
        tend().catch((error: unknown) => current().log.error('batches-not-tended', { error }));
      }, LOOK_MS);
    },
    async close() {
      closing.abort(new Error('The server is stopping'));
      clearTimeout(looking);
      await turns.ended();
      await Promise.all(beginning.values());
    },
  };
}

/** Never throws: what goes wrong is the request's error, or a reason to try it later. */
async function begin(
  context: Context,
  request: BatchRequestRow & { readonly team_id: string; readonly api_key_id: string },
  order: ImageOrder | VideoOrder,
  signal: AbortSignal,
): Promise<void> {
  try {
    const key = await context.keys.find(request.api_key_id);
    if (key === undefined || key.disabled) throw keyGone();
    await submitGeneration(context, callerOf(key), order, {
      signal,
      batchId: request.batch_id,
      onAccept: (tx, generationId) => setRunning(tx, request, generationId),
    });
    await deleteOrders(context, [request]);
  } catch (error) {
    if (error instanceof NotWaiting) return;
    const isStopping = signal.aborted || context.isStopping;
    const work = isStopping ? putOff(context, request, undefined) : refuse(context, request, error);
    await work.catch((second: unknown) => context.log.error('batch-request-not-begun', { error: second }));
  }
}

/** It was cancelled, has expired, or another process has begun it. */
class NotWaiting extends Error {}

/** In the transaction that accepts the generation, so that none is begun twice, whenever we die. */
async function setRunning(tx: Tx, { id }: BatchRequestRow, generationId: string): Promise<void> {
  const rows = await tx
    .updateTable('batch_requests')
    .set({ state: 'running', generation_id: generationId, look_after: null, body: null, body_key: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  if (rows.length === 0) throw new NotWaiting();
}
