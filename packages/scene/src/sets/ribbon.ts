import type { Vec3 } from '@openimagine/render';
import type { Color, MeshBuilder } from './shape.ts';
import { type HeightAt, slopeNormal } from './terrain.ts';

/** A way over the ground: points with half widths. */
export type Lane = readonly (readonly [x: number, z: number, halfWidth: number])[];

export interface RibbonOptions {
  /** The part of the way, 0 … 1. */
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly columns: number;
  readonly heightAt: HeightAt;
  /** @param side −1 left edge … 1 right edge. */
  readonly colorAt: (x: number, z: number, side: number) => Color;
}

/** Lays a band along a lane: a stream of lava, a brook, a trodden path. It follows the ground across its whole width. */
export function addRibbon(builder: MeshBuilder, lane: Lane, options: RibbonOptions): void {
  const { steps, columns, heightAt } = options;
  let before = -1;
  for (let i = 0; i <= steps; i++) {
    const t = options.from + ((options.to - options.from) * i) / steps;
    const [x, z, half] = pointOf(lane, t);
    const [ax, az] = pointOf(lane, Math.max(0, t - 0.004));
    const [bx, bz] = pointOf(lane, Math.min(1, t + 0.004));
    const length = Math.hypot(bx - ax, bz - az) || 1;
    const [nx, nz] = [-(bz - az) / length, (bx - ax) / length];
    let first = -1;
    for (let c = 0; c <= columns; c++) {
      const side = (2 * c) / columns - 1;
      const [px, pz] = [x + nx * half * side, z + nz * half * side];
      const point: Vec3 = [px, heightAt(px, pz), pz];
      const index = builder.vertex(point, slopeNormal(heightAt, px, pz, 0.4), options.colorAt(px, pz, side));
      if (c === 0) first = index;
    }
    if (before >= 0)
      for (let c = 0; c < columns; c++) {
        builder.triangle(before + c, first + c, first + c + 1);
        builder.triangle(before + c, first + c + 1, before + c + 1);
        builder.triangle(before + c, first + c + 1, first + c);
        builder.triangle(before + c, before + c + 1, first + c + 1);
      }
    before = first;
  }
}

/** A point of the smooth curve through the lane's points. */
export function pointOf(lane: Lane, t: number): readonly [x: number, z: number, halfWidth: number] {
  const along = Math.min(0.99999, Math.max(0, t)) * (lane.length - 1);
  const i = Math.floor(along);
  const f = along - i;
  const at = (k: number) => lane[Math.min(lane.length - 1, Math.max(0, k))]!;
  const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
  const bend = (k: 0 | 1 | 2): number =>
    q[k] +
    0.5 * f * (r[k] - p[k] + f * (2 * p[k] - 5 * q[k] + 4 * r[k] - s[k] + f * (3 * (q[k] - r[k]) + s[k] - p[k])));
  return [bend(0), bend(1), bend(2)];
}
