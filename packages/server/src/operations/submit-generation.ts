import { createHash } from 'node:crypto';
import { ApiError, type ImageOrder, LIMITS, type VideoOrder } from '@openimagine/contract';
import { assertAccess } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import type { StoredRequest } from '../jobs/generation.ts';
import type { Route } from '../jobs/routes.ts';
import { hold } from '../ledger/ledger.ts';

export interface SubmitOptions {
  /** The same key with the same body gives the same generation; with another body it is refused. */
  readonly idempotencyKey?: string | undefined;
}

/**
 * Accepts an order: idempotency row, hold, generation and wake-up commit together, or nothing does.
 * @returns The id of the generation, which is an earlier one when the idempotency key was used before.
 * @throws {ApiError} `permission-denied`, `imagine:content-moderated`, `idempotency-mismatch`, `resource-exhausted`,
 * `unavailable`.
 */
export async function submitGeneration(
  context: Context,
  caller: Caller,
  order: ImageOrder | VideoOrder,
  options: SubmitOptions,
): Promise<string> {
  assertAccess(caller, { model: order.model, endpoint: order.kind });
  if (context.isStopping)
    throw new ApiError('unavailable', 'The server is stopping; nothing was accepted. Try again shortly.');
  const verdict = await context.moderate(order.prompt);
  if (!verdict.ok)
    throw new ApiError(
      'imagine:content-moderated',
      `The prompt was refused by content moderation: ${verdict.reason}.`,
      { billedTicks: 0 },
    );
  const idempotencyKey = checkIdempotencyKey(options.idempotencyKey);
  const route = context.routes.find(order.model);
  return context.database.withTransaction(async (tx) => {
    const id = context.randomUUID();
    const earlier =
      idempotencyKey === undefined ? undefined : await useKey(context, tx, { caller, order, id, idempotencyKey });
    if (earlier !== undefined) return earlier;
    await assertRoom(context, tx, caller);
    await insertGeneration(context, tx, { caller, order, route, id });
    await hold(tx, {
      teamId: caller.teamId,
      generationId: id,
      at: context.now(),
      amountTicks: BigInt(order.priceTicks),
    });
    await context.queue.wake(tx, order.kind, id);
    return id;
  });
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
  {
    caller,
    order,
    id,
    idempotencyKey,
  }: {
    readonly caller: Caller;
    readonly order: ImageOrder | VideoOrder;
    readonly id: string;
    readonly idempotencyKey: string;
  },
): Promise<string | undefined> {
  const fingerprint = fingerprintOf(order);
  const row = {
    team_id: caller.teamId,
    key: idempotencyKey,
    fingerprint,
    generation_id: id,
    created_at: context.now(),
  };
  const inserted = await tx
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) => conflict.columns(['team_id', 'key']).doNothing())
    .returning('key')
    .execute();
  if (inserted.length > 0) return undefined;
  const earlier = await tx
    .selectFrom('idempotency')
    .where('team_id', '=', caller.teamId)
    .where('key', '=', idempotencyKey)
    .select(['fingerprint', 'generation_id'])
    .execute();
  if (earlier[0] === undefined)
    throw new ApiError('unavailable', 'The Idempotency-Key is being freed just now. Try again.');
  if (earlier[0].fingerprint === fingerprint) return earlier[0].generation_id;
  throw new ApiError(
    'idempotency-mismatch',
    'This Idempotency-Key was used before with a different body. Use a new key for a new request.',
  );
}

/** Of what the body means, so that neither spacing nor the order of its fields counts; and not of what it costs today. */
function fingerprintOf({ priceTicks: _, ...order }: ImageOrder | VideoOrder): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(order).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
}

async function assertRoom(context: Context, tx: Tx, caller: Caller): Promise<void> {
  const { queuedPerKey, queuedInTotal } = context.settings;
  const rows = await tx
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
    order,
    route,
    id,
  }: { readonly caller: Caller; readonly order: ImageOrder | VideoOrder; readonly route: Route; readonly id: string },
): Promise<void> {
  const seed = order.seed ?? context.randomSeed();
  const request = toRequest(order, { id, seed, engineModel: route.engineModel });
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
      price_ticks: String(order.priceTicks),
      seed: String(seed),
      created_at: context.now(),
    })
    .execute();
}

function toRequest(
  order: ImageOrder | VideoOrder,
  given: { readonly id: string; readonly seed: number; readonly engineModel: string },
): StoredRequest {
  const { prompt, aspectRatio, resolution, width, height } = order;
  const common = {
    generationId: given.id,
    model: given.engineModel,
    prompt,
    aspectRatio,
    resolution,
    width,
    height,
    seed: given.seed,
  };
  if (order.kind === 'video')
    return { ...common, operation: 'video.generate', count: 1, seconds: order.durationSeconds, audio: order.audio };
  const quality = order.quality === undefined ? {} : { quality: order.quality };
  return { ...common, operation: 'image.generate', count: order.count, audio: false, ...quality };
}
