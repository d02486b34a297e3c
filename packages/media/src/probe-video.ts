import { decodeAudio } from './decode-audio.ts';
import { countFrames } from './decode-video.ts';
import { checkPromise, countBySpots } from './inspect/decode-spots.ts';
import type { VideoProbe } from './media.ts';
import { isFastStart, promisedFrameCount } from './mp4-boxes.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm } from './open-film.ts';

export interface ProbeOptions {
  readonly limits?: FilmLimits;
  /** Decodes a second at either end and the key frames instead of all: for films that come straight from our own muxer. */
  readonly isSampled?: boolean;
}

/**
 * Measures a film by decoding all of it: about 2 ms a 720p frame on one core. Never in a process that must live on.
 * @throws {MediaError} `too_large`, `unsupported`; `damaged` also when less is there than the index promises.
 */
export async function probeVideo(bytes: Uint8Array, options: ProbeOptions = {}): Promise<VideoProbe> {
  const { limits = FILM_LIMITS, isSampled = false } = options;
  using film = await openFilm(bytes, limits);
  try {
    const { video, audio } = film;
    const promised = promisedFrameCount(bytes);
    const frameCount = isSampled ? await countBySpots(bytes, promised, limits) : await countFrames(bytes, limits);
    checkPromise(promised, frameCount);
    const durationSeconds = round(await video.computeDuration());
    const color = await video.getColorSpace();
    const sound = audio ? await decodeAudio(bytes, limits) : undefined;
    return {
      container: 'mp4',
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
      frameCount,
      framesPerSecond: round(frameCount / durationSeconds),
      durationSeconds,
      videoCodec: (await video.getCodecParameterString()) ?? 'unknown',
      color: {
        ...(color.primaries ? { primaries: color.primaries } : {}),
        ...(color.transfer ? { transfer: color.transfer } : {}),
        ...(color.matrix ? { matrix: color.matrix } : {}),
        ...(typeof color.fullRange === 'boolean' ? { fullRange: color.fullRange } : {}),
      },
      ...(audio && sound
        ? {
            audio: {
              codec: (await audio.getCodecParameterString()) ?? 'unknown',
              sampleRate: sound.sampleRate,
              channels: sound.channels,
              durationSeconds: round(sound.samples.length / sound.channels / sound.sampleRate),
            },
          }
        : {}),
      isFastStart: isFastStart(bytes),
    };
  } catch (error) {
    throw asMediaError(error, 'the file cannot be measured');
  }
}

/** Microseconds: sums of thirds of a frame come out as 2.9999999999. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
