import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { STATUS_CODES } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ERRORS, type ErrorCode, LIMITS } from '@openimagine/contract';
import { type FastifyInstance, fastify } from 'fastify';
import type { ManagementKey } from '../accounts/management-key.ts';
import { createBatchLimits } from '../batches/batch-limits.ts';
import { createBodyBudget } from '../body-budget.ts';
import type { Context } from '../context.ts';
import { createPublicUrl, originOf } from '../delivery/public-url.ts';
import { createGrpcHandler } from '../grpc/grpc-handler.ts';
import { createPort, type Port, type PortOptions } from '../port/port.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { assetRoutes } from './asset-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { assertMayCall, readCaller } from './caller.ts';
import { docsRoutes } from './docs-routes.ts';
import { emulatorRoutes } from './emulator-routes.ts';
import { nameEndpoints, requireEndpoints } from './endpoint-of-route.ts';
import { fileRoutes, publicFileRoutes } from './file-routes.ts';
import { generationRoutes } from './generation-routes.ts';
import { imageRoutes } from './image-routes.ts';
import { readJsonOnly, refuseMissingBody } from './json-bodies.ts';
import { managementRoutes } from './management-routes.ts';
import { createMediaBodies } from './media-bodies.ts';
import { createMetrics } from './metrics.ts';
import { modelRoutes } from './model-routes.ts';
import { openAiVideoRoutes } from './openai-video-routes.ts';
import { limitRate } from './rate-limited.ts';
import { answerErrors, sendError, toApiError } from './reply-errors.ts';
import { sceneRoutes } from './scene-routes.ts';
import { refuseBeyondOfficial } from './strictness.ts';
import { refuseIdleDryRun } from './submit-options.ts';
import { systemRoutes } from './system-routes.ts';
import { videoEventRoutes } from './video-event-routes.ts';
import { videoRoutes } from './video-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface HttpOptions {
  readonly host: string;
  readonly port: number;
  /** What clients reach the server by, without a trailing slash; undefined: whatever they came to. */
  readonly publicUrl: string | undefined;
  readonly managementKey: ManagementKey;
  /** What a key that is unknown or has expired is answered. Default 401. */
  readonly wrongKeyStatus?: 400 | 401 | undefined;
  /** PEM texts, the certificate first of its chain. Undefined: clear text. */
  readonly tls?: PortOptions['tls'];
  /** How long `close` waits for requests under way. Default: a little longer than draining takes. */
  readonly closeTimeoutMs?: number;
}

export interface HttpServer {
  /** `http://127.0.0.1:8080`: the address it listens at; `https` where it has a certificate. */
  readonly url: string;
  /** Takes no new requests and waits for those under way. */
  close(): Promise<void>;
}

/** A socket that has sent no whole head by then is closed: idle connections cannot pile up. */
const HEAD_TIMEOUT_MS = 20_000;
const BODY_TIMEOUT_MS = 120_000;
/** Image calls that still wait are answered when draining ends; their sockets must live until then. */
const CLOSE_MARGIN_MS = 2_000;

/**
 * Opens the port: each route of HTTP decodes, calls one operation, and encodes its result, and so does each method of gRPC.
 * @throws {Error} of Node's `listen`, with `code` EADDRINUSE or EACCES.
 */
export async function openHttpServer(context: Context, options: HttpOptions): Promise<HttpServer> {
  const protocol = options.tls === undefined ? 'http' : 'https';
  const publicUrl = createPublicUrl({ ...options, protocol });
  const metrics = createMetrics(context);
  const bodies = createBodyBudget();
  const batchLimits = createBatchLimits(context.now);
  const port = createPort({
    tls: options.tls,
    onGrpc: createGrpcHandler(context, { publicUrl, bodies, batchLimits, count: metrics.countCall }),
    headTimeoutMs: HEAD_TIMEOUT_MS,
    bodyTimeoutMs: BODY_TIMEOUT_MS,
  });
  const app = fastify({
    serverFactory: (onHttp) => port.serve(onHttp),
    bodyLimit: LIMITS.textBodyBytes,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendError(request, reply, toApiError(error));
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    // While it stops, requests on open connections still get their answer, or ours that it stops.
    return503OnClosing: false,
  });
  answerErrors(app, context.log);
  readJsonOnly(app);
  nameEndpoints(app);
  app.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    metrics.count(request.routeOptions.url ?? 'unknown', request.method, reply.statusCode, reply.elapsedTime);
    next();
  });
  systemRoutes(app, context, metrics);
  docsRoutes(app, publicUrl, context.emulator !== undefined);
  assetRoutes(app, context);
  publicFileRoutes(app, context);
  await app.register(async (api) => {
    requireEndpoints(api);
    api.addHook('onRequest', async (request, reply) => {
      request.caller = await readCaller(context, request, options.wrongKeyStatus);
      assertMayCall(request);
      limitRate(context, request, reply);
    });
    api.addHook('preHandler', refuseMissingBody);
    api.addHook('preHandler', refuseBeyondOfficial);
    api.addHook('preHandler', refuseIdleDryRun);
    const withMediaBody = createMediaBodies(bodies);
    imageRoutes(api, context, { publicUrl, withMediaBody });
    sceneRoutes(api, context);
    videoRoutes(api, context, { publicUrl, withMediaBody });
    videoEventRoutes(api, context, { publicUrl });
    generationRoutes(api, context, publicUrl);
    webhookRoutes(api, context);
    batchRoutes(api, context, { publicUrl, withMediaBody, batchLimits });
    modelRoutes(api);
    apiKeyRoutes(api, context);
    if (context.emulator !== undefined) emulatorRoutes(api, context, context.emulator);
    await api.register((videos) => openAiVideoRoutes(videos, context, { publicUrl, withMediaBody }));
    await api.register((files) => fileRoutes(files, context, publicUrl));
  });
  await app.register((api, _, done) => {
    api.addHook('preHandler', refuseMissingBody);
    managementRoutes(api, context, options.managementKey);
    done();
  });
  // An expectation that we do not know is no reason to refuse what we can answer.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('preClose', (done) => {
    port.drain();
    done();
  });
  await app.listen({ host: options.host, port: options.port, backlog: 4096 });
  if (options.host === 'localhost') {
    const found = await lookup(options.host, { all: true });
    await port.listenAlsoAt(found.map(({ address }) => address));
  }
  const { address, family, port: number } = app.server.address() as AddressInfo;
  context.origin.url = originOf({ ...options, protocol, port: number });
  return {
    url: `${protocol}://${family === 'IPv6' ? `[${address}]` : address}:${number}`,
    close: () => closeInTime(app, port, options.closeTimeoutMs ?? context.settings.drainMs + CLOSE_MARGIN_MS),
  };
}

/** A client that reads a video slowly, or stopped reading it, must not keep the server from stopping. */
async function closeInTime(app: FastifyInstance, port: Port, timeoutMs: number): Promise<void> {
  const deadline = setTimeout(() => port.destroy(), timeoutMs);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
}

/** What came was no HTTP request at all, or its head never ended. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const code: ErrorCode =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 'request-timeout'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 'headers-too-large'
        : 'invalid-argument';
  const status = ERRORS[code].http;
  const requestId = randomUUID();
  const body = JSON.stringify({
    code,
    error: `The connection did not carry a readable HTTP request (${STATUS_CODES[status]}).`,
    request_id: requestId,
  });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nx-request-id: ${requestId}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
