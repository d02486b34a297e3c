import type { Material, Vec3 } from '@openimagine/render';
import { type SetInstance, standing } from './scatter.ts';
import { createMeshBuilder, shade, smoothstep } from './shape.ts';
import { type ColorAt, fractal, type HeightAt, noise } from './terrain.ts';

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

/** Metres between the vertices of a patch, and between the places where the ground below it is asked for. */
const STEP = 0.15;
const COARSE = 0.6;

/** Sand that is looked at closely, laid over the coarse ground: ripples, hollows, and paler crests. It dips under at its edges. */
export function sandPatch(patch: SandPatch): SetInstance {
  const { from, to, share, isDry = () => true } = patch;
  const [columns, rows] = [Math.round((to[0] - from[0]) / STEP), Math.round((to[1] - from[1]) / STEP)];
  const at = (i: number): readonly [x: number, z: number] => [
    from[0] + (i % (columns + 1)) * STEP,
    from[1] + Math.floor(i / (columns + 1)) * STEP,
  ];
  // Dunes and shores are dear to ask and smooth: a coarse grid of them will do.
  const groundAt = sampled(patch);
  const count = (columns + 1) * (rows + 1);
  const over = new Float32Array(count);
  const heights = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const [x, z] = at(i);
    const edge = Math.min(1, Math.min(x - from[0], to[0] - x, z - from[1], to[1] - z) / 0.8);
    over[i] = (isDry(x, z) ? 0.012 + sandRipples(x, z, share) : -0.05) * edge - 0.06 * (1 - edge);
    heights[i] = groundAt(x, z) + over[i]!;
  }
  const builder = createMeshBuilder();
  for (let i = 0; i < count; i++) {
    const [x, z] = at(i);
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))];
    const left = heights[column > 0 ? i - 1 : i]!;
    const right = heights[column < columns ? i + 1 : i]!;
    const back = heights[row > 0 ? i - columns - 1 : i]!;
    const front = heights[row < rows ? i + columns + 1 : i]!;
    const [dx, dz] = [left - right, back - front];
    const length = Math.hypot(dx, 2 * STEP, dz);
    const normal: Vec3 = [dx / length, (2 * STEP) / length, dz / length];
    const crest = Math.max(0, Math.min(1, (over[i]! - 0.012) / RISE));
    builder.vertex(
      [x, heights[i]!, z],
      normal,
      shade(patch.colorAt(x, heights[i]!, z, 1 - normal[1]), 0.93 + 0.1 * crest),
    );
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column;
      const below = a + columns + 1;
      builder.triangle(a, below, a + 1);
      builder.triangle(a + 1, below, below + 1);
    }
  return standing(builder.build(), patch.material ?? SAND, undefined, { castsShadow: false });
}

/** The ground's height, asked for on a grid once and taken from between its points. */
function sampled({ heightAt, from, to }: SandPatch): HeightAt {
  const columns = Math.ceil((to[0] - from[0]) / COARSE) + 1;
  const rows = Math.ceil((to[1] - from[1]) / COARSE) + 1;
  const grid = Float32Array.from({ length: columns * rows }, (_, i) =>
    heightAt(from[0] + (i % columns) * COARSE, from[1] + Math.floor(i / columns) * COARSE),
  );
  return (x, z) => {
    const [u, v] = [(x - from[0]) / COARSE, (z - from[1]) / COARSE];
    const [column, row] = [Math.min(columns - 2, Math.floor(u)), Math.min(rows - 2, Math.floor(v))];
    const [s, t] = [u - column, v - row];
    const i = row * columns + column;
    const near = grid[i]! * (1 - s) + grid[i + 1]! * s;
    const far = grid[i + columns]! * (1 - s) + grid[i + columns + 1]! * s;
    return near * (1 - t) + far * t;
  };
}
