import type { Box } from '../../../vision/sight.ts';
import type { Pyramid } from './luma.ts';
import { followTogether } from './optical-flow.ts';
import { chain, inverse, moveX, moveY, type Similarity, STILL, scaleOf, turnOf } from './similarity.ts';

/** A detection as numbers, so that several of the same thing can be averaged. */
export interface Flat {
  /** Pairs x, y in the frame's pixels; a pair of NaN was not seen. */
  readonly points: Float64Array;
  /** Lengths in the frame's pixels. */
  readonly lengths: Float64Array;
  /** Angles in the picture's plane, radians, clockwise. */
  readonly turns: readonly number[];
  /** Whatever does not change when the thing is moved. */
  readonly others: readonly number[];
}

/** What is followed: how to read it, how to write it. */
export interface ItemKind<Item> {
  readonly boxOf: (item: Item) => Box;
  /** Places on it that move with it, pairs x, y; about fifty. */
  readonly holdsOf: (item: Item) => ArrayLike<number>;
  readonly flatten: (item: Item) => Flat;
  /** @param presence 0 to 1: how sure it is that the thing is there now. */
  readonly rebuild: (flat: Flat, like: Item, presence: number) => Item;
  /** Seconds, a deviation: over how long the detector's trembling is averaged where nothing but movement happens. */
  readonly calmSeconds: number;
  /** Points (by their place among the pairs) that move by themselves; the others keep to the whole. Absent: all may. */
  readonly loosePoints?: ReadonlySet<number>;
  /** Whether two detections can be the same. */
  readonly isKin?: (one: Item, other: Item) => boolean;
}

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

function carry({ points, lengths, turns, others }: Flat, s: Similarity): Flat {
  const there = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    there[i] = moveX(s, points[i]!, points[i + 1]!);
    there[i + 1] = moveY(s, points[i]!, points[i + 1]!);
  }
  const scale = scaleOf(s);
  const turn = turnOf(s);
  return {
    points: there,
    lengths: lengths.map((length) => length * scale),
    turns: turns.map((angle) => angle + turn),
    others,
  };
}

type Temper = Pick<ItemKind<unknown>, 'calmSeconds' | 'loosePoints'>;

/** Seconds, a deviation: narrow enough to follow a head that turns, with a parabola through what was seen. */
const QUICK_SIGMA = 0.3;

/**
 * One out of several detections that were carried to the same frame. What is left between them is either trembling,
 * which a wide mean removes, or a change of shape such as a turning head, which a mean would flatten and a parabola
 * over time keeps; how far both are apart decides, point by point for limbs and as a whole for what is nearly rigid.
 */
function settle(flats: readonly Flat[], aways: readonly number[], kind: Temper): Flat {
  const calm = aways.map((away) => Math.exp(-0.5 * (away / kind.calmSeconds) ** 2));
  const quick = parabolaWeights(aways);
  const calmPoints = mixPoints(flats, calm);
  const quickPoints = mixPoints(flats, quick);
  const tolerance = spanOf(calmPoints) * 0.012;
  const size = calmPoints.length;
  let apart = 0;
  let known = 0;
  for (let i = 0; i < size; i++) {
    const miss = calmPoints[i]! - quickPoints[i]!;
    if (Number.isNaN(miss)) continue;
    apart += miss * miss;
    known++;
  }
  const share = kind.loosePoints ? 0 : rise(Math.sqrt((2 * apart) / Math.max(1, known)) / tolerance);
  const points = new Float64Array(size);
  for (let i = 0; i < size; i += 2) {
    const own = Math.hypot(calmPoints[i]! - quickPoints[i]!, calmPoints[i + 1]! - quickPoints[i + 1]!) / tolerance;
    const towards = kind.loosePoints?.has(i / 2) === false ? 0 : Math.max(share, rise(own / 2.5));
    points[i] = calmPoints[i]! + (quickPoints[i]! - calmPoints[i]!) * towards;
    points[i + 1] = calmPoints[i + 1]! + (quickPoints[i + 1]! - calmPoints[i + 1]!) * towards;
  }
  const weights = calm.map((weight, at) => weight / sum(calm) + (quick[at]! - weight / sum(calm)) * share);
  return {
    points,
    lengths: mixNumbers(
      flats.map(({ lengths }) => lengths),
      weights,
    ),
    turns: [
      ...mixNumbers(
        flats.map(({ turns }) => turns),
        weights,
      ),
    ],
    others: [
      ...mixNumbers(
        flats.map(({ others }) => others),
        weights,
      ),
    ],
  };
}

function rise(value: number): number {
  const t = Math.min(1, Math.max(0, (value - 0.5) / 1.5));
  return t * t * (3 - 2 * t);
}

/** Weights, with sum 1, that give the middle of a weighted least-squares parabola (a line or mean with few values). */
function parabolaWeights(aways: readonly number[]): number[] {
  const kernel = aways.map((away) => Math.exp(-0.5 * (away / QUICK_SIGMA) ** 2) + 1e-9);
  const felt = kernel.filter((weight) => weight > 0.05).length;
  const [s1, s2, s3, s4] = [1, 2, 3, 4].map((power) =>
    aways.reduce((total, away, at) => total + kernel[at]! * away ** power, 0),
  ) as [number, number, number, number];
  const raw = (() => {
    if (felt >= 4) {
      const c0 = s2 * s4 - s3 * s3;
      const c1 = s2 * s3 - s1 * s4;
      const c2 = s1 * s3 - s2 * s2;
      return aways.map((away, at) => kernel[at]! * (c0 + c1 * away + c2 * away * away));
    }
    const isBetween = Math.min(...aways) <= 0 && Math.max(...aways) >= 0;
    if (felt >= 2 && isBetween) return aways.map((away, at) => kernel[at]! * (s2 - s1 * away));
    return kernel;
  })();
  const total = sum(raw);
  return raw.map((weight) => weight / total);
}

function mixPoints(flats: readonly Flat[], weights: readonly number[]): Float64Array {
  const size = flats[0]!.points.length;
  const mixed = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let total = 0;
    let value = 0;
    for (let at = 0; at < flats.length; at++) {
      const one = flats[at]!.points[i]!;
      if (Number.isNaN(one)) continue;
      total += weights[at]!;
      value += weights[at]! * one;
    }
    mixed[i] = Math.abs(total) > 0.15 * Math.abs(sum(weights)) ? value / total : Number.NaN;
  }
  return mixed;
}

function mixNumbers(rows: readonly ArrayLike<number>[], weights: readonly number[]): Float64Array {
  const total = sum(weights);
  return Float64Array.from({ length: rows[0]!.length }, (_, i) =>
    rows.reduce((value, row, at) => value + (weights[at]! * row[i]!) / total, 0),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function spanOf(points: Float64Array): number {
  let left = Infinity;
  let right = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    if (Number.isNaN(x)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  return Math.max(8, right - left);
}
