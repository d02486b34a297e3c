import type { Material } from '@openimagine/render';
import { SNOW } from './mood.ts';
import { IDENTITY, type SetInstance, standing } from './scatter.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { fractal, noise, patchGround, ridged } from './terrain.ts';

const WOODED: Material = { pattern: 'grass', patternScale: 0.3, wrap: 0.3, specular: 0.02 };
const ROCKY: Material = { pattern: 'rock', patternScale: 0.05, wrap: 0.1, specular: 0.04 };

export interface HillRange {
  /** Distance of its crest from the origin, towards −z. */
  readonly z: number;
  readonly halfWidth: number;
  readonly halfDepth: number;
  /** World height of its foot, and of its crest above that. */
  readonly foot: number;
  readonly height: number;
  readonly color: Color;
  readonly seed: number;
  /** 0 no snow … 1 all white. */
  readonly snow?: number;
  /** Where it is low: 0 … 1 by x. Default everywhere 1. */
  readonly envelope?: (x: number) => number;
  readonly columns?: number;
  /** Default: woods for soft hills, stone for ranges. */
  readonly material?: Material;
}

/** Soft, wooded hills for the distance. About 1,000 triangles. */
export function softHills(range: HillRange): SetInstance {
  const rise = range.envelope ?? (() => 1);
  const mesh = patchGround({
    from: [-range.halfWidth, range.z - range.halfDepth],
    to: [range.halfWidth, range.z + range.halfDepth],
    columns: range.columns ?? 80,
    rows: 8,
    heightAt: (x, z) => {
      const across = 1 - Math.min(1, Math.abs(z - range.z) / range.halfDepth) ** 1.5;
      const shape = 0.3 + 0.9 * fractal((x / range.halfWidth) * 3.4 + range.seed, z * 0.01, 4, range.seed);
      return range.foot - 1 + range.height * across * shape * rise(x);
    },
    colorAt: (x, _y, z) =>
      mix(shade(range.color, 0.78 + 0.44 * fractal(x * 0.06, z * 0.06, 3, range.seed)), SNOW, (range.snow ?? 0) * 0.75),
  });
  return standing(mesh, range.material ?? WOODED, IDENTITY, { castsShadow: false });
}

/** A rocky range with crests, gullies and snow above its line. About 5,000 triangles. */
export function rockyRange(range: HillRange & { readonly snowLine: number; readonly meadow: Color }): SetInstance {
  const rise = range.envelope ?? (() => 1);
  const mesh = patchGround({
    from: [-range.halfWidth, range.z - range.halfDepth],
    to: [range.halfWidth, range.z + range.halfDepth],
    columns: range.columns ?? 110,
    rows: 26,
    heightAt: (x, z) => {
      const across = 1 - Math.min(1, Math.abs(z - range.z) / range.halfDepth);
      const scale = 3.2 / range.halfWidth;
      const massif = 0.25 + 0.95 * fractal(x * scale * 0.8 + range.seed, z * scale * 0.8, 2, range.seed);
      const crests = ridged(x * scale * 1.5 + range.seed * 3, z * scale * 1.5, 5, range.seed + 2);
      return range.foot - 1 + range.height * rise(x) * across ** 1.15 * massif * (0.42 + 0.95 * crests);
    },
    colorAt: (x, y, z, slope) => {
      const t = (y - range.foot) / range.height;
      const stone = shade(range.color, 0.72 + 0.5 * fractal(x * 0.05, (z + y) * 0.05, 3, range.seed + 5));
      const green = mix(range.meadow, stone, smoothstep(0.12, 0.34, t + slope * 0.35 - 0.1));
      const jag = (noise(x * 0.04, z * 0.04, range.seed + 9) - 0.5) * 0.24;
      const white = smoothstep(range.snowLine - 0.08, range.snowLine + 0.1, t + jag - Math.max(0, slope - 0.42) * 1.1);
      return mix(green, SNOW, Math.max(white, (range.snow ?? 0) * (1 - smoothstep(0.3, 0.6, slope))));
    },
  });
  return standing(mesh, range.material ?? ROCKY, IDENTITY, { castsShadow: false });
}
