import type { Coverage } from '../../../vision/sight.ts';

/** A place well inside a region, at a share of its width; all in shares of the picture's sides. */
export function placeInside(
  region: Coverage,
  along: number,
): { readonly x: number; readonly y: number /** How much of the height it has there. */; readonly spread: number } {
  const columns = columnsOf(region);
  const used = columns.filter(({ sum }) => sum > 0.12 * region.height);
  const list = used.length > 0 ? used : columns;
  const column = list[Math.min(list.length - 1, Math.floor(along * list.length))]!;
  return {
    x: (column.x + 0.5) / region.width,
    y: (column.y + 0.5) / region.height,
    spread: column.sum / region.height,
  };
}

function columnsOf({ width, height, data }: Coverage) {
  return Array.from({ length: width }, (_, x) => {
    let [sum, weighted] = [0, 0];
    for (let y = 0; y < height; y++) {
      const share = data[y * width + x]! / 255;
      sum += share;
      weighted += share * y;
    }
    return { x, sum, y: weighted / Math.max(1e-6, sum) };
  });
}
