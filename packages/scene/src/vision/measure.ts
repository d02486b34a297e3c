import type { Box, Coverage, Face, Picture, Rgb } from './sight.ts';

/** How much of something is at a place of the picture, 0 to 1; 0 outside. */
export function sampleCoverage(
  coverage: Coverage,
  picture: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): number {
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return 0;
  const u = Math.max(0, Math.min(coverage.width - 1, ((x + 0.5) * coverage.width) / picture.width - 0.5));
  const v = Math.max(0, Math.min(coverage.height - 1, ((y + 0.5) * coverage.height) / picture.height - 0.5));
  const [x0, y0] = [Math.floor(u), Math.floor(v)];
  const [x1, y1] = [Math.min(coverage.width - 1, x0 + 1), Math.min(coverage.height - 1, y0 + 1)];
  const at = (column: number, row: number) => coverage.data[row * coverage.width + column]!;
  const top = at(x0, y0) + (at(x1, y0) - at(x0, y0)) * (u - x0);
  const bottom = at(x0, y1) + (at(x1, y1) - at(x0, y1)) * (u - x0);
  return (top + (bottom - top) * (v - y0)) / 255;
}

/** The smallest box, in pixels of the picture, that holds all places covered by half or more. */
export function boundsOfCoverage(
  coverage: Coverage,
  picture: { readonly width: number; readonly height: number },
): Box | undefined {
  const { width, height, data } = coverage;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let i = 0; i < data.length; i++) {
    if (data[i]! < 128) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return undefined;
  const [sx, sy] = [picture.width / width, picture.height / height];
  return { x: left * sx, y: top * sy, width: (right + 1 - left) * sx, height: (bottom + 1 - top) * sy };
}

/** Mean colour of a box, weighted by a coverage when one is given. */
export function measureColor(picture: Picture, box: Box, coverage?: Coverage): Rgb {
  const sum = [0, 0, 0];
  let total = 1e-9;
  const step = Math.max(1, Math.floor(Math.max(box.width, box.height) / 64));
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(picture.height, box.y + box.height); y += step) {
    for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(picture.width, box.x + box.width); x += step) {
      const share = coverage ? sampleCoverage(coverage, picture, x, y) : 1;
      const i = 4 * (y * picture.width + x);
      for (let c = 0; c < 3; c++) sum[c]! += share * picture.rgba[i + c]!;
      total += share;
    }
  }
  return [Math.round(sum[0]! / total), Math.round(sum[1]! / total), Math.round(sum[2]! / total)];
}

/** Points of MediaPipe's mesh on both cheeks and the forehead, which beards, glasses and hair seldom cover. */
const SKIN_POINTS = [50, 280, 101, 330, 151, 9];

/** The colour of a face's skin: the median of its cheeks and forehead, so that shine and shadow do not count. */
export function skinTone(picture: Picture, face: Face): Rgb {
  const reach = 0.04 * face.box.width;
  const patches = SKIN_POINTS.map((point) => {
    const [x, y] = [face.mesh[3 * point]!, face.mesh[3 * point + 1]!];
    return measureColor(picture, { x: x - reach, y: y - reach, width: 2 * reach + 1, height: 2 * reach + 1 });
  });
  const middle = (c: 0 | 1 | 2) => patches.map((rgb) => rgb[c]).sort((p, q) => p - q)[patches.length >> 1]!;
  return [middle(0), middle(1), middle(2)];
}

/** Up to six colours of a picture, the commonest first. */
export function measurePalette(picture: Picture): Rgb[] {
  const bins = new Map<number, { count: number; sum: [number, number, number] }>();
  const step = Math.max(1, Math.floor(Math.sqrt((picture.width * picture.height) / 16000)));
  for (let y = 0; y < picture.height; y += step) {
    for (let x = 0; x < picture.width; x += step) {
      const i = 4 * (y * picture.width + x);
      const [r, g, b] = [picture.rgba[i]!, picture.rgba[i + 1]!, picture.rgba[i + 2]!];
      const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
      const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] };
      bin.count++;
      bin.sum[0] += r;
      bin.sum[1] += g;
      bin.sum[2] += b;
      bins.set(key, bin);
    }
  }
  const palette: Rgb[] = [];
  for (const { count, sum } of [...bins.values()].sort((p, q) => q.count - p.count)) {
    const color: Rgb = [Math.round(sum[0] / count), Math.round(sum[1] / count), Math.round(sum[2] / count)];
    const isNew = palette.every((other) => Math.hypot(...color.map((value, c) => value - other[c]!)) > 48);
    if (isNew && palette.push(color) === 6) break;
  }
  return palette;
}
