import { decodeImage, type Picture } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf } from '../../conformance.ts';
import type { EngineRequest } from '../../engine.ts';
import { examplePhoto } from '../../example-clips.ts';
import { createDraftEngine, type DraftEngine } from '../draft-engine.ts';
import { DRAFT_IMAGE_MODEL } from '../draft-options.ts';

let engine: DraftEngine;
beforeAll(() => {
  engine = createDraftEngine({ videoChildren: 1 });
});
afterAll(() => engine.close());

async function run(prompt: string, photos: readonly string[], changes: Partial<EngineRequest> = {}) {
  const inputs = await Promise.all(
    photos.map(async (name, index) => {
      const bytes = await examplePhoto(name);
      return {
        role: index === 0 ? 'source' : 'reference',
        mime: 'image/jpeg',
        sizeBytes: bytes.length,
        open: async () => new Blob([Uint8Array.from(bytes)]).stream(),
      } as const;
    }),
  );
  const request: EngineRequest = {
    generationId: 'generation-1',
    operation: 'image.edit',
    model: DRAFT_IMAGE_MODEL,
    prompt,
    count: 1,
    inputs,
    aspectRatio: 'auto',
    resolution: '1k',
    width: 512,
    height: 512,
    seed: 1,
    audio: false,
    ...changes,
  };
  return collect(engine.run(request, contextOf()));
}

async function pictureOf(photo: string): Promise<Picture> {
  return decodeImage(await examplePhoto(photo), { size: { width: 512, height: 512 } });
}

/** Mean difference of two pictures, 0 to 255, where a test looks. */
function difference(a: Picture, b: Picture, isCounted: (x: number, y: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < a.rgba.length; i++) {
    const at = i >> 2;
    if (i % 4 === 3 || !isCounted((at % a.width) / a.width, Math.floor(at / a.width) / a.height)) continue;
    sum += Math.abs(a.rgba[i]! - b.rgba[i]!);
    count++;
  }
  return sum / count;
}

describe('image editing', () => {
  it('changes what was named and keeps the rest', async () => {
    const { events, outputs } = await run('Add a red balloon in the top left corner', ['astronaut.jpg']);
    expect(events.at(-1)).toMatchObject({ type: 'done' });
    const edited = await decodeImage(outputs.get(0)!.bytes);
    expect(edited).toMatchObject({ width: 512, height: 512 });
    const before = await pictureOf('astronaut.jpg');
    expect(difference(before, edited, (_, y) => y > 0.7)).toBeLessThan(4);
    expect(difference(before, edited, (x, y) => x < 0.35 && y < 0.35)).toBeGreaterThan(8);
  });

  it('each of several outputs is made, and says what was done', async () => {
    const { events, outputs } = await run('Give the woman a silver necklace', ['astronaut.jpg'], { count: 2 });
    expect(outputs.size).toBe(2);
    const told = events.flatMap((event) => (event.type === 'output' ? [event.output.revisedPrompt] : []));
    expect(told).toEqual(Array(2).fill('The picture, a silver necklace put on the woman.'));
  });

  it.each([
    ['nobody to carry it', 'Give the woman a silver necklace', ['lake.jpg'], /face/],
    [
      'a tag without an input',
      'Put the dog from <IMAGE_3> on the sofa in <IMAGE_0>',
      ['room.jpg', 'dog.jpg'],
      /IMAGE_3/,
    ],
    ['an instruction that means nothing', 'flurble the wug', ['lake.jpg'], /not understood/],
  ])('refuses %s, and says so', async (_what, prompt, photos, message) => {
    const failed = (await run(prompt, photos)).events.at(-1);
    expect(failed).toMatchObject({ type: 'failed', error: { kind: 'invalid_request', retryable: false } });
    expect(failed?.type === 'failed' && failed.error.message).toMatch(message);
  });
});
