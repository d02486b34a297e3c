import type { IncomingHttpHeaders } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { type ConnectRouter, createConnectRouter, createContextValues } from '@connectrpc/connect';
import type { UniversalHandler } from '@connectrpc/connect/protocol';
import { compressionGzip, universalRequestFromNodeRequest } from '@connectrpc/connect-node';
import { ApiError, accessNeeded, type Endpoint } from '@openimagine/contract';
import { assertEndpoint } from '../accounts/access.ts';
import { admitCall } from '../accounts/admit-call.ts';
import type { Caller } from '../accounts/keys.ts';
import type { BatchLimits } from '../batches/batch-limits.ts';
import type { BodyBudget } from '../body-budget.ts';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import { authService } from './auth-service.ts';
import { batchService } from './batch-service.ts';
import { boundBody } from './bound-body.ts';
import { callKey, type GrpcCall } from './call.ts';
import { endpointOfMethod } from './endpoint-of-method.ts';
import { fileService } from './file-service.ts';
import { answerErrors, toConnectError } from './grpc-errors.ts';
import { healthService } from './health-service.ts';
import { imageService } from './image-service.ts';
import { modelService } from './model-service.ts';
import { reflectionService } from './reflection-service.ts';
import { refuse } from './refuse.ts';
import { sendReply } from './send-reply.ts';
import { videoService } from './video-service.ts';

/** What services encode their replies with. */
export interface GrpcOptions {
  readonly publicUrl: PublicUrl;
  readonly bodies: BodyBudget;
  readonly batchLimits: BatchLimits;
}

/** The most that clients send and take in one message. */
export const MESSAGE_BYTES_MAX = 20 * 1024 * 1024;

/** Answers a request whose content type is gRPC's. */
export type GrpcHandler = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

interface Method {
  readonly handler: UniversalHandler;
  /** Undefined where no key is needed. */
  readonly endpoint: Endpoint | undefined;
}

/** Opens the gRPC door: each method decodes, calls one operation, and encodes its result. */
export function createGrpcHandler(context: Context, options: GrpcOptions): GrpcHandler {
  const router = createConnectRouter({
    grpc: true,
    grpcWeb: false,
    connect: false,
    acceptCompression: [compressionGzip],
    // Pictures and videos do not get smaller.
    compressMinBytes: Number.MAX_SAFE_INTEGER,
    readMaxBytes: MESSAGE_BYTES_MAX,
    writeMaxBytes: MESSAGE_BYTES_MAX,
    interceptors: [answerErrors(context.log)],
  });
  addServices(router, context, options);
  const methods = new Map<string, Method>(
    router.handlers.map((handler) => [
      handler.requestPath,
      { handler, endpoint: endpointOfMethod(handler.requestPath) },
    ]),
  );
  return (request, response) => {
    const requestId = context.randomUUID();
    // Before a byte of the message is read.
    answer(context, request, response, { requestId, methods, bodies: options.bodies }).catch((error: unknown) => {
      if (response.stream.destroyed) return;
      if (!(error instanceof ApiError)) context.log.error('call failed', { requestId, path: request.url, error });
      refuse(response, toConnectError(error, requestId));
    });
  };
}

function addServices(router: ConnectRouter, context: Context, options: GrpcOptions): void {
  imageService(router, context, options);
  videoService(router, context, options);
  fileService(router, context, options);
  batchService(router, context, options);
  modelService(router);
  authService(router, context);
  healthService(router, context);
  reflectionService(router, context);
}

async function answer(
  context: Context,
  request: Http2ServerRequest,
  response: Http2ServerResponse,
  door: { readonly requestId: string; readonly methods: ReadonlyMap<string, Method>; readonly bodies: BodyBudget },
): Promise<void> {
  const { requestId } = door;
  const method = door.methods.get(request.url.split('?', 1)[0]!);
  if (method === undefined) {
    const message = `There is no method ${request.url.slice(0, 100)}. Server reflection lists those that there are.`;
    throw new ApiError('method-not-allowed', message);
  }
  const { handler, endpoint } = method;
  const caller = endpoint && (await admit(context, request.headers, endpoint));
  const { authority = '', socket } = request;
  if (authority === '') throw new ApiError('invalid-argument', 'The request has no `:authority`.');
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const call: GrpcCall = {
    requestId,
    caller,
    asked: { host: authority, protocol: isEncrypted ? 'https' : 'http', socket },
  };
  const values = createContextValues().set(callKey, call);
  const asked = universalRequestFromNodeRequest(request, response, undefined, values);
  const isStreamed = handler.method.methodKind === 'client_streaming' || handler.method.methodKind === 'bidi_streaming';
  const { body, release } = boundBody(asked.body as AsyncIterable<Uint8Array>, { isStreamed, budget: door.bodies });
  try {
    await sendReply(await handler({ ...asked, body }), response);
  } catch (error) {
    // The client has gone: nobody is to be told.
    if (!asked.signal.aborted) throw error;
  } finally {
    release();
  }
}

/** @throws {ApiError} `unauthenticated`, `permission-denied`, `resource-exhausted`. */
async function admit(context: Context, headers: IncomingHttpHeaders, endpoint: Endpoint): Promise<Caller> {
  const caller = await context.keys.authenticate(readKey(headers));
  const needed = accessNeeded(endpoint);
  if (needed !== undefined) assertEndpoint(caller, needed);
  const { refusal } = admitCall(context, caller, endpoint);
  if (refusal !== undefined) throw refusal;
  return caller;
}

/** Of several, as interceptors add them, the last that is not empty. */
function readKey({ authorization = '' }: IncomingHttpHeaders): string {
  const last = authorization
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .at(-1);
  if (last === undefined)
    throw new ApiError(
      'unauthenticated',
      'No API key was sent. Send the metadata `authorization: Bearer YOUR_KEY`. The Python SDK sends none with `files.upload` over an insecure channel: connect to `localhost:PORT`, or use TLS.',
    );
  const key = /^Bearer[ \t]+(\S+)$/i.exec(last)?.[1];
  if (key === undefined)
    throw new ApiError('unauthenticated', 'The metadata `authorization` must read `Bearer YOUR_KEY`.');
  return key;
}
