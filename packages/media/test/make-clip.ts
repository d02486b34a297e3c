import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMediabunny, loadWebCodecs, nextTurn } from '../src/natives.ts';

export interface ClipParts {
  readonly codec: 'avc' | 'hevc' | 'av1';
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Planes of 4:2:0; of an odd side, chroma is rounded down, as our encoder takes it. */
  readonly paint: (frame: number) => Uint8Array;
  readonly rotation?: 0 | 90 | 180 | 270;
  readonly colorSpace?: {
    readonly primaries: 'bt709';
    readonly transfer: 'bt709';
    readonly matrix: 'smpte170m' | 'bt709';
    readonly fullRange: boolean;
  };
  /** A key frame every so many frames. Default: the first alone. */
  readonly keyEvery?: number;
  /** Added to every time. */
  readonly shiftSeconds?: number;
}

const CODECS = { avc: 'avc1.640028', hevc: 'hvc1.1.6.L93.B0', av1: 'av01.0.04M.08' } as const;

/** A clip of 24 frames a second in any codec that we decode, by our own encoders. */
export async function makeClip(parts: ClipParts): Promise<Uint8Array> {
  const { codec, width, height, count, paint, rotation = 0, colorSpace, keyEvery = count, shiftSeconds = 0 } = parts;
  const { VideoEncoder, VideoFrame } = await loadWebCodecs();
  const { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } = await loadMediabunny();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation, frameRate: 24 });
  await output.start();
  const packets: { data: Uint8Array; isKey: boolean; microseconds: number }[] = [];
  let description: Uint8Array | undefined;
  const encoder = new VideoEncoder({
    output(chunk, metadata) {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push({ data, isKey: chunk.type === 'key', microseconds: chunk.timestamp });
      if (metadata?.decoderConfig?.description) description ??= Uint8Array.from(metadata.decoderConfig.description);
    },
    error(error) {
      throw error;
    },
  });
  const form =
    codec === 'avc'
      ? { avc: { format: 'avc' as const } }
      : codec === 'hevc'
        ? { hevc: { format: 'hevc' as const } }
        : {};
  encoder.configure({
    codec: CODECS[codec],
    width,
    height,
    framerate: 24,
    bitrate: 4_000_000,
    latencyMode: 'quality',
    ...form,
  });
  for (let i = 0; i < count; i++) {
    const timestamp = Math.round((i * 1e6) / 24);
    const frame = new VideoFrame(paint(i), {
      format: 'I420',
      codedWidth: width,
      codedHeight: height,
      timestamp,
      duration: 41_667,
    });
    encoder.encode(frame, { keyFrame: i % keyEvery === 0 });
    frame.close();
    await nextTurn();
  }
  await encoder.flush();
  encoder.close();
  for (const { data, isKey, microseconds } of packets) {
    const packet = new EncodedPacket(data, isKey ? 'key' : 'delta', microseconds / 1e6 + shiftSeconds, 1 / 24);
    const config = { codec: CODECS[codec], codedWidth: width, codedHeight: height };
    await source.add(packet, {
      decoderConfig: { ...config, ...(description ? { description } : {}), ...(colorSpace ? { colorSpace } : {}) },
    });
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}

/** Flat frames. */
export function flat(width: number, height: number, y: number, u = 128, v = 128): Uint8Array {
  const chroma = (width >> 1) * (height >> 1);
  const data = new Uint8Array(width * height + 2 * chroma).fill(y, 0, width * height);
  return data.fill(u, width * height, width * height + chroma).fill(v, width * height + chroma);
}

/** False where it is not installed; with CI=true it must be. */
export function hasFfmpeg(): boolean {
  const isThere = spawnSync('ffmpeg', ['-version']).status === 0;
  if (!isThere && process.env.CI === 'true') throw new Error('ffmpeg is missing, and CI=true asks for everything');
  return isThere;
}

/** What ffmpeg makes of its arguments. */
export function ffmpegClip(...args: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'clip-'));
  try {
    const path = join(folder, 'clip.mp4');
    const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args, path]);
    if (status !== 0) throw new Error(`ffmpeg failed: ${stderr}`);
    return Uint8Array.from(readFileSync(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
