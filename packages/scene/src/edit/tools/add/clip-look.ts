import type { Box, Picture } from '../../../vision/sight.ts';

/** How sharp and how noisy a clip is, so that what is drawn into it is no better. */
export interface ClipLook {
  /** Standard deviation of the blur of its sharpest edges, pixels. */
  readonly blur: number;
  /** Standard deviation of its noise, 0 to 255. */
  readonly noise: number;
}

/** @param box Where it is measured: round whoever carries the object. */
export function lookOf(picture: Picture, box: Box): ClipLook {
  const left = Math.max(4, Math.floor(box.x));
  const top = Math.max(4, Math.floor(box.y));
  const right = Math.min(picture.width - 5, Math.ceil(box.x + box.width));
  const bottom = Math.min(picture.height - 5, Math.ceil(box.y + box.height));
  if (right - left < 8 || bottom - top < 8) return { blur: 0.6, noise: 0 };
  const luma = (x: number, y: number): number => {
    const at = (y * picture.width + x) * 4;
    return 0.299 * picture.rgba[at]! + 0.587 * picture.rgba[at + 1]! + 0.114 * picture.rgba[at + 2]!;
  };
  const edges: { slope: number; width: number }[] = [];
  const noises: number[] = [];
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x++) {
      const slope = Math.abs(luma(x + 1, y) - luma(x - 1, y)) / 2;
      if (slope > 12) {
        let low = 255;
        let high = 0;
        for (let k = -4; k <= 4; k++) {
          const value = luma(x + k, y);
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        // An edge blurred by a Gaussian is as steep as its step over sigma times the root of two pi.
        edges.push({ slope, width: (high - low) / (slope * 2.507) });
      } else if ((x & 1) === 0) {
        // Zero on any plane: what is left is noise, and texture, which the quiet half of the places has none of.
        noises.push(
          Math.abs(
            4 * luma(x, y) -
              2 * (luma(x - 1, y) + luma(x + 1, y) + luma(x, y - 1) + luma(x, y + 1)) +
              luma(x - 1, y - 1) +
              luma(x + 1, y - 1) +
              luma(x - 1, y + 1) +
              luma(x + 1, y + 1),
          ),
        );
      }
    }
  }
  edges.sort((one, other) => other.slope - one.slope);
  const widths = edges
    .slice(0, Math.max(12, Math.floor(edges.length * 0.1)))
    .map(({ width }) => width)
    .sort((a, b) => a - b);
  noises.sort((a, b) => a - b);
  const quiet = noises[Math.floor(noises.length * 0.25)] ?? 0;
  return {
    // Drawn things keep a little more edge than the sharpest of the clip: they are small, and would be lost.
    blur: widths.length < 6 ? 0.7 : Math.min(1.6, Math.max(0.4, 0.8 * widths[Math.floor(widths.length * 0.3)]!)),
    // The quarter point of |N(0, 6 σ)| lies at 0.319 × 6 σ.
    noise: Math.min(12, quiet / (0.319 * 6)),
  };
}

/**
 * Blurs a layer of floats in place, all its channels alike.
 * @param sigma Pixels; below 0.25 nothing is done.
 */
export function blurLayer(layer: Float32Array, width: number, height: number, channels: number, sigma: number): void {
  if (sigma < 0.25) return;
  const radius = Math.ceil(sigma * 2.6);
  const kernel = Float32Array.from({ length: radius * 2 + 1 }, (_, i) => Math.exp(-0.5 * ((i - radius) / sigma) ** 2));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < kernel.length; i++) kernel[i] = kernel[i]! / total;
  const line = new Float32Array(Math.max(width, height) + radius * 2);
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < height; y++) blurLine(layer, y * width * channels + channel, channels, width, kernel, line);
    for (let x = 0; x < width; x++) blurLine(layer, x * channels + channel, width * channels, height, kernel, line);
  }
}

function blurLine(
  layer: Float32Array,
  start: number,
  stride: number,
  length: number,
  kernel: Float32Array,
  line: Float32Array,
): void {
  const radius = (kernel.length - 1) / 2;
  let isEmpty = true;
  for (let i = 0; i < length; i++) {
    const value = layer[start + i * stride]!;
    line[i + radius] = value;
    if (value !== 0) isEmpty = false;
  }
  if (isEmpty) return;
  line.fill(0, 0, radius);
  line.fill(0, radius + length, length + radius * 2);
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let k = 0; k < kernel.length; k++) sum += kernel[k]! * line[i + k]!;
    layer[start + i * stride] = sum;
  }
}
