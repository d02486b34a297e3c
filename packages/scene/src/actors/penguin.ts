import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const PENGUIN: BirdKind = {
  ...SMALL_BIRD,
  name: 'penguin',
  words: ['penguin', 'pinguin', 'manchot', 'pingüino', 'ペンギン', '企鹅'],
  body: [0.14, 0.13, 0.24],
  carriage: 1.45,
  head: 0.098,
  neck: 0.08,
  leg: 0.045,
  beak: [0.055, 0.018, 0.1],
  wing: [0.24, 0.075, 1.5],
  tail: [0.06, 0.03],
  eye: { radius: 0.017, iris: '#1a1212', ahead: true },
  marking: 'penguin',
  colors: ['#23262f', '#f7f5ef', '#23262f', '#1b1d24', '#e8963a', '#e8963a'],
};

/** A penguin: black and white, upright; it waddles and swims and never flies. */
export const penguin: ActorModel = birdModel(PENGUIN);
