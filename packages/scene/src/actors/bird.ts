import type { ActorModel } from './actor.ts';
import { buildBird } from './bird-body.ts';
import { birdFormOf } from './bird-forms.ts';

/** A bird of many kinds: it perches, hops, and flies with beating wings. */
export const bird: ActorModel = {
  gaits: { walk: 0.35, run: 0.9, fly: 5, float: 1.5, jump: 0, dance: 0, swim: 0.5 },
  build: (context) => buildBird(birdFormOf(context), context),
};
