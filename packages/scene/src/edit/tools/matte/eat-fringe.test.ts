import { expect, it } from 'vitest';
import { eatFringe } from './eat-fringe.ts';
import { createPlane } from './plane.ts';

const SIZE = 60;

it('a piece of wall that was cut out with a thing goes, and what looks like wall within the thing stays', () => {
  const mask = createPlane(SIZE, SIZE);
  const odds = createPlane(SIZE, SIZE, -3);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const i = y * SIZE + x;
      const isThing = Math.hypot(x - 30, y - 30) < 18;
      const isEye = Math.hypot(x - 30, y - 30) < 5;
      const isWall = Math.hypot(x - 47, y - 30) < 4;
      mask.data[i] = isThing || isWall ? 1 : 0;
      odds.data[i] = isThing && !isEye ? 3 : -3;
    }
  }
  const kept = eatFringe(mask, odds);
  expect(kept.data[30 * SIZE + 30]).toBe(1);
  expect(kept.data[30 * SIZE + 45]).toBe(1);
  expect(kept.data[30 * SIZE + 50]).toBe(0);
});
