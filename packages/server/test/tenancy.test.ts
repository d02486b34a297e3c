import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../src/accounts/keys.ts';
import { countGenerations } from '../src/operations/count-generations.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createKey } from '../src/operations/create-key.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { getApiKey } from '../src/operations/get-api-key.ts';
import { getVideo } from '../src/operations/get-video.ts';
import { listKeys } from '../src/operations/list-keys.ts';
import { revokeKey } from '../src/operations/revoke-key.ts';
import { createTestEngine } from './test-engine.ts';
import { imageOrder, makeTeam, startTestServer, type TestServer, videoOrder } from './test-server.ts';

const ALL = { size: 1_000, activeOnly: false };

describe('teams and keys', () => {
  let server: TestServer;
  let other: Caller;
  beforeAll(async () => {
    server = await startTestServer(createTestEngine());
    other = await makeTeam(server, 'other');
  });
  afterAll(() => server.close());

  it('never see another team: not its videos, not its keys', async () => {
    const { context, caller } = server;
    const { requestId } = await createVideo(context, caller, videoOrder());
    const missing = { code: 'not-found', http: 404 };
    for (let polls = 0; polls < 3; polls++) {
      expect(await getVideo(context, caller, requestId)).toHaveProperty('status');
      await expect(getVideo(context, other, requestId)).rejects.toMatchObject(missing);
    }
    await expect(revokeKey(context, other, caller.keyId)).rejects.toMatchObject(missing);
    expect((await listKeys(context, other, ALL)).keys.map(({ id }) => id)).toEqual([other.keyId]);
  });

  it('get one and the same answer for what does not exist and what is not theirs', async () => {
    const { context, caller } = server;
    const picture = await createImage(context, caller, imageOrder());
    const { requestId } = await createVideo(context, other, videoOrder());
    const answers = new Set<string>();
    for (const id of [requestId, picture.id, context.randomUUID(), 'nonsense', '', "'; drop table teams", '../..']) {
      answers.add((await getVideo(context, caller, id).catch((error: Error) => error.message)) as string);
    }
    expect(answers.size).toBe(1);
  });

  it('a key is made, shown once, listed redacted, and unknown from the moment it is revoked', async () => {
    const { context, caller } = server;
    const { apiKey, key } = await createKey(context, caller, { name: ' ci ' });
    expect(apiKey).toMatchObject({ name: 'ci', teamId: caller.teamId });
    expect(JSON.stringify(await listKeys(context, caller, ALL))).not.toContain(key.slice(7));
    const asKey = await context.keys.authenticate(key);
    expect(await getApiKey(context, asKey)).toMatchObject({ id: apiKey.id, redacted: `xai-oi-…${key.slice(-4)}` });
    await revokeKey(context, caller, apiKey.id);
    await expect(context.keys.authenticate(key)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(revokeKey(context, caller, apiKey.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('an expired key is unknown, a disabled one is refused, an empty list allows nothing', async () => {
    const { context, caller } = server;
    const expiresAt = new Date(context.now().getTime() + 60_000);
    const { key } = await context.keys.create({ teamId: caller.teamId, name: 'short', expiresAt });
    expect(await context.keys.authenticate(key)).toHaveProperty('keyId');
    server.advance(60_001);
    await expect(context.keys.authenticate(key)).rejects.toMatchObject({ code: 'unauthenticated' });

    const disabled = await context.keys.create({ teamId: caller.teamId, name: 'disabled' });
    await context.database.query
      .updateTable('api_keys')
      .set({ disabled: true })
      .where('id', '=', disabled.apiKey.id)
      .execute();
    await expect(context.keys.authenticate(disabled.key)).rejects.toMatchObject({ code: 'permission-denied' });

    const none = await context.keys.create({ teamId: caller.teamId, name: 'none', acls: [] });
    await expect(createVideo(context, await context.keys.authenticate(none.key), videoOrder())).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });

  it('an access list opens only what it names', async () => {
    const { context, caller } = server;
    const acls = ['api-key:model:grok-imagine-image', 'api-key:endpoint:image'];
    const { key } = await context.keys.create({ teamId: caller.teamId, name: 'images', acls });
    const limited = await context.keys.authenticate(key);
    expect((await createImage(context, limited, imageOrder())).state).toBe('done');
    await expect(createVideo(context, limited, videoOrder())).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(createImage(context, limited, imageOrder({ model: 'grok-imagine-image-2.0' }))).rejects.toMatchObject({
      code: 'permission-denied',
    });
    expect((await createKey(context, limited, { name: 'child' })).apiKey.acls).toEqual(acls);
  });

  it('a prompt that moderation refuses creates nothing and costs nothing', async () => {
    const { context, caller } = server;
    const before = await countGenerations(context);
    const order = imageOrder({ prompt: 'nude photo of a child' });
    await expect(createImage(context, caller, order)).rejects.toMatchObject({
      code: 'imagine:content-moderated',
      billedTicks: 0,
    });
    expect(await countGenerations(context)).toEqual(before);
  });

  it('a caller that hangs up leaves its picture to be finished and kept', async () => {
    const engine = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    const slow = await startTestServer(engine);
    const leaving = new AbortController();
    const waiting = createImage(slow.context, slow.caller, imageOrder(), {
      idempotencyKey: 'left',
      signal: leaving.signal,
    });
    while (engine.runs.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort(new Error('the socket closed'));
    await expect(waiting).rejects.toThrow('the socket closed');
    setTimeout(() => engine.finish(), 10);
    expect((await createImage(slow.context, slow.caller, imageOrder(), { idempotencyKey: 'left' })).state).toBe('done');
    expect(engine.runs).toHaveLength(1);
    await slow.close();
  });
});
