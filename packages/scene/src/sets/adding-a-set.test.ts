import { readFile } from 'node:fs/promises';
import { compileKernel, createRenderer, kernelUrl } from '@openimagine/render';
import { expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { Scene } from '../scene.ts';
import { fogOf, lensFor, outdoorCues, plantPalette, SNOW } from './mood.ts';
import { planted } from './planting.ts';
import { STONE, TURF } from './plants.ts';
import { standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { mix, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt } from './terrain.ts';
import { boulderMesh } from './undergrowth.ts';

// #region example
/** A grassy hill with a ring of standing stones. */
const stoneCircle: SetModel = {
  build(context) {
    const { scene, random, aspect } = context;
    const palette = plantPalette(scene);
    const heightAt: HeightAt = (x, z) => {
      const far = Math.hypot(x, z);
      return (
        (fractal(x * 0.02, z * 0.02, 3, 7) - 0.5) * 9 * smoothstep(6, 60, far) -
        0.002 * far * far * smoothstep(80, 20, far)
      );
    };
    const ground = discGround({
      heightAt,
      radius: 320,
      rings: 56,
      sectors: 90,
      colorAt: (x, _y, z) => {
        const grass = mix(palette.grass, palette.dryGrass, fractal(x * 0.2, z * 0.2, 3, 3));
        return mix(grass, SNOW, palette.snow * 0.9);
      },
    });
    const stone = boulderMesh(random.fork('stone'), [126, 122, 114], palette.snow, 2);
    const still = [
      standing(ground, TURF),
      ...planted({
        random: random.fork('ring'),
        heightAt,
        plants: [{ mesh: stone, material: STONE }],
        count: 14,
        from: [-9, -9],
        to: [9, 9],
        distance: 2.4,
        // In a ring, and never between the camera and the stage.
        chance: (x, z) => (Math.abs(Math.hypot(x, z) - 7.5) < 1 && z < 5 ? 1 : 0),
        stretch: [3, 4.5],
        sink: 0.3,
      }),
    ];
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 4, halfDepth: 2.4 },
      camera: { position: [0.8, 1.8, 10], target: [0, 1.4, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: () => ({
        instances: still,
        lights: [],
        sprites: [],
        fog: fogOf(scene, 0.002, { heightFalloff: 0.02 }),
      }),
      cues: outdoorCues(context),
    };
  },
};
// #endregion

const [WIDTH, HEIGHT] = [160, 90];

/** Draws the example as the stage would, with a plain rig of light. */
async function draw(fields: Record<string, unknown>): Promise<Uint8Array> {
  const scene = Scene.parse({
    version: 1,
    set: 'field',
    time: 'day',
    weather: 'clear',
    season: 'summer',
    style: 'natural',
    actors: [],
    camera: {},
    ...fields,
  });
  const assets = { paintText: () => ({ width: 1, height: 1, rgba: new Uint8Array(4) }), thing: () => undefined };
  const set = stoneCircle.build({ scene, random: createRandom(3), assets, durationSeconds: 8, aspect: WIDTH / HEIGHT });
  const place = set.momentAt(4);
  const materials = [...new Set(place.instances.map(({ material }) => material))];
  const kernel = await compileKernel(Uint8Array.from(await readFile(kernelUrl)));
  const renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
  const { rgba } = renderer.render(
    {
      camera: set.camera,
      materials,
      instances: place.instances.map((one) => ({ ...one, material: materials.indexOf(one.material) })),
      sun: { direction: [0.5, 0.8, 0.4], color: [1.7, 1.6, 1.4] },
      ambient: { up: [0.36, 0.5, 0.74], down: [0.28, 0.25, 0.19] },
      lights: [],
      sky: { zenith: [0.05, 0.2, 0.7], horizon: [0.5, 0.7, 0.95] },
      fog: { color: [0.56, 0.72, 0.9], density: 0.002, heightFalloff: 0.02, ...place.fog },
      sprites: [],
      grade: {},
      style: 'natural',
      seconds: 4,
    },
    1,
  );
  const copy = rgba.slice();
  renderer.dispose();
  return copy;
}

/** Mean of a channel over rows of the picture. */
function mean(rgba: Uint8Array, channel: number, from: number, to: number): number {
  let sum = 0;
  for (let i = from * WIDTH; i < to * WIDTH; i++) sum += rgba[i * 4 + channel]!;
  return sum / ((to - from) * WIDTH);
}

it('the example of the page is drawn: grass below, sky above, white when it snows', async () => {
  const green = await draw({});
  expect(mean(green, 1, 60, 90)).toBeGreaterThan(mean(green, 2, 60, 90) + 20);
  expect(mean(green, 2, 0, 12)).toBeGreaterThan(mean(green, 0, 0, 12) + 20);
  const white = await draw({ weather: 'snow' });
  expect(mean(white, 2, 60, 90)).toBeGreaterThan(mean(green, 2, 60, 90) + 40);
});

it('the page shows the code that is drawn here', async () => {
  const page = await readFile(new URL('../../../../docs/draft-engine/adding-a-set.md', import.meta.url), 'utf8');
  const source = await readFile(new URL(import.meta.url), 'utf8');
  const [, imports = '', shown] = /```ts\n((?:import .*\n)+)\n(\/\*\* A grassy hill[\s\S]*?)```/.exec(page) ?? [];
  const [, drawn] = /\/\/ #region example\n([\s\S]*?)\/\/ #endregion/.exec(source) ?? [];
  expect(drawn).toContain('stoneCircle');
  expect(shown).toBe(drawn);
  expect(source).toContain(imports);
});
