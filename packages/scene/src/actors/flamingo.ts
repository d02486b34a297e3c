import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const FLAMINGO: BirdKind = {
  ...SMALL_BIRD,
  name: 'flamingo',
  words: ['flamingo', 'flamant', 'flamenco', 'フラミンゴ', '火烈鸟'],
  body: [0.12, 0.12, 0.2],
  carriage: 0.25,
  head: 0.06,
  neck: 0.46,
  leg: 0.6,
  beak: [0.085, 0.026, 1],
  wing: [0.55, 0.2, 2],
  tail: [0.1, 0.05],
  eye: { radius: 0.011, iris: '#f0d060', ahead: false },
  colors: ['#f48aa4', '#f7a9bb', '#f48aa4', '#d9486a', '#2a2024', '#ee7f96'],
};

/** A flamingo: pink, on long legs, its neck an S. */
export const flamingo: ActorModel = birdModel(FLAMINGO);
