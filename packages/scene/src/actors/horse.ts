import type { ActorContext, ActorModel } from './actor.ts';
import { herdForm } from './herd.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { HERD } from './herd-animals.ts';
import { buildQuadruped } from './quadruped.ts';
import { says } from './rig.ts';

/** A horse; by its word also a unicorn, zebra, cow, sheep, pig, deer, goat, bear, elephant or giraffe. */
export const horse: ActorModel = {
  gaits: { walk: 1.5, run: 7, jump: 0, dance: 0 },
  build: (context) => buildQuadruped(herdForm(context, animalOf(context)), context),
};

function animalOf(context: ActorContext): HerdAnimal {
  return HERD.find((animal) => says(context, ...animal.words)) ?? HERD[0]!;
}
