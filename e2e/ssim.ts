/** A plane of luma, one byte a pixel. */
export interface LumaPlane {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

export function lumaOfRgba({ width, height, rgba }: { width: number; height: number; rgba: Uint8Array }): LumaPlane {
  const luma = new Uint8Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    // BT.709, limited range, as the films have it.
    const y = 0.2126 * rgba[4 * i]! + 0.7152 * rgba[4 * i + 1]! + 0.0722 * rgba[4 * i + 2]!;
    luma[i] = Math.round(16 + (219 * y) / 255);
  }
  return { width, height, luma };
}

const WINDOW = 8;
const STEP = 4;

/**
 * Mean structural similarity over windows of 8 × 8, 4 apart: 1 is equal.
 * @see Wang et al.: Image Quality Assessment, 2004
 */
export function ssim(a: LumaPlane, b: LumaPlane): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new RangeError(`expected equal sizes, got ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
  }
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= a.height; y += STEP) {
    for (let x = 0; x + WINDOW <= a.width; x += STEP) {
      sum += windowSsim(a, b, x, y);
      count++;
    }
  }
  return sum / count;
}

function windowSsim(a: LumaPlane, b: LumaPlane, x: number, y: number): number {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let row = y; row < y + WINDOW; row++) {
    for (let at = row * a.width + x, end = at + WINDOW; at < end; at++) {
      const [p, q] = [a.luma[at]!, b.luma[at]!];
      sumA += p;
      sumB += q;
      squareA += p * p;
      squareB += q * q;
      product += p * q;
    }
  }
  const n = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / n, sumB / n];
  const [varA, varB, covariance] = [squareA / n - meanA ** 2, squareB / n - meanB ** 2, product / n - meanA * meanB];
  const [c1, c2] = [6.5025, 58.5225];
  return ((2 * meanA * meanB + c1) * (2 * covariance + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2));
}
