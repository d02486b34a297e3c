import type { Flow } from './dense-flow.ts';
import type { Grey } from './small-grey.ts';

const ZOOMS = [1, 0.94, 1.06, 0.88, 1.14, 0.8, 1.25, 0.7, 1.42] as const;
/** How far a whole picture may have gone, as a share of its sides. */
const REACH = 0.3;
/** What a larger move must gain over a smaller one, in correlation. */
const PRICE = 0.12;

/** The one shift and zoom of all of a picture that fits another best, as a flow. Both have even contrast. */
export function globalMove(from: Grey, to: Grey): Flow {
  const { width, height } = from;
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  let best = { score: -Infinity, zoom: 1, x: 0, y: 0 };
  const [reachX, reachY] = [Math.round(width * REACH), Math.round(height * REACH)];
  for (const zoom of ZOOMS) {
    for (let y = -reachY; y <= reachY; y++) {
      for (let x = -reachX; x <= reachX; x++) {
        const far = Math.hypot(x / width, y / height) + Math.abs(Math.log(zoom));
        const score = likeness(from, to, zoom, cx + x - cx * zoom, cy + y - cy * zoom) - PRICE * far;
        if (score > best.score) best = { score, zoom, x, y };
      }
    }
  }
  const dx = new Float32Array(width * height);
  const dy = new Float32Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      dx[at] = (column - cx) * (best.zoom - 1) + best.x;
      dy[at] = (row - cy) * (best.zoom - 1) + best.y;
    }
  }
  return { width, height, dx, dy };
}

/** Correlation over what both show, 0 where that is less than half. */
function likeness(from: Grey, to: Grey, zoom: number, shiftX: number, shiftY: number): number {
  const { width, height } = from;
  let [product, a, b, count] = [0, 0, 0, 0];
  for (let y = 0; y < height; y++) {
    const row = Math.round(y * zoom + shiftY);
    if (row < 0 || row >= height) continue;
    for (let x = 0; x < width; x++) {
      const column = Math.round(x * zoom + shiftX);
      if (column < 0 || column >= width) continue;
      const p = from.data[y * width + x]!;
      const q = to.data[row * width + column]!;
      product += p * q;
      a += p * p;
      b += q * q;
      count++;
    }
  }
  return count < from.data.length / 2 ? -1 : product / Math.sqrt(a * b + 1e-6);
}
