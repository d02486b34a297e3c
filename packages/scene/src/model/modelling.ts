import createModule, { type ManifoldToplevel } from 'manifold-3d';

let toplevel: ManifoldToplevel | undefined;
let loading: Promise<void> | undefined;

/** Loads the solid-geometry kernel (12–22 ms), once per process. Await it before any actor or set is built. */
export function initModelling(): Promise<void> {
  loading ??= createModule().then((loaded) => {
    loaded.setup();
    toplevel = loaded;
  });
  return loading;
}

/** @throws {Error} when `initModelling` has not been awaited. */
export function solidKernel(): ManifoldToplevel {
  if (!toplevel) throw new Error('await initModelling() before building models that cut or join solids');
  return toplevel;
}
