import type { VideoFrame } from '@napi-rs/webcodecs';
import { toI420 } from './i420.ts';
import type { I420Frame } from './media.ts';
import { MediaError } from './media-error.ts';
import {
  FRAMES_PER_COLLECTION,
  loadMediabunny,
  loadWebCodecs,
  releaseClosedFrames,
  untilQueueIsShort,
} from './natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm, toBytes } from './open-film.ts';

// Two frames in the decoder and as many waiting: it has threads of its own, and a 4K frame is 12 MB.
const QUEUED_PACKETS_MAX = 4;

/** One decoded frame in order of presentation, not rotated. */
export interface DecodedFrame extends I420Frame {
  readonly index: number;
  readonly seconds: number;
}

/**
 * Decodes a film frame by frame; leaving the loop early releases everything.
 * @throws {MediaError} as `openFilm`; `damaged` also when frames are missing that the file promised.
 */
export async function* decodeFrames(
  bytes: Uint8Array,
  limits: FilmLimits = FILM_LIMITS,
): AsyncGenerator<DecodedFrame, void, void> {
  let index = 0;
  for await (const frame of decodeNative(bytes, limits)) yield await copyFrame(frame, index++);
}

/**
 * Decodes a film for its number of frames alone: a third of the time, since nothing is copied.
 * @throws {MediaError} as `decodeFrames`.
 */
export async function countFrames(bytes: Uint8Array, limits: FilmLimits = FILM_LIMITS): Promise<number> {
  let count = 0;
  for await (const _frame of decodeNative(bytes, limits)) count++;
  return count;
}

/** The decoder's own frames, each closed when the next is asked for. */
async function* decodeNative(bytes: Uint8Array, limits: FilmLimits): AsyncGenerator<VideoFrame, void, void> {
  using film = await openFilm(bytes, limits);
  const { EncodedPacketSink } = await loadMediabunny();
  const { EncodedVideoChunk, VideoDecoder } = await loadWebCodecs();
  const config = await film.video.getDecoderConfig();
  if (!config) throw new MediaError('unsupported', `cannot decode video of codec ${await film.video.getCodec()}`);

  const ready: VideoFrame[] = [];
  let failure: Error | undefined;
  let decodedCount = 0;
  let packetCount = 0;
  const decoder = new VideoDecoder({
    output: (frame) => ready.push(frame),
    error(error) {
      failure = error;
    },
  });
  const throwIfFailed = () => {
    if (failure) throw asMediaError(failure, 'a frame cannot be decoded');
  };
  const drain = function* () {
    for (let frame = ready.shift(); frame; frame = ready.shift()) {
      decodedCount++;
      try {
        yield frame;
      } finally {
        frame.close();
      }
      if (decodedCount % FRAMES_PER_COLLECTION === 0) releaseClosedFrames();
    }
  };
  try {
    const { codec, codedWidth, codedHeight, description } = config;
    decoder.configure({
      codec,
      ...(codedWidth && codedHeight ? { codedWidth, codedHeight } : {}),
      ...(description ? { description: toBytes(description) } : {}),
    });
    for await (const packet of new EncodedPacketSink(film.video).packets()) {
      if (++packetCount > limits.framesMax) {
        throw new MediaError('too_large', `expected at most ${limits.framesMax} frames`);
      }
      const { type, data, microsecondTimestamp: timestamp, microsecondDuration: duration } = packet;
      decoder.decode(new EncodedVideoChunk({ type, data, timestamp, duration }));
      await untilQueueIsShort(
        () => decoder.decodeQueueSize > QUEUED_PACKETS_MAX && decoder.state === 'configured' && !failure,
      );
      throwIfFailed();
      yield* drain();
    }
    await decoder.flush();
    throwIfFailed();
    yield* drain();
  } catch (error) {
    throw asMediaError(error, 'the video cannot be decoded');
  } finally {
    for (const frame of ready) frame.close();
    if (decoder.state !== 'closed') decoder.close();
  }
  if (decodedCount !== packetCount) {
    throw new MediaError('damaged', `expected ${packetCount} frames, decoded ${decodedCount}`);
  }
}

async function copyFrame(frame: VideoFrame, index: number): Promise<DecodedFrame> {
  const width = frame.displayWidth;
  const height = frame.displayHeight;
  const seconds = frame.timestamp / 1e6;
  if (frame.format !== 'I420') {
    const rgba = new Uint8Array(frame.allocationSize({ format: 'RGBA' }));
    await frame.copyTo(rgba, { format: 'RGBA' });
    return { index, seconds, ...toI420(rgba, width, height) };
  }
  const copy = new Uint8Array(frame.allocationSize());
  const layout = await frame.copyTo(copy);
  return { index, seconds, width, height, data: packPlanes(copy, layout, width, height) };
}

/** Drops what a decoder leaves between rows and planes. */
function packPlanes(
  copy: Uint8Array,
  layout: readonly { offset: number; stride: number }[],
  width: number,
  height: number,
): Uint8Array {
  const size = (width * height * 3) / 2;
  const isPacked = copy.length === size && layout[0]?.stride === width && layout[1]?.stride === width / 2;
  if (isPacked) return copy;
  const data = new Uint8Array(size);
  let at = 0;
  for (const [plane, { offset, stride }] of layout.entries()) {
    const planeWidth = plane === 0 ? width : width / 2;
    const planeHeight = plane === 0 ? height : height / 2;
    for (let row = 0; row < planeHeight; row++, at += planeWidth) {
      data.set(copy.subarray(offset + row * stride, offset + row * stride + planeWidth), at);
    }
  }
  return data;
}
