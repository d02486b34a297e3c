import { readFile } from 'node:fs/promises';
import { compileKernel, kernelUrl } from '@openimagine/render';
import { describe, expect, it } from 'vitest';
import { openStudio } from './draft-studio.ts';
import { createFilmRenderer } from './film-renderer.ts';

const studio = await openStudio();
const kernel = await compileKernel(Uint8Array.from(await readFile(kernelUrl)));

describe('createFilmRenderer', () => {
  it.each([
    [640, 360, 'a red ball on a table'],
    [1280, 720, 'a red ball on a table'],
    [1280, 720, 'pixel art of a red ball on a table'],
  ])('gives frames of %d × %d: %s', (width, height, prompt) => {
    const { stage } = studio.produce({ prompt, seed: 1, width, height, seconds: 2 });
    const moment = stage.momentAt(1);
    const renderer = createFilmRenderer({ kernel, width, height });
    const frame = renderer.i420(moment, 3).slice();
    expect(frame).toHaveLength((width * height * 3) / 2);
    const fresh = createFilmRenderer({ kernel, width, height });
    expect(fresh.i420(stage.momentAt(1), 3)).toEqual(frame);
    const other = studio.produce({ prompt: 'a green cube in a forest', seed: 2, width, height, seconds: 2 }).stage;
    renderer.forget();
    expect(renderer.i420(other.momentAt(1), 3)).not.toEqual(frame);
    renderer.forget();
    expect(renderer.i420(stage.momentAt(1), 3)).toEqual(frame);
  });
});
