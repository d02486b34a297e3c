import {
  type DecodedFrame,
  decodeAudio,
  decodeFrames,
  muxFilm,
  probeVideo,
  readAudioPackets,
  readFilmNote,
  readSegments,
} from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf } from '../../conformance.ts';
import type { EngineRequest } from '../../engine.ts';
import { exampleClipVariants, hasFfmpeg, makeExampleClip } from '../../example-clips.ts';
import { createDraftEngine, type DraftEngine } from '../draft-engine.ts';
import { DRAFT_VIDEO_MODEL } from '../draft-options.ts';
import { FilmNote } from '../tasks/film-note.ts';
import { lumaSsim } from '../tasks/luma-ssim.ts';

const SMALL = { width: 256, height: 144 } as const;
const BASE: EngineRequest = {
  generationId: 'generation-1',
  operation: 'video.generate',
  model: DRAFT_VIDEO_MODEL,
  prompt: 'a crystal rocket launching from Mars',
  count: 1,
  inputs: [],
  aspectRatio: '16:9',
  resolution: '480p',
  ...SMALL,
  seconds: 3,
  seed: 5,
  audio: true,
};

let engine: DraftEngine;
let rocket: Uint8Array;
beforeAll(async () => {
  engine = createDraftEngine({ videoChildren: 2 });
  ({ film: rocket } = await order(BASE));
}, 120_000);
afterAll(() => engine.close());

interface Made {
  readonly film: Uint8Array;
  readonly description: string | undefined;
}

async function order(request: EngineRequest): Promise<Made> {
  const { events, outputs } = await collect(engine.run(request, contextOf()));
  expect(events.at(-1)).toMatchObject({ type: 'done' });
  const output = events.find((event) => event.type === 'output');
  return { film: outputs.get(0)!.bytes, description: output?.output.revisedPrompt };
}

async function extend(clip: Uint8Array, prompt: string, seconds: number, shrink = 1): Promise<Made> {
  const { width, height, durationSeconds, framesPerSecond, audio } = await probeVideo(clip);
  const meta = { width, height, seconds: durationSeconds, framesPerSecond, hasAudio: audio !== undefined };
  const open = async () => new Blob([Uint8Array.from(clip)]).stream();
  return order({
    ...BASE,
    operation: 'video.extend',
    prompt,
    inputs: [{ role: 'video', mime: 'video/mp4', sizeBytes: clip.length, meta, open }],
    width: (width * shrink) & ~1,
    height: (height * shrink) & ~1,
    seconds,
    framesPerSecond,
  });
}

const framesOf = (film: Uint8Array): Promise<DecodedFrame[]> => Array.fromAsync(decodeFrames(film, { upright: true }));

/** How much less alike the frames across the seam are than those around it usually are. */
function seamLoss(frames: readonly DecodedFrame[], seam: number): number {
  const pair = (index: number) => lumaSsim(frames[index]!, frames[index + 1]!);
  const around = [-7, -6, -5, -4, -3, -2, 0, 1, 2, 3, 4, 5].map((offset) => pair(seam + offset)).sort((a, b) => a - b);
  return (around[5]! + around[6]!) / 2 - pair(seam - 1);
}

/** The same for a style that holds each picture for two frames: only those pairs are looked at in which it changes. */
function heldSeamLoss(frames: readonly DecodedFrame[], seam: number): number {
  return seamLoss(
    frames.filter((_, index) => index % 2 === seam % 2),
    seam / 2,
  );
}

/** The largest step between two samples near a time, against that in the second around it. */
async function stepsAt(film: Uint8Array, seconds: number): Promise<{ near: number; around: number }> {
  const { samples, sampleRate, channels } = (await decodeAudio(film))!;
  const stepsIn = (from: number, to: number): number => {
    let most = 0;
    for (let i = Math.max(1, Math.round(from * sampleRate)); i < to * sampleRate; i++)
      most = Math.max(most, Math.abs((samples[i * channels] ?? 0) - (samples[(i - 1) * channels] ?? 0)));
    return most;
  };
  return {
    near: stepsIn(seconds - 0.05, seconds + 0.05),
    around: Math.max(stepsIn(seconds - 1, seconds - 0.05), stepsIn(seconds + 0.05, seconds + 1)),
  };
}

async function withNote(film: Uint8Array, note: string): Promise<Uint8Array> {
  const audio = await readAudioPackets(film);
  const segments = (await readSegments(film, 24))!;
  return muxFilm({ ...SMALL, framesPerSecond: 24, segments, ...(audio ? { audio } : {}), note });
}

const noteOf = (film: Uint8Array): FilmNote => FilmNote.parse(JSON.parse(readFilmNote(film)!));

