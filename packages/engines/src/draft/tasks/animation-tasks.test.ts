import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverPicture, decodeFrames, flatten, muxFilm, openPhoto, toI420, type VideoSegment } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStudio, type Studio } from '../draft-studio.ts';
import { type AnimateOrder, lookAtPicture } from './animate-order.ts';
import { animationTasks } from './animation-tasks.ts';
import type { DraftSegment, DraftSound } from './draw-film.ts';

const INPUTS = fileURLToPath(new URL('../../../../../examples/inputs/', import.meta.url));
/** One of each kind: stars, nothing but stars, a lake, a face, fine grain, a page, an upright one, a drawing. */
const PHOTOS = [
  'milky-way.jpg',
  'deep-field.jpg',
  'lake.jpg',
  'astronaut.jpg',
  'fig.jpg',
  'screenshot.png',
  'two-dogs.jpg',
  'drawn-waves.jpg',
];
const WHITE = [255, 255, 255] as const;
const CONTEXT = { progress: () => {}, signal: new AbortController().signal };

let studio: Studio;
let folder: string;
beforeAll(async () => {
  studio = await openStudio();
  folder = mkdtempSync(join(tmpdir(), 'animation-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The film's size for a picture: its own shape, so many pixels. */
function sizeFor(width: number, height: number, pixels: number) {
  const scale = Math.sqrt(pixels / (width * height));
  const even = (value: number) => Math.max(16, 2 * Math.round((value * scale) / 2));
  return { width: even(width), height: even(height) };
}

async function orderFor(name: string, prompt: string, pixels: number, seconds = 8): Promise<AnimateOrder> {
  const path = join(INPUTS, name);
  const photo = await openPhoto(readFileSync(path));
  const { width, height } = sizeFor(photo.width, photo.height, pixels);
  const picturePath = join(folder, `${name}-${pixels}.rgba`);
  const { sight } = await lookAtPicture({ path, width, height, picturePath });
  return { prompt, seed: 1, width, height, seconds, picturePath, sight };
}

async function segmentOf(order: AnimateOrder, first: number, count: number): Promise<DraftSegment> {
  const tasks = animationTasks(studio);
  return (await tasks['animate-segment']!({ order, range: { first, count } }, CONTEXT)) as DraftSegment;
}

async function lumaOf(segment: VideoSegment, { width, height }: AnimateOrder): Promise<readonly Uint8Array[]> {
  const film = await muxFilm({ width, height, framesPerSecond: 24, segments: [segment] });
  const frames: Uint8Array[] = [];
  for await (const { data } of decodeFrames(film)) frames.push(data.slice(0, width * height));
  return frames;
}

/** Mean structural similarity of luma in windows of 8 × 8 that overlap by half. @see Wang et al. (2004) */
function ssim(a: Uint8Array, b: Uint8Array, width: number, height: number): number {
  let [sum, count] = [0, 0];
  for (let top = 0; top + 8 <= height; top += 4) {
    for (let left = 0; left + 8 <= width; left += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let y = top; y < top + 8; y++) {
        for (let x = left, at = y * width + left; x < left + 8; x++, at++) {
          const [p, q] = [a[at]!, b[at]!];
          ma += p;
          mb += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      }
      const [pa, pb] = [ma / 64, mb / 64];
      const [va, vb, cov] = [aa / 64 - pa * pa, bb / 64 - pb * pb, ab / 64 - pa * pb];
      sum += ((2 * pa * pb + 6.5) * (2 * cov + 58.5)) / ((pa * pa + pb * pb + 6.5) * (va + vb + 58.5));
      count += 1;
    }
  }
  return sum / count;
}

describe('films that begin with a picture', () => {
  it.each(PHOTOS)('the first decoded frame is the picture: %s', async (name) => {
    const order = await orderFor(name, '', 480 * 270);
    const { width, height } = order;
    const { segment } = await segmentOf({ ...order, bitsPerSecond: 8_000_000 }, 0, 2);
    const photo = flatten(await openPhoto(readFileSync(join(INPUTS, name))), WHITE);
    const wanted = toI420(coverPicture(photo, width, height).rgba, width, height).data.slice(0, width * height);
    const [frame] = await lumaOf(segment, order);
    expect(ssim(frame!, wanted, width, height)).toBeGreaterThan(0.98);
  });

  it('segments meet without a jump, and are equal from whatever process', async () => {
    const order = await orderFor('lake.jpg', 'clouds drift, the water ripples, camera pushes in', 320 * 180);
    const whole = await lumaOf((await segmentOf(order, 40, 16)).segment, order);
    const second = await lumaOf((await segmentOf(order, 48, 8)).segment, order);
    const { width, height } = order;
    const steps = whole.slice(1).map((frame, index) => ssim(frame, whole[index]!, width, height));
    const median = [...steps].sort((a, b) => a - b)[7]!;
    expect(ssim(second[0]!, whole[7]!, width, height)).toBeGreaterThan(median - 0.02);
    expect(ssim(second[0]!, whole[8]!, width, height)).toBeGreaterThan(0.97);
  });

  it('sounds for as long as it lasts', async () => {
    const order = await orderFor('sea.jpg', 'the waves roll', 160 * 90, 3);
    const tasks = animationTasks(studio);
    const { audio } = (await tasks['animate-sound']!(order, CONTEXT)) as DraftSound;
    // One packet of 1,024 samples before the first, which primes the decoder.
    expect(audio.packets.length).toBe(Math.ceil((3 * 48_000) / 1024) + 1);
  });
});
