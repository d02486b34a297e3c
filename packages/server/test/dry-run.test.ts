import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PriceQuote } from '@openimagine/contract';
import { encodeJpeg } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFilm } from './make-film.ts';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { pollVideo, startTestServer, type TestServer } from './test-server.ts';

describe('X-Dry-Run', () => {
  let server: TestServer;
  let engine: TestEngine;
  let door: TestDoor;
  let picture: string;
  let film: string;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine);
    door = await openTestDoor(server);
    const bytes = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
    picture = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    const clip = await makeFilm({ width: 64, height: 36, seconds: 2, audio: false });
    film = `data:video/mp4;base64,${Buffer.from(clip).toString('base64')}`;
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const ask = (path: string, body: object, word = 'true'): Promise<Response> =>
    door.post(path, { prompt: 'a fox', ...body }, { 'x-dry-run': word });
  const quote = async (path: string, body: object): Promise<PriceQuote> =>
    PriceQuote.parse(await (await ask(path, body)).json());
  const rowsOf = async (table: 'generations' | 'ledger_entries' | 'idempotency'): Promise<number> =>
    (await server.context.database.query.selectFrom(table).selectAll().execute()).length;

  it('gives the lines of the price of pictures', async () => {
    expect(await quote('/v1/images/generations', { n: 3, model: 'grok-imagine-image-2.0', quality: 'low' })).toEqual({
      object: 'price_quote',
      model: 'grok-imagine-image-2.0',
      operation: 'image.generate',
      lines: [
        {
          item: 'output_image',
          quantity: 3,
          unit_cost_in_usd_ticks: 400_000_000,
          cost_in_usd_ticks: 1_200_000_000,
        },
      ],
      cost_in_usd_ticks: 1_200_000_000,
      cost_in_usd: '0.12',
    });
  });

  it('and of what starts from pictures and videos, which are measured for it', async () => {
    const edited = await quote('/v1/images/edits', { images: [picture, picture] });
    expect(edited.lines.map(({ item, quantity }) => [item, quantity])).toEqual([
      ['output_image', 1],
      ['input_image', 2],
    ]);
    expect(edited.cost_in_usd).toBe('0.024');
    const extended = await quote('/v1/videos/extensions', { video: film, duration: 3 });
    expect(extended.lines).toMatchObject([
      { item: 'output_video_second', quantity: 3 },
      { item: 'input_video_second', quantity: 2, cost_in_usd_ticks: 200_000_000 },
    ]);
  });

  it('is what is billed afterwards', async () => {
    const body = { prompt: 'make it blue', video: film };
    const { cost_in_usd_ticks } = await quote('/v1/videos/edits', body);
    const { request_id } = (await (await door.post('/v1/videos/edits', body)).json()) as { request_id: string };
    expect(await pollVideo(server, request_id)).toMatchObject({
      status: 'done',
      generation: { billedTicks: cost_in_usd_ticks },
    });
  });

  it('accepts and keeps nothing, also of its key and its inputs', async () => {
    const before = [await rowsOf('generations'), await rowsOf('ledger_entries'), await rowsOf('idempotency')];
    const runs = engine.runs.length;
    await server.context.sweep();
    const headers = { 'x-dry-run': 'true', 'idempotency-key': 'dry' };
    const body = { prompt: 'a fox', image: picture };
    expect((await door.post('/v1/videos/generations', body, headers)).status).toBe(200);
    expect([await rowsOf('generations'), await rowsOf('ledger_entries'), await rowsOf('idempotency')]).toEqual(before);
    expect(engine.runs).toHaveLength(runs);
    const files = (await readdir(server.dataDir, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile() && /inputs|incoming/.test(join(entry.parentPath, entry.name)),
    );
    expect(files).toEqual([]);
  });

  it('refuses what would be refused', async () => {
    await door.expectError(await ask('/v1/images/generations', { n: 11 }), 'invalid-argument');
    await door.expectError(
      await ask('/v1/videos/generations', { image: 'data:image/png;base64,AAAA' }),
      'invalid-argument',
    );
    await door.expectError(await ask('/v1/videos/edits', { model: 'x', video: film }), 'not-found');
    const refused = await door.expectError(
      await ask('/v1/images/generations', { prompt: 'a naked child, explicit sex' }),
      'imagine:content-moderated',
    );
    expect(refused.details).toMatchObject([{ input: 'prompt', reason: 'moderated' }]);
  });

  it('with another word than true or false is an error, and not a purchase', async () => {
    const before = await rowsOf('generations');
    await door.expectError(await ask('/v1/images/generations', {}, 'yes please'), 'invalid-argument');
    expect(await rowsOf('generations')).toBe(before);
    expect(await (await ask('/v1/images/generations', {}, 'false')).json()).toHaveProperty('data');
  });

  it('is refused where it could only be ignored', async () => {
    const refused = await door.expectError(
      await door.post('/v1/files/file_11111111-1111-4111-8111-111111111111/public-url', {}, { 'x-dry-run': 'true' }),
      'invalid-argument',
    );
    expect(refused.error).toContain('X-Dry-Run');
  });
});
