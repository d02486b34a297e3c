import { describe, expect, it } from 'vitest';
import { createRenderer } from './renderer.ts';
import { IDENTITY, kernel, pixelAt, quad, translated, unlit } from './test-scene.ts';
import type { Instance, Moment, Style } from './world.ts';

const WHITE = quad(255, 255, 255);
/** The quad lying in the plane y = 0, facing up. */
const LYING = [1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1];
const scaledLying = (size: number, height = 0) =>
  LYING.map((value, i) => (i < 12 ? value * size : i === 13 ? height : value));

function render(moment: Moment, samples: 1 | 4 = 1, width = 64, height = 64): { width: number; rgba: Uint8Array } {
  const frame = createRenderer({ kernel, width, height, samples }).render(moment, 1);
  return { width, rgba: frame.rgba.slice() };
}

/** Looking down at the ground from the south. */
const above: Partial<Moment> = {
  camera: { position: [0, 6, 4], target: [0, 0, 0], verticalFovDegrees: 50 },
  sun: { direction: [0, 1, 0], color: [0.6, 0.6, 0.6] },
};
const ground: Instance = { mesh: WHITE, material: 1, matrix: scaledLying(20), isStatic: true };

describe('light', () => {
  it('the sun lights what faces it, by its colour', () => {
    const frame = render(unlit([ground], 2, { ...above, sun: { direction: [0, 2, 0], color: [0.5, 0.25, 0] } }));
    const [red, green, blue] = pixelAt(frame, 32, 32) as [number, number, number];
    expect(Math.abs(red - 188)).toBeLessThanOrEqual(3);
    expect(Math.abs(green - 137)).toBeLessThanOrEqual(3);
    expect(blue).toBeLessThanOrEqual(1);
  });

  it.each([true, false])('a thing between ground and sun darkens the ground (standing still: %s)', (isStatic) => {
    const roof: Instance = { mesh: WHITE, material: 1, matrix: scaledLying(1.2, 2.5), isStatic };
    const hidden = { ...above, camera: { position: [0, 0.8, 9], target: [0, 0, 0], verticalFovDegrees: 40 } } as const;
    const lit = pixelAt(render(unlit([ground], 2, hidden)), 32, 32)[0]!;
    const shaded = pixelAt(render(unlit([ground, roof], 2, hidden)), 32, 32)[0]!;
    expect(lit).toBeGreaterThan(150);
    expect(shaded).toBeLessThan(lit * 0.4);
    const free = pixelAt(render(unlit([ground, { ...roof, castsShadow: false }], 2, hidden)), 32, 32)[0]!;
    expect(free).toBeGreaterThan(lit * 0.95);
  });

  it('a shadow kept from the last frame follows when what stood still is moved', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 1 });
    const hidden = { ...above, camera: { position: [0, 0.8, 9], target: [0, 0, 0], verticalFovDegrees: 40 } } as const;
    const at = (x: number) => {
      const matrix = scaledLying(1.2, 2.5).map((value, i) => (i === 12 ? x : value));
      return unlit([ground, { mesh: WHITE, material: 1, matrix, isStatic: true }], 2, hidden);
    };
    const shaded = pixelAt(renderer.render(at(0), 1), 32, 32)[0]!;
    const lit = pixelAt(renderer.render(at(50), 1), 32, 32)[0]!;
    expect(lit).toBeGreaterThan(shaded * 2);
  });

  it('what moves leaves nothing of its shadow behind', () => {
    const renderer = createRenderer({ kernel, width: 64, height: 64, samples: 1 });
    const at = (x: number, z: number) => {
      const matrix = scaledLying(1, 1.5).map((value, i) => (i === 12 ? x : i === 14 ? z : value));
      return unlit([ground, { mesh: WHITE, material: 1, matrix }], 2, above);
    };
    for (const [x, z] of [
      [-2, -1],
      [0, 2],
      [2, 0],
      [40, 40],
    ] as const) {
      // biome-ignore format: pairs
      const fresh = createRenderer({ kernel, width: 64, height: 64, samples: 1 }).render(at(x, z), 1).rgba;
      expect(renderer.render(at(x, z), 1).rgba).toEqual(fresh);
    }
  });

  it('a point light fades to nothing at its radius', () => {
    const at = (y: number) =>
      unlit([ground], 2, {
        ...above,
        sun: { direction: [0, 1, 0], color: [0, 0, 0] },
        lights: [{ position: [0, y, 0], color: [1, 1, 1], radius: 2 }],
      });
    expect(pixelAt(render(at(0.5)), 32, 32)[0]).toBeGreaterThan(120);
    expect(pixelAt(render(at(2.2)), 32, 32)).toEqual([0, 0, 0]);
  });

  it('64 lights in view are all seen', () => {
    const lights = Array.from({ length: 64 }, (_, i) => ({
      position: [(i % 8) - 3.5, 0.3, Math.floor(i / 8) - 3.5] as const,
      color: [0.2, 0.2, 0.2] as const,
      radius: 0.8,
    }));
    const frame = render(
      unlit([ground], 2, {
        ...above,
        camera: { position: [0, 12, 0.01], target: [0, 0, 0], verticalFovDegrees: 40 },
        sun: { direction: [0, 1, 0], color: [0, 0, 0] },
        lights,
      }),
      1,
      128,
      128,
    );
    const focal = 64 / Math.tan((20 * Math.PI) / 180);
    for (const { position } of lights) {
      const [x, y] = [64 + (position[0] * focal) / 12, 64 + (position[2] * focal) / 12];
      expect(pixelAt(frame, Math.floor(x), Math.floor(y))[0]).toBeGreaterThan(60);
    }
  });

  it('fog turns what is far into its own colour', () => {
    const wall = (z: number) =>
      unlit([{ mesh: WHITE, material: 0, matrix: translated(0, 0, z, 200) }], 2, {
        fog: { color: [0, 0, 0.4], density: 0.05, heightFalloff: 0 },
      });
    const near = pixelAt(render(wall(0)), 32, 32);
    const far = pixelAt(render(wall(-150)), 32, 32);
    expect(near[0]).toBeGreaterThan(190);
    expect(far[0]).toBeLessThan(12);
    expect(Math.abs(far[2]! - 170)).toBeLessThanOrEqual(12);
  });
});

