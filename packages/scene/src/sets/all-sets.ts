import type { SetKind } from '../scene.ts';
import { alienJungle } from './alien-jungle.ts';
import { alley } from './alley.ts';
import { arctic } from './arctic.ts';
import { attic } from './attic.ts';
import { bamboo } from './bamboo.ts';
import { bar } from './bar.ts';
import { bathroom } from './bathroom.ts';
import { bedroom } from './bedroom.ts';
import { cafe } from './cafe.ts';
import { canal } from './canal.ts';
import { canyon } from './canyon.ts';
import { carriage } from './carriage.ts';
import { castle } from './castle.ts';
import { cave } from './cave.ts';
import { cemetery } from './cemetery.ts';
import { circus } from './circus.ts';
import { cityRiver } from './city-river.ts';
import { classroom } from './classroom.ts';
import { desert } from './desert.ts';
import { factory } from './factory.ts';
import { farm } from './farm.ts';
import { field } from './field.ts';
import { floatingIslands } from './floating-islands.ts';
import { forest } from './forest.ts';
import { funfair } from './funfair.ts';
import { garden } from './garden.ts';
import { gym } from './gym.ts';
import { hall } from './hall.ts';
import { harbour } from './harbour.ts';
import { hillsideTown } from './hillside-town.ts';
import { hospital } from './hospital.ts';
import { hotSpring } from './hot-spring.ts';
import { iceMoon } from './ice-moon.ts';
import { industrial } from './industrial.ts';
import { island } from './island.ts';
import { jungle } from './jungle.ts';
import { kitchen } from './kitchen.ts';
import { laboratory } from './laboratory.ts';
import { lake } from './lake.ts';
import { library } from './library.ts';
import { map } from './map.ts';
import { market } from './market.ts';
import { meadow } from './meadow.ts';
import { mountains } from './mountains.ts';
import { museum } from './museum.ts';
import { oasis } from './oasis.ts';
import { office } from './office.ts';
import { oldTown } from './old-town.ts';
import { orchard } from './orchard.ts';
import { park } from './park.ts';
import { pier } from './pier.ts';
import { planet } from './planet.ts';
import { playground } from './playground.ts';
import { plaza } from './plaza.ts';
import { pond } from './pond.ts';
import { restaurant } from './restaurant.ts';
import { river } from './river.ts';
import { road } from './road.ts';
import { room } from './room.ts';
import { ruins } from './ruins.ts';
import { savanna } from './savanna.ts';
import { sea } from './sea.ts';
import type { SetModel } from './set.ts';
import { shop } from './shop.ts';
import { shore } from './shore.ts';
import { shrine } from './shrine.ts';
import { sky } from './sky.ts';
import { skyline } from './skyline.ts';
import { space } from './space.ts';
import { spaceship } from './spaceship.ts';
import { stadium } from './stadium.ts';
import { stage } from './stage.ts';
import { station } from './station.ts';
import { street } from './street.ts';
import { studio } from './studio.ts';
import { subway } from './subway.ts';
import { swamp } from './swamp.ts';
import { swimmingPool } from './swimming-pool.ts';
import { terraces } from './terraces.ts';
import { tulips } from './tulips.ts';
import { underwater } from './underwater.ts';
import { village } from './village.ts';
import { vineyard } from './vineyard.ts';
import { volcano } from './volcano.ts';
import { waterfall } from './waterfall-place.ts';

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
  subway,
  stadium,
  market,
  meadow,
  waterfall,
  lake,
  orchard,
  park,
  vineyard,
  bamboo,
  alienJungle,
  iceMoon,
  cafe,
  office,
  classroom,
  stage,
  laboratory,
  spaceship,
  hall,
  map,
  factory,
  bathroom,
  bar,
  restaurant,
  gym,
  circus,
  hospital,
  museum,
  attic,
  carriage,
  shop,
  canal,
  hillsideTown,
  cemetery,
  terraces,
  funfair,
  floatingIslands,
  playground,
  hotSpring,
  pier,
  oasis,
  swimmingPool,
  tulips,
  plaza,
  industrial,
};
