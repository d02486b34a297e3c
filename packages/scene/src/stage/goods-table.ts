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
/** What is worked on or eaten at a table, besides goods. */
const HANDLED: ReadonlySet<ActorKind> = new Set<ActorKind>([
  ...GOODS,
  'book',
  'bread',
  'camera',
  'clock',
  'device',
  'flower',
  'mushroom',
  'pumpkin',
  'screen',
  'shoe',
  'teapot',
  'utensil',
]);
const AT_HAND =
  /^(?:cook|chop|cut|mix|bake|stir|prepare|knead|decorate|serve|repair|fix|mend|assemble|build|make|paint|polish|carve|inspect|examine|eat|taste|study|sew|knit|play|arrange|wrap)$/;

/** Somebody who is busy with a thing that stands on no ground has a table for it. */
function busyWith(actors: readonly SceneActor[]): SceneActor[] | undefined {
  const person = actors.find(
    ({ kind, does, relation }) => kind === 'person' && AT_HAND.test(does ?? '') && relation?.kind === 'nextTo',
  );
  const thing = person && actors.find(({ id }) => id === person.relation!.to);
  if (!thing || thing.relation || !HANDLED.has(thing.kind) || thing.size > 1.5) return undefined;
  const table = SceneActor.parse({ id: TABLE, kind: 'table', word: 'table', motion: { kind: 'still' } });
  const placed = actors.map((actor): SceneActor => {
    if (actor === person) return { ...actor, relation: { kind: 'nextTo', to: TABLE } };
    const isBeside = actor.relation?.kind === 'nextTo' && actor.relation.to === thing.id && HANDLED.has(actor.kind);
    return actor === thing || isBeside ? { ...actor, relation: { kind: 'on', to: TABLE } } : actor;
  });
  return [...placed, table];
}

/** A room's goods that nobody gave a place stand on a table instead of on the floor. A studio has a table of its own. */
export function putOnTable(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const isRoom = traitsOf(scene.set).isIndoors && scene.set !== 'studio';
  const busy = isRoom ? busyWith(actors) : undefined;
  if (busy) return busy;
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
