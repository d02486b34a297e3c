import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { bear } from './bear.ts';
import { bee } from './bee.ts';
import { beetle } from './beetle.ts';
import { butterfly } from './butterfly.ts';
import { camel } from './camel.ts';
import { centaur } from './centaur.ts';
import { chicken } from './chicken.ts';
import { cow } from './cow.ts';
import { crab } from './crab.ts';
import { crocodile, lizard } from './crocodile.ts';
import { deer } from './deer.ts';
import { dinosaur } from './dinosaur.ts';
import { dolphin } from './dolphin.ts';
import { donkey } from './donkey.ts';
import { duck } from './duck.ts';
import { eagle } from './eagle.ts';
import { elephant } from './elephant.ts';
import { flamingo } from './flamingo.ts';
import { foliage } from './foliage.ts';
import { frog } from './frog.ts';
import { ghost } from './ghost.ts';
import { giraffe } from './giraffe.ts';
import { goat } from './goat.ts';
import { hedgehog } from './hedgehog.ts';
import { heron } from './heron.ts';
import { jellyfish } from './jellyfish.ts';
import { kangaroo } from './kangaroo.ts';
import { leopard } from './leopard.ts';
import { lion } from './lion.ts';
import { mermaid } from './mermaid.ts';
import { monkey } from './monkey.ts';
import { mouse } from './mouse.ts';
import { octopus } from './octopus.ts';
import { owl } from './owl.ts';
import { panda } from './panda.ts';
import { parrot } from './parrot.ts';
import { peacock } from './peacock.ts';
import { penguin } from './penguin.ts';
import { pig } from './pig.ts';
import { rabbit } from './rabbit.ts';
import { raccoon } from './raccoon.ts';
import { rhino } from './rhino.ts';
import { shark } from './shark.ts';
import { sheep } from './sheep.ts';
import { snail } from './snail.ts';
import { snake } from './snake.ts';
import { spider } from './spider.ts';
import { squirrel } from './squirrel.ts';
import { swan } from './swan.ts';
import { tiger } from './tiger.ts';
import { unicorn } from './unicorn.ts';
import { whale } from './whale.ts';
import { wolf } from './wolf.ts';
import { zebra } from './zebra.ts';

/** Animals and figures by kind: one import and one line for each, sorted. */
export const livingModels = {
  bear,
  bee,
  beetle,
  butterfly,
  camel,
  centaur,
  chicken,
  cow,
  crab,
  crocodile,
  deer,
  dinosaur,
  dolphin,
  donkey,
  duck,
  eagle,
  elephant,
  flamingo,
  foliage,
  frog,
  ghost,
  giraffe,
  goat,
  hedgehog,
  heron,
  jellyfish,
  kangaroo,
  leopard,
  lion,
  lizard,
  mermaid,
  monkey,
  mouse,
  octopus,
  owl,
  panda,
  parrot,
  peacock,
  penguin,
  pig,
  rabbit,
  raccoon,
  rhino,
  shark,
  sheep,
  snail,
  snake,
  spider,
  squirrel,
  swan,
  tiger,
  unicorn,
  whale,
  wolf,
  zebra,
} satisfies Partial<Record<ActorKind, ActorModel>>;
