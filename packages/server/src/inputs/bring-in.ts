import {
  ApiError,
  type ErrorDetail,
  type ImageOrder,
  type InputFacts,
  inputError,
  LIMITS,
  type OrderInput,
  type VideoOrder,
} from '@openimagine/contract';
import type { ModelCapability } from '@openimagine/engines';
import { MediaError, type MediaFacts } from '@openimagine/media';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { FetchError } from '../fetching/guarded-client.ts';
import type { StoredInput } from '../jobs/generation.ts';
import { cancelUnread } from '../jobs/outputs.ts';
import { type InspectedFile, TooManyBytes } from './input-desk.ts';
import { openSource, tooLarge } from './open-source.ts';

const MiB = 1024 * 1024;
const CAPABILITIES_MS_MAX = 2_000;

/** What a request starts from, as it is kept with its generation. In the order of the request. */
export interface BroughtIn {
  readonly stored: readonly StoredInput[];
  readonly facts: readonly InputFacts[];
}

/**
 * Fetches, measures and stores every input, once: whatever happens to its source later, attempts read what is stored.
 * All of them or none: the first that fails ends the others.
 * @param signal Aborted when nobody waits for them any more; then its reason is thrown.
 * @throws {ApiError} `invalid-argument` or `not-found`, naming the input and what is wrong with it; `unavailable`;
 * `resource-exhausted` while as much as is allowed is being brought in for this team.
 */
export async function bringIn(
  context: Context,
  caller: Caller,
  generationId: string,
  order: ImageOrder | VideoOrder,
  signal: AbortSignal = new AbortController().signal,
): Promise<BroughtIn> {
  if (order.inputs.length === 0) return { stored: [], facts: [] };
  const leave = context.inputs.admit(caller.teamId);
  if (leave === undefined) throw tooManyAtOnce(context);
  try {
    const bytesMax = await engineBytesMax(context, order);
    return await bringAll(context, caller, generationId, { inputs: order.inputs, bytesMax, signal });
  } finally {
    leave();
  }
}

function tooManyAtOnce({ settings }: Context): ApiError {
  return new ApiError(
    'resource-exhausted',
    `The inputs of ${settings.bringingInPerTeam} requests of this team are being fetched and looked at; more are not taken at once. Try again shortly.`,
    { retryAfterSeconds: 5 },
  );
}

/** How many bytes of inputs the engine takes in one request. One that cannot be asked now says so when it is used. */
async function engineBytesMax(context: Context, { model, operation }: ImageOrder | VideoOrder): Promise<number> {
  const { engine, engineModel } = context.routes.find(model);
  const { models } = await engine
    .capabilities(AbortSignal.timeout(CAPABILITIES_MS_MAX))
    .catch(() => ({ models: [] as ModelCapability[] }));
  const found = models.find((candidate) => candidate.model === engineModel);
  return found?.operations[operation]?.inputBytesMax ?? Number.POSITIVE_INFINITY;
}

interface Bringing {
  readonly inputs: readonly OrderInput[];
  /** Of all inputs together. */
  readonly bytesMax: number;
  readonly signal: AbortSignal;
}

async function bringAll(
  context: Context,
  caller: Caller,
  generationId: string,
  { inputs, bytesMax, signal }: Bringing,
): Promise<BroughtIn> {
  const failing = new AbortController();
  const ending = AbortSignal.any([signal, failing.signal]);
  /** What succeeds; the first that fails aborts `ending`. */
  const settle = async <T>(works: readonly Promise<T>[]): Promise<readonly T[]> => {
    for (const work of works) work.catch((error: unknown) => failing.abort(error));
    const results = await Promise.allSettled(works);
    return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  };
  const files = await settle(inputs.map((input) => receiveOne(context, caller, input, { bytesMax, signal: ending })));
  try {
    ending.throwIfAborted();
    assertTogether(files, bytesMax);
    // Not before all are here: what a killed process leaves on the desk goes at the next start, what it has stored stays.
    const stored = await settle(files.map((one, index) => storeOne(context, `inputs/${generationId}/${index}`, one)));
    if (!ending.aborted) return { stored, facts: files.map(({ facts }) => facts) };
    await deleteInputs(context, stored);
    throw ending.reason;
  } finally {
    for (const { file } of files) await file.dispose();
  }
}

/** Deletes stored inputs. @returns False when one could not be deleted; the log says which. */
export async function deleteInputs(context: Context, stored: readonly StoredInput[]): Promise<boolean> {
  let isDone = true;
  for (const { objectKey } of stored) {
    await context.store.delete(objectKey).catch((error: unknown) => {
      isDone = false;
      context.log.warn('input-not-deleted', { objectKey, error });
    });
  }
  return isDone;
}

