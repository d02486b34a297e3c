import { boxBlur, fineBlur, type Plane, planesFor, type Sheet } from './planes.ts';

/** Which way contours run: a unit vector along them for each pixel, and how sure that is, 0 to 1. */
export interface Flow {
  readonly x: Plane;
  readonly y: Plane;
  readonly strength: Plane;
}

/** Contours from the smoothed structure tensor of brightness. The flow is used again for the next picture. */
export function createFlow(sheet: Sheet, radius: number) {
  const [x, y, strength, spare] = planesFor(sheet, 4);
  const flow: Flow = { x, y, strength };
  const reach = Math.max(1, Math.round(radius * 1.4));
  return (luma: Plane): Flow => {
    sheet.easel.run('flowSheet', luma, x, y, strength, spare, reach);
    return flow;
  };
}

export interface InkOptions {
  /** Width of a line in sheet pixels, about 1 to 3. */
  readonly width: number;
  /** Steps along the contour on both sides; more makes longer, calmer lines. */
  readonly reach: number;
}

/**
 * Ink lines: where a pixel is darker than its surroundings, drawn out along the contours. About 0 where there is nothing,
 * and larger the darker the line is against what surrounds it; a style cuts it off at a level.
 */
export function createInk(sheet: Sheet, { width, reach }: InkOptions) {
  const [fine, wide, spare, lines] = planesFor(sheet, 4);
  return (luma: Plane, flow: Flow): Plane => {
    if (width <= 1.2) fineBlur(luma, fine, spare, sheet);
    else boxBlur(luma, fine, spare, sheet, width * 0.5);
    boxBlur(fine, wide, spare, sheet, Math.max(1, width));
    boxBlur(wide, wide, spare, sheet, Math.max(1, width));
    sheet.easel.run('darkerSheet', fine, wide);
    sheet.easel.run('followSheet', fine, flow.x, flow.y, lines, reach);
    return lines;
  };
}
