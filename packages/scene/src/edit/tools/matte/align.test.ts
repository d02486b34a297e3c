import { expect, it } from 'vitest';
import { STILL } from '../track/similarity.ts';
import { alignFrames, warpPlane } from './align.ts';
import { createPlane, type Plane } from './plane.ts';

const [WIDTH, HEIGHT] = [160, 100];
const [MIDDLE_X, MIDDLE_Y] = [80, 50];

/** A blob of stripes that has turned by so much, before spots that have moved aside. */
function frameOf(degrees: number, aside: number): { readonly colors: readonly Plane[]; readonly mask: Plane } {
  const colors = [0, 1, 2].map(() => createPlane(WIDTH, HEIGHT));
  const mask = createPlane(WIDTH, HEIGHT);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const right = cos * (x - MIDDLE_X) + sin * (y - MIDDLE_Y);
      const down = cos * (y - MIDDLE_Y) - sin * (x - MIDDLE_X);
      const isBlob = Math.hypot(right / 22, down / 34) < 1;
      const spots = 0.5 + 0.25 * Math.sin((x - aside) * 0.31) * Math.cos(y * 0.27) + 0.1 * Math.sin((x - aside) * 0.11);
      const stripes = 0.5 + 0.3 * Math.sin(right * 0.5) * Math.sin(down * 0.23 + 1);
      const i = y * WIDTH + x;
      mask.data[i] = isBlob ? 1 : 0;
      colors[0]!.data[i] = isBlob ? stripes : spots * 0.4;
      colors[1]!.data[i] = isBlob ? 0.3 : spots;
      colors[2]!.data[i] = isBlob ? 0.2 : 1 - spots;
    }
  }
  return { colors, mask };
}

function overlap(one: Plane, other: Plane): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < one.data.length; i++) {
    both += Math.min(one.data[i]!, other.data[i]!);
    either += Math.max(one.data[i]!, other.data[i]!);
  }
  return both / either;
}

it('a cut-out follows what turns while the scene behind it goes its own way', () => {
  const before = frameOf(0, 0);
  const now = frameOf(16, 4);
  expect(overlap(before.mask, now.mask)).toBeLessThan(0.87);
  const warp = alignFrames(before.colors, now.colors, [STILL]);
  expect(overlap(warpPlane(before.mask, warp), now.mask)).toBeGreaterThan(0.93);
});

it('a frame that is the same stays where it is', () => {
  const { colors, mask } = frameOf(0, 0);
  expect(overlap(warpPlane(mask, alignFrames(colors, colors, [STILL])), mask)).toBe(1);
});
