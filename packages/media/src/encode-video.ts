import type { I420Frame, VideoSegment } from './media.ts';
import { MediaError } from './media-error.ts';
import { FRAMES_PER_COLLECTION, loadWebCodecs, releaseClosedFrames, untilQueueIsShort } from './natives.ts';

/** The one colour space of everything we encode. Untagged or RGB-tagged files come out visibly wrong in Chromium. */
export const BT709_LIMITED = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const;

/** Level 4.0 is only the ceiling that admits 1080p; the encoder writes the level that the size needs. */
const H264_HIGH = 'avc1.640028';

// The encoder queues without bound. Four frames keep its two threads busy; more is only memory (1080p: 3 MB each).
const QUEUED_FRAMES_MAX = 4;

export interface SegmentEncoderOptions {
  /** Even. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /**
   * Aim at this rate instead of at a constant quality. Such segments join with each other, but not with those of constant
   * quality: the two differ in their configuration.
   */
  readonly bitsPerSecond?: number;
}

/** Encodes one closed group of pictures. Disposing it before `finish` drops what was encoded. */
export interface SegmentEncoder extends Disposable {
  /**
   * Takes the next frame; its data may be reused once the promise has settled.
   * @param seconds When it is shown, from the beginning of the segment; must grow. Default: evenly. Only steers how bits are
   * shared out: what a player goes by are the times given to `muxFilm`.
   * @throws {MediaError} `encode_failed`.
   */
  add(frame: I420Frame, seconds?: number): Promise<void>;
  /** Ends the segment. @throws {MediaError} `encode_failed` also when no frame was added. */
  finish(): Promise<VideoSegment>;
}

/**
 * Opens an H.264 encoder for one run of frames that starts with its only key frame. Constant quality rather than a bit
 * rate: an encoder per segment would otherwise start each one by guessing, and the picture would pulse every 2 s.
 * Equal frames give equal bytes on machines with an equal number of processors, whatever else runs.
 */
export async function openSegmentEncoder(options: SegmentEncoderOptions): Promise<SegmentEncoder> {
  const { VideoEncoder, VideoFrame } = await loadWebCodecs();
  const { width, height, framesPerSecond } = options;
  const packets: { data: Uint8Array; isKey: boolean }[] = [];
  let decoderConfig: Uint8Array | undefined;
  let failure: Error | undefined;
  let frameCount = 0;
  let isFinishing = false;

  const encoder = new VideoEncoder({
    output(chunk, metadata) {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push({ data, isKey: chunk.type === 'key' });
      const description = metadata?.decoderConfig?.description;
      if (description && !decoderConfig) decoderConfig = Uint8Array.from(description);
    },
    error(error) {
      failure = error;
    },
  });
  // `quality` is the mode without a key frame every ten frames; `quantizer` is x264's constant rate factor.
  encoder.configure({
    codec: H264_HIGH,
    width,
    height,
    framerate: framesPerSecond,
    latencyMode: 'quality',
    ...(options.bitsPerSecond === undefined
      ? { bitrateMode: 'quantizer' }
      : { bitrateMode: 'variable', bitrate: options.bitsPerSecond }),
    avc: { format: 'avc' },
  });

  const close = () => {
    if (encoder.state !== 'closed') encoder.close();
  };
  const throwIfFailed = () => {
    if (failure) throw new MediaError('encode_failed', 'the H.264 encoder failed', { cause: failure });
  };

  return {
    async add(frame, seconds = frameCount / framesPerSecond) {
      checkFrame(frame, options);
      const picture = new VideoFrame(frame.data, {
        format: 'I420',
        codedWidth: width,
        codedHeight: height,
        timestamp: Math.round(seconds * 1e6),
        duration: Math.round(1e6 / framesPerSecond),
        colorSpace: BT709_LIMITED,
      });
      try {
        encoder.encode(picture, { keyFrame: frameCount === 0 });
      } finally {
        picture.close();
      }
      frameCount++;
      if (frameCount % FRAMES_PER_COLLECTION === 0) releaseClosedFrames();
      await untilQueueIsShort(() => encoder.encodeQueueSize > QUEUED_FRAMES_MAX && !failure);
      throwIfFailed();
    },
    async finish() {
      isFinishing = true;
      try {
        await encoder.flush();
        throwIfFailed();
      } catch (error) {
        if (error instanceof MediaError) throw error;
        throw new MediaError('encode_failed', 'the H.264 encoder could not finish', { cause: error });
      } finally {
        close();
      }
      if (!decoderConfig || packets.length !== frameCount) {
        throw new MediaError('encode_failed', `expected ${frameCount} packets from the encoder, got ${packets.length}`);
      }
      return { decoderConfig, codec: codecString(decoderConfig), packets };
    },
    [Symbol.dispose]() {
      // `flush` never settles on a codec that is closed under it; `finish` closes when it is through.
      if (!isFinishing) close();
    },
  };
}

function checkFrame(frame: I420Frame, { width, height }: SegmentEncoderOptions): void {
  if (frame.width === width && frame.height === height && frame.data.length === (width * height * 3) / 2) return;
  throw new MediaError(
    'encode_failed',
    `expected a frame of ${width} × ${height}, got ${frame.width} × ${frame.height} with ${frame.data.length} bytes`,
  );
}

/** `avc1.PPCCLL` from an AVCDecoderConfigurationRecord. @see ISO/IEC 14496-15, 5.3.3.1 */
export function codecString(decoderConfig: Uint8Array): string {
  return `avc1.${Buffer.from(decoderConfig.subarray(1, 4)).toString('hex')}`;
}
