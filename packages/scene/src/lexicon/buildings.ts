import type { NounRow } from './noun-row.ts';

/** What people build outdoors. */
export const BUILDINGS: readonly NounRow[] = [
  { kind: 'house', same: 'house home cottage villa farmhouse townhouse bungalow mansion' },
  { kind: 'house', same: 'cabin log_cabin hut shack chalet shed barn', attributes: ['wooden'] },
  {
    kind: 'house',
    kin: 'building shop store cafe café restaurant bakery inn hotel school pub tavern farm palace hospital',
  },
  { kind: 'house', kin: 'sydney_opera_house treehouse tree_house', size: 2, home: 'shore' },
  {
    kind: 'house',
    kin: 'notre_dame sagrada_familia church chapel temple mosque cathedral pagoda shrine monastery',
    size: 1.4,
  },
  { kind: 'tower', same: 'tower skyscraper high-rise highrise clock_tower bell_tower office_tower apartment_building' },
  { kind: 'tower', kin: 'obelisk minaret monument big_ben chimney silo cn_tower', size: 1.3 },
  { kind: 'tower', kin: 'burj_khalifa empire_state_building shanghai_tower leaning_tower_of_pisa', size: 1.6 },
  { kind: 'tower', same: 'windmill', home: 'field' },
  { kind: 'tower', same: 'eiffel_tower', home: 'river' },
  {
    kind: 'castle',
    kin: 'great_wall_of_china great_wall kremlin neuschwanstein hogwarts mont_saint_michel',
    home: 'mountains',
  },
  { kind: 'castle', same: 'castle fortress fort citadel stronghold' },
  { kind: 'lighthouse', same: 'lighthouse' },
  { kind: 'ruin', same: 'ruin ruins pyramid' },
  {
    kind: 'ruin',
    kin: 'pillar column temple_ruins stonehenge colosseum acropolis machu_picchu angkor_wat parthenon',
    attributes: ['ancient'],
  },
  { kind: 'bridge', same: 'bridge footbridge suspension_bridge viaduct aqueduct golden_gate_bridge' },
  { kind: 'torii', same: 'torii torii_gate shinto_gate' },
  { kind: 'torii', kin: 'archway arch portal', attributes: ['arch'] },
  { kind: 'door', same: 'door doorway gate entrance front_door' },
  { kind: 'window', same: 'window windowpane porthole windowsill window_sill' },
  { kind: 'streetLamp', same: 'street_lamp streetlamp street_light streetlight lamp_post lamppost lantern_post' },
  { kind: 'flag', same: 'flag waving_flag' },
  { kind: 'fountain', same: 'fountain water_fountain', home: 'garden' },
  { kind: 'fountain', same: 'well wishing_well stone_well', attributes: ['well'], home: 'village' },
  { kind: 'sign', same: 'sign signboard billboard placard shop_sign street_sign banner poster neon_sign plaque' },
  { kind: 'sign', kin: 'blackboard whiteboard noticeboard label painting picture_frame' },
];
