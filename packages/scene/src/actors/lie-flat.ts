import { compose } from '../model/matrix.ts';
import type { SceneActor } from '../scene.ts';
import type { PropOptions } from './prop.ts';

/** Of a thing that usually stands with its face to the viewer: on its back, its face up, where its pose says so. */
export function lieOnBack({ pose }: SceneActor, height: number, lift: number): Pick<PropOptions, 'root'> {
  if (pose !== 'lying') return {};
  const place = compose({ at: [0, lift, height / 2], rotate: [-Math.PI / 2, 0, 0] });
  return { root: () => place };
}

/** Of what stands on a round foot: fallen over, across the picture. */
export function lieOnSide({ pose }: SceneActor, height: number, radius: number): Pick<PropOptions, 'root'> {
  if (pose !== 'lying') return {};
  const place = compose({ at: [height / 2, radius, 0], rotate: [0, 0.35, Math.PI / 2] });
  return { root: () => place };
}
