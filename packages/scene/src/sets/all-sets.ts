import type { SetKind } from '../scene.ts';
import { desert } from './desert.ts';
import { field } from './field.ts';
import { forest } from './forest.ts';
import { garden } from './garden.ts';
import { library } from './library.ts';
import { mountains } from './mountains.ts';
import { planet } from './planet.ts';
import { river } from './river.ts';
import { room } from './room.ts';
import type { SetModel } from './set.ts';
import { shore } from './shore.ts';
import { sky } from './sky.ts';
import { skyline } from './skyline.ts';
import { space } from './space.ts';
import { street } from './street.ts';
import { studio } from './studio.ts';
import { underwater } from './underwater.ts';

/** Every kind of place and how it is built. One line for each. */
export const setModels: Readonly<Record<SetKind, SetModel>> = {
  street,
  planet,
  forest,
  room,
  shore,
  field,
  mountains,
  skyline,
  river,
  underwater,
  space,
  sky,
  desert,
  studio,
  garden,
  library,
};
