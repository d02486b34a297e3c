import type { Coverage } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { boxBlur, clamp01, type Plane, planeFor, type Sheet } from '../restyle/planes.ts';

/**
 * Lays what was found in the representative frame over another frame: moved as the camera moved, and read for each pixel
 * of the sheet, 0 to 1.
 */
export function layRegion(coverage: Coverage, survey: Survey, moment: EditMoment, sheet: Sheet, into: Plane): void {
  const { a, b, tx, ty } = survey.frames[moment.index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
  const scale = a * a + b * b || 1;
  const ia = a / scale;
  const ib = b / scale;
  const { width: cw, height: ch, data } = coverage;
  const kx = cw / Math.max(1, survey.width);
  const ky = ch / Math.max(1, survey.height);
  const lastX = cw - 1;
  const lastY = ch - 1;
  const stepX = sheet.factor;
  for (let y = 0, i = 0; y < sheet.height; y++) {
    const fy = (y + 0.5) * sheet.factor - ty;
    for (let x = 0; x < sheet.width; x++, i++) {
      const fx = (x + 0.5) * stepX - tx;
      let u = (ia * fx + ib * fy) * kx - 0.5;
      let v = (ia * fy - ib * fx) * ky - 0.5;
      u = u < 0 ? 0 : u > lastX ? lastX : u;
      v = v < 0 ? 0 : v > lastY ? lastY : v;
      const u0 = u | 0;
      const v0 = v | 0;
      const du = u - u0;
      const dv = v - v0;
      const right = u0 < lastX ? 1 : 0;
      const at = v0 * cw + u0;
      const below = v0 < lastY ? at + cw : at;
      const top = data[at]! + (data[at + right]! - data[at]!) * du;
      const bottom = data[below]! + (data[below + right]! - data[below]!) * du;
      into[i] = (top + (bottom - top) * dv) * (1 / 255);
    }
  }
}

/**
 * Makes a soft region follow the edges of this very frame: the guided filter, with brightness for a guide.
 * Leaves between the eye and the sky come out of it on their own.
 * @see He, Sun and Tang, "Guided Image Filtering" (2010).
 */
export function createRegionFitter(sheet: Sheet, radius: number, tolerance: number) {
  const meanGuide = planeFor(sheet);
  const meanRegion = planeFor(sheet);
  const both = planeFor(sheet);
  const square = planeFor(sheet);
  const spare = planeFor(sheet);
  return (region: Plane, guide: Plane): void => {
    for (let i = 0; i < region.length; i++) {
      both[i] = region[i]! * guide[i]!;
      square[i] = guide[i]! * guide[i]!;
    }
    boxBlur(guide, meanGuide, spare, sheet, radius);
    boxBlur(region, meanRegion, spare, sheet, radius);
    boxBlur(both, both, spare, sheet, radius);
    boxBlur(square, square, spare, sheet, radius);
    for (let i = 0; i < region.length; i++) {
      const g = meanGuide[i]!;
      const slope = (both[i]! - g * meanRegion[i]!) / (square[i]! - g * g + tolerance);
      both[i] = slope;
      square[i] = meanRegion[i]! - slope * g;
    }
    boxBlur(both, both, spare, sheet, radius);
    boxBlur(square, square, spare, sheet, radius);
    for (let i = 0; i < region.length; i++) region[i] = clamp01(both[i]! * guide[i]! + square[i]!);
  };
}
