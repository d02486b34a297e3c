import type { Rgb, Vec3 } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { blend, darknessAt } from './mood.ts';
import { type SpriteSpot, sprites } from './scatter.ts';
import type { SetContext, SetMoment } from './set.ts';
import { smoothstep } from './shape.ts';

interface Billow {
  readonly at: Vec3;
  readonly radius: number;
  readonly rotation: number;
  /** 0 at the shaded foot … 1 on top. */
  readonly rise: number;
  readonly drift: number;
}

export interface HorizonOptions {
  /** How far away the nearest heaps stand. Default 420 m. */
  readonly distance?: number;
  /** Height of their feet. Default 26 m. */
  readonly foot?: number;
  /** Default 9. */
  readonly heaps?: number;
}

/** Heaps of cloud far behind a landscape, lit by the hour, drifting slowly: what a wide sky needs for its depth. */
export function createHorizonClouds(
  context: SetContext,
  options: HorizonOptions = {},
): (seconds: number) => SetMoment['sprites'] {
  const { scene, durationSeconds } = context;
  if (scene.weather === 'fog' || scene.weather === 'snow') return () => [];
  const random = context.random.fork('horizon');
  const distance = options.distance ?? 420;
  const count = (options.heaps ?? 9) + (scene.weather === 'clear' ? 0 : 5);
  const billows: Billow[] = [];
  for (let i = 0; i < count; i++) {
    const far = distance * random.between(1, 1.7);
    // Spread evenly with some chance, so that no part of the sky is bare or full.
    const angle = ((i + random.between(0.1, 0.9)) / count - 0.5) * 2.3;
    const size = far * random.between(0.028, 0.062);
    const wide = random.between(2, 4.4);
    const drift = random.between(0.25, 0.6) * (0.4 + scene.wind * 2);
    for (let k = 0; k < 17; k++) {
      const along = random.between(-1, 1);
      const rise = random.next() * (1 - Math.abs(along) ** 1.4);
      billows.push({
        at: [
          Math.sin(angle) * far + along * size * wide,
          (options.foot ?? 26) * (far / distance) + rise * size * 1.7,
          -Math.cos(angle) * far + random.between(-1, 1) * size,
        ],
        radius: size * random.between(0.6, 0.95) * (1 - rise * 0.35) * (1 - 0.3 * Math.abs(along)),
        rotation: random.between(0, 6.28),
        rise,
        drift,
      });
    }
  }
  billows.sort((a, b) => Math.hypot(b.at[0], b.at[2]) - Math.hypot(a.at[0], a.at[2]));
  return (seconds) => {
    const [lit, shaded] = cloudLight(scene, seconds, durationSeconds);
    // Against a low sun heaps of cloud are thin silhouettes.
    const isLow = scene.time !== 'day' && scene.time !== 'morning';
    const cover = scene.weather === 'storm' ? 0.75 : isLow ? 0.4 : 0.62;
    const spots = billows.map(({ at, radius, rotation, rise, drift }): SpriteSpot => {
      const tone = blend(shaded, lit, smoothstep(0, 0.9, rise));
      return {
        position: [at[0] + drift * seconds, at[1], at[2]],
        radius,
        rotation: rotation + seconds * 0.004,
        color: [tone[0], tone[1], tone[2], cover * (0.5 + 0.5 * smoothstep(0, 0.25, rise))],
      };
    });
    return [sprites('puff', 'alpha', spots)];
  };
}

/** The sunny and the shaded side of far clouds, hazier than those overhead. */
function cloudLight(scene: Scene, seconds: number, durationSeconds: number): readonly [lit: Rgb, shaded: Rgb] {
  const darkness = darknessAt(scene, seconds, durationSeconds);
  const isLow = ['dawn', 'golden', 'sunset', 'dusk'].includes(scene.time);
  const isGrey = scene.weather === 'rain' || scene.weather === 'storm';
  const storm = scene.weather === 'storm' ? 0.34 : 1;
  const lit: Rgb = isGrey ? [0.5 * storm, 0.53 * storm, 0.58 * storm] : isLow ? [2.1, 1.05, 0.66] : [1.02, 1.02, 1.02];
  const shaded: Rgb = isGrey
    ? [0.3 * storm, 0.33 * storm, 0.4 * storm]
    : isLow
      ? [0.72, 0.4, 0.42]
      : [0.62, 0.72, 0.86];
  const night = Math.max(0, darkness - 0.5) * 2;
  return [blend(lit, [0.1, 0.11, 0.2], night), blend(shaded, [0.05, 0.05, 0.12], night)];
}
