import type { Picture, Rgb } from '../../../vision/sight.ts';

export type Palette = readonly Rgb[];

const SAMPLES = 6000;
const ROUNDS = 10;

/** The colours that a picture is made of, slightly more vivid than it is, with near black and near white among them. */
export function findPalette(picture: Picture, count: number): Palette {
  const samples = sample(picture);
  const total = samples.length / 3;
  const centres = firstCentres(samples, count - 2);
  const nearest = new Int32Array(total);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(centres.length * 4);
    for (let i = 0; i < total; i++) {
      const at = closest(centres, samples[i * 3]!, samples[i * 3 + 1]!, samples[i * 3 + 2]!);
      nearest[i] = at;
      sums[at * 4]! += samples[i * 3]!;
      sums[at * 4 + 1]! += samples[i * 3 + 1]!;
      sums[at * 4 + 2]! += samples[i * 3 + 2]!;
      sums[at * 4 + 3]! += 1;
    }
    for (let k = 0; k < centres.length; k++) {
      const n = sums[k * 4 + 3]!;
      if (n > 0) centres[k] = [sums[k * 4]! / n, sums[k * 4 + 1]! / n, sums[k * 4 + 2]! / n];
    }
  }
  return [[18, 16, 26], [250, 246, 236], ...centres.map(vivid)];
}

function sample({ rgba, width, height }: Picture): Float32Array {
  const pixels = width * height;
  const step = Math.max(1, pixels / SAMPLES);
  const count = Math.max(1, Math.floor(pixels / step));
  const samples = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(i * step) * 4;
    for (let c = 0; c < 3; c++) samples[i * 3 + c] = rgba[at + c]!;
  }
  return samples;
}

/** Each farthest from those before it: small vivid things get a colour of their own, where chance would miss them. */
function firstCentres(samples: Float32Array, count: number): [number, number, number][] {
  const total = samples.length / 3;
  const far = new Float32Array(total).fill(Number.POSITIVE_INFINITY);
  const centres: [number, number, number][] = [];
  let next = 0;
  while (centres.length < count) {
    const centre: [number, number, number] = [samples[next * 3]!, samples[next * 3 + 1]!, samples[next * 3 + 2]!];
    centres.push(centre);
    let most = -1;
    for (let i = 0; i < total; i++) {
      const d = distance(centre, samples[i * 3]!, samples[i * 3 + 1]!, samples[i * 3 + 2]!);
      if (d < far[i]!) far[i] = d;
      if (far[i]! > most) {
        most = far[i]!;
        next = i;
      }
    }
  }
  return centres;
}

/** Weighted as the eye weighs channels. */
function distance([r, g, b]: Rgb, red: number, green: number, blue: number): number {
  return (r - red) ** 2 * 0.9 + (g - green) ** 2 * 1.5 + (b - blue) ** 2 * 0.7;
}

function closest(colors: readonly Rgb[], red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < colors.length; k++) {
    const d = distance(colors[k]!, red, green, blue);
    if (d < least) {
      least = d;
      best = k;
    }
  }
  return best;
}

function vivid([r, g, b]: Rgb): Rgb {
  const l = 0.299 * r + 0.587 * g + 0.114 * b;
  const channel = (v: number) => Math.min(255, Math.max(0, Math.round((l + (v - l) * 1.14 - 128) * 1.06 + 128)));
  return [channel(r), channel(g), channel(b)];
}

/** The nearest colour for each of 32 × 32 × 32, red in the highest bits. */
export function nearestTable(palette: Palette): Uint8Array {
  const table = new Uint8Array(32768);
  for (let i = 0; i < table.length; i++) {
    const scale = 255 / 31;
    table[i] = closest(palette, (i >> 10) * scale, ((i >> 5) & 31) * scale, (i & 31) * scale);
  }
  return table;
}
