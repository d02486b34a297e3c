import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that are sent to a server as they are, and how the client behaves meanwhile. */
export interface RawExchange {
  /** Each written on its own. */
  readonly chunks: readonly Uint8Array[];
  /** After all is sent: wait for the answer; end our side; or hang up without a word. */
  readonly ending: 'wait' | 'end' | 'hang-up';
  /** What the request says is what comes, so that it is answered, however busy the machine is. */
  readonly isWhole?: boolean;
  /** Stops reading what is answered, as a client does that has hung. */
  readonly isDeaf?: boolean;
}

/** How long a client waits for an answer that may never come: of a body that never ends. */
const PATIENCE_MS = 300;
const PATIENCE_WHOLE_MS = 60_000;

/** @returns The status of the first answer; undefined where none came before the connection ended, or in time. */
export function exchange(
  port: number,
  { chunks, ending, isWhole = false, isDeaf = false }: RawExchange,
): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    let patience: NodeJS.Timeout | undefined;
    const socket = connect(port, '127.0.0.1', () => void send());
    const finish = (): void => {
      clearTimeout(patience);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      resolve(status === undefined ? undefined : Number(status));
    };
    const send = async (): Promise<void> => {
      for (const chunk of chunks) {
        if (socket.destroyed) return;
        socket.write(chunk);
        await new Promise((next) => setImmediate(next));
      }
      if (ending === 'hang-up') return finish();
      if (ending === 'end') socket.end();
      patience = setTimeout(finish, isWhole ? PATIENCE_WHOLE_MS : PATIENCE_MS);
    };
    if (isDeaf) socket.pause();
    else
      socket.on('data', (data) => {
        answer += data.toString('latin1');
        // Whole heads are enough; who waits for more would wait for the keep-alive.
        if (answer.includes('\r\n\r\n')) finish();
      });
    socket.on('error', finish);
    socket.on('close', finish);
  });
}

/** @returns Bytes that are still in use after everything else was collected. */
export function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
