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
  const isStorm = scene.weather === 'storm';
  if (!isStorm && scene.time !== 'day' && scene.time !== 'morning') return lowBands(context, distance, count);
  const billows: Billow[] = isStorm ? stormBillows(context, distance, options.foot ?? 26) : [];
  for (let i = 0; i < (isStorm ? 0 : count); i++) {
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
    const cover = isStorm ? 0.9 : 0.62;
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

/** Thin bands drawn out along the horizon: against a low sun heaps of cloud would be dark balls. */
function lowBands(
  { scene, random: chance, durationSeconds }: SetContext,
  distance: number,
  count: number,
): (seconds: number) => SetMoment['sprites'] {
  const random = chance.fork('bands');
  const bands = Array.from({ length: count * 3 }, (_, i) => {
    const far = distance * random.between(1.2, 2);
    const angle = ((i + random.between(0.1, 0.9)) / (count * 3) - 0.5) * 2.6;
    // Lower ones lie closer together, longer and thinner.
    const height = random.next() ** 2;
    return {
      at: [Math.sin(angle) * far, far * (0.035 + 0.2 * height), -Math.cos(angle) * far] as const,
      way: [Math.cos(angle), random.between(-0.02, 0.02), Math.sin(angle)] as const,
      length: far * random.between(0.09, 0.26) * (1 - 0.4 * height),
      radius: far * random.between(0.004, 0.011) * (0.6 + height),
      cover: random.between(0.25, 0.6),
      drift: random.between(0.2, 0.5) * (0.4 + scene.wind * 2),
      rise: height,
    };
  });
  return (seconds) => {
    const [lit, shaded] = cloudLight(scene, seconds, durationSeconds);
    const spots = bands.flatMap(({ at, way, length, radius, cover, drift, rise }): SpriteSpot[] => {
      const tone = blend(shaded, lit, 0.25 + 0.75 * rise);
      // A streak fades towards its end: two of them make a band. Their round beginnings must not add up to a ball.
      return [1, -1].map((side) => {
        const [from, reach] = [side * radius * 0.64, side * length];
        return {
          position: [at[0] + drift * seconds + way[0] * from, at[1] + way[1] * from, at[2] + way[2] * from],
          radius,
          color: [tone[0], tone[1], tone[2], cover],
          stretch: [way[0] * reach, way[1] * reach, way[2] * reach],
        };
      });
    });
    return [sprites('streak', 'alpha', spots)];
  };
}

/** Towers of a thunderstorm under a dark ceiling; between their feet and the hills a rim of sky is left open. */
function stormBillows(context: SetContext, distance: number, foot: number): Billow[] {
  const random = context.random.fork('storm');
  const billows: Billow[] = [];
  const push = (angle: number, far: number, y: number, radius: number, rise: number): void => {
    billows.push({
      at: [Math.sin(angle) * far, y, -Math.cos(angle) * far],
      radius,
      rotation: random.between(0, 6.28),
      rise,
      drift: 1 + 4 * context.scene.wind,
    });
  };
  const towers = 7;
  for (let i = 0; i < towers; i++) {
    const angle = ((i + random.between(0.2, 0.8)) / towers - 0.5) * 1.5;
    const far = distance * random.between(1.15, 1.5);
    const tall = far * random.between(0.16, 0.3);
    for (let k = 0; k < 22; k++) {
      const rise = k / 21;
      // Narrow at the waist, wide at the foot and again where the top spreads into an anvil.
      const wide = far * (0.05 + 0.09 * (1 - rise) ** 2 + 0.04 * smoothstep(0.65, 1, rise));
      const aside = (random.between(-1, 1) * wide) / far;
      const radius = far * random.between(0.042, 0.066) * (1.3 - 0.5 * rise);
      push(angle + aside, far, foot * 1.5 + rise * tall, radius, 0.1 + 0.8 * rise * random.between(0.3, 1));
    }
  }
  for (let i = 0; i < 26; i++) {
    const angle = ((i + random.between(0, 1)) / 26 - 0.5) * 1.7;
    const far = distance * random.between(0.95, 1.1);
    push(angle, far, far * random.between(0.27, 0.42), far * random.between(0.06, 0.1), random.between(0, 0.25));
  }
  return billows;
}

/** The sunny and the shaded side of far clouds, hazier than those overhead. */
function cloudLight(scene: Scene, seconds: number, durationSeconds: number): readonly [lit: Rgb, shaded: Rgb] {
  const darkness = darknessAt(scene, seconds, durationSeconds);
  const isLow = ['dawn', 'golden', 'sunset', 'dusk'].includes(scene.time);
  const [lit, shaded] =
    CLOUDS[scene.weather === 'storm' || scene.weather === 'rain' ? scene.weather : isLow ? 'low' : 'fair'];
  const night = Math.max(0, darkness - 0.5) * 2;
  return [blend(lit, [0.1, 0.11, 0.2], night), blend(shaded, [0.05, 0.05, 0.12], night)];
}

type Sides = readonly [lit: Rgb, shaded: Rgb];
const CLOUDS: Readonly<Record<'fair' | 'low' | 'rain' | 'storm', Sides>> = {
  fair: [
    [1.02, 1.02, 1.02],
    [0.62, 0.72, 0.86],
  ],
  low: [
    [2.1, 1.05, 0.66],
    [0.72, 0.4, 0.42],
  ],
  rain: [
    [0.5, 0.53, 0.58],
    [0.3, 0.33, 0.4],
  ],
  storm: [
    [0.6, 0.66, 0.74],
    [0.03, 0.034, 0.042],
  ],
};
