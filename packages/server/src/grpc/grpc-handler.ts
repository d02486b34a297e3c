import type { IncomingHttpHeaders } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { Code, ConnectError, type ConnectRouter, createConnectRouter, createContextValues } from '@connectrpc/connect';
import type { UniversalHandler } from '@connectrpc/connect/protocol';
import { universalRequestFromNodeRequest } from '@connectrpc/connect-node';
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
import { boundBody, DeadlineError } from './bound-body.ts';
import { callKey, type GrpcCall } from './call.ts';
import { endpointOfMethod } from './endpoint-of-method.ts';
import { fileService } from './file-service.ts';
import { answerErrors, toConnectError } from './grpc-errors.ts';
import { healthService } from './health-service.ts';
import { imageService } from './image-service.ts';
import { modelService } from './model-service.ts';
import { reflectionService } from './reflection-service.ts';
import { refuse } from './refuse.ts';
import { createRetriedCalls, type RetriedCalls } from './retried-calls.ts';
import { sendReply } from './send-reply.ts';
import { videoService } from './video-service.ts';

/** What services encode their replies with. */
export interface GrpcOptions {
  readonly publicUrl: PublicUrl;
  readonly bodies: BodyBudget;
  readonly batchLimits: BatchLimits;
  /** Told of each call that has ended. @param method `unknown` for one that there is not. @param status A number of gRPC's. */
  readonly count: (method: string, status: number, milliseconds: number) => void;
}

/** The most that clients send and take in one message. */
export const MESSAGE_BYTES_MAX = 20 * 1024 * 1024;
/** Of services that need no key. */
const OPEN_MESSAGE_BYTES_MAX = 64 * 1024;
/** A message must have come whole by then. */
const BODY_TIMEOUT_MS = 120_000;

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
    // Pictures and videos do not get smaller, and a few bytes would become megabytes before anything counts them.
    acceptCompression: [],
    readMaxBytes: MESSAGE_BYTES_MAX,
    writeMaxBytes: MESSAGE_BYTES_MAX,
    interceptors: [answerErrors(context.log)],
  });
  addServices(router, context, options);
  const calls = createRetriedCalls(context);
  const methods = new Map<string, Method>(
    router.handlers.map((handler) => [
      handler.requestPath,
      { handler, endpoint: endpointOfMethod(handler.requestPath) },
    ]),
  );
  return (request, response) => {
    const requestId = context.randomUUID();
    const startedMs = performance.now();
    const path = request.url.split('?', 1)[0]!;
    const method = methods.get(path);
    // Before a byte of the message is read.
    answer(context, { request, response }, { requestId, method, calls, bodies: options.bodies })
      .catch((error: unknown) => {
        const fault = { requestId, path: path.slice(0, 100), error };
        // What fails once the client has gone, fails because of that; anybody can go, as often as they like.
        if (response.stream.destroyed || response.stream.aborted) context.log.debug('call broken off', fault);
        else if (!(error instanceof ApiError)) context.log.error('call failed', fault);
        return refuse(response, toConnectError(error, requestId));
      })
      .then((status) => {
        options.count(method === undefined ? 'unknown' : path, status, performance.now() - startedMs);
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

/** @returns The status that it was answered with. */
async function answer(
  context: Context,
  { request, response }: { readonly request: Http2ServerRequest; readonly response: Http2ServerResponse },
  door: {
    readonly requestId: string;
    readonly method: Method | undefined;
    readonly calls: RetriedCalls;
    readonly bodies: BodyBudget;
  },
): Promise<number> {
  const { requestId, calls } = door;
  if (door.method === undefined) {
    const message = `There is no method ${request.url.slice(0, 100)}. Server reflection lists those that there are.`;
    throw new ApiError('method-not-allowed', message);
  }
  const { handler, endpoint } = door.method;
  const caller = endpoint && (await admit(context, request.headers, endpoint));
  const { authority = '', socket } = request;
  if (authority === '') throw new ApiError('invalid-argument', 'The request has no `:authority`.');
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true;
  const ended = Promise.withResolvers<boolean>();
  const call: GrpcCall = {
    requestId,
    caller,
    asked: { host: authority, protocol: isEncrypted ? 'https' : 'http', socket },
    calls,
    ended: ended.promise,
  };
  const values = createContextValues().set(callKey, call);
  const asked = universalRequestFromNodeRequest(request, response, undefined, values);
  const { methodKind } = handler.method;
  const { body, release } = boundBody(asked.body as AsyncIterable<Uint8Array>, {
    isStreamed: methodKind === 'client_streaming' || methodKind === 'bidi_streaming',
    // A stranger's messages are short, so that they can take nobody's room.
    messageBytesMax: caller === undefined ? OPEN_MESSAGE_BYTES_MAX : MESSAGE_BYTES_MAX,
    budget: caller === undefined ? undefined : door.bodies,
    timeoutMs: BODY_TIMEOUT_MS,
    deadlineMs: takeDeadline(asked.header),
  });
  try {
    const status = await sendReply(await handler({ ...asked, body: tellErrors(body, requestId) }), response);
    ended.resolve(!asked.signal.aborted);
    return status;
  } catch (error) {
    ended.resolve(false);
    throw error;
  } finally {
    release();
  }
}

/** Errors of a body that is being read pass through Connect as they are only in its own words. */
async function* tellErrors(body: AsyncIterable<Uint8Array>, requestId: string): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    if (error instanceof DeadlineError) throw new ConnectError(error.message, Code.DeadlineExceeded);
    throw error instanceof ApiError ? toConnectError(error, requestId) : error;
  }
}

const UNIT_MS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1_000, m: 1, u: 1e-3, n: 1e-6 };
/** Longer ones are more than a timer holds, and none at all. */
const DEADLINE_MS_MAX = 2 ** 31 - 1;

/** @returns The call's deadline in milliseconds from now. One that is too long to be counted is taken out of the headers. */
function takeDeadline(headers: Headers): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(headers.get('grpc-timeout') ?? '') ?? [];
  if (digits === undefined) return undefined;
  const ms = Number(digits) * UNIT_MS[unit]!;
  if (ms <= DEADLINE_MS_MAX) return ms;
  headers.delete('grpc-timeout');
  return undefined;
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
