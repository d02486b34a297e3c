import type { Box } from '@openimagine/scene';

/** A box with a share of its size more on each side. */
export function growBox(box: Box, share: number): Box {
  const [dx, dy] = [box.width * share, box.height * share];
  return { x: box.x - dx, y: box.y - dy, width: box.width + 2 * dx, height: box.height + 2 * dy };
}

/** Intersection over union, 0 to 1. */
export function overlapOfBoxes(a: Box, b: Box): number {
  const shared = sharedArea(a, b);
  return shared / Math.max(1e-9, a.width * a.height + b.width * b.height - shared);
}

/** Whether most of the inner box lies in the outer one. */
export function containsBox(outer: Box, inner: Box): boolean {
  return sharedArea(outer, inner) > 0.6 * inner.width * inner.height;
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
