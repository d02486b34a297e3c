import type { MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';
import type { SettingRow } from './setting-row.ts';
import { ROOM_SETTINGS } from './settings-rooms.ts';
import { SIGHT_SETTINGS } from './settings-sights.ts';

export const SETTINGS: readonly SettingRow[] = [
  {
    set: 'street',
    words: 'street avenue boulevard sidewalk pavement crosswalk intersection crossing downtown crossroads',
  },
  {
    set: 'road',
    words: 'road country_road dirt_road highway motorway freeway route_66 winding_road roadside racetrack race_track',
    weight: 3,
  },
  { set: 'alley', words: 'alley alleyway backstreet back_alley side_street', details: ['alley'], weight: 4 },
  { set: 'oldTown', words: 'lane cobblestone_street cobbled_street cobblestone_alley narrow_street', weight: 3 },
  {
    set: 'oldTown',
    words:
      'old_town medieval_town medieval_city medieval_street medieval_village historic_center old_city prague renaissance_city fantasy_town',
    weight: 4,
  },
  { set: 'street', words: 'city town metropolis megacity urban', weight: 2 },
  {
    set: 'village',
    words: 'village hamlet fishing_village mountain_village small_town',
    details: ['village'],
    weight: 3,
  },
  {
    set: 'market',
    words: 'market marketplace market_square farmers_market street_market flower_market market_stall stall',
    details: ['market'],
    weight: 4,
  },
  { set: 'market', words: 'souk souq bazaar marrakech marrakesh medina', details: ['market', 'souk'], weight: 4 },
  { set: 'market', words: 'night_market', details: ['market'], weight: 4 },
  {
    set: 'street',
    words: 'tokyo osaka shibuya shinjuku akihabara japan japanese',
    details: ['japanese'],
    weight: 2,
  },
  { set: 'street', words: 'hong_kong shanghai beijing chinatown seoul bangkok', details: ['asian'], weight: 2 },
  {
    set: 'street',
    words:
      'paris london new_york new_york_city berlin rome amsterdam vienna madrid havana manhattan barcelona lisbon chicago los_angeles times_square brooklyn istanbul cairo mumbai moscow sydney toronto',
    weight: 2,
  },
  {
    set: 'street',
    words: 'bakery bakery_street shop_window storefront shopfront',
    details: ['shops', 'bakery'],
    weight: 1,
  },
  { set: 'street', words: 'shop store cafe café', details: ['shops'], weight: 1 },
  {
    set: 'street',
    words: 'parking_lot roundabout bus_stop gas_station city_street puddle puddles',
    weight: 3,
  },
  {
    set: 'station',
    words: 'train_station railway_station station train_platform railway_platform platform railway',
    weight: 4,
  },
  {
    set: 'subway',
    words:
      'subway subway_station metro_station metro underground_station tube_station subway_platform metro_platform underground_platform underground_train_station london_underground subway_tunnel metro_tunnel',
    weight: 8,
  },
  {
    set: 'stadium',
    words: 'stadium arena football_field soccer_field sports_field football_pitch soccer_stadium',
    weight: 4,
  },
  {
    set: 'shrine',
    words: 'shrine shinto_shrine japanese_temple kyoto torii_path japanese_shrine',
    details: ['japanese'],
    weight: 3,
  },
  {
    set: 'castle',
    words:
      'courtyard_of_a_castle castle_courtyard castle_grounds bailey castle_gate castle_gates castle_wall castle_walls',
    weight: 5,
  },
  {
    set: 'ruins',
    words:
      'ancient_ruins temple_ruins ruined_temple ruins_of_a_temple roman_ruins greek_ruins ruined_city lost_city overgrown_ruins greek_temple acropolis',
    weight: 4,
  },
  { set: 'planet', words: 'mars martian red_planet', details: ['mars'], weight: 5 },
  {
    set: 'planet',
    words: 'alien_planet alien_world another_planet strange_planet exoplanet alien_landscape',
    details: ['alien'],
    weight: 5,
  },
  {
    set: 'alienJungle',
    words: 'alien_jungle alien_forest bioluminescent_forest bioluminescent_jungle glowing_forest mushroom_forest',
    weight: 6,
  },
  {
    set: 'iceMoon',
    words: 'ice_moon icy_moon frozen_moon ice_planet frozen_planet ice_world europa enceladus',
    weight: 6,
  },
  { set: 'planet', words: 'lunar_surface moon_surface surface_of_the_moon moonscape', details: ['moon'], weight: 5 },
  { set: 'meadow', words: 'treehouse tree_house', weight: 2 },
  { set: 'forest', words: 'forest woods woodland grove glade taiga', weight: 4 },
  { set: 'forest', words: 'pine_forest', details: ['pine'], weight: 4 },
  { set: 'forest', words: 'moss mossy_ground forest_moss mossy_forest', details: ['moss'], weight: 1 },
  { set: 'bamboo', words: 'bamboo_forest bamboo_grove bamboo_thicket', details: ['bamboo'], weight: 5 },
  { set: 'jungle', words: 'jungle rainforest rain_forest tropical_forest amazon', details: ['jungle'], weight: 4 },
  { set: 'swamp', words: 'swamp marsh bayou wetland mangrove bog mangroves', weight: 4 },
  { set: 'savanna', words: 'waterhole watering_hole', details: ['pond'], weight: 1 },
  { set: 'road', words: 'tunnel underpass', details: ['tunnel'], weight: 0.7 },
  {
    set: 'map',
    words:
      'hand-drawn_map hand_drawn_map illustrated_map map_of_an_island map_of_the_world old_map treasure_map pirate_map ancient_map world_map fantasy_map antique_map nautical_chart',
    weight: 5,
  },
  { set: 'shore', words: 'shore beach coast coastline seaside seashore bay lagoon', weight: 4 },
  { set: 'skyline', words: 'construction_site building_site', weight: 5 },
  { set: 'skyline', words: 'from_a_balcony on_a_balcony from_the_balcony on_the_balcony', weight: 2 },
  { set: 'skyline', words: 'balcony_railing railing_of_a_balcony railing_of_the_balcony', weight: 2 },
  { set: 'village', words: 'eaves roof_tile roof_tiles drainpipe downspout', weight: 0.8 },
  { set: 'room', words: 'on_a_carpet on_the_carpet on_a_rug on_the_rug', weight: 1.2 },
  { set: 'shore', words: 'beach_bar beach_club tiki_bar', details: ['tropical'], weight: 7 },
  { set: 'shore', words: 'tropical_beach', details: ['tropical'], weight: 5 },
  {
    set: 'island',
    words: 'island tropical_island desert_island deserted_island palm_island maldives bora_bora hawaii',
    details: ['tropical'],
    weight: 4,
  },
  { set: 'shore', words: 'sea ocean waves', weight: 3 },
  { set: 'shore', words: 'on_the_sand wet_sand', weight: 1 },
  { set: 'shore', words: 'shallow_water shallows shallow_waves water_s_edge', details: ['beach'], weight: 3 },
  { set: 'street', words: 'gutter curb kerb', weight: 2 },
  {
    set: 'sea',
    words: 'open_sea open_ocean high_seas stormy_sea rough_sea middle_of_the_ocean middle_of_the_sea',
    weight: 5,
  },
  { set: 'harbour', words: 'harbor harbour port dock marina quay wharf docks', weight: 4 },
  { set: 'sea', words: 'surfer surfing wave giant_wave tsunami', weight: 2 },
  { set: 'lake', words: 'lake lakeside lakeshore mountain_lake fjord reservoir', details: ['lake'], weight: 4 },
  { set: 'pond', words: 'koi_pool koi_pond', details: ['koi'], weight: 4 },
  {
    set: 'space',
    words: 'among_the_stars through_the_stars between_the_stars amid_the_stars',
    details: ['stars'],
    weight: 4,
  },
  { set: 'space', words: 'space_station', details: ['stars'], weight: 5 },
  { set: 'pond', words: 'pond lily_pond garden_pond', weight: 4 },
  { set: 'shore', words: 'cliff cliffs sea_cliff crag', details: ['cliff'], weight: 3 },
  {
    set: 'field',
    words: 'field grassland prairie pasture plain plains steppe farmland countryside lawn',
    weight: 4,
  },
  { set: 'meadow', words: 'meadow alpine_meadow mountain_meadow flower_meadow', weight: 4 },
  { set: 'farm', words: 'farm farmyard barnyard ranch', weight: 3 },
  { set: 'farm', words: 'barn silo hay_bale hay_bales', weight: 1.2 },
  { set: 'road', words: 'desert_highway desert_road', details: ['desert'], weight: 5 },
  { set: 'oldTown', words: 'old_town_street old_town_lane half-timbered_street half-timbered_town', weight: 4 },
  { set: 'field', words: 'wheat_field cornfield wheat grain_field barley_field', details: ['wheat'], weight: 4 },
  {
    set: 'field',
    words: 'sunflower_field field_of_sunflowers fields_of_sunflowers',
    details: ['sunflowers'],
    weight: 4,
  },
  { set: 'meadow', words: 'poppy_field field_of_poppies fields_of_poppies', details: ['poppy'], weight: 5 },
  {
    set: 'meadow',
    words: 'daisy_field daisy_meadow field_of_daisies fields_of_daisies meadow_of_daisies field_full_of_daisies',
    details: ['daisy'],
    weight: 5,
  },
  {
    set: 'meadow',
    words:
      'buttercup_field buttercup_meadow field_of_buttercups fields_of_buttercups meadow_of_buttercups field_full_of_buttercups',
    details: ['buttercup'],
    weight: 5,
  },
  {
    set: 'meadow',
    words:
      'dandelion_field dandelion_meadow field_of_dandelions fields_of_dandelions meadow_of_dandelions field_full_of_dandelions',
    details: ['dandelion'],
    weight: 5,
  },
  {
    set: 'meadow',
    words:
      'cornflower_field cornflower_meadow field_of_cornflowers fields_of_cornflowers meadow_of_cornflowers field_full_of_cornflowers',
    details: ['cornflower'],
    weight: 5,
  },
  {
    set: 'meadow',
    words:
      'bluebell_field bluebell_meadow field_of_bluebells fields_of_bluebells meadow_of_bluebells field_full_of_bluebells',
    details: ['bluebell'],
    weight: 5,
  },
  {
    set: 'meadow',
    words: 'lupine_field lupine_meadow field_of_lupins fields_of_lupins meadow_of_lupins field_full_of_lupins',
    details: ['lupin'],
    weight: 5,
  },
  {
    set: 'meadow',
    words: 'clover_field clover_meadow field_of_clovers fields_of_clovers meadow_of_clovers field_full_of_clovers',
    details: ['clover'],
    weight: 5,
  },
  {
    set: 'meadow',
    words: 'tulip_field tulip_meadow field_of_tulips fields_of_tulips meadow_of_tulips field_full_of_tulips',
    details: ['tulip'],
    weight: 5,
  },
  {
    set: 'meadow',
    words: 'flower_field field_of_flowers field_of_wildflowers meadow_of_wildflowers wildflowers',
    details: ['flowers'],
    weight: 4,
  },
  {
    set: 'savanna',
    words: 'savanna savannah serengeti african_plains african_savanna african_savannah safari masai_mara',
    details: ['savanna'],
    weight: 4,
  },
  {
    set: 'field',
    words: 'grass hill hills hillside hilltop slope knoll embankment rolling_hills golf_course',
    weight: 2,
  },
  {
    set: 'mountains',
    words: 'mountains alps himalayas mountain_range rockies andes valley mountain_pass mountainside',
    weight: 4,
  },
  {
    set: 'arctic',
    words:
      'glacier tundra arctic antarctica antarctic north_pole south_pole iceberg ice_floe ice_sheet ice_field frozen_tundra frozen_ocean',
    details: ['snow'],
    weight: 4,
  },
  {
    set: 'volcano',
    words: 'volcano lava lava_field lava_flow volcanic magma erupting_volcano active_volcano',
    weight: 4,
  },
  {
    set: 'mountains',
    words: 'mountain mountaintop ridge peak ledge summit mount_fuji mt_fuji matterhorn everest mount_everest',
    weight: 1,
  },
  { set: 'skyline', words: 'skyline cityscape city_skyline skyscrapers rooftops rooftop high-rises', weight: 4 },
  { set: 'skyline', words: 'futuristic_city cyberpunk_city sci-fi_city', details: ['futuristic'], weight: 4 },
  { set: 'river', words: 'river riverbank river_bank riverbanks both_banks riverside stream creek brook', weight: 4 },
  {
    set: 'cityRiver',
    words:
      'thames seine danube city_river riverfront river_through_a_city river_through_the_city budapest river_in_paris river_in_london',
    weight: 5,
  },
  {
    set: 'underwater',
    words:
      'atlantis sunken_city sunken_temple sunken_ruins sunken_temple_ruins underwater_ruins underwater_city submerged_ruins submerged_city sunken_ruins_of_atlantis',
    details: ['sunken'],
    weight: 9,
  },
  { set: 'space', words: 'supernova spiral_galaxy galaxies spiral_nebula', details: ['stars'], weight: 5 },
  { set: 'river', words: 'bridge', weight: 1 },
  { set: 'waterfall', words: 'waterfall waterfalls cascade cascades', weight: 2.6 },
  {
    set: 'underwater',
    words:
      'bottom_of_the_sea bottom_of_the_ocean underwater undersea seabed ocean_floor sea_floor under_the_sea under_water',
    weight: 5,
  },
  {
    set: 'underwater',
    words:
      'deep_ocean deep_sea deep_water ocean_depths depths_of_the_ocean depths_of_the_sea abyss dark_water dark_waters dark_ocean midnight_zone mariana_trench',
    details: ['deep'],
    weight: 5,
  },
  {
    set: 'underwater',
    words: 'sea_anemone sea_anemones anemones coral_reef coral reef kelp_forest aquarium',
    details: ['coral'],
    weight: 5,
  },
  {
    set: 'space',
    words: 'space outer_space galaxy nebula cosmos orbit universe deep_space',
    details: ['stars'],
    weight: 4,
  },
  { set: 'space', words: 'asteroid_field asteroid_belt', details: ['asteroid', 'stars'], weight: 5 },
  {
    set: 'planet',
    words: 'earth_seen_from_the_moon the_earth_seen_from_the_moon earth_rise_over_the_moon',
    details: ['moon'],
    weight: 5,
  },
  {
    set: 'space',
    words: 'planet_earth the_earth_from_space the_earth_seen_from_space earth_from_space earth_seen_from_space',
    weight: 2,
  },
  { set: 'space', words: 'planet saturn jupiter ringed_planet black_hole asteroid', weight: 2 },
  {
    set: 'sky',
    words: 'above_the_clouds over_the_clouds among_the_clouds sea_of_clouds through_the_clouds',
    details: ['clouds'],
    weight: 5,
  },
  { set: 'sky', words: 'sky', weight: 2 },
  { set: 'desert', words: 'desert dunes dune sand_dunes sahara', details: ['dunes'], weight: 4 },
  {
    set: 'canyon',
    words: 'canyon grand_canyon gorge ravine mesa badlands monument_valley',
    details: ['canyon'],
    weight: 4,
  },
  { set: 'desert', words: 'cappadocia', details: ['rock formations'], weight: 5 },
  {
    set: 'studio',
    words: 'product_shot studio product_photo product_photography packshot backdrop seamless_background',
    weight: 5,
  },
  { set: 'studio', words: 'studio_light studio_lighting white_background plain_background', weight: 4 },
  { set: 'garden', words: 'garden garden_party garden_wedding backyard courtyard flower_bed patio terrace', weight: 4 },
  { set: 'orchard', words: 'orchard apple_orchard cherry_orchard peach_orchard orange_grove lemon_grove', weight: 5 },
  { set: 'orchard', words: 'cherry_blossom_grove sakura_grove', details: ['cherry'], weight: 5 },
  { set: 'orchard', words: 'cherry_blossoms sakura', details: ['cherry'], weight: 1 },
  { set: 'vineyard', words: 'vineyard vineyards winery', weight: 4 },
  { set: 'garden', words: 'greenhouse conservatory glasshouse', details: ['greenhouse'], weight: 5 },
  { set: 'garden', words: 'japanese_garden zen_garden', details: ['japanese'], weight: 5 },
  { set: 'park', words: 'park_bench bench', weight: 1 },
  { set: 'park', words: 'park city_park public_park', weight: 3 },
  { set: 'cave', words: 'cave cavern grotto ice_cave crystal_cave', details: ['cave', 'dark', 'stone'], weight: 4 },
  { set: 'planet', words: 'on_the_moon on_moon in_moon in_the_moon', details: ['moon'], weight: 5 },
  { set: 'arctic', words: 'ice icebergs', details: ['snow'], weight: 2 },
  { set: 'forest', words: 'campsite camp', weight: 3 },
  { set: 'mountains', words: 'constellation star_trails', details: ['stars'], weight: 2 },
  ...SIGHT_SETTINGS,
  ...ROOM_SETTINGS,
];

export function addSettings(map: MeaningMap): void {
  for (const row of SETTINGS) {
    for (const word of words(row.words)) {
      addMeaning(map, word, { setting: { set: row.set, details: row.details ?? [], weight: row.weight ?? 3 } });
    }
  }
}
