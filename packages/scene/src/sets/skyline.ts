import { hasDetail, isAerial } from './mood.ts';
import type { SetModel } from './set.ts';
import { buildRooftops } from './skyline-above.ts';
import { buildCityView } from './skyline-view.ts';

/** A city from outside: its towers beyond a road and a river, or its roofs from above. */
export const skyline: SetModel = {
  build(context) {
    const { scene } = context;
    const isFlown = scene.actors.some((actor) => actor.pose === 'flying' || actor.motion.kind === 'fly');
    const isAbove =
      hasDetail(scene, 'above', 'rooftop', 'roof') ||
      isAerial(scene) ||
      (isFlown && scene.actors.some((a) => a.kind === 'person'));
    return isAbove ? buildRooftops(context) : buildCityView(context);
  },
};
