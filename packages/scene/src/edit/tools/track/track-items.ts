import type { Box } from '../../../vision/sight.ts';
import type { Pyramid } from './luma.ts';
import { followTogether } from './optical-flow.ts';
import { settle, spanOf } from './settle.ts';
import { chain, inverse, type Similarity, STILL } from './similarity.ts';
import { carry, type Flat, type ItemKind } from './tracked-item.ts';

/** What was detected in one of the frames that were looked at; also an empty list says something. */
export interface Detected<Item> {
  readonly index: number;
  readonly items: readonly Item[];
}

/** The frames that things are followed through. */
export interface Followed {
  readonly pyramids: readonly Pyramid[];
  readonly framesPerSecond: number;
  /** Of the frames that detections speak of. */
  readonly width: number;
  readonly height: number;
}

/** How long something may go undetected before it is thought gone. */
const GAP_SECONDS = 0.5;
const FADE_SECONDS = 0.2;
/** Fewer of a thing's places found again than this: it cannot be followed from one frame to the next. */
const LEAST_SHARE = 0.12;

interface Sighting<Item> {
  readonly index: number;
  readonly item: Item;
}

interface Track<Item> {
  readonly sightings: Sighting<Item>[];
  /** From the first sighting's frame to each later frame; absent where it could not be followed. */
  readonly moves: Map<number, Similarity>;
  /** Frames from which on nothing could be followed: movement before and after is not one. */
  readonly breaks: number[];
  /** Where the last sighting has moved to, up to `reached`. */
  latest: Item;
  reached: number;
}

/**
 * Follows what was detected in some frames through all of them: identities that stay, no gaps up to half a second, no
 * jitter and no lag, since before and after are both known. What turns away or leaves fades in its presence.
 * @returns For every frame the items by identity, the longest and largest first; undefined where one is not there.
 */
export function trackItems<Item>(
  { pyramids, framesPerSecond, width, height }: Followed,
  detections: readonly Detected<Item>[],
  kind: ItemKind<Item>,
): (Item | undefined)[][] {
  const count = pyramids.length;
  const first = pyramids[0]?.[0];
  if (!first) return [];
  const ratio: Ratio = { x: first.width / width, y: first.height / height };
  const looked = [...detections].sort((one, other) => one.index - other.index);
  const tracks: Track<Item>[] = [];
  for (const { index, items } of looked) {
    const alive = tracks.filter(
      ({ sightings }) => (index - sightings[sightings.length - 1]!.index) / framesPerSecond <= GAP_SECONDS + 1e-6,
    );
    for (const track of alive) advance(track, index, pyramids, ratio, kind);
    assign(alive, items, index, kind, tracks);
  }
  for (const track of tracks) advance(track, endOf(track, looked, count), pyramids, ratio, kind);
  const kept = tracks.filter(({ sightings }) => sightings.length > 1 || looked.length < 3).sort(byWeight(kind));
  const frames: (Item | undefined)[][] = Array.from({ length: count }, () => []);
  for (const track of kept) {
    const line = smoothTrack(track, looked, count, framesPerSecond, kind, pyramids, ratio);
    for (let index = 0; index < count; index++) frames[index]!.push(line[index]);
  }
  return frames;
}

interface Ratio {
  readonly x: number;
  readonly y: number;
}

/** Carries a track's last known place on to a frame, one frame after the other. */
function advance<Item>(
  track: Track<Item>,
  index: number,
  pyramids: readonly Pyramid[],
  ratio: Ratio,
  kind: ItemKind<Item>,
): void {
  let guess = STILL;
  for (; track.reached < index && track.reached + 1 < pyramids.length; track.reached++) {
    const from = track.reached;
    const step = stepBetween(pyramids[from]!, pyramids[from + 1]!, kind.holdsOf(track.latest), ratio, guess);
    if (!step) track.breaks.push(from + 1);
    guess = step ?? STILL;
    track.moves.set(from + 1, chain(track.moves.get(from)!, guess));
    track.latest = moved(track.latest, guess, kind);
  }
}

