import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { probeImage, probeVideo } from '@openimagine/media';
import { createClient, createManagementClient } from '@openimagine/sdk';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packSdk } from '../packages/sdk/scripts/pack.ts';
import { findProgram } from './requirements.ts';
import {
  type CommandResult,
  newFolder,
  REPOSITORY,
  runProgram,
  type ServerProcess,
  startServer,
} from './server-process.ts';

const CONSUMER = `
import { createClient, type GeneratedVideo, OpenImagineError, type VideoParams } from '@openimagine/sdk';

const client = createClient({ baseUrl: 'http://localhost:8080', apiKey: 'k', fetch });
export async function film(prompt: string, image?: Blob): Promise<GeneratedVideo | string> {
  const params: VideoParams = { prompt, image, duration: 5, aspectRatio: '16:9' };
  try {
    const video = await client.generateVideo(params, { onProgress: (percent: number) => percent.toFixed() });
    const bytes: Uint8Array = await video.bytes();
    return bytes.length > 0 ? video : 'nothing';
  } catch (error) {
    if (error instanceof OpenImagineError) return error.code satisfies string;
    throw error;
  }
}
export const names = async (): Promise<string[]> => {
  const files: string[] = [];
  for await (const { filename } of client.files.list({ order: 'asc' })) files.push(filename);
  return files;
};
// @ts-expect-error A prompt is needed.
client.generateImage({});
// @ts-expect-error There is no such ratio.
client.generateVideo({ prompt: 'a', aspectRatio: '7:5' });
`;

