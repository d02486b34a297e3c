import { constants, type Http2ServerResponse } from 'node:http2';
import type { UniversalServerResponse } from '@connectrpc/connect/protocol';
import { universalResponseToNodeResponse } from '@connectrpc/connect-node';
import { statusFields } from './status-fields.ts';

/**
 * Sends a reply; an error without a message before it goes out as its status alone. Clients of gRPC repeat a call that was
 * UNAVAILABLE only then: after headers they take it that the server has begun.
 */
export async function sendReply(reply: UniversalServerResponse, response: Http2ServerResponse): Promise<number> {
  if (reply.body === undefined || !(Symbol.asyncIterator in reply.body)) {
    await universalResponseToNodeResponse(reply, response);
    return statusOf(reply);
  }
  const messages = reply.body[Symbol.asyncIterator]();
  const first = await messages.next();
  if (first.done && reply.trailer !== undefined) {
    sendStatus(reply, response);
    return statusOf(reply);
  }
  const body = async function* (): AsyncGenerator<Uint8Array> {
    try {
      if (!first.done) yield first.value;
      yield* { [Symbol.asyncIterator]: () => messages };
    } finally {
      // Also of a client that goes away before the second: whatever the service holds open is let go of.
      messages.return?.()?.catch(() => undefined);
    }
  };
  await universalResponseToNodeResponse({ ...reply, body: body() }, response);
  return statusOf(reply);
}

function statusOf({ trailer, header }: UniversalServerResponse): number {
  return Number(trailer?.get('grpc-status') ?? header?.get('grpc-status') ?? 0);
}

function sendStatus({ status, header, trailer }: UniversalServerResponse, { stream }: Http2ServerResponse): void {
  if (stream.destroyed) return;
  const fields = { ...Object.fromEntries(header ?? []), ...statusFields(trailer) };
  stream.respond({ ':status': status, ...fields }, { endStream: true });
  // What the client still sends is dropped.
  stream.close(constants.NGHTTP2_NO_ERROR);
}
