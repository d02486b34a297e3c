import { GenerationItem, GenerationList } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelVideo } from '../src/operations/cancel-generation.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { submitGeneration } from '../src/operations/submit-generation.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, makeTeam, pollVideo, startTestServer, type TestServer, until, videoOrder } from './test-server.ts';

const BATCH = '22222222-2222-4222-8222-222222222222';

describe('GET /v1/generations', () => {
  let server: TestServer;
  let door: TestDoor;
  let ids: { readonly image: string; readonly video: string; readonly failed: string; readonly cancelled: string };
  let startedAt: Date;

  beforeAll(async () => {
    const engine = createTestEngine();
    server = await startTestServer(engine);
    door = await openTestDoor(server);
    const { context, caller } = server;
    startedAt = context.now();
    const image = await createImage(context, caller, imageOrder({ prompt: 'a red fox', n: 2 }));
    server.advance(1_000);
    const video = await createVideo(context, caller, videoOrder({ model: 'grok-imagine-video-1.5' }));
    await pollVideo(server, video.requestId);
    server.advance(1_000);
    engine.behave({ type: 'moderated', stage: 'output' });
    const failed = await createVideo(context, caller, videoOrder());
    await pollVideo(server, failed.requestId);
    server.advance(1_000);
    engine.behave({ type: 'waiting', progress: 0.5 });
    const cancelled = await createVideo(context, caller, videoOrder());
    await cancelVideo(context, caller, cancelled.requestId);
    await until(() => !context.worker.isRunning(cancelled.requestId));
    server.advance(1_000);
    await submitGeneration(context, caller, videoOrder({ prompt: 'of a batch' }), { batchId: BATCH });
    ids = { image: image.id, video: video.requestId, failed: failed.requestId, cancelled: cancelled.requestId };
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const list = async (query = ''): Promise<GenerationList> =>
    GenerationList.parse(await (await door.send(`/v1/generations${query}`)).json());

  it('shows both kinds, newest first, with what they were, cost and became', async () => {
    const { data, totals, pagination_token } = await list();
    expect(data.map(({ kind, status }) => [kind, status])).toEqual([
      ['video', 'pending'],
      ['video', 'cancelled'],
      ['video', 'failed'],
      ['video', 'done'],
      ['image', 'done'],
    ]);
    expect(pagination_token).toBeNull();
    expect(totals).toEqual({ count: 5, cost_in_usd_ticks: 400_000_000 + 800_000_000 + 500_000_000 });
    expect(data[4]).toMatchObject({
      id: ids.image,
      operation: 'image.generate',
      model: 'grok-imagine-image',
      prompt: 'a red fox',
      progress: 100,
      price_in_usd_ticks: 400_000_000,
      usage: { cost_in_usd_ticks: 400_000_000 },
      outputs: [{ index: 0, mime_type: 'image/jpeg', duration: null }, { index: 1 }],
      error: null,
    });
    expect(data[4]!.created_at * 1000).toBeGreaterThanOrEqual(startedAt.getTime() - 1_000);
    expect(data[4]!.finished_at! * 1000).toBeLessThanOrEqual(server.context.now().getTime());
    expect((await fetch(data[4]!.outputs[1]!.url!)).status).toBe(200);
    expect(data[3]!.outputs).toMatchObject([{ mime_type: 'video/mp4', duration: 1 }]);
    expect(data[2]!.error).toMatchObject({
      code: 'invalid_argument',
      details: [{ input: 'output[0]', reason: 'moderated' }],
    });
    expect(data[1]).toMatchObject({ error: { code: 'failed_precondition' }, price_in_usd_ticks: 500_000_000 });
    expect(data[1]!.progress).toBeLessThan(100);
    expect(data[0]).toMatchObject({ batch_id: BATCH, finished_at: null, usage: { cost_in_usd_ticks: 0 } });
  });

  it('goes through pages without losing or repeating one, also when new ones come in between', async () => {
    const all = (await list()).data.map(({ id }) => id);
    const seen: string[] = [];
    let token: string | null = '';
    for (let pages = 0; token !== null; pages++) {
      expect(pages).toBeLessThan(10);
      const page: GenerationList = await list(`?limit=2&pagination_token=${token}`);
      expect(page.totals.count).toBe(all.length);
      seen.push(...page.data.map(({ id }) => id));
      token = page.pagination_token;
    }
    expect(seen).toEqual(all);
  });

  it.each([
    ['status=done', 2],
    ['status=pending', 1],
    ['status=failed,cancelled', 2],
    ['status=expired', 0],
    ['kind=image', 1],
    ['kind=video&status=done', 1],
    ['model=grok-imagine-video-1.5-preview', 1],
    ['model=unknown', 0],
    ['operation=video.generate', 4],
    [`batch_id=${BATCH}`, 1],
    ['unknown=ignored', 5],
  ])('%s finds %d', async (query, count) => {
    const { data, totals } = await list(`?${query}`);
    expect([data.length, totals.count]).toEqual([count, count]);
  });

  it('by time, in either spelling', async () => {
    const second = (await list()).data[3]!.created_at;
    const iso = new Date(second * 1000).toISOString();
    expect((await list(`?created_after=${second}`)).totals.count).toBe(4);
    expect((await list(`?created_after=${iso}`)).totals.count).toBe(4);
    expect((await list(`?created_before=${second}`)).totals.count).toBe(1);
  });

  it.each([
    ['status', 'unknown'],
    ['kind', 'sound'],
    ['operation', 'image.dream'],
    ['batch_id', 'x'],
    ['created_after', 'yesterday'],
    ['created_before', '+275760-09-13T00:00:00Z'],
    ['limit', '0'],
    ['limit', '101'],
    ['pagination_token', 'x'],
    ['model', '%00'],
  ])('%s=%s is refused', async (name, value) => {
    const body = await door.expectError(await door.send(`/v1/generations?${name}=${value}`), 'invalid-argument');
    expect(body.details).toEqual([{ input: name, reason: 'wrong-value' }]);
  });

  it('one by its id, as in the list; none of another team', async () => {
    const { data } = await list();
    const one = GenerationItem.parse(await (await door.send(`/v1/generations/${ids.video}`)).json());
    expect(one).toEqual(data[3]);
    await door.expectError(await door.send('/v1/generations/x'), 'not-found');
    const { teamId } = await makeTeam(server, 'other');
    const { key } = await server.context.keys.create({ teamId, name: 'theirs' });
    const theirs = { headers: { authorization: `Bearer ${key}` } };
    await door.expectError(await door.send(`/v1/generations/${ids.video}`, theirs), 'not-found');
    expect(await (await door.send('/v1/generations', theirs)).json()).toMatchObject({ data: [], totals: { count: 0 } });
  });

  it('shows a key only what it may use', async () => {
    const { teamId } = server.caller;
    const acls = ['api-key:model:*', 'api-key:endpoint:image'];
    const { key } = await server.context.keys.create({ teamId, name: 'images', acls });
    const theirs = { headers: { authorization: `Bearer ${key}` } };
    expect(await (await door.send('/v1/generations', theirs)).json()).toMatchObject({
      data: [{ kind: 'image' }],
      totals: { count: 1, cost_in_usd_ticks: 400_000_000 },
    });
    await door.expectError(await door.send(`/v1/generations/${ids.video}`, theirs), 'not-found');
  });

  it('what is done expires by the clock', async () => {
    server.advance(25 * 3_600_000);
    const { data } = await list('?status=expired');
    expect(data.map(({ status, outputs }) => [status, outputs])).toEqual([
      ['expired', []],
      ['expired', []],
    ]);
    expect((await list('?status=done')).totals.count).toBe(0);
  });
});
