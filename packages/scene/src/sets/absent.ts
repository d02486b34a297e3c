import type { Scene } from '../scene.ts';

/** Whether the prompt denied such dressing: `people`, `cars`, `trees`, `clouds`, `birds`. */
export function isAbsent(scene: Scene, name: string): boolean {
  return scene.without?.includes(name) === true;
}
