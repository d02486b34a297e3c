import { readFile } from 'node:fs/promises';
import { OpenAiVideo, OpenAiVideoList } from '@openimagine/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { makeTeam, startTestServer, type TestServer, until } from './test-server.ts';

const PHOTO = await readFile(new URL('../../../examples/inputs/coffee.jpg', import.meta.url));

describe("the videos of OpenAI's shape", () => {
  const engine = createTestEngine();
  let server: TestServer;
  let door: TestDoor;
  beforeAll(async () => {
    server = await startTestServer(engine);
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });
  beforeEach(async () => {
    engine.behave({ type: 'instant' });
    engine.finish();
    // What an earlier test has left in the queue would behave as this one asks.
    await until(async () => {
      const { totals } = (await (await door.send('/v1/generations?status=pending')).json()) as {
        totals: { count: number };
      };
      return totals.count === 0;
    });
  });

  const read = async (response: Response): Promise<OpenAiVideo> => {
    expect(response.status).toBe(200);
    return OpenAiVideo.parse(await response.json());
  };
  const create = async (body: object): Promise<OpenAiVideo> => read(await door.post('/v1/videos', body));
  const get = async (id: string): Promise<OpenAiVideo> => read(await door.send(`/v1/videos/${id}`));
  const finished = async (body: object): Promise<OpenAiVideo> => {
    const { id } = await create(body);
    await until(async () => ['completed', 'failed'].includes((await get(id)).status));
    return get(id);
  };
  const form = (fields: Record<string, string | Blob>): RequestInit => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return { method: 'POST', body };
  };

  it('are made with the defaults of OpenAI, and by the models that stand in for its own', async () => {
    const video = await finished({ prompt: 'a fox' });
    expect(video).toMatchObject({
      id: expect.stringMatching(/^video_[0-9a-f-]{36}$/),
      object: 'video',
      status: 'completed',
      progress: 100,
      model: 'grok-imagine-video',
      prompt: 'a fox',
      seconds: '4',
      size: '720x1280',
      error: null,
      remixed_from_video_id: null,
      usage: { cost_in_usd_ticks: 4 * 700_000_000 },
    });
    expect(video.completed_at).toBeGreaterThanOrEqual(video.created_at);
    expect(video.expires_at).toBeGreaterThan(video.completed_at!);
    const pro = await finished({ prompt: 'a', model: 'sora-2-pro-2025-10-06', seconds: '8', size: '1792x1024' });
    expect(pro).toMatchObject({ model: 'grok-imagine-video-1.5', seconds: '8', size: '1920x1080' });
    const own = await create({ prompt: 'a', model: 'grok-imagine-video', seconds: 15, size: '480x480' });
    expect(own).toMatchObject({ model: 'grok-imagine-video', seconds: '15', size: '480x480' });
  });

  it('are the same generations as those of the other shape', async () => {
    const { id } = await finished({ prompt: 'a fox' });
    const requestId = id.slice('video_'.length);
    expect(await (await door.send(`/v1/videos/${requestId}`)).json()).toMatchObject({ status: 'done', progress: 100 });
    const made = (await (await door.post('/v1/videos/generations', { prompt: 'a', duration: 1 })).json()) as {
      request_id: string;
    };
    expect(await get(`video_${made.request_id}`)).toMatchObject({ seconds: '1', size: '854x480' });
  });

  it('come as forms, too, with the first frame as a file, as an object, or as JSON', async () => {
    const image = new Blob([PHOTO], { type: 'image/jpeg' });
    const { id } = await read(
      await door.send(
        '/v1/videos',
        form({ prompt: 'it moves', seconds: '2', size: '1280x720', input_reference: image }),
      ),
    );
    await until(async () => (await get(id)).status === 'completed');
    expect(await get(id)).toMatchObject({ seconds: '2', size: '1080x720' });
    expect(engine.runs.at(-1)).toMatchObject({ operation: 'video.fromImage', inputs: [{ role: 'firstFrame' }] });
    const url = `data:image/jpeg;base64,${PHOTO.toString('base64')}`;
    const nested = form({ prompt: 'it moves', 'input_reference[image_url]': url });
    expect(await read(await door.send('/v1/videos', nested))).toMatchObject({ size: '1080x720' });
    expect(await create({ prompt: 'it moves', input_reference: { image_url: url } })).toMatchObject({
      size: '1080x720',
    });
    expect(await read(await door.send('/v1/videos', form({ prompt: 'no picture' })))).toMatchObject({ seconds: '4' });
  });

  it('refuse what they cannot be, and say why', async () => {
    const refused = async (body: object, message: RegExp): Promise<void> => {
      const { error } = await door.expectError(await door.post('/v1/videos', body), 'invalid-argument');
      expect(error).toMatch(message);
    };
    await refused({ prompt: '' }, /prompt/);
    await refused({ prompt: 'a', size: 'large' }, /size.*1280x720/);
    await refused({ prompt: 'a', size: '4000x100' }, /size.*too far/);
    await refused({ prompt: 'a', size: '16x16' }, /size.*too far/);
    await refused({ prompt: 'a', seconds: '16' }, /1 to 15/);
    await refused({ prompt: 'a', model: 'sora-2', size: '1792x1024' }, /no resolution 1080p/);
    await door.expectError(await door.post('/v1/videos', { prompt: 'a', model: 'sora-3' }), 'not-found');
    await door.expectError(await door.post('/v1/videos', { prompt: 1 }), 'unprocessable');
    await door.expectError(await door.send('/v1/videos', { method: 'POST' }), 'unsupported-media-type');
    const large = new Blob([Buffer.alloc(20 * 1024 * 1024 + 1)]);
    const tooLarge = await door.send('/v1/videos', form({ prompt: 'a', input_reference: large }));
    await door.expectError(tooLarge, 'payload-too-large');
    const broken = { body: 'nothing of a form', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    await door.expectError(await door.send('/v1/videos', { method: 'POST', ...broken }), 'invalid-argument');
  });

  it('say what they cost, and are made once for each idempotency key', async () => {
    const quote = await door.post('/v1/videos', { prompt: 'a' }, { 'x-dry-run': 'true' });
    expect(await quote.json()).toMatchObject({ cost_in_usd_ticks: 4 * 700_000_000 });
    const twice = await Promise.all(
      [1, 2].map(async () => read(await door.post('/v1/videos', { prompt: 'once' }, { 'idempotency-key': 'one' }))),
    );
    expect(twice[0]!.id).toBe(twice[1]!.id);
  });

  it('tell how far they are, and why they failed', async () => {
    engine.behave({ type: 'waiting', progress: 0.4 });
    const { id } = await create({ prompt: 'slow' });
    await until(async () => (await get(id)).progress === 40);
    expect(await get(id)).toMatchObject({ status: 'in_progress', completed_at: null, expires_at: null });
    const early = await door.expectError(await door.send(`/v1/videos/${id}/content`), 'invalid-argument');
    expect(early.error).toMatch(/not finished yet/);
    engine.finish();
    await until(async () => (await get(id)).status === 'completed');
    engine.behave({ type: 'moderated', stage: 'output' });
    const moderated = await finished({ prompt: 'b' });
    expect(moderated).toMatchObject({ status: 'failed', error: { code: 'moderation_blocked' }, completed_at: null });
    await door.expectError(await door.send(`/v1/videos/${moderated.id}/content`), 'invalid-argument');
  });

  it('give their content whole or in part, to their own team alone', async () => {
    const { id } = await finished({ prompt: 'a fox' });
    const whole = await door.send(`/v1/videos/${id}/content`);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes.byteLength).toBe(Number(whole.headers.get('content-length')));
    const part = await door.send(`/v1/videos/${id}/content?variant=video`, { headers: { range: 'bytes=1-3' } });
    expect([part.status, await part.text()]).toEqual([206, bytes.subarray(1, 4).toString()]);
    for (const variant of ['thumbnail', 'spritesheet', 'x'])
      await door.expectError(await door.send(`/v1/videos/${id}/content?variant=${variant}`), 'invalid-argument');
    const stranger = await makeTeam(server, 'strangers');
    const { key } = await server.context.keys.create({ teamId: stranger.teamId, name: 'theirs' });
    const as = { headers: { authorization: `Bearer ${key}` } };
    for (const path of [`/v1/videos/${id}`, `/v1/videos/${id}/content`, `/v1/videos?after=${id}`])
      await door.expectError(await door.send(path, as), 'not-found');
    await door.expectError(await door.send(`/v1/videos/${id}`, { ...as, method: 'DELETE' }), 'not-found');
    expect(OpenAiVideoList.parse(await (await door.send('/v1/videos', as)).json()).data).toEqual([]);
  });

  it('are listed in pages, either way', async () => {
    const ids: string[] = [];
    for (const prompt of ['first', 'second', 'third']) {
      ids.push((await create({ prompt })).id);
      server.advance(1_000);
    }
    const list = async (query: string): Promise<OpenAiVideoList> =>
      OpenAiVideoList.parse(await (await door.send(`/v1/videos?${query}`)).json());
    const page = await list('limit=2');
    expect(page).toMatchObject({ object: 'list', first_id: ids[2], last_id: ids[1], has_more: true });
    expect((await list(`limit=1&after=${page.last_id}`)).data.map(({ id }) => id)).toEqual([ids[0]]);
    const onward = await list(`order=asc&after=${ids[0]}&limit=100`);
    expect(onward.data.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    expect(onward.has_more).toBe(false);
    for (const wrong of ['limit=0', 'limit=101', 'order=up', 'after=nobody'])
      await door.expectError(await door.send(`/v1/videos?${wrong}`), 'invalid-argument');
  });

  it('are gone once they are deleted, and what they cost is not', async () => {
    const { id } = await finished({ prompt: 'to be deleted' });
    const requestId = id.slice('video_'.length);
    const { video } = (await (await door.send(`/v1/videos/${requestId}`)).json()) as { video: { url: string } };
    const deleted = await door.send(`/v1/videos/${id}`, { method: 'DELETE' });
    expect(await deleted.json()).toEqual({ id, object: 'video.deleted', deleted: true });
    for (const path of [`/v1/videos/${id}`, `/v1/videos/${id}/content`, `/v1/videos/${requestId}`])
      await door.expectError(await door.send(path), 'not-found');
    await door.expectError(await door.send(`/v1/videos/${id}`, { method: 'DELETE' }), 'not-found');
    await door.expectError(await fetch(video.url), 'gone');
    const { data } = OpenAiVideoList.parse(await (await door.send('/v1/videos?limit=100')).json());
    expect(data.map((each) => each.id)).not.toContain(id);
    const kept = await (await door.send(`/v1/generations/${requestId}`)).json();
    expect(kept).toMatchObject({ status: 'expired', usage: { cost_in_usd_ticks: 4 * 700_000_000 }, outputs: [] });
  });

  it('are cancelled when they are deleted before their end', async () => {
    engine.behave({ type: 'waiting', progress: 0.1 });
    const { id } = await create({ prompt: 'never to be' });
    await until(async () => (await get(id)).status === 'in_progress');
    expect((await door.send(`/v1/videos/${id}`, { method: 'DELETE' })).status).toBe(200);
    await door.expectError(await door.send(`/v1/videos/${id}`), 'not-found');
    const kept = await (await door.send(`/v1/generations/${id.slice('video_'.length)}`)).json();
    expect(kept).toMatchObject({ status: 'cancelled', usage: { cost_in_usd_ticks: 0 } });
  });
});
