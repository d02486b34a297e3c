import type { Box, Picture } from '../../../vision/sight.ts';
import { scalePart } from '../matte/scale-picture.ts';
import type { Sticker } from './lift-out.ts';

/** How dark the ground is right under a foot, and how wide and high that shadow is, in heights of the sticker. */
const SHADOW = 0.5;
const SHADOW_HEIGHT = 0.07;

export interface LayingDown {
  readonly footX: number;
  readonly footY: number;
  readonly height: number;
  /** What floats or flies casts none. */
  readonly hasShadow: boolean;
  /** The share of its height that is under water, and not seen. */
  readonly sunk?: number;
}

/** Paints a sticker with its foot at a point, on a soft shadow. @returns What was touched. */
export function layDown(
  frame: Picture,
  sticker: Sticker,
  { footX, footY, height, hasShadow, sunk = 0 }: LayingDown,
): Box | undefined {
  const rows = Math.max(1, Math.round(height));
  const columns = Math.max(1, Math.round((height * sticker.picture.width) / sticker.picture.height));
  const { width: fromWidth, height: fromHeight } = sticker.picture;
  const scaled = scalePart(sticker.picture, { x: 0, y: 0, width: fromWidth, height: fromHeight }, columns, rows);
  const left = Math.round(footX - columns / 2);
  const top = Math.round(footY - rows);
  const reach = Math.ceil(rows * SHADOW_HEIGHT);
  if (hasShadow) castShadow(frame, footProfile(scaled), { left, footY: top + rows, reach });
  const seenRows = Math.round(rows * (1 - sunk));
  for (let y = Math.max(0, -top); y < Math.min(seenRows, frame.height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(columns, frame.width - left); x++) {
      const from = (y * columns + x) * 4;
      const share = scaled.rgba[from + 3]! / 255;
      if (share === 0) continue;
      const to = ((top + y) * frame.width + left + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        frame.rgba[to + channel] = frame.rgba[to + channel]! * (1 - share) + scaled.rgba[from + channel]! * share + 0.5;
      }
    }
  }
  return clip({ x: left - reach, y: top, width: columns + 2 * reach, height: rows + 2 * reach }, frame);
}

/** For each column how near to the ground the sticker comes there: 1 touches it. */
function footProfile({ width, height, rgba }: Picture): Float32Array {
  const profile = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    let y = height - 1;
    while (y >= 0 && rgba[(y * width + x) * 4 + 3]! < 128) y--;
    profile[x] = y < 0 ? 0 : Math.max(0, 1 - (height - 1 - y) / (0.25 * height));
  }
  return profile;
}

function castShadow(
  frame: Picture,
  profile: Float32Array,
  { left, footY, reach }: { readonly left: number; readonly footY: number; readonly reach: number },
): void {
  for (let x = Math.max(0, left - reach); x < Math.min(frame.width, left + profile.length + reach); x++) {
    let near = 0;
    let count = 0;
    for (let dx = -reach; dx <= reach; dx++) {
      near += profile[x - left + dx] ?? 0;
      count++;
    }
    const depth = near / count;
    if (depth === 0) continue;
    for (let y = Math.max(0, footY - reach); y < Math.min(frame.height, footY + reach); y++) {
      const fall = 1 - Math.abs(y - footY) / reach;
      const shade = 1 - SHADOW * depth * fall * fall;
      const at = (y * frame.width + x) * 4;
      for (let channel = 0; channel < 3; channel++) frame.rgba[at + channel]! *= shade;
    }
  }
}

function clip(box: Box, frame: Picture): Box | undefined {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(frame.width, box.x + box.width) - x;
  const height = Math.min(frame.height, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}
