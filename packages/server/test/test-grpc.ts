import { createServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { DescService } from '@bufbuild/protobuf';
import { type Client, Code, ConnectError, createClient, type Transport } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import type { ErrorCode } from '@openimagine/contract';
import { expect } from 'vitest';
import { createBatchLimits } from '../src/batches/batch-limits.ts';
import { type BodyBudget, createBodyBudget } from '../src/body-budget.ts';
import type { ContextOptions } from '../src/context.ts';
import { createPublicUrl } from '../src/delivery/public-url.ts';
import { BadRequestSchema, ErrorInfoSchema } from '../src/grpc/gen/google/rpc/error_details_pb.ts';
import { createGrpcHandler, MESSAGE_BYTES_MAX } from '../src/grpc/grpc-handler.ts';
import { TEST_KEY } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** The gRPC door of a test server. */
export interface TestGrpcDoor {
  readonly url: string;
  /** @param key Default: the key of the tests; undefined sends none. */
  transport(key?: string): Transport;
  client<S extends DescService>(service: S, key?: string): Client<S>;
  /** Breaks every connection off. */
  cut(): void;
  close(): Promise<void>;
}

export async function openTestGrpcDoor(
  server: TestServer,
  bodies: BodyBudget = createBodyBudget(),
): Promise<TestGrpcDoor> {
  const { context } = server;
  const handler = createGrpcHandler(context, {
    publicUrl: createPublicUrl({ host: '127.0.0.1', port: 0, publicUrl: undefined }),
    bodies,
    batchLimits: createBatchLimits(context.now),
    count: () => undefined,
  });
  const http = createServer((request, response) => handler(request, response));
  const sessions = new Set<ServerHttp2Session>();
  http.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const cut = (): void => {
    for (const session of sessions) session.destroy();
  };
  const transport = (key: string | undefined): Transport =>
    createGrpcTransport({
      baseUrl: url,
      readMaxBytes: MESSAGE_BYTES_MAX,
      interceptors: [
        (next) => (request) => {
          if (key !== undefined) request.header.set('authorization', `Bearer ${key}`);
          return next(request);
        },
      ],
    });
  return {
    url,
    transport: (...[key]) => transport(key ?? TEST_KEY),
    client: (service, ...key) => createClient(service, transport(key.length === 0 ? TEST_KEY : key[0])),
    cut,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        cut();
      }),
  };
}

/** A running system behind its gRPC door. */
export interface TestGrpcSystem extends TestGrpcDoor, AsyncDisposable {
  readonly engine: TestEngine;
  readonly server: TestServer;
}

export async function startTestGrpcSystem(
  options: Partial<ContextOptions> & { readonly engine?: TestEngine } = {},
): Promise<TestGrpcSystem> {
  const { engine = createTestEngine(), ...contextOptions } = options;
  const server = await startTestServer(engine, contextOptions);
  const door = await openTestGrpcDoor(server);
  const close = async (): Promise<void> => {
    await door.close();
    await server.close();
  };
  return { ...door, engine, server, close, [Symbol.asyncDispose]: close };
}

/** A failure as a client sees it. */
export interface GrpcFailure {
  readonly status: string;
  /** Of the catalogue, as `ErrorInfo` tells it. */
  readonly code: ErrorCode | undefined;
  readonly message: string;
  /** As `BadRequest` tells them. */
  readonly fields: readonly string[];
}

/** What a call fails with. @throws when it does not fail, or tells of where it came from. */
export async function failureOf(call: Promise<unknown> | AsyncIterable<unknown>): Promise<GrpcFailure> {
  const error = await (Symbol.asyncIterator in call ? drain(call) : call).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ConnectError)) throw new Error(`No failure of gRPC: ${String(error)}`);
  const [info] = error.findDetails(ErrorInfoSchema);
  const violations = error.findDetails(BadRequestSchema).flatMap(({ fieldViolations }) => fieldViolations);
  expect(error.rawMessage).not.toMatch(/node_modules|\.ts:|\n\s+at /);
  return {
    status: Code[error.code],
    code: info?.reason as ErrorCode | undefined,
    message: error.rawMessage,
    fields: violations.map(({ field }) => field),
  };
}

async function drain(messages: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of messages);
}
