import { blurPlane, ease } from './planes.ts';
import type { Coverage } from './sight.ts';

/** Regions on one grid, 0 to 1 each. */
export interface DepthClues {
  readonly width: number;
  readonly height: number;
  readonly sky?: Float32Array;
  /** Things that stand upright, each as far away as its foot. */
  readonly standing: readonly Float32Array[];
  /** In rows of the grid. */
  readonly horizonRow?: number;
}

/**
 * Guesses how far away everything is: the ground comes nearer towards the lower edge, what rises behind it stands at the
 * horizon, the sky is farthest, and what stands takes its foot's distance.
 */
export function guessDepth(clues: DepthClues): Coverage {
  const { width, height, sky, standing, horizonRow } = clues;
  const depth = new Float32Array(width * height);
  const far = horizonRow ?? 0.15 * height;
  for (let y = 0; y < height; y++) {
    const down = (y - far) / Math.max(1, height - far);
    // In perspective the distance falls as one over the height below the horizon; a softer curve shows less error.
    const ground = down > 0 ? 210 - 190 * down ** 0.75 : 210 + 15 * Math.min(1, -down);
    depth.fill(horizonRow === undefined ? 190 - (150 * y) / height : ground, y * width, (y + 1) * width);
  }
  if (sky) for (let i = 0; i < depth.length; i++) depth[i]! += (255 - depth[i]!) * sky[i]!;
  const smooth = blurPlane(depth, width, height, 2);
  for (const region of standing) standUp(smooth, region, width, height);
  return { width, height, data: Uint8Array.from(smooth, (value) => Math.max(0, Math.min(255, Math.round(value)))) };
}

function standUp(depth: Float32Array, region: Float32Array, width: number, height: number): void {
  let [foot, top, columns] = [-1, height, 0];
  for (let i = 0; i < region.length; i++) {
    if (region[i]! <= 0.5) continue;
    const y = Math.floor(i / width);
    foot = Math.max(foot, y);
    top = Math.min(top, y);
    columns++;
  }
  if (columns === 0) return;
  const row = foot * width;
  const behind = depth[row + (width >> 1)]!;
  for (let i = 0; i < region.length; i++) {
    // A little rounder than a cardboard figure: its middle comes forward.
    const rise = (foot - Math.floor(i / width)) / Math.max(1, foot - top);
    const value = Math.max(0, behind - 12 - 10 * ease(0, 0.3, rise));
    depth[i]! += (Math.min(value, depth[i]!) - depth[i]!) * ease(0.3, 0.7, region[i]!);
  }
}
