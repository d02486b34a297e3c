const KiB = 1024;

/** Where one fetch, or all of them together, must end. */
export interface FetchLimits {
  /** Connections open at once, over all callers; further fetches wait for one to end. */
  readonly connectionsMax: number;
  /** Of these, for one owner; further fetches of that one wait for another of theirs to end. */
  readonly connectionsPerOwnerMax: number;
  readonly redirectsMax: number;
  readonly urlCharactersMax: number;
  /** Of one response's head. */
  readonly headerBytesMax: number;
  /** 1xx answers ahead of the real one. */
  readonly interimAnswersMax: number;
  /** From the call to the last byte, redirects and waiting for a connection included. */
  readonly timeoutMs: number;
  /** From resolving a name to the end of the headers, anew for each redirect. */
  readonly answerMs: number;
  /** The longest silence in the middle of a body. */
  readonly stallMs: number;
  /** How far a body may fall behind `bytesPerSecondMin` before it is given up. */
  readonly graceMs: number;
  readonly bytesPerSecondMin: number;
}

/**
 * A 20 MiB picture needs 2 MiB/s to arrive in ten seconds, so the slowest rate matters only to callers who give a video
 * more time: without it, a few bytes a minute would hold a connection for as long as the caller allows.
 */
export const FETCH_LIMITS: FetchLimits = {
  connectionsMax: 32,
  connectionsPerOwnerMax: 32,
  redirectsMax: 5,
  urlCharactersMax: 8 * KiB,
  headerBytesMax: 16 * KiB,
  interimAnswersMax: 16,
  timeoutMs: 10_000,
  answerMs: 10_000,
  stallMs: 5_000,
  graceMs: 3_000,
  bytesPerSecondMin: 16 * KiB,
};