/** An input that lies on the desk and is what its field wants. */
interface Received {
  readonly input: OrderInput;
  readonly file: InspectedFile;
  readonly facts: InputFacts;
}

function assertTogether(files: readonly Received[], bytesMax: number): void {
  const bytes = files.reduce((sum, { file }) => sum + file.sizeBytes, 0);
  if (bytes <= bytesMax) return;
  throw inputError(
    files.map(({ input }) => input.field),
    'too-large',
    `The inputs have ${(bytes / MiB).toFixed(1)} MiB together; ${bytesMax / MiB} MiB is the most that is taken with this model. Send smaller ones.`,
  );
}

async function receiveOne(
  context: Context,
  caller: Caller,
  input: OrderInput,
  { bytesMax: bytesOfAllMax, signal }: { readonly bytesMax: number; readonly signal: AbortSignal },
): Promise<Received> {
  const bytesOfOneMax = input.role === 'video' ? LIMITS.inputVideoBytes : LIMITS.inputImageBytes;
  const bytesMax = Math.min(bytesOfOneMax, bytesOfAllMax);
  try {
    const body = await openSource(context, caller, input, { bytesMax, signal });
    const file = await context.inputs.receive(body, { bytesMax, teamId: caller.teamId, signal });
    try {
      return { input, file, facts: factsOf(input, file.facts) };
    } catch (error) {
      await file.dispose();
      throw error;
    }
  } catch (error) {
    throw toApiError(error, input);
  }
}

async function storeOne(context: Context, objectKey: string, { input, file, facts }: Received): Promise<StoredInput> {
  const { role, field, atSeconds } = input;
  const { mime } = file.facts;
  const body = file.open();
  try {
    const { sizeBytes, sha256 } = await context.store.put(objectKey, body, { mime });
    const time = atSeconds === undefined ? {} : { atSeconds };
    return { role, field, ...time, objectKey, mime, sizeBytes, sha256, meta: metaOf(facts) };
  } finally {
    await cancelUnread(body);
  }
}

function factsOf({ role, field }: OrderInput, media: MediaFacts): InputFacts {
  const wanted = role === 'video' ? 'video' : 'image';
  if (media.kind !== wanted) {
    throw inputError(
      field,
      'wrong-kind',
      `\`${field}\`: expected ${wanted === 'video' ? 'an MP4 video' : 'a picture (JPEG, PNG or WebP)'}, got ${media.kind === 'video' ? 'a video' : 'a picture'} (${media.mime}).`,
    );
  }
  const { width, height } = media;
  if (media.kind === 'image') return { kind: 'image', role, field, width, height };
  const { durationSeconds, framesPerSecond, audio } = media;
  return { kind: 'video', role, field, width, height, durationSeconds, framesPerSecond, hasAudio: audio !== undefined };
}

function metaOf(facts: InputFacts): StoredInput['meta'] {
  const { width, height } = facts;
  if (facts.kind === 'image') return { width, height };
  const { durationSeconds: seconds, framesPerSecond, hasAudio } = facts;
  return { width, height, seconds, framesPerSecond, hasAudio };
}

/** Whose fault it is: most often the file's. */
const MEDIA_FAULTS: Partial<Record<MediaError['kind'], readonly [ErrorDetail['reason'], message: string]>> = {
  damaged: ['not-readable', ''],
  unsupported: ['wrong-kind', ''],
  too_large: ['too-large', ''],
  deadline: ['not-readable', 'reading it took too long'],
  child_crashed: ['not-readable', 'it cannot be decoded'],
  task_failed: ['not-readable', 'it cannot be decoded'],
};

function toApiError(error: unknown, input: OrderInput): unknown {
  const { field, role } = input;
  const what = role === 'video' ? 'video' : 'image';
  if (error instanceof FetchError && error.kind === 'busy') {
    return inputError(field, 'not-fetched', `\`${field}\`: ${error.message}`, {
      code: 'unavailable',
      cause: error,
      retryAfterSeconds: 5,
    });
  }
  if (error instanceof FetchError) {
    return inputError(field, 'not-fetched', `Fetching ${what} failed: \`${field}\`: ${error.message}`, {
      cause: error,
    });
  }
  if (error instanceof TooManyBytes) return tooLarge(field, error.bytesMax);
  if (!(error instanceof MediaError)) return error;
  const fault = MEDIA_FAULTS[error.kind];
  if (fault === undefined) {
    return inputError(field, 'not-readable', `\`${field}\` could not be looked at just now. Try again shortly.`, {
      code: 'unavailable',
      cause: error,
    });
  }
  const [reason, message] = fault;
  return inputError(field, reason, `\`${field}\`: the ${what} cannot be used: ${message || error.message}.`, {
    cause: error,
  });
}
