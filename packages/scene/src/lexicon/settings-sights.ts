import type { SettingRow } from './setting-row.ts';

/** Words for places that people go to see: towns on the water, parks, fields of flowers, monuments. */
export const SIGHT_SETTINGS: readonly SettingRow[] = [
  {
    set: 'tulips',
    words: 'lavender_field lavender_fields field_of_lavender fields_of_lavender rows_of_lavender provence',
    details: ['lavender'],
    weight: 5,
  },
  { set: 'canal', words: 'canal canals grand_canal', details: ['canal'], weight: 4 },
  { set: 'canal', words: 'venice venetian', details: ['venice'], weight: 6 },
  { set: 'canal', words: 'gondola gondolas', weight: 1.2 },
  {
    set: 'hillsideTown',
    words: 'santorini mykonos oia greek_village greek_island whitewashed_village white_village cycladic_village',
    weight: 9,
  },
  {
    set: 'hillsideTown',
    words: 'amalfi amalfi_coast positano cinque_terre hillside_town hillside_village cliffside_town cliffside_village',
    details: ['painted'],
    weight: 9,
  },
  { set: 'hillsideTown', words: 'favela favelas slum slums shanty_town shantytown', details: ['favela'], weight: 9 },
  {
    set: 'terraces',
    words:
      'rice_terrace rice_terraces rice_field rice_fields rice_paddy rice_paddies paddy_field paddy_fields terraced_rice_fields terraced_fields terraced_hillside terraced_hills bali ubud',
    weight: 6,
  },
  {
    set: 'funfair',
    words:
      'amusement_park theme_park funfair fairground carnival luna_park county_fair state_fair fun_fair amusement_parks',
    weight: 6,
  },
  {
    set: 'floatingIslands',
    words: 'floating_island floating_islands flying_islands sky_island sky_islands islands_in_the_sky',
    weight: 8,
  },
  { set: 'playground', words: 'playground playgrounds childrens_playground', weight: 6 },
  { set: 'playground', words: 'seesaw monkey_bars sandbox sandpit', weight: 1.5 },
  { set: 'hotSpring', words: 'hot_spring hot_springs onsen geothermal_pool thermal_spring thermal_pool', weight: 7 },
  { set: 'pier', words: 'pier wooden_pier jetty wooden_jetty boardwalk_over_the_water fishing_pier', weight: 5 },
  { set: 'pier', words: 'lake_pier', details: ['lake'], weight: 5 },
  {
    set: 'swimmingPool',
    words:
      'swimming_pool pool poolside pool_hall swimming_hall indoor_pool public_bath swimming_pool_hall infinity_pool',
    weight: 5,
  },
  {
    set: 'tulips',
    words: 'tulip_field tulip_fields field_of_tulips fields_of_tulips tulip_farm keukenhof rows_of_tulips',
    weight: 7,
  },
  {
    set: 'plaza',
    words:
      'old_square village_square central_square busy_square crowded_square sunny_square empty_square deserted_square cobbled_square cobblestone_square paved_square quiet_square medieval_square plaza town_square piazza city_square public_square main_square',
    weight: 5,
  },
  {
    set: 'industrial',
    words:
      'industrial_factory old_factory factory_building factory_chimneys smokestack smokestacks chimneys industrial_area industrial_plant industrial_complex industrial_landscape power_plant refinery steel_mill mill_town',
    weight: 3.5,
  },
  { set: 'cemetery', words: 'cemetery graveyard churchyard burial_ground', weight: 5 },
  { set: 'cemetery', words: 'gravestone gravestones tombstone tombstones headstones graves', weight: 1.5 },
  { set: 'oldTown', words: 'doorstep front_steps', weight: 1.5 },
  { set: 'oasis', words: 'oasis oases desert_oasis', weight: 7 },
];