describe('extending a film of ours', () => {
  it('its world goes on without a jump, and its own frames stay as they are', async () => {
    const { film, description } = await extend(rocket, 'The rocket fades into the stars', 2);
    expect(await probeVideo(film)).toMatchObject({
      frameCount: 120,
      durationSeconds: 5,
      audio: { durationSeconds: 5 },
    });
    const [before, after] = [await framesOf(rocket), await framesOf(film)];
    expect(before.every(({ data }, i) => Buffer.compare(data, after[i]!.data) === 0)).toBe(true);
    expect(seamLoss(after, 72)).toBeLessThan(0.02);
    const { near, around } = await stepsAt(film, 3);
    expect(near).toBeLessThanOrEqual(around * 1.2);
    expect(description).toContain('the rocket flies off');
    expect(noteOf(film).sequels).toEqual([{ prompt: 'The rocket fades into the stars', seed: 5, seconds: 2 }]);
  });

  it.each([
    ['grass', 'a meadow with wild flowers in the morning', 'fog rolls in', 1],
    ['grain', 'film noir, a man in a street in the fog at night', 'it begins to rain', 1],
    ['grass, made smaller,', 'a meadow with wild flowers in the morning', 'fog rolls in', 0.75],
  ])('its %s does not flash up where the added frames begin', async (_what, prompt, next, shrink) => {
    const { film } = await order({ ...BASE, prompt, seconds: 1, audio: false });
    expect(seamLoss(await framesOf((await extend(film, next, 1, shrink)).film), 24)).toBeLessThan(0.02);
  });

  it('its brush strokes, held for two frames, do not flash up where the added frames begin', async () => {
    const prompt = 'oil painting of a mountain lake with a boat, crane up';
    const { film } = await order({ ...BASE, prompt, seconds: 1, audio: false });
    const frames = await framesOf((await extend(film, 'la nuit tombe', 1, 1)).film);
    expect(heldSeamLoss(frames, 24)).toBeLessThan(0.02);
  });

  it('goes on again from where it was made longer before', async () => {
    const once = await extend(rocket, 'the rocket climbs', 1);
    const twice = await extend(once.film, 'it fades into the stars', 2);
    expect(await probeVideo(twice.film)).toMatchObject({ frameCount: 144, durationSeconds: 6 });
    expect(noteOf(twice.film).sequels).toHaveLength(2);
    const frames = await framesOf(twice.film);
    expect(seamLoss(frames, 72)).toBeLessThan(0.02);
    expect(seamLoss(frames, 96)).toBeLessThan(0.02);
  });

  it('its world goes on also where the film has to become smaller', async () => {
    const { film } = await extend(rocket, 'it flies on', 1, 0.75);
    expect(await probeVideo(film)).toMatchObject({ width: 192, height: 108, frameCount: 96, durationSeconds: 4 });
    expect(noteOf(film).sequels).toHaveLength(1);
    expect(seamLoss(await framesOf(film), 72)).toBeLessThan(0.02);
  });

  it('one made by another version goes on in its world, if that is still what it shows', async () => {
    const told = { ...noteOf(rocket), version: '0.0.1' };
    expect(noteOf((await extend(await withNote(rocket, JSON.stringify(told)), 'it flies on', 1)).film)).toBeDefined();
  });

  it.each([
    ['of another world', (note: FilmNote) => ({ ...note, scene: { ...note.scene, set: 'room', actors: [] } })],
    ['of another length', (note: FilmNote) => ({ ...note, seconds: 9 })],
    ['of a circle', (note: FilmNote) => ({ ...note, scene: { ...note.scene, actors: circleOf(note) } })],
    ['that is no note', () => ['nothing']],
  ])('a note %s is not believed: the film goes on from its last frame', async (_what, forge) => {
    const forged = await withNote(rocket, JSON.stringify(forge(noteOf(rocket))));
    const { film } = await extend(forged, 'it flies on', 1);
    expect((await probeVideo(film)).frameCount).toBe(96);
    expect(readFilmNote(film)).toBeUndefined();
  });
});

function circleOf({ scene }: FilmNote): unknown[] {
  return scene.actors.map((actor) => ({ ...actor, relation: { kind: 'riding', to: actor.id } }));
}

describe('extending any other clip', () => {
  it('its last frame comes to life, the camera goes on as it went, and what was heard goes on', async () => {
    const clip = await makeExampleClip('lake', { ...SMALL, seconds: 2 });
    const { film } = await extend(clip, 'the clouds drift', 1);
    expect(await probeVideo(film)).toMatchObject({ frameCount: 72, durationSeconds: 3, audio: { durationSeconds: 3 } });
    expect(seamLoss(await framesOf(film), 48)).toBeLessThan(0.02);
    const { near, around } = await stepsAt(film, 2);
    expect(near).toBeLessThanOrEqual(around);
    expect(readFilmNote(film)).toBeUndefined();
  });

  it('a silent one stays silent', async () => {
    const clip = await makeExampleClip('cat', { ...SMALL, seconds: 1, sound: 'none', framesPerSecond: 30 });
    const { film } = await extend(clip, 'it looks up', 1);
    expect(await probeVideo(film)).toMatchObject({ frameCount: 60, durationSeconds: 2 });
    expect(await decodeAudio(film)).toBeUndefined();
  });

  it('one that is stored on its side is shown upright', async () => {
    const clip = await makeExampleClip('portrait', { width: 144, height: 256, seconds: 1, stored: 'turned' });
    const { film } = await extend(clip, 'she smiles', 1);
    expect(await probeVideo(film)).toMatchObject({ width: 144, height: 256, frameCount: 48, durationSeconds: 2 });
  });

  it.runIf(hasFfmpeg())('one of uneven times keeps them, and is exactly as much longer as was asked', async () => {
    const clip = await exampleClipVariants.make('variable-frame-rate', 'street', { ...SMALL, seconds: 2 });
    const { film } = await extend(clip, 'it goes on', 1);
    const [before, after] = [await probeVideo(clip), await probeVideo(film)];
    expect(after.durationSeconds).toBeCloseTo(before.durationSeconds + 1, 2);
    expect(after.audio?.durationSeconds).toBeCloseTo(after.durationSeconds, 1);
  });
});
