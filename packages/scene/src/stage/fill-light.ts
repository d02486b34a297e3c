import type { Camera, PointLight, Rgb } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { add, cross, lengthOf, normalize, scale, subtract } from './matrix.ts';

/** How strong the reflector beside the camera is, by hour; by full daylight nobody needs one. */
const STRENGTHS: Readonly<Record<Scene['time'], number>> = {
  dawn: 0.26,
  morning: 0,
  day: 0,
  golden: 0.2,
  sunset: 0.42,
  dusk: 0.36,
  night: 0.3,
};
const WARM: Rgb = [1, 0.8, 0.62];
const COOL: Rgb = [0.74, 0.84, 1];
/** Places with a light of their own for those who stand in them. */
const LIT_SETS: ReadonlySet<Scene['set']> = new Set(['studio', 'room', 'library', 'underwater', 'space']);

/**
 * A soft light beside the camera, as films use outdoors when the sun stands behind the actors: faces are seen, and the
 * place keeps its dusk. It comes along with the camera.
 */
export function createFillLight(scene: Scene, hasActors: boolean): (camera: Camera) => readonly PointLight[] {
  const isDark = scene.weather === 'storm' || scene.weather === 'fog';
  // Trees take much of the light; before mountains the low sun comes from the camera's side and leaves little to fill.
  const share = scene.set === 'forest' ? 1.5 : scene.set === 'mountains' && scene.time !== 'night' ? 0.35 : 1;
  const strength = STRENGTHS[scene.time] * share + (scene.weather === 'storm' ? 0.14 : 0);
  const isLit = LIT_SETS.has(scene.set) || scene.actors.some((actor) => actor.motion.kind === 'launch');
  if (!hasActors || isLit || strength === 0) return () => [];
  const tone = scene.time === 'night' || isDark ? COOL : WARM;
  return ({ position, target }) => {
    const away = subtract(target, position);
    const distance = lengthOf(away);
    // What is as large as a house is lit by the sky.
    if (distance > 26) return [];
    const right = normalize(cross(normalize(away), [0, 1, 0]));
    const radius = distance * 2.1;
    // The inverse of what the renderer leaves of a light at that share of its radius.
    const power = strength * 21;
    return [
      {
        position: add(position, add(scale(right, distance * 0.4), [0, distance * 0.22, 0])),
        color: [tone[0] * power, tone[1] * power, tone[2] * power],
        radius,
      },
    ];
  };
}
