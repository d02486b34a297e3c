import type { SetModel } from './set.ts';
import { buildAboveClouds } from './sky-clouds.ts';
import { buildRockValley, isRockValley } from './sky-valley.ts';

/** High in the air: over a sea of clouds, or over a valley of rock cones. */
export const sky: SetModel = {
  build(context) {
    return isRockValley(context.scene) ? buildRockValley(context) : buildAboveClouds(context);
  },
};
