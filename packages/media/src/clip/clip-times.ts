import type { InputVideoTrack } from 'mediabunny';
import { editedEnd } from '../inspect/edit-list.ts';
import { MediaError } from '../media-error.ts';
import { loadMediabunny } from '../natives.ts';
import { asMediaError, FILM_LIMITS, type FilmLimits, openFilm } from '../open-film.ts';

/** When one frame is shown, and for how long. */
export interface FrameTime {
  readonly seconds: number;
  readonly duration: number;
}

/**
 * When each frame of a film is shown, in order of presentation. Nothing is decoded. Frames that an edit list hides
 * at either end are left out, so that index i is the i-th frame that `decodeFrames` yields.
 * @throws {MediaError} as `openFilm`.
 */
export async function clipTimes(bytes: Uint8Array, limits: FilmLimits = FILM_LIMITS): Promise<FrameTime[]> {
  using film = await openFilm(bytes, limits);
  const { times, hiddenCount, endIndex } = await readTimes(film.video, bytes, limits.framesMax);
  return times.slice(hiddenCount, endIndex);
}

export interface TrackTimes {
  /** Of all frames, hidden ones too, in order of presentation. */
  readonly times: readonly FrameTime[];
  /** How many at the front end before the film begins. */
  readonly hiddenCount: number;
  /** Behind the last that is shown. */
  readonly endIndex: number;
  /** In order of decoding. */
  readonly packets: readonly { readonly seconds: number; readonly isKey: boolean }[];
}

/** @throws {MediaError} `damaged`, `too_large`. */
export async function readTimes(video: InputVideoTrack, bytes: Uint8Array, framesMax: number): Promise<TrackTimes> {
  const { EncodedPacketSink } = await loadMediabunny();
  const found: (FrameTime & { readonly isKey: boolean })[] = [];
  try {
    for await (const packet of new EncodedPacketSink(video).packets(undefined, undefined, { metadataOnly: true })) {
      if (found.length >= framesMax) throw new MediaError('too_large', `expected at most ${framesMax} frames; cut it`);
      found.push({ seconds: packet.timestamp, duration: packet.duration, isKey: packet.type === 'key' });
    }
  } catch (error) {
    throw asMediaError(error, 'the times of the frames cannot be read');
  }
  const sorted = found.toSorted((a, b) => a.seconds - b.seconds);
  const end = editedEnd(bytes, 'vide') ?? Number.POSITIVE_INFINITY;
  // A frame stays until the next is shown, whatever the table says of packets that are decoded in another order.
  const times = sorted.map(({ seconds, duration }, i) => {
    const until = sorted[i + 1]?.seconds ?? seconds + duration;
    return { seconds, duration: seconds < end ? Math.min(until, end) - seconds : until - seconds };
  });
  const firstShown = times.findIndex(({ seconds, duration }) => !isHidden(seconds, duration));
  const firstCut = times.findIndex(({ seconds }) => seconds > end - EDIT_TOLERANCE);
  return {
    times,
    hiddenCount: firstShown < 0 ? times.length : firstShown,
    endIndex: firstCut < 0 ? times.length : firstCut,
    packets: found,
  };
}

/** Edit lists are written in units of the whole film, which are often milliseconds. */
const EDIT_TOLERANCE = 1e-3;

/** True of what ends before the film begins. A microsecond of tolerance: times are sums of fractions. */
function isHidden(seconds: number, duration: number): boolean {
  return seconds < 0 && seconds + duration <= 1e-6;
}