describe('surfaces', () => {
  it('a texture is drawn upright, with holes where it is transparent', () => {
    // Top left red, top right transparent, bottom left green, bottom right blue.
    const texel = [255, 0, 0, 255, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0, 255, 255];
    const rgba = Uint8Array.from({ length: 16 * 16 * 4 }, (_, i) => {
      const [x, y] = [(i >> 2) % 16, (i >> 2) >> 4];
      return texel[((y >> 3) * 2 + (x >> 3)) * 4 + (i % 4)]!;
    });
    const texture = { width: 16, height: 16, rgba };
    const back: Instance = { mesh: quad(128, 128, 128), material: 0, matrix: translated(0, 0, -0.5, 4) };
    const sign: Instance = { mesh: WHITE, material: 1, matrix: IDENTITY };
    for (const samples of [1, 4] as const) {
      const frame = render(
        unlit([back, sign], 2, {
          materials: [
            { emissive: 1, specular: 0 },
            { emissive: 0.5, specular: 0, texture },
          ],
        }),
        samples,
      );
      expect(pixelAt(frame, 24, 24)[0]).toBeGreaterThan(150);
      expect(pixelAt(frame, 24, 40)[1]).toBeGreaterThan(150);
      expect(pixelAt(frame, 40, 40)[2]).toBeGreaterThan(150);
      expect(pixelAt(frame, 40, 24).every((channel) => Math.abs(channel - 128) <= 3)).toBe(true);
    }
  });

  it('wet ground shows the lamp above it, and dry ground does not', () => {
    const lamp: Instance = { mesh: quad(255, 40, 40), material: 2, matrix: translated(0, 1, -2, 0.5) };
    const materials = (mirror: number) => [{ emissive: 1 }, { mirror, specular: 0 }, { emissive: 0.9, specular: 0 }];
    const camera = { position: [0, 1, 4], target: [0, 0.3, -2], verticalFovDegrees: 50 } as const;
    const plane = { height: 0, roughness: 0.2, ripple: 0, seconds: 0 };
    const redBelow = (mirror: number) => {
      const frame = render(
        unlit([ground, lamp], 2, { camera, materials: materials(mirror), mirror: plane }),
        1,
        96,
        96,
      );
      let most = 0;
      for (let y = 60; y < 96; y++) most = Math.max(most, pixelAt(frame, 48, y)[0]!);
      return most;
    };
    expect(redBelow(0)).toBeLessThan(8);
    expect(redBelow(1)).toBeGreaterThan(60);
  });
});

describe('sprites', () => {
  const sprite = (z: number) => Float32Array.of(0, 0, z, 0.8, 0, 0.5, 0.2, 0.1, 1, 0, 0, 0);

  it('adds light, but not behind a surface', () => {
    const wall: Instance = { mesh: quad(0, 0, 0), material: 1, matrix: translated(0, 0, 0, 3) };
    const at = (z: number) =>
      unlit([wall], 2, { sprites: [{ shape: 'soft', blend: 'add', count: 1, data: sprite(z) }] });
    expect(pixelAt(render(at(1)), 32, 32)[0]).toBeGreaterThan(150);
    expect(pixelAt(render(at(-2)), 32, 32)[0]).toBe(0);
  });

  it.each(['soft', 'puff', 'streak', 'flake', 'spark'] as const)(
    '%s is drawn in both blends, near, far and behind',
    (shape) => {
      const data = Float32Array.of(...sprite(0), ...sprite(1.99), ...sprite(50), ...sprite(-1e4));
      data[9] = 0.4;
      for (const blend of ['alpha', 'add'] as const) {
        const frame = render(unlit([], 2, { sprites: [{ shape, blend, count: 4, data }] }));
        expect(frame.rgba.some((value, i) => i % 4 < 3 && value > 20)).toBe(true);
      }
    },
  );
});

