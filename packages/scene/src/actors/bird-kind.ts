import type { Srgb } from '../model/color.ts';

/** What distinguishes one bird from another. Lengths are metres of an ordinary one. */
export interface BirdForm {
  readonly name: string;
  /** Half axes of the body and how steeply it is carried: 0 level … 1.3 upright. */
  readonly body: readonly [width: number, height: number, length: number];
  readonly carriage: number;
  readonly head: number;
  readonly neck: number;
  readonly leg: number;
  readonly beak: readonly [length: number, width: number, hook: number];
  /** Half a wingspan, the wing's depth, and beats a second in flight. */
  readonly wing: readonly [reach: number, depth: number, beats: number];
  readonly tail: readonly [length: number, spread: number];
  readonly crest: 'none' | 'tufts' | 'crest' | 'comb' | 'horn';
  readonly eye: { readonly radius: number; readonly iris: string; readonly ahead: boolean };
  readonly back: Srgb;
  readonly belly: Srgb;
  readonly headColor: Srgb;
  readonly wingTip: Srgb;
  readonly beakColor: Srgb;
  readonly legColor: Srgb;
  /** Wears a coat: what is under its hem. */
  readonly underCoat?: Srgb;
  /** A peacock's train, spread like a wheel. */
  readonly fan?: true;
  /** Long feathers that trail behind the tail: how many, metres long, and the colour of their eyes. */
  readonly plumes?: readonly [count: number, length: number, tip: string];
  readonly marking: 'none' | 'face' | 'penguin' | 'speckled';
}

/** A form before its colours are chosen, and the words that name it. */
export interface BirdKind
  extends Omit<BirdForm, 'back' | 'belly' | 'headColor' | 'wingTip' | 'beakColor' | 'legColor'> {
  readonly words: readonly string[];
  readonly colors: readonly [back: string, belly: string, head: string, tip: string, beak: string, leg: string];
}

/** A songbird; others differ from it. */
export const SMALL_BIRD = {
  body: [0.058, 0.056, 0.078],
  carriage: 0.5,
  head: 0.05,
  neck: 0.035,
  leg: 0.045,
  beak: [0.026, 0.013, 0],
  wing: [0.13, 0.07, 5],
  tail: [0.08, 0.022],
  crest: 'none',
  eye: { radius: 0.0115, iris: '#241812', ahead: false },
  marking: 'none',
} as const;
