import type { Vec3 } from '@openimagine/render';
import { add, scale } from './matrix.ts';
import type { Traveller } from './pose.ts';
import type { View } from './view.ts';

export interface Carried {
  readonly position: Vec3;
  readonly target: Vec3;
}

export type Follow = (seconds: number) => Carried;

/** How the camera comes along with what it follows; undefined when nothing leads it away. */
export function createFollow(travellers: readonly Traveller[], view: View): Follow | undefined {
  const followed = travellers.filter((traveller) => traveller.path.isFollowed);
  const lead = followed.find((traveller) => traveller.placed.actor.isSubject) ?? followed[0];
  if (!lead) return undefined;
  if (lead.placed.actor.motion.kind === 'launch') {
    // Looks after it and gives way, so that the ground it left stays in the picture.
    return (seconds) => {
      const height = lead.path.at(seconds).offset[1];
      return {
        position: add([0, height * 0.1, 0], scale(view.forward, -height * 0.5)),
        target: [0, height * 0.5, 0],
      };
    };
  }
  return (seconds) => {
    const { offset } = lead.path.at(seconds);
    return { position: offset, target: offset };
  };
}
