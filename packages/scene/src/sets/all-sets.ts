import type { SetKind } from '../scene.ts';
import { alley } from './alley.ts';
import { arctic } from './arctic.ts';
import { bedroom } from './bedroom.ts';
import { canyon } from './canyon.ts';
import { castle } from './castle.ts';
import { cave } from './cave.ts';
import { cityRiver } from './city-river.ts';
import { desert } from './desert.ts';
import { farm } from './farm.ts';
import { field } from './field.ts';
import { forest } from './forest.ts';
import { garden } from './garden.ts';
import { harbour } from './harbour.ts';
import { island } from './island.ts';
import { jungle } from './jungle.ts';
import { kitchen } from './kitchen.ts';
import { library } from './library.ts';
import { market } from './market.ts';
import { mountains } from './mountains.ts';
import { oldTown } from './old-town.ts';
import { planet } from './planet.ts';
import { pond } from './pond.ts';
import { river } from './river.ts';
import { road } from './road.ts';
import { room } from './room.ts';
import { ruins } from './ruins.ts';
import { savanna } from './savanna.ts';
import { sea } from './sea.ts';
import type { SetModel } from './set.ts';
import { shore } from './shore.ts';
import { shrine } from './shrine.ts';
import { sky } from './sky.ts';
import { skyline } from './skyline.ts';
import { space } from './space.ts';
import { stadium } from './stadium.ts';
import { station } from './station.ts';
import { street } from './street.ts';
import { studio } from './studio.ts';
import { swamp } from './swamp.ts';
import { underwater } from './underwater.ts';
import { village } from './village.ts';
import { volcano } from './volcano.ts';

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
  sea,
  canyon,
  savanna,
  volcano,
  arctic,
  island,
  kitchen,
  bedroom,
  village,
  oldTown,
  alley,
  farm,
  road,
  cave,
  jungle,
  pond,
  swamp,
  cityRiver,
  castle,
  ruins,
  shrine,
  harbour,
  station,
  stadium,
  market,
};
