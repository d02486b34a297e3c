import type { EncodedAudioPacketSource, EncodedVideoPacketSource } from 'mediabunny';
import type { FrameTime } from './clip/clip-times.ts';
import type { AudioTrack } from './encode-audio.ts';
import { BT709_LIMITED } from './encode-video.ts';
import { type AudioPackets, timePackets } from './film/audio-packets.ts';
import { withNote } from './film/film-note.ts';
import { timescaleOf } from './film/timescale.ts';
import type { VideoSegment } from './media.ts';
import { MediaError } from './media-error.ts';
import { clearTimes } from './mp4-boxes.ts';
import { loadMediabunny, nextTurn } from './natives.ts';

export interface FilmParts {
  readonly width: number;
  readonly height: number;
  /** With `times` it is only the average. */
  readonly framesPerSecond: number;
  /** In the order of the film; all with equal decoder configurations. */
  readonly segments: readonly VideoSegment[];
  /** When each frame is shown, from zero on; as many as there are packets. Default: evenly at `framesPerSecond`. */
  readonly times?: readonly FrameTime[];
  /** Our encoder's sound or packets copied from a file. Absent: the film has no audio track. */
  readonly audio?: AudioTrack | AudioPackets;
  /** A text that travels in the file, for `readFilmNote`. At most 256 KiB. */
  readonly note?: string;
}

/**
 * Joins encoded segments and sound to one MP4 with its index in front. Nothing is re-encoded, times are set by counting
 * (frame i is shown at i / rate; AAC's run-up lies before zero, behind an edit list), so lengths are exact, and equal
 * parts give equal bytes.
 * @throws {MediaError} `encode_failed` when there is no segment, their configurations differ, or times do not fit.
 */
export async function muxFilm(parts: FilmParts): Promise<Uint8Array> {
  checkSegments(parts.segments);
  const times = parts.times ?? evenTimes(parts);
  checkTimes(times, parts.segments);
  const { BufferTarget, EncodedAudioPacketSource, EncodedVideoPacketSource, Mp4OutputFormat, Output } =
    await loadMediabunny();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const video = new EncodedVideoPacketSource('avc');
  // What is called a rate here is the grid that every time is pulled to.
  output.addVideoTrack(video, { frameRate: parts.times ? timescaleOf(parts.times) : parts.framesPerSecond });
  const sound = parts.audio && timePackets(parts.audio);
  const audio = sound ? new EncodedAudioPacketSource(sound.format) : undefined;
  if (audio) output.addAudioTrack(audio);
  await output.start();
  await addPackets(parts, times, sound, video, audio);
  await output.finalize();
  if (!target.buffer) throw new MediaError('encode_failed', 'the muxer wrote nothing');
  const bytes = new Uint8Array(target.buffer);
  clearTimes(bytes);
  return parts.note === undefined ? bytes : withNote(bytes, parts.note);
}

function evenTimes({ segments, framesPerSecond }: FilmParts): FrameTime[] {
  const count = segments.reduce((sum, { packets }) => sum + packets.length, 0);
  return Array.from({ length: count }, (_, i) => ({ seconds: i / framesPerSecond, duration: 1 / framesPerSecond }));
}

/** Hands both tracks over in order of time: the muxer interleaves by arrival, and arrival must not depend on luck. */
async function addPackets(
  { segments, width, height }: FilmParts,
  times: readonly FrameTime[],
  audio: AudioPackets | undefined,
  videoSource: EncodedVideoPacketSource,
  audioSource: EncodedAudioPacketSource | undefined,
): Promise<void> {
  const { EncodedPacket } = await loadMediabunny();
  let audioIndex = 0;
  const addAudioUntil = async (seconds: number) => {
    while (audio && audioSource && audioIndex < audio.packets.length) {
      const packet = audio.packets[audioIndex]!;
      if (packet.seconds > seconds) return;
      await audioSource.add(
        new EncodedPacket(packet.data, 'key', packet.seconds, packet.duration),
        audioIndex === 0 ? { decoderConfig: soundConfig(audio) } : undefined,
      );
      audioIndex++;
    }
  };

  let frame = 0;
  for (const segment of segments) {
    for (const { data, isKey } of segment.packets) {
      const { seconds, duration } = times[frame]!;
      await addAudioUntil(seconds);
      await videoSource.add(
        new EncodedPacket(data, isKey ? 'key' : 'delta', seconds, duration),
        frame === 0
          ? {
              decoderConfig: {
                codec: segment.codec,
                codedWidth: width,
                codedHeight: height,
                description: segment.decoderConfig,
                colorSpace: BT709_LIMITED,
              },
            }
          : undefined,
      );
      frame++;
    }
    await nextTurn();
  }
  await addAudioUntil(Number.POSITIVE_INFINITY);
}

function soundConfig({ codec, sampleRate, channels, decoderConfig }: AudioPackets) {
  const config = { codec, sampleRate, numberOfChannels: channels };
  return decoderConfig ? { ...config, description: decoderConfig } : config;
}

function checkSegments(segments: readonly VideoSegment[]): void {
  const first = segments[0];
  if (!first) throw new MediaError('encode_failed', 'expected at least one video segment');
  for (const segment of segments) {
    if (Buffer.compare(segment.decoderConfig, first.decoderConfig) !== 0) {
      throw new MediaError('encode_failed', 'expected segments of one film to share their decoder configuration');
    }
  }
}

function checkTimes(times: readonly FrameTime[], segments: readonly VideoSegment[]): void {
  const count = segments.reduce((sum, { packets }) => sum + packets.length, 0);
  if (times.length !== count) {
    throw new MediaError('encode_failed', `expected a time for each of ${count} frames, got ${times.length}`);
  }
  let end = 0;
  for (const { seconds, duration } of times) {
    if (!(seconds >= end) || !(duration > 0)) {
      throw new MediaError('encode_failed', `expected times that grow from zero, got ${seconds} s for ${duration} s`);
    }
    end = seconds;
  }
}
