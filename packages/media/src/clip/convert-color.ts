import type { I420Frame } from '../media.ts';

/** What a frame says of its colours; null where it does not. */
export interface FrameColor {
  readonly matrix?: string | null;
  readonly fullRange?: boolean | null;
}

/** Red's and blue's share of luma. @see ITU-R BT.601-7, 2.5.1; BT.709-6, 3.2; BT.2020-2, table 4; SMPTE ST 240 */
const SHARES: Readonly<Record<string, readonly [red: number, blue: number]>> = {
  bt709: [0.2126, 0.0722],
  bt470bg: [0.299, 0.114],
  smpte170m: [0.299, 0.114],
  fcc: [0.3, 0.11],
  smpte240m: [0.212, 0.087],
  'bt2020-ncl': [0.2627, 0.0593],
};
const OURS = [0.2126, 0.0722] as const;
/** Below high definition, untagged video is taken for BT.601, as browsers do. */
const HIGH_DEFINITION_LINES = 720;

/** Changes 4:2:0 samples in place to BT.709 limited range. */
export type ColorConversion = (frame: I420Frame) => void;

/**
 * Chooses the way from a frame's colours to ours. Primaries and transfer stay: the difference between those of standard and
 * high definition is below what is seen, and HDR is not toned down.
 * @returns undefined when there is nothing to do.
 */
export function colorConversion(color: FrameColor, lines: number): ColorConversion | undefined {
  const untagged = lines < HIGH_DEFINITION_LINES ? 'smpte170m' : 'bt709';
  const shares = SHARES[color.matrix ?? untagged] ?? SHARES[untagged]!;
  const isFull = color.fullRange === true;
  if (!isFull && shares[0] === OURS[0]) return undefined;
  return (frame) => convert(frame, planConversion(shares, isFull));
}

interface Conversion {
  readonly luma: { readonly scale: number; readonly offset: number; readonly u: number; readonly v: number };
  readonly u: { readonly u: number; readonly v: number };
  readonly v: { readonly u: number; readonly v: number };
}

/** Y'CbCr to Y'CbCr is linear, and Cb and Cr do not depend on Y'. */
function planConversion([kr, kb]: readonly [number, number], isFull: boolean): Conversion {
  const [ourRed, ourBlue] = OURS;
  const kg = 1 - kr - kb;
  const ourGreen = 1 - ourRed - ourBlue;
  // With luma 0: what one unit of Cb or Cr adds to red, green and blue.
  const fromU = { red: 0, green: (-2 * kb * (1 - kb)) / kg, blue: 2 * (1 - kb) };
  const fromV = { red: 2 * (1 - kr), green: (-2 * kr * (1 - kr)) / kg, blue: 0 };
  const lumaOf = ({ red, green, blue }: typeof fromU) => ourRed * red + ourGreen * green + ourBlue * blue;
  const uOf = (rgb: typeof fromU) => (rgb.blue - lumaOf(rgb)) / (2 * (1 - ourBlue));
  const vOf = (rgb: typeof fromU) => (rgb.red - lumaOf(rgb)) / (2 * (1 - ourRed));
  const lumaScale = isFull ? 219 / 255 : 1;
  const chromaScale = isFull ? 224 / 255 : 1;
  const lumaPerChroma = isFull ? 219 / 255 : 219 / 224;
  return {
    luma: {
      scale: lumaScale,
      offset: isFull ? 16 : 0,
      u: lumaOf(fromU) * lumaPerChroma,
      v: lumaOf(fromV) * lumaPerChroma,
    },
    u: { u: uOf(fromU) * chromaScale, v: uOf(fromV) * chromaScale },
    v: { u: vOf(fromU) * chromaScale, v: vOf(fromV) * chromaScale },
  };
}

const BITS = 14;
const HALF = 1 << (BITS - 1);
const fixed = (factor: number) => Math.round(factor * (1 << BITS));

function convert({ width, height, data }: I420Frame, { luma, u, v }: Conversion): void {
  const [lumaScale, lumaU, lumaV] = [fixed(luma.scale), fixed(luma.u), fixed(luma.v)];
  const [uu, uv, vu, vv] = [fixed(u.u), fixed(u.v), fixed(v.u), fixed(v.v)];
  const base = (luma.offset << BITS) + HALF;
  const halfWidth = width >> 1;
  const atU = width * height;
  const atV = atU + (atU >> 2);
  for (let row = 0, c = 0; row < height; row += 2) {
    let top = row * width;
    for (let column = 0; column < halfWidth; column++, c++, top += 2) {
      const cb = data[atU + c]! - 128;
      const cr = data[atV + c]! - 128;
      const add = base + cb * lumaU + cr * lumaV;
      const below = top + width;
      data[top] = clamp((data[top]! * lumaScale + add) >> BITS);
      data[top + 1] = clamp((data[top + 1]! * lumaScale + add) >> BITS);
      data[below] = clamp((data[below]! * lumaScale + add) >> BITS);
      data[below + 1] = clamp((data[below + 1]! * lumaScale + add) >> BITS);
      data[atU + c] = clamp(128 + ((cb * uu + cr * uv + HALF) >> BITS));
      data[atV + c] = clamp(128 + ((cb * vu + cr * vv + HALF) >> BITS));
    }
  }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
