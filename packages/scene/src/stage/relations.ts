import type { SceneActor } from '../scene.ts';
import { SKY_KINDS, type Troop } from './cast.ts';

/** How much taller the other must be to be scenery rather than company. */
const SCENERY_RATIO = 4;
const SCENERY_METRES = 3;
const BESIDE: ReadonlySet<string> = new Set(['inFrontOf', 'nextTo', 'leftOf', 'rightOf', 'under', 'around']);

/**
 * Somebody beside a mountain is somebody with a mountain behind: relations to things several times as tall become
 * places in the picture, so that the camera frames the small one and the large one stays whole in the background.
 */
export function relateToScenery(troops: readonly Troop[], hasSky: boolean): Troop[] {
  const changes = new Map<string, Partial<SceneActor>>();
  const byId = new Map(troops.map((troop) => [troop.actor.id, troop]));
  for (const { actor, size } of troops) {
    const target = actor.relation && byId.get(actor.relation.to);
    if (hasSky && target && SKY_KINDS.has(actor.kind)) {
      changes.set(actor.id, { ...changes.get(actor.id), isFreed: true } as Partial<SceneActor>);
      continue;
    }
    // Under a moon is on the ground, wherever the moon is.
    if (hasSky && target && SKY_KINDS.has(target.actor.kind) && BESIDE.has(actor.relation!.kind)) {
      changes.set(actor.id, { ...changes.get(actor.id), isFreed: true } as Partial<SceneActor>);
      continue;
    }
    if (!target || target.actor.isSubject || target.actor.id === actor.id || !BESIDE.has(actor.relation!.kind))
      continue;
    if (
      target.size.height < Math.max(SCENERY_METRES, size.height * SCENERY_RATIO) ||
      (actor.relation!.kind === 'under' && target.size.height < 12)
    )
      continue;
    const side = actor.relation!.kind === 'leftOf' ? 'left' : actor.relation!.kind === 'rightOf' ? 'right' : undefined;
    changes.set(actor.id, {
      ...changes.get(actor.id),
      isFreed: true,
      ...(side && !actor.place ? { place: side } : {}),
    } as Partial<SceneActor>);
    const opposite = side === 'left' ? 'right' : side === 'right' ? 'left' : 'background';
    // What one poses in front of is right behind, not somewhere in the back.
    if (actor.relation!.kind === 'inFrontOf' && /^(?:undefined|background)$/.test(`${target.actor.place}`))
      changes.set(target.actor.id, { ...changes.get(target.actor.id), place: 'center' });
    else if (!target.actor.place) changes.set(target.actor.id, { ...changes.get(target.actor.id), place: opposite });
  }
  if (changes.size === 0) return [...troops];
  return troops.map((troop) => {
    const change = changes.get(troop.actor.id);
    if (!change) return troop;
    const { isFreed, ...rest } = change as Partial<SceneActor> & { isFreed?: boolean };
    const { relation, ...free } = troop.actor;
    const actor: SceneActor = { ...(isFreed ? free : { ...free, ...(relation ? { relation } : {}) }), ...rest };
    return { ...troop, actor, members: troop.members.map((member) => ({ ...member, actor })) };
  });
}

export function relationTarget(troop: Troop, byId: ReadonlyMap<string, Troop>): Troop | undefined {
  const target = troop.actor.relation && byId.get(troop.actor.relation.to);
  return target === troop ? undefined : target;
}
