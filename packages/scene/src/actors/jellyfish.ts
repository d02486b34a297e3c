import type { ActorModel } from './actor.ts';
import { FISH_GAITS } from './fish-model.ts';
import { buildJellyfish } from './fish-soft.ts';

/** A jellyfish: a bell that pulses and glows, with trailing threads. */
export const jellyfish: ActorModel = { gaits: FISH_GAITS, build: buildJellyfish };
