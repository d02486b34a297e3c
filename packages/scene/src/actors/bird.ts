import type { ActorModel } from './actor.ts';
import { buildBird } from './bird-body.ts';
import { birdFormOf } from './bird-forms.ts';
import { BIRD_GAITS } from './bird-model.ts';

/** A bird of many kinds by its word: it perches, hops, and flies with beating wings. */
export const bird: ActorModel = {
  gaits: BIRD_GAITS,
  build: (context) => buildBird(birdFormOf(context), context),
};