describe('the package of the SDK, unpacked where nothing else is', () => {
  let folder: string;
  let packed: string;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await newFolder();
    packed = join(folder, 'node_modules/@openimagine/sdk');
    await mkdir(packed, { recursive: true });
    const tarball = await packSdk(folder);
    expect((await runProgram('tar', ['-xzf', tarball, '-C', packed, '--strip-components=1'])).code).toBe(0);
    server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const node = async (script: string, name: string): Promise<CommandResult> => {
    await writeFile(join(folder, name), script);
    const env = { OPENIMAGINE_URL: server.url, OPENIMAGINE_API_KEY: server.apiKey };
    return await runProgram(process.execPath, [name], { cwd: folder, env });
  };

  it('needs nothing that is not in it', async () => {
    const manifest = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: '@openimagine/sdk', license: 'Apache-2.0', type: 'module' });
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('private');
    expect((await readdir(packed)).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    for (const name of await readdir(join(packed, 'dist'))) {
      const text = await readFile(join(packed, 'dist', name), 'utf8');
      const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, from]) => from!);
      expect(
        specifiers.filter((from) => !/^\.\/[\w-]+\.js$/.test(from)),
        name,
      ).toEqual([]);
      const code = name.endsWith('.js') ? text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') : '';
      expect(code.match(/\b(Buffer|process|require|__dirname)\b[.(]/g), name).toBeNull();
    }
  });

  it('has types that a strict program resolves by itself', async () => {
    await writeFile(join(folder, 'consumer.mts'), CONSUMER);
    await cp(join(REPOSITORY, 'examples/typescript-sdk/main.ts'), join(folder, 'example.mts'));
    await mkdir(join(folder, 'node_modules/@types'));
    await symlink(join(REPOSITORY, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
    await symlink(join(REPOSITORY, 'node_modules/undici-types'), join(folder, 'node_modules/undici-types'));
    const strict = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext'];
    const check = (...args: string[]): Promise<CommandResult> =>
      runProgram(join(REPOSITORY, 'node_modules/.bin/tsc'), [...strict, ...args], { cwd: folder });
    expect(await check('--types', 'node', 'consumer.mts', 'example.mts')).toMatchObject({ stdout: '', code: 0 });
    const inBrowser = await check('--lib', 'es2022,dom,dom.iterable', '--types', '', 'consumer.mts');
    expect(inBrowser).toMatchObject({ stdout: '', code: 0 });
  });

  describe('every example of its README', async () => {
    const readme = await readFile(join(REPOSITORY, 'packages/sdk/README.md'), 'utf8');
    const [prelude = '', ...examples] = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code!);
    beforeAll(async () => {
      for (const name of ['milky-way', 'coffee', 'dog', 'meadow'])
        await cp(join(REPOSITORY, `examples/inputs/${name}.jpg`), join(folder, `${name}.jpg`));
      const { video } = await server.client.videos.generate({ prompt: 'a woman waves', duration: 2 });
      await writeFile(join(folder, 'portrait.mp4'), await server.client.download(video.url!));
    });

    it.each(examples.map((code, index) => [code.trim().split('\n')[0], code, index] as const))(
      '%s',
      async (_, code, index) => {
        expect(await node(`${prelude}${code}`, `example-${index}.mjs`)).toMatchObject({ stderr: '', code: 0 });
      },
    );

    it('left what it promises', async () => {
      const image = async (name: string) => probeImage(await readFile(join(folder, name)));
      const video = async (name: string) => probeVideo(await readFile(join(folder, name)));
      expect(await image('tokyo.jpg')).toMatchObject({ format: 'jpeg', width: 1024, height: 1024 });
      expect(await video('rocket.mp4')).toMatchObject({ width: 1280, height: 720, frameCount: 240 });
      expect(await video('stars.mp4')).toMatchObject({ height: 480, frameCount: 288 });
      expect(await video('necklace.mp4')).toMatchObject({ frameCount: 48 });
      expect((await video('snow.mp4')).durationSeconds).toBeCloseTo(8, 1);
      expect(await image('snow.jpg')).toMatchObject({ format: 'jpeg' });
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect(examples.length).toBeGreaterThan(8);
    });
  });

  it('buys nothing twice when replies are lost or refused on their way', async () => {
    const { stdout, code } = await node(
      `import { createClient } from '@openimagine/sdk';
      let lost = 0;
      const lossy = async (url, init) => {
        const response = await fetch(url, init);
        if (init.method !== 'POST' || lost++ > 0) return response;
        await response.arrayBuffer();
        throw new TypeError('fetch failed');
      };
      const { OPENIMAGINE_URL: baseUrl, OPENIMAGINE_API_KEY: apiKey } = process.env;
      const client = createClient({ baseUrl, apiKey, fetch: lossy });
      const before = await client.generations.list();
      await client.generateImage({ prompt: 'lost on its way' });
      const headers = { 'x-openimagine-scenario': 'rate-limited;retry_after=1;times=1' };
      await client.submit.generateVideo({ prompt: 'refused at first', duration: 1 }, { headers });
      const after = await client.generations.list();
      console.log(after.totals.count - before.totals.count);`,
      'lossy.mjs',
    );
    expect([code, stdout]).toEqual([0, '2\n']);
  });

  it('polls through empty answers where events are not to be had', async () => {
    const { stdout, code } = await node(
      `import { createClient } from '@openimagine/sdk';
      const asked = [];
      const withoutEvents = (url, init) => {
        asked.push(new URL(url).pathname.split('/').at(-1));
        return url.endsWith('/events') ? new Response('{}', { status: 405 }) : fetch(url, init);
      };
      const { OPENIMAGINE_URL: baseUrl, OPENIMAGINE_API_KEY: apiKey } = process.env;
      const client = createClient({ baseUrl, apiKey, fetch: withoutEvents });
      const headers = { 'x-openimagine-scenario': 'empty-202, slow;seconds=1' };
      const video = await client.generateVideo({ prompt: 'a fox', duration: 1 }, { headers, pollMs: 100 });
      console.log(video.duration, asked.filter((name) => name === 'events').length, asked.length > 4);`,
      'polling.mjs',
    );
    expect([code, stdout]).toEqual([0, '1 1 true\n']);
  });

  it('asks for nothing that xAI would refuse: a strict key takes all of it', async () => {
    const managementKey = (await readFile(join(server.dataDir, 'management-key'), 'utf8')).trim();
    const manager = createManagementClient({ baseUrl: server.url, managementKey });
    const { apiKey } = await manager.create({ name: 'strict', settings: { strict: true } });
    const strict = createClient({ baseUrl: server.url, apiKey });
    const { image } = await strict.generateImage({ prompt: 'a fox', aspectRatio: '16:9', n: 2, resolution: '2k' });
    const edited = await strict.editImage({ prompt: 'both', image: [image, await image.bytes()] });
    const video = await strict.generateVideo({ image: edited.image, duration: 2, resolution: '720p' });
    await strict.generateVideo({ prompt: '<IMAGE_0>', referenceImages: [image], duration: 1 });
    const snow = await strict.editVideo({ prompt: 'make it snow', video });
    const file = await strict.files.upload(await snow.blob(), { filename: 'snow.mp4' });
    const storage = { filename: 'long.mp4', expiresAfterSeconds: 3_600 };
    const long = await strict.extendVideo({ prompt: 'on', video: { fileId: file.id }, duration: 2, storage });
    expect(long.file).toMatchObject({ filename: 'long.mp4', expiresAt: expect.any(Date) });
    await expect(strict.generateImage({ prompt: 'a fox', seed: 1 })).rejects.toMatchObject({ status: 400 });
  });

  it('is small: what a page loads of it, packed as servers pack it', async () => {
    const names = (await readdir(join(packed, 'dist'))).filter((name) => name.endsWith('.js'));
    const code = await Promise.all(names.map((name) => readFile(join(packed, 'dist', name))));
    expect(gzipSync(Buffer.concat(code)).length).toBeLessThan(15_000);
  });

  const executablePath = findProgram('chromium');
  describe.skipIf(executablePath === undefined)('in Chromium', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser.close();
    });

    /** A page of the server's own origin, as behind one proxy. */
    const open = async (html: string) => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('dialog', (dialog) => void dialog.accept(server.apiKey));
      await page.route(`${server.url}/sdk/*`, async (route) => {
        const name = new URL(route.request().url()).pathname.slice('/sdk/'.length);
        await route.fulfill({ path: join(packed, 'dist', name), contentType: 'text/javascript' });
      });
      await page.route(`${server.url}/page`, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
      await page.goto(`${server.url}/page`);
      return { page, errors };
    };

    it('the page of the README shows its picture', async () => {
      const readme = await readFile(join(packed, 'README.md'), 'utf8');
      const { page, errors } = await open(/^```html\n(.*?)^```$/ms.exec(readme)![1]!);
      const width = "document.querySelector('#picture').naturalWidth";
      await expect.poll(() => page.evaluate(width), { timeout: 30_000 }).toBe(1024);
      expect(errors).toEqual([]);
      await page.close();
    });

    it('uploads, follows a video, cancels one, and says that it cannot save', async () => {
      const { page, errors } = await open('<title>sdk</title>');
      const told = await page.evaluate(`(async () => {
        const { createClient } = await import('/sdk/index.js');
        const client = createClient({ baseUrl: location.origin, apiKey: ${JSON.stringify(server.apiKey)} });
        const { image } = await client.generateImage({ prompt: 'a fox', responseFormat: 'b64_json' });
        const file = await client.files.upload((await image.blob()).stream(), { filename: 'fox.jpg' });
        const shown = [];
        const video = await client.generateVideo(
          { image: { fileId: file.id }, duration: 1 },
          { onProgress: (percent) => shown.push(percent), headers: { 'x-openimagine-scenario': 'slow;seconds=1' } },
        );
        const { type } = await video.blob();
        const refused = await video.save('a.mp4').catch(({ code, message }) => ({ code, message }));
        const slow = { headers: { 'x-openimagine-scenario': 'stuck' } };
        const stuck = await client.submit.generateVideo({ prompt: 'a fox' }, slow);
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 200);
        const aborted = await stuck.wait({ signal: stop.signal, cancelOnAbort: true }).catch(({ code }) => code);
        return { name: file.filename, type, last: shown.at(-1), refused, aborted, stuck: (await stuck.status()).status };
      })()`);
      expect(told).toEqual({
        name: 'fox.jpg',
        type: 'video/mp4',
        last: 100,
        refused: { code: 'not-saved', message: expect.stringContaining('Node only') },
        aborted: 'aborted',
        stuck: 'failed',
      });
      expect(errors).toEqual([]);
      await page.close();
    });
  });
});
