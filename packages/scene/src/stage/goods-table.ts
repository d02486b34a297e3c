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
  /^(?:cook|chop|cut|mix|bake|stir|prepare|knead|decorate|serve|repair|fix|mend|assemble|build|make|paint|polish|carve|inspect|examine|eat|taste|study|sew|knit|play|arrange|wrap|blow out|light|open|slice|pour|work|type|code|program|write|draw|sketch|use)$/;

/** Two who play chess or cards have a small table between them, wherever they are. */
function playedAtTable(actors: readonly SceneActor[]): SceneActor[] | undefined {
  const players = actors.find(({ kind, count, does }) => kind === 'person' && count === 2 && does === 'play');
  const game = actors.find(({ kind }) => kind === 'game');
  if (
    !players ||
    !game ||
    !/chess|board|card|checkers|domino|backgammon|poker|go\b/i.test(`${game.word} ${game.attributes.join(' ')}`)
  )
    return undefined;
  const own = actors.find(({ kind }) => kind === 'table');
  const table =
    own ?? SceneActor.parse({ id: TABLE, kind: 'table', word: 'table', size: 0.9, motion: { kind: 'still' } });
  const placed = actors.map((actor): SceneActor => {
    if (actor === players) return { ...actor, pose: 'sitting', relation: { kind: 'nextTo', to: table.id } };
    return actor === game ? { ...actor, count: 1, relation: { kind: 'on', to: table.id } } : actor;
  });
  return own ? placed : [...placed, table];
}

/** Somebody in a room who has small things about him has a table for them. */
function busyWith(actors: readonly SceneActor[]): SceneActor[] | undefined {
  const people = actors.filter(({ kind }) => kind === 'person');
  const [person] = people;
  if (!person || people.length > 2 || actors.some(({ kind }) => kind === 'table')) return undefined;
  const isStill = /^(?:idle|still)$/.test(person.motion.kind) && !person.acts?.some(({ motion }) => motion);
  // What it names may be shown by another thing: candles by their cake.
  const relation = actors.some(({ id }) => id === person.relation?.to) ? person.relation : undefined;
  const named = actors.find(({ id }) => id === relation?.to);
  // Who blows out candles is busy with their cake.
  const met = named?.relation?.kind === 'on' ? actors.find(({ id }) => id === named.relation!.to) : named;
  const isMetThing = relation?.kind === 'nextTo' && met !== undefined && HANDLED.has(met.kind) && !met.relation;
  if (
    !isStill ||
    !(relation === undefined || relation.kind === 'holding' || isMetThing) ||
    (isMetThing && !AT_HAND.test(person.does ?? ''))
  )
    return undefined;
  const isLoose = (actor: SceneActor): boolean =>
    HANDLED.has(actor.kind) &&
    actor.size <= 1.5 &&
    !actor.isSubject &&
    actor.id !== (relation?.kind === 'holding' ? relation.to : '') &&
    (actor.relation === undefined ||
      (actor.relation.kind === 'nextTo' && [person.id, met?.id].includes(actor.relation.to)));
  const loose = actors.filter(isLoose);
  if (loose.length === 0) return undefined;
  const table = SceneActor.parse({ id: TABLE, kind: 'table', word: 'table', motion: { kind: 'still' } });
  const held = relation?.kind === 'holding' ? relation.to : undefined;
  const placed = actors.map((actor): SceneActor => {
    if (actor === person) return { ...actor, relation: { kind: 'behind', to: TABLE } };
    if (actor.id === held) return { ...actor, relation: { kind: 'heldBy', to: person.id } };
    return loose.includes(actor) ? { ...actor, relation: { kind: 'on', to: TABLE } } : actor;
  });
  return [...placed, table];
}

/** A room's goods that nobody gave a place stand on a table instead of on the floor. A studio has a table of its own. */
export function putOnTable(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const isRoom = traitsOf(scene.set).isIndoors && scene.set !== 'studio';
  const game = playedAtTable(actors);
  if (game) return game;
  const busy = isRoom ? busyWith(actors) : undefined;
  if (busy) return busy;
  const isStillLife =
    actors.length > 0 &&
    actors.every(
      ({ kind, place }) => GOODS.has(kind) || kind === 'window' || (kind === 'balloon' && place === 'background'),
    );
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
