import type { ActorModel } from './actor.ts';
import { type BirdKind, SMALL_BIRD } from './bird-kind.ts';
import { birdModel } from './bird-model.ts';

export const EAGLE: BirdKind = {
  ...SMALL_BIRD,
  name: 'eagle',
  words: ['eagle', 'hawk', 'falcon', 'adler', 'falke', 'aigle', 'águila', 'vulture', '鷲', '鹰'],
  body: [0.12, 0.115, 0.2],
  carriage: 0.75,
  head: 0.085,
  neck: 0.1,
  leg: 0.09,
  beak: [0.062, 0.024, 1],
  wing: [0.85, 0.27, 1.5],
  tail: [0.2, 0.08],
  eye: { radius: 0.016, iris: '#e8b32c', ahead: false },
  colors: ['#4a3220', '#5c4028', '#f4f1ea', '#2c1d13', '#eab23a', '#e0a838'],
};

/** An eagle: a white head with a hooked beak; it glides on wide wings. */
export const eagle: ActorModel = birdModel(EAGLE);
