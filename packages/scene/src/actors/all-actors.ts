import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { ball } from './ball.ts';
import { cat } from './cat.ts';
import { dog } from './dog.ts';
import { fox } from './fox.ts';
import { horse } from './horse.ts';
import { person } from './person.ts';
import { robot } from './robot.ts';
import { umbrella } from './umbrella.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {
  ball,
  cat,
  dog,
  fox,
  horse,
  person,
  robot,
  umbrella,
};
