import { type CallLog, createCallLog } from './call-log.ts';
import type { Caller } from './keys.ts';

/** Creating calls, and reading ones: each is counted by itself. */
export type CallKind = 'requests' | 'polls';

/** How a limit stands after a call. */
export interface Quota {
  readonly name: 'second' | 'minute' | 'polls';
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until all of it is there again, if nothing more comes. */
  readonly resetMs: number;
}

export interface RateVerdict {
  readonly isAdmitted: boolean;
  /** Empty where nothing is limited. */
  readonly quotas: readonly Quota[];
  /** Until the call would be admitted; 0 when it was. */
  readonly waitMs: number;
}

/** Counts the calls of each key in this process. A call that is refused is not counted. */
export interface RateLimits {
  take(caller: Pick<Caller, 'keyId' | 'settings'>, kind: CallKind): RateVerdict;
}

type Limit = Pick<Quota, 'name' | 'limit' | 'windowSeconds'>;

const WINDOW_MS_MAX = 60_000;
/** From so many keys on, those that have not called for a while are forgotten. */
const KEYS_MIN = 10_000;
const UNLIMITED: RateVerdict = { isAdmitted: true, quotas: [], waitMs: 0 };

/**
 * Sliding windows: whichever second (or minute) one looks at, no more than the limit were admitted in it. A window that
 * begins anew on the clock's second would admit twice that around its edge, and a bucket of tokens in any second after
 * a pause.
 * @param options.pollsPerSecond For keys that have no such setting; undefined: as many as come.
 */
export function createRateLimits(options: {
  readonly now: () => Date;
  readonly pollsPerSecond: number | undefined;
}): RateLimits {
  const logs = new Map<string, CallLog>();
  const elapsedMs = createElapsed(options.now);
  let keysMax = KEYS_MIN;

  const logOf = (id: string, nowMs: number): CallLog => {
    const known = logs.get(id);
    if (known !== undefined) return known;
    if (logs.size >= keysMax) {
      for (const [old, log] of logs) if (log.lastMs <= nowMs - WINDOW_MS_MAX) logs.delete(old);
      keysMax = Math.max(KEYS_MIN, logs.size * 2);
    }
    const log = createCallLog();
    logs.set(id, log);
    return log;
  };

  return {
    take({ keyId, settings }, kind) {
      const limits = limitsOf(settings, kind, options.pollsPerSecond);
      if (limits.length === 0) return UNLIMITED;
      const nowMs = elapsedMs();
      const log = logOf(`${kind} ${keyId}`, nowMs);
      log.forget(nowMs - windowMs(limits.at(-1)!));
      const waitMs = Math.max(...limits.map((limit) => waitFor(log, limit, nowMs)));
      if (waitMs === 0) log.add(nowMs);
      return { isAdmitted: waitMs === 0, quotas: limits.map((limit) => quotaOf(log, limit, nowMs)), waitMs };
    },
  };
}

/** The longest window last. */
function limitsOf(settings: Caller['settings'], kind: CallKind, pollsDefault: number | undefined): Limit[] {
  const { requestsPerSecond, requestsPerMinute, pollsPerSecond = pollsDefault } = settings;
  const limit = (name: Quota['name'], value: number | undefined, windowSeconds: number): Limit[] =>
    value === undefined ? [] : [{ name, limit: value, windowSeconds }];
  return kind === 'polls'
    ? limit('polls', pollsPerSecond, 1)
    : [...limit('second', requestsPerSecond, 1), ...limit('minute', requestsPerMinute, 60)];
}

function windowMs({ windowSeconds }: Limit): number {
  return windowSeconds * 1000;
}

/** How long until the oldest call that fills the window has left it. */
function waitFor(log: CallLog, limit: Limit, nowMs: number): number {
  const used = log.countAfter(nowMs - windowMs(limit));
  return used < limit.limit ? 0 : log.nthLast(limit.limit) + windowMs(limit) - nowMs;
}

function quotaOf(log: CallLog, limit: Limit, nowMs: number): Quota {
  const used = log.countAfter(nowMs - windowMs(limit));
  return {
    ...limit,
    remaining: Math.max(0, limit.limit - used),
    resetMs: used === 0 ? 0 : log.lastMs + windowMs(limit) - nowMs,
  };
}

/** Time that passed, in milliseconds; none passes while a clock is set back. */
function createElapsed(now: () => Date): () => number {
  let beforeMs = now().getTime();
  let elapsedMs = 0;
  return () => {
    const nowMs = now().getTime();
    elapsedMs += Math.max(0, nowMs - beforeMs);
    beforeMs = nowMs;
    return elapsedMs;
  };
}
