import type { InputVideoTrack } from 'mediabunny';
import { openSegmentEncoder } from '../encode-video.ts';
import type { VideoSegment } from '../media.ts';
import { loadMediabunny } from '../natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm, toBytes } from '../open-film.ts';

/** Times that are off an even grid by more than this are not ours. */
const TIME_TOLERANCE = 1e-3;

/**
 * Splits a film that our own encoder made into its segments, so that more of them can be appended without encoding the
 * first ones again.
 * @param framesPerSecond Of the film, and of what is to be appended.
 * @returns undefined when it is not joinable: another codec or encoder, another rate, turned, cut by an edit list, or
 * encoded for a bit rate instead of a constant quality.
 * @throws {MediaError} as `openFilm`.
 */
export async function readSegments(
  bytes: Uint8Array,
  framesPerSecond: number,
  limits: FilmLimits = FILM_LIMITS,
): Promise<VideoSegment[] | undefined> {
  using film = await openFilm(bytes, limits);
  try {
    const { video } = film;
    const config = (await video.getCodec()) === 'avc' ? await video.getDecoderConfig() : null;
    if (!config?.description || (await video.getRotation()) !== 0) return undefined;
    const decoderConfig = Uint8Array.from(toBytes(config.description));
    const size = { width: await video.getCodedWidth(), height: await video.getCodedHeight() };
    const ours = await ownConfig({ ...size, framesPerSecond });
    if (Buffer.compare(decoderConfig, ours.decoderConfig) !== 0) return undefined;
    return await split(video, { decoderConfig, codec: ours.codec }, framesPerSecond);
  } catch (error) {
    throw asMediaError(error, 'the packets of the video cannot be read');
  }
}

/** What our encoder would say today of a film of this size and rate: one grey frame tells. */
async function ownConfig(options: { width: number; height: number; framesPerSecond: number }): Promise<VideoSegment> {
  using encoder = await openSegmentEncoder(options);
  const { width, height } = options;
  await encoder.add({ width, height, data: new Uint8Array((width * height * 3) / 2).fill(128) });
  return encoder.finish();
}

async function split(
  video: InputVideoTrack,
  kind: { readonly decoderConfig: Uint8Array; readonly codec: string },
  framesPerSecond: number,
): Promise<VideoSegment[] | undefined> {
  const { EncodedPacketSink } = await loadMediabunny();
  const segments: { data: Uint8Array; isKey: boolean }[][] = [];
  let index = 0;
  for await (const { data, type, timestamp } of new EncodedPacketSink(video).packets()) {
    const isKey = type === 'key';
    if (Math.abs(timestamp - index++ / framesPerSecond) > TIME_TOLERANCE) return undefined;
    if (isKey) segments.push([]);
    const segment = segments.at(-1);
    if (!segment) return undefined;
    segment.push({ data: Uint8Array.from(data), isKey });
  }
  return segments.length === 0 ? undefined : segments.map((packets) => ({ ...kind, packets }));
}
