import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineEvent,
  type EngineOutput,
  type EngineRef,
  type EngineRequest,
} from '@openimagine/engines';
import type { Context } from '../context.ts';
import { type DeliveredOutput, deliver } from '../files/deliver.ts';
import { type Claim, renewClaim, saveRef } from './claim.ts';
import type { FinishedOutput } from './commit.ts';
import { download } from './engine-download.ts';
import type { StoredRequest } from './generation.ts';
import { storeOutput } from './outputs.ts';

export type AttemptOutcome =
  | {
      readonly type: 'done';
      readonly outputs: readonly FinishedOutput[];
      readonly moderatedIndexes: readonly number[];
      readonly delivered: readonly DeliveredOutput[];
    }
  | { readonly type: 'moderated'; readonly stage: 'input' | 'output'; readonly reason: string | undefined }
  | { readonly type: 'failed'; readonly error: EngineError; readonly ref: EngineRef | undefined }
  | { readonly type: 'interrupted'; readonly ref: EngineRef | undefined }
  | { readonly type: 'claim-lost' };

/** Why an attempt is ended before its engine says so. */
export type EndReason = 'deadline' | 'shutdown' | 'claim-lost';

/** At most this often is the row written while an attempt runs. */
const WRITE_MS = 1_000;

/**
 * Runs one attempt to its end, and never throws: what goes wrong is its outcome.
 * @param ending Aborted with an `EndReason` to end the attempt early.
 */
export async function runAttempt(context: Context, claim: Claim, ending: AbortController): Promise<AttemptOutcome> {
  const { request } = claim;
  const deadline = context.settings.deadlineMs({
    kind: claim.kind,
    count: request.count,
    seconds: (request.totalSeconds ?? request.seconds ?? 0) + inputSeconds(request),
  });
  const timer = setTimeout(() => ending.abort('deadline' satisfies EndReason), deadline);
  const progress = { value: 0 };
  const renewing = setInterval(() => void keepClaim(context, claim, progress, ending), WRITE_MS);
  const seen: { ref: EngineRef | undefined } = { ref: claim.ref };
  try {
    return await followEngine(context, claim, ending, { seen, progress, onMade: () => clearTimeout(timer) });
  } catch (error) {
    return outcomeOf(error, ending, seen.ref);
  } finally {
    clearTimeout(timer);
    clearInterval(renewing);
    context.generations.setProgress(claim.generationId, undefined);
  }
}

/** What an engine must read before it can make anything. */
function inputSeconds({ inputs = [] }: StoredRequest): number {
  return inputs.reduce((sum, { meta }) => sum + (meta.seconds ?? 0), 0);
}

async function followEngine(
  context: Context,
  claim: Claim,
  ending: AbortController,
  {
    seen,
    progress,
    onMade,
  }: {
    readonly seen: { ref: EngineRef | undefined };
    readonly progress: { value: number };
    readonly onMade: () => void;
  },
): Promise<AttemptOutcome> {
  const engine = context.routes.engine(claim.engineName);
  if (engine === undefined)
    throw new EngineError('unsupported', `The engine ${claim.engineName} is not configured any more`);
  const { signal } = ending;
  const grace = graceAfter(signal, context.settings.abortGraceMs);
  const made: Made = { outputs: [], moderated: [] };
  try {
    for await (const event of endable(startEngine(context, claim, engine, signal), signal, grace.over)) {
      switch (event.type) {
        case 'accepted':
          seen.ref = event.ref;
          if (!(await saveRef(context, claim, event.ref))) return { type: 'claim-lost' };
          break;
        case 'running':
          progress.value = Math.min(1, Math.max(progress.value, event.progress));
          context.generations.setProgress(claim.generationId, progress.value);
          break;
        case 'output':
          assertWanted(claim, made, event.index);
          made.outputs.push(await takeOutput(context, claim, event, { signal, graceOver: grace.over }));
          break;
        case 'output-moderated':
          assertWanted(claim, made, event.index);
          made.moderated.push(event);
          break;
        case 'done':
          // What is made does not fail because it is slow to deliver, which has limits of its own.
          onMade();
          return await finish(context, claim, made, signal);
        case 'moderated':
          return { type: 'moderated', stage: event.stage, reason: event.reason };
        case 'failed':
          throw event.error;
        case 'cancelled':
          throw new EngineError('internal', 'The engine cancelled the job on its own');
        case 'queued':
          break;
      }
    }
  } finally {
    grace.cancel();
  }
  throw new EngineError('bad_response', `The engine ${engine.name} ended without saying how`);
}

interface Made {
  readonly outputs: FinishedOutput[];
  readonly moderated: { readonly index: number; readonly reason?: string }[];
}

