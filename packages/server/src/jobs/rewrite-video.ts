import {
  createResizer,
  decodeAudio,
  decodeFrames,
  encodeAudio,
  type I420Frame,
  MediaError,
  muxFilm,
  openSegmentEncoder,
  SAMPLE_RATE,
  type VideoSegment,
} from '@openimagine/media';
import { FRAMES_PER_SECOND, isSize, MISSING_SECONDS_MAX, type Size, type WantedFilm } from './media-tasks.ts';

/** Two seconds between key frames, as everywhere in the product. */
const SEGMENT_FRAMES = 2 * FRAMES_PER_SECOND;

/**
 * Decodes a film and writes it anew: 24 frames a second, H.264, stereo AAC at 48 kHz or no sound, index in front, and
 * exactly as large and as long as asked for. Only in a child process.
 * @throws {MediaError} As `decodeFrames`; `damaged` when it is too short.
 */
export async function rewriteVideo(bytes: Uint8Array, wanted: WantedFilm): Promise<Uint8Array> {
  const frameCount = Math.round(wanted.seconds * FRAMES_PER_SECOND);
  const segments: VideoSegment[] = [];
  const resize = resizerTo(wanted);
  let pending: I420Frame[] = [];
  for await (const frame of atConstantRate(bytes, frameCount)) {
    pending.push(resize(frame));
    if (pending.length < SEGMENT_FRAMES) continue;
    segments.push(await encodeSegment(pending));
    pending = [];
  }
  if (pending.length > 0) segments.push(await encodeSegment(pending));
  if (segments.length === 0) throw new MediaError('damaged', 'the film has no frames');
  const sound = wanted.audio ? { audio: await encodeAudio(await stereoOf(bytes, wanted.seconds)) } : {};
  return muxFilm({
    width: wanted.width,
    height: wanted.height,
    framesPerSecond: FRAMES_PER_SECOND,
    segments,
    ...sound,
  });
}

/** A film may change its size on the way. */
function resizerTo(wanted: Size): (frame: I420Frame) => I420Frame {
  let from: Size = wanted;
  let resize = (frame: I420Frame): I420Frame => frame;
  return (frame) => {
    if (!isSize(frame, from)) {
      from = { width: frame.width, height: frame.height };
      resize = isSize(from, wanted) ? (same) => same : createResizer(from, wanted);
    }
    return resize(frame);
  };
}

/** Of each moment the frame that is shown then; the last one stays until the end. */
async function* atConstantRate(bytes: Uint8Array, frameCount: number): AsyncGenerator<I420Frame> {
  let shown: I420Frame | undefined;
  let index = 0;
  // Half a frame of tolerance, since time stamps are rounded.
  const moment = (): number => (index + 0.5) / FRAMES_PER_SECOND;
  for await (const frame of decodeFrames(bytes)) {
    while (shown !== undefined && index < frameCount && frame.seconds > moment()) {
      yield shown;
      index++;
    }
    shown = frame;
    if (index >= frameCount) return;
  }
  if (shown === undefined) return;
  if (frameCount - index > MISSING_SECONDS_MAX * FRAMES_PER_SECOND + 1) {
    throw new MediaError('damaged', `the film has ${index + 1} of ${frameCount} frames`);
  }
  for (; index < frameCount; index++) yield shown;
}

async function encodeSegment(frames: readonly I420Frame[]): Promise<VideoSegment> {
  const { width, height } = frames[0]!;
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond: FRAMES_PER_SECOND });
  for (const frame of frames) await encoder.add(frame);
  return encoder.finish();
}

/** Interleaved stereo at 48 kHz of exactly this length; silence where the film has no sound. */
async function stereoOf(bytes: Uint8Array, seconds: number): Promise<Float32Array> {
  const stereo = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2);
  const sound = await decodeAudio(bytes);
  if (sound === undefined) return stereo;
  const { samples, channels, sampleRate } = sound;
  const last = samples.length / channels - 1;
  for (let index = 0; index < stereo.length / 2; index++) {
    const at = (index * sampleRate) / SAMPLE_RATE;
    const before = Math.floor(at);
    if (before > last) break;
    for (let side = 0; side < 2; side++) {
      const channel = Math.min(side, channels - 1);
      const here = samples[before * channels + channel]!;
      const next = samples[Math.min(before + 1, last) * channels + channel]!;
      stereo[index * 2 + side] = here + (next - here) * (at - before);
    }
  }
  return stereo;
}
