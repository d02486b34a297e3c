import { readdir } from 'node:fs/promises';
import {
  decodeAudio,
  decodeFrames,
  decodeImage,
  type I420Frame,
  type Picture,
  probeImage,
  probeVideo,
} from '@openimagine/media';
import { describe, expect, test } from 'vitest';
import { chain, fitCamera, viewOf } from './example-clips/camera.ts';
import { CLIP_RECIPES, type ClipRecipe } from './example-clips/recipes.ts';
import { loadPlate, samplePlate } from './example-clips/sample-plate.ts';
import {
  BEEP_SECONDS,
  beepTimes,
  EXAMPLE_CLIPS,
  type ExampleClipVariant,
  exampleClipVariants,
  examplePhoto,
  examplePhotoVariants,
  hasFfmpeg,
  makeExampleClip,
} from './example-clips.ts';

const SMALL = { seconds: 1, width: 320, height: 180 } as const;

async function framesOf(film: Uint8Array): Promise<I420Frame[]> {
  return Array.fromAsync(decodeFrames(film));
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

/** Every pixel of a frame comes from within the photo, and its neighbours from beside it. */
function expectWhole(
  recipe: ClipRecipe,
  photo: { readonly width: number; readonly height: number },
  seconds: number,
  [columns, rows]: readonly [number, number],
): void {
  const view = viewOf(fitCamera(recipe.camera(seconds, seconds / 8.7), photo, columns / rows), columns, rows);
  const mapping = recipe.warp ? chain(view, recipe.warp(seconds)) : view;
  const unit = (view(1, 0)[0] - view(0, 0)[0]) * (view(0, 1)[1] - view(0, 0)[1]);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const [atX, atY] = mapping(x, y);
      const [rightX, rightY] = mapping(x + 1, y);
      const [belowX, belowY] = mapping(x, y + 1);
      // 1 where nothing is stretched; 0 where it folds.
      const stretch = ((rightX - atX) * (belowY - atY) - (rightY - atY) * (belowX - atX)) / unit;
      const isWithin = atX > -8 && atY > -8 && atX < photo.width + 8 && atY < photo.height + 8;
      if (stretch < 0.45 || stretch > 1.9 || !isWithin) {
        expect.fail(`after ${seconds} s, at ${x}, ${y} from ${atX}, ${atY}: stretched ${stretch} times`);
      }
    }
  }
}

describe('an example clip', () => {
  test('has the length, size and rate that were asked for', async () => {
    const film = await makeExampleClip('street', { seconds: 1.5, width: 322, height: 182, framesPerSecond: 30 });
    expect(await probeVideo(film)).toMatchObject({
      width: 322,
      height: 182,
      frameCount: 45,
      framesPerSecond: 30,
      isFastStart: true,
    });
  });

  test('beeps at the times it says, and hums in between', async () => {
    const seconds = 2.7;
    const { samples, sampleRate } = (await decodeAudio(await makeExampleClip('cat', { ...SMALL, seconds })))!;
    const loudness = (from: number, to: number) =>
      samples
        .subarray(Math.round(from * sampleRate) * 2, Math.round(to * sampleRate) * 2)
        .reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    expect(beepTimes(seconds)).toEqual([0.5, 1.5, 2.5]);
    for (const start of beepTimes(seconds)) {
      expect(loudness(start + 0.02, start + BEEP_SECONDS - 0.02)).toBeGreaterThan(0.4);
      expect(loudness(start - 0.2, start - 0.03)).toBeLessThan(0.1);
      expect(loudness(start - 0.2, start - 0.03)).toBeGreaterThan(0.01);
    }
  });

  test('moves a little from each frame to the next, and never jumps', async () => {
    const frames = await framesOf(await makeExampleClip('portrait', SMALL));
    expect(frames).toHaveLength(24);
    for (let i = 1; i < frames.length; i++) {
      const step = meanDifference(frames[i]!.data, frames[i - 1]!.data);
      expect(step).toBeGreaterThan(0.05);
      expect(step).toBeLessThan(4);
    }
  });

  test('has no audio track when it is to be silent', async () => {
    expect((await probeVideo(await makeExampleClip('lake', { ...SMALL, sound: 'none' }))).audio).toBeUndefined();
  });

  test('can lie on its side and say so, and is then shown as large as asked for', async () => {
    const turned = await makeExampleClip('dog', { ...SMALL, stored: 'turned' });
    expect(await probeVideo(turned)).toMatchObject({ width: 320, height: 180 });
  });

  test('refuses what our encoder cannot do', async () => {
    await expect(makeExampleClip('lake', { seconds: 9 })).rejects.toThrow('at most 8.7');
    await expect(makeExampleClip('lake', { width: 321 })).rejects.toThrow('even size');
  });

  test.each(EXAMPLE_CLIPS)('%s neither folds nor tears its photo, nor looks beyond it', async (name) => {
    const recipe: ClipRecipe = CLIP_RECIPES[name];
    const photo = probeImage(await examplePhoto(recipe.photo));
    for (const size of [
      [64, 36],
      [48, 48],
      [36, 64],
    ] as const) {
      for (let seconds = 0; seconds <= 8.7; seconds += 0.3) expectWhole(recipe, photo, seconds, size);
    }
  });

  test('shows the photo itself where nothing moves', async () => {
    const plate = await loadPlate(await examplePhoto('cat.jpg'), 1);
    const { width, height } = plate.frame;
    const frame = samplePlate(plate, width, height, (x, y) => [x, y]);
    expect(meanDifference(frame.data, plate.frame.data)).toBe(0);
  });
});

