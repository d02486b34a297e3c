import { ApiError, LIMITS } from '@openimagine/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import { createQueuePositions, type QueuePositions } from '../jobs/queue-positions.ts';
import { getVideo } from '../operations/get-video.ts';
import { LAST_EVENT, type VideoEvent, watchVideo } from '../operations/watch-video.ts';
import { readCaller } from './caller.ts';
import { encodeVideo } from './encode-video.ts';
import { type EventStream, openEventStream } from './event-stream.ts';
import { goneSignal } from './gone-signal.ts';

export interface EventOptions {
  readonly publicUrl: PublicUrl;
  /** Default: 15 s, below the minute after which proxies close what is silent. */
  readonly keepAliveMs?: number;
}

const KEEP_ALIVE_MS = 15_000;

interface EventParams {
  Params: { request_id: string };
}

/** How a video is getting on, told as it happens. */
export function videoEventRoutes(app: FastifyInstance, context: Context, options: EventOptions): void {
  const positions = createQueuePositions(context);
  const places = createStreamPlaces();
  app.get<EventParams>('/v1/videos/:request_id/events', { exposeHeadRoute: false }, async (request, reply) => {
    // Before anything is sent: an unknown id is an error as everywhere.
    await getVideo(context, request.caller, request.params.request_id);
    if (request.headers['last-event-id'] === LAST_EVENT) return reply.code(204).send();
    const leave = places.take(request.caller.keyId);
    try {
      await follow(request, reply, { ...options, context, positions });
    } finally {
      leave();
    }
    return reply;
  });
}

interface Following extends EventOptions {
  readonly context: Context;
  readonly positions: QueuePositions;
}

/** Until the video has ended, the reader has gone, its key is revoked, or the server stops. */
async function follow(
  request: FastifyRequest<EventParams>,
  reply: FastifyReply,
  { context, publicUrl, positions, keepAliveMs = KEEP_ALIVE_MS }: Following,
): Promise<void> {
  const gone = goneSignal(reply);
  const ending = new AbortController();
  const lastSeen = request.headers['last-event-id'];
  const stream = openEventStream(reply);
  const keepingAlive = setInterval(() => {
    stream.comment('keep-alive');
    readCaller(context, request).catch((error: unknown) => ending.abort(error));
  }, keepAliveMs);
  try {
    const events = watchVideo(context, request.caller, request.params.request_id, {
      lastSeen: typeof lastSeen === 'string' ? lastSeen : undefined,
      signal: AbortSignal.any([gone, ending.signal]),
      positions,
    });
    for await (const event of events) await sendEvent(request, stream, event, { context, publicUrl });
  } catch (error) {
    // Nobody is left to be told, or a client that comes back learns it then.
    if (!(error instanceof ApiError)) context.log.error('event-stream-failed', { requestId: request.id, error });
  } finally {
    clearInterval(keepingAlive);
    // Also where encoding failed: nobody watches any more.
    ending.abort();
    stream.end();
  }
}

async function sendEvent(
  request: FastifyRequest,
  stream: EventStream,
  { type, id, state, position }: VideoEvent,
  encoding: { readonly context: Context; readonly publicUrl: PublicUrl },
): Promise<void> {
  const body = await encodeVideo(request, state, encoding);
  stream.send({ type, id, data: position === undefined ? body : { ...body, position } });
}

interface StreamPlaces {
  /** @returns Gives the place back. @throws {ApiError} `resource-exhausted`. */
  take(keyId: string): () => void;
}

function createStreamPlaces(): StreamPlaces {
  const ofKey = new Map<string, number>();
  let inTotal = 0;
  return {
    take(keyId) {
      const open = ofKey.get(keyId) ?? 0;
      if (open >= LIMITS.eventStreamsPerKey)
        throw tooMany(`This API key has ${open} event streams open; at most ${LIMITS.eventStreamsPerKey} may be.`);
      if (inTotal >= LIMITS.eventStreamsInTotal)
        throw tooMany(`The server has ${inTotal} event streams open, as many as it takes.`);
      ofKey.set(keyId, open + 1);
      inTotal++;
      return () => {
        inTotal--;
        const left = (ofKey.get(keyId) ?? 1) - 1;
        if (left > 0) ofKey.set(keyId, left);
        else ofKey.delete(keyId);
      };
    },
  };
}

function tooMany(message: string): ApiError {
  return new ApiError('resource-exhausted', `${message} Close one, or poll instead.`, { retryAfterSeconds: 5 });
}
