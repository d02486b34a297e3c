import type { Rgb } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import type { LightRig } from './light.ts';
import { mixRgb } from './matrix.ts';

/** Linear light of the colours that a sky is asked to have. */
const SKIES: Readonly<Record<string, Rgb>> = {
  pink: [1, 0.42, 0.62],
  purple: [0.5, 0.22, 0.85],
  violet: [0.44, 0.2, 0.9],
  lavender: [0.66, 0.5, 0.95],
  red: [1, 0.16, 0.1],
  crimson: [0.9, 0.08, 0.12],
  orange: [1, 0.45, 0.14],
  yellow: [1, 0.8, 0.28],
  golden: [1, 0.68, 0.24],
  green: [0.26, 0.72, 0.36],
  emerald: [0.14, 0.7, 0.4],
  teal: [0.12, 0.6, 0.62],
  turquoise: [0.16, 0.68, 0.72],
  sand: [0.9, 0.6, 0.3],
  'blue hour': [0.13, 0.3, 0.95],
};

const lumaOf = ([r, g, b]: Rgb): number => r * 0.3 + g * 0.55 + b * 0.15;

/** The same light with a sky of the colour that the prompt gave it: `pink sky`, `green sky`; a sandstorm is sky and air of sand. */
export function tintSky(rig: LightRig, scene: Scene): LightRig {
  const isSand = scene.setDetails.includes('sandstorm');
  const isBlue = scene.setDetails.includes('blue hour');
  const named = scene.setDetails.map((detail) => /^(\w+) sky$/.exec(detail)?.[1]).find(Boolean);
  const name = isSand ? 'sand' : isBlue ? 'blue hour' : named;
  const tint = name === undefined ? undefined : SKIES[name];
  if (tint === undefined) return rig;
  const share = lumaOf(tint);
  /** The hue at the brightness that was there, never so dark that no hue is left. */
  const toned = (color: Rgb, amount: number, least = 0.02): Rgb => {
    const level = Math.max(least, lumaOf(color)) / share;
    return mixRgb(color, [tint[0] * level, tint[1] * level, tint[2] * level], amount);
  };
  const { sky, fog, ambient, sun } = rig;
  const isBright = lumaOf(sky.horizon) > 0.2;
  const floor = isBright ? 0.22 : 0.03;
  return {
    ...rig,
    sky: {
      ...sky,
      zenith: toned(sky.zenith, 0.88, floor),
      horizon: toned(sky.horizon, 0.72),
      ...(sky.clouds === undefined
        ? {}
        : { clouds: { ...sky.clouds, lit: toned(sky.clouds.lit, 0.4), shade: toned(sky.clouds.shade, 0.6) } }),
    },
    fog: { ...fog, color: toned(fog.color, isSand ? 0.92 : 0.6), density: fog.density * (isSand ? 1.5 : 1) },
    ambient: { ...ambient, up: toned(ambient.up, isSand ? 0.7 : 0.4) },
    sun: { ...sun, color: toned(sun.color, isSand ? 0.55 : 0.22) },
  };
}
