import {
  CreatedKey,
  ENDPOINTS,
  ErrorBody,
  ManagedKey,
  ManagedKeyList,
  ModelList,
  Team,
  TeamList,
} from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from './test-door.ts';

describe('teams and keys by the management key', () => {
  let http: TestSystem;
  let team: Team;
  beforeAll(async () => {
    http = await startTestSystem();
    team = Team.parse(await (await http.manage('POST', '/auth/teams', { name: ' studio ' })).json());
  });
  afterAll(() => http.close());

  const makeKey = async (fields: object = {}): Promise<CreatedKey> =>
    CreatedKey.parse(
      await (await http.manage('POST', `/auth/teams/${team.teamId}/api-keys`, { name: 'ci', ...fields })).json(),
    );
  const errorOf = async (response: Response): Promise<[number, string]> => {
    const { code } = ErrorBody.parse(await response.json());
    return [response.status, code];
  };

  it('teams are made and listed, a page at a time', async () => {
    expect(team).toMatchObject({ name: 'studio', teamId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    for (const name of ['b', 'c']) await http.manage('POST', '/auth/teams', { name });
    const names: string[] = [];
    let token: string | null = null;
    let pages = 0;
    do {
      const query: string = token === null ? '' : `&paginationToken=${token}`;
      const page = TeamList.parse(await (await http.manage('GET', `/auth/teams?pageSize=2${query}`)).json());
      names.push(...page.teams.map(({ name }) => name));
      token = page.paginationToken;
      pages++;
    } while (token !== null);
    expect([names, pages]).toEqual([['default', 'studio', 'b', 'c'], 2]);
    for (const body of [{}, { name: 7 }]) {
      expect(await errorOf(await http.manage('POST', '/auth/teams', body))).toEqual([422, 'unprocessable']);
    }
    expect(await errorOf(await http.manage('POST', '/auth/teams', { name: ' ' }))).toEqual([400, 'invalid-argument']);
    for (const query of ['pageSize=0', 'pageSize=1001', 'pageSize=x', 'paginationToken=x'])
      expect(await errorOf(await http.manage('GET', `/auth/teams?${query}`))).toEqual([400, 'invalid-argument']);
  });

  it('a key is made for any team, read, listed by pages, and only the active ones when asked', async () => {
    const made = await makeKey({ qps: '5', qpm: 300, tpm: null, settings: { failure_word: 'error' } });
    expect(made).toMatchObject({
      teamId: team.teamId,
      name: 'ci',
      qps: 5,
      qpm: 300,
      tpm: null,
      settings: { failure_word: 'error', requests_per_second: 5, requests_per_minute: 300 },
    });
    const { apiKey, ...rest } = made;
    expect(ManagedKey.parse(await (await http.manage('GET', `/auth/api-keys/${made.apiKeyId}`)).json())).toEqual(rest);
    const expired = await makeKey({ name: 'expired', expireTime: '2020-01-01T00:00:00Z' });
    const disabled = await makeKey({ name: 'disabled' });
    await http.manage('PUT', `/auth/api-keys/${disabled.apiKeyId}`, { disabled: true });
    const list = async (query: string): Promise<ManagedKeyList> =>
      ManagedKeyList.parse(await (await http.manage('GET', `/auth/teams/${team.teamId}/api-keys${query}`)).json());
    const ids = [made, expired, disabled].map(({ apiKeyId }) => apiKeyId);
    expect((await list('')).apiKeys.map(({ apiKeyId }) => apiKeyId)).toEqual(ids);
    expect((await list('?activeOnly=true')).apiKeys.map(({ apiKeyId }) => apiKeyId)).toEqual([made.apiKeyId]);
    const first = await list('?pageSize=2');
    expect(first.apiKeys).toHaveLength(2);
    const second = await list(`?pageSize=2&paginationToken=${first.paginationToken}`);
    expect([second.apiKeys.map(({ apiKeyId }) => apiKeyId), second.paginationToken]).toEqual([[ids[2]], null]);
    expect(JSON.stringify(await list(''))).not.toContain(apiKey.slice(7));
  });

  it('a change holds from the next request on, and leaves the rest as it was', async () => {
    const { apiKey, apiKeyId } = await makeKey({ settings: { strict: true }, qps: 9 });
    const put = async (body: object): Promise<ManagedKey> =>
      ManagedKey.parse(await (await http.manage('PUT', `/auth/api-keys/${apiKeyId}`, body)).json());
    const status = async (): Promise<number> => (await http.as(apiKey)('GET', '/v1/models')).status;
    expect(await status()).toBe(200);
    expect(await put({ disabled: true })).toMatchObject({ disabled: true, settings: { strict: true }, qps: 9 });
    expect(await status()).toBe(403);
    expect(await put({ disabled: false, name: 'x', qps: null, settings: { strict: null } })).toMatchObject({
      disabled: false,
      name: 'x',
      qps: null,
      settings: {},
    });
    expect(await status()).toBe(200);
    await put({ expireTime: '2020-01-01T00:00:00+02:00' });
    expect(await status()).toBe(401);
    expect(await put({ expireTime: null })).toMatchObject({ expireTime: null });
    expect(await status()).toBe(200);
    expect(await put({ apiKey: { name: 'masked', qpm: 200 }, fieldMask: 'qpm' })).toMatchObject({
      name: 'x',
      qpm: 200,
    });
    await put({ acls: ['api-key:model:*', 'api-key:endpoint:video'] });
    expect((await http.as(apiKey)('POST', '/v1/images/generations', { prompt: 'a fox' })).status).toBe(403);
  });

  it('a rotated key has a new secret and is otherwise the same; a revoked one is unknown', async () => {
    const old = await makeKey();
    await http.as(old.apiKey)('GET', '/v1/models');
    const response = await http.manage('POST', `/auth/api-keys/${old.apiKeyId}/rotate`);
    const rotated = CreatedKey.parse(await response.json());
    expect(rotated).toMatchObject({ apiKeyId: old.apiKeyId, name: old.name });
    expect((await http.as(old.apiKey)('GET', '/v1/models')).status).toBe(401);
    expect((await http.as(rotated.apiKey)('GET', '/v1/models')).status).toBe(200);
    expect((await http.manage('DELETE', `/auth/api-keys/${old.apiKeyId}`)).status).toBe(200);
    expect((await http.as(rotated.apiKey)('GET', '/v1/models')).status).toBe(401);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', {}],
      ['DELETE', '', undefined],
      ['POST', '/rotate', undefined],
    ] as const) {
      const answer = await http.manage(method, `/auth/api-keys/${old.apiKeyId}${path}`, body);
      expect(await errorOf(answer), method).toEqual([404, 'not-found']);
    }
  });

  it('whatever cannot be is refused in words, and changes nothing', async () => {
    const { apiKeyId } = await makeKey();
    const path = `/auth/api-keys/${apiKeyId}`;
    for (const [body, status] of [
      [{ settings: { colour: 'red' } }, 400],
      [{ settings: { latency: 'slow' } }, 400],
      [{ settings: [] }, 422],
      [{ qps: 0 }, 400],
      [{ qps: 1.5 }, 422],
      [{ name: '' }, 400],
      [{ disabled: 'yes' }, 422],
      [{ acls: ['all'] }, 400],
      [{ expireTime: 'soon' }, 422],
      [[], 422],
    ] as const) {
      const answer = await http.manage('PUT', path, body);
      expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), status]);
    }
    expect(await errorOf(await http.manage('PUT', path))).toEqual([415, 'unsupported-media-type']);
    const key = ManagedKey.parse(await (await http.manage('GET', path)).json());
    expect(key).toMatchObject({ name: 'ci', settings: {}, disabled: false, createTime: key.modifyTime });
    for (const id of ['nonsense', crypto.randomUUID()]) {
      expect((await http.manage('GET', `/auth/teams/${id}/api-keys`)).status).toBe(404);
      expect((await http.manage('POST', `/auth/teams/${id}/api-keys`, { name: 'x' })).status).toBe(404);
    }
  });

  it('no API key opens a management route', async () => {
    const { apiKey } = await makeKey();
    for (const { method, path, needsManagementKey } of ENDPOINTS) {
      if (needsManagementKey !== true) continue;
      const real = path.replace('{team_id}', team.teamId).replace('{api_key_id}', crypto.randomUUID());
      const answer = await http.as(apiKey)(method.toUpperCase(), real, method === 'get' ? undefined : {});
      expect(await errorOf(answer), `${method} ${path}`).toEqual([401, 'unauthenticated']);
    }
  });
});

