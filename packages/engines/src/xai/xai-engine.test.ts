import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf, describeEngine, expectOrder } from '../conformance.ts';
import type { Engine, EngineEvent, EngineRequest } from '../engine.ts';
import { type FakeUpstream, startFakeUpstream, UPSTREAM_KEY } from './fake-upstream.ts';
import { createXaiEngine } from './xai-engine.ts';
import type { XaiOptions } from './xai-options.ts';

const QUICK = { apiKey: UPSTREAM_KEY, pollMinMs: 5, pollMaxMs: 20 } as const;

describeEngine('xai', async () => {
  const upstream = await startFakeUpstream();
  return {
    engine: createXaiEngine({ ...QUICK, baseUrl: upstream.baseUrl }),
    imageModel: 'grok-imagine-image',
    videoModel: 'grok-imagine-video',
    async untilIdle() {
      while (upstream.openCount > 0) await sleep(5);
    },
    close: () => upstream.close(),
  };
});

const image = (changes: Partial<EngineRequest> = {}): EngineRequest => ({
  generationId: crypto.randomUUID(),
  operation: 'image.generate',
  model: 'grok-imagine-image',
  prompt: 'a red ball',
  count: 1,
  inputs: [],
  aspectRatio: '1:1',
  resolution: '1k',
  width: 256,
  height: 256,
  seed: 1,
  audio: false,
  ...changes,
});
const video = (changes: Partial<EngineRequest> = {}): EngineRequest =>
  image({
    operation: 'video.generate',
    model: 'grok-imagine-video',
    aspectRatio: '16:9',
    resolution: '480p',
    seconds: 1,
    audio: true,
    ...changes,
  });

