import { hashString } from '../../../random.ts';
import type { Box, Picture } from '../../../vision/sight.ts';
import { blurLayer, type ClipLook } from './clip-look.ts';
import { byteOfLight, LIGHT_OF_BYTE } from './linear.ts';
import type { Tile } from './raster.ts';
import type { Layer } from './shade.ts';

/** Where an object's shadow falls, from itself, and how. */
export interface Shadow {
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly blur: number;
  /** 0 none to 1 black. */
  readonly strength: number;
}

export interface Composition {
  readonly look: ClipLook;
  readonly shadows: readonly Shadow[];
  /** 0 to 1: how much of the whole shows. */
  readonly presence: number;
  /** 0 to 1 for a pixel of the frame: how much of a shadow it takes. Absent: all. */
  readonly takesShadowAt?: (x: number, y: number) => number;
  /** 0 to 1 for a pixel of the frame: how much the picture has something in front there. */
  readonly hiddenAt: (x: number, y: number) => number;
  /** Names the frame's noise. */
  readonly seed: number;
}

/** What an anti-aliased drawing is blurred by as it is, pixels. */
const OWN_BLUR = 0.42;

/**
 * Lays a lit layer over the frame: first its shadow, then itself, as sharp and as noisy as the frame is.
 * @returns What was touched.
 */
export function composeLayer(frame: Picture, tile: Tile, layer: Layer, options: Composition): Box | undefined {
  const { width, height } = tile;
  const { look, presence, hiddenAt, shadows } = options;
  const shade = shadowOf(layer, width, height, shadows);
  blurLayer(layer, width, height, 4, Math.sqrt(Math.max(0, look.blur ** 2 - OWN_BLUR ** 2)));
  let left = width;
  let right = -1;
  let top = height;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (layer[at * 4 + 3]! < 0.004 && shade[at]! < 0.004) continue;
      const show = presence * (1 - hiddenAt(tile.x + x, tile.y + y));
      const cover = layer[at * 4 + 3]! * show;
      const takes = shade[at]! > 0.004 ? (options.takesShadowAt?.(tile.x + x, tile.y + y) ?? 1) : 0;
      const dark = 1 - shade[at]! * show * takes;
      if (cover < 0.004 && dark > 0.996) continue;
      const to = ((tile.y + y) * frame.width + tile.x + x) * 4;
      const grain = look.noise > 0.4 ? look.noise * cover * noiseAt(tile.x + x, tile.y + y, options.seed) : 0;
      for (let axis = 0; axis < 3; axis++) {
        const behind = LIGHT_OF_BYTE[frame.rgba[to + axis]!]! * dark * (1 - cover);
        frame.rgba[to + axis] = Math.min(
          255,
          Math.max(0, byteOfLight(behind + layer[at * 4 + axis]! * show) + grain + 0.5),
        );
      }
      frame.rgba[to + 3] = Math.max(frame.rgba[to + 3]!, cover * 255);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < left) return undefined;
  return { x: tile.x + left, y: tile.y + top, width: right - left + 1, height: bottom - top + 1 };
}

/** How much of the light behind each pixel is kept away, 0 to 1, by everything that throws a shadow on it. */
function shadowOf(layer: Layer, width: number, height: number, shadows: readonly Shadow[]): Float32Array {
  const shade = new Float32Array(width * height);
  for (const shadow of shadows) addShadow(shade, layer, width, height, shadow);
  return shade;
}

/** A soft shadow needs no fine grid: it is blurred on one as coarse as its softness allows. */
function addShadow(shade: Float32Array, layer: Layer, width: number, height: number, shadow: Shadow): void {
  const step = Math.min(6, Math.max(1, Math.floor(shadow.blur / 1.6)));
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const coarse = new Float32Array(columns * rows);
  const share = 1 / (step * step);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / step) * columns;
    for (let x = 0; x < width; x++) {
      const cover = layer[(y * width + x) * 4 + 3]!;
      if (cover > 0) coarse[row + Math.floor(x / step)]! += cover * share;
    }
  }
  blurLayer(coarse, columns, rows, 1, shadow.blur / step);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1.001, Math.max(0, (y - shadow.y + 0.5) / step - 0.5));
    const row = Math.floor(v);
    const fy = v - row;
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1.001, Math.max(0, (x - shadow.x + 0.5) / step - 0.5));
      const column = Math.floor(u);
      const i = row * columns + column;
      const fx = u - column;
      const cover =
        (coarse[i]! * (1 - fx) + coarse[i + 1]! * fx) * (1 - fy) +
        (coarse[i + columns]! * (1 - fx) + coarse[i + columns + 1]! * fx) * fy;
      if (cover <= 0) continue;
      const own = Math.min(1, cover * 1.4) * shadow.strength;
      const at = y * width + x;
      shade[at] = shade[at]! + own - shade[at]! * own;
    }
  }
}

/** About normal, deviation 1, the same for the same pixel and seed. */
function noiseAt(x: number, y: number, seed: number): number {
  let hash = Math.imul(x + 0x9e37, 0x85ebca6b) ^ Math.imul(y + 0x79b9, 0xc2b2ae35) ^ seed;
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 12;
    sum += (hash & 0xffff) / 65535 - 0.5;
  }
  return sum * 2;
}

/** Names the noise of a frame. */
export function noiseSeed(index: number): number {
  return hashString(`grain:${index}`) | 0;
}
