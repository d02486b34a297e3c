import type { Picture } from '../../../vision/sight.ts';

/** What stands for its picture: no emoji shows one. */
export const HOT_AIR_BALLOON = 'hot-air-balloon';

const SIZE = 256;
const STRIPES: readonly (readonly [number, number, number])[] = [
  [206, 52, 44],
  [244, 196, 72],
];
/** In shares of the picture: the envelope's middle, how wide it is, where it is tied, and its basket. */
const [MIDDLE, RADIUS, MOUTH, BASKET_TOP, BASKET_BOTTOM] = [0.36, 0.345, 0.79, 0.885, 0.985];

/** A striped hot-air balloon with its basket. @param color `#rrggbb` of its dark stripes. */
export function paintHotAirBalloon(color?: string): Picture {
  const rgba = new Uint8Array(SIZE * SIZE * 4);
  const dark =
    color === undefined
      ? STRIPES[0]!
      : ([1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as readonly [
          number,
          number,
          number,
        ]);
  const samples = 3;
  for (let y = 0, at = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++, at += 4) {
      const sum = [0, 0, 0, 0];
      for (let k = 0; k < samples * samples; k++) {
        const u = (x + ((k % samples) + 0.5) / samples) / SIZE - 0.5;
        const v = (y + (Math.floor(k / samples) + 0.5) / samples) / SIZE;
        const found = colorAt(u, v, dark);
        if (!found) continue;
        for (let channel = 0; channel < 3; channel++) sum[channel]! += found[channel]!;
        sum[3]!++;
      }
      if (sum[3] === 0) continue;
      rgba.set([sum[0]! / sum[3]!, sum[1]! / sum[3]!, sum[2]! / sum[3]!, (255 * sum[3]!) / samples ** 2], at);
    }
  }
  return { width: SIZE, height: SIZE, rgba };
}

function colorAt(u: number, v: number, dark: readonly [number, number, number]): readonly number[] | undefined {
  const half = halfWidth(v);
  if (half > 0 && Math.abs(u) < half) {
    const turn = Math.asin(Math.max(-1, Math.min(1, u / half)));
    const stripe = Math.floor((turn / Math.PI + 0.5) * 9) % 2 === 0 ? dark : STRIPES[1]!;
    const shade = 0.72 + 0.34 * Math.cos(turn + 0.5) - 0.2 * Math.max(0, (v - MIDDLE) / (MOUTH - MIDDLE));
    return stripe.map((value) => Math.min(255, value * shade));
  }
  const rope = 0.055 + ((0.034 - 0.055) * (v - MOUTH)) / (BASKET_TOP - MOUTH);
  if (v >= MOUTH && v < BASKET_TOP && Math.abs(Math.abs(u) - rope) < 0.005) return [70, 58, 48];
  if (v >= BASKET_TOP && v < BASKET_BOTTOM && Math.abs(u) < 0.052 - 0.1 * (v - BASKET_TOP)) {
    const weave = Math.floor(v * 90) % 2 === 0 ? 1 : 0.86;
    const rim = v < BASKET_TOP + 0.016 ? 0.7 : 1;
    return [150, 104, 62].map((value) => value * weave * rim * (1 - 3 * Math.max(0, u)));
  }
  return undefined;
}

/** Round above, drawn together to its mouth below. */
function halfWidth(v: number): number {
  if (v < MIDDLE) return Math.sqrt(Math.max(0, RADIUS ** 2 - (v - MIDDLE) ** 2));
  if (v > MOUTH) return 0;
  const down = (v - MIDDLE) / (MOUTH - MIDDLE);
  return RADIUS * Math.cos(down * 1.28) ** 0.9 + 0.06 * down ** 2 * (1 - down) + 0.03 * down;
}
