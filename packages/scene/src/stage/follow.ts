import type { Vec3 } from '@openimagine/render';
import { followBeyond } from './continue/launch-beyond.ts';
import type { LaunchPlan } from './launch-plan.ts';
import { add, scale } from './matrix.ts';
import type { Traveller } from './pose.ts';
import type { View } from './view.ts';

export interface Carried {
  readonly position: Vec3;
  readonly target: Vec3;
}

export type Follow = (seconds: number) => Carried;

/**
 * How the camera comes along with what it follows; undefined when nothing leads it away.
 * @param planOf For films that go on: how a launch does.
 */
export function createFollow(
  travellers: readonly Traveller[],
  view: View,
  planOf?: (lead: Traveller) => LaunchPlan,
): Follow | undefined {
  const followed = travellers.filter((traveller) => traveller.path.isFollowed);
  const lead = followed.find((traveller) => traveller.placed.actor.isSubject) ?? followed[0];
  if (!lead) return undefined;
  if (lead.placed.actor.motion.kind === 'launch') {
    // Looks after it and gives way, so that the ground it left stays in the picture.
    const carriedAt = (height: number): Carried => ({
      position: add([0, height * 0.1, 0], scale(view.forward, -height * 0.5)),
      target: [0, height * 0.5, 0],
    });
    const plan = planOf?.(lead);
    if (plan?.beyond) return followBeyond(plan, carriedAt, lead.placed.position, view);
    return (seconds) => carriedAt(lead.path.at(seconds).offset[1]);
  }
  return (seconds) => {
    const { offset } = (lead.path.ledAt ?? lead.path.at)(seconds);
    return { position: offset, target: offset };
  };
}