/** A movement from one frame to another, in the frames' own pixels. */
function stepBetween(
  from: Pyramid,
  to: Pyramid,
  holds: ArrayLike<number>,
  ratio: Ratio,
  guess: Similarity,
): Similarity | undefined {
  const small = new Float64Array(holds.length);
  for (let i = 0; i < holds.length; i += 2) {
    small[i] = (holds[i]! + 0.5) * ratio.x - 0.5;
    small[i + 1] = (holds[i + 1]! + 0.5) * ratio.y - 0.5;
  }
  const found = followTogether(from, to, small, shrunk(guess, ratio));
  return found && found.share >= LEAST_SHARE ? grown(found.similarity, ratio) : undefined;
}

/** The same movement told in the small pictures' pixels. */
export function shrunk(s: Similarity, ratio: Ratio): Similarity {
  const toLarge = { a: 1 / ratio.x, b: 0, tx: 0.5 / ratio.x - 0.5, ty: 0.5 / ratio.y - 0.5 };
  return chain(chain(toLarge, s), inverse(toLarge));
}

/** The same movement told in the frames' pixels. */
export function grown(s: Similarity, ratio: Ratio): Similarity {
  const toSmall = { a: ratio.x, b: 0, tx: 0.5 * ratio.x - 0.5, ty: 0.5 * ratio.y - 0.5 };
  return chain(chain(toSmall, s), inverse(toSmall));
}

function assign<Item>(
  alive: readonly Track<Item>[],
  items: readonly Item[],
  index: number,
  kind: ItemKind<Item>,
  tracks: Track<Item>[],
): void {
  const pairs: { track: Track<Item>; item: Item; distance: number }[] = [];
  for (const track of alive) {
    for (const item of items) {
      const distance = distanceOf(kind.boxOf(track.latest), kind.boxOf(item));
      if (distance < 0.7 && (kind.isKin?.(track.latest, item) ?? true)) pairs.push({ track, item, distance });
    }
  }
  pairs.sort((one, other) => one.distance - other.distance);
  const taken = new Set<unknown>();
  for (const { track, item } of pairs) {
    if (taken.has(track) || taken.has(item)) continue;
    taken.add(track).add(item);
    track.sightings.push({ index, item });
    track.latest = item;
  }
  for (const item of items) {
    if (taken.has(item)) continue;
    const sightings = [{ index, item }];
    tracks.push({ sightings, moves: new Map([[index, STILL]]), breaks: [], latest: item, reached: index });
  }
}

/** Of two boxes' middles, in their sizes; a change of size counts too. */
function distanceOf(one: Box, other: Box): number {
  const size = (Math.sqrt(one.width * one.height) + Math.sqrt(other.width * other.height)) / 2 || 1;
  const x = one.x + one.width / 2 - other.x - other.width / 2;
  const y = one.y + one.height / 2 - other.y - other.height / 2;
  const growth = Math.abs(Math.log((one.width * one.height + 1) / (other.width * other.height + 1))) / 4;
  return Math.hypot(x, y) / size + growth;
}

function byWeight<Item>(kind: ItemKind<Item>): (one: Track<Item>, other: Track<Item>) => number {
  const weigh = ({ sightings }: Track<Item>): number =>
    sightings.reduce((sum, { item }) => sum + Math.sqrt(kind.boxOf(item).width * kind.boxOf(item).height), 0);
  return (one, other) => weigh(other) - weigh(one);
}

/** The last frame that a track may reach: until it was looked for again in vain, or the end. */
function endOf<Item>(track: Track<Item>, looked: readonly Detected<Item>[], count: number): number {
  const last = track.sightings[track.sightings.length - 1]!.index;
  const missed = looked.find(({ index }) => index > last);
  return missed ? missed.index : count - 1;
}

