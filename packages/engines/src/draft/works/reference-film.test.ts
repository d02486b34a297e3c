import {
  coverPicture,
  decodeAudio,
  decodeFrames,
  encodePng,
  flatten,
  openPhoto,
  probeVideo,
  toI420,
  toRgba,
} from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf } from '../../conformance.ts';
import type { EngineRequest, MediaInput } from '../../engine.ts';
import { examplePhoto, examplePhotoVariants, makeExampleClip } from '../../example-clips.ts';
import { createDraftEngine, type DraftEngine } from '../draft-engine.ts';
import { DRAFT_VIDEO_MODEL } from '../draft-options.ts';
import { lumaSsim } from '../tasks/luma-ssim.ts';

const SIZE = { width: 480, height: 270 } as const;
const WHITE = [255, 255, 255] as const;

let engine: DraftEngine;
beforeAll(() => {
  engine = createDraftEngine({ videoChildren: 2 });
});
afterAll(() => engine.close());

async function input(photo: string | Uint8Array, role: MediaInput['role'], atSeconds?: number): Promise<MediaInput> {
  const bytes = typeof photo === 'string' ? await examplePhoto(photo) : photo;
  return {
    role,
    mime: 'image/jpeg',
    sizeBytes: bytes.length,
    open: async () => new Blob([Uint8Array.from(bytes)]).stream(),
    ...(atSeconds === undefined ? {} : { atSeconds }),
  };
}

function run(prompt: string, inputs: readonly MediaInput[], more: Partial<EngineRequest> = {}) {
  const hasReferences = inputs.some(({ role }) => role === 'reference');
  const request: EngineRequest = {
    generationId: 'generation-1',
    operation: hasReferences ? 'video.fromReferences' : 'video.fromImage',
    model: DRAFT_VIDEO_MODEL,
    prompt,
    count: 1,
    inputs,
    seconds: 2,
    aspectRatio: '16:9',
    resolution: '480p',
    ...SIZE,
    seed: 1,
    audio: true,
    ...more,
  };
  return collect(engine.run(request, contextOf()));
}

async function film(...order: Parameters<typeof run>) {
  const { events, outputs } = await run(...order);
  expect(events.at(-1)).toMatchObject({ type: 'done' });
  const output = events.find((event) => event.type === 'output');
  return { bytes: outputs.get(0)!.bytes, description: output!.output.revisedPrompt };
}

async function framesOf(bytes: Uint8Array) {
  const frames = [];
  for await (const { width, height, data } of decodeFrames(bytes)) {
    frames.push({ width, height, data: Uint8Array.from(data) });
  }
  return frames;
}

async function asShown(photo: string, { width, height }: { width: number; height: number } = SIZE) {
  const picture = coverPicture(flatten(await openPhoto(await examplePhoto(photo)), WHITE), width, height);
  return toI420(picture.rgba, width, height);
}

describe('pictures that a film passes at their times', () => {
  it('first, key and last frame are the pictures', async () => {
    const { bytes, description } = await film('', [
      await input('lake.jpg', 'firstFrame'),
      await input('astronaut.jpg', 'keyframe', 2 / 3),
      await input('temple.jpg', 'lastFrame'),
    ]);
    const frames = await framesOf(bytes);
    expect(frames).toHaveLength(48);
    expect(lumaSsim(frames[0]!, await asShown('lake.jpg'))).toBeGreaterThan(0.98);
    expect(lumaSsim(frames[16]!, await asShown('astronaut.jpg'))).toBeGreaterThan(0.95);
    expect(lumaSsim(frames[47]!, await asShown('temple.jpg'))).toBeGreaterThan(0.95);
    expect(description).toContain('3 pictures');
    expect((await decodeAudio(bytes))?.samples.length).toBeGreaterThan(0);
  }, 60_000);

  it('a last frame alone is arrived at', async () => {
    const { bytes } = await film('the camera zooms in', [await input('colosseum.jpg', 'lastFrame')]);
    const frames = await framesOf(bytes);
    const picture = await asShown('colosseum.jpg');
    expect(lumaSsim(frames.at(-1)!, picture)).toBeGreaterThan(0.95);
    expect(lumaSsim(frames[0]!, picture)).toBeLessThan(0.93);
  }, 60_000);

  it('between two frames of one clip lies what the clip shows there, sharper than a cross-fade', async () => {
    const clip = await makeExampleClip('lake', { ...SIZE, seconds: 3 });
    const shown = await framesOf(clip);
    const still = async (index: number) => encodePng({ ...SIZE, rgba: Uint8Array.from(toRgba(shown[index]!)) });
    const { bytes } = await film('', [
      await input(await still(12), 'firstFrame'),
      await input(await still(36), 'lastFrame'),
    ]);
    const middle = (await framesOf(bytes))[24]!;
    const faded = { ...SIZE, data: shown[12]!.data.map((value, at) => (value + shown[36]!.data[at]!) / 2) };
    const [likeness, crossfade] = [lumaSsim(middle, shown[24]!), lumaSsim(faded, shown[24]!)];
    expect(likeness).toBeGreaterThan(0.93);
    expect(1 - likeness).toBeLessThan((1 - crossfade) / 3);
  }, 60_000);

  it('two keyframes for one moment, or one beyond the end, are told from each other', async () => {
    const { events } = await run('', [await input('lake.jpg', 'keyframe', 7)]);
    expect(events.at(-1)).toMatchObject({ type: 'failed', error: { kind: 'invalid_request' } });
    const { bytes } = await film('', [await input('sea.jpg', 'keyframe', 1), await input('lake.jpg', 'keyframe', 1)]);
    expect(lumaSsim((await framesOf(bytes))[24]!, await asShown('lake.jpg'))).toBeGreaterThan(0.95);
  }, 60_000);
});

