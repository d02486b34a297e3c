import {
  clipTimes,
  type DecodedFrame,
  decodeAudio,
  decodeFrames,
  probeVideo,
  readAudioPackets,
  type VideoProbe,
} from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf } from '../../conformance.ts';
import type { EngineRequest } from '../../engine.ts';
import { exampleClipVariants, hasFfmpeg, makeExampleClip } from '../../example-clips.ts';
import { createDraftEngine, type DraftEngine } from '../draft-engine.ts';
import { DRAFT_VIDEO_MODEL } from '../draft-options.ts';

const SMALL = { seconds: 2, width: 320, height: 180 } as const;

let engine: DraftEngine;
beforeAll(() => {
  engine = createDraftEngine({ videoChildren: 2 });
});
afterAll(() => engine.close());

async function run(clip: Uint8Array, prompt: string) {
  const { width, height, durationSeconds, framesPerSecond } = await probeVideo(clip, { isSampled: true });
  const request: EngineRequest = {
    generationId: 'generation-1',
    operation: 'video.edit',
    model: DRAFT_VIDEO_MODEL,
    prompt,
    count: 1,
    inputs: [
      {
        role: 'video',
        mime: 'video/mp4',
        sizeBytes: clip.length,
        open: async () => new Blob([Uint8Array.from(clip)]).stream(),
      },
    ],
    aspectRatio: '16:9',
    resolution: '480p',
    width: width & ~1,
    height: height & ~1,
    seconds: durationSeconds,
    framesPerSecond,
    seed: 1,
    audio: true,
  };
  return collect(engine.run(request, contextOf()));
}

async function edit(clip: Uint8Array, prompt: string): Promise<{ film: Uint8Array; description: string | undefined }> {
  const { events, outputs } = await run(clip, prompt);
  expect(events.at(-1)).toMatchObject({ type: 'done' });
  const output = events.find((event) => event.type === 'output');
  return { film: outputs.get(0)!.bytes, description: output?.output.revisedPrompt };
}

async function framesOf(film: Uint8Array): Promise<DecodedFrame[]> {
  return Array.fromAsync(decodeFrames(film, { upright: true }));
}

/** Of luma, in the part of the frames that a test chooses. */
function psnr(a: readonly DecodedFrame[], b: readonly DecodedFrame[], isCounted: (x: number, y: number) => boolean) {
  let [sum, count] = [0, 0];
  for (const [i, { width, height, data }] of a.entries()) {
    for (let at = 0; at < width * height; at++) {
      if (!isCounted((at % width) / width, Math.floor(at / width) / height)) continue;
      sum += (data[at]! - b[i]!.data[at]!) ** 2;
      count++;
    }
  }
  return 10 * Math.log10(255 ** 2 / (sum / count));
}
const everywhere = () => true;
const awayFromTopLeft = (x: number, y: number) => x > 0.5 || y > 0.6;

