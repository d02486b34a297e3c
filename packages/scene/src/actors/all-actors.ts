import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { ball } from './ball.ts';
import { bird } from './bird.ts';
import { bookshelf } from './bookshelf.ts';
import { candle } from './candle.ts';
import { cat } from './cat.ts';
import { chair } from './chair.ts';
import { cup } from './cup.ts';
import { dog } from './dog.ts';
import { door } from './door.ts';
import { dragon } from './dragon.ts';
import { fish } from './fish.ts';
import { flower } from './flower.ts';
import { fox } from './fox.ts';
import { horse } from './horse.ts';
import { lamp } from './lamp.ts';
import { person } from './person.ts';
import { robot } from './robot.ts';
import { rocket } from './rocket.ts';
import { shoe } from './shoe.ts';
import { sign } from './sign.ts';
import { sofa } from './sofa.ts';
import { table } from './table.ts';
import { turtle } from './turtle.ts';
import { umbrella } from './umbrella.ts';
import { vase } from './vase.ts';
import { window } from './window.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {
  ball,
  bird,
  bookshelf,
  candle,
  cat,
  chair,
  cup,
  dog,
  door,
  dragon,
  fish,
  flower,
  fox,
  horse,
  lamp,
  person,
  robot,
  rocket,
  shoe,
  sign,
  sofa,
  table,
  turtle,
  umbrella,
  vase,
  window,
};