describe('films of reference pictures', () => {
  it('the dog walks through the meadow, whichever way pictures are counted', async () => {
    const references = [await input('dog.jpg', 'reference'), await input('meadow.jpg', 'reference')];
    const fromZero = await film('<IMAGE_0> walks through <IMAGE_1>', references);
    const fromOne = await film('<IMAGE_1> walks through <IMAGE_2>', references);
    expect(fromZero.description).toMatch(/picture 1 walks in the landscape of picture 2/);
    expect(fromOne.description).toBe(fromZero.description);
    expect(await probeVideo(fromZero.bytes)).toMatchObject({ ...SIZE, frameCount: 48, durationSeconds: 2 });
    const [frames, meadow] = [await framesOf(fromZero.bytes), await asShown('meadow.jpg')];
    const likeness = lumaSsim(frames[24]!, meadow);
    expect(likeness).toBeGreaterThan(0.3);
    expect(likeness).toBeLessThan(0.97);
  }, 90_000);

  it('seven pictures of all shapes and kinds', async () => {
    const dog = await examplePhoto('dog.jpg');
    const photos = [
      ...[dog, await examplePhotoVariants.tiny(dog), await examplePhotoVariants.large(dog), 'two-dogs.jpg'],
      ...['screenshot.png', await examplePhotoVariants['exif-rotated'](dog), 'deep-field.jpg'],
    ];
    const references = await Promise.all(photos.map((photo) => input(photo, 'reference')));
    const { bytes } = await film('<IMAGE_0> and <IMAGE_1> dance', references, { seconds: 1, width: 320, height: 180 });
    expect(await framesOf(bytes)).toHaveLength(24);
  }, 120_000);

  it('what comes into a pinned first frame is not there at first', async () => {
    const { bytes, description } = await film('<IMAGE_0> walks by', [
      await input('lake.jpg', 'firstFrame'),
      await input('duck.jpg', 'reference'),
    ]);
    const [frames, lake] = [await framesOf(bytes), await asShown('lake.jpg')];
    expect(lumaSsim(frames[0]!, lake)).toBeGreaterThan(0.98);
    expect(lumaSsim(frames[40]!, lake)).toBeLessThan(0.97);
    expect(description).toContain('pinned picture');
  }, 60_000);

  it('a last frame is reached from a place with figures', async () => {
    const inputs = [
      await input('duck.jpg', 'reference'),
      await input('sea.jpg', 'firstFrame'),
      await input('lake.jpg', 'lastFrame'),
    ];
    const { bytes } = await film('the duck runs by', inputs, { seconds: 3 });
    expect(lumaSsim((await framesOf(bytes)).at(-1)!, await asShown('lake.jpg'))).toBeGreaterThan(0.95);
  }, 90_000);

  it('without a place the setting is drawn', async () => {
    const size = { seconds: 1, width: 320, height: 180 };
    const { bytes, description } = await film(
      'the duck runs on a snowy beach',
      [await input('duck.jpg', 'reference')],
      size,
    );
    expect(description).toBe('The duck of picture 1 runs in a snowy beach.');
    expect(await framesOf(bytes)).toHaveLength(24);
  }, 90_000);
});
