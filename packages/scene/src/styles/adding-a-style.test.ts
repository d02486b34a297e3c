import { readFile } from 'node:fs/promises';
import { compileKernel, createRenderer, kernelUrl } from '@openimagine/render';
import { expect, it } from 'vitest';
import { stageScene } from '../stage/stage-scene.ts';
import { options, sceneOf } from '../stage/test-stage.ts';
import { applyStyle } from './apply-style.ts';
import { relight, sharp } from './relight.ts';
import type { StyleTreatment } from './style.ts';

// #region example
/** A model of white plaster under soft light; what moves, moves on twos. */
const plaster: StyleTreatment = {
  says: 'A white plaster',
  paint: 'natural',
  framesPerSecond: 12,
  grade: { saturation: 0.35, contrast: 1.08, vignette: 1.5, grain: 0 },
  // Lamps still glow; nothing has a pattern or a texture.
  dress: ({ emissive = 0 }) => ({ emissive, specular: 0.08, wrap: 0.25 }),
  shape: (mesh) => ({ ...mesh, colors: mesh.colors.map((value, i) => (i % 4 === 3 ? value : 228)) }),
  light: (moment) => sharp(relight(moment, { softness: 0.2, up: [1.2, 1.1, 1], down: [1.2, 1.1, 1], fog: 0.4 })),
};
// #endregion

const [WIDTH, HEIGHT] = [160, 90];

/** The colourfulness and the brightness of a frame, 0 … 255. */
async function look(treatment: StyleTreatment): Promise<{ readonly chroma: number; readonly light: number }> {
  const stage = stageScene(sceneOf({ set: 'desert', actors: [{ color: '#c02010' }] }), options(WIDTH, HEIGHT));
  const view = { position: [0, 2, 8], target: [0, 1, 0] } as const;
  const styled = applyStyle(
    treatment,
    { groundAt: () => 0, isIndoors: false, view, aspect: WIDTH / HEIGHT },
    stage.momentAt,
  );
  expect(styled.momentAt(1 + 1 / 24)).toBe(styled.momentAt(1));
  const kernel = await compileKernel(Uint8Array.from(await readFile(kernelUrl)));
  const renderer = createRenderer({ kernel, width: WIDTH, height: HEIGHT, samples: 1 });
  const { rgba } = renderer.render(styled.momentAt(1), 1);
  let [chroma, light] = [0, 0];
  for (let i = 0; i < rgba.length; i += 4) {
    const color = [rgba[i]!, rgba[i + 1]!, rgba[i + 2]!];
    chroma += Math.max(...color) - Math.min(...color);
    light += color[1]!;
  }
  renderer.dispose();
  return { chroma: chroma / (WIDTH * HEIGHT), light: light / (WIDTH * HEIGHT) };
}

it('the example of the page is drawn: pale, and nearly without colour', async () => {
  const plain = await look({ says: 'A', paint: 'natural', framesPerSecond: 12 });
  const white = await look(plaster);
  expect(white.chroma).toBeLessThan(plain.chroma * 0.6);
  expect(white.light).toBeGreaterThan(plain.light);
});

it('the page shows the code that is drawn here', async () => {
  const page = await readFile(new URL('../../../../docs/draft-engine/adding-a-style.md', import.meta.url), 'utf8');
  const source = await readFile(new URL(import.meta.url), 'utf8');
  const [, imports = '', shown] =
    /```ts\n((?:import .*\n)+)\n(\/\*\* A model of white plaster[\s\S]*?)```/.exec(page) ?? [];
  const [, drawn] = /\/\/ #region example\n([\s\S]*?)\/\/ #endregion/.exec(source) ?? [];
  expect(drawn).toContain('plaster');
  expect(shown).toBe(drawn);
  expect(source).toContain(imports);
});
