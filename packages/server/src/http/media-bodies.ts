import { ApiError, LIMITS } from '@openimagine/contract';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';

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

/**
 * For routes whose JSON may hold pictures and videos as `data:` URLs. Such a body is kept whole while it is looked at, so
 * only so many bytes of them are taken at once.
 */
export function createMediaBodies(): RouteShorthandOptions {
  let openBytes = 0;
  const takenBy = new WeakMap<FastifyRequest, { bytes: number }>();
  return {
    bodyLimit: LIMITS.mediaBodyBytes,
    async onRequest(request: FastifyRequest, reply: FastifyReply) {
      const bytes = bytesAhead(request);
      if (bytes <= LIMITS.textBodyBytes || bytes > LIMITS.mediaBodyBytes) return;
      if (openBytes + bytes > LIMITS.mediaBodiesBytesAtOnce) {
        // Nobody reads what still comes on this connection.
        reply.header('connection', 'close');
        throw new ApiError(
          'resource-exhausted',
          'The server holds as many large bodies as it takes at once. Try again shortly, or send URLs instead of data URLs.',
          { retryAfterSeconds: 2 },
        );
      }
      const taken = { bytes };
      takenBy.set(request, taken);
      openBytes += bytes;
      const giveBack = (): void => {
        openBytes -= taken.bytes;
        taken.bytes = 0;
      };
      giveBacks.set(request, giveBack);
      reply.raw.once('close', giveBack);
    },
    async preValidation(request: FastifyRequest) {
      const taken = takenBy.get(request);
      if (taken === undefined || request.bodyCharacters === undefined) return;
      // A body that came in chunks is rarely as long as it might have been, and its picture takes a while to draw.
      const { bytes } = taken;
      taken.bytes = Math.min(bytes, request.bodyCharacters);
      openBytes -= bytes - taken.bytes;
    },
  };
}

/** Without a length it may become as long as is allowed. */
function bytesAhead({ headers }: FastifyRequest): number {
  const length = headers['content-length'];
  if (length !== undefined) return Number(length);
  return headers['transfer-encoding'] === undefined ? 0 : LIMITS.mediaBodyBytes;
}
