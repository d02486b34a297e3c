import { expect, test } from 'vitest';
import type { EditAssets } from '../../tool.ts';
import { flightOf, paintThing, thingKey } from './thing-pictures.ts';

/** A boat is red above and blue below, and words are a white bar. */
const ASSETS: EditAssets = {
  paintScene: () => undefined,
  paintThing() {
    const rgba = new Uint8Array(20 * 20 * 4);
    for (let i = 0; i < 400; i++) rgba.set(i < 300 ? [210, 60, 40, 255] : [60, 140, 250, 255], i * 4);
    return { width: 20, height: 20, rgba };
  },
  paintText(text, { width, height }) {
    const rgba = new Uint8Array(width * height * 4);
    for (let x = 0; x < Math.min(width, 10 * text.length); x++)
      rgba.set([255, 255, 255, 255], ((height >> 1) * width + x) * 4);
    return { width, height, rgba };
  },
};

const opaque = ({ rgba }: { readonly rgba: Uint8Array }): number =>
  rgba.filter((value, i) => i % 4 === 3 && value > 0).length;

test('a boat leaves the water that it was drawn with behind', () => {
  const boat = { word: 'boat', model: 'thing', thing: '26f5' } as const;
  expect(opaque(paintThing(boat, '26f5', ASSETS)!)).toBe(300);
  expect(opaque(paintThing({ ...boat, thing: '1f697' }, '1f697', ASSETS)!)).toBe(400);
});

test('a sign that says something is as wide as its words, and shows them', () => {
  const sign = (word: string) => paintThing({ word, model: 'thing', thing: '1faa7' }, '1faa7', ASSETS)!;
  const short = sign('neon sign that says OPEN');
  const long = sign('sign saying "WE ARE OPEN"');
  expect(long.width).toBeGreaterThan(short.width);
  const row = (short.height >> 1) * short.width * 4;
  expect(short.rgba[row + 20 * 4]!).toBeGreaterThan(240);
  expect(short.rgba[row + (short.width - 12) * 4]!).toBeLessThan(80);
  expect(opaque(sign('a sign'))).toBe(400);
});

test('a bird in the air is one that flies, and flies on; on a head it sits', () => {
  const bird = { word: 'bird', model: 'thing', thing: '1f426' } as const;
  expect(flightOf(thingKey(bird, true))[0]).not.toBe(0);
  expect(flightOf(thingKey(bird, false))).toEqual([0, 0]);
  expect(flightOf('2708-fe0f')[0]).toBeGreaterThan(0);
});
