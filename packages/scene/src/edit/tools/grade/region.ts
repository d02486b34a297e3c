import type { Coverage } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { boxBlur, type Plane, planeFor, planesFor, type Sheet } from '../restyle/planes.ts';

/** What was found in the representative frame, as it lies over another: 0 to 1 for each pixel of the sheet. The plane is used again. */
export type Region = (moment: EditMoment) => Plane;

/** Moves a region as the camera moved. Undefined where there is none. */
export function createRegion(coverage: Coverage, survey: Survey, sheet: Sheet): Region;
export function createRegion(coverage: Coverage | undefined, survey: Survey, sheet: Sheet): Region | undefined;
export function createRegion(coverage: Coverage | undefined, survey: Survey, sheet: Sheet): Region | undefined {
  if (!coverage) return;
  const { width, height } = coverage;
  const { easel, factor } = sheet;
  const data = easel.hold(coverage.data);
  const plane = planeFor(sheet);
  const kx = width / Math.max(1, survey.width);
  const ky = height / Math.max(1, survey.height);
  return ({ index }) => {
    const { a, b, tx, ty } = survey.frames[index]?.camera ?? { a: 1, b: 0, tx: 0, ty: 0 };
    const scale = a * a + b * b || 1;
    const ia = a / scale;
    const ib = b / scale;
    const fx = 0.5 * factor - tx;
    const fy = 0.5 * factor - ty;
    const across = [ia * factor * kx, ib * factor * kx, (ia * fx + ib * fy) * kx - 0.5] as const;
    const down = [-ib * factor * ky, ia * factor * ky, (ia * fy - ib * fx) * ky - 0.5] as const;
    easel.run('laySheet', data, width, height, ...across, ...down, plane);
    return plane;
  };
}

/**
 * Makes a soft region follow the edges of this very frame: the guided filter, with brightness for a guide.
 * Leaves between the eye and the sky come out of it on their own.
 * @see He, Sun and Tang, "Guided Image Filtering" (2010).
 */
export function createRegionFitter(sheet: Sheet, radius: number, tolerance: number) {
  const [meanGuide, meanRegion, both, square, spare] = planesFor(sheet, 5);
  const { easel } = sheet;
  return (region: Plane, guide: Plane): void => {
    easel.run('guideProducts', region, guide, both, square);
    boxBlur(guide, meanGuide, spare, sheet, radius);
    boxBlur(region, meanRegion, spare, sheet, radius);
    boxBlur(both, both, spare, sheet, radius);
    boxBlur(square, square, spare, sheet, radius);
    easel.run('guideLine', meanGuide, meanRegion, both, square, tolerance);
    boxBlur(both, both, spare, sheet, radius);
    boxBlur(square, square, spare, sheet, radius);
    easel.run('guideRegion', region, guide, both, square);
  };
}
