import { rotationY } from '../model/matrix.ts';
import type { ActorModel } from './actor.ts';
import { buildBird } from './bird-body.ts';
import { birdFormOf } from './bird-forms.ts';
import { BIRD_GAITS } from './bird-model.ts';
import { foldedPaper, isFolded } from './folded-paper.ts';

/** A folded crane shows its side to who stands before it. */
const ASIDE = rotationY(0.75);

/** A bird of many kinds by its word: it perches, hops, and flies with beating wings. One of folded paper keeps still. */
export const bird: ActorModel = {
  gaits: BIRD_GAITS,
  build: (context) =>
    isFolded(context) ? foldedPaper(context, 'crane', { root: () => ASIDE }) : buildBird(birdFormOf(context), context),
};