describe('finish', () => {
  it('letterbox leaves black bars and the picture between them', () => {
    const frame = render(
      unlit([{ mesh: WHITE, material: 0, matrix: translated(0, 0, 0, 9) }], 2, { grade: { letterbox: 2 } }),
    );
    expect(pixelAt(frame, 32, 15)).toEqual([0, 0, 0]);
    expect(pixelAt(frame, 32, 48)).toEqual([0, 0, 0]);
    expect(pixelAt(frame, 32, 17)[0]).toBeGreaterThan(200);
  });

  it('monochrome leaves no colour', () => {
    const [red, green, blue] = pixelAt(
      render(unlit([{ mesh: quad(200, 40, 40), material: 0, matrix: IDENTITY }], 2, { grade: { monochrome: 1 } })),
      32,
      32,
    ) as [number, number, number];
    expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThanOrEqual(1);
  });

  it('bloom spreads beyond a lamp', () => {
    const lamp: Instance = { mesh: WHITE, material: 0, matrix: translated(0, 0, 0, 0.3), emissive: 8 };
    const dark = pixelAt(render(unlit([lamp])), 32, 44);
    const glowing = pixelAt(render(unlit([lamp], 2, { grade: { bloom: 0.3 } })), 32, 44);
    expect(dark).toEqual([0, 0, 0]);
    expect(glowing[0]).toBeGreaterThan(20);
  });

  it('the overlay covers by its alpha, stretched to odd sizes', () => {
    const rgba = Uint8Array.of(10, 200, 30, 255, 0, 0, 0, 0);
    for (const [width, height] of [
      [64, 64],
      [51, 33],
    ] as const) {
      const frame = render(unlit([], 2, { overlay: { width: 2, height: 1, rgba } }), 1, width, height);
      expect(pixelAt(frame, 2, 2)).toEqual([10, 200, 30]);
      expect(pixelAt(frame, width - 3, height - 2)).toEqual([0, 0, 0]);
    }
  });
});

describe('styles', () => {
  const styles: Style[] = ['natural', 'anime', 'watercolor', 'oil', 'pixel', 'comic', 'sketch', 'clay'];
  const moment = (style: Style): Moment =>
    unlit([ground, { mesh: quad(200, 90, 40), material: 1, matrix: translated(0, 1, 0) }], 2, {
      ...above,
      style,
      ambient: { up: [0.3, 0.3, 0.4], down: [0.2, 0.2, 0.2] },
    });

  it('all differ, and each is the same again in a fresh renderer', () => {
    const pictures = styles.map((style) => render(moment(style), 1, 90, 70).rgba);
    styles.forEach((style, i) => {
      expect(render(moment(style), 1, 90, 70).rgba, style).toEqual(pictures[i]);
      for (let k = 0; k < i; k++) expect(pictures[k]).not.toEqual(pictures[i]);
    });
  });
});

describe('patterns', () => {
  const patterns = [
    'grain',
    'wood',
    'planks',
    'fabric',
    'fur',
    'rock',
    'grass',
    'bricks',
    'tiles',
    'marble',
    'water',
    'snow',
    'foliage',
    'sand',
    'stripes',
  ] as const;

  it.each(patterns)('%s changes a plain surface, by the object’s own space', (pattern) => {
    const at = (x: number) =>
      unlit([{ mesh: WHITE, material: 1, matrix: translated(x, 0, 0, 1.5) }], 2, {
        camera: { position: [x, 0, 2], target: [x, 0, 0], verticalFovDegrees: 90 },
        materials: [{}, { pattern, patternScale: 3, specular: 0 }],
        sun: { direction: [0.4, 0.3, 1], color: [0.5, 0.5, 0.5] },
      });
    const here = render(at(0));
    const values = new Set(Array.from({ length: 40 }, (_, i) => pixelAt(here, 12 + i, 30).join()));
    expect(values.size).toBeGreaterThan(3);
    const there = render(at(4));
    let difference = 0;
    for (let i = 0; i < here.rgba.length; i++)
      difference = Math.max(difference, Math.abs(here.rgba[i]! - there.rgba[i]!));
    // Rounding of positions may move a joint by a fraction of a pixel.
    expect(difference).toBeLessThan(60);
  });
});
