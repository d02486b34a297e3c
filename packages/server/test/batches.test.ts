import { BatchBody } from '@openimagine/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BatchBench,
  errorOf,
  image,
  images,
  imagesOf,
  openBatchBench,
  SECOND_MS,
  video,
  videoOf,
} from './test-batches.ts';
import { EngineError } from './test-engine.ts';
import { ledgerSums, makeTeam } from './test-server.ts';

const HOUR_MS = 3_600_000;
/** More than stand in the queue at once. */
const REQUESTS = 300;

describe('a batch', () => {
  let bench: BatchBench;

  beforeAll(async () => {
    bench = await openBatchBench();
  });
  beforeEach(() => bench.engine.behave({ type: 'instant' }));
  afterAll(() => bench.close());

  it('begins empty, and takes pictures and videos that come out as from their own calls', async () => {
    const made = await bench.create();
    expect(made).toMatchObject({
      name: 'a batch',
      cancel_time: null,
      cancel_by_xai_message: null,
      input_file_id: null,
      create_api_key_id: bench.server.caller.keyId,
      state: { num_requests: 0, num_pending: 0, num_success: 0, num_error: 0, num_cancelled: 0 },
      cost_breakdown: { total_cost_usd_ticks: 0, endpoint_costs: [] },
    });
    expect(Date.parse(made.expire_time) - Date.parse(made.create_time)).toBe(24 * HOUR_MS);

    const added = await bench.add(made.batch_id, [
      image({ n: 2 }, 'two'),
      video(),
      image({ response_format: 'b64_json' }, 'raw'),
    ]);
    expect([added.status, await added.json()]).toEqual([200, {}]);
    const ended = await bench.completed(made.batch_id);
    expect(ended.state).toEqual({ num_requests: 3, num_pending: 0, num_success: 3, num_error: 0, num_cancelled: 0 });
    expect(ended.cost_breakdown).toEqual({
      total_cost_usd_ticks: 3 * 200_000_000 + 500_000_000,
      endpoint_costs: [
        { endpoint: '/v1/images/generations', cost_usd_ticks: 600_000_000, request_count: 2 },
        { endpoint: '/v1/videos/generations', cost_usd_ticks: 500_000_000, request_count: 1 },
      ],
    });

    const { results, pagination_token } = await bench.results(made.batch_id);
    expect(pagination_token).toBeNull();
    const [two, film, raw] = results;
    expect([two!.batch_request_id, raw!.batch_request_id]).toEqual(['two', 'raw']);
    expect(imagesOf(two!).data).toHaveLength(2);
    expect(imagesOf(two!).usage.cost_in_usd_ticks).toBe(400_000_000);
    expect(await (await fetch(imagesOf(two!).data[0]!.url!)).text()).toMatch(/^image\.generate a fox/);
    expect(Buffer.from(imagesOf(raw!).data[0]!.b64_json!, 'base64').toString()).toMatch(/^image\.generate a fox/);
    const done = videoOf(film!);
    expect(done).toMatchObject({ status: 'done', model: 'grok-imagine-video', video: { duration: 1 } });
    if (done.status === 'done') expect((await fetch(done.video.url!)).status).toBe(200);

    const { batch_request_metadata: rows } = await bench.requests(made.batch_id);
    expect(rows.map(({ endpoint, model, state }) => [endpoint, model, state])).toEqual([
      ['/v1/images/generations', 'grok-imagine-image', 'succeeded'],
      ['/v1/videos/generations', 'grok-imagine-video', 'succeeded'],
      ['/v1/images/generations', 'grok-imagine-image', 'succeeded'],
    ]);
    expect(rows.every(({ finish_time }) => finish_time !== null)).toBe(true);
  });

  it('of a file has its lines, and takes no others', async () => {
    const response = await bench.createOf([
      { custom_id: 'picture', method: 'POST', url: '/v1/images/generations', body: { prompt: 'a fox' } },
      '',
      { custom_id: 'film', method: 'POST', url: '/v1/videos/generations', body: { prompt: 'a fox', duration: 1 } },
      { custom_id: 'empty', method: 'POST', url: '/v1/images/generations', body: { prompt: '' } },
      '   ',
    ]);
    expect(response.status).toBe(200);
    const made = BatchBody.parse(await response.json());
    expect(made.input_file_id).toMatch(/^file_/);
    expect(made.state).toMatchObject({ num_requests: 3, num_error: 1 });
    await bench.completed(made.batch_id);
    const { results } = await bench.results(made.batch_id);
    expect(results.map(({ batch_request_id }) => batch_request_id)).toEqual(['picture', 'film', 'empty']);
    expect(imagesOf(results[0]!).data).toHaveLength(1);
    expect(videoOf(results[1]!).status).toBe('done');
    expect(errorOf(results[2]!)).toMatchObject({ code: 3, message: expect.stringContaining('prompt is empty') });
    expect(results[2]!.error_message).toContain('prompt is empty');
    await bench.door.expectError(await bench.add(made.batch_id, [image()]), 'invalid-argument');
  });

  it.each([
    [['{"custom_id": "a"'], 'line 1: it is not valid JSON'],
    [['', '[]'], 'line 2'],
    [[{ method: 'POST', url: '/v1/images/generations', body: {} }], 'custom_id'],
    [[{ custom_id: 'a', method: 'GET', url: '/v1/images/generations', body: {} }], 'method'],
    [[{ custom_id: 'a', url: '/v1/files', body: {} }], 'line 1: `url` must be one of'],
    [[{ custom_id: 'a', url: '/v1/responses', body: {} }], 'language models'],
    [
      [
        { custom_id: 'a', url: '/v1/images/generations', body: { prompt: 'a' } },
        { custom_id: 'a', url: '/v1/images/generations', body: { prompt: 'b' } },
      ],
      '"a" stands for two requests',
    ],
    [['', ' '], 'holds no requests'],
  ])('is not begun with a file that cannot be told apart by requests: %j', async (lines, message) => {
    const before = (await bench.door.send('/v1/batches').then((response) => response.json())) as { batches: unknown[] };
    const response = await bench.createOf(lines);
    const body = (await response.json()) as { error: string };
    expect([400, 422]).toContain(response.status);
    expect(body.error).toContain(message);
    const after = (await bench.door.send('/v1/batches').then((each) => each.json())) as { batches: unknown[] };
    expect(after.batches.length).toBe(before.batches.length);
  });

  it('is not begun with a file that is not there', async () => {
    for (const id of ['file_none', `file_${bench.server.context.randomUUID()}`]) {
      bench.server.advance(SECOND_MS);
      await bench.door.expectError(await bench.door.post('/v1/batches', { name: 'a', input_file_id: id }), 'not-found');
    }
    await bench.door.expectError(await bench.door.post('/v1/batches', { name: ' ' }), 'invalid-argument');
    await bench.door.expectError(await bench.door.post('/v1/batches', {}), 'unprocessable');
  });

  it.each([
    [{}, 'unprocessable'],
    [{ batch_requests: [] }, 'invalid-argument'],
    [{ batch_requests: ['a'] }, 'unprocessable'],
    [{ batch_requests: [{ batch_request: {} }] }, 'invalid-argument'],
    [{ batch_requests: [{ batch_request: { image_generation: {}, image_edit: {} } }] }, 'invalid-argument'],
    [{ batch_requests: [{ batch_request: { chat_get_completion: {} } }] }, 'invalid-argument'],
    [{ batch_requests: [{ batch_request: { toString: {} } }] }, 'invalid-argument'],
    [{ batch_requests: [image({}, 'x'.repeat(257))] }, 'invalid-argument'],
    [{ batch_requests: [image({}, 'same'), image({}, 'same')] }, 'invalid-argument'],
    [{ batch_requests: Array.from({ length: 10_001 }, () => ({})) }, 'invalid-argument'],
  ] as const)('takes all of what is added or nothing: %#', async (body, code) => {
    const { batch_id } = await bench.create();
    await bench.door.expectError(await bench.door.post(`/v1/batches/${batch_id}/requests`, body), code);
    expect((await bench.get(batch_id)).state.num_requests).toBe(0);
  });

  it('has no two requests of one name', async () => {
    const { batch_id } = await bench.create();
    expect((await bench.add(batch_id, [image({}, 'one')])).status).toBe(200);
    const error = await bench.door.expectError(
      await bench.add(batch_id, [image({}, 'two'), image({}, 'one')]),
      'invalid-argument',
    );
    expect(error.error).toContain('"one"');
    expect((await bench.completed(batch_id)).state.num_requests).toBe(1);
  });

  it('keeps any name as it came', async () => {
    const names = ['NULL', 'null', 'a,"b"\\c{}', "'; drop table batches", 'ü🦊', ' ', '\n'];
    const { batch_id } = await bench.create();
    expect(
      (
        await bench.add(
          batch_id,
          names.map((name) => image({ prompt: name + name }, name)),
        )
      ).status,
    ).toBe(200);
    await bench.completed(batch_id);
    const { batch_request_metadata } = await bench.requests(batch_id);
    expect(batch_request_metadata.map((row) => row.batch_request_id)).toEqual(names);
  });

  it('tells of each request what went wrong with it', async () => {
    bench.engine.behave(
      { type: 'moderated', stage: 'output' },
      { type: 'failing', error: new EngineError('invalid_request', 'Too many foxes') },
      { type: 'instant' },
    );
    const { batch_id } = await bench.create();
    await bench.add(batch_id, [
      image({ prompt: '' }),
      image({ model: 'none' }),
      image({ n: 11 }),
      image({ prompt: 'child porn' }),
      { batch_request: { image_edit: { prompt: 'make it blue', image: { file_id: `file_${'0'.repeat(8)}` } } } },
      { batch_request: { video_generation: 'a film' } },
    ]);
    await bench.completed(batch_id);
    await bench.add(batch_id, [image({ prompt: 'first' }, 'moderated')]);
    await bench.completed(batch_id);
    await bench.add(batch_id, [image({ prompt: 'second' }, 'failed')]);
    await bench.completed(batch_id);
    await bench.add(batch_id, [image({ prompt: 'third' }, 'done')]);
    const ended = await bench.completed(batch_id);
    const { results } = await bench.results(batch_id);
    expect(results.slice(0, 8).map((result) => errorOf(result).code)).toEqual([3, 5, 3, 3, 5, 3, 3, 3]);
    expect(errorOf(results[3]!)).toMatchObject({ details: [{ input: 'prompt', reason: 'moderated' }] });
    expect(errorOf(results[6]!).message).toContain('moderation');
    expect(imagesOf(results[8]!).data).toHaveLength(1);
    expect(ended.state).toMatchObject({ num_requests: 9, num_success: 1, num_error: 8 });
    // What was made and then refused is billed, too.
    expect(ended.cost_breakdown.total_cost_usd_ticks).toBe(400_000_000);
  });

  it('comes in pages, in the order of adding', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, images(7));
    await bench.completed(batch_id);
    const read = async <T>(page: (query: string) => Promise<{ items: T[]; next: string | null }>): Promise<T[][]> => {
      const pages: T[][] = [];
      let query = '?limit=3';
      for (;;) {
        const { items, next } = await page(query);
        pages.push(items);
        if (next === null) return pages;
        query = `?page_size=3&pagination_token=${next}`;
      }
    };
    const names = Array.from({ length: 7 }, (_, at) => `r-${at}`);
    const pages = [names.slice(0, 3), names.slice(3, 6), names.slice(6)];
    const ofResults = await read(async (query) => {
      const { results, pagination_token: next } = await bench.results(batch_id, query);
      return { items: results.map((result) => result.batch_request_id), next };
    });
    expect(ofResults).toEqual(pages);
    const ofRequests = await read(async (query) => {
      const { batch_request_metadata, pagination_token: next } = await bench.requests(batch_id, query);
      return { items: batch_request_metadata.map((row) => row.batch_request_id), next };
    });
    expect(ofRequests).toEqual(pages);
    for (const query of [
      'limit=0',
      'limit=1001',
      'limit=a',
      'pagination_token=x',
      `pagination_token=${'9'.repeat(30)}`,
    ])
      await bench.door.expectError(
        await bench.door.send(`/v1/batches/${batch_id}/results?${query}`),
        'invalid-argument',
      );
  });

  it('tells the endpoints of the team when nothing of it is pending, and again when more was added', async () => {
    const url = 'https://receiver.invalid/hook';
    expect((await bench.door.post('/v1/webhook-endpoints', { url, events: ['batch.completed'] })).status).toBe(200);
    const told = async (batchId: string) => {
      await bench.server.context.batches.tend();
      const rows = await bench.server.context.database.query
        .selectFrom('webhook_messages')
        .select(['event', 'body'])
        .execute();
      return rows
        .map(({ event, body }) => ({ event, data: (JSON.parse(body) as { data: BatchBody }).data }))
        .filter(({ data }) => data.batch_id === batchId);
    };
    const { batch_id } = await bench.create();
    expect(await told(batch_id)).toEqual([]);
    for (const count of [2, 3]) {
      const names = Array.from({ length: count }, (_, at) => image({}, `${count}-${at}`));
      await bench.add(batch_id, names);
      await bench.completed(batch_id);
      await bench.server.context.batches.tend();
    }
    const messages = await told(batch_id);
    expect(messages.map(({ event, data }) => [event, data.state.num_success])).toEqual([
      ['batch.completed', 2],
      ['batch.completed', 5],
    ]);
    await bench.cancel(batch_id);
    expect(await told(batch_id)).toHaveLength(2);
  });

  it('is listed, the newest first', async () => {
    const made = [await bench.create(), await bench.create(), await bench.create()].map(({ batch_id }) => batch_id);
    const list = async (query: string) =>
      (await (await bench.door.send(`/v1/batches?${query}`)).json()) as {
        batches: BatchBody[];
        pagination_token: string | null;
      };
    const first = await list('limit=2');
    expect(first.batches.map(({ batch_id }) => batch_id)).toEqual([made[2], made[1]]);
    const second = await list(`limit=2&pagination_token=${first.pagination_token}`);
    expect(second.batches[0]!.batch_id).toBe(made[0]);
    await bench.door.expectError(await bench.door.send('/v1/batches?pagination_token=none'), 'invalid-argument');
  });

  it('is nobody else’s', async () => {
    const { batch_id } = await bench.create();
    const other = await makeTeam(bench.server, 'others');
    const { key } = await bench.server.context.keys.create({ teamId: other.teamId, name: 'theirs' });
    const headers = { authorization: `Bearer ${key}` };
    for (const path of ['', '/requests', '/results'])
      await bench.door.expectError(await bench.door.send(`/v1/batches/${batch_id}${path}`, { headers }), 'not-found');
    await bench.door.expectError(await bench.door.post(`/v1/batches/${batch_id}:cancel`, {}, headers), 'not-found');
    await bench.door.expectError(await bench.add(batch_id, [image()], headers), 'not-found');
    const { batches } = (await (await bench.door.send('/v1/batches', { headers })).json()) as { batches: unknown[] };
    expect(batches).toEqual([]);
    await bench.door.expectError(
      await bench.door.send(`/v1/batches?pagination_token=${batch_id}`, { headers }),
      'invalid-argument',
    );
    expect((await bench.get(batch_id)).cancel_time).toBeNull();
  });

  it('is begun once, and added to once, for one Idempotency-Key', async () => {
    bench.server.advance(SECOND_MS);
    const once = { 'idempotency-key': 'one-batch' };
    const replies = await Promise.all(
      Array.from({ length: 8 }, async () => (await bench.door.post('/v1/batches', { name: 'once' }, once)).text()),
    );
    expect(new Set(replies).size).toBe(1);
    const { batch_id } = BatchBody.parse(JSON.parse(replies[0]!));
    const key = { 'idempotency-key': 'one-addition' };
    for (let tries = 0; tries < 2; tries++) expect((await bench.add(batch_id, images(3), key)).status).toBe(200);
    expect((await bench.completed(batch_id)).state.num_requests).toBe(3);
    await bench.door.expectError(await bench.add(batch_id, images(4), key), 'idempotency-mismatch');
  });

  it('may be begun once in a second, and added to a hundred times in thirty', async () => {
    bench.server.stopClock();
    const { batch_id } = await bench.create();
    const refused = await bench.door.post('/v1/batches', { name: 'too soon' });
    expect(refused.headers.get('retry-after')).toBe('1');
    await bench.door.expectError(refused, 'resource-exhausted');
    bench.server.advance(31 * SECOND_MS);
    for (let adds = 0; adds < 100; adds++)
      expect((await bench.add(batch_id, [image({ prompt: '' })])).status).toBe(200);
    await bench.door.expectError(await bench.add(batch_id, [image()]), 'resource-exhausted');
    bench.server.advance(31 * SECOND_MS);
    expect((await bench.add(batch_id, [image({ prompt: '' })])).status).toBe(200);
  });

  it('takes bodies of 25 MiB, and keeps what is large out of the database until its turn', async () => {
    bench.engine.behave({ type: 'instant' });
    const { batch_id } = await bench.create();
    const pixels = Buffer.alloc(12 * 1024 * 1024, 'x').toString('base64');
    const large = {
      batch_request: { image_edit: { prompt: 'blue', image: { url: `data:image/png;base64,${pixels}` } } },
    };
    expect((await bench.add(batch_id, [large])).status).toBe(200);
    const { results } = await bench.completed(batch_id).then(() => bench.results(batch_id));
    expect(errorOf(results[0]!).code).toBe(3);
    const left = await Array.fromAsync(bench.server.context.store.list('batches/'));
    expect(left).toEqual([]);
    const tooLarge = JSON.stringify({ batch_requests: [large] }).padEnd(25 * 1024 * 1024 + 1);
    await bench.door.expectError(
      await bench.door.post(`/v1/batches/${batch_id}/requests`, tooLarge),
      'payload-too-large',
    );
  });

  it('has URLs that live for an hour, each time anew, and results that outlive the batch by a day', async () => {
    const { batch_id } = await bench.create();
    await bench.add(batch_id, [image(), video()]);
    await bench.completed(batch_id);
    const [first] = (await bench.results(batch_id)).results;
    const [picture] = imagesOf(first!).data;
    expect((picture!.expires_at! * 1_000 - bench.server.context.now().getTime()) / HOUR_MS).toBeCloseTo(1, 1);
    bench.server.advance(HOUR_MS + SECOND_MS);
    expect((await fetch(picture!.url!)).status).toBe(410);
    bench.server.advance(46 * HOUR_MS);
    await bench.server.context.sweep();
    const again = imagesOf((await bench.results(batch_id)).results[0]!).data[0]!;
    expect((await fetch(again.url!)).status).toBe(200);
    bench.server.advance(HOUR_MS);
    await bench.server.context.sweep();
    const [gone, film] = (await bench.results(batch_id)).results;
    expect(errorOf(gone!)).toMatchObject({ code: 5, message: expect.stringContaining('expired') });
    expect(videoOf(film!)).toEqual({ status: 'expired' });
  });

  it('needs a key for batches, and for what stands in them', async () => {
    const { teamId } = bench.server.caller;
    const keyOf = async (acls: string[]) => {
      const { key } = await bench.server.context.keys.create({ teamId, name: 'some', acls });
      return { authorization: `Bearer ${key}` };
    };
    const none = await keyOf(['api-key:model:*', 'api-key:endpoint:image']);
    await bench.door.expectError(await bench.door.post('/v1/batches', { name: 'a' }, none), 'permission-denied');
    const imagesOnly = await keyOf(['api-key:model:*', 'api-key:endpoint:batch', 'api-key:endpoint:image']);
    bench.server.advance(SECOND_MS);
    const { batch_id } = (await (await bench.door.post('/v1/batches', { name: 'a' }, imagesOnly)).json()) as BatchBody;
    await bench.add(batch_id, [image(), video()], imagesOnly);
    expect((await bench.completed(batch_id)).state).toMatchObject({ num_success: 1, num_error: 1 });
    expect(errorOf((await bench.results(batch_id)).results[1]!).code).toBe(7);
  });

  it('of hundreds is made in the order of adding', { timeout: 300_000 }, async () => {
    const { batch_id } = await bench.create();
    expect((await bench.add(batch_id, images(REQUESTS))).status).toBe(200);
    while ((await bench.get(batch_id)).state.num_pending > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await bench.get(batch_id)).state).toMatchObject({ num_requests: REQUESTS, num_success: REQUESTS });
    const begun = await bench.server.context.database.query
      .selectFrom('batch_requests')
      .innerJoin('generations', 'generations.id', 'batch_requests.generation_id')
      .where('batch_requests.batch_id', '=', batch_id)
      .orderBy('generations.created_at')
      .orderBy('batch_requests.id')
      .select('request_id')
      .execute();
    expect(begun.map(({ request_id }) => request_id)).toEqual(Array.from({ length: REQUESTS }, (_, at) => `r-${at}`));
    const { results, pagination_token } = await bench.results(batch_id, '?limit=1000');
    expect([results.length, pagination_token]).toEqual([REQUESTS, null]);
    expect((await ledgerSums(bench.server)).held).toBe(0n);
  });
});
