import { createRenderer } from '@openimagine/render';
import { expect, it } from 'vitest';
import { openStudio } from './draft-studio.ts';
import { createFilmRenderer } from './film-renderer.ts';

const SIZE = { width: 320, height: 180 };
/** Water and wet ground, pictures as particles, smoke, shadows that move, a painted style. */
const WORLDS = [
  'cherry petals falling in a park in spring',
  'a dog on a wet street at night in heavy rain',
  'a sailing boat on a calm sea at sunset',
  'a steam train in a snowy forest',
  'watercolor of a fox in a meadow',
  'a rocket launching from Mars',
];

it('a renderer draws a world as a new one does, whatever it drew before', async () => {
  const studio = await openStudio();
  const { kernel } = studio;
  for (const prompt of [...WORLDS, ...WORLDS]) {
    const production = studio.produce({ prompt, seed: 1, ...SIZE, seconds: 4 });
    const at = () => production.stage.momentAt(2);
    const still = studio.rendererFor(production).render(at(), 1).rgba.slice();
    expect(Buffer.compare(still, createRenderer({ kernel, ...SIZE, samples: 4 }).render(at(), 1).rgba), prompt).toBe(0);
  }
  for (const prompt of [...WORLDS, ...WORLDS]) {
    const production = studio.produce({ prompt, seed: 1, ...SIZE, seconds: 4 });
    const at = () => production.stage.momentAt(2);
    const frame = studio.filmRendererFor(production).i420(at(), 1).slice();
    expect(Buffer.compare(frame, createFilmRenderer({ kernel, ...SIZE }).i420(at(), 1)), prompt).toBe(0);
  }
}, 120_000);
