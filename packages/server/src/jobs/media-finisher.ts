import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '@openimagine/engines';
import {
  createChildPool,
  FILM_LIMITS,
  IMAGE_LIMITS,
  MediaError,
  probeImage,
  type VideoProbe,
} from '@openimagine/media';
import { StorageError } from '@openimagine/storage';
import { limitBytes } from '../limit-bytes.ts';
import type { FinishedFile, OutputFinisher } from './finish-output.ts';
import type { StoredRequest } from './generation.ts';
import { FRAMES_PER_SECOND, isSize, type MediaTasks, MISSING_SECONDS_MAX, type WantedFilm } from './media-tasks.ts';

/** The slowest that is legal, decoding 15 s of 1080p and encoding it anew, took 20 s on two busy cores. */
const TASK_MS_MAX = 120_000;
/** Decoding alone took a tenth of this; a film that is made to be hard to read must not hold up the others for long. */
const PROBE_MS_MAX = 20_000;

type RunTask = <Name extends keyof MediaTasks>(
  name: Name,
  input: MediaTasks[Name]['input'],
  signal: AbortSignal,
) => Promise<MediaTasks[Name]['result']>;

/**
 * Measures every output, and rewrites only what is not right already. Films are looked at in a child process.
 * @param folder For films on their way; emptied here, so it must be this process's own.
 */
export async function openMediaFinisher(folder: string): Promise<OutputFinisher> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pool = createChildPool({ entry: new URL('./media-child.ts', import.meta.url), size: 1 });
  const run: RunTask = async (name, input, signal) =>
    (await pool.run(name, input, {
      signal,
      deadlineMs: name === 'probe-video' ? PROBE_MS_MAX : TASK_MS_MAX,
    })) as MediaTasks[typeof name]['result'];
  return {
    finish: (body, _mime, request, signal, isOwn = false) =>
      inEngineErrors(() =>
        request.operation.startsWith('video')
          ? finishVideo({ run, folder, isOwn }, body, request, signal)
          : finishImage(run, body, request, signal),
      ),
    close: () => pool.close(),
  };
}

async function finishImage(
  run: RunTask,
  body: ReadableStream<Uint8Array>,
  request: StoredRequest,
  signal: AbortSignal,
): Promise<FinishedFile> {
  const bytes = await collect(body, IMAGE_LIMITS.bytesMax);
  const probe = probeImage(bytes);
  const { width, height } = request;
  const isAsPromised = probe.format === 'jpeg' && isSize(probe, request);
  const jpeg = isAsPromised ? bytes : await run('to-jpeg', { bytes, size: { width, height } }, signal);
  return { mime: 'image/jpeg', width, height, durationSeconds: undefined, body: jpeg, dispose: async () => undefined };
}

