import type { Picture } from '../../vision/sight.ts';
import { toYuv } from '../planes.ts';

/** A figure ready to be drawn: Y' above black, Cb and Cr off grey, all times alpha, and alpha 0 … 1, four numbers a pixel. */
export interface Sprite {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** How a figure's light becomes that of a place. Neutral: 1, 0, 0, 0. */
export interface Relight {
  readonly gain: number;
  /** Added to Cb and Cr where a pixel is white, less where it is dark. */
  readonly cb: number;
  readonly cr: number;
  /** 0 … 1: towards the colour of the air. */
  readonly haze: number;
  /** Y' above black, Cb and Cr off grey. */
  readonly air: readonly [number, number, number];
  readonly saturation: number;
}

/** A picture at a size, each pixel the mean of what it covers. */
export function toSprite(picture: Picture, width: number, height: number): Sprite {
  const source = premultiplied(picture);
  const across = resampled(source, picture.width, picture.height, width, true);
  return { width, height, data: resampled(across, width, picture.height, height, false) };
}

function premultiplied({ width, height, rgba }: Picture): Float32Array {
  const out = new Float32Array(width * height * 4);
  for (let p = 0; p < rgba.length; p += 4) {
    if (rgba[p + 3] === 0) continue;
    const alpha = rgba[p + 3]! / 255;
    const [y, u, v] = toYuv(rgba[p]!, rgba[p + 1]!, rgba[p + 2]!);
    out[p] = y * alpha;
    out[p + 1] = u * alpha;
    out[p + 2] = v * alpha;
    out[p + 3] = alpha;
  }
  return out;
}

/** Along one side: a tent as wide as what a new pixel covers, at least two old ones. */
function resampled(source: Float32Array, width: number, height: number, size: number, isAcross: boolean): Float32Array {
  const [from, lines] = isAcross ? [width, height] : [height, width];
  const scale = from / size;
  const reach = Math.max(1, scale);
  const out = new Float32Array(size * lines * 4);
  const [step, line] = isAcross ? [4, width * 4] : [width * 4, 4];
  const [outStep, outLine] = isAcross ? [4, size * 4] : [width * 4, 4];
  for (let i = 0; i < size; i++) {
    const middle = (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    let total = 0;
    for (let k = first; k <= last; k++) total += 1 - Math.abs(k - middle) / reach;
    if (total <= 0) continue;
    for (let k = first; k <= last; k++) {
      const weight = (1 - Math.abs(k - middle) / reach) / total;
      if (weight <= 0) continue;
      for (let j = 0, p = k * step, q = i * outStep; j < lines; j++, p += line, q += outLine) {
        out[q] = out[q]! + source[p]! * weight;
        out[q + 1] = out[q + 1]! + source[p + 1]! * weight;
        out[q + 2] = out[q + 2]! + source[p + 2]! * weight;
        out[q + 3] = out[q + 3]! + source[p + 3]! * weight;
      }
    }
  }
  return out;
}

/** The same figure in another light. */
export function relit({ width, height, data }: Sprite, light: Relight): Sprite {
  const out = new Float32Array(data.length);
  const { gain, cb, cr, haze, air, saturation } = light;
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3]!;
    if (alpha === 0) continue;
    const share = data[p]! / alpha / 219;
    // Shadows keep more of their depth than lights of their height.
    const luma = Math.min(219, Math.max(0, 219 * share ** (gain < 1 ? 1 + (1 - gain) * 0.35 : 1) * gain));
    const bright = luma / 219;
    out[p] = (luma + (air[0] - luma) * haze) * alpha;
    out[p + 1] = ((data[p + 1]! / alpha) * saturation + cb * bright) * (1 - haze) * alpha + air[1] * haze * alpha;
    out[p + 2] = ((data[p + 2]! / alpha) * saturation + cr * bright) * (1 - haze) * alpha + air[2] * haze * alpha;
    out[p + 3] = alpha;
  }
  return { width, height, data: out };
}
