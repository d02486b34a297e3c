import type { ActorModel } from './actor.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { herdModel } from './herd-model.ts';

export const GIRAFFE: HerdAnimal = {
  name: 'giraffe',
  words: ['giraffe', 'girafe', 'jirafa', 'キリン'],
  scale: 1.25,
  color: '#e6b25c',
  light: '#f7e6bf',
  marking: 'giraffe',
  legs: 1.45,
  girth: 0.85,
  neck: [1.75, 1.35],
  snout: 0.75,
  snoutWidth: 0.9,
  ear: [0.9, 0.9, 0.9],
  horns: 'ossicones',
  tail: 'thin',
  hooved: true,
};

/** A giraffe: a neck as long as its legs, brown plates on yellow. */
export const giraffe: ActorModel = herdModel(GIRAFFE);
