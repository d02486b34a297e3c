import { type Scene, SceneActor } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { actsOf } from './acts.ts';

const ON_FLOOR = /^(?:meditate|pray|play|kneel|kneel down|crouch|squat|stretch|exercise|picnic|propose|build|huddle)$/;

/** In rooms people sit on chairs: one is brought for each who has nothing to sit on. */
export function bringChairs(scene: Scene, actors: readonly SceneActor[]): SceneActor[] {
  const { isIndoors } = traitsOf(scene.set);
  if (!isIndoors || actors.length > 16) return [...actors];
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const chairs: SceneActor[] = [];
  const seated = actors.map((actor): SceneActor => {
    const { kind, relation, does, count, attributes } = actor;
    const sits = actsOf(actor, 1).some((act) => act.actor.pose === 'sitting');
    const isChild = attributes.some((look) => /^(?:child|boy|girl|baby)$/.test(look));
    const isBeside = relation === undefined || /^(?:nextTo|inFrontOf|behind)$/.test(relation.kind);
    const isAtTable = /^(?:table|piano|drums)$/.test(byId.get(relation?.to ?? '')?.kind ?? '');
    if (kind !== 'person' || !sits || isChild || !isBeside || isAtTable || count > 4 || ON_FLOOR.test(does ?? ''))
      return actor;
    const id = `chair-of-${actor.id}`;
    chairs.push(
      SceneActor.parse({
        id,
        kind: 'chair',
        word: 'chair',
        count,
        motion: { kind: 'still' },
        ...(relation ? { relation } : {}),
        ...(actor.place ? { place: actor.place } : {}),
      }),
    );
    return { ...actor, relation: { kind: 'on', to: id } };
  });
  return [...seated, ...chairs];
}
