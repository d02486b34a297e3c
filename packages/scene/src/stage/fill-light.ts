import type { Camera, PointLight, Rgb } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { isExtra } from './extras.ts';
import { add, cross, lengthOf, normalize, scale, subtract } from './matrix.ts';
import type { Traveller } from './pose.ts';

/** How strong the reflector beside the camera is, by hour; by full daylight nobody needs one. */
const STRENGTHS: Readonly<Record<Scene['time'], number>> = {
  dawn: 0.26,
  morning: 0,
  day: 0,
  golden: 0.26,
  sunset: 0.42,
  dusk: 0.36,
  night: 0.3,
};
const LOW_SUN: ReadonlySet<Scene['time']> = new Set(['dawn', 'golden', 'sunset']);
const WARM: Rgb = [1, 0.8, 0.62];
const COOL: Rgb = [0.74, 0.84, 1];

/**
 * A soft light beside the camera, as films use outdoors when the sun stands behind the actors: faces are seen, and the
 * place keeps its dusk. It comes along with the camera.
 */
export function createFillLight(scene: Scene, hasActors: boolean): (camera: Camera) => readonly PointLight[] {
  const isDark = scene.weather === 'storm' || scene.weather === 'fog';
  const hasSnow = scene.weather === 'snow' || scene.season === 'winter';
  const share = shareOf(scene, hasSnow);
  const strength = STRENGTHS[scene.time] * share + (scene.weather === 'storm' ? 0.14 : 0);
  // Without a sky a place has a light of its own.
  const isLit =
    scene.setDetails.includes('silhouette') ||
    !traitsOf(scene.set).hasSky ||
    scene.actors.some((actor) => actor.motion.kind === 'launch');
  if (!hasActors || isLit || strength === 0) return () => [];
  // The sun that trees keep off: an edge of its light on hair and shoulders, from behind.
  const rim = LOW_SUN.has(scene.time) && WOODED.has(scene.set) && !isDark ? 1 : 0;
  const tone = scene.time === 'night' || isDark || hasSnow ? COOL : WARM;
  return ({ position, target }) => {
    const away = subtract(target, position);
    const distance = lengthOf(away);
    // What is as large as a house is lit by the sky.
    if (distance > 26) return [];
    const right = normalize(cross(normalize(away), [0, 1, 0]));
    const radius = distance * 3;
    // The inverse of what the renderer leaves of a light at that share of its radius.
    const near = nearness(distance);
    const power = strength * 21 * near;
    return [
      {
        // Behind the camera and above it, or the ground before the lens would be the brightest.
        position: add(add(position, scale(away, -0.3)), add(scale(right, distance * 0.5), [0, distance * 0.55, 0])),
        color: [tone[0] * power, tone[1] * power, tone[2] * power],
        radius,
      },
      ...(rim > 0 && distance < 14
        ? [
            {
              position: add(
                add(target, scale(away, 0.12)),
                add(scale(right, -distance * 0.22), [0, distance * 0.1, 0]),
              ),
              color: [4 * near, 2.4 * near, near] as const,
              radius: distance * 0.6,
            },
          ]
        : []),
    ];
  };
}

/** What a light gives at half its reach grows as things come near: of a flower before the lens little of it is wanted. */
function nearness(distance: number): number {
  const left = (metres: number): number => 0.06 + 0.8 / (1.4 * metres ** 2 + 0.12);
  return Math.min(1, left(4.5) / left(distance * 1.5));
}

/** After dark the passers-by of a place, who are not what it is about, walk in the light of some window of their own. */
export function createPassersLight(scene: Scene, travellers: readonly Traveller[]): (seconds: number) => PointLight[] {
  const isDark = scene.time === 'night' || scene.time === 'dusk';
  const passers = travellers
    .filter(({ placed }) => isExtra(placed.actor) && placed.actor.kind === 'person')
    .slice(0, 6);
  if (!isDark || passers.length === 0) return () => [];
  return (seconds) =>
    passers.map(({ placed, path }, index) => ({
      position: add(add(placed.position, path.at(seconds).offset), [index % 2 === 0 ? 1 : -1, 2, 1.3]),
      color: index % 2 === 0 ? [1.5, 1.1, 0.72] : [1, 1.1, 1.4],
      radius: 3.6,
    }));
}

/** Where trees stand between a low sun and the actors. */
const WOODED: ReadonlySet<Scene['set']> = new Set(['forest', 'garden', 'park', 'orchard', 'jungle', 'bamboo', 'swamp']);

/** Snow lights from below, trees take much of the light, and before mountains the low sun comes from the camera's side. */
function shareOf(scene: Scene, hasSnow: boolean): number {
  if (hasSnow) return 0.45;
  if (WOODED.has(scene.set)) return 1.5;
  return scene.set === 'mountains' && scene.time !== 'night' ? 0.35 : 1;
}
