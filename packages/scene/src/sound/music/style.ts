import type { DrumName } from './drums.ts';
import type { InstrumentName } from './instruments.ts';

/** Semitones of the scales above their root. */
export const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
} as const;
export type ScaleName = keyof typeof SCALES;

/**
 * How a layer plays the chords: `hold` them, `stab` them off the beat, `arpeggio` them evenly, `strum`, as `oom` and pah;
 * or plays a `melody` over, or a bass below (`roots`, `walking`, `eighths`, `fifths`), or a figure that repeats (`ostinato`).
 */
export type Part =
  | 'hold'
  | 'stab'
  | 'arpeggio'
  | 'strum'
  | 'oom'
  | 'melody'
  | 'roots'
  | 'walking'
  | 'eighths'
  | 'fifths'
  | 'ostinato';

export interface Layer {
  readonly instrument: InstrumentName;
  readonly part: Part;
  /** Of the lowest note, 4 has middle C. */
  readonly octave: number;
  readonly gain: number;
  readonly pan?: number;
}

/** Sixteenths of a bar (twelve in three-four): `x` hard, `o` soft, `.` nothing. */
export type Groove = Readonly<Partial<Record<DrumName, string>>>;

export interface Style {
  readonly beatsPerMinute: readonly [number, number];
  readonly beats: 3 | 4;
  readonly scale: ScaleName;
  /** Degrees of the scale, 0 the tonic; one of them is played. */
  readonly progressions: readonly (readonly number[])[];
  readonly hasSevenths?: true;
  /** How late every second eighth is: 0 straight, 0.33 triplets. */
  readonly swing?: number;
  /** How far from the beat people play, in seconds. */
  readonly looseness: number;
  readonly layers: readonly Layer[];
  readonly groove?: Groove;
  readonly grooveGain?: number;
}

export const layer = (instrument: InstrumentName, part: Part, octave: number, gain: number, pan = 0): Layer => ({
  instrument,
  part,
  octave,
  gain,
  pan,
});
