import { hasActor, hasDetail } from './mood.ts';
import type { SetModel } from './set.ts';
import { buildBeach } from './shore-beach.ts';
import { buildCliff } from './shore-cliff.ts';
import { buildLake } from './shore-lake.ts';

/** Where land meets water: a beach, a road above the sea, a cliff, or the bank of a lake. */
export const shore: SetModel = {
  build(context) {
    const { scene } = context;
    if (hasDetail(scene, 'lake', 'pond', 'loch')) return buildLake(context);
    if (hasDetail(scene, 'cliff') || hasActor(scene, 'lighthouse')) return buildCliff(context);
    return buildBeach(context);
  },
};
