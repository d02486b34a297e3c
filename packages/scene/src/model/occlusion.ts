import type { Mesh } from '@openimagine/render';
import { softStep } from './color.ts';
import { meshBounds } from './mesh.ts';

export interface OcclusionOptions {
  /** Metres above the lowest point over which it grows light. Default a third of the height. */
  readonly height?: number;
  /** How dark the lowest points are, 0 black … 1 not at all. Default 0.55. */
  readonly floor?: number;
  /** How much is lost where the surface faces down, 0 … 1. Default 0.35. */
  readonly under?: number;
}

/** A copy that is darker near the ground and where it faces down: what the light from all round does not reach. */
export function bakeOcclusion(mesh: Mesh, options: OcclusionOptions = {}): Mesh {
  const { min, max } = meshBounds(mesh);
  const { height = (max[1] - min[1]) / 3 || 1, floor = 0.55, under = 0.35 } = options;
  const colors = new Uint8Array(mesh.colors);
  for (let i = 0; i < colors.length / 4; i++) {
    const lift = softStep(0, height, mesh.positions[i * 3 + 1]! - min[1]);
    const down = Math.max(0, -mesh.normals[i * 3 + 1]!);
    const open = (floor + (1 - floor) * lift) * (1 - under * down);
    colors[i * 4 + 3] = Math.round(colors[i * 4 + 3]! * open);
  }
  return { ...mesh, colors };
}
