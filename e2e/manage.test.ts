import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, newFolder, runCommand, type ServerProcess, startServer } from './server-process.ts';

describe('teams and keys by the openimagine command', () => {
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    server = await startServer({ args: ['--wrong-key-status', '400'] });
    folder = await newFolder();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]): Promise<CommandResult> =>
    runCommand(args, { OPENIMAGINE_URL: server.url, OPENIMAGINE_DATA: server.dataDir }, folder);
  const runJson = async <T>(...args: string[]): Promise<T> => {
    const { code, stdout } = await run(...args, '--json');
    expect([args, code]).toEqual([args, 0]);
    return JSON.parse(stdout) as T;
  };
  const call = (key: string, path: string, body?: object): Promise<Response> =>
    fetch(server.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('a team gets a key that may only do what was named, in what measure was set', async () => {
    const team = await runJson<{ teamId: string }>('team', 'create', 'studio');
    const key = await runJson<{ apiKey: string; apiKeyId: string; teamId: string }>(
      ...['key', 'create', 'ci', '--team', 'studio', '--models', 'grok-imagine-image,grok-imagine-video'],
      ...['--endpoints', 'image', '--expires', '1d', '--set', 'requests_per_minute=2', '--set', 'strict=true'],
    );
    expect(key).toMatchObject({
      teamId: team.teamId,
      aclStrings: ['api-key:model:grok-imagine-image', 'api-key:model:grok-imagine-video', 'api-key:endpoint:image'],
      settings: { requests_per_minute: 2, strict: true },
    });
    const info = (await (await call(key.apiKey, '/v1/api-key')).json()) as { team_id: string; name: string };
    expect(info).toMatchObject({ team_id: team.teamId, name: 'ci' });
    expect((await call(key.apiKey, '/v1/videos/generations', { prompt: 'a fox' })).status).toBe(403);
    for (const status of [400, 400, 429]) {
      const answer = await call(key.apiKey, '/v1/images/generations', { prompt: '' });
      expect(answer.status).toBe(status);
      if (status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50);
    }
    await run('key', 'set', key.apiKeyId, '--set', 'requests_per_minute=', '--endpoints', 'image,video');
    expect((await call(key.apiKey, '/v1/images/generations', { prompt: '' })).status).toBe(400);
    expect((await call(key.apiKey, '/v1/videos/unknown')).status).toBe(404);
    const { stdout } = await run('key', 'list', '--team', team.teamId);
    expect(stdout).toMatch(/ ci {2}\(until .*endpoint:image endpoint:video; strict=true\)\n$/);
    const rotated = await runJson<{ apiKey: string }>('key', 'rotate', key.apiKeyId);
    expect((await call(key.apiKey, '/v1/models')).status).toBe(400);
    expect((await call(rotated.apiKey, '/v1/models')).status).toBe(200);
    await run('key', 'set', key.apiKeyId, '--disable');
    expect((await call(rotated.apiKey, '/v1/models')).status).toBe(403);
  });

  it('what is wrong is said in one line', async () => {
    for (const [args, line] of [
      [['key', 'create', 'x', '--team', 'nobody'], /^openimagine: There is no team "nobody"\. Make it with: .*\n$/],
      [['key', 'create', 'x', '--models', 'grok'], /^openimagine: There is no model "grok"\. The models are: .*\n$/],
      [['key', 'create', 'x', '--endpoints', 'chat'], /^openimagine: There is no endpoint "chat"\. .*\n$/],
      [['key', 'create', 'x', '--expires', 'soon'], /^openimagine: --expires must be a time .*\n$/],
      [['key', 'create', 'x', '--set', 'color=1'], /^openimagine: There is no key setting "color"\. .*latency.*\n$/],
      [['key', 'create', 'x', '--set', 'latency=slow'], /^openimagine: .*instant, draft, grok; got "slow".*\n$/],
      [['key', 'set', 'nonsense', '--name', 'y'], /^openimagine: There is no API key with this id\. .*\n$/],
      [['team', 'create', ' '], /^openimagine: `name` must have 1 to 100 characters; got 0\. .*\n$/],
    ] as const) {
      const { code, stderr } = await run(...args);
      expect([args, code, stderr]).toEqual([args, 1, expect.stringMatching(line)]);
    }
  });
});
