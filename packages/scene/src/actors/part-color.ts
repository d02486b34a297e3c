import type { SceneActor } from '../scene.ts';

/** The colour that the prompt gave to a part, by any of its names; `second` is the other of two colours of the whole. */
export function partColor({ parts = [] }: SceneActor, ...names: readonly string[]): string | undefined {
  return parts.find(({ name }) => names.includes(name))?.color;
}
