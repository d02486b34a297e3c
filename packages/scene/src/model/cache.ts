import type { Mesh } from '@openimagine/render';
import type { MeshSource } from '../actors/actor.ts';

/** A mesh that is built at the first call and shared by every copy, frame and scene of the process. */
export function once(build: MeshSource): MeshSource {
  let mesh: Mesh | undefined;
  return () => {
    mesh ??= build();
    return mesh;
  };
}

/**
 * A shared source for each key: `cat/body/normal/#202020`. Holds at most `capacity` values and then forgets the one
 * that was asked for the longest time ago, because colours come from prompts and are without number.
 */
export function keyed<Value>(build: (key: string) => Value, capacity = 200): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const value = values.has(key) ? values.get(key)! : build(key);
    values.delete(key);
    values.set(key, value);
    if (values.size > capacity) values.delete(values.keys().next().value!);
    return value;
  };
}

/** As `keyed`, where building needs more than the key says: equal keys must mean equal results. */
export function createCache<Value>(capacity = 200): (key: string, build: () => Value) => Value {
  let pending: (() => Value) | undefined;
  const lookUp = keyed<Value>(() => pending!(), capacity);
  return (key, build) => {
    pending = build;
    return lookUp(key);
  };
}

/** Meshes by key, for all models: prefix keys with the kind (`cat/head/…`). */
export const cachedMesh: (key: string, build: MeshSource) => Mesh = createCache<Mesh>(400);
