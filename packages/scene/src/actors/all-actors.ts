import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { cat } from './cat.ts';
import { dog } from './dog.ts';
import { fox } from './fox.ts';
import { horse } from './horse.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {
  cat,
  dog,
  fox,
  horse,
};
