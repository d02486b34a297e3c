import { type ActorKind, type Scene, SceneActor } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';

/** What is put on a table, in a room. */
const GOODS: ReadonlySet<ActorKind> = new Set<ActorKind>([
  'bottle',
  'burger',
  'cake',
  'candle',
  'cup',
  'donut',
  'fruit',
  'glass',
  'headphones',
  'perfume',
  'pizza',
  'sushi',
  'thing',
  'vase',
  'watch',
]);
const TABLE = 'table-of-goods';

/** A room's goods that nobody gave a place stand on a table instead of on the floor. A studio has a table of its own. */
export function putOnTable(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const isRoom = traitsOf(scene.set).isIndoors && scene.set !== 'studio';
  const isStillLife = actors.length > 0 && actors.every(({ kind }) => GOODS.has(kind) || kind === 'window');
  const loose = actors.filter((actor) => GOODS.has(actor.kind) && actor.relation === undefined);
  if (!isRoom || !isStillLife || loose.length === 0) return [...actors];
  const table = SceneActor.parse({ id: TABLE, kind: 'table', word: 'table', motion: { kind: 'still' } });
  return [
    ...actors.map((actor) =>
      loose.includes(actor) ? { ...actor, relation: { kind: 'on' as const, to: TABLE } } : actor,
    ),
    table,
  ];
}
