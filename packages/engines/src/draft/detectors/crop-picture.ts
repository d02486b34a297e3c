import type { Box, Picture } from '@openimagine/scene';

/** A piece of a picture as the models take it, and how to come back from it. */
export interface Crop {
  readonly width: number;
  readonly height: number;
  /** `3 × width × height`, 0 to 255. */
  readonly rgb: Float32Array;
  /** Pixels of the picture per pixel of the crop. */
  readonly scale: number;
  /** The crop's corner, in pixels of the picture. */
  readonly x: number;
  readonly y: number;
}

/**
 * Cuts a box out and averages it down, so that its long side is at most `longest`; a smaller one keeps its size unless
 * `atLeast` asks for more. Transparent places become grey, outside is left out.
 */
export function cropPicture(picture: Picture, box: Box, longest: number, atLeast = 1): Crop {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const boxWidth = Math.max(1, Math.min(picture.width, Math.ceil(box.x + box.width)) - x);
  const boxHeight = Math.max(1, Math.min(picture.height, Math.ceil(box.y + box.height)) - y);
  const long = Math.max(boxWidth, boxHeight);
  const scale = long / Math.min(longest, Math.max(long, atLeast));
  const width = Math.max(1, Math.round(boxWidth / scale));
  const height = Math.max(1, Math.round(boxHeight / scale));
  const rgb = new Float32Array(3 * width * height);
  const columns = spans(width, boxWidth, x, picture.width);
  const rows = spans(height, boxHeight, y, picture.height);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) averageInto(rgb, 3 * (v * width + u), picture, columns[u]!, rows[v]!);
  }
  return { width, height, rgb, scale, x, y };
}

type Span = readonly [from: number, to: number];

function spans(count: number, length: number, start: number, end: number): Span[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.min(end - 1, start + Math.floor((i * length) / count));
    return [from, Math.min(end, Math.max(from + 1, start + Math.floor(((i + 1) * length) / count)))];
  });
}

function averageInto(rgb: Float32Array, at: number, picture: Picture, [x0, x1]: Span, [y0, y1]: Span): void {
  let [red, green, blue, weight] = [0, 0, 0, 0];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const i = 4 * (y * picture.width + x);
      const alpha = picture.rgba[i + 3]! / 255;
      red += picture.rgba[i]! * alpha;
      green += picture.rgba[i + 1]! * alpha;
      blue += picture.rgba[i + 2]! * alpha;
      weight += alpha;
    }
  }
  const count = (x1 - x0) * (y1 - y0);
  const grey = 128 * (count - weight);
  rgb[at] = (red + grey) / count;
  rgb[at + 1] = (green + grey) / count;
  rgb[at + 2] = (blue + grey) / count;
}
