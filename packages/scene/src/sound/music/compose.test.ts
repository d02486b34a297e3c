import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { compose } from './compose.ts';
import { SCALES } from './style.ts';
import { STYLES, type StyleName } from './styles.ts';

const names = Object.keys(STYLES) as StyleName[];

describe('compose', () => {
  it.each(names)('%s: whole bars, a tempo near its own, and an end on the tonic within the film', (name) => {
    const style = STYLES[name];
    for (const seconds of [3, 8, 15]) {
      const { notes, endSeconds } = compose(style, seconds, createRandom(4), false);
      const last = notes.filter(({ start }) => start >= endSeconds! - 1e-9);
      const tonic = Math.min(...last.map(({ pitch }) => pitch)) % 12;
      const scale: readonly number[] = SCALES[style.scale];
      const triad = [0, scale[2], scale[4]];
      expect(endSeconds).toBeLessThan(seconds - 0.5);
      expect(last.length).toBeGreaterThan(0);
      for (const { pitch } of last) expect(triad).toContain((((pitch - tonic) % 12) + 12) % 12);
      for (const { start } of notes) expect(start).toBeLessThan(seconds);
    }
  });

  it('is another piece with another seed, and the same with the same', () => {
    const piece = (seed: number) => compose(STYLES.jazz, 8, createRandom(seed), false);
    expect(piece(1)).toEqual(piece(1));
    expect(piece(1)).not.toEqual(piece(2));
  });

  it('a piece that loops has no end', () => {
    const { notes, endSeconds } = compose(STYLES.electronic, 8, createRandom(1), true);
    expect(endSeconds).toBeUndefined();
    expect(notes.some(({ start }) => start > 6)).toBe(true);
  });
});
