import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createNetServer, type Server as NetServer, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { GrpcHandler } from '../grpc/grpc-handler.ts';
import { createH2Server } from './h2-server.ts';
import { trackSessions } from './h2-sessions.ts';
import { peek } from './peek.ts';

export interface PortOptions {
  /** What encrypts everything on the port; undefined: it is clear text. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly onGrpc: GrpcHandler;
  /** A connection that has sent no whole head by then is closed. */
  readonly headTimeoutMs: number;
  readonly bodyTimeoutMs: number;
}

/** One port that speaks HTTP/1, HTTP/2 and gRPC. */
export interface Port {
  /** What listens, and the whole of HTTP/1. */
  readonly server: HttpServer;
  /** Every request that is no gRPC goes to `onHttp`. */
  serve(onHttp: RequestListener): HttpServer;
  /** At the same port of these, too, as far as it is free: `localhost` has two addresses, and `server` listens at one. */
  listenAlsoAt(addresses: readonly string[]): Promise<void>;
  /** Takes no new calls over HTTP/2, and nothing from those who have not said what they want. */
  drain(): void;
  /** Ends every connection. */
  destroy(): void;
}

/** As Fastify's default: how long a connection of HTTP/1 may wait for its next request. */
const KEEP_ALIVE_MS = 72_000;
const IDLE_SESSION_MS = 300_000;
const IDLE_SESSIONS_MAX = 10_000;

export function createPort({ tls, onGrpc, headTimeoutMs, bodyTimeoutMs }: PortOptions): Port {
  const http = {
    headersTimeout: headTimeoutMs,
    requestTimeout: bodyTimeoutMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: 5_000,
    requireHostHeader: false,
    // `Upgrade: h2c` and all others: the request is answered as if it had not asked.
    shouldUpgradeCallback: () => false,
  };
  const server =
    tls === undefined
      ? createHttpServer(http)
      : createHttpsServer({ ...http, ...tls, ALPNProtocols: ['h2', 'http/1.1'], handshakeTimeout: headTimeoutMs });
  const h2 = createH2Server({
    onGrpc,
    // Node's layer of compatibility, and H2Response, are what routes expect of HTTP/1.
    onHttp: (request, response) => void server.emit('request', request, response),
    bodyTimeoutMs,
  });
  const sessions = trackSessions({
    startTimeoutMs: headTimeoutMs,
    idleTimeoutMs: IDLE_SESSION_MS,
    idleMax: IDLE_SESSIONS_MAX,
  });
  h2.on('session', (session) => sessions.add(session));
  const onHttp2 = (socket: Socket): void => void h2.emit('connection', socket);
  const undecided = new Map<Socket, () => void>();
  const siblings: NetServer[] = [];
  let isDraining = false;

  if (tls === undefined)
    replaceListeners(server, 'connection', (socket: Socket, onHttp1) => {
      if (isDraining) return void socket.destroy();
      const decided = (then: (socket: Socket) => void) => (same: Socket) => {
        undecided.delete(socket);
        then(same);
      };
      const forget = peek(socket, {
        timeoutMs: headTimeoutMs,
        onHttp1: decided(onHttp1),
        onHttp2: decided(onHttp2),
        onSilence: decided(() => void socket.destroy()),
      });
      undecided.set(socket, forget);
      socket.once('close', () => undecided.delete(socket));
    });
  else
    replaceListeners(server, 'secureConnection', (socket: TLSSocket, onHttp1) => {
      if (socket.alpnProtocol === 'h2') onHttp2(socket);
      else onHttp1(socket);
    });

  return {
    server,
    serve: (onHttp) => server.on('request', onHttp),
    async listenAlsoAt(addresses) {
      const { address: own, port } = server.address() as AddressInfo;
      for (const host of addresses) {
        if (host === own) continue;
        // As http.Server makes them.
        const sibling = createNetServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
          server.emit('connection', socket),
        );
        const { promise, resolve } = Promise.withResolvers<void>();
        sibling.once('error', () => resolve());
        sibling.listen({ host, port, backlog: 4096 }, () => {
          siblings.push(sibling);
          resolve();
        });
        await promise;
      }
    },
    drain() {
      isDraining = true;
      for (const sibling of siblings) sibling.close();
      for (const forget of undecided.values()) forget();
      sessions.drain();
    },
    destroy() {
      server.closeAllConnections();
      sessions.destroy();
    },
  };
}

/** Puts `listener` before those that Node has set; it calls them for what is theirs. */
function replaceListeners<S extends Socket>(
  server: HttpServer,
  event: 'connection' | 'secureConnection',
  listener: (socket: S, original: (socket: Socket) => void) => void,
): void {
  const originals = server.listeners(event);
  server.removeAllListeners(event);
  server.on(event, (socket: S) =>
    listener(socket, (same) => {
      for (const original of originals) Reflect.apply(original, server, [same]);
    }),
  );
}
