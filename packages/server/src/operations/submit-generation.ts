import type { ImageOrder, PriceLine, Scenario, VideoOrder } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { bringIn, deleteInputs } from '../inputs/bring-in.ts';
import { accept } from '../submitting/accept.ts';
import { findEarlier, type IdempotencyKey, type Once, onceOf } from '../submitting/once.ts';
import { assertAllowed, assertRunning } from '../submitting/prepare.ts';
import { quoteOf } from '../submitting/quoted.ts';
import { countRoom } from '../submitting/room.ts';
import { inTurn } from '../submitting/turns.ts';
import { settleScene } from './scenes.ts';

export interface SubmitOptions {
  /** The same key with the same body gives the same generation; with another body it is refused. */
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** Aborted when the caller has gone. What was not accepted by then never is: nobody would ever learn of it. */
  readonly signal?: AbortSignal | undefined;
  /** Of the emulator: how it is to go wrong, as the request's headers say. */
  readonly scenario?: Partial<Scenario> | undefined;
  /** Present: it waits behind all interactive work, and takes none of its room. */
  readonly batchId?: string | undefined;
  /** Called in the transaction that accepts; when it throws, nothing is accepted. Inside, only `tx` may be used. */
  readonly onAccept?: ((tx: Tx, generationId: string) => Promise<void>) | undefined;
  /** Called when the key was used before, with the generation's id: nothing new was accepted. */
  readonly onReplay?: ((generationId: string) => void) | undefined;
}

/**
 * Accepts an order: its inputs are fetched, measured and stored; then idempotency row, hold, generation and wake-up
 * commit together, or nothing does.
 * @returns The id of the generation, which is an earlier one when the idempotency key was used before.
 * @throws {ApiError} `permission-denied`, `imagine:content-moderated`, `invalid-argument` or `not-found` for an input,
 * `idempotency-mismatch`, `resource-exhausted`, `unavailable`.
 */
export async function submitGeneration(
  context: Context,
  caller: Caller,
  asked: ImageOrder | VideoOrder,
  options: SubmitOptions,
): Promise<string> {
  const directed = context.emulator?.direct(caller, asked, options.scenario);
  const order = settleScene(context, directed?.order ?? asked);
  await assertAllowed(context, caller, order);
  const once = await onceOf(asked, options.idempotencyKey);
  const id = context.randomUUID();
  const submit = (): Promise<string> =>
    bringInAndAccept(context, caller, order, { ...options, id, once, scenario: directed?.scenario });
  // Of parallel calls with one key, the first fetches what it starts from, and the others nothing.
  const isFetching = once !== undefined && order.inputs.length > 0;
  const accepted = await (isFetching ? inTurn(context, `submit ${caller.teamId} ${once.key}`, submit) : submit());
  if (accepted !== id) options.onReplay?.(accepted);
  return accepted;
}

interface Submission extends Omit<SubmitOptions, 'scenario' | 'idempotencyKey'> {
  readonly id: string;
  readonly once: Once | undefined;
  readonly scenario: Scenario | undefined;
}

async function bringInAndAccept(
  context: Context,
  caller: Caller,
  order: ImageOrder | VideoOrder,
  { id, once, scenario, signal, batchId, onAccept }: Submission,
): Promise<string> {
  if (order.inputs.length > 0) {
    // Before anything is fetched: what it was made from may be gone by now.
    const earlier = once && (await findEarlier(context.database.query, caller, once));
    if (earlier !== undefined) return earlier;
    // It is asked again when it counts; but who is refused then must not have had us fetch a hundred megabytes.
    (await countRoom(context, context.database.query, { isBatch: batchId !== undefined })).assert(caller);
  }
  const inputs = await bringIn(context, caller, id, order, signal);
  let accepted: string | undefined;
  try {
    // Fetching may have taken a minute.
    assertRunning(context);
    signal?.throwIfAborted();
    const quoted = quoteOf(order, inputs.facts);
    accepted = await accept(context, { id, caller, quoted, inputs: inputs.stored, once, scenario, batchId }, onAccept);
    return accepted;
  } finally {
    if (accepted !== id) await deleteInputs(context, inputs.stored);
  }
}

/** What an order would cost, and of what that is made up. */
export interface GenerationQuote {
  readonly lines: readonly PriceLine[];
  readonly totalTicks: number;
}

/**
 * The price of an order, which is judged and whose inputs are measured as if it were to be made. Nothing is accepted, and
 * nothing is kept.
 * @throws {ApiError} As `submitGeneration`, but for what concerns idempotency keys and room in the queue.
 */
export async function quoteGeneration(
  context: Context,
  caller: Caller,
  asked: ImageOrder | VideoOrder,
  signal?: AbortSignal,
): Promise<GenerationQuote> {
  const order = settleScene(context, asked);
  await assertAllowed(context, caller, order);
  const inputs = await bringIn(context, caller, context.randomUUID(), order, signal);
  try {
    const { quote } = quoteOf(order, inputs.facts);
    return { lines: quote.priceLines, totalTicks: quote.priceTicks };
  } finally {
    await deleteInputs(context, inputs.stored);
  }
}
