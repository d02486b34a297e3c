import { buildGreenhouse } from './garden-greenhouse.ts';
import { buildOpenGarden } from './garden-open.ts';
import { hasDetail } from './mood.ts';
import type { SetModel } from './set.ts';

/** A garden in the open air, or under the glass of a greenhouse. */
export const garden: SetModel = {
  build: (context) =>
    hasDetail(context.scene, 'greenhouse', 'glass', 'conservatory', 'hothouse', 'botanical')
      ? buildGreenhouse(context)
      : buildOpenGarden(context),
};
