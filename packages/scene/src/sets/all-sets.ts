import type { SetKind } from '../scene.ts';
import { planet } from './planet.ts';
import { room } from './room.ts';
import type { SetModel } from './set.ts';
import { street } from './street.ts';

/** Every kind of place and how it is built. One line for each. */
export const setModels: Readonly<Record<SetKind, SetModel>> = {
  street,
  planet,
  forest: street,
  room,
  shore: street,
  field: street,
  mountains: street,
  skyline: street,
  river: street,
  underwater: street,
  space: street,
  sky: street,
  desert: street,
  studio: street,
  garden: street,
  library: street,
};
