import { constants, type Http2ServerResponse } from 'node:http2';
import type { ConnectError } from '@connectrpc/connect';
import { setTrailerStatus } from '@connectrpc/connect/protocol-grpc';
import { statusFields } from './status-fields.ts';

/** Ends a call whose message nobody reads, with a status and nothing else. @returns The status. */
export function refuse({ stream }: Http2ServerResponse, error: ConnectError): number {
  if (stream.destroyed) return error.code;
  // Whatever was said already: the client learns that it failed.
  if (stream.headersSent) {
    stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    return error.code;
  }
  const status = new Headers();
  setTrailerStatus(status, error);
  stream.respond(
    { ':status': 200, 'content-type': 'application/grpc+proto', ...statusFields(status) },
    { endStream: true },
  );
  // What the client still sends is dropped.
  stream.close(constants.NGHTTP2_NO_ERROR);
  return error.code;
}
