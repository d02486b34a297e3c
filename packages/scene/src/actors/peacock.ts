import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

const PEACOCK: BirdKind = {
  ...SMALL_BIRD,
  name: 'peacock',
  words: ['peacock', 'peafowl', 'pfau', 'paon', 'pavo real', '孔雀'],
  body: [0.115, 0.115, 0.19],
  carriage: 0.4,
  head: 0.052,
  neck: 0.26,
  leg: 0.2,
  beak: [0.04, 0.014, 0.3],
  wing: [0.4, 0.16, 2.6],
  tail: [0.2, 0.06],
  crest: 'tufts',
  eye: { radius: 0.011, iris: '#2a1a12', ahead: false },
  fan: true,
  colors: ['#1c5aa8', '#1f6fb8', '#1a4fae', '#6a4a2c', '#8a8478', '#8a8478'],
};

/** A peacock: blue, its train spread like a wheel. */
export const peacock: ActorModel = birdModel(PEACOCK);
