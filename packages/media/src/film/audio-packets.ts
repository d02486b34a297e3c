import type { AudioCodec } from 'mediabunny';
import { AAC_FRAME, type AudioTrack } from '../encode-audio.ts';
import { editedEnd } from '../inspect/edit-list.ts';
import { MediaError } from '../media-error.ts';
import { loadMediabunny, nextTurn } from '../natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm, toBytes } from '../open-film.ts';

export interface AudioPacket {
  readonly data: Uint8Array;
  /** When it is heard; below zero for a run-up that is decoded and not heard. */
  readonly seconds: number;
  readonly duration: number;
}

/** The packets of a film's sound as they are in its file, ready to be muxed into another unchanged. */
export interface AudioPackets {
  readonly format: AudioCodec;
  /** As in a media type's `codecs`, such as `mp4a.40.2`. */
  readonly codec: string;
  readonly decoderConfig?: Uint8Array;
  readonly sampleRate: number;
  readonly channels: number;
  readonly packets: readonly AudioPacket[];
}

/** What players of MP4 know; other sound has to be encoded anew. */
const COPIED: ReadonlySet<string> = new Set(['aac', 'mp3', 'opus', 'flac', 'ac3', 'eac3', 'vorbis']);

/**
 * Reads the packets of a film's sound without decoding them. Their times are those that are heard: what an edit list hides
 * at the front lies below zero, and what it hides at the end is left out.
 * @returns undefined when there is no sound.
 * @throws {MediaError} as `openFilm`; `unsupported` when MP4 cannot carry its codec (PCM, say): decode and encode it.
 */
export async function readAudioPackets(
  bytes: Uint8Array,
  limits: FilmLimits = FILM_LIMITS,
): Promise<AudioPackets | undefined> {
  using film = await openFilm(bytes, limits);
  const { audio } = film;
  if (!audio) return undefined;
  try {
    const { EncodedPacketSink } = await loadMediabunny();
    const format = await audio.getCodec();
    const config = await audio.getDecoderConfig();
    if (!format || !config || !COPIED.has(format)) {
      throw new MediaError('unsupported', `expected sound in AAC, MP3, Opus or AC-3, got ${format ?? 'another codec'}`);
    }
    const packets: AudioPacket[] = [];
    for await (const { data, timestamp, duration } of new EncodedPacketSink(audio).packets()) {
      packets.push({ data: Uint8Array.from(data), seconds: timestamp, duration });
      if (packets.length % 256 === 0) await nextTurn();
    }
    const all = {
      format,
      codec: config.codec,
      sampleRate: config.sampleRate,
      channels: config.numberOfChannels,
      packets,
      ...(config.description ? { decoderConfig: Uint8Array.from(toBytes(config.description)) } : {}),
    };
    return cutAudio(all, editedEnd(bytes, 'soun') ?? Number.POSITIVE_INFINITY);
  } catch (error) {
    throw asMediaError(error, 'the packets of the sound cannot be read');
  }
}

/** Ends the sound at a time: packets behind it go, the last one is heard in part. Shorter sound stays as it is. */
export function cutAudio(audio: AudioPackets, seconds: number): AudioPackets {
  const packets = audio.packets
    .filter((packet) => packet.seconds < seconds)
    .map((packet) => ({ ...packet, duration: Math.min(packet.duration, seconds - packet.seconds) }));
  return { ...audio, packets };
}

/** Our own encoder's packets, counted out in time. */
export function timePackets(audio: AudioTrack | AudioPackets): AudioPackets {
  if (!('sampleCount' in audio)) return audio;
  const { codec, decoderConfig, sampleRate, channels, sampleCount } = audio;
  const packets = audio.packets.map((data, index) => {
    const start = (index - 1) * AAC_FRAME;
    return { data, seconds: start / sampleRate, duration: Math.min(AAC_FRAME, sampleCount - start) / sampleRate };
  });
  return { format: 'aac', codec, decoderConfig, sampleRate, channels, packets };
}
