import type { AudioData, AudioDecoder } from '@napi-rs/webcodecs';
import { decodePcm, isPcm } from './decode-pcm.ts';
import { MediaError } from './media-error.ts';
import { loadMediabunny, loadWebCodecs, nextTurn } from './natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, type OpenFilm, openFilm, toBytes } from './open-film.ts';

export interface DecodedAudio {
  readonly sampleRate: number;
  readonly channels: number;
  /** Interleaved, nominally in [-1, 1]; the encoder's run-up and padding are cut off. */
  readonly samples: Float32Array;
}

/** What our decoders take; the others are told apart from damaged files by it. */
const DECODED: ReadonlySet<string> = new Set(['aac', 'mp3', 'opus', 'flac', 'vorbis', 'ac3']);
const CHANNELS_MAX = 8;
const RATE_MAX = 192_000;

/**
 * Decodes the sound of a film.
 * @returns undefined when it has none.
 * @throws {MediaError} as `openFilm`; `unsupported` for a codec that we do not decode.
 */
export async function decodeAudio(
  bytes: Uint8Array,
  limits: FilmLimits = FILM_LIMITS,
): Promise<DecodedAudio | undefined> {
  using film = await openFilm(bytes, limits);
  const { audio } = film;
  if (!audio) return undefined;
  const { AudioDecoder, EncodedAudioChunk } = await loadWebCodecs();
  const { EncodedPacketSink } = await loadMediabunny();
  const seconds = Math.min(await audio.computeDuration(), limits.secondsMax);
  const codec = await audio.getCodec();
  // Awaited here: what is returned unawaited would read from a film that is closed already.
  if (isPcm(codec)) return await decodePcm(audio, codec, seconds);
  const sound = new Sound(seconds);
  let failure: Error | undefined;
  const decoder = new AudioDecoder({
    output(data) {
      try {
        sound.place(data);
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
    await configure(decoder, audio);
    for await (const packet of new EncodedPacketSink(audio).packets()) {
      const { type, data, microsecondTimestamp: timestamp, microsecondDuration: duration } = packet;
      sound.expect(packet.timestamp);
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
  return sound.finish();
}

async function configure(decoder: AudioDecoder, audio: NonNullable<OpenFilm['audio']>): Promise<void> {
  const config = await audio.getDecoderConfig();
  const codec = await audio.getCodec();
  if (!config || !codec || !DECODED.has(codec)) {
    throw new MediaError(
      'unsupported',
      `expected sound in AAC, MP3, Opus, FLAC, AC-3 or PCM, got ${codec ?? 'another codec'}`,
    );
  }
  const { sampleRate, numberOfChannels, description } = config;
  decoder.configure({
    codec: config.codec,
    sampleRate,
    numberOfChannels,
    ...(description ? { description: toBytes(description) } : {}),
  });
}

/**
 * Decoded runs, each put where its packet's time says: a decoder with threads gives runs later than it gets packets, and was
 * seen to stamp them with the times of those. Rate and channels are the decoder's: what the container says of both is often
 * wrong for MP3 and for AAC that is extended upwards.
 */
class Sound {
  #sampleRate = 0;
  #channels = 0;
  #samples = new Float32Array();
  readonly #seconds: number;
  /** When the packets that are still to come out are heard. */
  readonly #expected: number[] = [];
  #end = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  expect(seconds: number): void {
    this.#expected.push(seconds);
  }

  /** What lies before zero or behind the end is not heard. */
  place(data: AudioData): void {
    if (this.#channels === 0) this.#start(data);
    if (data.numberOfChannels !== this.#channels || data.sampleRate !== this.#sampleRate) {
      throw new MediaError('unsupported', 'expected sound that keeps its rate and channels; export it anew');
    }
    const seconds = this.#expected.shift();
    const start = seconds === undefined ? this.#end : Math.round(seconds * this.#sampleRate);
    this.#end = start + data.numberOfFrames;
    for (let channel = 0; channel < this.#channels; channel++) {
      const plane = readChannel(data, channel);
      for (let i = Math.max(0, -start); i < plane.length; i++) {
        const at = (start + i) * this.#channels + channel;
        if (at >= this.#samples.length) break;
        this.#samples[at] = plane[i]!;
      }
    }
  }

  #start({ sampleRate, numberOfChannels }: AudioData): void {
    if (numberOfChannels > CHANNELS_MAX || !(sampleRate > 0 && sampleRate <= RATE_MAX)) {
      throw new MediaError(
        'unsupported',
        `expected sound of at most ${CHANNELS_MAX} channels at ${RATE_MAX} Hz, got ${numberOfChannels} at ${sampleRate}`,
      );
    }
    this.#sampleRate = sampleRate;
    this.#channels = numberOfChannels;
    this.#samples = new Float32Array(Math.round(this.#seconds * sampleRate) * numberOfChannels);
  }

  finish(): DecodedAudio {
    if (this.#channels === 0) throw new MediaError('damaged', 'expected sound in the sound track, found none');
    return { sampleRate: this.#sampleRate, channels: this.#channels, samples: this.#samples };
  }
}

/**
 * One channel as floats. Whole numbers are copied as they are and converted here: the binding's own conversion from them
 * ends the process.
 */
function readChannel(data: AudioData, channel: number): Float32Array {
  const { format, numberOfFrames: length, numberOfChannels: channels } = data;
  const isPlanar = format?.endsWith('-planar') ?? false;
  const planeIndex = isPlanar ? channel : 0;
  const bytes = new Uint8Array(data.allocationSize({ planeIndex }));
  data.copyTo(bytes, { planeIndex });
  const [all, scale] = toNumbers(bytes, format?.replace('-planar', ''));
  const [first, step] = isPlanar ? [0, 1] : [channel, channels];
  const plane = new Float32Array(length);
  for (let i = 0; i < length; i++) plane[i] = (all[first + i * step] ?? 0) * scale;
  return plane;
}

function toNumbers(bytes: Uint8Array, format: string | undefined): [Float32Array | Int32Array | Int16Array, number] {
  const { buffer } = bytes;
  if (format === 'f32') return [new Float32Array(buffer), 1];
  if (format === 's32') return [new Int32Array(buffer), 2 ** -31];
  if (format === 's16') return [new Int16Array(buffer), 2 ** -15];
  throw new MediaError('unsupported', `expected samples of 16 or 32 bits, got ${format}`);
}
