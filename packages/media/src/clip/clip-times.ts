import type { InputVideoTrack } from 'mediabunny';
import { loadMediabunny } from '../natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm } from '../open-film.ts';

/** When one frame is shown, and for how long. */
export interface FrameTime {
  readonly seconds: number;
  readonly duration: number;
}

/**
 * When each frame of a film is shown, in order of presentation. Nothing is decoded. Frames that an edit list hides before
 * the beginning are left out, so that index i is the i-th frame that `decodeFrames` yields.
 * @throws {MediaError} as `openFilm`.
 */
export async function clipTimes(bytes: Uint8Array, limits: FilmLimits = FILM_LIMITS): Promise<FrameTime[]> {
  using film = await openFilm(bytes, limits);
  const { times, hiddenCount } = await readTimes(film.video);
  return times.slice(hiddenCount);
}

export interface TrackTimes {
  /** Of all frames, hidden ones too, in order of presentation. */
  readonly times: readonly FrameTime[];
  /** How many at the front end before the film begins. */
  readonly hiddenCount: number;
  /** In order of decoding. */
  readonly packets: readonly { readonly seconds: number; readonly isKey: boolean }[];
}

/** @throws {MediaError} `damaged`. */
export async function readTimes(video: InputVideoTrack): Promise<TrackTimes> {
  const { EncodedPacketSink } = await loadMediabunny();
  const found: (FrameTime & { readonly isKey: boolean })[] = [];
  try {
    for await (const packet of new EncodedPacketSink(video).packets(undefined, undefined, { metadataOnly: true })) {
      found.push({ seconds: packet.timestamp, duration: packet.duration, isKey: packet.type === 'key' });
    }
  } catch (error) {
    throw asMediaError(error, 'the times of the frames cannot be read');
  }
  const sorted = found.toSorted((a, b) => a.seconds - b.seconds);
  // A frame stays until the next is shown, whatever the table says of packets that are decoded in another order.
  const times = sorted.map(({ seconds, duration }, i) => {
    const next = sorted[i + 1];
    return { seconds, duration: next ? next.seconds - seconds : duration };
  });
  const firstShown = times.findIndex(({ seconds, duration }) => !isHidden(seconds, duration));
  return { times, hiddenCount: firstShown < 0 ? times.length : firstShown, packets: found };
}

/** True of what ends before the film begins. A microsecond of tolerance: times are sums of fractions. */
function isHidden(seconds: number, duration: number): boolean {
  return seconds < 0 && seconds + duration <= 1e-6;
}
