import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';
import { chicken } from './chicken.ts';
import { cow } from './cow.ts';
import { deer } from './deer.ts';
import { dolphin } from './dolphin.ts';
import { donkey } from './donkey.ts';
import { duck } from './duck.ts';
import { eagle } from './eagle.ts';
import { flamingo } from './flamingo.ts';
import { giraffe } from './giraffe.ts';
import { goat } from './goat.ts';
import { heron } from './heron.ts';
import { jellyfish } from './jellyfish.ts';
import { octopus } from './octopus.ts';
import { owl } from './owl.ts';
import { parrot } from './parrot.ts';
import { penguin } from './penguin.ts';
import { shark } from './shark.ts';
import { sheep } from './sheep.ts';
import { swan } from './swan.ts';
import { unicorn } from './unicorn.ts';
import { whale } from './whale.ts';
import { zebra } from './zebra.ts';

/** Animals and figures by kind: one import and one line for each, sorted. */
export const livingModels = {
  chicken,
  cow,
  deer,
  dolphin,
  donkey,
  duck,
  eagle,
  flamingo,
  giraffe,
  goat,
  heron,
  jellyfish,
  octopus,
  owl,
  parrot,
  penguin,
  shark,
  sheep,
  swan,
  unicorn,
  whale,
  zebra,
} satisfies Partial<Record<ActorKind, ActorModel>>;
