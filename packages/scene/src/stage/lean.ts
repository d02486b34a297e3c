import type { Scene } from '../scene.ts';
import type { Placed } from './cast.ts';
import { hash } from './matrix.ts';

/** Landscapes without a middle of their own: no path or street runs into their depth. */
const LANDSCAPES: ReadonlySet<Scene['set']> = new Set([
  ...(['arctic', 'canyon', 'desert', 'farm', 'field', 'lake', 'meadow', 'mountains', 'planet'] as const),
  ...(['pond', 'river', 'savanna', 'sea', 'shore', 'vineyard', 'volcano'] as const),
]);
/** What is seen behind somebody in the middle, and hidden by one beside it. */
const LANDMARKS: ReadonlySet<Scene['actors'][number]['kind']> = new Set([
  ...([
    'bridge',
    'castle',
    'house',
    'lighthouse',
    'mountain',
    'planet',
    'ruin',
    'temple',
    'tower',
    'waterfall',
  ] as const),
]);
const SHOTS: ReadonlySet<Scene['camera']['shot']> = new Set(['medium', 'wide', 'extremeWide', 'low']);

/**
 * How far beside the middle of the picture a lonely subject stands, −1 … 1: in a wide land a third suits it better than
 * the middle, with room on the side to which it looks or goes.
 * @param main What stands round the subject.
 */
export function leanOf(main: readonly Placed[], scene: Scene, aspect: number): number {
  const { camera, set, actors } = scene;
  const alone = main.filter(({ carrier }) => !carrier);
  const [one] = alone;
  if (!one || alone.length > 1 || aspect < 1.3) return 0;
  if (!LANDSCAPES.has(set) || !SHOTS.has(camera.shot) || one.layer !== 'main') return 0;
  const isBoundTo = one.actor.place !== undefined || one.actor.says !== undefined || actors.length > 3;
  if (isBoundTo || camera.move === 'orbit') return 0;
  // Neither a bridge, with or without what crosses it, nor who stands before a landmark.
  const isBefore = actors.some(
    (other) => other !== one.actor && (other.place === 'background' || LANDMARKS.has(other.kind)),
  );
  if (one.actor.kind === 'bridge' || isBefore) return 0;
  const turn = Math.sin(one.yaw);
  const side = Math.abs(turn) > 0.05 ? -Math.sign(turn) : hash(one.actor.word.length, 7) < 0.5 ? -1 : 1;
  return side * (camera.shot === 'medium' || camera.shot === 'low' ? 0.24 : 0.3);
}
