import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { imageOrder, ledgerSums, makeTeam, startTestServer, type TestServer, videoOrder } from './test-server.ts';

describe('Idempotency-Key', () => {
  let server: TestServer;
  let engine: TestEngine;
  beforeAll(async () => {
    engine = createTestEngine({ behaviours: [{ type: 'instant' }] });
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  it('32 parallel submits with one key make one generation and 32 equal replies', async () => {
    const runsBefore = engine.runs.length;
    const replies = await Promise.all(
      Array.from({ length: 32 }, () =>
        createImage(server.context, server.caller, imageOrder(), { idempotencyKey: 'the-one' }),
      ),
    );
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(engine.runs.length - runsBefore).toBe(1);
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
  });

  it('another body under a used key is refused, whatever differs', async () => {
    const submit = (fields: object) =>
      createVideo(server.context, server.caller, videoOrder(fields), { idempotencyKey: 'video' });
    await submit({});
    for (const fields of [
      { prompt: 'a fox rests' },
      { duration: 2 },
      { seed: 1 },
      { resolution: '720p' },
      { generate_audio: false },
    ]) {
      await expect(submit(fields), JSON.stringify(fields)).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    }
    await expect(
      createImage(server.context, server.caller, imageOrder(), { idempotencyKey: 'video' }),
    ).rejects.toMatchObject({
      code: 'idempotency-mismatch',
    });
  });

  it('the same meaning in other words is the same body', async () => {
    const first = await createVideo(server.context, server.caller, videoOrder({ duration: 3 }), {
      idempotencyKey: 'words',
    });
    const second = await createVideo(server.context, server.caller, videoOrder({ duration: null, seconds: '3' }), {
      idempotencyKey: 'words',
    });
    expect(second).toEqual(first);
  });

  it('belongs to a team: another one may use the same', async () => {
    const other = await makeTeam(server, 'other');
    const mine = await createVideo(server.context, server.caller, videoOrder(), { idempotencyKey: 'shared' });
    const theirs = await createVideo(server.context, other, videoOrder({ prompt: 'a cat' }), {
      idempotencyKey: 'shared',
    });
    expect(theirs.requestId).not.toBe(mine.requestId);
  });

  it('without a key each submit is a new generation', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => createVideo(server.context, server.caller, videoOrder())),
    );
    expect(first?.requestId).not.toBe(second?.requestId);
  });

  it('a key of 256 characters is refused, one of 255 is not', async () => {
    const submit = (length: number) =>
      createVideo(server.context, server.caller, videoOrder(), { idempotencyKey: 'k'.repeat(length) });
    await expect(submit(256)).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(await submit(255)).toHaveProperty('requestId');
  });

  it('is forgotten after a day, by the sweeper', async () => {
    const first = await createVideo(server.context, server.caller, videoOrder(), { idempotencyKey: 'daily' });
    server.advance(25 * 3_600_000);
    await server.context.sweep();
    const second = await createVideo(server.context, server.caller, videoOrder(), { idempotencyKey: 'daily' });
    expect(second.requestId).not.toBe(first.requestId);
  });
});

describe('Idempotency-Key of an image that failed', () => {
  it('is free again, so that the retry a client makes begins afresh', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'crashing' }, { type: 'instant' }] });
    const server = await startTestServer(engine, { settings: { attemptsMax: 1 } });
    const submit = () => createImage(server.context, server.caller, imageOrder(), { idempotencyKey: 'again' });
    await expect(submit()).rejects.toMatchObject({ code: 'internal-error' });
    expect(await submit()).toMatchObject({ state: 'done' });
    expect(await ledgerSums(server)).toEqual({ all: 0n, held: 0n, revenue: 200_000_000n });
    await server.close();
  });
});
