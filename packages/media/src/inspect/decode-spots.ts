import { readTimes, type TrackTimes } from '../clip/clip-times.ts';
import { copyNative } from '../clip/native-planes.ts';
import { decodeNative } from '../decode-video.ts';
import { MediaError } from '../media-error.ts';
import { releaseEverything } from '../natives.ts';
import { type FilmLimits, openFilm } from '../open-film.ts';

/** Half a second at the beginning, and as much behind the last key frame. */
const SPOT_FRAMES = 12;
/** Every frame may be a key frame; so many tell enough. */
const KEYS_MAX = 24;
/** Four frames of 4K, forty of 720p. */
const PIXELS_PER_RELEASE = 4 * 3840 * 2160;

/**
 * Decodes what tells most of a film: its beginning, key frames from everywhere, its end. All of a short one. A third
 * of the time that decoding all of it takes; what is broken between is found by whoever decodes the film to work on it.
 * @throws {MediaError} `damaged`, `unsupported`, `too_large`.
 */
export async function decodeSpots(bytes: Uint8Array, { packets }: TrackTimes, limits: FilmLimits): Promise<void> {
  if (packets.length <= 2 * SPOT_FRAMES) return decodeSome(bytes, limits);
  await decodeSome(bytes, limits, { packetsMax: SPOT_FRAMES });
  const keys = packets.flatMap(({ isKey }, index) => (isKey && index >= SPOT_FRAMES ? [index] : []));
  const last = keys.at(-1);
  if (last === undefined) return;
  await decodeSome(bytes, limits, { packets: new Set(spread(keys, KEYS_MAX)) });
  await decodeSome(bytes, limits, { fromSeconds: packets[last]!.seconds, packetsMax: SPOT_FRAMES });
}

/**
 * Holds what a film's index promises against the packets that are found, and decodes its spots.
 * @param promised Frames by the index; undefined when it does not say.
 * @returns How many frames the film has.
 * @throws {MediaError} `damaged`, `unsupported`, `too_large`.
 */
export async function countBySpots(
  bytes: Uint8Array,
  promised: number | undefined,
  limits: FilmLimits,
): Promise<number> {
  using film = await openFilm(bytes, limits);
  const track = await readTimes(film.video, bytes, limits.framesMax);
  checkPromise(promised, track.times.length);
  await decodeSpots(bytes, track, limits);
  return track.times.length;
}

/** @throws {MediaError} `damaged`. @param promised Zero and undefined promise nothing. */
export function checkPromise(promised: number | undefined, found: number): void {
  if (!promised || promised === found) return;
  throw new MediaError('damaged', `the video promises ${promised} frames and holds ${found}; send the whole file`);
}

function spread(all: readonly number[], countMax: number): readonly number[] {
  const step = Math.max(1, all.length / countMax);
  return Array.from({ length: Math.min(all.length, countMax) }, (_, i) => all[Math.floor(i * step)]!);
}

type Spot = Pick<Parameters<typeof decodeNative>[1], 'fromSeconds' | 'packets' | 'packetsMax'>;

async function decodeSome(bytes: Uint8Array, limits: FilmLimits, spot: Spot = {}): Promise<void> {
  let count = 0;
  let pixels = 0;
  for await (const frame of decodeNative(bytes, { limits, ...spot })) {
    // Of a kind that we can use.
    if (count++ === 0) await copyNative(frame);
    pixels += frame.codedWidth * frame.codedHeight;
    if (pixels < PIXELS_PER_RELEASE) continue;
    // Large frames that have grown old add up: 4K took 820 MB without.
    await releaseEverything();
    pixels = 0;
  }
  await releaseEverything();
}
