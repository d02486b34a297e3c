import { createHash } from 'node:crypto';
import {
  ApiError,
  type ImageOrder,
  type ImageQuote,
  type InputFacts,
  LIMITS,
  quoteImage,
  quoteVideo,
  type VideoOrder,
  type VideoQuote,
} from '@openimagine/contract';
import { assertAccess } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Queryable, Tx } from '../db/tables.ts';
import { bringIn, deleteInputs } from '../inputs/bring-in.ts';
import type { StoredInput, StoredRequest } from '../jobs/generation.ts';
import type { Route } from '../jobs/routes.ts';
import { hold } from '../ledger/ledger.ts';

export interface SubmitOptions {
  /** The same key with the same body gives the same generation; with another body it is refused. */
  readonly idempotencyKey?: string | undefined;
  /** Aborted when the caller has gone. What was not accepted by then never is: nobody would ever learn of it. */
  readonly signal?: AbortSignal | undefined;
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
  order: ImageOrder | VideoOrder,
  options: SubmitOptions,
): Promise<string> {
  assertAccess(caller, { model: order.model, endpoint: order.kind });
  assertRunning(context);
  const verdict = await context.moderate(order.prompt);
  if (!verdict.ok)
    throw new ApiError(
      'imagine:content-moderated',
      `The prompt was refused by content moderation: ${verdict.reason}.`,
      { billedTicks: 0 },
    );
  const once = onceOf(order, options.idempotencyKey);
  if (order.inputs.length > 0) {
    // Before anything is fetched: what it was made from may be gone by now.
    const earlier = once && (await findEarlier(context.database.query, caller, once));
    if (earlier !== undefined) return earlier;
    // It is asked again when it counts; but who is refused then must not have had us fetch a hundred megabytes.
    await assertRoom(context, context.database.query, caller);
  }
  const id = context.randomUUID();
  const inputs = await bringIn(context, caller, id, order.inputs, options.signal);
  let accepted: string | undefined;
  try {
    // Fetching may have taken a minute.
    assertRunning(context);
    options.signal?.throwIfAborted();
    const quoted = quoteOf(order, inputs.facts);
    const route = context.routes.find(order.model);
    accepted = await context.database.withTransaction(async (tx) => {
      const earlier = once && (await useKey(context, tx, { caller, id, once }));
      if (earlier !== undefined) return earlier;
      await assertRoom(context, tx, caller);
      await insertGeneration(context, tx, { caller, quoted, inputs: inputs.stored, route, id });
      await hold(tx, {
        teamId: caller.teamId,
        generationId: id,
        at: context.now(),
        amountTicks: BigInt(quoted.quote.priceTicks),
      });
      await context.queue.wake(tx, order.kind, id);
      return id;
    });
    return accepted;
  } finally {
    if (accepted !== id) await deleteInputs(context, inputs.stored);
  }
}

function assertRunning({ isStopping }: Context): void {
  if (isStopping) throw new ApiError('unavailable', 'The server is stopping; nothing was accepted. Try again shortly.');
}

type Quoted =
  | { readonly order: ImageOrder; readonly quote: ImageQuote }
  | { readonly order: VideoOrder; readonly quote: VideoQuote };

function quoteOf(order: ImageOrder | VideoOrder, facts: readonly InputFacts[]): Quoted {
  return order.kind === 'image'
    ? { order, quote: quoteImage(order, facts) }
    : { order, quote: quoteVideo(order, facts) };
}

/** A key, and what it stands for. */
interface Once {
  readonly key: string;
  readonly fingerprint: string;
}

/** Fingerprints once: of an order that holds ninety megabytes it takes almost half a second. */
function onceOf(order: ImageOrder | VideoOrder, idempotencyKey: string | undefined): Once | undefined {
  const key = checkIdempotencyKey(idempotencyKey);
  return key === undefined ? undefined : { key, fingerprint: fingerprintOf(order) };
}

function checkIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || key === '') return undefined;
  // PostgreSQL's text holds no zero byte, and no client means one.
  if (key.length > LIMITS.idempotencyKeyCharacters || key.includes('\0')) {
    throw new ApiError(
      'invalid-argument',
      `The Idempotency-Key has ${key.length} characters; 1 to ${LIMITS.idempotencyKeyCharacters} are allowed.`,
    );
  }
  return key;
}

