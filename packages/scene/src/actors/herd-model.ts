import type { ActorModel } from './actor.ts';
import { herdForm } from './herd.ts';
import type { HerdAnimal } from './herd-animal.ts';
import { buildQuadruped } from './quadruped.ts';

/** One of the large animals that walk, trot and gallop like a horse. */
export function herdModel(animal: HerdAnimal): ActorModel {
  return {
    gaits: { walk: 1.5, run: 7, jump: 0, dance: 0 },
    build: (context) => buildQuadruped(herdForm(context, animal), context),
  };
}
