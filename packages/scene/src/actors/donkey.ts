import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const DONKEY: HerdAnimal = {
  name: 'donkey',
  words: ['donkey', 'mule', 'esel', 'burro'],
  scale: 0.75,
  color: '#837a72',
  light: '#e8e0d6',
  mane: '#3a3330',
  marking: 'socks',
  legs: 0.9,
  girth: 1,
  neck: [0.6, 0.9],
  snout: 1,
  snoutWidth: 1.1,
  ear: [1.9, 1.1, 0.1],
  tail: 'thin',
  hooved: true,
};

/** A donkey: long ears, a grey coat with a light muzzle. */
export const donkey: ActorModel = herdModel(DONKEY);
