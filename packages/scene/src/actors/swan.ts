import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const SWAN: BirdKind = {
  ...SMALL_BIRD,
  name: 'swan',
  words: ['swan', 'goose', 'geese', 'schwan', 'gans', 'cygne', 'oie', 'cisne', '白鳥', '天鹅'],
  body: [0.13, 0.11, 0.19],
  carriage: 0.12,
  head: 0.055,
  neck: 0.34,
  leg: 0.045,
  beak: [0.06, 0.02, 0.1],
  wing: [0.6, 0.2, 1.8],
  tail: [0.07, 0.05],
  eye: { radius: 0.011, iris: '#161212', ahead: false },
  colors: ['#f7f7f5', '#ffffff', '#f7f7f5', '#e8e8e6', '#ee8a2c', '#33302e'],
};

/** A swan or goose: white, its long neck raised. */
export const swan: ActorModel = birdModel(SWAN);
