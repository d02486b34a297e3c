import type { ServerHttp2Session } from 'node:http2';

export interface SessionLimits {
  /** A session that has not even begun by then is ended. */
  readonly startTimeoutMs: number;
  /** Neither a call nor a ping for so long: the client is told to connect again when it needs to. */
  readonly idleTimeoutMs: number;
  /** So many may wait for their next call; of more, the one that has been silent longest is told to go. */
  readonly idleMax: number;
}

/** The HTTP/2 connections that are open. */
export interface Sessions {
  add(session: ServerHttp2Session): void;
  /** Takes no new calls, tells the clients so, and lets those under way finish. */
  drain(): void;
  destroy(): void;
}

/** How long a client may take to hang up after the last answer. */
const HANG_UP_MS = 1_000;

export function trackSessions({ startTimeoutMs, idleTimeoutMs, idleMax }: SessionLimits): Sessions {
  const sessions = new Set<ServerHttp2Session>();
  /** Since when; the one that is silent longest first. */
  const idle = new Map<ServerHttp2Session, number>();
  let isDraining = false;
  const sweep = setInterval(() => {
    const long = performance.now() - idleTimeoutMs;
    for (const [session, since] of idle) {
      if (since > long) return;
      dismiss(session);
    }
  }, idleTimeoutMs / 10);
  sweep.unref();

  const rest = (session: ServerHttp2Session): void => {
    idle.delete(session);
    idle.set(session, performance.now());
  };
  const dismiss = (session: ServerHttp2Session): void => {
    idle.delete(session);
    hangUp(session);
  };

  return {
    add(session) {
      sessions.add(session);
      let openStreams = 0;
      const start = setTimeout(() => session.destroy(), startTimeoutMs);
      start.unref();
      session.once('remoteSettings', () => clearTimeout(start));
      session.on('ping', () => {
        if (openStreams === 0 && idle.has(session)) rest(session);
      });
      session.on('stream', (stream) => {
        openStreams++;
        idle.delete(session);
        stream.once('close', () => {
          openStreams--;
          if (openStreams === 0 && sessions.has(session)) rest(session);
        });
      });
      // What is wrong with a connection is the business of its client; the session is destroyed by then.
      session.on('error', () => undefined);
      session.once('close', () => {
        clearTimeout(start);
        sessions.delete(session);
        idle.delete(session);
      });
      if (isDraining) return hangUp(session);
      rest(session);
      if (idle.size > idleMax) dismiss(idle.keys().next().value!);
    },
    drain() {
      isDraining = true;
      clearInterval(sweep);
      for (const session of sessions) hangUp(session);
    },
    destroy() {
      for (const session of sessions) session.destroy();
    },
  };
}

/** Sends GOAWAY; the connection ends after its last call, whether or not the client hangs up. */
function hangUp(session: ServerHttp2Session): void {
  if (session.closed) return;
  const { socket } = session;
  session.close(() => setTimeout(() => socket.destroy(), HANG_UP_MS).unref());
}
