import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from './requirements.ts';
import { newFolder, REPOSITORY, runProgram, type ServerProcess, startServer } from './server-process.ts';

const EXAMPLES = join(REPOSITORY, 'examples');

describe('the examples', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  /** Runs one as its README says, in a folder of its own. */
  async function run(program: string, path: string, keyName: string) {
    const cwd = await newFolder();
    // A URL is often copied with a slash at its end.
    const env = { OPENIMAGINE_URL: `${server.url.replace('127.0.0.1', 'localhost')}/`, [keyName]: server.apiKey };
    const result = await runProgram(
      'env',
      ['-u', 'OPENIMAGINE_API_KEY', '-u', 'XAI_API_KEY', ...given(env), program, join(EXAMPLES, path)],
      { cwd },
    );
    expect(result).toMatchObject({ stderr: '', code: 0 });
    return {
      stdout: result.stdout,
      image: async (name: string) => probeImage(await readFile(join(cwd, name))),
      video: async (name: string) => probeVideo(await readFile(join(cwd, name))),
      [Symbol.asyncDispose]: () => rm(cwd, { recursive: true }),
    };
  }

  it.skipIf(findProgram('curl') === undefined)('curl: a picture, a video of it, an edit of that', async () => {
    await using made = await run('sh', 'curl/main.sh', 'XAI_API_KEY');
    expect(made.stdout).toBe('lighthouse.jpg\nlighthouse.mp4\nlighthouse-night.mp4\n');
    expect(await made.image('lighthouse.jpg')).toMatchObject({ format: 'jpeg', width: 1360, height: 768 });
    const clip = await made.video('lighthouse.mp4');
    expect(clip).toMatchObject({ height: 480, frameCount: 48, audio: { channels: 2 } });
    const { width, height, frameCount } = clip;
    expect(await made.video('lighthouse-night.mp4')).toMatchObject({ width, height, frameCount });
  });

  it.skipIf(findProgram('curl') === undefined)('curl: says what the API says when it refuses, and stops', async () => {
    const cwd = await newFolder();
    const env = { OPENIMAGINE_URL: server.url, OPENIMAGINE_API_KEY: 'wrong' };
    const { code, stdout, stderr } = await runProgram('sh', [join(EXAMPLES, 'curl/main.sh')], { cwd, env });
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(/"error": *"Incorrect API key/)]);
    expect(await readdir(cwd)).toEqual([]);
    await rm(cwd, { recursive: true });
  });

  it("openai: a picture and a video of it, by OpenAI's client", async () => {
    await using made = await run(process.execPath, 'openai/main.mjs', 'OPENIMAGINE_API_KEY');
    expect(made.stdout).toBe('fox.jpg\nfox.mp4 2 s\n');
    expect(await made.image('fox.jpg')).toMatchObject({ format: 'jpeg', width: 1024, height: 1024 });
    expect(await made.video('fox.mp4')).toMatchObject({ width: 720, height: 720, frameCount: 48 });
  });

  it('ai-sdk: a picture, a video of it, an edit of that', async () => {
    await using made = await run(process.execPath, 'ai-sdk/main.mjs', 'XAI_API_KEY');
    expect(made.stdout).toBe('fox.jpg\nfox.mp4\nfox-grey.mp4\n');
    expect(await made.image('fox.jpg')).toMatchObject({ format: 'jpeg', width: 1360, height: 768 });
    expect(await made.video('fox.mp4')).toMatchObject({ height: 480, frameCount: 48 });
    expect(await made.video('fox-grey.mp4')).toMatchObject({ height: 480, frameCount: 48 });
  });

  it('typescript-sdk: a picture, a price, a video with progress', async () => {
    await using made = await run(process.execPath, 'typescript-sdk/main.ts', 'OPENIMAGINE_API_KEY');
    expect(made.stdout).toMatch(/lighthouse\.jpg: .*\n.*would cost \$0\.152\.\n(\d+ %\n)+lighthouse\.mp4: 3 s until /);
    expect(await made.image('lighthouse.jpg')).toMatchObject({ format: 'jpeg', width: 1360, height: 768 });
    expect(await made.video('lighthouse.mp4')).toMatchObject({ height: 480, frameCount: 72 });
  });
});

function given(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}
