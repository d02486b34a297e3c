import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const UNICORN: HerdAnimal = {
  name: 'unicorn',
  words: ['unicorn', 'einhorn', 'licorne', 'unicornio'],
  scale: 1,
  color: '#f7f2f6',
  light: '#ffffff',
  mane: '#e79ad0',
  marking: 'none',
  legs: 1,
  girth: 0.95,
  neck: [0.72, 1],
  snout: 0.95,
  snoutWidth: 1,
  ear: [1, 1, 0],
  horns: 'unicorn',
  tail: 'mane',
  hooved: true,
};

/** A white horse with a spiral horn and a pink mane. */
export const unicorn: ActorModel = herdModel(UNICORN);
