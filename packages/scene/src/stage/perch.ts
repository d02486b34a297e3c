import { type Scene, SceneActor } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';

const TINY: ReadonlySet<string> = new Set(['bee', 'beetle', 'butterfly', 'snail', 'spider', 'frog']);
const PERCHING: ReadonlySet<string> = new Set(['owl', 'parrot', 'bird', 'eagle']);
const NEAR: ReadonlySet<Scene['camera']['shot']> = new Set(['macro', 'close', 'portrait']);
const GOES: ReadonlySet<string> = new Set(['fly', 'float', 'walk', 'run', 'swim', 'launch', 'rise', 'fall', 'jump']);

/**
 * A tiny creature seen from very near sits on a leaf, and a bird that sits, where nothing else is told, on a branch:
 * on bare ground both would be dots before a wide place.
 */
export function withPerch(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const [only] = actors;
  const isFree =
    only !== undefined && actors.length === 1 && only.relation === undefined && only.count <= 3 && only.size < 2;
  if (!isFree || traitsOf(scene.set).isIndoors || GOES.has(only.motion.kind) || only.pose === 'flying')
    return [...actors];
  const attributes =
    TINY.has(only.kind) && NEAR.has(scene.camera.shot) && only.count === 1
      ? [/rain|dew|wet|morning/i.test(scene.prompt) ? 'dew' : 'plain']
      : PERCHING.has(only.kind) && (only.pose === 'sitting' || NEAR.has(scene.camera.shot))
        ? ['branch', ...(scene.season === 'winter' ? ['snowy'] : [])]
        : undefined;
  if (attributes === undefined || WATERY.has(scene.set)) return [...actors];
  const perch = SceneActor.parse({
    id: 'perch-1',
    kind: 'foliage',
    word: attributes.includes('branch') ? 'branch' : 'leaf',
    attributes,
    motion: { kind: 'still' },
  });
  return [{ ...only, relation: { kind: 'on', to: perch.id } }, perch];
}

const WATERY: ReadonlySet<Scene['set']> = new Set(['sea', 'underwater', 'space', 'sky', 'studio', 'arctic', 'desert']);
