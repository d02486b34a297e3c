import { encodeJpeg } from '@openimagine/media';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from './test-door.ts';
import type { TestEngine } from './test-engine.ts';
import { type TestServer, until } from './test-server.ts';

describe('Idempotency-Key at the door', () => {
  let server: TestServer;
  let engine: TestEngine;
  let door: TestSystem;
  beforeAll(async () => {
    door = await startTestSystem();
    ({ server, engine } = door);
  });
  afterAll(() => door.close());
  beforeEach(() => engine.behave({ type: 'instant' }));

  const post = (path: string, body: object, key: string): Promise<Response> =>
    door.post(path, body, { 'idempotency-key': key });
  const generationCount = async (): Promise<number> =>
    (await server.context.database.query.selectFrom('generations').select('id').execute()).length;
  /** Two lines each. */
  const holdCount = async (): Promise<number> => {
    const entries = server.context.database.query.selectFrom('ledger_entries').where('kind', '=', 'hold');
    return (await entries.select('id').execute()).length / 2;
  };

  /** @returns The bytes that all 64 got. */
  async function together(path: string, body: object, key: string): Promise<string> {
    const [generations, runs] = [await generationCount(), engine.runs.length];
    const replies = await Promise.all(Array.from({ length: 64 }, () => post(path, body, key)));
    const bodies = await Promise.all(replies.map((reply) => reply.text()));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(bodies).size).toBe(1);
    expect(replies.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(63);
    expect((await generationCount()) - generations).toBe(1);
    if (path.startsWith('/v1/images')) expect(engine.runs.length - runs).toBe(1);
    expect(await holdCount()).toBe(await generationCount());
    return bodies[0]!;
  }

  it('64 parallel calls for a picture make one, and get the same bytes: as URL, as base64, and of a video its id', async () => {
    const byUrl = await together('/v1/images/generations', { prompt: 'a fox', n: 2 }, 'url');
    const inline = await together('/v1/images/generations', { prompt: 'a fox', response_format: 'b64_json' }, 'inline');
    const video = await together('/v1/videos/generations', { prompt: 'a fox', duration: 1 }, 'video');
    server.advance(60_000);
    const later = await post('/v1/images/generations', { n: 2, prompt: 'a fox' }, 'url');
    expect([await later.text(), later.headers.get('idempotent-replayed')]).toEqual([byUrl, 'true']);
    const again = await post('/v1/images/generations', { prompt: 'a fox', response_format: 'b64_json' }, 'inline');
    expect(await again.text()).toBe(inline);
    expect(await (await post('/v1/videos/generations', { prompt: 'a fox', duration: 1 }, 'video')).text()).toBe(video);
  });

  it('with pictures to start from, one call brings them in and the others wait for it', async () => {
    const bytes = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
    const image = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    await together('/v1/images/edits', { prompt: 'make it blue', image }, 'inputs');
  });

  it('a second call that comes while the picture is drawn waits for the same reply', async () => {
    engine.behave({ type: 'waiting' });
    const first = post('/v1/images/generations', { prompt: 'slow' }, 'slow');
    await until(() => engine.runs.length === 1);
    const second = post('/v1/images/generations', { prompt: 'slow' }, 'slow');
    let answered = false;
    void second.then(() => (answered = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    engine.finish();
    expect(await (await second).text()).toBe(await (await first).text());
    expect(engine.runs).toHaveLength(1);
  });

  it('a moderated picture is told again as it was, and billed once', async () => {
    engine.behave({ type: 'moderated', stage: 'output' });
    const replies = [];
    for (let calls = 0; calls < 3; calls++) {
      const reply = await post('/v1/images/generations', { prompt: 'moderated' }, 'moderated');
      const { request_id: _, ...rest } = (await reply.json()) as Record<string, unknown>;
      replies.push([reply.status, rest]);
    }
    expect(replies[0]).toMatchObject([
      400,
      { code: 'imagine:content-moderated', usage: { cost_in_usd_ticks: 200_000_000 } },
    ]);
    expect(replies).toEqual([replies[0], replies[0], replies[0]]);
    expect(engine.runs).toHaveLength(1);
  });

  it('500 other bodies under used keys are refused, each with 422, and make nothing', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => `used-${index}`);
    const body = { prompt: 'a fox', duration: 1, resolution: '480p', seed: 5, generate_audio: true, user: 'u' };
    for (const key of keys) expect((await post('/v1/videos/generations', body, key)).status).toBe(200);
    const mutations: readonly (readonly [string, object])[] = [
      ...['A fox', 'a fox ', 'a  fox', 'fox', 'a föx', 'a fox!'].map((prompt) => [V, { ...body, prompt }] as const),
      ...[2, 3, '4', 15].map((duration) => [V, { ...body, duration }] as const),
      ...[6, 0, null].map((seed) => [V, { ...body, seed }] as const),
      [V, { ...body, resolution: '720p' }],
      [V, { ...body, aspect_ratio: '1:1' }],
      [V, { ...body, generate_audio: false }],
      [V, { ...body, user: 'v' }],
      [V, { ...body, model: 'grok-imagine-video-1.5' }],
      [I, { prompt: 'a fox' }],
      [I, { prompt: 'a fox', response_format: 'b64_json' }],
    ];
    expect(keys.length * mutations.length).toBe(500);
    const before = [await generationCount(), await holdCount()];
    for (const key of keys) {
      const replies = await Promise.all(mutations.map(([path, mutated]) => post(path, mutated, key)));
      for (const reply of replies) await door.expectError(reply, 'idempotency-mismatch');
    }
    expect([await generationCount(), await holdCount()]).toEqual(before);
  });
});

const V = '/v1/videos/generations';
const I = '/v1/images/generations';
