import type { Material } from '@openimagine/render';
import { type SetInstance, standing } from './scatter.ts';
import { type Color, shade, smoothstep } from './shape.ts';
import { type ColorAt, fractal, type HeightAt, noise, patchGround } from './terrain.ts';

/** Dry sand: fine grains alone. Ripples are modelled, softly, since a pattern of them stands out as hard stripes in low light. */
export const SAND: Material = { pattern: 'grain', patternScale: 2.6, wrap: 0.25, specular: 0.05, gloss: 12 };

/** How far ripples rise above the ground at most, metres. */
const RISE = 0.02;

/**
 * What the wind leaves in sand, as a height to add to the ground: low ridges half a metre apart that wind, fork, fade
 * into smooth places, and stand across the view so that a low light catches them.
 * @param share 0 smooth … 1 ridges everywhere.
 */
export function sandRipples(x: number, z: number, share: number): number {
  const bend = (noise(x * 0.22, z * 0.3, 61) - 0.5) * 5 + (noise(x * 0.9, z * 1.1, 62) - 0.5) * 0.9;
  const phase = (z * 0.94 + x * 0.28) * 11.4 + bend;
  const crest = 0.5 + 0.5 * Math.sin(phase + 0.35 * Math.sin(phase));
  const fine = 0.25 * noise(x * 3.1, z * 3.1, 63);
  const kept = smoothstep(0.75 - share, 1.15 - share, fractal(x * 0.21, z * 0.3, 2, 64));
  return RISE * ((crest * 0.75 + fine) * kept + 0.35 * noise(x * 0.9, z * 0.9, 65));
}

export interface SandPatch {
  readonly heightAt: HeightAt;
  readonly colorAt: ColorAt;
  readonly from: readonly [x: number, z: number];
  readonly to: readonly [x: number, z: number];
  /** As of `sandRipples`. */
  readonly share: number;
  /** Whether sand is dry there: what the sea washes over is smooth. Default everywhere. */
  readonly isDry?: (x: number, z: number) => boolean;
  readonly material?: Material;
}

/** Sand that is looked at closely, laid over the coarse ground: ripples, hollows, and paler crests. It dips under at its edges. */
export function sandPatch(patch: SandPatch): SetInstance {
  const { from, to, heightAt, share, isDry = () => true } = patch;
  const inside = (x: number, z: number): number =>
    Math.min(1, Math.min(x - from[0], to[0] - x, z - from[1], to[1] - z) / 0.8);
  const risenAt: HeightAt = (x, z) => {
    const edge = inside(x, z);
    const over = isDry(x, z) ? 0.012 + sandRipples(x, z, share) : -0.05;
    return heightAt(x, z) + over * edge - 0.06 * (1 - edge);
  };
  const step = 0.125;
  const mesh = patchGround({
    from,
    to,
    columns: Math.round((to[0] - from[0]) / step),
    rows: Math.round((to[1] - from[1]) / step),
    heightAt: risenAt,
    colorAt: (x, y, z, slope): Color => {
      const height = (y - heightAt(x, z) - 0.012) / RISE;
      return shade(patch.colorAt(x, y, z, slope), 0.93 + 0.1 * Math.max(0, Math.min(1, height)));
    },
  });
  return standing(mesh, patch.material ?? SAND, undefined, { castsShadow: false });
}