describe('an access list', () => {
  let http: TestSystem;
  beforeAll(async () => {
    http = await startTestSystem();
  });
  afterAll(() => http.close());

  it('opens the groups of routes that it names, before a body is read', async () => {
    for (const name of ['image', 'video', 'files', 'batch', 'webhooks']) {
      const call = http.as((await http.makeKey({ acls: ['api-key:model:*', `api-key:endpoint:${name}`] })).apiKey);
      for (const endpoint of ENDPOINTS.filter((row) => row.needsKey && !row.needsManagementKey && !row.emulatorOnly)) {
        const needed = NEEDED[endpoint.tag];
        const path = endpoint.path.replace('{model_id}', 'grok-imagine-image').replaceAll(/\{\w+\}/g, 'unknown');
        const answer = await call(endpoint.method.toUpperCase(), path);
        const label = `${endpoint.method} ${endpoint.path} for ${name}`;
        if (needed === undefined || needed === name) expect(answer.status, label).not.toBe(403);
        else {
          expect(answer.status, label).toBe(403);
          const { code, error } = ErrorBody.parse(await answer.json());
          expect([code, error]).toEqual(['permission-denied', expect.stringContaining(`the endpoint ${needed}.`)]);
        }
      }
    }
  });

  it('opens models by id or alias, and the lists hold those alone', async () => {
    const acls = ['api-key:endpoint:*', 'api-key:model:grok-imagine-image-pro', 'api-key:model:grok-imagine-video'];
    const call = http.as((await http.makeKey({ acls })).apiKey);
    const { data } = ModelList.parse(await (await call('GET', '/v1/models')).json());
    expect(data.map(({ id }) => id)).toEqual(['grok-imagine-image-quality', 'grok-imagine-video']);
    for (const [path, model, status] of [
      ['images', 'grok-imagine-image-quality', 200],
      ['images', 'grok-imagine-image-pro', 200],
      ['images', 'grok-imagine-image', 403],
      ['videos', 'grok-imagine-video', 200],
      ['videos', 'grok-imagine-video-1.5', 403],
      ['videos', 'grok-imagine-video-9', 404],
    ] as const) {
      const answer = await call('POST', `/v1/${path}/generations`, { prompt: 'a fox', model });
      expect([model, answer.status]).toEqual([model, status]);
    }
    expect((await call('GET', '/v1/models/grok-imagine-image')).status).toBe(404);
    expect((await call('GET', '/v1/image-generation-models/grok-imagine-image-pro')).status).toBe(200);
  });

  it('that opens pictures alone lists their models alone', async () => {
    const acls = ['api-key:model:*', 'api-key:endpoint:image'];
    const call = http.as((await http.makeKey({ acls })).apiKey);
    const { data } = ModelList.parse(await (await call('GET', '/v1/models')).json());
    expect(data.map(({ id }) => id)).toEqual([
      'grok-imagine-image',
      'grok-imagine-image-quality',
      'grok-imagine-image-2.0',
    ]);
    expect(await (await call('GET', '/v1/video-generation-models')).json()).toEqual({ models: [] });
    expect((await call('GET', '/v1/models/grok-imagine-video')).status).toBe(404);
  });

  it('that is empty opens nothing but the lists, which are empty too', async () => {
    const call = http.as((await http.makeKey({ acls: [] })).apiKey);
    expect((await call('POST', '/v1/images/generations', { prompt: 'a fox' })).status).toBe(403);
    for (const method of ['GET', 'HEAD', 'DELETE']) expect((await call(method, '/v1/videos/unknown')).status).toBe(403);
    expect(await (await call('GET', '/v1/models')).json()).toEqual({ object: 'list', data: [] });
    expect(await (await call('GET', '/v1/api-key')).json()).toMatchObject({ acls: [] });
  });
});

