import type { Random } from '../../random.ts';
import { SCALES, type Style } from './style.ts';

export interface Chord {
  readonly start: number;
  readonly seconds: number;
  readonly degree: number;
  readonly root: number;
  readonly fifth: number;
  /** Three or four notes round middle C, near those of the chord before. */
  readonly voicing: readonly number[];
}

export interface Harmony {
  readonly chords: readonly Chord[];
  /** Semitones, 69 is the A of 440 Hz. */
  readonly tonic: number;
  readonly bars: number;
  readonly bar: number;
}

interface Form {
  readonly bars: number;
  readonly bar: number;
  readonly tonic: number;
  readonly loops: boolean;
}

const SUBDOMINANT = 3;
const DOMINANT = 4;
const LEADING_TONE = 11;

/** A progression over all bars, two chords a bar in short pieces, that leads by the dominant to the tonic behind it. */
export function chordsFor(style: Style, { bars, bar, tonic, loops }: Form, random: Random): Harmony {
  const progression = random.pick(style.progressions);
  const perBar = bars <= 2 && bar > 1.6 ? 2 : 1;
  const count = bars * perBar;
  const degrees = Array.from({ length: count }, (_, i) => progression[i % progression.length]!);
  if (!loops && count > 1) degrees[count - 1] = DOMINANT;
  if (!loops && count > 3) degrees[count - 2] = SUBDOMINANT;
  let before: readonly number[] = [60, 64, 67];
  const chords = degrees.map((degree, i): Chord => {
    const isCadence = degree === DOMINANT && i === count - 1 && !loops;
    const pitches = pitchesOf(style, tonic, degree, isCadence);
    const voicing = nearest(pitches, before);
    before = voicing;
    const seconds = bar / perBar;
    return { start: i * seconds, seconds, degree, root: pitches[0]!, fifth: pitches[2]!, voicing };
  });
  return { chords, tonic, bars, bar };
}

/** The pitch of a degree of the scale, which goes on above the octave and below. */
export function pitchOf(style: Style, tonic: number, degree: number): number {
  const scale = SCALES[style.scale];
  const octave = Math.floor(degree / 7);
  return tonic + octave * 12 + scale[degree - octave * 7]!;
}

function pitchesOf(style: Style, tonic: number, degree: number, isCadence: boolean): number[] {
  const thirds = style.hasSevenths || isCadence ? [0, 2, 4, 6] : [0, 2, 4];
  return thirds.map((third) => {
    const pitch = pitchOf(style, tonic, degree + third);
    // Before the end the dominant has its leading tone, in minor too.
    return isCadence && third === 2 ? tonic + LEADING_TONE : pitch;
  });
}

/** Each note to the octave in which it lies closest to the middle of the chord before. */
function nearest(pitches: readonly number[], before: readonly number[]): number[] {
  const middle = Math.min(66, Math.max(58, before.reduce((sum, pitch) => sum + pitch, 0) / before.length));
  return pitches.map((pitch) => pitch + 12 * Math.round((middle - pitch) / 12)).toSorted((a, b) => a - b);
}
