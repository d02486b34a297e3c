import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import { MediaError } from './media-error.ts';
import { loadMediabunny } from './natives.ts';

/** What we are willing to open. Checked against what a file claims before anything is decoded, and again while it is. */
export interface FilmLimits {
  readonly bytesMax: number;
  readonly secondsMax: number;
  /** Width × height of one frame. */
  readonly pixelsMax: number;
  readonly framesMax: number;
}

/** A minute of 4K at 60 frames a second in 256 MiB: far beyond anything that the API hands out or takes in. */
export const FILM_LIMITS: FilmLimits = {
  bytesMax: 256 * 1024 * 1024,
  secondsMax: 60,
  pixelsMax: 4096 * 2304,
  framesMax: 3600,
};

export interface OpenFilm extends Disposable {
  readonly input: Input;
  readonly video: InputVideoTrack;
  readonly audio: InputAudioTrack | undefined;
}

/**
 * Reads the index of an MP4 and holds it against the limits. Nothing is decoded.
 * @throws {MediaError} `too_large`, `unsupported` (no MP4, no video track), `damaged`.
 */
export async function openFilm(bytes: Uint8Array, limits: FilmLimits = FILM_LIMITS): Promise<OpenFilm> {
  if (bytes.length > limits.bytesMax) {
    throw new MediaError('too_large', `expected at most ${limits.bytesMax} bytes, got ${bytes.length}`);
  }
  const { BufferSource, Input, MP4, QTFF } = await loadMediabunny();
  const input = new Input({ source: new BufferSource(bytes), formats: [MP4, QTFF] });
  try {
    if (!(await input.canRead())) throw new MediaError('unsupported', 'expected an MP4 file');
    const video = await input.getPrimaryVideoTrack();
    if (!video) throw new MediaError('unsupported', 'expected a video track, found none');
    const audio = (await input.getPrimaryAudioTrack()) ?? undefined;
    await checkLimits(video, limits);
    return { input, video, audio, [Symbol.dispose]: () => input.dispose() };
  } catch (error) {
    input.dispose();
    throw asMediaError(error, 'the index of the file cannot be read');
  }
}

async function checkLimits(video: InputVideoTrack, limits: FilmLimits): Promise<void> {
  const pixels = (await video.getCodedWidth()) * (await video.getCodedHeight());
  if (pixels > limits.pixelsMax) {
    throw new MediaError('too_large', `expected frames of at most ${limits.pixelsMax} pixels, got ${pixels}`);
  }
  const seconds = await video.computeDuration();
  if (!(seconds <= limits.secondsMax)) {
    throw new MediaError('too_large', `expected at most ${limits.secondsMax} seconds, the file claims ${seconds}`);
  }
}

/** Whatever parsers and codecs throw at a strange file is the file's fault. */
export function asMediaError(error: unknown, what: string): MediaError {
  if (error instanceof MediaError) return error;
  return new MediaError('damaged', what, { cause: error });
}

/** A codec's configuration, whatever kind of buffer holds it. */
export function toBytes(source: ArrayBufferLike | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
