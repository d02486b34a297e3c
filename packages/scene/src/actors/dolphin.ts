import type { ActorModel } from './actor.ts';
import type { FishForm } from './fish-form.ts';
import { fishModel } from './fish-model.ts';

export const DOLPHIN: FishForm = {
  name: 'dolphin',
  grown: 1.4,
  words: ['dolphin', 'porpoise', 'delfin', 'dauphin', 'delfín', 'イルカ', '海豚'],
  body: [0.19, 0.2, 0.62],
  back: '#6f8fb0',
  belly: '#e9eff3',
  fin: '#5f7f9f',
  pattern: 'plain',
  tail: 'fluke',
  dorsal: 0.8,
  eye: 0.026,
  snout: 1.1,
  mouth: 'smile',
};

/** A dolphin: a beak that smiles, a flat tail that beats up and down; it leaps. */
export const dolphin: ActorModel = fishModel(() => DOLPHIN);
