import { constants, createServer, type Http2Server, type Http2ServerRequest } from 'node:http2';
import type { GrpcHandler } from '../grpc/grpc-handler.ts';
import { H2Response } from './h2-response.ts';

export interface H2Handlers {
  readonly onGrpc: GrpcHandler;
  /** Everything that is no gRPC: browsers and HTTP clients that choose HTTP/2. */
  readonly onHttp: (request: Http2ServerRequest, response: H2Response) => void;
  /** How long a request that is no gRPC may take to arrive whole. */
  readonly bodyTimeoutMs: number;
}

const KiB = 1024;

/**
 * What answers over HTTP/2. It does not listen: connections are handed to it by `emit('connection', socket)`.
 * Pings are answered however often they come, with calls and without.
 */
export function createH2Server({ onGrpc, onHttp, bodyTimeoutMs }: H2Handlers): Http2Server {
  const server = createServer({
    Http2ServerResponse: H2Response,
    settings: { maxConcurrentStreams: 100, maxHeaderListSize: 16 * KiB },
    // Answers that a client is still to read count; with Node's 10 MB one picture in base64 would refuse the next call.
    maxSessionMemory: 512,
    maxHeaderListPairs: 128,
    maxSettings: 32,
    // A client that begins and cancels faster than this, or sends nonsense, is told to go.
    streamResetBurst: 500,
    streamResetRate: 50,
    maxSessionInvalidFrames: 100,
    maxSessionRejectedStreams: 100,
  });
  const answer = (request: Http2ServerRequest, response: H2Response): void => {
    if (request.headers['content-type']?.startsWith('application/grpc')) {
      if (isTarget(request)) onGrpc(request, response);
      else response.stream.close(constants.NGHTTP2_PROTOCOL_ERROR);
    } else {
      boundRequest(request, response, bodyTimeoutMs);
      onHttp(request, response);
    }
  };
  server.on('request', answer);
  // An expectation that we do not know is no reason to refuse what we can answer.
  server.on('checkExpectation', answer);
  // Each session has told its own already.
  server.on('sessionError', () => undefined);
  return server;
}

/** An `:authority` or a path of which no URL can be made belongs to a malformed request: RFC 9113, 8.1.1. */
function isTarget({ url, authority }: Http2ServerRequest): boolean {
  return URL.canParse(url, `http://${authority || 'unnamed'}`);
}

/** Ends what HTTP/1 would end: a body that does not come, and one that nobody wants to read any more. */
function boundRequest(request: Http2ServerRequest, { stream }: H2Response, bodyTimeoutMs: number): void {
  if (stream.endAfterHeaders) return;
  const timer = setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), bodyTimeoutMs);
  timer.unref();
  request.once('end', () => clearTimeout(timer));
  stream.once('close', () => clearTimeout(timer));
  stream.once('finish', () => {
    if (!stream.readableEnded) setImmediate(() => stream.close(constants.NGHTTP2_NO_ERROR));
  });
}
