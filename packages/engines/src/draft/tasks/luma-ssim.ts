import type { I420Frame } from '@openimagine/media';

const WINDOW = 8;
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/**
 * Mean structural similarity of two frames' luma, over windows of 8 × 8 side by side: 1 is equal.
 * @see Wang et al.: Image Quality Assessment, 2004
 */
export function lumaSsim(a: I420Frame, b: I420Frame): number {
  if (a.width !== b.width || a.height !== b.height) return 0;
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= a.height; y += WINDOW) {
    for (let x = 0; x + WINDOW <= a.width; x += WINDOW, count++) sum += windowSsim(a, b, y * a.width + x);
  }
  return count === 0 ? 0 : sum / count;
}

function windowSsim(a: I420Frame, b: I420Frame, corner: number): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row++) {
    for (let at = corner + row * a.width, end = at + WINDOW; at < end; at++) {
      const [p, q] = [a.data[at]!, b.data[at]!];
      sumA += p;
      sumB += q;
      squaresA += p * p;
      squaresB += q * q;
      products += p * q;
    }
  }
  const n = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / n, sumB / n];
  const variances = squaresA / n - meanA ** 2 + squaresB / n - meanB ** 2;
  const covariance = products / n - meanA * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (variances + C2));
}
