import { LIMITS } from '@openimagine/contract';

/** How long and how often; each has a default, and tests make them short. */
export interface JobSettings {
  /** How long results live. */
  readonly retentionMs: number;
  readonly attemptsMax: number;
  /** An attempt that is still running after this is ended. */
  readonly deadlineMs: (generation: {
    readonly kind: 'image' | 'video';
    readonly count: number;
    readonly seconds: number;
  }) => number;
  /** How long an engine may take to end after it was told to. */
  readonly abortGraceMs: number;
  /** A row whose owner has not renewed its lease for this long is taken from it. */
  readonly leaseMs: number;
  /** A generation that still waits after this has failed, whatever its engine may yet say. */
  readonly giveUpMs: number;
  readonly sweepMs: number;
  /** How long running attempts may go on after the server was told to stop. */
  readonly drainMs: number;
  readonly idempotencyMs: number;
  readonly queuedPerKey: number;
  readonly queuedInTotal: number;
  /** When what is pending of a batch ends as an error. */
  readonly batchLifeMs: number;
  /** How long results of batches live; longer than of others, since they are fetched when the last one is done. */
  readonly batchRetentionMs: number;
  /** How long a URL lives that a list of results hands out. */
  readonly batchUrlMs: number;
  /** Requests of batches that are in the queue at once. */
  readonly batchRequestsPerBatch: number;
  readonly batchRequestsInTotal: number;
  /** How long a receiver of webhooks may take, from the call to the end of its answer. */
  readonly webhookAttemptMs: number;
  /** Requests of one team whose inputs are fetched and looked at, at once. */
  readonly bringingInPerTeam: number;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

export const DEFAULT_JOB_SETTINGS: JobSettings = {
  retentionMs: 24 * HOUR,
  attemptsMax: LIMITS.attemptsPerGeneration,
  // Several times the slowest that was seen on two busy cores: 1 s a picture, 4 s a second of 1080p film.
  deadlineMs: ({ kind, count, seconds }) =>
    kind === 'image' ? 60 * SECOND + (count - 1) * 10 * SECOND : (90 + 15 * seconds) * SECOND,
  abortGraceMs: 2 * SECOND,
  // Longer than the event loop was ever seen to stall, short enough that another process takes over within ten seconds.
  leaseMs: 8 * SECOND,
  giveUpMs: 24 * HOUR,
  sweepMs: 2 * SECOND,
  drainMs: 8 * SECOND,
  idempotencyMs: 24 * HOUR,
  queuedPerKey: LIMITS.queuedPerKey,
  queuedInTotal: LIMITS.queuedInTotal,
  batchLifeMs: 24 * HOUR,
  batchRetentionMs: 48 * HOUR,
  batchUrlMs: HOUR,
  // Enough to keep any engine busy, few enough that another team's batch begins soon.
  batchRequestsPerBatch: 16,
  batchRequestsInTotal: 32,
  // Who needs longer should answer first and work then.
  webhookAttemptMs: 15 * SECOND,
  // A burst of a script passes in seconds; with 100 MiB each they fill 3 GB of disk, not more.
  bringingInPerTeam: 32,
};
