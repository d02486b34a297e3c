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

type Within = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The share of a part's pixels that are of a colour. */
function shareOf(picture: Picture, part: Within, isIt: (r: number, g: number, b: number) => boolean): number {
  let found = 0;
  for (let y = part.y; y < part.y + part.height; y++) {
    for (let x = part.x; x < part.x + part.width; x++) {
      const at = (y * picture.width + x) * 4;
      if (isIt(picture.rgba[at]!, picture.rgba[at + 1]!, picture.rgba[at + 2]!)) found++;
    }
  }
  return found / (part.width * part.height);
}

const isRed = (r: number, g: number, b: number): boolean => r > 1.7 * g && r > 1.7 * b;

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

  it('hair takes a colour on up to the crown, and neither skin nor the wall behind it does', async () => {
    const { outputs } = await run('Make her hair red', ['astronaut.jpg']);
    const edited = await decodeImage(outputs.get(0)!.bytes);
    const before = await pictureOf('astronaut.jpg');
    expect(shareOf(before, { x: 195, y: 30, width: 75, height: 32 }, isRed)).toBeLessThan(0.1);
    expect(shareOf(edited, { x: 195, y: 30, width: 75, height: 32 }, isRed)).toBeGreaterThan(0.85);
    const within = (x0: number, y0: number, x1: number, y1: number) => (x: number, y: number) =>
      x * 512 > x0 && x * 512 < x1 && y * 512 > y0 && y * 512 < y1;
    for (const kept of [within(200, 115, 255, 165), within(300, 0, 330, 110), within(90, 0, 140, 110)])
      expect(difference(before, edited, kept)).toBeLessThan(3);
  });

  it('a cup takes a colour on outside, and neither the coffee nor the saucer of its colour does', async () => {
    const { outputs } = await run('Make the cup blue', ['coffee.jpg'], { width: 600, height: 400 });
    const edited = await decodeImage(outputs.get(0)!.bytes);
    const isBlue = (r: number, g: number, b: number) => b > 1.3 * r && b > 1.2 * g;
    expect(shareOf(edited, { x: 230, y: 210, width: 120, height: 16 }, isBlue)).toBeGreaterThan(0.8);
    for (const kept of [
      { x: 220, y: 100, width: 130, height: 80 },
      { x: 80, y: 180, width: 70, height: 150 },
      { x: 420, y: 150, width: 40, height: 150 },
      { x: 0, y: 0, width: 600, height: 15 },
    ])
      expect(shareOf(edited, kept, isBlue)).toBeLessThan(0.02);
  });

  it.each(['party hat', 'wizard hat', 'crown'])('a %s lies within the frame on a cat that fills it', async (hat) => {
    const size = { width: 450, height: 300 };
    const { outputs } = await run(`Put a ${hat} on the cat`, ['cat.jpg'], size);
    const edited = await decodeImage(outputs.get(0)!.bytes);
    const before = await decodeImage(await examplePhoto('cat.jpg'), { size });
    let [changed, atEdge] = [0, 0];
    for (let i = 0; i < size.width * size.height; i++) {
      const apart = [0, 1, 2].map((channel) => Math.abs(edited.rgba[4 * i + channel]! - before.rgba[4 * i + channel]!));
      if (Math.max(...apart) < 40) continue;
      changed++;
      const [x, y] = [i % size.width, Math.floor(i / size.width)];
      if (x < 2 || y < 2 || x >= size.width - 2 || y >= size.height - 2) atEdge++;
    }
    expect(changed / (size.width * size.height)).toBeGreaterThan(0.005);
    expect(atEdge).toBeLessThan(0.01 * changed);
  });

  it('a person is cut out with the crown of the head', async () => {
    const { outputs } = await run('Replace the background with plain blue', ['astronaut.jpg']);
    const edited = await decodeImage(outputs.get(0)!.bytes);
    const isBlue = (r: number, g: number, b: number) => b > 150 && r < 100 && g < 120;
    expect(shareOf(edited, { x: 170, y: 30, width: 105, height: 50 }, isBlue)).toBeLessThan(0.03);
    expect(shareOf(edited, { x: 400, y: 20, width: 100, height: 100 }, isBlue)).toBeGreaterThan(0.97);
  });

  it.each([
    ['hair below a cap', 'Make her hair red', ['admiral.jpg'], /looks like a cap/],
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
