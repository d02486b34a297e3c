import { LIMITS } from '@openimagine/contract';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { BodyBudget } from '../body-budget.ts';

/** Of the requests whose body is counted, what no longer counts it. */
const giveBacks = new WeakMap<FastifyRequest, () => void>();

/**
 * Lets go of a body whose pictures are stored: its reply may take a minute to draw, and meanwhile nobody needs it. The
 * order that was read from it must be out of reach, too.
 */
export function forgetBody(request: FastifyRequest): void {
  request.body = undefined;
  giveBacks.get(request)?.();
}

/** For routes whose JSON may hold pictures and videos as `data:` URLs. */
export function createMediaBodies(budget: BodyBudget): RouteShorthandOptions {
  const takenBy = new WeakMap<
    FastifyRequest,
    { readonly bytes: number; readonly giveBack: (bytes?: number) => void }
  >();
  return {
    bodyLimit: LIMITS.mediaBodyBytes,
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      const bytes = bytesAhead(request);
      if (bytes <= LIMITS.textBodyBytes || bytes > LIMITS.mediaBodyBytes) return;
      const giveBack = takeOrHangUp(budget, bytes, reply);
      takenBy.set(request, { bytes, giveBack });
      giveBacks.set(request, () => giveBack());
      reply.raw.once('close', () => giveBack());
    },
    async preValidation(request: FastifyRequest) {
      const taken = takenBy.get(request);
      if (taken === undefined || request.bodyCharacters === undefined) return;
      // A body that came in chunks is rarely as long as it might have been, and its picture takes a while to draw.
      taken.giveBack(Math.max(0, taken.bytes - request.bodyCharacters));
    },
  };
}

function takeOrHangUp(budget: BodyBudget, bytes: number, reply: FastifyReply): (bytes?: number) => void {
  try {
    return budget.take(bytes);
  } catch (error) {
    // Nobody reads what still comes on this connection.
    reply.header('connection', 'close');
    throw error;
  }
}

/** Without a length it may become as long as is allowed. */
function bytesAhead({ headers }: FastifyRequest): number {
  const length = headers['content-length'];
  if (length !== undefined) return Number(length);
  return headers['transfer-encoding'] === undefined ? 0 : LIMITS.mediaBodyBytes;
}
