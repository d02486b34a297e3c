import { type Scene, SceneActor } from '../scene.ts';
import { hasDetail } from '../sets/mood.ts';
import { putOnTable } from './goods-table.ts';
import { bringChairs } from './seat-at.ts';
import { showLiving } from './show-living.ts';
import { withoutSetParts } from './shown-by-set.ts';

/** Nobody asked for these; they make a place live. Their ids begin so, and no promise about counts holds for them. */
export const EXTRA = 'extra-';

/** The scene's actors and the people that belong to a place: walkers in a street, with umbrellas when it rains. */
export function addExtras(scene: Scene): SceneActor[] {
  const actors = showLiving(scene, bringChairs(scene, putOnTable(scene, withoutSetParts(scene))));
  if (scene.set === 'subway') return actors.map(withoutSteam);
  const isBusy = hasDetail(scene, 'busy', 'market');
  const hasPeople = actors.some((actor) => actor.kind === 'person') && !isBusy;
  if (scene.set !== 'street' || hasPeople || actors.length > 4) return actors;
  const isEmptied = hasDetail(scene, 'empty', 'deserted', 'abandoned', 'bakery', 'shop');
  if ((isEmptied && !isBusy) || scene.without?.includes('people')) return actors;
  const raining = scene.weather === 'rain' || scene.weather === 'storm';
  const colors = ['#5a6a8c', '#7a5a86', '#94694a', '#5c8474'];
  const umbrellas = ['#d0354b', '#e8a13a', '#3aa7d8', '#8f5be0'];
  const count = isBusy ? 8 : actors.length > 0 ? 2 : 4;
  for (let i = 0; i < count; i++) {
    const id = `${EXTRA}person-${i}`;
    actors.push(
      SceneActor.parse({
        id,
        kind: 'person',
        word: 'passer-by',
        color: colors[i % colors.length],
        motion: { kind: 'walk', direction: i % 2 === 0 ? 'away' : 'toward', speed: 0.8 },
        place: 'background',
      }),
    );
    if (!raining) continue;
    actors.push(
      SceneActor.parse({
        id: `${EXTRA}umbrella-${i}`,
        kind: 'umbrella',
        word: 'umbrella',
        color: umbrellas[i % umbrellas.length],
        motion: { kind: 'still' },
        relation: { kind: 'on', to: id },
      }),
    );
  }
  return actors;
}

/** Under ground trains are electric unless the prompt says otherwise. */
function withoutSteam(actor: SceneActor): SceneActor {
  const isSteam = /steam|locomotive/.test([actor.word, ...actor.attributes].join(' ').toLowerCase());
  return actor.kind !== 'train' || isSteam ? actor : { ...actor, attributes: [...actor.attributes, 'metro'] };
}

export const isExtra = (actor: SceneActor): boolean => actor.id.startsWith(EXTRA);
