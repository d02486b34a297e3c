import { ErrorBody } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, startTestSystem, type TestSystem } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { until } from './test-server.ts';

const FOX = { prompt: 'a fox', duration: 1 };

describe('the limits of a key', () => {
  let http: TestSystem;
  beforeAll(async () => {
    http = await startTestSystem({ pollsPerSecond: 50, now: () => new Date(nowMs) });
  });
  afterAll(() => http.close());
  // Stands still but for the tests: how busy the machine is changes no figure.
  let nowMs = Date.now();
  const advance = (ms: number): void => {
    nowMs += ms;
  };

  const keyWith = async (settings: object): Promise<Call> => http.as((await http.makeKey({ settings })).apiKey);
  const limitHeaders = ({ headers }: Response): Record<string, string> =>
    Object.fromEntries([...headers].filter(([name]) => name.includes('ratelimit') || name === 'retry-after'));

  it('are told with every reply, and refuse with the time to come back', async () => {
    const call = await keyWith({ requests_per_second: 2, requests_per_minute: 100 });
    const first = await call('POST', '/v1/videos/generations', FOX);
    expect([first.status, limitHeaders(first)]).toEqual([
      200,
      {
        'ratelimit-policy': '"second";q=2;w=1, "minute";q=100;w=60',
        ratelimit: '"second";r=1;t=1, "minute";r=99;t=60',
        'x-ratelimit-limit-requests': '2',
        'x-ratelimit-remaining-requests': '1',
        'x-ratelimit-reset-requests': '1s',
      },
    ]);
    // Also what is refused for its body has been a request.
    expect((await call('POST', '/v1/images/generations', {})).status).toBe(422);
    const third = await call('POST', '/v1/videos/generations', FOX);
    expect([third.status, limitHeaders(third)]).toEqual([
      429,
      expect.objectContaining({ 'retry-after': '1', ratelimit: '"second";r=0;t=1, "minute";r=98;t=60' }),
    ]);
    const { code, error } = ErrorBody.parse(await third.json());
    expect([code, error]).toEqual(['resource-exhausted', expect.stringContaining('2 creating calls in any second')]);
    advance(1_000);
    expect((await call('POST', '/v1/videos/generations', FOX)).status).toBe(200);
  });

  it('of a minute say when it is worth coming back, which is less than a minute', async () => {
    const call = await keyWith({ requests_per_minute: 1 });
    expect((await call('POST', '/v1/videos/generations', FOX)).status).toBe(200);
    const refused = await call('POST', '/v1/videos/generations', FOX);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '59']);
    advance(30_000);
    const later = await call('POST', '/v1/videos/generations', FOX);
    expect([later.status, later.headers.get('retry-after')]).toEqual([429, '30']);
    advance(30_000);
    expect((await call('POST', '/v1/videos/generations', FOX)).status).toBe(200);
  });

  it('let polls through, which have their own', async () => {
    const call = await keyWith({ requests_per_minute: 1, polls_per_second: 3 });
    const { request_id } = (await (await call('POST', '/v1/videos/generations', FOX)).json()) as { request_id: string };
    advance(1_000);
    const polls = [];
    for (let index = 0; index < 4; index++) polls.push(await call('GET', `/v1/videos/${request_id}`));
    expect(polls.map(({ status }) => (status === 429 ? 429 : 'answered'))).toEqual([
      ...Array<string>(3).fill('answered'),
      429,
    ]);
    expect(limitHeaders(polls[0]!)).toEqual({
      'ratelimit-policy': '"polls";q=3;w=1',
      ratelimit: '"polls";r=2;t=1',
    });
    expect(limitHeaders(polls[3]!)).toMatchObject({ 'retry-after': '1', ratelimit: '"polls";r=0;t=1' });
  });

  it('are not there unless they were set, but for the polls', async () => {
    const call = await keyWith({});
    const made = await call('POST', '/v1/videos/generations', FOX);
    expect([made.status, limitHeaders(made)]).toEqual([200, {}]);
    const listed = await call('GET', '/v1/models');
    expect(limitHeaders(listed)).toMatchObject({ 'ratelimit-policy': '"polls";q=50;w=1' });
  });

  it('hold for whoever comes at once: never one more', async () => {
    const call = await keyWith({ requests_per_second: 5 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => call('POST', '/v1/videos/generations', {})));
    expect(answers.filter(({ status }) => status !== 429)).toHaveLength(5);
  });
});

describe('generations at once', () => {
  it('are never more than the key may have, and make room as they end', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    await using http = await startTestSystem({ engine });
    const call = http.as((await http.makeKey({ settings: { generations_at_once: 3 } })).apiKey);
    const other = http.as((await http.makeKey({})).apiKey);
    const answers = await Promise.all(Array.from({ length: 12 }, () => call('POST', '/v1/videos/generations', FOX)));
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(3);
    for (const refused of answers.filter(({ status }) => status !== 200)) {
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(ErrorBody.parse(await refused.json()).error).toContain('at most 3 may');
    }
    expect((await call('POST', '/v1/images/generations', FOX)).status).toBe(429);
    expect((await other('POST', '/v1/videos/generations', FOX)).status).toBe(200);
    const ending = setInterval(() => engine.finish(), 20);
    await until(async () => (await call('POST', '/v1/videos/generations', FOX)).status === 200);
    clearInterval(ending);
    engine.behave({ type: 'instant' });
    engine.finish();
  });
});

describe('the word for a failed video', () => {
  it('is failed, or error for a key or a request that wants it', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'moderated', stage: 'output' }] });
    await using http = await startTestSystem({ engine });
    const plain = http.as((await http.makeKey({})).apiKey);
    const scripted = http.as((await http.makeKey({ settings: { failure_word: 'error' } })).apiKey);
    const { request_id } = (await (await plain('POST', '/v1/videos/generations', FOX)).json()) as {
      request_id: string;
    };
    const path = `/v1/videos/${request_id}`;
    await until(async () => (await plain('GET', path)).status === 200);
    const word = async (call: Call, header?: string): Promise<unknown> => {
      const headers = header === undefined ? {} : { 'x-openimagine-failure-word': header };
      const body = (await (await call('GET', path, undefined, headers)).json()) as { status: string; error: object };
      expect(body.error).toHaveProperty('message');
      return body.status;
    };
    expect([await word(plain), await word(scripted)]).toEqual(['failed', 'error']);
    expect([await word(plain, 'error'), await word(scripted, 'failed')]).toEqual(['error', 'failed']);
    const odd = await plain('GET', path, undefined, { 'x-openimagine-failure-word': 'kaputt' });
    expect(odd.status).toBe(400);
  });
});
