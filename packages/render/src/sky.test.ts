import { describe, expect, it } from 'vitest';
import { createRenderer } from './renderer.ts';
import { kernel, quad, translated, unlit } from './test-scene.ts';
import type { Moment } from './world.ts';

/** Large enough for clouds to be wider than a pixel. */
const SIDE = 288;

/** A sky with everything in it, and a wall before its lower half. */
function evening(stars: number): Moment {
  const wall = { mesh: quad(40, 60, 90), material: 0, matrix: translated(0, -2.4, -1, 2.2) };
  return unlit([wall], 2, {
    camera: { position: [0, 0, 2], target: [0, 0.9, 0], verticalFovDegrees: 70 },
    sun: { direction: [0.4, 0.5, -1], color: [1, 0.8, 0.6] },
    fog: { color: [0.3, 0.2, 0.2], density: 0.002, heightFalloff: 0.02 },
    sky: {
      zenith: [0.05, 0.08, 0.2],
      horizon: [0.6, 0.3, 0.2],
      glow: [0.4, 0.2, 0.1],
      stars,
      clouds: { cover: 0.5, lit: [0.9, 0.7, 0.5], shade: [0.2, 0.2, 0.3], offset: [3, 1] },
      discs: [{ direction: [0.4, 0.5, -1], radius: 0.08, color: [2, 1.6, 1] }],
    },
  });
}

function render(moment: Moment, samples: 1 | 4): Uint8Array {
  return createRenderer({ kernel, width: SIDE, height: SIDE, samples }).render(moment, 1).rgba.slice();
}

/** Differences of all channels, the largest first. */
function differences(a: Uint8Array, b: Uint8Array): number[] {
  return Array.from(a, (value, i) => Math.abs(value - b[i]!)).sort((x, y) => y - x);
}

describe('the sky of films, drawn at half resolution', () => {
  it('looks like the full one of stills', () => {
    const found = differences(render(evening(0), 1), render(evening(0), 4));
    // Steps of the wall's edge, which four samples smooth, make the first few.
    expect(found[Math.floor(found.length * 0.03)]).toBeLessThanOrEqual(4);
    expect(found.reduce((sum, value) => sum + value) / found.length).toBeLessThan(0.5);
  });

  it('keeps stars as small as pixels', () => {
    const [without, film, still] = [render(evening(0), 1), render(evening(1), 1), render(evening(1), 4)];
    const lit = (picture: Uint8Array) => differences(picture, without).filter((value) => value > 12).length;
    expect(lit(film)).toBeGreaterThan(10);
    expect(lit(film)).toBeLessThan(lit(still) * 2);
  });

  it('is the same after another sky was drawn', () => {
    const renderer = createRenderer({ kernel, width: SIDE, height: SIDE, samples: 1 });
    const fresh = renderer.render(evening(1), 1).rgba.slice();
    renderer.render(unlit([], 2, { sky: { zenith: [9, 0, 9], horizon: [0, 9, 0] } }), 2);
    expect(renderer.render(evening(1), 1).rgba.slice()).toEqual(fresh);
  });
});
