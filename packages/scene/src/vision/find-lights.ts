import { labelParts } from './parts.ts';
import { blurPlane, shrinkPicture } from './planes.ts';
import type { Light, Picture } from './sight.ts';

const LIGHTS_MAX = 60;
const LONGEST = 480;

/** Finds lamps, lit windows, the sun and the moon: bright patches, far brighter than what lies around them. */
export function findLights(picture: Picture): Light[] {
  const small = shrinkPicture(picture, LONGEST);
  const { width, height, rgba } = small;
  const scale = picture.width / width;
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = (0.3 * rgba[4 * i]! + 0.5 * rgba[4 * i + 1]! + 0.2 * rgba[4 * i + 2]!) / 255;
  }
  const around = blurPlane(blurPlane(luma, width, height, Math.ceil(width / 24)), width, height, Math.ceil(width / 24));
  const shine = luma.map((value, i) => (value > 0.62 && around[i]! < 0.5 && value > around[i]! + 0.34 ? value : 0));
  const { labels, count } = labelParts(shine, width, height, (value) => value > 0);
  const parts = Array.from({ length: count }, () => ({ area: 0, x: 0, y: 0, peak: 0, reach: [1e9, 0, 1e9, 0] }));
  for (let i = 0; i < luma.length; i++) {
    const part = parts[labels[i]!];
    if (!part) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    part.area++;
    part.x += x + 0.5;
    part.y += y + 0.5;
    part.peak = Math.max(part.peak, luma[i]!);
    const [left, right, top, bottom] = part.reach as [number, number, number, number];
    part.reach = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return parts
    .filter(({ area, peak, reach: [left, right, top, bottom] }) => {
      const [w, h] = [right! - left! + 1, bottom! - top! + 1];
      // Long or ragged patches are lit walls and water.
      return area < 0.015 * width * height && peak > 0.72 && area > 0.35 * w * h && w < 4 * h && h < 4 * w;
    })
    .sort((p, q) => q.area * q.peak - p.area * p.peak)
    .slice(0, LIGHTS_MAX)
    .map(({ area, x, y }) => {
      const radius = Math.max(1, Math.sqrt(area / Math.PI));
      return {
        x: (x / area) * scale,
        y: (y / area) * scale,
        radius: radius * scale,
        color: haloColor(small, x / area, y / area, radius),
      };
    });
}

/** A lamp's core is burnt white; its colour shows in the light around it. */
function haloColor({ width, height, rgba }: Picture, x: number, y: number, radius: number): [number, number, number] {
  const sum = [0, 0, 0];
  for (let k = 0; k < 16; k++) {
    const reach = radius * (k % 2 ? 1.2 : 0.6);
    const u = Math.min(width - 1, Math.max(0, Math.floor(x + reach * Math.cos(k * 0.393))));
    const v = Math.min(height - 1, Math.max(0, Math.floor(y + reach * Math.sin(k * 0.393))));
    for (let c = 0; c < 3; c++) sum[c]! += rgba[4 * (v * width + u) + c]!;
  }
  const top = Math.max(1, ...sum);
  return [Math.round((255 * sum[0]!) / top), Math.round((255 * sum[1]!) / top), Math.round((255 * sum[2]!) / top)];
}
