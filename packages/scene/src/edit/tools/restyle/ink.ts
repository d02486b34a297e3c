import { boxBlur, fineBlur, type Plane, planeFor, type Sheet } from './planes.ts';

/** Which way contours run: a unit vector along them for each pixel, and how sure that is, 0 to 1. */
export interface Flow {
  readonly x: Plane;
  readonly y: Plane;
  readonly strength: Plane;
}

/** Contours from the smoothed structure tensor of brightness. The flow is used again for the next picture. */
export function createFlow(sheet: Sheet, radius: number) {
  const { width, height } = sheet;
  const flow: Flow = { x: planeFor(sheet), y: planeFor(sheet), strength: planeFor(sheet) };
  const spare = planeFor(sheet);
  return (luma: Plane): Flow => {
    const xx = flow.x;
    const yy = flow.y;
    const xy = flow.strength;
    for (let y = 0, i = 0; y < height; y++) {
      const up = y > 0 ? -width : 0;
      const down = y < height - 1 ? width : 0;
      for (let x = 0; x < width; x++, i++) {
        const l = x > 0 ? -1 : 0;
        const r = x < width - 1 ? 1 : 0;
        const gx =
          luma[i + r]! * 2 -
          luma[i + l]! * 2 +
          luma[i + up + r]! -
          luma[i + up + l]! +
          luma[i + down + r]! -
          luma[i + down + l]!;
        const gy =
          luma[i + down]! * 2 -
          luma[i + up]! * 2 +
          luma[i + down + l]! -
          luma[i + up + l]! +
          luma[i + down + r]! -
          luma[i + up + r]!;
        xx[i] = gx * gx;
        yy[i] = gy * gy;
        xy[i] = gx * gy;
      }
    }
    for (const plane of [xx, yy, xy]) boxBlur(plane, plane, spare, sheet, Math.max(1, radius * 1.4));
    for (let i = 0; i < xx.length; i++) {
      const a = xx[i]!;
      const b = yy[i]!;
      const c = xy[i]!;
      const half = (a - b) * 0.5;
      const root = Math.sqrt(half * half + c * c);
      // The eigenvector of the smaller eigenvalue; of its two forms, the one that does not cancel out.
      let tx = half > 0 ? -c : root - half;
      let ty = half > 0 ? root + half : -c;
      const length = Math.sqrt(tx * tx + ty * ty);
      if (length < 1e-9) {
        tx = 1;
        ty = 0;
      } else {
        tx /= length;
        ty /= length;
      }
      xx[i] = tx;
      yy[i] = ty;
      xy[i] = root / ((a + b) * 0.5 + 0.002);
    }
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
export function createInk(sheet: Sheet, options: InkOptions) {
  const { width, height } = sheet;
  const fine = planeFor(sheet);
  const wide = planeFor(sheet);
  const spare = planeFor(sheet);
  const lines = planeFor(sheet);
  return (luma: Plane, flow: Flow): Plane => {
    if (options.width <= 1.2) fineBlur(luma, fine, spare, sheet);
    else boxBlur(luma, fine, spare, sheet, options.width * 0.5);
    boxBlur(fine, wide, spare, sheet, Math.max(1, options.width));
    boxBlur(wide, wide, spare, sheet, Math.max(1, options.width));
    // Relative to the surroundings: a line in the shade is as much a line as one in the sun.
    for (let i = 0; i < fine.length; i++) fine[i] = (wide[i]! - fine[i]!) / (wide[i]! * 0.75 + 0.14);
    followFlow(fine, flow, lines, options.reach, width, height);
    return lines;
  };
}

function followFlow(from: Plane, flow: Flow, into: Plane, reach: number, width: number, height: number): void {
  const lastX = width - 1;
  const lastY = height - 1;
  const share = 1 / (2 * reach + 1);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const own = from[i]!;
      let sum = own;
      const dx = flow.x[i]!;
      const dy = flow.y[i]!;
      for (let k = 1; k <= reach; k++) {
        const ox = (dx * k + 1024.5) | 0;
        const oy = (dy * k + 1024.5) | 0;
        let ax = x + ox - 1024;
        let ay = y + oy - 1024;
        ax = ax < 0 ? 0 : ax > lastX ? lastX : ax;
        ay = ay < 0 ? 0 : ay > lastY ? lastY : ay;
        let bx = x - ox + 1024;
        let by = y - oy + 1024;
        bx = bx < 0 ? 0 : bx > lastX ? lastX : bx;
        by = by < 0 ? 0 : by > lastY ? lastY : by;
        sum += from[ay * width + ax]! + from[by * width + bx]!;
      }
      into[i] = sum * share;
    }
  }
}
