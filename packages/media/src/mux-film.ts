import type { EncodedAudioPacketSource, EncodedVideoPacketSource } from 'mediabunny';
import { AAC_FRAME, type AudioTrack } from './encode-audio.ts';
import { BT709_LIMITED } from './encode-video.ts';
import type { VideoSegment } from './media.ts';
import { MediaError } from './media-error.ts';
import { clearTimes } from './mp4-boxes.ts';
import { loadMediabunny, nextTurn } from './natives.ts';

export interface FilmParts {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** In the order of the film; all with equal decoder configurations. */
  readonly segments: readonly VideoSegment[];
  /** Absent: the film has no audio track. */
  readonly audio?: AudioTrack;
}

/**
 * Joins encoded segments and sound to one MP4 with its index in front. Nothing is re-encoded, times are set by counting
 * (frame i is shown at i / rate; AAC's run-up lies before zero, behind an edit list), so lengths are exact, and equal
 * parts give equal bytes.
 * @throws {MediaError} `encode_failed` when there is no segment or their configurations differ.
 */
export async function muxFilm(parts: FilmParts): Promise<Uint8Array> {
  checkSegments(parts.segments);
  const { BufferTarget, EncodedAudioPacketSource, EncodedVideoPacketSource, Mp4OutputFormat, Output } =
    await loadMediabunny();
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const video = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(video, { frameRate: parts.framesPerSecond });
  const audio = parts.audio ? new EncodedAudioPacketSource('aac') : undefined;
  if (audio) output.addAudioTrack(audio);
  await output.start();
  await addPackets(parts, video, audio);
  await output.finalize();
  if (!target.buffer) throw new MediaError('encode_failed', 'the muxer wrote nothing');
  const bytes = new Uint8Array(target.buffer);
  clearTimes(bytes);
  return bytes;
}

/** Hands both tracks over in order of time: the muxer interleaves by arrival, and arrival must not depend on luck. */
async function addPackets(
  { segments, audio, width, height, framesPerSecond }: FilmParts,
  videoSource: EncodedVideoPacketSource,
  audioSource: EncodedAudioPacketSource | undefined,
): Promise<void> {
  const { EncodedPacket } = await loadMediabunny();
  let audioIndex = 0;
  const addAudioUntil = async (seconds: number) => {
    while (audio && audioSource && audioIndex < audio.packets.length) {
      const start = (audioIndex - 1) * AAC_FRAME;
      if (start / audio.sampleRate > seconds) return;
      const length = Math.min(AAC_FRAME, audio.sampleCount - start);
      const { codec, sampleRate, channels, decoderConfig } = audio;
      await audioSource.add(
        new EncodedPacket(audio.packets[audioIndex]!, 'key', start / sampleRate, length / sampleRate),
        audioIndex === 0
          ? { decoderConfig: { codec, sampleRate, numberOfChannels: channels, description: decoderConfig } }
          : undefined,
      );
      audioIndex++;
    }
  };

  let frame = 0;
  for (const segment of segments) {
    for (const { data, isKey } of segment.packets) {
      await addAudioUntil(frame / framesPerSecond);
      await videoSource.add(
        new EncodedPacket(data, isKey ? 'key' : 'delta', frame / framesPerSecond, 1 / framesPerSecond),
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

function checkSegments(segments: readonly VideoSegment[]): void {
  const first = segments[0];
  if (!first) throw new MediaError('encode_failed', 'expected at least one video segment');
  for (const segment of segments) {
    if (Buffer.compare(segment.decoderConfig, first.decoderConfig) !== 0) {
      throw new MediaError('encode_failed', 'expected segments of one film to share their decoder configuration');
    }
  }
}
