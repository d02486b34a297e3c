import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface Listener extends AsyncDisposable {
  readonly port: number;
  /** Connections so far, by the address of ours that they came to; an IPv4 one is written as such. */
  readonly counts: ReadonlyMap<string, number>;
  readonly openSockets: ReadonlySet<Socket>;
}

/**
 * Counts who connects, whatever they then say. It answers any request with `200 hello`, and `/to?X` with a redirect to X.
 * @param host `::` is every address of the machine, IPv4 ones too.
 */
export async function startListener(host: string, port = 0): Promise<Listener> {
  const counts = new Map<string, number>();
  const openSockets = new Set<Socket>();
  const server = createServer((socket) => {
    const address = socket.localAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? 'unknown';
    counts.set(address, (counts.get(address) ?? 0) + 1);
    openSockets.add(socket);
    socket.on('close', () => openSockets.delete(socket));
    socket.on('error', () => undefined);
    socket.once('data', (data) => socket.end(answerTo(data.toString('latin1'))));
  });
  server.listen({ host, port });
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('A listener on TCP has a port');
  return {
    port: bound.port,
    counts,
    openSockets,
    async [Symbol.asyncDispose]() {
      for (const socket of openSockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerTo(request: string): string {
  const path = /^GET (\S+) HTTP/.exec(request)?.[1];
  if (path === undefined) return '';
  const location = /^\/to\?(.*)$/.exec(path)?.[1];
  if (location !== undefined) return `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;
  return 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello';
}
