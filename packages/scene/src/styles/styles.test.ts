import { readFileSync } from 'node:fs';
import { compileKernel, createRenderer, kernelUrl } from '@openimagine/render';
import { describe, expect, test } from 'vitest';
import { type Scene, StyleKind } from '../scene.ts';
import type { Stage } from '../stage/stage.ts';
import { stageScene } from '../stage/stage-scene.ts';
import { options, sceneOf } from '../stage/test-stage.ts';
import { STYLES } from './all-styles.ts';

const kernel = await compileKernel(new Uint8Array(readFileSync(kernelUrl)));
const [WIDTH, HEIGHT] = [192, 108];

type Part = Parameters<typeof sceneOf>[0];
const renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });

const DOG = { kind: 'dog', word: 'dog', color: '#c05020', motion: { kind: 'still', speed: 1 } } as const;

/** A dog in the desert, unless asked otherwise; nothing moves. */
function stageOf(style: Scene['style'], part: Part = {}): Stage {
  const camera = { shot: 'medium', move: 'still', speed: 1 } as const;
  return stageScene(sceneOf({ set: 'desert', actors: [DOG], camera, wind: 0, ...part, style }), options(WIDTH, HEIGHT));
}

/** One frame, as bytes of its own. */
function draw(style: Scene['style'], part: Part = {}): Uint8Array {
  return renderer.render(stageOf(style, part).momentAt(1), 1).rgba.slice();
}

/** Red, green, blue of each pixel. */
function* pixelsOf(rgba: Uint8Array): Generator<[number, number, number]> {
  for (let i = 0; i < rgba.length; i += 4) yield [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!];
}
/** Share of the pixels that are so. */
function share(rgba: Uint8Array, is: (red: number, green: number, blue: number) => boolean): number {
  let count = 0;
  for (const [red, green, blue] of pixelsOf(rgba)) if (is(red, green, blue)) count++;
  return count / (rgba.length / 4);
}
const lumaOf = (red: number, green: number, blue: number) => red * 0.299 + green * 0.587 + blue * 0.114;
const chromaOf = (...color: number[]) => Math.max(...color) - Math.min(...color);
function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

const NATURAL = renderer.render(stageOf('natural').momentAt(2), 1).rgba.slice();

describe.each(StyleKind.options)('%s', (style) => {
  const stage = stageOf(style);
  const picture = renderer.render(stage.momentAt(2), 1).rgba.slice();

  test('the same moment gives the same picture in a fresh renderer, opaque, and no other style’s', () => {
    const fresh = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
    expect(Buffer.compare(picture, fresh.render(stageOf(style).momentAt(2), 1).rgba)).toBe(0);
    fresh.dispose();
    for (let i = 3; i < picture.length; i += 4)
      if (picture[i] !== 255) throw new Error(`pixel ${i >> 2} is not opaque`);
    if (style !== 'natural') expect(difference(picture, NATURAL)).toBeGreaterThan(0.8);
    // Not one flat colour, nor black.
    expect(new Set(Array.from(pixelsOf(picture), (pixel) => pixel.join())).size).toBeGreaterThan(8);
    expect(share(picture, (...color) => lumaOf(...color) > 40)).toBeGreaterThan(0.25);
  });

  test('a scene that stands still does not crawl or flicker', () => {
    const next = renderer.render(stage.momentAt(2 + 2 / 24), 1).rgba;
    expect(difference(picture, next)).toBeLessThan(3);
  });
});

test('drawn and painted styles hold a picture for two frames, and it is the very same moment', () => {
  for (const style of ['natural', 'cinematic', 'anime', 'comic', 'clay', 'pixel', 'oil', 'lowPoly'] as const) {
    const stage = stageOf(style);
    const isHeld = STYLES[style].framesPerSecond === 12;
    expect(stage.momentAt(2) === stage.momentAt(2 + 1 / 24), style).toBe(isHeld);
    if (isHeld) expect(stage.momentAt(2).seconds).not.toBe(stage.momentAt(2 + 2 / 24).seconds);
  }
  for (const style of ['anime', 'comic', 'clay', 'pixel', 'oil'] as const)
    expect(STYLES[style].framesPerSecond).toBe(12);
});

test.each(['noir', 'blackAndWhite', 'charcoal', 'sketch', 'lineArt', 'inkWash'] as const)(
  '%s has hardly any colour',
  (style) => {
    expect(share(draw(style), (...color) => chromaOf(...color) > 34)).toBeLessThan(0.01);
  },
);

test('noir has no colour at all, deep shade and light', () => {
  const detective = { kind: 'person', word: 'detective', isSubject: true } as const;
  const picture = draw('noir', { time: 'night', actors: [detective], set: 'street' });
  expect(share(picture, (...color) => chromaOf(...color) > 0)).toBe(0);
  expect(share(picture, (...color) => lumaOf(...color) < 40)).toBeGreaterThan(0.1);
  expect(share(picture, (...color) => lumaOf(...color) > 170)).toBeGreaterThan(0.005);
});

test('pixel art has few colours, each in squares', () => {
  const picture = draw('pixel');
  expect(new Set(Array.from(pixelsOf(picture), (pixel) => pixel.join())).size).toBeLessThanOrEqual(80);
  const at = (x: number, y: number) => picture.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3).join();
  for (let y = 0; y < HEIGHT; y += 2) for (let x = 0; x < WIDTH; x += 2) expect(at(x + 1, y + 1)).toBe(at(x, y));
});

