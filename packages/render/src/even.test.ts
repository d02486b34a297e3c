/** Where a film's frames show one smooth surface, light is worked out for 2 × 2 pixels at once: it must not show. */
import { describe, expect, it } from 'vitest';
import { createRenderer } from './renderer.ts';
import { kernel, pixelAt, quad, unlit } from './test-scene.ts';
import type { Instance, Material, Moment } from './world.ts';

const SIDE = 96;
const LYING = [20, 0, 0, 0, 0, 0, -20, 0, 0, 20, 0, 0, 0, 0, 0, 1];
const TOP: Instance = { mesh: quad(180, 140, 90), material: 0, matrix: LYING, isStatic: true };

const shine = (material: Material, more: Partial<Moment> = {}): Moment => ({
  ...unlit([TOP], 2, {
    camera: { position: [0, 5, 4], target: [0, 0, 0], verticalFovDegrees: 50 },
    sun: { direction: [0.3, 0.8, 0.2], color: [0.5, 0.45, 0.4] },
    ambient: { up: [0.2, 0.25, 0.3], down: [0.1, 0.08, 0.06] },
    lights: [{ position: [1, 0.8, 0.5], color: [1, 0.4, 0.2], radius: 4 }],
    fog: { color: [0.5, 0.5, 0.6], density: 0.03, heightFalloff: 0.1 },
    ...more,
  }),
  materials: [material],
});

/** Stills work out every pixel, films 2 × 2. */
function both(moment: Moment) {
  const frame = (samples: 1 | 4) => {
    const { rgba } = createRenderer({ kernel, width: SIDE, height: SIDE, samples }).render(moment, 1);
    return { width: SIDE, rgba: rgba.slice() };
  };
  return { film: frame(1), still: frame(4) };
}

describe('even places', () => {
  it.each<[string, Material]>([
    ['plain', { specular: 0.02 }],
    ['shiny', { specular: 0.5, gloss: 40 }],
    ['glowing', { specular: 0, emissive: 0.4 }],
    ['velvet', { specular: 0, rim: 0.4, wrap: 0.3 }],
  ])('look like those whose every pixel is lit: %s', (_name, material) => {
    const { film, still } = both(shine(material));
    const apart: number[] = [];
    for (let y = 8; y < SIDE - 8; y += 3) {
      for (let x = 8; x < SIDE - 8; x += 3) {
        const [a, b] = [pixelAt(film, x, y), pixelAt(still, x, y)];
        for (const channel of [0, 1, 2]) apart.push(Math.abs(a[channel]! - b[channel]!));
      }
    }
    // A lamp 80 cm above the ground, in a picture of 96 pixels: light changes by several steps a pixel.
    expect(Math.max(...apart)).toBeLessThanOrEqual(8);
    expect(apart.reduce((sum, value) => sum + value, 0) / apart.length).toBeLessThan(1.2);
  });

  it.each(['rock', 'grass', 'snow', 'grain', 'sand'] as const)('keep the bumps and colours of %s', (pattern) => {
    const { film, still } = both(shine({ specular: 0.05, pattern, patternScale: 1 }));
    const spread = ({ rgba }: { rgba: Uint8Array }) => {
      const greens = Array.from({ length: SIDE * SIDE }, (_, i) => rgba[i * 4 + 1]!);
      const mean = greens.reduce((sum, value) => sum + value, 0) / greens.length;
      const deviation = Math.sqrt(greens.reduce((sum, value) => sum + (value - mean) ** 2, 0) / greens.length);
      return { mean, deviation };
    };
    const [a, b] = [spread(film), spread(still)];
    expect(Math.abs(a.mean - b.mean)).toBeLessThan(3);
    expect(a.deviation / b.deviation).toBeGreaterThan(0.85);
    expect(a.deviation / b.deviation).toBeLessThan(1.25);
  });
});