describe('video editing', () => {
  it('what no tool touches stays: within 1 dB of an encoding without any edit, and at 35 dB or more', async () => {
    const clip = await makeExampleClip('portrait', SMALL);
    const before = await framesOf(clip);
    const unedited = await framesOf((await edit(clip, 'mute')).film);
    const edited = await framesOf((await edit(clip, 'Add a red balloon in the top left corner')).film);
    const reached = psnr(before, unedited, awayFromTopLeft);
    expect(reached).toBeGreaterThan(35);
    expect(psnr(before, edited, awayFromTopLeft)).toBeGreaterThan(reached - 1);
    expect(psnr(before, edited, everywhere)).toBeLessThan(reached - 3);
  });

  it('length, rate and the very packets of the sound are kept', async () => {
    const clip = await makeExampleClip('portrait', SMALL);
    const { film, description } = await edit(clip, 'Add a red balloon in the top left corner');
    expect(description).toMatch(/balloon/);
    const [before, after] = [await probeVideo(clip), await probeVideo(film)];
    const kept = ({ frameCount, framesPerSecond, durationSeconds, audio }: VideoProbe) => ({
      frameCount,
      framesPerSecond,
      durationSeconds,
      audio,
    });
    expect(kept(after)).toEqual(kept(before));
    expect(await readAudioPackets(film)).toEqual(await readAudioPackets(clip));
  });

  it('muted, there is no sound; slower, it is longer; backwards, the last frame comes first', async () => {
    const clip = await makeExampleClip('portrait', SMALL);
    const muted = await probeVideo((await edit(clip, 'mute it')).film);
    expect(muted.audio).toBeUndefined();
    const slow = await probeVideo((await edit(clip, 'slow motion')).film);
    expect(slow).toMatchObject({ frameCount: 96, durationSeconds: 4 });
    expect(slow.audio?.durationSeconds).toBeCloseTo(4, 1);
    const before = await framesOf(clip);
    const backwards = await framesOf((await edit(clip, 'Play it backwards')).film);
    expect(psnr(before.toReversed(), backwards, everywhere)).toBeGreaterThan(35);
  });

  it('sound that is asked for joins the clip’s own', async () => {
    const clip = await makeExampleClip('portrait', SMALL);
    const level = async (film: Uint8Array) => {
      const { samples } = (await decodeAudio(film))!;
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    };
    const { film } = await edit(clip, 'Add rain sounds');
    expect((await level(film)) / (await level(clip))).toBeGreaterThan(1.1);
  });

  it('a silent clip stays silent, and can be given sound', async () => {
    const clip = await makeExampleClip('portrait', { ...SMALL, sound: 'none' });
    expect((await probeVideo((await edit(clip, 'Play it backwards')).film)).audio).toBeUndefined();
    expect((await probeVideo((await edit(clip, 'add music')).film)).audio?.durationSeconds).toBeCloseTo(2, 1);
  });

  it('a clip that was stored on its side comes out upright', async () => {
    const clip = await makeExampleClip('portrait', { ...SMALL, width: 180, height: 320, stored: 'turned' });
    const { film } = await edit(clip, 'mute');
    expect(await probeVideo(film)).toMatchObject({ width: 180, height: 320 });
    expect(psnr(await framesOf(clip), await framesOf(film), everywhere)).toBeGreaterThan(35);
  });

  it.skipIf(!hasFfmpeg())('a variable rate is kept, frame by frame', async () => {
    const clip = await exampleClipVariants.make('variable-frame-rate', 'portrait', SMALL);
    const { film } = await edit(clip, 'Add a red balloon in the top left corner');
    const [before, after] = [await clipTimes(clip), await clipTimes(film)];
    expect(after.length).toBe(before.length);
    for (const [i, { seconds }] of before.entries()) expect(after[i]!.seconds).toBeCloseTo(seconds, 3);
  });

  it.skipIf(!hasFfmpeg()).each(['h265', 'av1', 'odd-sized'] as const)('takes %s', async (variant) => {
    const clip = await exampleClipVariants.make(variant, 'portrait', SMALL);
    const { film } = await edit(clip, 'mute');
    expect(await probeVideo(film)).toMatchObject({ frameCount: 48, durationSeconds: 2 });
    expect((await probeVideo(film)).videoCodec).toMatch(/^avc1/);
  });

  it('an instruction that cannot be carried out fails as invalid, and says why', async () => {
    const clip = await makeExampleClip('portrait', SMALL);
    const failed = (await run(clip, 'make her juggle')).events.at(-1);
    expect(failed).toMatchObject({ type: 'failed', error: { kind: 'invalid_request', retryable: false } });
    expect(failed?.type === 'failed' && failed.error.message).toMatch(/not understood.*"Make it rain"/);
  });

  // Of the two, one is surveyed by several processes at once.
  it.each(['make it black and white', 'Restyle as retro anime'])(
    'says that the input video is damaged when a frame in its midst cannot be decoded: %s',
    async (prompt) => {
      const broken = Uint8Array.from(await makeExampleClip('temple', { ...SMALL, seconds: 4, sound: 'none' }));
      broken.fill(0xff, Math.floor(broken.length * 0.35), Math.floor(broken.length * 0.38));
      const { events } = await run(broken, prompt);
      expect(events.at(-1)).toMatchObject({ type: 'failed', error: { kind: 'invalid_request', retryable: false } });
      expect(events.at(-1)).toHaveProperty('error.message', expect.stringContaining('the input video cannot be used'));
    },
  );
});