function smoothTrack<Item>(
  track: Track<Item>,
  looked: readonly Detected<Item>[],
  count: number,
  framesPerSecond: number,
  kind: ItemKind<Item>,
  pyramids: readonly Pyramid[],
  ratio: Ratio,
): (Item | undefined)[] {
  const { sightings, moves, breaks } = track;
  const firstIndex = sightings[0]!.index;
  const lastIndex = sightings[sightings.length - 1]!.index;
  const missedBefore = looked.filter(({ index }) => index < firstIndex).at(-1)?.index;
  const end = endOf(track, looked, count);
  const begin = missedBefore ?? 0;
  followBackwards(track, begin, pyramids, ratio, kind);
  const flats = sightings.map(({ item }) => kind.flatten(item));
  const trusts = trustIn(track, flats, framesPerSecond);
  const fade = Math.max(1, FADE_SECONDS * framesPerSecond);
  return Array.from({ length: count }, (_, index) => {
    const move = moves.get(index);
    if (index < begin || index > end || !move) return undefined;
    const before = missedBefore === undefined ? 1 : rampOf(index, begin, Math.min(fade, firstIndex - begin));
    const after =
      end === count - 1 && looked.at(-1)!.index <= lastIndex ? 1 : rampOf(end, index, Math.min(fade, end - lastIndex));
    const presence = Math.min(before, after);
    if (presence <= 0) return undefined;
    const near = sightings
      .map((sighting, at) => ({ at, away: (sighting.index - index) / framesPerSecond, index: sighting.index }))
      .filter(({ at }) => trusts[at])
      .filter(({ index: seen }) => !breaks.some((at) => at > Math.min(seen, index) && at <= Math.max(seen, index)));
    const used = near.length > 0 ? near : nearestOf(sightings, index, framesPerSecond);
    const carried = used.map(({ at, index: seen }) => carry(flats[at]!, chain(inverse(moves.get(seen)!), move)));
    const flat = settle(
      carried,
      used.map(({ away }) => away),
      kind,
    );
    const like = sightings[nearestAt(sightings, index)]!.item;
    return kind.rebuild(flat, like, presence);
  });
}

/** Seconds round a sighting within which others are compared with it. */
const KIN_SECONDS = 1.5;

/**
 * Which sightings to believe: not those that differ from all the others, carried to their frames, far more than these
 * differ among themselves. Detectors err by a tenth of a face now and then, mostly on the first frame they see.
 */
function trustIn<Item>({ sightings, moves }: Track<Item>, flats: readonly Flat[], framesPerSecond: number): boolean[] {
  if (sightings.length < 4) return sightings.map(() => true);
  const apart = sightings.map(({ index }, i) =>
    median(
      sightings.flatMap((other, j) => {
        if (i === j || Math.abs(other.index - index) > KIN_SECONDS * framesPerSecond) return [];
        const move = chain(inverse(moves.get(index)!), moves.get(other.index)!);
        return [differenceOf(carry(flats[i]!, move), flats[j]!)];
      }),
    ),
  );
  const usual = median(apart);
  return apart.map((one) => one <= Math.max(usual * 1.7, 0.02));
}

/** Root of the mean squared distance between two sightings' points, in shares of their span. */
function differenceOf(one: Flat, other: Flat): number {
  let sumOfSquares = 0;
  let count = 0;
  for (let i = 0; i < one.points.length; i++) {
    const miss = one.points[i]! - other.points[i]!;
    if (Number.isNaN(miss)) continue;
    sumOfSquares += miss * miss;
    count++;
  }
  return Math.sqrt((2 * sumOfSquares) / Math.max(1, count)) / spanOf(other.points);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function rampOf(value: number, from: number, length: number): number {
  return length <= 0 ? 1 : Math.min(1, (value - from) / length);
}

function followBackwards<Item>(
  track: Track<Item>,
  begin: number,
  pyramids: readonly Pyramid[],
  ratio: Ratio,
  kind: ItemKind<Item>,
): void {
  let item = track.sightings[0]!.item;
  for (let index = track.sightings[0]!.index; index > begin; index--) {
    const step = stepBetween(pyramids[index]!, pyramids[index - 1]!, kind.holdsOf(item), ratio, STILL);
    if (!step) return;
    track.moves.set(index - 1, chain(track.moves.get(index)!, step));
    item = moved(item, step, kind);
  }
}

function nearestAt(sightings: readonly Sighting<unknown>[], index: number): number {
  let best = 0;
  for (let at = 1; at < sightings.length; at++)
    if (Math.abs(sightings[at]!.index - index) < Math.abs(sightings[best]!.index - index)) best = at;
  return best;
}

function nearestOf(
  sightings: readonly Sighting<unknown>[],
  index: number,
  framesPerSecond: number,
): { at: number; away: number; index: number }[] {
  const at = nearestAt(sightings, index);
  const seen = sightings[at]!.index;
  return [{ at, away: (seen - index) / framesPerSecond, index: seen }];
}

function moved<Item>(item: Item, step: Similarity, kind: ItemKind<Item>): Item {
  return kind.rebuild(carry(kind.flatten(item), step), item, 1);
}
