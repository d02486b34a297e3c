import type { Grid } from './planes.ts';

const STEPS = 16;
const CHROMA_REACH = 0.24;

/**
 * How likely each cell's colour belongs inside, learnt from how much of each colour lies inside and outside now.
 * @param inside 0 to 1 per cell.
 * @param counts Which cells to learn from; all by default.
 * @returns 0 to 1; 0.5 where a colour says nothing.
 */
export function colorOdds(grid: Grid, inside: Float32Array, counts?: Float32Array): Float32Array {
  const bins = binsOf(grid);
  const size = STEPS ** 3;
  let [within, beyond] = [new Float32Array(size), new Float32Array(size)];
  let [withinSum, beyondSum] = [1e-6, 1e-6];
  for (let i = 0; i < bins.length; i++) {
    const share = counts ? counts[i]! : 1;
    within[bins[i]!]! += share * inside[i]!;
    beyond[bins[i]!]! += share * (1 - inside[i]!);
    withinSum += share * inside[i]!;
    beyondSum += share * (1 - inside[i]!);
  }
  within = smoothBins(within);
  beyond = smoothBins(beyond);
  // A colour that was seen in fewer than a thousandth of the cells says little.
  const doubt = 0.0007;
  return Float32Array.from(bins, (bin) => {
    const [here, there] = [within[bin]! / withinSum, beyond[bin]! / beyondSum];
    return (here + doubt) / (here + there + 2 * doubt);
  });
}

function binsOf({ light, a, b }: Grid): Uint16Array {
  const step = (value: number) => Math.min(STEPS - 1, Math.max(0, Math.floor(value * STEPS)));
  const chroma = (value: number) => step((value + CHROMA_REACH) / (2 * CHROMA_REACH));
  return Uint16Array.from(light, (value, i) => (step(value) * STEPS + chroma(a[i]!)) * STEPS + chroma(b[i]!));
}

function smoothBins(bins: Float32Array): Float32Array<ArrayBuffer> {
  let from = Float32Array.from(bins);
  for (const stride of [1, STEPS, STEPS * STEPS]) {
    const to = new Float32Array(bins.length);
    for (let i = 0; i < bins.length; i++) {
      const place = Math.floor(i / stride) % STEPS;
      const low = place > 0 ? from[i - stride]! : 0;
      const high = place < STEPS - 1 ? from[i + stride]! : 0;
      to[i] = 0.25 * low + 0.5 * from[i]! + 0.25 * high;
    }
    from = to;
  }
  return from;
}
