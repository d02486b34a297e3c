import { familyOf } from '../actors/family.ts';
import type { CameraPlan } from '../scene.ts';
import type { Placed } from './cast.ts';

/** Steps that what is looked at stands behind the shoulder, in heights of who looks. */
const AHEAD = 1.6;

/**
 * Over a shoulder: who looks is turned from the camera and fills one side, and what stands with them is farther off.
 * @returns What is placed, and of it what the camera must hold.
 */
export function overShoulder(
  placed: readonly Placed[],
  shot: CameraPlan['shot'],
): { readonly main: readonly Placed[]; readonly framed: readonly Placed[] } {
  const able =
    shot === 'overShoulder'
      ? placed.filter(({ actor }) => /^(?:person|robot)$/.test(familyOf(actor.kind)) && actor.pose !== 'lying')
      : [];
  const looker = able.find(({ actor }) => actor.isSubject) ?? able[0];
  if (looker === undefined) return { main: placed, framed: placed };
  const ahead = looker.built.bounds.height * AHEAD;
  const [x] = looker.position;
  const isHeld = (one: Placed): boolean => one.carrier === looker;
  const main = placed.map((one): Placed => {
    if (one.actor === looker.actor) return { ...one, yaw: Math.PI - 0.3 };
    if (isHeld(one)) return one;
    const [ownX, y, z] = one.position;
    return { ...one, position: [x + (ownX - x) * 0.5 + ahead * 0.3, y, z - ahead] };
  });
  return { main, framed: main.filter(({ actor }) => actor === looker.actor) };
}
