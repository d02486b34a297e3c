import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const PARROT: BirdKind = {
  ...SMALL_BIRD,
  name: 'parrot',
  words: ['parrot', 'macaw', 'papagei', 'perroquet', 'loro', 'オウム', '鹦鹉'],
  body: [0.075, 0.075, 0.12],
  carriage: 0.42,
  head: 0.07,
  neck: 0.06,
  leg: 0.05,
  beak: [0.048, 0.03, 1],
  wing: [0.3, 0.11, 3],
  tail: [0.24, 0.03],
  eye: { radius: 0.013, iris: '#f4e9c0', ahead: false },
  colors: ['#d92b2f', '#e2483a', '#d92b2f', '#2a6fd0', '#332c2c', '#55504e'],
};

/** A parrot: red with blue wing tips, a hooked beak and a long tail. */
export const parrot: ActorModel = birdModel(PARROT);
