import type { NounRow } from './noun-row.ts';

/** What moves people, on land, on water, in the air and beyond. */
export const VEHICLES: readonly NounRow[] = [
  { kind: 'car', same: 'car automobile auto sedan hatchback vehicle' },
  {
    kind: 'car',
    same: 'sports_car race_car racing_car convertible supercar ferrari lamborghini porsche',
    attributes: ['sporty'],
  },
  { kind: 'car', same: 'taxi cab taxicab', color: '#f4c020', attributes: ['taxi'] },
  { kind: 'car', same: 'police_car', color: '#1d2f52', attributes: ['police'] },
  { kind: 'car', same: 'vintage_car classic_car oldtimer old_car', attributes: ['old'] },
  {
    kind: 'car',
    kin: 'suv jeep limousine beetle_car mini_cooper tesla volkswagen mustang cadillac toyota bmw mercedes',
  },
  { kind: 'car', kin: 'pickup pickup_truck tractor tank buggy rover carriage rickshaw tuk_tuk golf_cart', size: 1.1 },
  { kind: 'bus', same: 'bus coach school_bus minibus double_decker double-decker' },
  {
    kind: 'bus',
    kin: 'van minivan camper campervan motorhome truck lorry fire_truck fire_engine ambulance food_truck semi_truck',
  },
  { kind: 'bicycle', same: 'bicycle bike cycle tandem' },
  { kind: 'bicycle', kin: 'motorbike motorcycle scooter moped tricycle vespa', attributes: ['motor'] },
  { kind: 'boat', same: 'boat rowboat rowing_boat dinghy' },
  { kind: 'boat', same: 'sailboat sailing_boat yacht sailing_ship', attributes: ['sail'] },
  { kind: 'boat', same: 'ship vessel', size: 2.5 },
  {
    kind: 'boat',
    kin: 'schooner galleon frigate pirate_ship caravel clipper',
    size: 2.5,
    attributes: ['sail', 'wooden'],
  },
  {
    kind: 'boat',
    kin: 'ferry cruise_ship ocean_liner steamboat tanker cargo_ship freighter warship battleship submarine',
    size: 3,
  },
  { kind: 'boat', kin: 'canoe kayak gondola raft speedboat motorboat fishing_boat tugboat barge junk_ship' },
  { kind: 'rocket', same: 'rocket rocket_ship spaceship space_ship starship' },
  { kind: 'rocket', kin: 'space_shuttle spacecraft missile satellite space_probe lunar_lander' },
  { kind: 'airplane', same: 'airplane aeroplane plane aircraft jet jetliner airliner' },
  { kind: 'airplane', kin: 'fighter_jet biplane glider helicopter seaplane drone propeller_plane' },
  { kind: 'balloon', same: 'hot_air_balloon air_balloon', attributes: ['hotAir'], size: 1 },
  { kind: 'balloon', same: 'balloon', attributes: ['toy'], size: 0.3 },
  { kind: 'balloon', kin: 'airship zeppelin blimp', attributes: ['hotAir'], size: 2 },
  { kind: 'train', same: 'train locomotive steam_train steam_locomotive bullet_train shinkansen' },
  { kind: 'train', kin: 'tram streetcar trolley subway_train monorail metro_train' },
];
