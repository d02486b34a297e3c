import { expect, it } from 'vitest';
import { createRenderer } from './renderer.ts';
import { kernel, quad, translated, unlit } from './test-scene.ts';
import type { Moment, Sprites, Style } from './world.ts';

/** The quad lying in the plane y = 0, facing up. */
const ground = [20, 0, 0, 0, 0, 0, -20, 0, 0, 20, 0, 0, 0, 0, 0, 1];
const WHITE = quad(220, 220, 220);

/** A moment that goes through every pass; `turn` moves all of it. */
function everything(turn: number, style: Style): Moment {
  const sprite = (x: number) => [x, 1, 0, 0.7, turn, 0.6, 0.5, 0.4, 0.6, 0.2, 0.3, 0];
  const batch = (shape: Sprites['shape'], blend: Sprites['blend']): Sprites => ({
    shape,
    blend,
    count: 2,
    data: Float32Array.from([...sprite(-0.5), ...sprite(turn - 1)]),
  });
  const things = Array.from({ length: 6 }, (_, i) => ({
    mesh: quad(40 * i, 200 - 30 * i, 90),
    material: 2 + (i % 2),
    matrix: translated(Math.sin(i + turn) * 2, 0.4 + i * 0.3, Math.cos(i * 2 + turn) * 2 - 2, 0.7),
    isStatic: i % 2 === 0,
  }));
  return unlit([{ mesh: WHITE, material: 1, matrix: ground, isStatic: true }, ...things], 2, {
    camera: {
      position: [turn, 1.6 + turn * 0.3, 5],
      target: [0, 0.9 - turn * 0.2, -2],
      verticalFovDegrees: 55,
      focus: { distance: 5, blur: 0.5 },
    },
    materials: [
      {},
      { mirror: 0.7, pattern: 'grain', specular: 0.3 },
      { pattern: 'bricks', patternScale: 3 },
      { emissive: 1.5 },
    ],
    sun: { direction: [0.5, 1, 0.6], color: [1.2, 1, 0.8] },
    ambient: { up: [0.2, 0.25, 0.3], down: [0.1, 0.1, 0.1] },
    lights: [{ position: [turn, 1, 0], color: [2, 1, 0.5], radius: 4 }],
    sky: {
      zenith: [0.1, 0.2, 0.5],
      horizon: [0.6, 0.6, 0.6],
      stars: 0.6,
      nebula: [0.1, 0.05, 0.1],
      clouds: { cover: 0.5, lit: [1, 1, 1], shade: [0.4, 0.4, 0.5], offset: [turn, 0] },
      discs: [{ direction: [0.1, 0.3, -1], radius: 0.08, color: [2, 2, 1], phase: 0.6, craters: true }],
    },
    fog: { color: [0.5, 0.5, 0.6], density: 0.02, heightFalloff: 0.2 },
    sprites: [batch('puff', 'alpha'), batch('soft', 'add'), batch('streak', 'alpha')],
    grade: { bloom: 0.2, bloomThreshold: 0.5, grain: 0.05, vignette: 0.2, contrast: 1.1, letterbox: 2.2 },
    mirror: { height: 0, roughness: 0.4, ripple: 0.8, seconds: turn },
    shafts: { position: [10, 30, -100], color: [1, 0.8, 0.5], strength: 0.4 },
    style,
    seconds: turn,
  });
}

it.each([
  ['natural', 1],
  ['natural', 4],
  ['anime', 1],
  ['watercolor', 4],
  ['oil', 1],
  ['sketch', 4],
  ['comic', 1],
  ['pixel', 1],
  ['clay', 1],
] as const)('%s with %i samples: no earlier frame shows through', (style, samples) => {
  const options = { kernel, width: 101, height: 67, samples };
  const used = createRenderer(options);
  for (const turn of [0.9, 0.4, 1.7]) used.render(everything(turn, turn === 0.4 ? 'natural' : style), 3);
  const again = used.render(everything(0.2, style), 5).rgba;
  const fresh = createRenderer(options).render(everything(0.2, style), 5).rgba;
  expect(Buffer.compare(again, fresh)).toBe(0);
});
