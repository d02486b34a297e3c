import type { SetKind } from '../scene.ts';
import type { MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';

/** Words that say where the picture is set. `weight`: 1 a hint … 5 unmistakable. */
interface SettingRow {
  readonly set: SetKind;
  readonly words: string;
  readonly details?: readonly string[];
  readonly weight?: number;
}

export const SETTINGS: readonly SettingRow[] = [
  { set: 'street', words: 'street road avenue boulevard sidewalk pavement crosswalk intersection crossing downtown' },
  { set: 'street', words: 'alley alleyway lane backstreet', details: ['alley'] },
  { set: 'street', words: 'city town metropolis megacity urban', weight: 2 },
  { set: 'street', words: 'village hamlet', details: ['village'], weight: 2 },
  { set: 'street', words: 'market marketplace bazaar night_market', details: ['market', 'shops'] },
  {
    set: 'street',
    words: 'tokyo kyoto osaka shibuya shinjuku akihabara japan japanese',
    details: ['japanese'],
    weight: 2,
  },
  { set: 'street', words: 'hong_kong shanghai beijing chinatown seoul bangkok', details: ['asian'], weight: 2 },
  {
    set: 'street',
    words: 'paris london new_york berlin rome amsterdam prague vienna madrid havana manhattan',
    weight: 2,
  },
  {
    set: 'street',
    words: 'bakery bakery_street shop_window storefront shopfront',
    details: ['shops', 'bakery'],
    weight: 1,
  },
  { set: 'street', words: 'shop store cafe café restaurant bar pub tavern', details: ['shops'], weight: 1 },
  {
    set: 'street',
    words:
      'plaza town_square piazza parking_lot roundabout bus_stop train_station gas_station highway motorway racetrack',
    weight: 3,
  },
  { set: 'planet', words: 'mars martian red_planet', details: ['mars'], weight: 5 },
  {
    set: 'planet',
    words: 'alien_planet alien_world another_planet strange_planet exoplanet alien_landscape',
    details: ['alien'],
    weight: 5,
  },
  { set: 'planet', words: 'lunar_surface moon_surface surface_of_the_moon moonscape', details: ['moon'], weight: 5 },
  { set: 'forest', words: 'forest woods woodland grove glade taiga', weight: 4 },
  { set: 'forest', words: 'pine_forest', details: ['pine'], weight: 4 },
  { set: 'forest', words: 'bamboo_forest bamboo_grove', details: ['bamboo'], weight: 4 },
  { set: 'forest', words: 'jungle rainforest swamp', details: ['jungle'], weight: 4 },
  {
    set: 'room',
    words: 'room living_room bedroom interior indoors hall hallway attic lounge parlor apartment',
    weight: 4,
  },
  { set: 'room', words: 'kitchen', details: ['kitchen'], weight: 4 },
  { set: 'room', words: 'office classroom', details: ['office'], weight: 4 },
  { set: 'room', words: 'workshop garage laboratory lab basement cellar', details: ['workshop'], weight: 4 },
  {
    set: 'room',
    words: 'coffee_shop coffeehouse diner saloon bathroom museum gallery ballroom throne_room',
    weight: 3,
  },
  { set: 'room', words: 'windowsill fireplace still_life', weight: 2 },
  { set: 'shore', words: 'shore beach coast coastline seaside seashore bay lagoon', weight: 4 },
  { set: 'shore', words: 'tropical_beach tropical_island island', details: ['tropical'], weight: 4 },
  { set: 'shore', words: 'sea ocean waves harbor harbour port pier dock jetty', weight: 3 },
  { set: 'shore', words: 'surfer surfing wave', weight: 2 },
  { set: 'shore', words: 'lake pond lakeside lakeshore', details: ['lake'], weight: 4 },
  { set: 'shore', words: 'cliff cliffs sea_cliff crag', details: ['cliff'], weight: 3 },
  {
    set: 'field',
    words: 'field meadow grassland prairie pasture plain plains steppe farmland countryside lawn',
    weight: 4,
  },
  { set: 'field', words: 'wheat_field cornfield wheat grain_field barley_field', details: ['wheat'], weight: 4 },
  { set: 'field', words: 'lavender_field field_of_lavender', details: ['lavender'], weight: 4 },
  { set: 'field', words: 'sunflower_field field_of_sunflowers', details: ['sunflowers'], weight: 4 },
  { set: 'field', words: 'flower_field flower_meadow field_of_flowers wildflowers', details: ['flowers'], weight: 4 },
  { set: 'field', words: 'savanna savannah', details: ['savanna'], weight: 4 },
  { set: 'field', words: 'grass farm hills rolling_hills playground stadium vineyard rice_field', weight: 2 },
  {
    set: 'mountains',
    words: 'mountains alps himalayas mountain_range rockies andes valley mountain_pass mountainside',
    weight: 4,
  },
  { set: 'mountains', words: 'glacier tundra arctic antarctica north_pole', details: ['snow'], weight: 3 },
  {
    set: 'mountains',
    words: 'mountain peak summit hill volcano mount_fuji mt_fuji matterhorn everest mount_everest',
    weight: 1,
  },
  { set: 'skyline', words: 'skyline cityscape city_skyline skyscrapers rooftops rooftop high-rises', weight: 4 },
  { set: 'skyline', words: 'futuristic_city cyberpunk_city sci-fi_city', details: ['futuristic'], weight: 4 },
  { set: 'river', words: 'river riverbank riverside stream creek canal brook', weight: 4 },
  { set: 'river', words: 'venice', details: ['canal'], weight: 4 },
  { set: 'river', words: 'waterfall bridge', weight: 1 },
  {
    set: 'underwater',
    words:
      'bottom_of_the_sea bottom_of_the_ocean deep_ocean underwater undersea seabed ocean_floor sea_floor deep_sea under_the_sea under_water',
    weight: 5,
  },
  { set: 'underwater', words: 'coral_reef coral reef kelp_forest aquarium', details: ['coral'], weight: 5 },
  {
    set: 'space',
    words: 'space outer_space galaxy nebula cosmos orbit milky_way universe deep_space',
    details: ['stars'],
    weight: 4,
  },
  { set: 'space', words: 'asteroid_field asteroid_belt', details: ['asteroid', 'stars'], weight: 5 },
  { set: 'planet', words: 'earth_seen_from_the_moon earth_rise_over_the_moon', details: ['moon'], weight: 5 },
  { set: 'room', words: 'blackboard whiteboard chalkboard', details: ['office'], weight: 1 },
  { set: 'space', words: 'planet_earth earth_from_space earth_seen_from_space', weight: 2 },
  { set: 'space', words: 'planet saturn jupiter ringed_planet black_hole asteroid', weight: 2 },
  {
    set: 'sky',
    words: 'above_the_clouds over_the_clouds among_the_clouds sea_of_clouds through_the_clouds',
    details: ['clouds'],
    weight: 5,
  },
  { set: 'sky', words: 'sky', weight: 2 },
  { set: 'desert', words: 'desert dunes dune sand_dunes sahara', details: ['dunes'], weight: 4 },
  { set: 'desert', words: 'canyon grand_canyon mesa badlands', details: ['canyon'], weight: 4 },
  { set: 'desert', words: 'cappadocia', details: ['rock formations'], weight: 5 },
  {
    set: 'studio',
    words: 'product_shot studio product_photo product_photography packshot backdrop seamless_background',
    weight: 5,
  },
  { set: 'studio', words: 'studio_light studio_lighting white_background plain_background', weight: 4 },
  { set: 'garden', words: 'garden backyard courtyard orchard flower_bed patio terrace', weight: 4 },
  { set: 'garden', words: 'greenhouse conservatory glasshouse', details: ['greenhouse'], weight: 5 },
  { set: 'garden', words: 'japanese_garden zen_garden', details: ['japanese'], weight: 5 },
  { set: 'garden', words: 'park_bench bench', weight: 1 },
  { set: 'garden', words: 'park', weight: 3 },
  { set: 'room', words: 'cave cavern grotto dungeon', details: ['cave', 'dark', 'stone'], weight: 3 },
  { set: 'planet', words: 'on_the_moon', details: ['moon'], weight: 5 },
  { set: 'mountains', words: 'iceberg ice ice_floe ice_sheet', details: ['snow'], weight: 2 },
  { set: 'library', words: 'library bookstore bookshop archive', weight: 5 },
];

/** Nouns that a set shows by itself: they need no actor of their own there. */
export const ABSORBED: Partial<Record<SetKind, readonly string[]>> = {
  forest: ['tree'],
  skyline: ['tower', 'window'],
  mountains: ['mountain'],
  sky: ['cloud'],
  library: ['bookshelf'],
  planet: ['rock'],
  street: ['window'],
  desert: ['rock'],
  studio: ['table'],
};

export function addSettings(map: MeaningMap): void {
  for (const row of SETTINGS) {
    for (const word of words(row.words)) {
      addMeaning(map, word, { setting: { set: row.set, details: row.details ?? [], weight: row.weight ?? 3 } });
    }
  }
}
