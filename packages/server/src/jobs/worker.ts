import type { EngineError, EngineErrorKind } from '@openimagine/engines';
import { StorageError } from '@openimagine/storage';
import type { Context } from '../context.ts';
import { discardDelivered } from '../files/deliver.ts';
import { type AttemptOutcome, type EndReason, runAttempt } from './attempt.ts';
import { type Claim, claimGeneration } from './claim.ts';
import { commitDone, commitFailed, commitModerated, commitRetry, commitUnresolved } from './commit.ts';
import { generationErrorOf } from './engine-failures.ts';
import { deleteUncommitted } from './outputs.ts';

/** Takes up generations when it is woken, and carries each to a committed state. */
export interface Worker {
  /** Never throws. */
  look(generationId: string): Promise<void>;
  isRunning(generationId: string): boolean;
  /** Ends the attempt that runs here, if one does: its claim is lost. */
  abandon(generationId: string): void;
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
    abandon: (generationId) => running.get(generationId)?.ending.abort('claim-lost' satisfies EndReason),
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
    const committed = await commitOutcome(context, claim, outcome).catch((error: unknown) => {
      context.log.error('attempt-not-committed', { generationId, error });
      return commitAfterAll(context, claim);
    });
    await removeLeftovers(context, claim, committed);
  } catch (error) {
    // The row is still open, and the sweeper finds it once its lease has ended.
    context.log.error('attempt-not-committed', { generationId, error });
  }
}

/** What became of the row: it has ended, keeping these keys, or is open again, or was not ours any more. */
type Committed = { readonly type: 'ended'; readonly keys: readonly string[] } | { readonly type: 'open' | 'not-ours' };

const OPEN = { type: 'open' } as const;
const NOT_OURS = { type: 'not-ours' } as const;

function ended(isOurs: boolean, keys: readonly string[] = []): Committed {
  return isOurs ? { type: 'ended', keys } : NOT_OURS;
}

async function commitOutcome(context: Context, claim: Claim, outcome: AttemptOutcome): Promise<Committed> {
  switch (outcome.type) {
    case 'done': {
      const { outputs } = outcome;
      const isOurs = await commitDone(context, claim, outcome);
      if (!isOurs) await discardDelivered(context, outcome.delivered);
      return ended(
        isOurs,
        outputs.map(({ object }) => object.key),
      );
    }
    case 'moderated':
      return ended(await commitModerated(context, claim, outcome));
    case 'interrupted':
      return (await commitRetry(context, claim, { uncounted: true, keepRef: outcome.ref !== undefined }))
        ? OPEN
        : NOT_OURS;
    case 'claim-lost':
      return NOT_OURS;
    case 'failed':
      return commitFailure(context, claim, outcome);
  }
}

/**
 * What cannot be committed counts as a failed attempt, even where the job was only found again: otherwise it would be
 * tried for ever. Changes nothing when the commit went through and only its answer was lost.
 */
async function commitAfterAll(context: Context, claim: Claim): Promise<Committed> {
  if (claim.attempts >= context.settings.attemptsMax) {
    const error = { code: 'internal_error', message: 'The result could not be saved. Nothing is billed.' };
    return ended(await commitFailed(context, claim, error));
  }
  const countsResumed = context.routes.engine(claim.engineName)?.resume !== undefined;
  return (await commitRetry(context, claim, { keepRef: true, countsResumed })) ? OPEN : NOT_OURS;
}

/** Only a definite verdict may fail a generation whose engine can still be asked. */
async function commitFailure(
  context: Context,
  claim: Claim,
  { error, ref }: Extract<AttemptOutcome, { type: 'failed' }>,
): Promise<Committed> {
  context.log.warn('attempt-failed', {
    generationId: claim.generationId,
    attempt: claim.attempts,
    kind: error.kind,
    message: error.message,
    cause: error.cause,
  });
  const canAskAgain = ref !== undefined && context.routes.engine(claim.engineName)?.resume !== undefined;
  const isUnknown = error.kind === 'lost' || error.kind === 'timeout';
  if (isUnknown && canAskAgain) return (await commitUnresolved(context, claim, ref)) ? OPEN : NOT_OURS;
  const isRetryable =
    (error.retryable || error.kind === 'lost') &&
    !(error.cause instanceof StorageError && error.cause.kind === 'no_space');
  if (isRetryable && claim.attempts < context.settings.attemptsMax) {
    const afterMs = retryDelayMs(error, claim.attempts);
    return (await commitRetry(context, claim, { afterMs })) ? OPEN : NOT_OURS;
  }
  return ended(await commitFailed(context, claim, generationErrorOf(error, claim.request.inputs)));
}

const REPEATED_AT_ONCE: ReadonlySet<EngineErrorKind> = new Set(['internal', 'timeout', 'lost', 'bad_response']);

/** A crash is repeated at once; an engine that is too busy is left alone for a while. */
function retryDelayMs(error: EngineError, attempts: number): number {
  if (REPEATED_AT_ONCE.has(error.kind)) return 0;
  return Math.min(60_000, error.retryAfterMs ?? 1_000 * 2 ** attempts);
}

/** Of an ended generation all that was not committed; else what this claim stored. */
async function removeLeftovers(context: Context, claim: Claim, committed: Committed): Promise<void> {
  const files = {
    generationId: claim.generationId,
    kind: claim.kind,
    count: claim.request.count,
    claims: claim.number,
  };
  if (committed.type === 'ended') return deleteUncommitted(context, files, { keep: committed.keys });
  const keep = committed.type === 'open' ? [] : await committedKeys(context, claim.generationId);
  return deleteUncommitted(context, files, { keep, from: claim.number });
}

async function committedKeys(context: Context, generationId: string): Promise<string[]> {
  const rows = await context.database.query
    .selectFrom('assets')
    .where('generation_id', '=', generationId)
    .select('object_key')
    .execute();
  return rows.map(({ object_key }) => object_key);
}
