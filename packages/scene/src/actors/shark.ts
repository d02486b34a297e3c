import type { ActorModel } from './actor.ts';
import type { FishForm } from './fish-form.ts';
import { fishModel } from './fish-model.ts';

export const SHARK: FishForm = {
  name: 'shark',
  grown: 1.8,
  words: ['shark', 'hai', 'requin', 'tiburón', 'サメ', '鲨鱼'],
  body: [0.22, 0.24, 0.95],
  back: '#64717f',
  belly: '#eef1f2',
  fin: '#58646f',
  pattern: 'gills',
  tail: 'shark',
  dorsal: 2,
  eye: 0.032,
  snout: 0.8,
  mouth: 'grin',
};

/** A shark: grey above, white below, a tall fin, gills and teeth. */
export const shark: ActorModel = fishModel(() => SHARK);
