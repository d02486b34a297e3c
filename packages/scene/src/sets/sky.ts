import { hasDetail } from './mood.ts';
import type { SetModel } from './set.ts';
import { buildAboveClouds } from './sky-clouds.ts';
import { buildRockValley } from './sky-valley.ts';

/** High in the air: over a sea of clouds, or over a valley of rock cones. */
export const sky: SetModel = {
  build(context) {
    const isValley = hasDetail(context.scene, 'rock', 'cappadocia', 'valley', 'canyon', 'chimney', 'landscape');
    return isValley ? buildRockValley(context) : buildAboveClouds(context);
  },
};
