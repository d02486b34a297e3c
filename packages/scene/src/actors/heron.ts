import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const HERON: BirdKind = {
  ...SMALL_BIRD,
  name: 'crane',
  words: ['crane', 'stork', 'heron', 'egret', 'kranich', 'storch', 'grue', 'grulla', '鶴', '鹤'],
  body: [0.11, 0.11, 0.2],
  carriage: 0.3,
  head: 0.055,
  neck: 0.38,
  leg: 0.5,
  beak: [0.13, 0.014, 0],
  wing: [0.75, 0.22, 1.6],
  tail: [0.1, 0.05],
  eye: { radius: 0.01, iris: '#2a1a12', ahead: false },
  colors: ['#f4f4f2', '#ffffff', '#f4f4f2', '#24262c', '#d8583a', '#d8583a'],
};

/** A crane, stork or heron: white with black wing tips, long beak and legs. */
export const heron: ActorModel = birdModel(HERON);
