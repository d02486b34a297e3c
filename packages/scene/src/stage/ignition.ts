import type { Scene } from '../scene.ts';
import { LIFT_OFF } from './launch-plan.ts';
import { smoothstep } from './matrix.ts';

/** How strongly something glows, by how far it is from where the event begins. */
export type Ignition = (distanceShare: number, seconds: number) => number;

/**
 * The wave of light of `lightsUp`: what is near starts first, flares up, and settles. Without the event things glow
 * from the start.
 * @returns A function of the share of the way (0 nearest … 1 farthest) and the time; 0 dark … about 1.7 flaring … 1.
 */
export function createIgnition(scene: Scene, durationSeconds: number): Ignition {
  if (!scene.events.some((event) => event.kind === 'lightsUp')) return () => 1;
  const hasLaunch = scene.actors.some((actor) => actor.motion.kind === 'launch');
  const from = scene.events.find(({ kind }) => kind === 'lightsUp')?.from ?? (hasLaunch ? LIFT_OFF : 0.12);
  const start = durationSeconds * from;
  const span = durationSeconds * (hasLaunch ? 0.42 : 0.6);
  return (distanceShare, seconds) => {
    const since = seconds - start - distanceShare * span;
    if (since <= 0) return 0;
    // Stutters like a lamp that strikes, then flares and settles.
    const strike = since < 0.28 ? 0.55 + 0.45 * Math.sign(Math.sin(since * 70)) : 1;
    return smoothstep(0, 0.3, since) * strike * (1 + 0.75 * Math.exp(-3 * since));
  };
}
