import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const SHEEP: HerdAnimal = {
  name: 'sheep',
  words: ['sheep', 'lamb', 'ram', 'schaf', 'mouton', 'oveja', '羊'],
  scale: 0.52,
  color: '#f1ebdd',
  light: '#3a3330',
  marking: 'wool',
  legs: 0.62,
  girth: 1.5,
  neck: [0.4, 0.8],
  snout: 0.75,
  snoutWidth: 1.2,
  ear: [0.9, 1, 1.4],
  tail: 'stub',
  hooved: true,
};

/** A sheep: a ball of wool with a dark face and legs. */
export const sheep: ActorModel = herdModel(SHEEP);
