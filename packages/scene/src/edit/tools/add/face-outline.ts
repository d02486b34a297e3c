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
 * How deep a place lies inside a convex outline, pixels; negative outside (there at most the distance to the nearest
 * side's line).
 */
export function depthInside(outline: Outline, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < outline.length; i++) {
    const [ax, ay] = outline[i]!;
    const [bx, by] = outline[(i + 1) % outline.length]!;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    least = Math.min(least, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length);
  }
  return least;
}

function turn(o: readonly [number, number], a: readonly [number, number], b: readonly [number, number]): number {
  return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}