describe('xai engine', () => {
  let upstream: FakeUpstream;
  beforeAll(async () => {
    upstream = await startFakeUpstream();
  });
  afterAll(() => upstream.close());

  const open = (options: Partial<XaiOptions> = {}): Engine =>
    createXaiEngine({ ...QUICK, baseUrl: upstream.baseUrl, ...options });
  const lastOf = async (request: EngineRequest, options?: Partial<XaiOptions>): Promise<EngineEvent> =>
    (await collect(open(options).run(request, contextOf()))).events.at(-1)!;

  it.each([
    ['!400', 'invalid_request', false],
    ['!401', 'auth', false],
    ['!402', 'quota', false],
    ['!403', 'quota', false],
    ['!404', 'unsupported', false],
    ['!422', 'invalid_request', false],
    ['!429', 'rate_limited', true],
    ['!500', 'unavailable', true],
    ['!503', 'overloaded', true],
    ['!garbage', 'bad_response', false],
    ['!cut', 'unavailable', true],
  ])('a creating call that is answered with %s fails as %s', async (prompt, kind, retryable) => {
    for (const request of [image({ prompt }), video({ prompt })]) {
      expect(await lastOf(request)).toMatchObject({ type: 'failed', error: { kind, retryable } });
    }
  });

  it('says how many bytes of inputs it takes, so that more are refused before a job is made of them', async () => {
    const { models } = await open().capabilities();
    const operations = models.flatMap((model) => Object.entries(model.operations));
    for (const [operation, { inputBytesMax }] of operations)
      expect(inputBytesMax, operation).toBe(operation.endsWith('.generate') ? undefined : 64 * 1024 * 1024);
  });

  it('passes on how long to wait', async () => {
    expect(await lastOf(video({ prompt: '!429' }))).toMatchObject({ error: { retryAfterMs: 7000 } });
  });

  it('an upstream that cannot be reached is unavailable', async () => {
    const options = { baseUrl: 'http://127.0.0.1:9' };
    expect(await lastOf(video(), options)).toMatchObject({ type: 'failed', error: { kind: 'unavailable' } });
    expect(await open(options).health()).toMatchObject({ ok: false });
  });

  it('an upstream that never answers is a time-out', async () => {
    const last = await lastOf(image({ prompt: '!silent' }), { requestTimeoutMs: 50 });
    expect(last).toMatchObject({ type: 'failed', error: { kind: 'timeout', retryable: true } });
  });

  it('a reply without end is cut off', async () => {
    const last = await lastOf(image({ prompt: '!huge' }), { replyBytesMax: 1 << 20 });
    expect(last).toMatchObject({ type: 'failed', error: { kind: 'bad_response' } });
  });

  it('a moderated picture is told with its price', async () => {
    expect(await lastOf(image({ prompt: '!moderated' }))).toMatchObject({
      type: 'moderated',
      cost: { usdTicks: 200_000_000, source: 'reported' },
    });
  });

  it('gives the pictures that passed when only some were moderated', async () => {
    const { events, outputs } = await collect(open().run(image({ count: 3, prompt: '~partly' }), contextOf()));
    expectOrder(events);
    expect([...outputs.keys()]).toEqual([1, 2]);
    expect(events.filter(({ type }) => type === 'output-moderated')).toEqual([{ type: 'output-moderated', index: 0 }]);
    expect(events.at(-1)?.type).toBe('done');
  });

  it.each([
    ['?failed', { type: 'failed', error: { kind: 'internal', retryable: true } }],
    ['?invalid', { type: 'failed', error: { kind: 'invalid_request', retryable: false } }],
    ['?blocked', { type: 'moderated', cost: { usdTicks: 500_000_000 } }],
    ['?moderated', { type: 'moderated' }],
    ['?expired', { type: 'failed', error: { kind: 'bad_response', retryable: false } }],
    ['?nourl', { type: 'failed', error: { kind: 'bad_response' } }],
    ['?forgotten', { type: 'failed', error: { kind: 'bad_response', retryable: false } }],
  ])('an accepted video that ends as %s', async (prompt, expected) => {
    const { events } = await collect(open().run(video({ prompt }), contextOf()));
    expectOrder(events);
    expect(events.at(-1)).toMatchObject(expected);
  });

  it.each(['?never', '?strange'])('a job that stays %s until the deadline is lost, not failed', async (prompt) => {
    const last = await lastOf(video({ prompt }), { pollDeadlineMs: 60 });
    expect(last).toMatchObject({ type: 'failed', error: { kind: 'lost' } });
  });

  it('a retry-after beyond what a timer holds does not make polls come at once', async () => {
    const pollsBefore = upstream.pollCount;
    const ending = AbortSignal.timeout(300);
    const { events } = await collect(open().run(video({ prompt: '?busy' }), contextOf(ending)));
    expect(events.at(-1)?.type).toBe('cancelled');
    expect(upstream.pollCount - pollsBefore).toBe(2);
    expect(await lastOf(image({ prompt: '!patience' }))).toMatchObject({ error: { retryAfterMs: 60_000 } });
  });

  it('pictures have no ref: finding them again would be ordering them again', async () => {
    const { events } = await collect(open().run(image(), contextOf()));
    expect(events.map(({ type }) => type)).toEqual(['running', 'output', 'running', 'done']);
  });

  it('polls that fail in between change nothing', async () => {
    const { events, outputs } = await collect(open().run(video({ prompt: '~flaky' }), contextOf()));
    expect(events.at(-1)).toMatchObject({ type: 'done', cost: { usdTicks: 500_000_000 } });
    expect(outputs.size).toBe(1);
  });

  it('tells the upstream what was asked for, with the generation as idempotency key', async () => {
    const generationId = crypto.randomUUID();
    await lastOf(video({ generationId, seconds: 2, audio: false }));
    expect(upstream.created.get(generationId)).toBe(1);
    expect(upstream.bodies.at(-1)).toEqual({
      model: 'grok-imagine-video',
      prompt: 'a red ball',
      duration: 2,
      aspect_ratio: '16:9',
      resolution: '480p',
      generate_audio: false,
      seed: 1,
    });
  });

  it('asks for no shape that only a picture can have, when a video follows its last frame', async () => {
    const lastFrame = {
      role: 'lastFrame',
      mime: 'image/png',
      sizeBytes: 1,
      open: async () => new Blob(['a']).stream(),
    } as const;
    const ask = async (aspectRatio: string): Promise<unknown> => {
      const model = 'grok-imagine-video-1.5';
      await lastOf(video({ operation: 'video.fromImage', model, inputs: [lastFrame], aspectRatio }));
      return upstream.bodies.at(-1);
    };
    expect(await ask('2:1')).not.toHaveProperty('aspect_ratio');
    expect(await ask('853:480')).not.toHaveProperty('aspect_ratio');
    expect(await ask('21:9')).toHaveProperty('aspect_ratio', '21:9');
  });

  it('a resumed video is followed, never ordered again', async () => {
    const request = video({ generationId: crypto.randomUUID() });
    for await (const event of open().run(request, contextOf())) {
      if (event.type !== 'accepted') continue;
      const ref = JSON.parse(JSON.stringify(event.ref));
      const { events, outputs } = await collect(open().resume!(ref, request, contextOf()));
      expect(events[0]).toEqual({ type: 'accepted', ref });
      expect(outputs.size).toBe(1);
      break;
    }
    expect(upstream.created.get(request.generationId)).toBe(1);
  });

  it('a download that is cut short fails where it is read', async () => {
    const run = open().run(video({ prompt: '~half' }), contextOf());
    await expect(collect(run)).rejects.toThrow();
  });

  it('a download larger than allowed fails where it is read', async () => {
    await expect(collect(open({ videoBytesMax: 1000 }).run(video(), contextOf()))).rejects.toMatchObject({
      kind: 'bad_response',
    });
  });

  it('a key that no header can hold is refused before it is quoted in an error', () => {
    const apiKey = 'xai-first\nsecond';
    const make = () => createXaiEngine({ ...QUICK, baseUrl: upstream.baseUrl, apiKey });
    expect(make).toThrow(/printable/);
    expect(make).not.toThrow(/first|second/);
  });

  it('never shows its key to whoever serves the file', async () => {
    expect((await lastOf(video())).type).toBe('done');
    expect(upstream.downloadsWithKey).toBe(0);
  });

  it('refuses options that it does not know', () => {
    const options = { ...QUICK, baseUrl: upstream.baseUrl, apikey: 'typo' };
    expect(() => createXaiEngine(options)).toThrow(/apikey/);
    expect(() => createXaiEngine({ ...QUICK, baseUrl: 'file:///etc/passwd' })).toThrow();
  });

  it('takes a base URL with and without its version', async () => {
    expect(await open({ baseUrl: `${upstream.baseUrl}/v1/` }).health()).toMatchObject({ ok: true });
    expect(await open({ apiKey: 'wrong' }).health()).toMatchObject({ ok: false });
  });
});
