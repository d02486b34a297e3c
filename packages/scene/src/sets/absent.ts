import type { Mesh } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import type { BuiltSet, SetMoment } from './set.ts';

/** What dresses a set and can be denied, by the names of `Scene.without`. */
export type Dressing = 'trees' | 'plants' | 'flowers' | 'rocks';

/** What meshes show; those that nobody named belong to their set. */
const SHOWN = new WeakMap<Mesh, Dressing>();
/** Who wants no plants wants no trees and flowers either. */
const INCLUDED: Readonly<Partial<Record<Dressing, string>>> = { trees: 'plants', flowers: 'plants' };

/** Whether the prompt denied such dressing: `people`, `cars`, `trees`, `clouds`, `birds`. */
export function isAbsent(scene: Scene, name: string): boolean {
  return scene.without?.includes(name) === true;
}

/** Says what a mesh shows, so that any set can do without it. */
export function showing(dressing: Dressing, mesh: Mesh): Mesh {
  SHOWN.set(mesh, dressing);
  return mesh;
}

/** A set without the dressing that the prompt denied. */
export function leaveOut(set: BuiltSet, scene: Scene): BuiltSet {
  if (scene.without === undefined || scene.without.length === 0) return set;
  const isShown = ({ mesh }: SetMoment['instances'][number]): boolean => {
    const dressing = SHOWN.get(mesh);
    return dressing === undefined || !(isAbsent(scene, dressing) || isAbsent(scene, INCLUDED[dressing] ?? dressing));
  };
  return {
    ...set,
    momentAt(seconds) {
      const moment = set.momentAt(seconds);
      return { ...moment, instances: moment.instances.filter(isShown) };
    },
  };
}
