import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { ball } from './ball.ts';
import { bird } from './bird.ts';
import { cat } from './cat.ts';
import { dog } from './dog.ts';
import { dragon } from './dragon.ts';
import { fish } from './fish.ts';
import { fox } from './fox.ts';
import { horse } from './horse.ts';
import { person } from './person.ts';
import { robot } from './robot.ts';
import { turtle } from './turtle.ts';
import { umbrella } from './umbrella.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {
  ball,
  bird,
  cat,
  dog,
  dragon,
  fish,
  fox,
  horse,
  person,
  robot,
  turtle,
  umbrella,
};
