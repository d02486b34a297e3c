import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const DEER: HerdAnimal = {
  name: 'deer',
  words: ['deer', 'stag', 'doe', 'elk', 'moose', 'reindeer', 'fawn', 'hirsch', 'reh', 'cerf', 'ciervo', '鹿'],
  scale: 0.82,
  color: '#a5693a',
  light: '#f3e7d6',
  marking: 'spots',
  legs: 1.12,
  girth: 0.8,
  neck: [0.6, 1.15],
  snout: 0.72,
  snoutWidth: 0.85,
  ear: [1.2, 1.3, 0.7],
  horns: 'antlers',
  tail: 'stub',
  hooved: true,
};

/** A deer: slender legs, antlers, white dots on the back. */
export const deer: ActorModel = herdModel(DEER);
