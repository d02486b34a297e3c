import { ApiError, encodeQuote, type ImageOrder, type PriceQuote, type VideoOrder } from '@openimagine/contract';
import type { FastifyReply, FastifyRequest, preHandlerHookHandler } from 'fastify';
import type { Context } from '../context.ts';
import { quoteGeneration, type SubmitOptions } from '../operations/submit-generation.ts';
import { readScenario } from './emulator-routes.ts';
import { goneSignal } from './gone-signal.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { REPLAYED_HEADER } from './idempotent-reply.ts';

/**
 * What the headers of a request that makes a generation say, and its connection.
 * @throws {ApiError} `invalid-argument` for a header that cannot be read.
 */
export function readSubmitOptions(context: Context, request: FastifyRequest, reply: FastifyReply): SubmitOptions {
  return {
    idempotencyKey: readIdempotencyKey(request),
    signal: goneSignal(reply),
    scenario: readScenario(context, request),
    onReplay: () => void reply.header(REPLAYED_HEADER, 'true'),
  };
}

/**
 * Whether only the price is asked for, by `X-Dry-Run: true`.
 * @throws {ApiError} `invalid-argument` for another word than true or false: it must never be paid for by a slip of the keys.
 */
export function isDryRun({ headers }: FastifyRequest): boolean {
  const header = headers['x-dry-run'];
  if (header === undefined) return false;
  const word = String(header).trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw new ApiError('invalid-argument', `\`X-Dry-Run\` must be true or false; got "${word.slice(0, 40)}".`);
}

/** Where no price can be asked for, asking for it must not buy. */
export const refuseIdleDryRun: preHandlerHookHandler = (request, _reply, next) => {
  const isQuotable = request.routeOptions.config.endpoint?.quotable === true;
  if (request.method !== 'POST' || isQuotable || !isDryRun(request)) return next();
  next(
    new ApiError(
      'invalid-argument',
      '`X-Dry-Run` cannot be used here: it asks for the price of one picture request or video, by the route that makes it. Nothing was done.',
    ),
  );
};

/** The price of an order, as it is replied. */
export async function replyQuote(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  order: ImageOrder | VideoOrder,
): Promise<PriceQuote> {
  const { lines } = await quoteGeneration(context, request.caller, order, goneSignal(reply));
  return encodeQuote(order, lines);
}
