import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const CHICKEN: BirdKind = {
  ...SMALL_BIRD,
  name: 'chicken',
  words: ['chicken', 'hen', 'rooster', 'chick', 'huhn', 'hahn', 'poule', 'coq', 'gallo', 'gallina', '鶏', '鸡'],
  body: [0.12, 0.12, 0.15],
  carriage: 0.5,
  head: 0.065,
  neck: 0.12,
  leg: 0.085,
  beak: [0.035, 0.02, 0.2],
  wing: [0.24, 0.13, 4],
  tail: [0.14, 0.07],
  crest: 'comb',
  eye: { radius: 0.013, iris: '#2a1a12', ahead: false },
  colors: ['#f3ece0', '#fbf7ef', '#f3ece0', '#e2d6c2', '#e8a83a', '#e2a53c'],
};

/** A hen or rooster: comb and wattle. */
export const chicken: ActorModel = birdModel(CHICKEN);
