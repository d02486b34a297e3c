import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** What a server does with a request. It may say anything, and need not stick to HTTP. */
export type Script = (socket: Socket, path: string) => void;

export interface RawServer extends AsyncDisposable {
  /** `http://127.0.0.1:34567` */
  readonly origin: string;
  readonly port: number;
  /** The heads of the requests so far, with CRLF. */
  readonly heads: readonly string[];
  /** Connections ever accepted, and open now. */
  readonly seen: { readonly accepted: number; readonly open: number };
  /** Resolves when nobody is connected; a test that waits for it in vain fails by its time-out. */
  whenAlone(): Promise<void>;
}

/** The certificate that `startRawServer` shows with `isTls`: for `localhost` and 127.0.0.1, signed by itself. */
export const CERTIFICATE = readFixture('localhost-cert.pem');

/** A server on loopback that follows a script by the byte. */
export async function startRawServer(script: Script, { isTls = false } = {}): Promise<RawServer> {
  const heads: string[] = [];
  const seen = { accepted: 0, open: 0 };
  const sockets = new Set<Socket>();
  let onAlone: (() => void) | undefined;
  const onConnection = (socket: Socket): void => {
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      const head = data.toString('latin1');
      heads.push(head);
      script(socket, /^GET (\S+) HTTP/.exec(head)?.[1] ?? '');
    });
  };
  const onAccepted = (socket: Socket): void => {
    sockets.add(socket);
    seen.accepted++;
    seen.open++;
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(socket);
      if (--seen.open === 0) onAlone?.();
    });
  };
  const server: Server = isTls
    ? createTlsServer({ key: readFixture('localhost-key.pem'), cert: CERTIFICATE }).on('secureConnection', onConnection)
    : createServer(onConnection);
  server.prependListener('connection', onAccepted);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('A server on TCP has a port');
  return {
    origin: `${isTls ? 'https' : 'http'}://127.0.0.1:${bound.port}`,
    port: bound.port,
    heads,
    seen,
    async whenAlone() {
      if (seen.open === 0) return;
      const alone = Promise.withResolvers<void>();
      onAlone = alone.resolve;
      await alone.promise;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Writes for as long as somebody is connected, no faster than it is taken. */
export function pour(socket: Socket, piece: Buffer): void {
  const write = (): void => {
    while (!socket.destroyed && socket.writable && socket.write(piece));
  };
  socket.on('drain', write);
  write();
}

/** Writes a piece every few milliseconds for as long as somebody is connected. */
export function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 5);
  socket.once('close', () => clearInterval(timer));
}

function readFixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
}
