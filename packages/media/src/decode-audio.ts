import type { AudioData } from '@napi-rs/webcodecs';
import { MediaError } from './media-error.ts';
import { loadMediabunny, loadWebCodecs, nextTurn } from './natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm, toBytes } from './open-film.ts';

export interface DecodedAudio {
  readonly sampleRate: number;
  readonly channels: number;
  /** Interleaved, nominally in [-1, 1]; the encoder's run-up and padding are cut off. */
  readonly samples: Float32Array;
}

/**
 * Decodes the sound of a film.
 * @returns undefined when it has none.
 * @throws {MediaError} as `openFilm`.
 */
export async function decodeAudio(
  bytes: Uint8Array,
  limits: FilmLimits = FILM_LIMITS,
): Promise<DecodedAudio | undefined> {
  using film = await openFilm(bytes, limits);
  const { audio } = film;
  if (!audio) return undefined;
  const { EncodedPacketSink } = await loadMediabunny();
  const { AudioDecoder, EncodedAudioChunk } = await loadWebCodecs();
  const config = await audio.getDecoderConfig();
  if (!config) throw new MediaError('unsupported', `cannot decode audio of codec ${await audio.getCodec()}`);
  const { sampleRate, numberOfChannels: channels } = config;
  const seconds = Math.min(await audio.computeDuration(), limits.secondsMax);
  const samples = new Float32Array(Math.round(seconds * sampleRate) * channels);
  let failure: Error | undefined;
  const decoder = new AudioDecoder({
    output(data) {
      try {
        place(data, samples, channels, sampleRate);
      } catch (error) {
        failure ??= error as Error;
      } finally {
        data.close();
      }
    },
    error(error) {
      failure = error;
    },
  });
  try {
    decoder.configure({
      codec: config.codec,
      sampleRate,
      numberOfChannels: channels,
      ...(config.description ? { description: toBytes(config.description) } : {}),
    });
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      const { type, data, microsecondTimestamp: timestamp, microsecondDuration: duration } = packet;
      decoder.decode(new EncodedAudioChunk({ type, data, timestamp, duration }));
      if (packet.sequenceNumber % 16 === 0) await nextTurn();
      if (failure) throw failure;
    }
    await decoder.flush();
    if (failure) throw failure;
  } catch (error) {
    throw asMediaError(error, 'the sound cannot be decoded');
  } finally {
    if (decoder.state !== 'closed') decoder.close();
  }
  return { sampleRate, channels, samples };
}

/** Writes a run of samples where its time says; what lies before zero or behind the end is not heard. */
function place(data: AudioData, samples: Float32Array, channels: number, sampleRate: number): void {
  const start = Math.round((data.timestamp / 1e6) * sampleRate);
  const plane = new Float32Array(data.numberOfFrames);
  for (let channel = 0; channel < Math.min(channels, data.numberOfChannels); channel++) {
    data.copyTo(plane, { planeIndex: channel, format: 'f32-planar' });
    for (let i = Math.max(0, -start); i < plane.length; i++) {
      const at = (start + i) * channels + channel;
      if (at >= samples.length) break;
      samples[at] = plane[i]!;
    }
  }
}
