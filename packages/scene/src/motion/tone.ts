import type { Frame } from './planes.ts';

/** What the light of a whole frame is like. Neutral: 1, 1, 0, 0, 1. */
export interface Tone {
  readonly gain: number;
  readonly saturation: number;
  /** Added to Cb and Cr where a pixel is white, less where it is dark. */
  readonly cb: number;
  readonly cr: number;
  /** Above 1 darkens the middle more than black and white. */
  readonly gamma: number;
}

export const NEUTRAL: Tone = { gain: 1, saturation: 1, cb: 0, cr: 0, gamma: 1 };

export function mixTone(from: Tone, to: Tone, share: number): Tone {
  const mix = (name: keyof Tone) => from[name] + (to[name] - from[name]) * share;
  return { gain: mix('gain'), saturation: mix('saturation'), cb: mix('cb'), cr: mix('cr'), gamma: mix('gamma') };
}

/** Two changes of light at once. */
export function joinTones(a: Tone, b: Tone): Tone {
  return {
    gain: a.gain * b.gain,
    saturation: a.saturation * b.saturation,
    cb: a.cb + b.cb,
    cr: a.cr + b.cr,
    gamma: a.gamma * b.gamma,
  };
}

/** Gives a frame the light of a tone, in place. */
export function applyTone({ width, height, data }: Frame, { gain, saturation, cb, cr, gamma }: Tone): void {
  if (gain === 1 && saturation === 1 && cb === 0 && cr === 0 && gamma === 1) return;
  const curve = Uint8Array.from({ length: 256 }, (_, luma) => {
    const share = Math.min(1, Math.max(0, (luma - 16) / 219));
    return Math.min(235, Math.max(16, 16.5 + 219 * share ** gamma * gain));
  });
  const size = width * height;
  const half = width >> 1;
  for (let y = 0, at = size; y < height; y += 2) {
    for (let x = 0; x < half; x++, at++) {
      const light = (curve[data[y * width + 2 * x]!]! - 16) / 219;
      data[at] = chroma(128.5 + (data[at]! - 128) * saturation + cb * light);
      const below = at + (size >> 2);
      data[below] = chroma(128.5 + (data[below]! - 128) * saturation + cr * light);
    }
  }
  for (let at = 0; at < size; at++) data[at] = curve[data[at]!]!;
}

function chroma(value: number): number {
  return value < 16 ? 16 : value > 240 ? 240 : value;
}
