import type { Face } from '../../../vision/sight.ts';

/** The outline of a face as it is seen, a convex ring of x, y. */
export type Outline = readonly (readonly [x: number, y: number])[];

/** A face's mesh covers the face: its hull is what hides things behind cheeks, jaw and chin. */
export function outlineOf({ mesh }: Pick<Face, 'mesh'>): Outline {
  const points: (readonly [number, number])[] = [];
  for (let i = 0; i + 2 < mesh.length && i < 468 * 3; i += 3) points.push([mesh[i]!, mesh[i + 1]!]);
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: typeof points): (readonly [number, number])[] => {
    const ring: (readonly [number, number])[] = [];
    for (const point of ordered) {
      while (ring.length > 1 && turn(ring[ring.length - 2]!, ring[ring.length - 1]!, point) <= 0) ring.pop();
      ring.push(point);
    }
    ring.pop();
    return ring;
  };
  return [...half(points), ...half(points.toReversed())];
}

/**
 * Prepares to tell how deep a place lies inside a convex outline: pixels, negative outside; anything below `least` may be
 * told as some number below it.
 */
export function depthIn(outline: Outline, least: number): (x: number, y: number) => number {
  const count = outline.length;
  // Each side's line as a · x + b · y + c, the distance to it.
  const sides = new Float64Array(count * 3);
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % count]!;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const a = -(by - ay) / length;
    const b = (bx - ax) / length;
    sides.set([a, b, -(a * ax + b * ay)], i * 3);
  });
  return (x, y) => {
    let nearest = Infinity;
    for (let i = 0; i < sides.length; i += 3) {
      const distance = sides[i]! * x + sides[i + 1]! * y + sides[i + 2]!;
      if (distance < nearest) nearest = distance;
      if (nearest < least) return nearest;
    }
    return nearest;
  };
}

function turn(o: readonly [number, number], a: readonly [number, number], b: readonly [number, number]): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}
