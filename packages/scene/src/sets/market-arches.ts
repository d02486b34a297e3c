import type { Vec3 } from '@openimagine/render';
import type { ShapeBuilder } from '../stage/shape.ts';

export interface ArchSpec {
  /** Half the width of the opening, and of the wall round it. */
  readonly half: number;
  readonly halfWall: number;
  /** Where the curve begins, where its point is, and where the wall ends. */
  readonly spring: number;
  readonly crown: number;
  readonly top: number;
  readonly depth: number;
  readonly wall: number;
  /** The inner side of the opening. */
  readonly soffit: number;
}

const STEPS = 9;

/** A wall with a pointed opening that faces +z, its foot at y = 0, its middle plane at z = 0. */
export function addArch(shape: ShapeBuilder, spec: ArchSpec): void {
  const { half, halfWall, spring, crown, top, depth, wall, soffit } = spec;
  const front = depth / 2;
  const heightAt = (u: number): number => spring + (crown - spring) * (1 - Math.abs(u) ** 1.7) ** 0.62;
  for (const side of [-1, 1])
    shape.box([(side * (half + halfWall)) / 2, top / 2, 0], [halfWall - half, top, depth], wall, { foot: 0.7 });
  for (let i = 0; i < STEPS * 2; i++) {
    const [u0, u1] = [i / STEPS - 1, (i + 1) / STEPS - 1];
    const [x0, x1, y0, y1] = [u0 * half, u1 * half, heightAt(u0), heightAt(u1)];
    for (const s of [1, -1]) {
      const corners: [Vec3, Vec3, Vec3, Vec3] = [
        [x0, y0, s * front],
        [x1, y1, s * front],
        [x1, top, s * front],
        [x0, top, s * front],
      ];
      const [a, b, c, d] = corners;
      if (s > 0) shape.quad(a, b, c, d, wall);
      else shape.quad(b, a, d, c, wall);
    }
    shape.quad([x1, y1, front], [x0, y0, front], [x0, y0, -front], [x1, y1, -front], soffit, 0.75);
  }
  shape.quad([-half, top, front], [half, top, front], [half, top, -front], [-half, top, -front], wall);
}
