import { MediaError } from './media-error.ts';
import { loadWebCodecs, nextTurn } from './natives.ts';

export const SAMPLE_RATE = 48_000;
/** Samples per channel in one AAC packet, and also how many the encoder puts in front of the sound. */
export const AAC_FRAME = 1024;
const BITS_PER_SECOND = 160_000;
const SAMPLES_PER_CALL = 4096;

/** AAC packets of one track. The first `AAC_FRAME` samples are the encoder's run-up and are not to be heard. */
export interface AudioTrack {
  readonly codec: 'mp4a.40.2';
  /** AudioSpecificConfig. */
  readonly decoderConfig: Uint8Array;
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples per channel that are heard: the length of the sound, without run-up and padding. */
  readonly sampleCount: number;
  readonly packets: readonly Uint8Array[];
}

/**
 * Encodes stereo sound to AAC-LC.
 * @param samples Interleaved, 48 kHz, nominally in [-1, 1]. Not modified.
 * @throws {MediaError} `encode_failed`.
 */
export async function encodeAudio(samples: Float32Array): Promise<AudioTrack> {
  const { AudioEncoder, AudioData } = await loadWebCodecs();
  const sampleCount = samples.length / 2;
  const packets: Uint8Array[] = [];
  let decoderConfig: Uint8Array | undefined;
  let failure: Error | undefined;
  const encoder = new AudioEncoder({
    output(chunk, metadata) {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      packets.push(data);
      const description = metadata?.decoderConfig?.description;
      if (description && !decoderConfig) decoderConfig = Uint8Array.from(description);
    },
    error(error) {
      failure = error;
    },
  });
  try {
    encoder.configure({
      codec: 'mp4a.40.2',
      sampleRate: SAMPLE_RATE,
      numberOfChannels: 2,
      bitrate: BITS_PER_SECOND,
      aac: { format: 'aac' },
    });
    for (let start = 0; start < sampleCount && !failure; start += SAMPLES_PER_CALL) {
      const length = Math.min(SAMPLES_PER_CALL, sampleCount - start);
      const data = new AudioData({
        format: 'f32-planar',
        sampleRate: SAMPLE_RATE,
        numberOfFrames: length,
        numberOfChannels: 2,
        timestamp: Math.round((start * 1e6) / SAMPLE_RATE),
        data: toPlanes(samples, start, length),
      });
      encoder.encode(data);
      data.close();
      await nextTurn();
    }
    await encoder.flush();
  } catch (error) {
    failure ??= error as Error;
  } finally {
    if (encoder.state !== 'closed') encoder.close();
  }
  const wanted = Math.ceil((sampleCount + AAC_FRAME) / AAC_FRAME);
  if (failure) throw new MediaError('encode_failed', 'the AAC encoder failed', { cause: failure });
  if (!decoderConfig || packets.length < wanted) {
    throw new MediaError('encode_failed', `expected ${wanted} AAC packets, got ${packets.length}`);
  }
  return {
    codec: 'mp4a.40.2',
    decoderConfig,
    sampleRate: SAMPLE_RATE,
    channels: 2,
    sampleCount,
    packets: packets.slice(0, wanted),
  };
}

function toPlanes(samples: Float32Array, start: number, length: number): Float32Array {
  const planes = new Float32Array(length * 2);
  for (let i = 0; i < length; i++) {
    planes[i] = samples[(start + i) * 2]!;
    planes[length + i] = samples[(start + i) * 2 + 1]!;
  }
  return planes;
}
