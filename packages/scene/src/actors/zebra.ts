import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const ZEBRA: HerdAnimal = {
  name: 'zebra',
  words: ['zebra', 'zèbre', 'cebra'],
  scale: 0.9,
  color: '#f4f1ea',
  light: '#f4f1ea',
  mane: '#1d1a1a',
  marking: 'stripes',
  legs: 0.95,
  girth: 1.02,
  neck: [0.66, 0.95],
  snout: 0.95,
  snoutWidth: 1,
  ear: [1.1, 1.1, 0],
  tail: 'thin',
  hooved: true,
};

/** A zebra: black stripes round a white body, a stiff mane. */
export const zebra: ActorModel = herdModel(ZEBRA);
