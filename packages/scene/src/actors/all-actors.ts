import type { ActorKind } from '../scene.ts';
import type { ActorModel } from './actor.ts';

/** Every kind that has a model of its own. One import and one line for each, sorted. */
export const actorModels: Partial<Record<ActorKind, ActorModel>> = {};