function startEngine(context: Context, claim: Claim, engine: Engine, signal: AbortSignal): AsyncIterable<EngineEvent> {
  const request = toEngineRequest(context, claim.request);
  const engineContext: EngineContext = {
    signal,
    log: context.log,
    download: (url, options) => download(context, url, options),
  };
  if (claim.ref !== undefined && engine.resume !== undefined) return engine.resume(claim.ref, request, engineContext);
  const { scenario, createdAt } = claim;
  if (context.emulator !== undefined && scenario !== undefined)
    return context.emulator.run(engine, scenario, { request, context: engineContext, createdAt });
  return engine.run(request, engineContext);
}

function toEngineRequest(
  context: Context,
  { inputs = [], totalSeconds: _, remixedFrom: __, ...request }: StoredRequest,
): EngineRequest {
  return {
    ...request,
    inputs: inputs.map(({ objectKey, field, sha256: __, ...input }) => ({
      ...input,
      async open() {
        const opened = await context.store.get(objectKey);
        if (opened) return opened.body;
        throw new EngineError('internal', `The stored input \`${field}\` is gone`, { retryable: false });
      },
    })),
  };
}

/** An index that comes twice, or was never asked for, is the engine's fault. */
function assertWanted(claim: Claim, { outputs, moderated }: Made, index: number): void {
  const isWanted = Number.isInteger(index) && index >= 0 && index < claim.request.count;
  if (isWanted && ![...outputs, ...moderated].some((other) => other.index === index)) return;
  throw new EngineError('bad_response', `Output ${index} came twice or was not asked for; ${claim.request.count} were`);
}

/** The signal reaches all that reads the output; what does not heed it is left behind after the grace. */
async function takeOutput(
  context: Context,
  claim: Claim,
  { index, output }: { readonly index: number; readonly output: EngineOutput },
  { signal, graceOver }: { readonly signal: AbortSignal; readonly graceOver: Promise<undefined> },
): Promise<FinishedOutput> {
  const storing = storeOutput(context, claim, index, output, signal);
  const stored = await Promise.race([storing, graceOver]);
  if (stored !== undefined) return stored;
  // Should it be stored after all, nobody will commit it.
  storing.then((late) => context.store.delete(late.object.key)).catch(() => undefined);
  throw new EngineError('timeout', `Output ${index} was not stored in time`);
}

async function finish(
  context: Context,
  claim: Claim,
  { outputs, moderated }: Made,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  const count = outputs.length + moderated.length;
  if (count !== claim.request.count) {
    throw new EngineError('bad_response', `The engine made ${count} of ${claim.request.count} outputs`, {
      retryable: true,
    });
  }
  if (outputs.length === 0) return { type: 'moderated', stage: 'output', reason: moderated[0]?.reason };
  const delivered = await deliver(context, claim, outputs, signal);
  return { type: 'done', outputs, moderatedIndexes: moderated.map(({ index }) => index), delivered };
}

/** Passes events on until the signal is aborted and the engine has had its grace to end properly. */
async function* endable(
  events: AsyncIterable<EngineEvent>,
  signal: AbortSignal,
  graceOver: Promise<undefined>,
): AsyncIterable<EngineEvent> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), graceOver]);
      if (next === undefined || next.done === true) return;
      yield next.value;
      // After the end was asked for, nothing that still comes is worth storing.
      if (signal.aborted) return;
    }
  } finally {
    // Not awaited: a generator that hangs never returns.
    void iterator.return?.().catch(() => undefined);
  }
}

function graceAfter(signal: AbortSignal, graceMs: number): { over: Promise<undefined>; cancel: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => resolve(undefined), graceMs);
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    over: promise,
    cancel: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

async function keepClaim(
  context: Context,
  claim: Claim,
  progress: { value: number },
  ending: AbortController,
): Promise<void> {
  try {
    if (!(await renewClaim(context, claim, progress.value))) ending.abort('claim-lost' satisfies EndReason);
  } catch (error) {
    // The lease outlives several misses; should it end, the next renewal finds the claim lost.
    context.log.warn('lease-not-renewed', { generationId: claim.generationId, error: String(error) });
  }
}

function outcomeOf(error: unknown, ending: AbortController, ref: EngineRef | undefined): AttemptOutcome {
  if (ending.signal.aborted) {
    const reason = ending.signal.reason as EndReason;
    if (reason === 'claim-lost') return { type: 'claim-lost' };
    if (reason === 'shutdown') return { type: 'interrupted', ref };
    return {
      type: 'failed',
      ref,
      error: new EngineError('timeout', 'The attempt took too long and was ended', { cause: error }),
    };
  }
  if (error instanceof EngineError) return { type: 'failed', error, ref };
  return { type: 'failed', ref, error: new EngineError('internal', 'The attempt failed', { cause: error }) };
}
