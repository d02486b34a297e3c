import { familyOf } from '../actors/family.ts';
import type { Scene } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import type { Placed } from './cast.ts';

/** What is done with the eyes, and may be done to what is far. */
const GAZES = /^(?:look at|gaze at|stare at|gaze|stare|watch|admire|contemplate)$/;
const CLOSE: ReadonlySet<Scene['camera']['shot']> = new Set(['close', 'macro', 'portrait']);
/** Seen over a shoulder: from behind, with a little of the cheek. */
const AWAY = Math.PI - 0.42;

/**
 * Who looks out over a valley, or at moons that hang behind him, looks there and not at the camera. Beside what stands
 * near, others have turned everybody already.
 * @param near What stands round the subject.
 */
export function lookAway(near: readonly Placed[], scene: Scene): Placed[] {
  const { isOpen } = traitsOf(scene.set);
  if (!isOpen || CLOSE.has(scene.camera.shot)) return [...near];
  return near.map((one) => {
    const { motion, does = '', says, relation } = one.actor;
    if (familyOf(one.actor.kind) !== 'person' || motion.kind !== 'idle' || says !== undefined) return one;
    const isCompanion = near.some(({ actor }) => actor.id === relation?.to);
    // Of a dark shape no eyes are to be seen.
    const isSentAway = motion.direction === 'away' || scene.setDetails.includes('silhouette');
    const isAlone = near.every(({ actor, carrier }) => familyOf(actor.kind) === 'person' || carrier === one);
    const looksFar = GAZES.test(does) && isAlone && !isCompanion;
    return isSentAway || looksFar ? { ...one, yaw: one.position[0] > 0.3 ? -AWAY : AWAY } : one;
  });
}
