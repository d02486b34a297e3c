import type { VideoDecoder, VideoFrame } from '@napi-rs/webcodecs';
import { readTimes, type TrackTimes } from './clip/clip-times.ts';
import { createNormaliser } from './clip/normalise-frame.ts';
import type { I420Frame } from './media.ts';
import { MediaError } from './media-error.ts';
import {
  framesPerCollection,
  loadMediabunny,
  loadWebCodecs,
  releaseClosedFrames,
  untilQueueIsShort,
} from './natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, type OpenFilm, openFilm, toBytes } from './open-film.ts';

// Two frames in the decoder and as many waiting: it has threads of its own, and a 4K frame is 12 MB.
const QUEUED_PACKETS_MAX = 4;

/** One decoded frame in order of presentation, BT.709 limited, with even sides. */
export interface DecodedFrame extends I420Frame {
  /** Counted from the first frame of the film, wherever decoding began. */
  readonly index: number;
  /** When it is shown. */
  readonly seconds: number;
}

export interface FrameOptions extends Partial<FilmLimits> {
  /** Begin with the frame that is shown at this time. Decoding starts at the key frame before it. */
  readonly fromSeconds?: number;
  /** Begin with this frame, counted as `clipTimes` counts; instead of `fromSeconds`. */
  readonly fromFrame?: number;
  /** Stop after so many frames. */
  readonly count?: number;
  /** Turn frames as the file says, and make their pixels square. Default false: as stored. */
  readonly upright?: boolean;
  /** Scale every frame so that it covers this size, and cut off what hangs over. Even. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * Decodes a film frame by frame; leaving the loop early releases everything. Whatever its colours, depth and subsampling,
 * frames come as BT.709 limited 4:2:0; of an odd side the last column or row is left out. What an edit list hides
 * at either end is left out too.
 * @throws {MediaError} as `openFilm`; `damaged` also when frames are missing that the file promised.
 */
export async function* decodeFrames(
  bytes: Uint8Array,
  options: FrameOptions = {},
): AsyncGenerator<DecodedFrame, void, void> {
  const { count = Number.POSITIVE_INFINITY } = options;
  const limits: FilmLimits = { ...FILM_LIMITS, ...options };
  if (count <= 0) return;
  using film = await openFilm(bytes, limits);
  const track = await readTimes(film.video, bytes, limits.framesMax);
  const normalise = await createNormaliser(film.video, options);
  const wanted = track.hiddenCount + findFirst(track, options);
  const key = findKey(track, wanted);
  let index = key.index;
  for await (const frame of decodeNative(bytes, { limits, fromSeconds: key.seconds })) {
    // Decoders give frames in order of presentation, but were seen to stamp them in order of decoding.
    const time = track.times[index++];
    if (!time) throw new MediaError('damaged', `expected ${track.times.length} frames, decoded more`);
    if (index > track.endIndex) return;
    if (index <= wanted) continue;
    yield { index: index - 1 - track.hiddenCount, seconds: time.seconds, ...(await normalise(frame)) };
    if (index - wanted >= count) return;
  }
  const expected = Math.min(track.endIndex, wanted + count);
  if (index < expected) throw new MediaError('damaged', `expected ${expected} frames, decoded ${index}`);
}

/** Of times that are sums of fractions. */
const TIME_TOLERANCE = 1e-6;

/** @returns The first frame that is asked for, counted from the first that is shown. */
function findFirst({ times, hiddenCount }: TrackTimes, { fromFrame, fromSeconds = 0 }: FrameOptions): number {
  if (fromFrame !== undefined) return fromFrame;
  const shown = times.findLastIndex(({ seconds }) => seconds <= fromSeconds + TIME_TOLERANCE);
  return Math.max(0, shown - hiddenCount);
}

/**
 * The last key frame from which the wanted one can be decoded, and how many frames are shown before it. A key frame with
 * pictures behind it that are shown before it (an open group) does not count: decoders drop those or do not.
 */
function findKey({ times, packets }: TrackTimes, wanted: number): { index: number; seconds: number } {
  const latest = times[wanted]?.seconds ?? Number.POSITIVE_INFINITY;
  let earliestBehind = Number.POSITIVE_INFINITY;
  for (let i = packets.length - 1; i > 0; i--) {
    const { isKey, seconds } = packets[i]!;
    if (isKey && seconds <= latest && seconds < earliestBehind) {
      return { index: times.findIndex((time) => time.seconds === seconds), seconds };
    }
    earliestBehind = Math.min(earliestBehind, seconds);
  }
  return { index: 0, seconds: Number.NEGATIVE_INFINITY };
}

/**
 * Decodes a film for its number of frames alone: a third of the time, since nothing is copied.
 * @throws {MediaError} as `decodeFrames`.
 */
export async function countFrames(bytes: Uint8Array, limits: FilmLimits = FILM_LIMITS): Promise<number> {
  let count = 0;
  for await (const _frame of decodeNative(bytes, { limits })) count++;
  return count;
}

interface NativeOptions {
  readonly limits: FilmLimits;
  /** Decoding starts at the last key frame that is not shown later than this. Default: at the first. */
  readonly fromSeconds?: number;
  /** Feeds the decoder these alone, counted in order of decoding; key frames, since others lean on each other. */
  readonly packets?: ReadonlySet<number>;
  /** Stop reading after so many packets. */
  readonly packetsMax?: number;
}

/** The decoder's own frames, each closed when the next is asked for. */
export async function* decodeNative(bytes: Uint8Array, options: NativeOptions): AsyncGenerator<VideoFrame, void, void> {
  const { limits, fromSeconds = Number.NEGATIVE_INFINITY, packets: chosen, packetsMax } = options;
  using film = await openFilm(bytes, limits);
  const { EncodedPacketSink } = await loadMediabunny();
  const { EncodedVideoChunk, VideoDecoder } = await loadWebCodecs();
  const sink = new EncodedPacketSink(film.video);
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
      const { codedWidth, codedHeight } = frame;
      try {
        checkSize(frame, limits);
        yield frame;
      } finally {
        frame.close();
      }
      if (decodedCount % framesPerCollection(codedWidth, codedHeight) === 0) releaseClosedFrames();
    }
  };
  try {
    await configure(decoder, film);
    const key = Number.isFinite(fromSeconds) ? await sink.getKeyPacket(fromSeconds + TIME_TOLERANCE) : null;
    let index = 0;
    for await (const packet of sink.packets(key ?? undefined)) {
      if (chosen && !chosen.has(index++)) continue;
      if (packetCount === packetsMax) break;
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
  // From the middle, pictures that lean on what was skipped may rightly be missing.
  const isFromStart = !Number.isFinite(fromSeconds) && !chosen;
  if (isFromStart ? decodedCount !== packetCount : decodedCount === 0 && packetCount > 0) {
    throw new MediaError('damaged', `expected ${packetCount} frames, decoded ${decodedCount}`);
  }
}

/** The stream may say otherwise than the container did, and may change on the way. */
function checkSize({ codedWidth, codedHeight }: VideoFrame, { pixelsMax }: FilmLimits): void {
  if (codedWidth * codedHeight <= pixelsMax) return;
  throw new MediaError(
    'too_large',
    `expected frames of at most ${pixelsMax} pixels, got ${codedWidth} × ${codedHeight}`,
  );
}

async function configure(decoder: VideoDecoder, { video }: OpenFilm): Promise<void> {
  const config = await video.getDecoderConfig();
  if (!config) throw new MediaError('unsupported', `cannot decode video of codec ${await video.getCodec()}`);
  const { codec, codedWidth, codedHeight, description } = config;
  decoder.configure({
    codec,
    ...(codedWidth && codedHeight ? { codedWidth, codedHeight } : {}),
    ...(description ? { description: toBytes(description) } : {}),
  });
}
