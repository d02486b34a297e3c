import { createRandom } from '../../random.ts';
import { SAMPLE_RATE } from '../../sound/dsp.ts';

/** Seconds in which one sound goes over into the other, before the first one's own end and its fade. */
const OVERLAP_SECONDS = 0.5;
const BEFORE_END_SECONDS = 0.06;

/**
 * Lets a sound go over into another that is heard on the same timeline.
 * @param first Interleaved stereo at 48 kHz, until the seam.
 * @param second As long as the result; only what lies about the seam and behind it is heard.
 * @returns As long as `second`: before the overlap every sample is the first one's.
 */
export function joinSounds(first: Float32Array, second: Float32Array, seamSeconds: number): Float32Array {
  const joined = Float32Array.from(second);
  const to = Math.min(Math.round((seamSeconds - BEFORE_END_SECONDS) * SAMPLE_RATE), first.length / 2);
  const from = Math.max(0, to - Math.round(Math.min(OVERLAP_SECONDS, seamSeconds * 0.4) * SAMPLE_RATE));
  joined.set(first.subarray(0, Math.min(from * 2, joined.length)));
  if (to <= from) return joined;
  const likeness = likenessOf(first, second, from * 2, to * 2);
  for (let i = from; i < to && i * 2 + 1 < joined.length; i++) {
    const share = (i - from) / (to - from);
    const [a, b] = [Math.cos((share * Math.PI) / 2), Math.sin((share * Math.PI) / 2)];
    // Equal power for strangers, equal amplitude for copies, and evenly between: neither a dip nor a bump.
    const gain = 1 / Math.sqrt(a * a + b * b + 2 * a * b * likeness);
    for (const at of [i * 2, i * 2 + 1]) joined[at] = gain * (a * first[at]! + b * second[at]!);
  }
  return joined;
}

/** Correlation, 0 … 1. */
function likenessOf(a: Float32Array, b: Float32Array, from: number, to: number): number {
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const [p, q] = [a[i] ?? 0, b[i] ?? 0];
    products += p * q;
    squaresA += p * p;
    squaresB += q * q;
  }
  const size = Math.sqrt(squaresA * squaresB);
  return size > 1e-12 ? Math.max(0, products / size) : 0;
}

/** How much of a sound's end is listened to, and how long a piece of it is heard on end. */
const TAIL_SECONDS = 4;
const PIECE_SECONDS = { least: 0.25, most: 0.45 } as const;
const CROSS_SECONDS = 0.15;
/** How far a piece may be shifted so that its waves fall into step with those before: a period of 60 Hz. */
const SHIFT_SECONDS = 1 / 60;

/**
 * Goes on with the ambience of a sound: first with its own end, then with other pieces of its last seconds, each of which
 * falls into step with the one before. What stands out, a word or a bang, is not repeated.
 * @param sound Interleaved stereo at 48 kHz.
 * @returns As long as `totalSeconds`; until shortly before the sound's end the sound itself.
 */
export function continueAmbience(sound: Float32Array, totalSeconds: number, seed: number): Float32Array {
  const out = new Float32Array(Math.round(totalSeconds * SAMPLE_RATE) * 2);
  out.set(sound.subarray(0, Math.min(sound.length, out.length)));
  const usable = sound.length / 2 - samples(BEFORE_END_SECONDS);
  const first = Math.max(0, usable - samples(TAIL_SECONDS));
  const cross = Math.min(samples(CROSS_SECONDS), Math.floor((usable - first) / 4));
  if (cross < 480) return out;
  const longest = Math.max(cross * 2, Math.min(samples(PIECE_SECONDS.most), Math.floor((usable - first) / 2)));
  const pieces = calmPieces(sound, first, usable - longest, longest);
  const random = createRandom(seed).fork('ambience');
  // What is heard at `at` is read at `from`, until the crossing to the next piece.
  let at = usable - cross;
  let from = at;
  let level = 1;
  while (at < out.length / 2) {
    const piece = random.pick(pieces);
    const start = inStep(sound, from, piece.start, cross, first, usable - longest);
    crossOver(out, at, sound, { from, gain: level }, { from: start, gain: piece.gain }, cross);
    const length = Math.round(random.between(Math.min(samples(PIECE_SECONDS.least), longest - cross), longest - cross));
    copyGained(out, at + cross, sound, start + cross, length - cross, piece.gain);
    at += length;
    from = start + length;
    level = piece.gain;
  }
  return out;
}

