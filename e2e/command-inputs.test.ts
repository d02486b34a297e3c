import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CommandResult,
  newFolder,
  REPOSITORY,
  runCommand,
  type ServerProcess,
  startServer,
} from './server-process.ts';

const SLOW = '[[scenario: slow;seconds=600]] a fox';
const COMMAND = join(REPOSITORY, 'packages/cli/bin/openimagine.mjs');

describe('the openimagine command, with pictures and videos to start from', () => {
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
    folder = await newFolder();
    for (const name of ['coffee', 'dog', 'meadow'])
      await cp(join(REPOSITORY, `examples/inputs/${name}.jpg`), join(folder, `${name}.jpg`));
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const env = (): Record<string, string> => ({ OPENIMAGINE_URL: server.url, OPENIMAGINE_DATA: server.dataDir });
  const run = (...args: string[]): Promise<CommandResult> => runCommand(args, env(), folder);
  const image = async (name: string) => probeImage(await readFile(join(folder, name)));
  const video = async (name: string) => probeVideo(await readFile(join(folder, name)));

  it('draws a picture from others, and edits one', async () => {
    const pasted = await run('image', 'Put <IMAGE_1> on <IMAGE_0>', '-i', 'meadow.jpg', 'dog.jpg', '-o', 'both.jpg');
    expect(pasted).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^both\.jpg {2}seed \d+ .*\nPrice: \$0\.024\n$/),
    });
    expect(await image('both.jpg')).toMatchObject({ format: 'jpeg' });
    const { stdout, code } = await run('edit', 'coffee.jpg', 'make it blue', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ files: ['edited.jpg'] })]);
    const { width, height } = await image('edited.jpg');
    expect(width / height).toBeCloseTo(1.5, 1);
  });

  it('brings a picture to life, edits that video, and lets it go on', async () => {
    expect(await run('video', '-i', 'coffee.jpg', '-d', '2', '-o', 'steam.mp4')).toMatchObject({ code: 0 });
    expect(await video('steam.mp4')).toMatchObject({ width: 720, height: 480, frameCount: 48 });
    const edited = await run('edit', 'steam.mp4', 'make it snow', '--json');
    expect(JSON.parse(edited.stdout)).toMatchObject({ file: 'edited.mp4', video: { duration: 2 } });
    expect(await video('edited.mp4')).toMatchObject({ frameCount: 48 });
    expect(await run('extend', 'edited.mp4', 'it goes on', '-d', '3', '-o', 'long.mp4')).toMatchObject({ code: 0 });
    expect((await video('long.mp4')).durationSeconds).toBeCloseTo(5, 1);
  });

  it('takes references, keyframes, a last frame and voices', async () => {
    const referred = await run('video', '<IMAGE_0> walks', '--reference', 'dog.jpg', 'meadow.jpg', '-d', '1');
    expect([referred.code, referred.stderr]).toEqual([0, expect.stringMatching(/Rendering 100 %\n$/)]);
    const pinned = ['--last-frame', 'dog.jpg', '--keyframe', '1=coffee.jpg', '--voice', 'eve'];
    const args = ['video', 'a day', '-m', 'grok-imagine-video-1.5', '-i', 'meadow.jpg', ...pinned, '-d', '2'];
    expect(await run(...args, '-o', 'pinned.mp4')).toMatchObject({ code: 0 });
    expect(await video('pinned.mp4')).toMatchObject({ frameCount: 48 });
  });

  it('says what it would cost, and makes nothing', async () => {
    const before = (await server.client.generations.list()).totals.count;
    const { stdout } = await run('video', 'a fox', '-d', '10', '--resolution', '720p', '--dry-run');
    expect(stdout).toBe('10 × output video second at $0.07: $0.70\nIt would cost $0.70. Nothing was made.\n');
    const edit = await run('edit', 'coffee.jpg', 'make it blue', '--dry-run', '--json');
    expect(JSON.parse(edit.stdout)).toMatchObject({ operation: 'image.edit', cost_in_usd: '0.022' });
    expect((await server.client.generations.list()).totals.count).toBe(before);
  });

  it('keeps files, lists, fetches, publishes and deletes them', async () => {
    const uploaded = await run('files', 'upload', 'coffee.jpg', '--expires', '3600', '--json');
    const { id, bytes } = JSON.parse(uploaded.stdout) as { id: string; bytes: number };
    expect(bytes).toBe((await stat(join(folder, 'coffee.jpg'))).size);
    expect((await run('files', 'list', '--filter', 'name = "coffee.jpg"')).stdout).toMatch(
      new RegExp(`^${id} .*${bytes} bytes {2}coffee\\.jpg {2}until \\S+Z\\n$`),
    );
    expect((await run('files', 'get', id, '-o', 'again.jpg')).code).toBe(0);
    expect(await readFile(join(folder, 'again.jpg'))).toEqual(await readFile(join(folder, 'coffee.jpg')));
    expect((await run('edit', id, 'make it blue', '--dry-run')).stdout).toContain('Nothing was made');
    const url = (await run('files', 'publish', id)).stdout.trim();
    expect((await fetch(url)).status).toBe(200);
    expect((await run('files', 'revoke', id)).stdout).toContain('is taken back');
    expect((await run('files', 'delete', id)).stdout).toBe(`${id} is deleted.\n`);
    expect(JSON.parse((await run('files', 'list', '--json')).stdout)).toEqual([]);
  });

  /** Ctrl-C as soon as the server has accepted it. */
  async function interrupt(command: 'image' | 'video', ...args: string[]): Promise<CommandResult & { id: string }> {
    const before = await server.client.generations.list({ limit: 1 });
    const child = spawn(process.execPath, [COMMAND, command, SLOW, ...args], {
      cwd: folder,
      env: { ...process.env, ...env() },
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    await expect
      .poll(async () => (await server.client.generations.list({ limit: 1 })).data[0]?.id, { timeout: 20_000 })
      .not.toBe(before.data[0]?.id);
    await expect.poll(() => output.stderr, { timeout: 20_000 }).toMatch(/Rendering|Drawing/);
    child.kill('SIGINT');
    const code = await ended;
    return { ...output, code, id: (await server.client.generations.list({ limit: 1 })).data[0]!.id };
  }

  const tenMinutesLater = (): Promise<Response> =>
    fetch(`${server.url}/x/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' },
      body: '{"advance_seconds": 600}',
    });

  it('says on Ctrl-C how to get the picture, which is billed once', async () => {
    const { code, stderr, id } = await interrupt('image', '-o', 'stopped.jpg');
    expect(code).toBe(130);
    const [, key] = /--idempotency-key (\S+)/.exec(stderr) ?? [];
    const before = await server.client.generations.list();
    const again = run('image', SLOW, '-o', 'stopped.jpg', '--idempotency-key', key!);
    await tenMinutesLater();
    expect(await again).toMatchObject({ code: 0, stdout: expect.stringMatching(/^stopped\.jpg/) });
    const after = await server.client.generations.list();
    expect([after.totals.count, after.data[0]]).toEqual([before.totals.count, expect.objectContaining({ id })]);
    expect(await image('stopped.jpg')).toMatchObject({ format: 'jpeg' });
  });

  it('bills nothing for what could not be saved', async () => {
    await mkdir(join(folder, 'w-2.jpg'));
    const before = await server.client.generations.list();
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [['image', 'a', '-o', '.'], /\. cannot be written: it is a folder/],
      [['video', 'a', '-o', ''], /--output must be the name of a file; it is empty/],
      [['image', 'a', '-n', '2', '-o', 'w.jpg'], /w-2\.jpg cannot be written: it is a folder/],
      [['edit', 'dog.jpg', 'a', '-o', 'e.mp4'], /e\.mp4 cannot be written: the result is a picture/],
      [['video', 'a', '-o', 'e.jpg'], /e\.jpg cannot be written: the result is a video/],
      [['wait', ''], /Expected an id; got ""/],
      [['edit', 'empty.jpg', 'a'], /empty\.jpg is empty: it has 0 bytes/],
    ];
    await writeFile(join(folder, 'empty.jpg'), '');
    for (const [args, message] of refused)
      expect(await run(...args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(message) });
    expect((await server.client.generations.list()).totals).toEqual(before.totals);
  });

  it.each(['image', 'video'])('says how to get what was billed and could not be saved: %s', async (command) => {
    const name = `${'n'.repeat(240)}.${command === 'image' ? 'jpg' : 'mp4'}`;
    const { code, stderr } = await run(command, 'a fox', '-o', name, ...(command === 'video' ? ['-d', '1'] : []));
    const { id } = (await server.client.generations.list({ limit: 1 })).data[0]!;
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cannot be written: ENAMETOOLONG.* billed/)]);
    const [, key] = /--idempotency-key (\S+)/.exec(stderr) ?? [];
    const again = command === 'image' ? ['image', 'a fox', '--idempotency-key', key!] : ['wait', id];
    if (command === 'video') expect(stderr).toContain(`openimagine wait ${id}`);
    expect(await run(...again, '-o', 'short')).toMatchObject({ code: 0 });
    expect((await server.client.generations.list({ limit: 1 })).data[0]!.id).toBe(id);
  });

  it('says on Ctrl-C that the video goes on, how to get it and how to cancel it', async () => {
    const { code, stderr, id } = await interrupt('video', '-d', '1');
    expect(code).toBe(130);
    expect(stderr).toContain(`The video ${id} goes on, and will be billed.`);
    expect((await server.client.video(id).status()).status).toBe('pending');
    expect(stderr).toContain(`openimagine wait ${id} -o video.mp4`);
    const waiting = run('wait', id, '-o', 'waited.mp4');
    await tenMinutesLater();
    expect(await waiting).toMatchObject({ code: 0 });
    expect(await video('waited.mp4')).toMatchObject({ frameCount: 24 });
    const late = await run('cancel', id);
    expect([late.code, late.stderr]).toEqual([1, expect.stringMatching(/openimagine: .*done/)]);
  });

  it('cancels on Ctrl-C what was made so, and later what is asked for', async () => {
    const { code, stderr, id } = await interrupt('video', '--cancel-on-interrupt');
    expect([code, stderr]).toEqual([130, expect.stringContaining(`The video ${id} is cancelled`)]);
    expect((await server.client.generations.get(id)).status).toBe('cancelled');
    const other = await interrupt('video', '-d', '1');
    expect((await run('cancel', other.id)).stdout).toBe(`${other.id} is cancelled.\n`);
    expect((await server.client.generations.get(other.id)).status).toBe('cancelled');
  });

  it.each([
    [['edit', 'nowhere.mp4', 'make it snow'], /nowhere\.mp4 cannot be read: ENOENT/],
    [['video', 'a', '-i', '.'], /\. cannot be read: it is no file/],
    [['video'], /missing required argument: a prompt, a --scene, or pictures/],
    [['video', 'a', '--keyframe', 'dog.jpg'], /--keyframe must look like 2=sunset\.jpg/],
    [['video', '[[scenario: failed;code=internal_error]] a fox'], /openimagine: .* \(video [0-9a-f-]{36}\)/],
    [['wait', '00000000-0000-4000-8000-000000000000'], /\(request .*, video 00000000-0000-4000-8000-000000000000\)/],
    [['models', '--url', 'localhost:8080'], /got "localhost:8080", where "http:\/\/" is missing/],
    [['files', 'get', 'file_1'], /openimagine: .*file/],
  ])('says in a line what is wrong with %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('tells programs why, too', async () => {
    const { code, stdout } = await run('video', 'a fox', '-d', '99', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([
      1,
      expect.objectContaining({ code: 'invalid-argument', details: [{ input: 'duration', reason: 'wrong-value' }] }),
    ]);
  });
});
