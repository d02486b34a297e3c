import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createNetServer, type Server as NetServer, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { GrpcHandler } from '../grpc/grpc-handler.ts';
import { createH2Server } from './h2-server.ts';
import { trackSessions } from './h2-sessions.ts';
import { beginsHttp2, beginsTls, createPeeker, type Peeker, type Taker } from './peek.ts';

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
/** At 22 kB each. */
const IDLE_SESSIONS_MAX = 5_000;

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
  const peeker = createPeeker(headTimeoutMs);
  share(server, { peeker, isEncrypted: tls !== undefined, onHttp2: (socket) => void h2.emit('connection', socket) });
  const siblings: NetServer[] = [];
  // Those too that no server knows of, for they are still shaking hands.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
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
      peeker.close();
      for (const sibling of siblings) sibling.close();
      sessions.drain();
    },
    destroy() {
      sessions.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Lets a server of HTTP/1 keep those connections that speak it. */
function share(
  server: HttpServer,
  { peeker, isEncrypted, onHttp2 }: { peeker: Peeker; isEncrypted: boolean; onHttp2: Taker },
): void {
  if (isEncrypted) {
    const onHandshake = takeListeners(server, 'connection');
    const onHttp1 = takeListeners(server, 'secureConnection');
    const takerOf = (seen: Buffer): Taker => (beginsTls(seen) ? onHandshake : refuseClearText);
    server.on('connection', (socket: Socket) => peeker.look(socket, takerOf));
    server.on('secureConnection', (socket: TLSSocket) => (socket.alpnProtocol === 'h2' ? onHttp2 : onHttp1)(socket));
    return;
  }
  const onConnection = takeListeners(server, 'connection');
  const onHttp1: Taker = (socket) => {
    onConnection(socket);
    // It waits for `data`, and a socket that was paused does not flow by that alone.
    socket.resume();
  };
  const takerOf = (seen: Buffer): Taker | undefined => {
    const isHttp2 = beginsHttp2(seen);
    return isHttp2 === undefined ? undefined : isHttp2 ? onHttp2 : onHttp1;
  };
  server.on('connection', (socket: Socket) => peeker.look(socket, takerOf));
}

/** @returns What Node has set for the event, and no longer does by itself. */
function takeListeners(server: HttpServer, event: 'connection' | 'secureConnection'): Taker {
  const originals = server.listeners(event);
  server.removeAllListeners(event);
  return (socket) => {
    for (const original of originals) Reflect.apply(original, server, [socket]);
  };
}

/** Keys must not travel in clear text; whoever sent one hears why nothing came back. */
function refuseClearText(socket: Socket): void {
  const text = 'This port speaks TLS: use https, or a gRPC channel with TLS.\n';
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`,
    () => socket.destroySoon(),
  );
}
