import type { ActorModel } from './actor.ts';
import type { FishForm } from './fish-form.ts';
import { fishModel } from './fish-model.ts';
import { says } from './rig.ts';

export const ORCA: FishForm = {
  name: 'orca',
  grown: 2.2,
  words: ['orca'],
  body: [0.42, 0.45, 1.2],
  back: '#1c2027',
  belly: '#f4f5f4',
  fin: '#1a1e24',
  pattern: 'orca',
  tail: 'fluke',
  dorsal: 1.5,
  eye: 0.035,
  snout: 0.4,
  mouth: 'smile',
};

export const WHALE: FishForm = {
  name: 'whale',
  grown: 3,
  words: ['whale', 'wal', 'baleine', 'ballena', 'クジラ', '鯨', '鲸'],
  body: [0.85, 0.82, 2.1],
  back: '#3f6486',
  belly: '#dfe8ee',
  fin: '#365878',
  pattern: 'bands',
  tail: 'fluke',
  dorsal: 0.25,
  eye: 0.075,
  snout: 0.35,
  mouth: 'smile',
};

/** A whale with a grooved throat, or an orca in black and white. */
export const whale: ActorModel = fishModel((context) => (says(context, 'orca', 'killer whale') ? ORCA : WHALE));
