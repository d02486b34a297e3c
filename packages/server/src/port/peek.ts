import type { Socket } from 'node:net';

/** Takes a connection whose first bytes are still to be read. */
export type Taker = (socket: Socket) => void;

/** New connections that have not yet told what they speak. */
export interface Peeker {
  /** @param takerOf Who is to have a connection that begins so; undefined: that needs more bytes. */
  look(socket: Socket, takerOf: (seen: Buffer) => Taker | undefined): void;
  /** Destroys those that are undecided, and all that come from now on. */
  close(): void;
}

/** How every HTTP/2 connection begins; no method of HTTP/1 does. */
const PREFACE_START = Buffer.from('PRI ');
/** The first byte of a TLS handshake. */
const HANDSHAKE = 0x16;

/** @returns Undefined while it can still become either. */
export function beginsHttp2(seen: Buffer): boolean | undefined {
  const common = Math.min(seen.length, PREFACE_START.length);
  if (seen.compare(PREFACE_START, 0, common, 0, common) !== 0) return false;
  return common === PREFACE_START.length || undefined;
}

export function beginsTls(seen: Buffer): boolean {
  return seen[0] === HANDSHAKE;
}

/**
 * Reads just enough of a new connection to know what it speaks, and hands it on unread.
 * @param timeoutMs One that does not tell by then, or hangs up before, is destroyed.
 */
export function createPeeker(timeoutMs: number): Peeker {
  const undecided = new Set<Socket>();
  let isClosed = false;
  return {
    look(socket, takerOf) {
      if (isClosed) {
        socket.destroy();
        return;
      }
      undecided.add(socket);
      let seen: Buffer | undefined;
      const giveUp = (): void => void socket.destroy();
      const timer = setTimeout(giveUp, timeoutMs).unref();
      const letGo = (): void => {
        clearTimeout(timer);
        undecided.delete(socket);
        socket.off('data', onData).off('end', giveUp).off('error', giveUp).off('close', letGo);
      };
      const onData = (chunk: Buffer): void => {
        seen = seen === undefined ? chunk : Buffer.concat([seen, chunk]);
        const taker = takerOf(seen);
        if (taker === undefined) return;
        letGo();
        // Only a socket that does not flow keeps what is put back.
        socket.pause();
        socket.unshift(seen);
        taker(socket);
      };
      socket.on('data', onData).on('end', giveUp).on('error', giveUp).on('close', letGo);
    },
    close() {
      isClosed = true;
      for (const socket of undecided) socket.destroy();
    },
  };
}
