import type { EngineError, EngineErrorKind } from '@openimagine/engines';
import { StorageError } from '@openimagine/storage';
import type { Context } from '../context.ts';
import { type AttemptOutcome, type EndReason, runAttempt } from './attempt.ts';
import { type Claim, claimGeneration } from './claim.ts';
import { commitDone, commitFailed, commitModerated, commitRetry, commitUnresolved } from './commit.ts';
import { generationErrorOf } from './engine-failures.ts';
import { deleteOutputs } from './outputs.ts';

/** Takes up generations when it is woken, and carries each to a committed state. */
export interface Worker {
  /** Never throws. */
  look(generationId: string): Promise<void>;
  isRunning(generationId: string): boolean;
  /** Takes nothing new; ends what still runs after `drainMs`. Resolves when nothing runs. */
  drain(drainMs: number): Promise<void>;
}

interface Running {
  readonly ending: AbortController;
  readonly ended: Promise<void>;
  /** A wake-up came meanwhile: the commit of a retry wakes before its attempt has tidied up. */
  isWokenAgain: boolean;
}

export function createWorker(context: () => Context): Worker {
  const running = new Map<string, Running>();
  let stopping = false;

  const look = async (generationId: string): Promise<void> => {
    for (let isWoken = true; isWoken && !stopping; ) {
      const current = running.get(generationId);
      if (current !== undefined) {
        current.isWokenAgain = true;
        return;
      }
      const ending = new AbortController();
      // Known before its claim commits: a stop in between must find it.
      const attempt: Running = { ending, ended: takeUp(context(), generationId, ending), isWokenAgain: false };
      running.set(generationId, attempt);
      await attempt.ended;
      running.delete(generationId);
      isWoken = attempt.isWokenAgain;
    }
  };

  return {
    look,
    isRunning: (generationId) => running.has(generationId),
    async drain(drainMs) {
      stopping = true;
      const all = [...running.values()];
      const timer = setTimeout(() => {
        for (const { ending } of all) ending.abort('shutdown' satisfies EndReason);
      }, drainMs);
      await Promise.all(all.map(({ ended }) => ended));
      clearTimeout(timer);
    },
  };
}

/** Never throws. */
async function takeUp(context: Context, generationId: string, ending: AbortController): Promise<void> {
  try {
    const claim = await claimGeneration(context, generationId);
    if (claim === undefined) return;
    const outcome = await runAttempt(context, claim, ending);
    const isOurs = await commitOutcome(context, claim, outcome);
    await removeLeftovers(context, claim, isOurs && outcome.type === 'done');
  } catch (error) {
    // The row is still open, and the sweeper finds it once its lease has ended.
    context.log.error('attempt-not-committed', { generationId, error });
  }
}

async function commitOutcome(context: Context, claim: Claim, outcome: AttemptOutcome): Promise<boolean> {
  switch (outcome.type) {
    case 'done':
      return commitDone(context, claim, outcome.outputs);
    case 'moderated':
      return commitModerated(context, claim, outcome);
    case 'interrupted':
      return commitRetry(context, claim, { uncounted: true, keepRef: outcome.ref !== undefined });
    case 'claim-lost':
      return false;
    case 'failed':
      return commitFailure(context, claim, outcome);
  }
}

/** Only a definite verdict may fail a generation whose engine can still be asked. */
async function commitFailure(
  context: Context,
  claim: Claim,
  { error, ref }: Extract<AttemptOutcome, { type: 'failed' }>,
): Promise<boolean> {
  context.log.warn('attempt-failed', {
    generationId: claim.generationId,
    attempt: claim.attempts,
    kind: error.kind,
    message: error.message,
    cause: error.cause,
  });
  const canAskAgain = ref !== undefined && context.routes.engine(claim.engineName)?.resume !== undefined;
  const isUnknown = error.kind === 'lost' || error.kind === 'timeout';
  if (isUnknown && canAskAgain) return commitUnresolved(context, claim, ref);
  const isRetryable =
    (error.retryable || error.kind === 'lost') &&
    !(error.cause instanceof StorageError && error.cause.kind === 'no_space');
  if (isRetryable && claim.attempts < context.settings.attemptsMax) {
    return commitRetry(context, claim, { afterMs: retryDelayMs(error, claim.attempts) });
  }
  return commitFailed(context, claim, generationErrorOf(error));
}

const REPEATED_AT_ONCE: ReadonlySet<EngineErrorKind> = new Set(['internal', 'timeout', 'lost', 'bad_response']);

/** A crash is repeated at once; an engine that is too busy is left alone for a while. */
function retryDelayMs(error: EngineError, attempts: number): number {
  if (REPEATED_AT_ONCE.has(error.kind)) return 0;
  return Math.min(60_000, error.retryAfterMs ?? 1_000 * 2 ** attempts);
}

async function removeLeftovers(context: Context, claim: Claim, keepsOwn: boolean): Promise<void> {
  const numbers = Array.from({ length: claim.number }, (_, index) => index + 1);
  // Files of earlier claims are those of attempts that died between storing and committing.
  const leftovers = keepsOwn ? numbers.slice(0, -1) : numbers.slice(-1);
  await deleteOutputs(context, claim, leftovers).catch((error: unknown) => {
    context.log.warn('leftovers-not-deleted', { generationId: claim.generationId, error });
  });
}
