import type { AudioCodec, InputAudioTrack } from 'mediabunny';
import type { DecodedAudio } from './decode-audio.ts';
import { MediaError } from './media-error.ts';
import { loadMediabunny, nextTurn } from './natives.ts';
import { asMediaError } from './open-film.ts';

interface Layout {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
}

const LAYOUTS: Partial<Record<AudioCodec, Layout>> = {
  'pcm-u8': { bytes: 1, read: (view, at) => (view.getUint8(at) - 128) / 2 ** 7 },
  'pcm-s8': { bytes: 1, read: (view, at) => view.getInt8(at) / 2 ** 7 },
  'pcm-s16': { bytes: 2, read: (view, at) => view.getInt16(at, true) / 2 ** 15 },
  'pcm-s16be': { bytes: 2, read: (view, at) => view.getInt16(at) / 2 ** 15 },
  'pcm-s24': { bytes: 3, read: (view, at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 2 ** 23 },
  'pcm-s24be': { bytes: 3, read: (view, at) => (view.getInt16(at) * 256 + view.getUint8(at + 2)) / 2 ** 23 },
  'pcm-s32': { bytes: 4, read: (view, at) => view.getInt32(at, true) / 2 ** 31 },
  'pcm-s32be': { bytes: 4, read: (view, at) => view.getInt32(at) / 2 ** 31 },
  'pcm-f32': { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  'pcm-f32be': { bytes: 4, read: (view, at) => view.getFloat32(at) },
};

/** True of sound that is not packed: cameras write it. */
export function isPcm(codec: AudioCodec | null): codec is AudioCodec {
  return codec !== null && LAYOUTS[codec] !== undefined;
}

/** Reads samples that were never packed. @throws {MediaError} `unsupported` for more than eight channels; `damaged`. */
export async function decodePcm(audio: InputAudioTrack, codec: AudioCodec, seconds: number): Promise<DecodedAudio> {
  const { EncodedPacketSink } = await loadMediabunny();
  const { bytes, read } = LAYOUTS[codec]!;
  const [sampleRate, channels] = [await audio.getSampleRate(), await audio.getNumberOfChannels()];
  if (channels > 8 || sampleRate > 192_000) {
    throw new MediaError(
      'unsupported',
      `expected sound of at most 8 channels at 192000 Hz, got ${channels} at ${sampleRate}`,
    );
  }
  const samples = new Float32Array(Math.round(seconds * sampleRate) * channels);
  let packets = 0;
  try {
    for await (const { data, timestamp } of new EncodedPacketSink(audio).packets()) {
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      const start = Math.round(timestamp * sampleRate) * channels;
      const end = Math.min(Math.floor(data.length / bytes), samples.length - start);
      for (let i = Math.max(0, -start); i < end; i++) samples[start + i] = read(view, i * bytes);
      if (++packets % 64 === 0) await nextTurn();
    }
  } catch (error) {
    throw asMediaError(error, 'the sound cannot be read');
  }
  return { sampleRate, channels, samples };
}
