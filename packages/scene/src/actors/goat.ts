import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const GOAT: HerdAnimal = {
  name: 'goat',
  words: ['goat', 'ziege', 'chèvre', 'cabra', 'ibex'],
  scale: 0.52,
  color: '#e9e2d6',
  light: '#ffffff',
  marking: 'none',
  legs: 0.9,
  girth: 1.05,
  neck: [0.55, 1.05],
  snout: 0.8,
  snoutWidth: 1,
  ear: [1.1, 1, 1.2],
  horns: 'goat',
  tail: 'stub',
  hooved: true,
};

/** A goat: horns that bend back, hanging ears. */
export const goat: ActorModel = herdModel(GOAT);