const samples = (seconds: number): number => Math.round(seconds * SAMPLE_RATE);

/** The start near a piece's own at which it is most like what is heard now. */
function inStep(sound: Float32Array, now: number, start: number, length: number, least: number, most: number): number {
  const reach = samples(SHIFT_SECONDS);
  let [best, likeness] = [Math.min(most, Math.max(least, start)), Number.NEGATIVE_INFINITY];
  for (let shift = -reach; shift <= reach; shift += 10) {
    const at = start + shift;
    if (at < least || at > most) continue;
    let [products, squares] = [0, 1e-9];
    for (let i = 0; i < length; i += 6) {
      const [p, q] = [sound[(now + i) * 2] ?? 0, sound[(at + i) * 2]!];
      products += p * q;
      squares += q * q;
    }
    const like = products / Math.sqrt(squares);
    if (like > likeness) [best, likeness] = [at, like];
  }
  return best;
}

interface Reading {
  readonly from: number;
  readonly gain: number;
}

function crossOver(
  out: Float32Array,
  at: number,
  sound: Float32Array,
  before: Reading,
  after: Reading,
  length: number,
): void {
  const like = likenessOf(
    sound.subarray(before.from * 2, (before.from + length) * 2),
    sound.subarray(after.from * 2, (after.from + length) * 2),
    0,
    length * 2,
  );
  for (let i = 0; i < length && (at + i) * 2 + 1 < out.length; i++) {
    const angle = ((i + 0.5) / length) * (Math.PI / 2);
    const [a, b] = [Math.cos(angle), Math.sin(angle)];
    const even = 1 / Math.sqrt(a * a + b * b + 2 * a * b * like);
    for (const side of [0, 1]) {
      const p = sound[(before.from + i) * 2 + side]! * before.gain;
      const q = sound[(after.from + i) * 2 + side]! * after.gain;
      out[(at + i) * 2 + side] = even * (a * p + b * q);
    }
  }
}

function copyGained(
  out: Float32Array,
  at: number,
  sound: Float32Array,
  from: number,
  length: number,
  gain: number,
): void {
  const end = Math.min((at + length) * 2, out.length);
  for (let to = at * 2, read = from * 2; to < end; to++, read++) out[to] = sound[read]! * gain;
}

interface Piece {
  readonly start: number;
  readonly gain: number;
}

const BLOCK_SECONDS = 0.05;
/** So many times as loud as the calmest piece, a block is something that happens, not what is there all the time. */
const STANDS_OUT = 2.2;

/** The third of the pieces in which nothing stands out, each brought near the sound's usual level. */
function calmPieces(sound: Float32Array, from: number, to: number, length: number): Piece[] {
  const block = samples(BLOCK_SECONDS);
  const levels: number[] = [];
  for (let at = from; at + block <= to + length; at += block) {
    let squares = 0;
    for (let i = at * 2; i < (at + block) * 2; i++) squares += sound[i]! ** 2;
    levels.push(Math.sqrt(squares / (2 * block)));
  }
  const usual = levels.toSorted((a, b) => a - b)[levels.length >> 1] ?? 0;
  const across = Math.max(1, Math.ceil(length / block));
  const found = levels.slice(0, Math.max(1, levels.length - across + 1)).map((_, i) => {
    // With the blocks beside it: it may be shifted a little.
    const own = levels.slice(Math.max(0, i - 1), i + across + 1);
    const mean = Math.sqrt(own.reduce((sum, level) => sum + level * level, 0) / own.length);
    return { start: Math.min(to, from + i * block), loudest: Math.max(...own), mean };
  });
  const calm = found.toSorted((a, b) => a.loudest - b.loudest).slice(0, Math.max(3, Math.ceil(found.length / 3)));
  const most = calm[0]!.loudest * STANDS_OUT;
  return calm
    .filter(({ loudest }) => loudest <= most)
    .map(({ start, mean }) => ({ start, gain: mean > 1e-6 ? Math.min(1.6, Math.max(0.6, usual / mean)) : 1 }));
}
