import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf, describeEngine } from '../conformance.ts';
import type { EngineEvent, EngineRequest } from '../engine.ts';
import { createDraftEngine, type DraftEngine } from './draft-engine.ts';
import { DRAFT_IMAGE_MODEL, DRAFT_VIDEO_MODEL, type DraftOptions } from './draft-options.ts';

describeEngine('draft', async () => {
  const engine = createDraftEngine({ videoChildren: 2 });
  return {
    engine,
    imageModel: DRAFT_IMAGE_MODEL,
    videoModel: DRAFT_VIDEO_MODEL,
    async untilIdle() {
      while (engine.load().running + engine.load().waiting > 0) await sleep(5);
    },
    close: () => engine.close(),
  };
});

const IMAGE: EngineRequest = {
  generationId: 'generation-1',
  operation: 'image.generate',
  model: DRAFT_IMAGE_MODEL,
  prompt: 'a red fox in a field',
  count: 1,
  inputs: [],
  aspectRatio: '16:9',
  resolution: '1k',
  width: 192,
  height: 108,
  seed: 1,
  audio: false,
};
const VIDEO: EngineRequest = {
  ...IMAGE,
  operation: 'video.generate',
  model: DRAFT_VIDEO_MODEL,
  resolution: '480p',
  seconds: 3,
  audio: true,
};

// One for all tests that leave their engine as it was: starting one costs more than most of them.
let engine: DraftEngine;
beforeAll(() => {
  engine = createDraftEngine({ videoChildren: 2 });
});
afterAll(() => engine.close());

async function withEngine(options: DraftOptions, test: (engine: DraftEngine) => Promise<void>): Promise<void> {
  const own = createDraftEngine({ videoChildren: 1, ...options });
  try {
    await test(own);
  } finally {
    await own.close();
  }
}

async function bytesOf(engine: DraftEngine, request: EngineRequest): Promise<Buffer> {
  const { events, outputs } = await collect(engine.run(request, contextOf()));
  expect(events.at(-1)).toMatchObject({ type: 'done' });
  return Buffer.from(outputs.get(0)!.bytes);
}
const lastOf = async (run: AsyncIterable<EngineEvent>) => (await collect(run)).events.at(-1);

describe('draft engine', () => {
  it('the same order gives the same bytes, whatever the number of processes', () =>
    withEngine({ videoChildren: 1 }, async (alone) => {
      expect((await bytesOf(alone, VIDEO)).equals(await bytesOf(engine, VIDEO))).toBe(true);
      expect((await bytesOf(alone, IMAGE)).equals(await bytesOf(engine, IMAGE))).toBe(true);
    }));

  it('another seed gives another picture', async () => {
    expect((await bytesOf(engine, IMAGE)).equals(await bytesOf(engine, { ...IMAGE, seed: 2 }))).toBe(false);
  });

  it('says what it drew', async () => {
    const { events } = await collect(engine.run(IMAGE, contextOf()));
    const output = events.find((event) => event.type === 'output');
    expect(output?.output.revisedPrompt).toMatch(/fox/);
  });

  it('a picture does not wait for the films before it', async () => {
    const order: string[] = [];
    const films = [1, 2].map((seed) =>
      lastOf(engine.run({ ...VIDEO, seed }, contextOf())).then(() => order.push('film')),
    );
    await lastOf(engine.run(IMAGE, contextOf())).then(() => order.push('picture'));
    await Promise.all(films);
    expect(order).toEqual(['picture', 'film', 'film']);
  });

  it('tells progress by frames', async () => {
    const { events } = await collect(engine.run(VIDEO, contextOf()));
    const steps = new Set(events.flatMap((event) => (event.type === 'running' ? [event.progress] : [])));
    expect(steps.size).toBeGreaterThan(72);
  });

  it('a render process that is killed fails its order as internal, to be tried again', async () => {
    let failed = false;
    for await (const event of engine.run({ ...VIDEO, seconds: 8 }, contextOf())) {
      if (event.type === 'running' && event.progress > 0) {
        for (const pid of engine.childPids()) process.kill(pid, 'SIGKILL');
      }
      if (event.type !== 'failed') continue;
      failed = true;
      expect(event.error).toMatchObject({ kind: 'internal', retryable: true });
    }
    expect(failed).toBe(true);
    expect((await lastOf(engine.run({ ...VIDEO, seconds: 1 }, contextOf())))?.type).toBe('done');
  });

  it('a render that takes too long is stopped', () =>
    withEngine({ segmentDeadlineMs: 20 }, async (hasty) => {
      const last = await lastOf(hasty.run(VIDEO, contextOf()));
      expect(last).toMatchObject({ type: 'failed', error: { kind: 'timeout', retryable: true } });
    }));

  it('closing ends what runs', () =>
    withEngine({}, async (closing) => {
      const last = lastOf(closing.run(VIDEO, contextOf()));
      await sleep(50);
      await closing.close();
      expect(await last).toMatchObject({ type: 'failed', error: { kind: 'unavailable', retryable: true } });
      expect(closing.childPids()).toEqual([]);
    }));

  it.each<[string, Partial<EngineRequest>]>([
    ['odd sides', { width: 321 }],
    ['sides beyond the renderer', { width: 4096 }],
    ['a film without a length', { operation: 'video.generate', model: DRAFT_VIDEO_MODEL, seconds: 0 }],
    ['a film of sixteen seconds', { operation: 'video.generate', model: DRAFT_VIDEO_MODEL, seconds: 16 }],
    ['eleven pictures', { count: 11 }],
  ])('refuses %s', async (_what, changes) => {
    const last = await lastOf(engine.run({ ...IMAGE, ...changes }, contextOf()));
    expect(last).toMatchObject({ type: 'failed', error: { kind: 'invalid_request', retryable: false } });
  });
});
