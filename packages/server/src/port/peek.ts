import type { Socket } from 'node:net';

/** How every HTTP/2 connection begins; no method of HTTP/1 does. */
const PREFACE_START = Buffer.from('PRI ');

export interface Peek {
  /** How long a client may take to send what tells the protocols apart. */
  readonly timeoutMs: number;
  onHttp1(socket: Socket): void;
  onHttp2(socket: Socket): void;
  /** The time is up, or the client hung up before: nobody has taken the socket. */
  onSilence(socket: Socket): void;
}

/**
 * Reads just enough of a new connection to know what it speaks, and hands it on unread.
 * @returns `forget`: destroys the socket if it is still undecided.
 */
export function peek(socket: Socket, { timeoutMs, onHttp1, onHttp2, onSilence }: Peek): () => void {
  let seen: Buffer | undefined;
  const timer = setTimeout(() => giveUp(), timeoutMs);
  timer.unref();
  socket.on('data', onData).on('end', giveUp).on('error', forget).on('close', letGo);
  return forget;

  function onData(chunk: Buffer): void {
    seen = seen === undefined ? chunk : Buffer.concat([seen, chunk]);
    const common = Math.min(seen.length, PREFACE_START.length);
    const isPreface = seen.compare(PREFACE_START, 0, common, 0, common) === 0;
    if (isPreface && seen.length < PREFACE_START.length) return;
    letGo();
    // Only a socket that does not flow keeps what is put back.
    socket.pause();
    socket.unshift(seen);
    if (isPreface) onHttp2(socket);
    else {
      onHttp1(socket);
      socket.resume();
    }
  }

  function giveUp(): void {
    letGo();
    onSilence(socket);
  }

  function forget(): void {
    letGo();
    socket.destroy();
  }

  function letGo(): void {
    clearTimeout(timer);
    socket.off('data', onData).off('end', giveUp).off('error', forget).off('close', letGo);
  }
}
