import type { Random } from '../../random.ts';
import { type Chord, type Harmony, pitchOf } from './harmony.ts';
import type { Style } from './style.ts';

export interface MelodyNote {
  readonly pitch: number;
  readonly start: number;
  readonly seconds: number;
  readonly force: number;
}

/** Lengths in beats; a bar of three takes what fits. */
const RHYTHMS: readonly (readonly number[])[] = [
  [1.5, 0.5, 1, 1],
  [1, 1, 2],
  [0.5, 0.5, 1, 0.5, 0.5, 1],
  [2, 1, 1],
  [1, 0.5, 0.5, 2],
  [1.5, 1.5, 1],
];
/** Steps of the scale from note to note. */
const CONTOURS: readonly (readonly number[])[] = [
  [1, 1, -1, 2, -1],
  [2, -1, -1, 1, 1],
  [-1, 2, 1, -2, 1],
  [1, 2, -1, -1, -1],
  [4, -1, -1, -1, 1],
];

/**
 * A tune: a motif of one bar, answered, repeated and led home. Strong beats have notes of the chord; between them it goes
 * by steps. It breathes at the end of every second bar.
 */
export function melodyOver(style: Style, { chords, tonic, bars, bar }: Harmony, random: Random): MelodyNote[] {
  const beat = bar / style.beats;
  const [motif, answer] = [random.pick(RHYTHMS), random.pick(RHYTHMS)];
  const [rise, fall] = [random.pick(CONTOURS), random.pick(CONTOURS)];
  const notes: MelodyNote[] = [];
  let degree = random.pick([0, 2, 4]);
  for (let b = 0; b < bars; b++) {
    const isAnswer = b % 2 === 1;
    const rhythm = isAnswer ? answer : motif;
    const contour = isAnswer ? fall : rise;
    let at = 0;
    for (const [i, beats] of rhythm.entries()) {
      if (at >= style.beats - 0.01) break;
      const length = Math.min(beats, style.beats - at);
      const start = b * bar + at * beat;
      const chord = chords.findLast((one) => one.start <= start + 1e-6) ?? chords[0]!;
      const isStrong = at % 1 === 0 && (i === 0 || at === 2);
      if (i > 0) degree += contour[(i - 1) % contour.length]!;
      if (degree > 9) degree -= 5;
      if (degree < -3) degree += 5;
      if (isStrong) degree = toChord(style, tonic, degree, chord);
      at += length;
      const breathes = isAnswer && at >= style.beats - 0.01;
      if (breathes && i > 1) break;
      notes.push({
        pitch: pitchOf(style, tonic, degree),
        start,
        seconds: length * beat * (breathes ? 0.6 : 0.93),
        force: isStrong ? 0.75 : 0.55,
      });
    }
  }
  return notes;
}

/** The nearest degree whose pitch the chord has. */
function toChord(style: Style, tonic: number, degree: number, { voicing }: Chord): number {
  for (const shift of [0, 1, -1, 2, -2]) {
    const pitch = pitchOf(style, tonic, degree + shift);
    if (voicing.some((own) => (own - pitch) % 12 === 0)) return degree + shift;
  }
  return degree;
}
