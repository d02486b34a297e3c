import { type Scene, SceneActor } from '../scene.ts';
import { hasDetail } from '../sets/mood.ts';
import { traitsOf } from '../sets/set-traits.ts';

const TINY: ReadonlySet<string> = new Set(['bee', 'beetle', 'butterfly', 'snail', 'spider', 'frog']);
const PERCHING: ReadonlySet<string> = new Set(['owl', 'parrot', 'bird', 'eagle']);
const NEAR: ReadonlySet<Scene['camera']['shot']> = new Set(['macro', 'close', 'portrait']);
const GOES: ReadonlySet<string> = new Set(['fly', 'float', 'walk', 'run', 'swim', 'launch', 'rise', 'fall', 'jump']);

/** Beasts, insects and plants as the stage shows them: on a perch, in their season, one behind the other, large enough. */
export function showLiving(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  return inSight(scene, inChase(inSeason(scene, withPerch(scene, actors))));
}

/** Trees that lose their leaves are as the season has them; others say themselves what they are. */
function inSeason(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const look = SEASONAL[scene.season];
  // In spring only those blossom that are seen through the year.
  if (look === undefined || (scene.season === 'spring' && scene.turns === undefined)) return [...actors];
  return actors.map((actor) =>
    (actor.kind === 'tree' &&
      actor.color === undefined &&
      !EVERGREEN.test([actor.word, ...actor.attributes].join(' '))) ||
    (scene.season === 'autumn' && actor.kind === 'foliage' && actor.attributes.includes('branch'))
      ? { ...actor, attributes: [...actor.attributes, look] }
      : actor,
  );
}

const SEASONAL: Readonly<Partial<Record<Scene['season'], string>>> = {
  spring: 'blossom',
  autumn: 'autumn',
  winter: 'winter',
};

const EVERGREEN =
  /pine|fir\b|spruce|conifer|cedar|christmas|palm|coconut|bamboo|cypress|olive|acacia|baobab|bare|dead|autumn/;

const FLYING: ReadonlySet<string> = new Set(['butterfly', 'bee', 'beetle']);
/** How much larger than life an insect is beside what is many times its size, to be seen at all. */
const SHOWN = 2.6;

/** A butterfly that a dog chases would be a dot. */
function inSight(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const hasLarge = actors.some(({ kind }) => !TINY.has(kind) && kind !== 'foliage' && kind !== 'flower');
  if (!hasLarge || NEAR.has(scene.camera.shot)) return [...actors];
  return actors.map((actor) =>
    FLYING.has(actor.kind) && actor.size <= 1 ? { ...actor, size: actor.size * SHOWN } : actor,
  );
}

const RUNS: ReadonlySet<string> = new Set(['run', 'fly']);

/** Who chases somebody is behind on his way, and both go one way, across the picture. */
function inChase(actors: readonly SceneActor[]): SceneActor[] {
  const pairs = actors.flatMap((hunter) => {
    const prey = actors.find(({ id }) => hunter.relation?.kind === 'behind' && id === hunter.relation.to);
    return prey && RUNS.has(hunter.motion.kind) && RUNS.has(prey.motion.kind) && prey.motion.direction === undefined
      ? [{ hunter, prey }]
      : [];
  });
  return actors.map((actor) => {
    const hunt = pairs.find(({ hunter }) => hunter === actor);
    const isPrey = pairs.some(({ prey }) => prey === actor);
    if (!hunt && !isPrey) return actor;
    const motion = { ...actor.motion, direction: actor.motion.direction ?? ('right' as const) };
    return hunt ? { ...actor, motion, relation: { kind: 'leftOf' as const, to: hunt.prey.id } } : { ...actor, motion };
  });
}

/**
 * A tiny creature seen from very near sits on a leaf, and a bird that sits, where nothing else is told, on a branch:
 * on bare ground both would be dots before a wide place.
 */
function withPerch(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const sitter = actors.find(
    ({ relation }) => relation?.kind === 'on' && isBranch(actors.find(({ id }) => id === relation.to)),
  );
  // On the branch of a tree: seen from near, the tree itself stands behind.
  if (sitter)
    return actors.map((actor) =>
      actor.kind === 'tree' && actor.relation === undefined && actor.place === undefined
        ? { ...actor, place: 'background', isSubject: false }
        : actor === sitter
          ? { ...actor, isSubject: true }
          : actor,
    );
  const [only] = actors;
  const isFree =
    only !== undefined && actors.length === 1 && only.relation === undefined && only.count <= 3 && only.size < 2;
  if (!isFree || traitsOf(scene.set).isIndoors || GOES.has(only.motion.kind) || only.pose === 'flying')
    return [...actors];
  const attributes =
    TINY.has(only.kind) && NEAR.has(scene.camera.shot) && only.count === 1
      ? [isWet(scene) ? 'dew' : 'plain']
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

/** Rain or the morning leaves drops on leaves. */
const isWet = (scene: Scene): boolean => scene.wetGround || scene.time === 'morning' || hasDetail(scene, 'dew');

const isBranch = (actor: SceneActor | undefined): boolean =>
  actor?.kind === 'foliage' && actor.attributes.includes('branch');

const WATERY: ReadonlySet<Scene['set']> = new Set(['sea', 'underwater', 'space', 'sky', 'studio', 'arctic', 'desert']);
