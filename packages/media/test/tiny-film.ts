import { encodeAudio, SAMPLE_RATE } from '../src/encode-audio.ts';
import { openSegmentEncoder, type SegmentEncoderOptions } from '../src/encode-video.ts';
import { toI420 } from '../src/i420.ts';
import type { VideoSegment } from '../src/media.ts';
import { muxFilm } from '../src/mux-film.ts';
import { loadMediabunny } from '../src/natives.ts';

export const TINY = { width: 96, height: 64, framesPerSecond: 24 } as const;

type Paint = (x: number, y: number, frame: number) => readonly [number, number, number];

/** A gradient that wanders. */
export const wander: Paint = (x, y, frame) => [(x * 2 + frame * 5) % 256, (y * 4) % 256, (x + y + frame) % 256];

export function paintFrame(paint: Paint, frame: number): Uint8Array {
  const { width, height } = TINY;
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rgba.set([...paint(x, y, frame), 255], (y * width + x) * 4);
  }
  return rgba;
}

export async function tinySegment(
  first: number,
  count: number,
  paint: Paint = wander,
  options: Partial<SegmentEncoderOptions> = {},
): Promise<VideoSegment> {
  using encoder = await openSegmentEncoder({ ...TINY, ...options });
  for (let frame = first; frame < first + count; frame++) {
    await encoder.add(toI420(paintFrame(paint, frame), TINY.width, TINY.height));
  }
  return await encoder.finish();
}

/** A sine of 440 Hz on the left, silence on the right. */
export function tone(seconds: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2);
  for (let i = 0; i < samples.length; i += 2) samples[i] = 0.5 * Math.sin((Math.PI * 440 * i) / SAMPLE_RATE);
  return samples;
}

/** A whole film, cut into segments of two seconds. */
export async function tinyFilm(seconds: number, options: { sound?: boolean; paint?: Paint } = {}): Promise<Uint8Array> {
  const segments: VideoSegment[] = [];
  for (let first = 0; first < seconds * 24; first += 48) {
    segments.push(await tinySegment(first, Math.min(48, seconds * 24 - first), options.paint));
  }
  const audio = options.sound === false ? undefined : await encodeAudio(tone(seconds));
  return muxFilm({ ...TINY, segments, ...(audio ? { audio } : {}) });
}

/** The same film as services stream it: each second an index of its own. */
export async function fragmentedFilm(): Promise<Uint8Array> {
  const { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } = await loadMediabunny();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'fragmented' }), target });
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source);
  await output.start();
  for (let second = 0; second < 2; second++) {
    const { codec, decoderConfig: description, packets } = await tinySegment(second * 24, 24);
    const { width: codedWidth, height: codedHeight } = TINY;
    for (const [i, { data, isKey }] of packets.entries()) {
      const packet = new EncodedPacket(data, isKey ? 'key' : 'delta', second + i / 24, 1 / 24);
      await source.add(packet, { decoderConfig: { codec, codedWidth, codedHeight, description } });
    }
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}
