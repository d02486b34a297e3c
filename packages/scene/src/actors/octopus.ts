import type { ActorModel } from './actor.ts';
import { FISH_GAITS } from './fish-model.ts';
import { buildOctopus } from './fish-soft.ts';

/** An octopus or squid: a soft head and eight arms that wave. */
export const octopus: ActorModel = { gaits: FISH_GAITS, build: buildOctopus };
