import { blurPlane, createPlane, type Plane } from './plane.ts';

/** How far a cut-out may be too large, as a share of the grid's longer side. */
const DEPTH_SHARE = 0.075;
/** Logarithm of how much likelier a colour is outside than inside before it is taken for background. */
const FOREIGN = -0.8;

/**
 * Takes from a cut-out's rim what looks like its surroundings and unlike the rest of it: a shoulder that was guessed too
 * wide, a piece of wall beside a neck.
 * @param odds For each place, the logarithm of how much likelier its colour is inside than outside.
 */
export function eatFringe(mask: Plane, odds: Plane): Plane {
  const { width, height } = mask;
  const calm = blurPlane(odds, 1);
  const depth = Math.max(1, Math.round(DEPTH_SHARE * Math.max(width, height)));
  const eaten = createPlane(width, height);
  let rim: number[] = [];
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i]! < 0.5) rim.push(i);
  for (let step = 0; step < depth && rim.length > 0; step++) {
    const next: number[] = [];
    const take = (i: number): void => {
      if (mask.data[i]! < 0.5 || eaten.data[i] || calm.data[i]! > FOREIGN) return;
      eaten.data[i] = 1;
      next.push(i);
    };
    for (const i of rim) {
      const x = i % width;
      if (x > 0) take(i - 1);
      if (x + 1 < width) take(i + 1);
      if (i >= width) take(i - width);
      if (i + width < mask.data.length) take(i + width);
    }
    rim = next;
  }
  const kept = createPlane(width, height);
  for (let i = 0; i < kept.data.length; i++) {
    const isFaint = mask.data[i]! < 0.5 && calm.data[i]! < FOREIGN;
    kept.data[i] = eaten.data[i] || isFaint ? 0 : mask.data[i]!;
  }
  return kept;
}