/** @returns The generation that the key belongs to already. A second request that comes meanwhile waits here for the first. */
async function useKey(
  context: Context,
  tx: Tx,
  { caller, id, once }: { readonly caller: Caller; readonly id: string; readonly once: Once },
): Promise<string | undefined> {
  const inserted = await tx
    .insertInto('idempotency')
    .values({ team_id: caller.teamId, ...once, generation_id: id, created_at: context.now() })
    .onConflict((conflict) => conflict.columns(['team_id', 'key']).doNothing())
    .returning('key')
    .execute();
  if (inserted.length > 0) return undefined;
  const earlier = await findEarlier(tx, caller, once);
  if (earlier === undefined)
    throw new ApiError('unavailable', 'The Idempotency-Key is being freed just now. Try again.');
  return earlier;
}

/** @returns The generation that the key belongs to, if there is one. @throws {ApiError} `idempotency-mismatch`. */
async function findEarlier(db: Queryable, caller: Caller, once: Once): Promise<string | undefined> {
  const earlier = await db
    .selectFrom('idempotency')
    .where('team_id', '=', caller.teamId)
    .where('key', '=', once.key)
    .select(['fingerprint', 'generation_id'])
    .executeTakeFirst();
  if (earlier === undefined) return undefined;
  if (earlier.fingerprint === once.fingerprint) return earlier.generation_id;
  throw new ApiError(
    'idempotency-mismatch',
    'This Idempotency-Key was used before with a different body. Use a new key for a new request.',
  );
}

/** Of what the body means, so that neither spacing nor the order of its fields counts. */
function fingerprintOf(order: ImageOrder | VideoOrder): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(order).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
}

async function assertRoom(context: Context, db: Queryable, caller: Caller): Promise<void> {
  const { queuedPerKey, queuedInTotal } = context.settings;
  const rows = await db
    .selectFrom('generations')
    .where('state', 'in', ['queued', 'running', 'unresolved'])
    .select((eb) => [
      eb.fn.countAll<string | number>().as('total'),
      eb.fn.countAll<string | number>().filterWhere('api_key_id', '=', caller.keyId).as('ofKey'),
    ])
    .execute();
  const total = Number(rows[0]?.total ?? 0);
  const ofKey = Number(rows[0]?.ofKey ?? 0);
  if (ofKey >= queuedPerKey)
    throw tooMany(`${ofKey} generations of this API key are waiting or running; at most ${queuedPerKey} may.`, ofKey);
  if (total >= queuedInTotal)
    throw tooMany(`The server has ${total} generations waiting or running, as many as it takes.`, total);
}

/** The longer the queue, the later it is worth coming back; clients honour up to a minute. */
function tooMany(message: string, waiting: number): ApiError {
  return new ApiError('resource-exhausted', `${message} Try again later.`, {
    retryAfterSeconds: Math.min(59, Math.max(1, Math.ceil(waiting / 10))),
  });
}

async function insertGeneration(
  context: Context,
  tx: Tx,
  {
    caller,
    quoted,
    inputs,
    route,
    id,
  }: {
    readonly caller: Caller;
    readonly quoted: Quoted;
    readonly inputs: readonly StoredInput[];
    readonly route: Route;
    readonly id: string;
  },
): Promise<void> {
  const { order, quote } = quoted;
  const seed = order.seed ?? context.randomSeed();
  const request: StoredRequest = {
    ...toRequest(quoted, { id, seed, engineModel: route.engineModel }),
    ...(inputs.length === 0 ? {} : { inputs }),
  };
  await tx
    .insertInto('generations')
    .values({
      id,
      team_id: caller.teamId,
      api_key_id: caller.keyId,
      kind: order.kind,
      operation: request.operation,
      model: order.model,
      engine: route.engine.name,
      state: 'queued',
      request: JSON.stringify(request),
      inputs_kept: inputs.length > 0,
      price_ticks: String(quote.priceTicks),
      seed: String(seed),
      created_at: context.now(),
    })
    .execute();
}

function toRequest(
  { order, quote }: Quoted,
  given: { readonly id: string; readonly seed: number; readonly engineModel: string },
): StoredRequest {
  const { operation, prompt } = order;
  const { aspectRatio, width, height } = quote;
  const common = {
    operation,
    generationId: given.id,
    model: given.engineModel,
    prompt,
    aspectRatio,
    width,
    height,
    seed: given.seed,
  };
  if (order.kind === 'image') {
    const quality = order.quality === undefined ? {} : { quality: order.quality };
    return { ...common, resolution: order.resolution, count: order.count, audio: false, ...quality };
  }
  const { durationSeconds, totalSeconds, framesPerSecond, resolution } = quote as VideoQuote;
  return {
    ...common,
    resolution,
    count: 1,
    seconds: durationSeconds,
    ...(totalSeconds === durationSeconds ? {} : { totalSeconds }),
    ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
    audio: order.audio,
  };
}
