import type { ActorKind, Scene, SceneActor } from '../scene.ts';
import { hasFireplace } from '../sets/room-fireplace.ts';

/** What a place shows by itself, so that a second one standing in it would be a prop from elsewhere. */
const OWN: Readonly<Partial<Record<Scene['set'], readonly ActorKind[]>>> = {
  room: ['window'],
  mountains: ['mountain'],
  skyline: ['tower'],
  planet: ['ruin'],
  forest: ['tree'],
  library: ['lamp', 'bookshelf', 'window'],
};

/** The actors that the stage must place: those that the set is itself are left out, and relations to them with them. */
export function withoutSetParts(scene: Scene): SceneActor[] {
  // The fire of a room burns in its fireplace.
  const own = scene.set === 'room' && hasFireplace(scene) ? [...(OWN.room ?? []), 'fire'] : (OWN[scene.set] ?? []);
  const gone = new Set(scene.actors.filter((actor) => own.includes(actor.kind)).map((actor) => actor.id));
  // Somebody must remain to be looked at.
  if (gone.size === 0 || gone.size === scene.actors.length) return [...scene.actors];
  return scene.actors
    .filter((actor) => !gone.has(actor.id))
    .map((actor) => {
      if (!actor.relation || !gone.has(actor.relation.to)) return actor;
      const { relation: _, ...free } = actor;
      return free;
    });
}