async function finishVideo(
  { run, folder, isOwn }: { readonly run: RunTask; readonly folder: string; readonly isOwn: boolean },
  body: ReadableStream<Uint8Array>,
  request: StoredRequest,
  signal: AbortSignal,
): Promise<FinishedFile> {
  const came = join(folder, `${randomUUID()}.mp4`);
  const rewritten = join(folder, `${randomUUID()}.mp4`);
  const dispose = async (): Promise<void> => {
    await rm(came, { force: true });
    await rm(rewritten, { force: true });
  };
  try {
    const wanted = wantedFilm(request);
    await pipeline(Readable.from(limited(body, FILM_LIMITS.bytesMax)), createWriteStream(came, { flags: 'wx' }), {
      signal,
    });
    const probe = await run('probe-video', { path: came, isSampled: isOwn }, signal);
    const isAsPromised = isRight(probe, wanted);
    if (!isAsPromised) {
      // What follows an input that is silent stays so; a silent track would be an edit that nobody asked for.
      const audio = wanted.followsInput ? probe.audio !== undefined : wanted.audio;
      await run('rewrite-video', { path: came, to: rewritten, wanted: { ...wanted, audio } }, signal);
    }
    const stream = Readable.toWeb(createReadStream(isAsPromised ? came : rewritten)) as ReadableStream<Uint8Array>;
    const { width, height } = isAsPromised ? probe : wanted;
    const durationSeconds = wanted.followsInput && isAsPromised ? probe.durationSeconds : wanted.seconds;
    return { mime: 'video/mp4', width, height, durationSeconds, body: stream, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function wantedFilm({
  operation,
  width,
  height,
  audio,
  seconds = 0,
  totalSeconds = seconds,
}: StoredRequest): WantedFilm {
  const followsInput = operation === 'video.edit' || operation === 'video.extend';
  const secondsMin =
    operation === 'video.extend' ? totalSeconds - MISSING_SECONDS_MAX : totalSeconds / CHANGED_TIMES_MAX;
  return { width, height, audio, seconds: totalSeconds, followsInput, secondsMin };
}

/** An edit may change the length, by playing faster or slower; but nothing makes it this many times longer or shorter. */
const CHANGED_TIMES_MAX = 10;
const SOUND_CODECS_KEPT = /^(?:mp4a|opus|mp3|flac)/i;

/** What a browser plays, and what became of its input: length, rate and sound may be anybody's. */
function isRightEdit(probe: VideoProbe, wanted: WantedFilm): boolean {
  return (
    probe.isFastStart &&
    probe.videoCodec.startsWith('avc1') &&
    (probe.audio === undefined || SOUND_CODECS_KEPT.test(probe.audio.codec)) &&
    Math.abs(Math.log((probe.width * wanted.height) / (probe.height * wanted.width))) < 0.03 &&
    probe.durationSeconds >= wanted.secondsMin &&
    probe.durationSeconds <= wanted.seconds * CHANGED_TIMES_MAX
  );
}

/** What a browser plays, exactly as large and as long as was asked for. */
function isRight(probe: VideoProbe, wanted: WantedFilm): boolean {
  if (wanted.followsInput) return isRightEdit(probe, wanted);
  const { audio } = probe;
  const soundIsRight = wanted.audio
    ? audio?.codec === 'mp4a.40.2' &&
      audio.sampleRate === 48_000 &&
      audio.channels === 2 &&
      Math.abs(audio.durationSeconds - wanted.seconds) < 0.05
    : audio === undefined;
  return (
    soundIsRight &&
    isSize(probe, wanted) &&
    probe.isFastStart &&
    probe.videoCodec.startsWith('avc1') &&
    probe.frameCount === wanted.seconds * FRAMES_PER_SECOND &&
    Math.abs(probe.framesPerSecond - FRAMES_PER_SECOND) < 0.01
  );
}

async function collect(body: ReadableStream<Uint8Array>, bytesMax: number): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(limited(body, bytesMax)));
}

function limited(body: ReadableStream<Uint8Array>, bytesMax: number): AsyncGenerator<Uint8Array> {
  const tooMany = (): EngineError =>
    new EngineError('bad_response', `The engine's output is larger than ${bytesMax} bytes`);
  return limitBytes(body, bytesMax, tooMany);
}

async function inEngineErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toEngineError(error);
  }
}

/** A file may be broken on its way, so looking at a new one is worth another attempt; a full disk is not. */
function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof MediaError) {
    if (error.kind === 'damaged' || error.kind === 'unsupported' || error.kind === 'too_large') {
      return new EngineError('bad_response', `The engine's output cannot be used: ${error.message}`, {
        retryable: true,
        cause: error,
      });
    }
    return new EngineError('internal', `The output could not be looked at: ${error.message}`, { cause: error });
  }
  if (isNoSpace(error))
    return new EngineError('internal', 'The disk is full', {
      retryable: false,
      cause: new StorageError('no_space', 'The disk is full', { cause: error }),
    });
  return new EngineError('internal', 'The output could not be read', { cause: error });
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
