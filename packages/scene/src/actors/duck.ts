import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const DUCK: BirdKind = {
  ...SMALL_BIRD,
  name: 'duck',
  words: ['duck', 'duckling', 'mallard', 'ente', 'canard', 'pato', 'アヒル', '鸭'],
  body: [0.12, 0.1, 0.17],
  carriage: 0.2,
  head: 0.075,
  neck: 0.12,
  leg: 0.05,
  beak: [0.07, 0.036, 0],
  wing: [0.34, 0.14, 3],
  tail: [0.07, 0.05],
  eye: { radius: 0.014, iris: '#1c1414', ahead: false },
  colors: ['#8a7a68', '#d8d2c6', '#1f6a4c', '#4a4038', '#e8b23a', '#ee8a2c'],
};

/** A duck: a flat beak and a body that floats. */
export const duck: ActorModel = birdModel(DUCK);
