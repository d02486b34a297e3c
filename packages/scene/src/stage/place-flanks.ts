import type { Vec3 } from '@openimagine/render';
import type { Placed, Troop } from './cast.ts';
import { clamp, hash, lengthOf, subtract } from './matrix.ts';
import type { PlaceContext } from './place.ts';
import { unproject, type View } from './view.ts';

/**
 * Places growth and stones to the left and right of the subject, in depth, as a frame round it: they may leave the picture,
 * and stand on the free ground of the set, where there is neither water nor wall.
 * @param nearest Metres from the camera to the back of the subject.
 */
export function placeFlanks(troops: readonly Troop[], view: View, nearest: number, context: PlaceContext): Placed[] {
  const { focus } = context.set;
  const members = troops.flatMap((troop) => troop.members.map((member) => ({ troop, member })));
  return members.map(({ troop, member }, index): Placed => {
    const { place } = troop.actor;
    const side = place === 'left' ? -1 : place === 'right' ? 1 : index % 2 === 0 ? 1 : -1;
    const row = Math.floor(index / 2);
    const across = side * (0.6 + 0.1 * (row % 3) + 0.12 * hash(index, 71));
    const wanted = nearest * (0.92 + 0.17 * row + 0.12 * hash(index, 72)) + member.built.bounds.width * 0.3;
    const spot = (distance: number): Vec3 => {
      const [x, , far] = unproject(view, across, 0, distance);
      return [x, 0, Math.max(far, focus.position[2] - focus.halfDepth)];
    };
    let [x, , z] = spot(wanted);
    // Out of the water, towards the camera.
    for (let nearer = wanted; nearer > wanted * 0.3 && context.set.isDry?.(x, z) === false; nearer *= 0.94)
      [x, , z] = spot(nearer);
    const position: Vec3 = [x, context.set.groundAt(x, z), z];
    // Near the camera a full-grown one would be a trunk without a crown.
    const seen = 2 * view.halfHeight * Math.max(1, lengthOf(subtract(position, view.position)));
    const scale = clamp((seen * 0.9) / member.built.bounds.height, 0.45, 1) * (0.86 + 0.28 * hash(index, 73));
    return { ...member, layer: 'backdrop', position, yaw: hash(index, 74) * Math.PI * 2, scale };
  });
}
