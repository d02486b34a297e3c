import { describe, expect, it } from 'vitest';
import { segmentsOf, unevenSegmentsOf } from './film.ts';

describe('the pieces that a film is drawn in', () => {
  it.each([1, 20, 47, 48, 49, 95, 96, 192, 360])('%i frames are each in one piece, in order', (frameCount) => {
    for (const ranges of [segmentsOf(frameCount, 24), unevenSegmentsOf(frameCount, 24)]) {
      const frames = ranges.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i));
      expect(frames).toEqual(Array.from({ length: frameCount }, (_, i) => i));
    }
  });

  it('get short at the end, so that processes end together', () => {
    expect(unevenSegmentsOf(192, 24).map(({ count }) => count)).toEqual([48, 48, 48, 24, 12, 12]);
    expect(unevenSegmentsOf(48, 25).map(({ count }) => count)).toEqual([48]);
  });
});