describe('a variant of an example clip', () => {
  const expected: Record<ExampleClipVariant, Partial<Awaited<ReturnType<typeof probeVideo>>>> = {
    h265: { videoCodec: expect.stringMatching(/^h[ev][vc]1/), frameCount: 24 },
    av1: { videoCodec: expect.stringMatching(/^av01/), frameCount: 24 },
    'b-frames': { frameCount: 24 },
    'variable-frame-rate': { frameCount: 16 },
    'odd-sized': { width: 319, height: 179 },
    'ten-bit': {
      videoCodec: expect.stringMatching(/^h[ev][vc]1/),
      audio: { codec: 'mp4a.40.2', sampleRate: 44_100, channels: 1, durationSeconds: expect.closeTo(1, 1) },
    },
    squeezed: { frameCount: 24 },
    'index-last': { isFastStart: false, frameCount: 24 },
  };
  test.skipIf(!hasFfmpeg()).each(exampleClipVariants.names)(
    '%s is what it is called (needs ffmpeg)',
    async (variant) => {
      const film = await exampleClipVariants.make(variant, 'temple', SMALL);
      expect(await probeVideo(film)).toMatchObject(expected[variant]);
    },
  );
});

describe('a variant of an example photo', () => {
  const load = async () => examplePhoto('cat.jpg');
  const rgbOf = ({ rgba }: Picture) => rgba.filter((_, index) => index % 4 !== 3);

  test.each(['exif-rotated', 'cmyk', 'animated', 'webp'] as const)('%s looks like the photo', async (variant) => {
    const photo = await load();
    const [is, was] = [await decodeImage(await examplePhotoVariants[variant](photo)), await decodeImage(photo)];
    expect([is.width, is.height]).toEqual([was.width, was.height]);
    expect(meanDifference(rgbOf(is), rgbOf(was))).toBeLessThan(4);
  });

  test('transparent is clear in its corners and opaque in its middle', async () => {
    const { width, height, rgba } = await decodeImage(await examplePhotoVariants.transparent(await load()));
    expect(rgba[3]).toBe(0);
    expect(rgba[(Math.floor(height / 2) * width + width / 2) * 4 + 3]).toBe(255);
  });

  test('tiny and large are of the size they are for', async () => {
    expect(probeImage(await examplePhotoVariants.tiny(await load()))).toMatchObject({ width: 1, height: 1 });
    expect(probeImage(await examplePhotoVariants.large(await load()))).toMatchObject({ width: 4000, height: 3000 });
  });
});

test('every example picture can be read and is small enough to ship', async () => {
  const files = (await readdir(new URL('../../../examples/inputs/', import.meta.url))).filter(
    (name) => !name.endsWith('.md'),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const bytes = await examplePhoto(file);
    const { width, height } = probeImage(bytes);
    expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
    expect(bytes.length).toBeLessThanOrEqual(300_000);
  }
});
