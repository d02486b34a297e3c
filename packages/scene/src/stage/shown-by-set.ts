import type { ActorKind, Scene, SceneActor } from '../scene.ts';
import { isStrung } from '../sets/lantern-strings.ts';
import { hasFireplace } from '../sets/room-fireplace.ts';
import { hangsAbove, traitsOf } from '../sets/set-traits.ts';

/** What a place shows by itself, so that a second one standing in it would be a prop from elsewhere. */
const OWN: Readonly<Partial<Record<Scene['set'], readonly ActorKind[]>>> = {
  room: ['window'],
  mountains: ['mountain'],
  skyline: ['tower'],
  planet: ['ruin'],
  forest: ['tree'],
  jungle: ['tree'],
  orchard: ['tree'],
  park: ['tree'],
  bamboo: ['tree'],
  vineyard: ['tree'],
  waterfall: ['waterfall'],
  volcano: ['mountain'],
  alienJungle: ['planet'],
  iceMoon: ['planet'],
  office: ['window'],
  bathroom: ['window'],
  bar: ['window'],
  restaurant: ['window'],
  hospital: ['window'],
  attic: ['window'],
  carriage: ['window', 'train'],
  hall: ['window'],
  library: ['lamp', 'bookshelf', 'window'],
};

/** Places that are worth looking at when nobody is left in them. */
const VIEWS: ReadonlySet<Scene['set']> = new Set(['waterfall', 'volcano', 'market']);

/** What a thing shows by itself: a birthday cake has its candles. */
const PARTS: Readonly<Partial<Record<ActorKind, readonly ActorKind[]>>> = { cake: ['candle'], ride: ['horse'] };

const CANDLES_MAX = 24;

/** "A cake with four candles", "a cake and four candles": the cake has them, so many, and nothing stands beside it. */
function putCandlesOnCake(actors: readonly SceneActor[]): SceneActor[] {
  const cakes = actors.filter(({ kind }) => kind === 'cake');
  const [cake] = cakes;
  const candles = actors.find(({ kind, relation, place }) => {
    const isFree = relation === undefined || (relation.to === cake?.id && relation.kind !== 'heldBy');
    return kind === 'candle' && isFree && place === undefined;
  });
  if (cakes.length !== 1 || !cake || !candles || candles.count > CANDLES_MAX) return [...actors];
  // Who looks at the candles looks at the cake.
  return actors.map((actor): SceneActor => {
    if (actor === cake) return { ...actor, attributes: [...actor.attributes, `candles ${candles.count}`] };
    if (actor === candles) return { ...actor, relation: { kind: 'on', to: cake.id } };
    return actor;
  });
}

/** The actors that the stage must place: those that the set is itself are left out, and relations to them with them. */
export function withoutSetParts(told: Scene): SceneActor[] {
  const whole = { ...told, actors: putCandlesOnCake(told.actors) };
  const byId = new Map(whole.actors.map((actor) => [actor.id, actor]));
  const isPart = ({ id, kind, relation }: SceneActor): boolean => {
    const owner = relation && byId.get(relation.to);
    const owners = whole.actors.filter((other) => other === owner || other.relation?.to === id);
    return owners.some((other) => PARTS[other.kind]?.includes(kind) === true);
  };
  const scene = { ...whole, actors: whole.actors.filter((actor) => !isPart(actor)) };
  // The fire of a room burns in its fireplace.
  const own = scene.set === 'room' && hasFireplace(scene) ? [...(OWN.room ?? []), 'fire'] : (OWN[scene.set] ?? []);
  // Clouds are the sky's own; one alone is what the picture is about.
  const isSky = traitsOf(scene.set).hasSky && scene.set !== 'sky';
  const isCloud = ({ kind, count, color, text }: SceneActor): boolean =>
    isSky && kind === 'cloud' && count > 1 && color === undefined && text === undefined;
  // Who sits on a windowsill needs one.
  const isSill = ({ id, kind }: SceneActor): boolean =>
    kind === 'window' && scene.actors.some(({ relation }) => relation?.kind === 'on' && relation.to === id);
  // Overhead they hang on strings.
  const isHung = (actor: SceneActor): boolean =>
    (scene.set === 'market' && hangsAbove(actor, scene.set)) || isStrung(scene, actor);
  const parts = scene.actors.filter(
    (actor) =>
      (own.includes(actor.kind) && !isSill(actor) && actor.changes === undefined) || isCloud(actor) || isHung(actor),
  );
  const gone = new Set(parts.map((actor) => actor.id));
  // Somebody must remain to be looked at.
  const isView = VIEWS.has(scene.set) || gone.size > 1 || parts.every((part) => isCloud(part) || isHung(part));
  if (gone.size === 0 || (gone.size === scene.actors.length && !isView)) return [...scene.actors];
  return scene.actors
    .filter((actor) => !gone.has(actor.id))
    .map((actor) => {
      if (!actor.relation || !gone.has(actor.relation.to)) return actor;
      const { relation: _, ...free } = actor;
      return free;
    });
}
