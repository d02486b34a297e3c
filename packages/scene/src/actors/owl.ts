import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const OWL: BirdKind = {
  ...SMALL_BIRD,
  name: 'owl',
  words: ['owl', 'eule', 'uhu', 'hibou', 'búho', 'フクロウ', '猫头鹰'],
  body: [0.105, 0.1, 0.15],
  carriage: 1.25,
  head: 0.098,
  neck: 0.06,
  leg: 0.03,
  beak: [0.03, 0.016, 0.8],
  wing: [0.4, 0.17, 2.4],
  tail: [0.1, 0.05],
  crest: 'tufts',
  eye: { radius: 0.034, iris: '#f2b12a', ahead: true },
  marking: 'face',
  colors: ['#7a5636', '#d9c09a', '#84603c', '#4a3220', '#d8a63c', '#c9963c'],
};

/** An owl: upright, a round face with large eyes ahead, tufts. */
export const owl: ActorModel = birdModel(OWL);
