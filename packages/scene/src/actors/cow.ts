import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const COW: HerdAnimal = {
  name: 'cow',
  words: ['cow', 'bull', 'ox', 'calf', 'kuh', 'vache', 'vaca', '牛'],
  scale: 0.9,
  color: '#f3efe8',
  light: '#f0c9bd',
  marking: 'patches',
  legs: 0.74,
  girth: 1.25,
  neck: [0.42, 0.5],
  snout: 0.85,
  snoutWidth: 1.5,
  ear: [0.9, 1.2, 1.25],
  horns: 'cow',
  tail: 'thin',
  hooved: true,
};

/** A cow or a bull: black patches on white, short horns, a broad muzzle. */
export const cow: ActorModel = herdModel(COW);