test('line art is lines on white', () => {
  const picture = draw('lineArt');
  expect(share(picture, (...color) => lumaOf(...color) > 250)).toBeGreaterThan(0.7);
  expect(share(picture, (...color) => lumaOf(...color) < 60)).toBeGreaterThan(0.004);
});

test('a blueprint is white on blue', () => {
  const picture = draw('blueprint');
  expect(share(picture, (red, _, blue) => blue > red + 40)).toBeGreaterThan(0.7);
  expect(share(picture, (...color) => lumaOf(...color) > 190)).toBeGreaterThan(0.004);
});

test('stained glass is held by dark lead, and its pieces glow in one colour each', () => {
  const picture = draw('stainedGlass');
  const dark = share(picture, (...color) => lumaOf(...color) < 34);
  expect(dark).toBeGreaterThan(0.08);
  expect(dark).toBeLessThan(0.5);
  expect(share(picture, (...color) => chromaOf(...color) > 70)).toBeGreaterThan(0.35);
});

test('a comic has dots of its screen’s pitch in the half tones', () => {
  // A plain grey wall: what varies on it is the screen.
  const picture = draw('comic', { set: 'studio', setColor: '#8a5a50', actors: [] });
  const lumas = Array.from({ length: WIDTH }, (_, x) => {
    const i = (20 * WIDTH + x) * 4;
    return lumaOf(picture[i]!, picture[i + 1]!, picture[i + 2]!);
  });
  const mean = lumas.reduce((sum, value) => sum + value, 0) / lumas.length;
  const power = (period: number) => {
    let [c, s] = [0, 0];
    lumas.forEach((value, x) => {
      c += (value - mean) * Math.cos((2 * Math.PI * x) / period);
      s += (value - mean) * Math.sin((2 * Math.PI * x) / period);
    });
    return Math.hypot(c, s);
  };
  // 512 / round(512 / (9 · 108 / 720)) pixels from dot to dot along a row.
  const pitch = 512 / Math.round(512 / 1.35);
  expect(power(pitch)).toBeGreaterThan(4 * power(pitch * 1.7));
});

test('watercolor leaves a white border, and never reaches black', () => {
  const picture = draw('watercolor');
  const border = picture.subarray(0, WIDTH * 4);
  expect(share(border, (...color) => lumaOf(...color) > 225)).toBeGreaterThan(0.95);
  expect(share(picture, (...color) => lumaOf(...color) < 14)).toBe(0);
});

test('paper casts shadows on paper: what is behind an edge is darker beside it', () => {
  const picture = draw('paperCut', { actors: [{ kind: 'ball', word: 'ball', color: '#ffffff', size: 3 }] });
  const plain = draw('lowPoly', { actors: [{ kind: 'ball', word: 'ball', color: '#ffffff', size: 3 }] });
  expect(difference(picture, plain)).toBeGreaterThan(4);
});

test('low poly has facets: far fewer triangles, each with one normal', () => {
  const count = (style: Scene['style']) =>
    stageOf(style)
      .momentAt(1)
      .instances.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
  expect(count('lowPoly')).toBeLessThan(0.6 * count('natural'));
  for (const { mesh } of stageOf('lowPoly').momentAt(1).instances) {
    for (let t = 0; t + 2 < mesh.indices.length; t += 3) {
      const [a, b] = [mesh.indices[t]! * 3, mesh.indices[t + 1]! * 3];
      if (mesh.normals[a] !== mesh.normals[b]) throw new Error('a facet is not flat');
    }
  }
});

test('isometric looks down by 30° through a lens without perspective, at a piece of the place', () => {
  const { camera, instances } = stageOf('isometric').momentAt(1);
  const away = [0, 1, 2].map((i) => camera.target[i as 0] - camera.position[i as 0]) as [number, number, number];
  const down = (Math.asin(-away[1] / Math.hypot(...away)) * 180) / Math.PI;
  expect(down).toBeCloseTo(30, 3);
  expect(camera.verticalFovDegrees).toBeLessThan(10);
  // The whole desert reaches far beyond; its piece, with the plinth, fits the picture.
  const reach = Math.hypot(...away) * Math.tan((camera.verticalFovDegrees * Math.PI) / 360) * (WIDTH / HEIGHT);
  const plinth = instances.at(-1)!.mesh.positions;
  for (let i = 0; i < plinth.length; i += 3) {
    expect(Math.hypot(plinth[i]! - camera.target[0], plinth[i + 2]! - camera.target[2])).toBeLessThan(reach);
  }
});

test('cyberpunk is lit between magenta and cyan, vaporwave is pink', () => {
  const neon = draw('cyberpunk', { set: 'street', time: 'night' });
  expect(share(neon, (red, green, blue) => blue > green + 12 || red > green + 12)).toBeGreaterThan(0.5);
  expect(share(draw('vaporwave'), (red, green) => red > green)).toBeGreaterThan(0.6);
});

test.each(['natural', 'anime', 'oil', 'stainedGlass', 'paperCut', 'sketch'] as const)(
  '%s draws stills of odd sizes',
  (style) => {
    const still = createRenderer({ kernel, width: 91, height: 70, samples: 4 });
    expect(still.render(stageOf(style).momentAt(0), 1).rgba.length).toBe(91 * 70 * 4);
    still.dispose();
  },
);
