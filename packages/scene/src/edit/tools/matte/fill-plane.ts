import { createPlane, type Plane } from './plane.ts';

/**
 * Spreads values from where they are known to where they are not, smoothly: averaged upwards through ever smaller grids,
 * and down again (pull-push).
 * @param weights 1 where a value is known, 0 where it is not, or between.
 */
export function fillPlane(values: Plane, weights: Plane): Plane {
  if (values.width <= 1 && values.height <= 1) return values;
  const width = Math.max(1, Math.ceil(values.width / 2));
  const height = Math.max(1, Math.ceil(values.height / 2));
  const smaller = createPlane(width, height);
  const smallerWeights = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let weight = 0;
      for (let dy = 0; dy < 2 && 2 * y + dy < values.height; dy++) {
        for (let dx = 0; dx < 2 && 2 * x + dx < values.width; dx++) {
          const at = (2 * y + dy) * values.width + 2 * x + dx;
          sum += values.data[at]! * weights.data[at]!;
          weight += weights.data[at]!;
        }
      }
      smaller.data[y * width + x] = weight > 0 ? sum / weight : 0;
      smallerWeights.data[y * width + x] = Math.min(1, weight);
    }
  }
  const filled = fillPlane(smaller, smallerWeights);
  const result = createPlane(values.width, values.height);
  for (let y = 0; y < values.height; y++) {
    for (let x = 0; x < values.width; x++) {
      const at = y * values.width + x;
      const known = Math.min(1, weights.data[at]!);
      result.data[at] = known * values.data[at]! + (1 - known) * between(filled, x / 2 - 0.25, y / 2 - 0.25);
    }
  }
  return result;
}

function between({ width, height, data }: Plane, x: number, y: number): number {
  const x0 = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const y0 = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const x1 = Math.min(width - 1, x0 + 1);
  const y1 = Math.min(height - 1, y0 + 1);
  const fx = Math.max(0, Math.min(1, x - x0));
  const fy = Math.max(0, Math.min(1, y - y0));
  const above = data[y0 * width + x0]! * (1 - fx) + data[y0 * width + x1]! * fx;
  const below = data[y1 * width + x0]! * (1 - fx) + data[y1 * width + x1]! * fx;
  return above * (1 - fy) + below * fy;
}
