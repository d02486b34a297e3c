import type { Texture } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { createAssets } from './assets.ts';
import { fontStack } from './fonts.ts';

const assets = createAssets();
const BOX = { width: 160, height: 80, color: '#ffffff' };

/** The box round everything that is painted: left, top, right, bottom. */
function boundsOf({ width, rgba }: Texture): [number, number, number, number] | undefined {
  const painted = Array.from({ length: rgba.length / 4 }, (_, i) => i).filter((i) => rgba[i * 4 + 3]! > 32);
  if (painted.length === 0) return undefined;
  const xs = painted.map((i) => i % width);
  const ys = painted.map((i) => Math.floor(i / width));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

describe('painted words', () => {
  it('fill their box and stay inside it', () => {
    for (const text of ['OPEN', 'the quick brown fox jumps over the lazy dog', '居酒屋', 'Кафе', 'Ελλάς', 'Đà Nẵng']) {
      const [left, top, right, bottom] = boundsOf(assets.paintText(text, BOX)) ?? [0, 0, 0, 0];
      expect(left).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(0);
      expect(right).toBeLessThan(159);
      expect(bottom).toBeLessThan(79);
      expect(Math.max((right - left) / 160, (bottom - top) / 80)).toBeGreaterThan(0.6);
    }
  });

  it('stand under each other when vertical', () => {
    const bounds = boundsOf(assets.paintText('ラーメン', { ...BOX, width: 60, height: 240, vertical: true }))!;
    expect((bounds[3] - bounds[1]) / (bounds[2] - bounds[0])).toBeGreaterThan(2.5);
  });

  it('glow and frame spread their colour', () => {
    const { rgba } = assets.paintText('BAR', { ...BOX, glow: '#ff0000', frame: '#0000ff' });
    let [red, blue] = [0, 0];
    for (let i = 0; i < rgba.length; i += 4) {
      if (rgba[i]! > 200 && rgba[i + 2]! < 80 && rgba[i + 3]! > 16) red++;
      if (rgba[i + 2]! > 200 && rgba[i]! < 80 && rgba[i + 3]! > 16) blue++;
    }
    expect(red).toBeGreaterThan(300);
    expect(blue).toBeGreaterThan(300);
  });

  it('are equal each time', () => {
    const options = { ...BOX, font: 'comic', glow: '#00ff00' } as const;
    expect(assets.paintText('POW!', options)).toEqual(assets.paintText('POW!', options));
  });

  it('leave out letters that no shipped font has, rather than ask the machine for one', () => {
    expect(fontStack('sans').readable('ქარ OK ใช่ 🦊')).toBe(' OK  ');
    expect(boundsOf(assets.paintText('ภาษา', BOX))).toBeUndefined();
    expect(boundsOf(assets.paintText('', BOX))).toBeUndefined();
  });
});

describe('things', () => {
  it('are decoded with their transparency, and shared', () => {
    const dog = assets.thing('1f415');
    expect(dog).toMatchObject({ width: 256, height: 256 });
    expect(dog?.rgba[3]).toBe(0);
    expect(boundsOf(dog!)).toBeDefined();
    expect(assets.thing('1f415')).toBe(dog);
  });

  it('that do not exist are undefined, and no path is one', () => {
    expect(assets.thing('ffffff')).toBeUndefined();
    expect(assets.thing('../package')).toBeUndefined();
  });
});
