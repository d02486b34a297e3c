import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, newFolder, runCommand, type ServerProcess, startServer } from './server-process.ts';

describe('the openimagine command', () => {
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    server = await startServer();
    folder = await newFolder();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]): Promise<CommandResult> =>
    runCommand(args, { OPENIMAGINE_URL: server.url, OPENIMAGINE_DATA: server.dataDir }, folder);

  it('draws pictures into numbered files, and says what was drawn and what it cost', async () => {
    const { stdout, code } = await run(
      'image',
      'two cats on a sofa',
      '-n',
      '2',
      '-r',
      '4:3',
      '--seed',
      '5',
      '-o',
      'cats.jpg',
    );
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^cats-1\.jpg {2}seed 5 {2}.*cat.*\ncats-2\.jpg {2}seed 6 .*\nPrice: \$0\.04\n$/),
    ]);
    expect(probeImage(await readFile(join(folder, 'cats-2.jpg')))).toMatchObject({ width: 1184, height: 880 });
  });

  it('makes a video', async () => {
    const { stdout, code } = await run(
      'video',
      'a boat on the sea',
      '-d',
      '1',
      '-o',
      'boat.mp4',
      '--no-audio',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'boat.mp4',
      video: { duration: 1 },
      usage: { cost_in_usd_ticks: 500_000_000 },
    });
    const probe = await probeVideo(await readFile(join(folder, 'boat.mp4')));
    expect(probe.frameCount).toBe(24);
    expect(probe.audio).toBeUndefined();
  });

  it('makes, lists and revokes keys', async () => {
    const created = JSON.parse(
      (await run('key', 'create', 'laptop', '--acl', 'api-key:endpoint:image', 'api-key:model:*', '--json')).stdout,
    ) as { apiKey: string; apiKeyId: string };
    expect((await run('key', 'list')).stdout).toContain('laptop');
    const listed = (await run('models', '--key', created.apiKey)).stdout;
    expect(listed).toContain('grok-imagine-image\n');
    // A list shows what the key may use, and this one may make no videos.
    expect(listed).not.toContain('grok-imagine-video');
    const refused = await run('video', 'a fox', '--key', created.apiKey);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('may not use the endpoint video')]);
    expect((await run('key', 'revoke', created.apiKeyId)).stdout).toContain('is revoked');
    expect((await run('models', '--key', created.apiKey)).stderr).toContain('Incorrect API key');
    expect((await run('key', 'revoke', created.apiKeyId)).code).toBe(1);
  });

  it('checks the machine', async () => {
    const { stdout } = await run('doctor', '--json', '--port', '0');
    const findings = JSON.parse(stdout) as { name: string; state: string }[];
    expect(findings.map(({ name }) => name)).toEqual([
      'node',
      'native bindings',
      'draft engine',
      'memory',
      'data folder',
      'disk',
      'port',
    ]);
    expect(findings.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it.each([
    [['image', 'a cat', '-n', '11'], /`n` must be from 1 to 10/],
    [['image', 'a cat', '-n', 'two'], /-n must be a whole number/],
    [['video', 'a cat', '-r', '7:5'], /`aspect_ratio`: expected one of/],
    [['image', 'a cat', '-o', '/nowhere/a.jpg'], /\/nowhere\/a\.jpg cannot be written/],
    [['image'], /missing required argument/],
    [['paint'], /unknown command/],
    [['models', '--url', 'http://127.0.0.1:1'], /cannot be reached.*openimagine serve/],
    [['models', '--url', 'nonsense'], /--url must be a URL/],
    [['models', '--data', '/nowhere'], /No API key/],
    [['models', '--url', 'https://api.example'], /No API key for https:\/\/api\.example/],
  ])('says in a line what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('helps', async () => {
    const { stdout, code } = await run('--help');
    expect(code).toBe(0);
    for (const name of ['serve', 'image', 'video', 'models', 'key', 'doctor']) expect(stdout).toContain(name);
  });
});
