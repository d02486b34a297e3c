import type { InputAudioTrack } from 'mediabunny';
import { type FrameTime, readTimes } from '../clip/clip-times.ts';
import { decodeAudio } from '../decode-audio.ts';
import { MediaError } from '../media-error.ts';
import { asMediaError, openFilm } from '../open-film.ts';
import type { ClipLimits } from './clip-limits.ts';
import { checkPromise, decodeSpots } from './decode-spots.ts';
import { scanMp4 } from './scan-mp4.ts';

export interface ClipFacts {
  readonly kind: 'video';
  readonly mime: 'video/mp4';
  /** In display pixels, after rotation. */
  readonly width: number;
  readonly height: number;
  /** From the first frame shown to the end of the last. */
  readonly durationSeconds: number;
  readonly frameCount: number;
  /** On average. */
  readonly framesPerSecond: number;
  readonly isVariableRate: boolean;
  /** Degrees clockwise by which stored frames are to be turned. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** As in a media type's `codecs`, such as `avc1.64001f`. */
  readonly videoCodec: string;
  readonly audio?: {
    readonly codec: string;
    readonly sampleRate: number;
    readonly channels: number;
    readonly durationSeconds: number;
  };
}

/** @throws {MediaError} `unsupported`, `damaged`, `too_large`. */
export async function inspectClip(bytes: Uint8Array, limits: ClipLimits): Promise<ClipFacts> {
  const scan = scanMp4(bytes, limits);
  using film = await openFilm(bytes, limits);
  try {
    const { video, audio } = film;
    const track = await readTimes(video, bytes, limits.framesMax);
    const times = track.times.slice(track.hiddenCount, track.endIndex);
    checkTimes(times, limits);
    checkPromise(scan.video.sampleCount, track.times.length);
    await decodeSpots(bytes, track, limits);
    const start = times[0]!.seconds;
    const last = times.at(-1)!;
    const durationSeconds = round(last.seconds + last.duration - start);
    const sound = audio && (await readSound(audio));
    if (sound) await checkSound(bytes, limits);
    return {
      kind: 'video',
      mime: 'video/mp4',
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
      durationSeconds,
      frameCount: times.length,
      framesPerSecond: durationSeconds > 0 ? round(times.length / durationSeconds) : 0,
      isVariableRate: isVariable(times),
      rotation: await video.getRotation(),
      videoCodec: (await video.getCodecParameterString()) ?? scan.video.entry,
      ...(sound ? { audio: sound } : {}),
    };
  } catch (error) {
    throw asMediaError(error, 'the video cannot be measured');
  }
}

function checkTimes(times: readonly FrameTime[], limits: ClipLimits): void {
  const first = times[0];
  const last = times.at(-1);
  if (!first || !last) throw new MediaError('damaged', 'expected at least one frame in the video, found none');
  const seconds = last.seconds + last.duration;
  if (!(seconds <= limits.secondsMax)) {
    throw new MediaError(
      'too_large',
      `expected a video of at most ${limits.secondsMax} seconds, it claims ${round(seconds)}; cut it`,
    );
  }
}

/** Sound that we cannot decode may still be copied; sound that is broken may not. */
async function checkSound(bytes: Uint8Array, limits: ClipLimits): Promise<void> {
  try {
    await decodeAudio(bytes, limits);
  } catch (error) {
    if (!(error instanceof MediaError && error.kind === 'unsupported')) throw error;
  }
}

async function readSound(audio: InputAudioTrack): Promise<NonNullable<ClipFacts['audio']>> {
  return {
    codec: (await audio.getCodecParameterString()) ?? 'unknown',
    sampleRate: await audio.getSampleRate(),
    channels: await audio.getNumberOfChannels(),
    durationSeconds: round(await audio.computeDuration()),
  };
}

/** Frames of one rate differ by the rounding of their times, a millisecond in coarse files; the last one may be cut. */
const RATE_TOLERANCE_SECONDS = 0.0015;

function isVariable(times: readonly FrameTime[]): boolean {
  const durations = times.slice(0, -1).map(({ duration }) => duration);
  return durations.length > 0 && Math.max(...durations) - Math.min(...durations) > 2 * RATE_TOLERANCE_SECONDS;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
