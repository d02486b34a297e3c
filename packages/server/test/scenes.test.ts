import { BatchResultList, PriceQuote, SceneReply } from '@openimagine/contract';
import { createDraftEngine, createXaiEngine, type DraftEngine } from '@openimagine/engines';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { startTestServer, type TestServer, until } from './test-server.ts';

const SCENE = {
  version: 1,
  set: 'room',
  time: 'day',
  weather: 'clear',
  season: 'summer',
  style: 'natural',
  actors: [
    { id: 'cat-1', kind: 'cat', word: 'cat' },
    { id: 'sofa-1', kind: 'sofa', word: 'sofa' },
  ],
  camera: {},
};
const IMAGES = '/v1/images/generations';
const VIDEOS = '/v1/videos/generations';

describe('scenes', () => {
  let draft: DraftEngine;
  let engine: TestEngine;
  let server: TestServer;
  let door: TestDoor;
  beforeAll(async () => {
    draft = createDraftEngine({ videoChildren: 1 });
    // Reads as the embedded engine does, and makes text.
    engine = Object.assign(createTestEngine({ name: 'reads-scenes' }), { scenes: draft.scenes });
    server = await startTestServer(engine);
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
    await draft.close();
  });

  const countRows = async (): Promise<number> =>
    (await server.context.database.query.selectFrom('generations').select('id').execute()).length;

  it('a prompt is read, nothing is made, and what was read is taken back', async () => {
    const before = await countRows();
    const response = await door.post('/v1/scenes', { prompt: 'two red foxes in a snowy forest', seed: 7 });
    const { scene, ...reply } = SceneReply.parse(await response.json());
    expect(reply).toEqual({
      object: 'scene',
      model: 'grok-imagine-image',
      seed: 7,
      revised_prompt: expect.stringMatching(/two red foxes/),
    });
    expect(scene).toMatchObject({ version: 1, set: 'forest', actors: [{ kind: 'fox', count: 2 }] });
    expect(await countRows()).toBe(before);
    expect((await door.post(IMAGES, { scene, seed: 7 })).status).toBe(200);
    const [run] = engine.runs.slice(-1);
    expect(JSON.parse(run!.prompt)).toEqual(scene);
    expect(await countRows()).toBe(before + 1);
  });

  it.each([
    [IMAGES, { scene: { ...SCENE, set: 'nowhere' } }, 'scene.set', /`scene\.set`: expected one of: street, /],
    [
      VIDEOS,
      { scene: { ...SCENE, actors: [{ id: 'a', kind: 'cat', word: 'cat', color: 'red' }] } },
      'scene.actors[0].color',
      /#ff8800/,
    ],
    [VIDEOS, { scene: { ...SCENE, version: 9 } }, 'scene.version', /newer/],
    [IMAGES, { scene: { set: 'room' } }, 'scene.version', /missing/],
  ])('%#: what is wrong is refused with its path, and nothing is accepted', async (path, body, input, message) => {
    const before = await countRows();
    for (const headers of [{}, { 'x-dry-run': 'true' }] as const) {
      const refused = await door.expectError(await door.post(path, body, headers), 'invalid-argument');
      expect(refused).toMatchObject({ error: expect.stringMatching(message), details: [{ input }] });
    }
    expect(await countRows()).toBe(before);
  });

  it('costs what a prompt costs', async () => {
    const quoteOf = async (body: object) =>
      PriceQuote.parse(await (await door.post(VIDEOS, { ...body, duration: 2 }, { 'x-dry-run': 'true' })).json());
    expect(await quoteOf({ scene: SCENE })).toEqual(await quoteOf({ prompt: 'a cat' }));
  });

  it('moderation sees the words in it, however they were written', async () => {
    const [cat, sofa] = SCENE.actors;
    const told = [
      { ...SCENE, prompt: 'a nude child' },
      { ...SCENE, actors: [{ ...cat, word: 'child', attributes: ['nude'] }, sofa] },
      {
        ...SCENE,
        actors: [
          { ...cat, says: 'a\u0000 child' },
          { ...sofa, text: 'so\nnude' },
        ],
      },
      { ...SCENE, title: 'child', setDetails: ['x\tnude'] },
    ];
    for (const scene of told) await door.expectError(await door.post(IMAGES, { scene }), 'imagine:content-moderated');
    const escaped = JSON.stringify({ scene: told[1] }).replace('child', '\\u0063hild');
    await door.expectError(await door.post(IMAGES, escaped), 'imagine:content-moderated');
    await door.expectError(await door.post('/v1/scenes', { prompt: 'a nude child' }), 'imagine:content-moderated');
    expect((await door.post(IMAGES, { scene: SCENE })).status).toBe(200);
  });

  it('the same idempotency key knows the same scene', async () => {
    const headers = { 'idempotency-key': 'a scene' };
    const first = await (await door.post(IMAGES, { scene: SCENE }, headers)).text();
    expect(await (await door.post(IMAGES, { scene: SCENE }, headers)).text()).toBe(first);
    await door.expectError(
      await door.post(IMAGES, { scene: { ...SCENE, time: 'night' } }, headers),
      'idempotency-mismatch',
    );
  });

  it('a batch makes one, and says of another what is wrong with it', async () => {
    const { batch_id } = (await (await door.post('/v1/batches', { name: 'scenes' })).json()) as { batch_id: string };
    const batch_requests = [SCENE, { ...SCENE, haze: 3 }].map((scene, index) => ({
      batch_request_id: `r${index}`,
      batch_request: { image_generation: { scene } },
    }));
    expect((await door.post(`/v1/batches/${batch_id}/requests`, { batch_requests })).status).toBe(200);
    const resultsOf = async () =>
      BatchResultList.parse(await (await door.send(`/v1/batches/${batch_id}/results`)).json()).results;
    await until(async () => (await resultsOf()).length === 2);
    const told = new Map((await resultsOf()).map((result) => [result.batch_request_id, JSON.stringify(result)]));
    expect(told.get('r0')).toContain('revised_prompt');
    expect(told.get('r1')).toContain('`scene.haze`: must be at most 1 (got 3)');
  });

  it('keys that are strict, or may make no pictures, are refused', async () => {
    const strict = await door.makeKey({
      name: 'strict',
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
      settings: { strict: true },
    });
    const refused = await door.expectError(
      await door.as(strict.apiKey)('POST', IMAGES, { scene: SCENE, prompt: '' }),
      'invalid-argument',
    );
    expect(refused).toMatchObject({ error: expect.stringMatching(/`scene`.*strict/), details: [{ input: 'scene' }] });
    const other = await door.makeKey({ name: 'films', acls: ['api-key:model:*', 'api-key:endpoint:video'] });
    await door.expectError(await door.as(other.apiKey)('POST', '/v1/scenes', { prompt: 'a cat' }), 'permission-denied');
  });

  it('reading counts against the limits of a key', async () => {
    const { apiKey } = await door.makeKey({
      name: 'slow',
      acls: ['api-key:model:*', 'api-key:endpoint:*'],
      settings: { requests_per_minute: 1 },
    });
    const read = () => door.as(apiKey)('POST', '/v1/scenes', { prompt: 'a cat' });
    expect((await read()).status).toBe(200);
    await door.expectError(await read(), 'resource-exhausted');
  });
});

it('an engine that passes prompts on takes no scenes, and says so', async () => {
  const upstream = createXaiEngine({ baseUrl: 'http://127.0.0.1:9', apiKey: 'nobody' });
  const server = await startTestServer(upstream);
  const door = await openTestDoor(server);
  try {
    for (const path of [IMAGES, VIDEOS]) {
      const refused = await door.expectError(await door.post(path, { scene: SCENE }), 'invalid-argument');
      expect(refused).toMatchObject({
        error: expect.stringMatching(/`scene` cannot be used for grok-imagine-\w+: .*\(xai\) takes prompts alone/),
        details: [{ input: 'scene' }],
      });
    }
    await door.expectError(await door.post('/v1/scenes', { prompt: 'a cat' }), 'invalid-argument');
  } finally {
    await door.http.close();
    await server.close();
  }
});
