import type { Picture, Rgb } from '../../../vision/sight.ts';
import { smoothstep } from '../restyle/planes.ts';

/** The paint that something mostly has in the representative frame. */
export interface OwnPaint {
  /** Degrees; only where `isColored`. */
  readonly hue: number;
  readonly isColored: boolean;
  /** The least channel over the greatest in the pure paint, 0 vivid to 1 grey. */
  readonly paleness: number;
  /** Typical greatest channel and luma, 0 to 1. */
  readonly value: number;
  readonly luma: number;
}

const HUE_BINS = 36;
/** More of its brightness than skin is ever coloured, and how much of a thing must be so, to be what it is painted with. */
const VIVID = 0.6;
const VIVID_SHARE = 0.12;

function hueOf(r: number, g: number, b: number, most: number, spread: number): number {
  const sector = most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return sector * 60;
}

/** @param alpha 0 … 255 for each pixel. @param wanted Hue in degrees that the instruction named, if it did. */
export function findOwnPaint({ rgba }: Picture, alpha: Uint8Array, wanted?: number): OwnPaint {
  const bins = new Float64Array(HUE_BINS);
  const vivid = new Float64Array(HUE_BINS);
  let colored = 0;
  let total = 1e-6;
  for (let n = 0, i = 0; n < alpha.length; n += 2, i += 8) {
    if (alpha[n]! < 128) continue;
    const most = Math.max(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!);
    const spread = most - Math.min(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!);
    total++;
    if (spread < 24 || spread < most * 0.16) continue;
    colored++;
    const bin = Math.floor(hueOf(rgba[i]!, rgba[i + 1]!, rgba[i + 2]!, most, spread) / 10) % HUE_BINS;
    bins[bin]! += spread / 255;
    if (spread > VIVID * most) vivid[bin]!++;
  }
  const smooth = Array.from(
    bins,
    (own, i) => own * 2 + bins[(i + 1) % HUE_BINS]! + bins[(i + HUE_BINS - 1) % HUE_BINS]!,
  );
  const brightest = Math.max(...vivid.map((own, i) => own + vivid[(i + 1) % HUE_BINS]!)) / total;
  const isColored = wanted !== undefined || colored / total > 0.34 || brightest > VIVID_SHARE;
  const hue = wanted ?? smooth.indexOf(Math.max(...smooth)) * 10 + 5;
  return measure(rgba, alpha, hue, isColored);
}

function measure(rgba: Uint8Array, alpha: Uint8Array, hue: number, isColored: boolean): OwnPaint {
  const values: number[] = [];
  const lumas: number[] = [];
  const pale: number[] = [];
  let sin = 0;
  let cos = 0;
  for (let n = 0, i = 0; n < alpha.length; n += 3, i += 12) {
    if (alpha[n]! < 128) continue;
    const r = rgba[i]!;
    const g = rgba[i + 1]!;
    const b = rgba[i + 2]!;
    const most = Math.max(r, g, b);
    const spread = most - Math.min(r, g, b);
    if (isColored) {
      if (spread < 20) continue;
      const own = hueOf(r, g, b, most, spread);
      if (Math.abs(((own - hue + 540) % 360) - 180) > 26) continue;
      sin += Math.sin((own * Math.PI) / 180) * spread;
      cos += Math.cos((own * Math.PI) / 180) * spread;
      pale.push(1 - spread / most);
    }
    values.push(most / 255);
    lumas.push((0.299 * r + 0.587 * g + 0.114 * b) / 255);
  }
  const at = (list: number[], share: number, none: number) =>
    list.length === 0 ? none : list.sort((a, b) => a - b)[Math.floor((list.length - 1) * share)]!;
  const turned = sin === 0 && cos === 0 ? hue : ((Math.atan2(sin, cos) * 180) / Math.PI + 360) % 360;
  return {
    hue: turned,
    isColored,
    paleness: at(pale, 0.25, 1),
    value: at(values, 0.6, 0.5),
    luma: at(lumas, 0.55, 0.5),
  };
}

/**
 * Paints over the pixels of the paint, and leaves light and shade: a pixel is taken apart into paint and gloss, the paint is
 * exchanged, the gloss is laid on again.
 * @returns Whether any pixel was changed.
 */
export function paintOver(
  frame: Picture,
  alpha: Uint8Array,
  own: OwnPaint,
  [tr, tg, tb]: Rgb,
  everything: boolean,
): boolean {
  const { rgba } = frame;
  const targetLuma = (0.299 * tr + 0.587 * tg + 0.114 * tb) / 255;
  // Neither the brightness of the old paint nor that of the new one alone: shade must stay believable.
  const gain = Math.min(2.6, Math.max(0.3, (own.luma + 0.04) / (targetLuma + 0.04))) ** 0.4;
  let isChanged = false;
  for (let n = 0, i = 0; n < alpha.length; n++, i += 4) {
    const cover = alpha[n]!;
    if (cover < 3) continue;
    const r = rgba[i]!;
    const g = rgba[i + 1]!;
    const b = rgba[i + 2]!;
    const most = Math.max(r, g, b);
    const least = Math.min(r, g, b);
    const spread = most - least;
    let share = cover / 255;
    let paint: number;
    let gloss = 0;
    if (own.isColored && !everything) {
      if (spread < 6) continue;
      const distance = Math.abs(((hueOf(r, g, b, most, spread) - own.hue + 540) % 360) - 180);
      share *= (1 - smoothstep(17, 34, distance)) * smoothstep(0.1, 0.26, spread / most) * smoothstep(6, 20, spread);
      const dye = spread / Math.max(0.2, 1 - own.paleness);
      paint = Math.min(most, dye) / 255 / own.value;
      gloss = Math.max(0, least - dye * own.paleness) * 0.85;
    } else {
      const l = (0.299 * r + 0.587 * g + 0.114 * b) / 255;
      if (!everything) share *= 1 - smoothstep(0.2, 0.42, spread / Math.max(40, most));
      paint = l / own.luma;
      if (paint > 1.25) {
        gloss = (paint - 1.25) * own.luma * 200;
        paint = 1.25;
      }
    }
    if (share <= 0.004) continue;
    isChanged = true;
    const k = paint * gain;
    rgba[i] = Math.min(255, r + (Math.min(255, tr * k + gloss) - r) * share + 0.5);
    rgba[i + 1] = Math.min(255, g + (Math.min(255, tg * k + gloss) - g) * share + 0.5);
    rgba[i + 2] = Math.min(255, b + (Math.min(255, tb * k + gloss) - b) * share + 0.5);
  }
  return isChanged;
}
