import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import {
  imageOrder,
  ledgerSums,
  makeTeam,
  pollVideo,
  startTestServer,
  type TestServer,
  videoOrder,
} from './test-server.ts';

describe('queue limits', () => {
  let server: TestServer;
  let engine: TestEngine;
  beforeAll(async () => {
    engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    server = await startTestServer(engine, { settings: { queuedPerKey: 3, queuedInTotal: 5 } });
  });
  afterAll(() => server.close());

  it('count for one key and in total, and refuse beyond with a time to come back', async () => {
    const { context, caller } = server;
    const other = await makeTeam(server, 'other');
    const third = await makeTeam(server, 'third');
    const full = { code: 'resource-exhausted', retryAfterSeconds: expect.any(Number) };
    for (let index = 0; index < 3; index++) await createVideo(context, caller, videoOrder());
    await expect(createVideo(context, caller, videoOrder())).rejects.toMatchObject({
      ...full,
      message: expect.stringContaining('API key'),
    });
    await createVideo(context, other, videoOrder());
    await createVideo(context, other, videoOrder());
    await expect(createVideo(context, third, videoOrder())).rejects.toMatchObject({
      ...full,
      message: expect.stringContaining('server'),
    });
    await expect(createImage(context, third, imageOrder())).rejects.toMatchObject(full);
    expect((await ledgerSums(server)).held).toBe(5n * 500_000_000n);
  });

  it('do not use up the idempotency key of what they refuse', async () => {
    const submit = () => createVideo(server.context, server.caller, videoOrder(), { idempotencyKey: 'refused' });
    await expect(submit()).rejects.toMatchObject({ code: 'resource-exhausted' });
    const rows = await server.context.database.query.selectFrom('idempotency').selectAll().execute();
    expect(rows).toEqual([]);
  });

  it('make room as generations end', async () => {
    const timer = setInterval(() => engine.finish(), 20);
    const open = await server.context.database.query.selectFrom('generations').select(['id', 'api_key_id']).execute();
    for (const { id } of open.filter((row) => row.api_key_id === server.caller.keyId)) {
      expect((await pollVideo(server, id)).status).toBe('done');
    }
    const { requestId } = await createVideo(server.context, server.caller, videoOrder());
    expect((await pollVideo(server, requestId)).status).toBe('done');
    clearInterval(timer);
  });
});

describe('images and videos', () => {
  it('wait apart: a picture does not wait behind films', async () => {
    const engine = createTestEngine({
      behaviours: [{ type: 'waiting' }, { type: 'instant' }],
      concurrency: { images: 1, videos: 1 },
    });
    const server = await startTestServer(engine);
    for (let index = 0; index < 5; index++) await createVideo(server.context, server.caller, videoOrder());
    while (engine.runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await createImage(server.context, server.caller, imageOrder())).state).toBe('done');
    await server.close();
  });
});