/** Written out once more, so that a tag does not change its meaning unnoticed. */
const NEEDED: Partial<Record<(typeof ENDPOINTS)[number]['tag'], string>> = {
  Images: 'image',
  Videos: 'video',
  'OpenAI videos': 'video',
  Files: 'files',
  Batches: 'batch',
  Webhooks: 'webhooks',
};

describe('a wrong key', () => {
  it('is 401, or 400 with the same words where the operator wants it; no key is always 401', async () => {
    const answers: [number, string][] = [];
    for (const wrongKeyStatus of [401, 400] as const) {
      await using http = await startTestSystem({ wrongKeyStatus });
      const wrong = await http.as('xai-this-is-not-a-key')('GET', '/v1/models');
      answers.push([wrong.status, ErrorBody.parse(await wrong.json()).error]);
      const { apiKey, apiKeyId } = await http.makeKey({});
      await http.manage('PUT', `/auth/api-keys/${apiKeyId}`, { expireTime: '2020-01-01T00:00:00Z' });
      expect((await http.as(apiKey)('GET', '/v1/models')).status).toBe(wrongKeyStatus);
      await http.manage('PUT', `/auth/api-keys/${apiKeyId}`, { expireTime: null, disabled: true });
      expect((await http.as(apiKey)('GET', '/v1/models')).status).toBe(403);
      expect((await fetch(`${http.url}/v1/models`)).status).toBe(401);
      expect((await http.as('')('GET', '/v1/models')).status).toBe(401);
    }
    expect(answers.map(([status]) => status)).toEqual([401, 400]);
    expect(answers[0]![1]).toBe(answers[1]![1]);
  });
});

describe('a strict key', () => {
  it('is told what xAI would not understand, and other keys are served', async () => {
    await using http = await startTestSystem();
    const strict = http.as((await http.makeKey({ settings: { strict: true } })).apiKey);
    const plain = http.as((await http.makeKey({})).apiKey);
    for (const [path, fields] of [
      ['/v1/images/generations', { size: '1024x1024' }],
      ['/v1/images/generations', { style: 'vivid' }],
      ['/v1/videos/generations', { seed: 7, duration: 1 }],
    ] as const) {
      expect((await plain('POST', path, { prompt: 'a fox', ...fields })).status).toBe(200);
      const answer = await strict('POST', path, { prompt: 'a fox', ...fields });
      const { error } = ErrorBody.parse(await answer.json());
      expect([answer.status, error]).toEqual([400, expect.stringContaining('Argument not supported: `')]);
    }
    expect((await strict('POST', '/v1/images/generations', { prompt: 'a fox', n: 1, user: 'u' })).status).toBe(200);
    expect((await strict('POST', '/v1/images/generations', [])).status).toBe(422);
  });
});
