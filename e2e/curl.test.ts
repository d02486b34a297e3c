import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { probeImage } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSuite } from './compatibility.ts';
import { findProgram } from './requirements.ts';
import { runProgram, type ServerProcess, startServer } from './server-process.ts';

const curl = findProgram('curl');

/** The commands of a published article about the API; host and key are the only words that differ. */
const IMAGE_COMMAND = `curl -X POST https://api.x.ai/v1/images/generations   -H "Content-Type: application/json"   -H "Authorization: Bearer $XAI_API_KEY"   -d '{"model": "grok-imagine-image", "prompt": "A neon-lit Tokyo street at 3am, rain on the pavement, cinematic"}'`;
const VIDEO_COMMAND = `curl -X POST https://api.x.ai/v1/videos/generations   -H "Content-Type: application/json"   -H "Authorization: Bearer $XAI_API_KEY"   -d '{
    "model": "grok-imagine-video",
    "prompt": "A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background",
    "duration": 10,
    "aspect_ratio": "16:9",
    "resolution": "720p"
  }'`;

describe.skipIf(curl === undefined)('curl, with the commands of the article', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const shell = async (command: string): Promise<unknown> => {
    const ours = command.replace('https://api.x.ai', server.url).replace('curl ', 'curl -sS ');
    const { stdout, stderr, code } = await runProgram('sh', ['-c', ours], { env: { XAI_API_KEY: server.apiKey } });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout);
  };

  const { works, end } = clientSuite(6, 'curl, with the commands of a published article');

  works('a picture, whose URL needs no key', async () => {
    const reply = (await shell(IMAGE_COMMAND)) as { data: { url: string; mime_type: string }[]; usage: object };
    expect(reply.usage).toEqual({ cost_in_usd_ticks: 200_000_000 });
    const file = join(server.dataDir, 'picture.jpg');
    expect((await runProgram('curl', ['-sSf', '-o', file, reply.data[0]!.url])).code).toBe(0);
    expect(probeImage(await readFile(file))).toMatchObject({ format: 'jpeg', width: 1024, height: 1024 });
  });

  works('a video, pending and then done', async () => {
    const { request_id } = (await shell(VIDEO_COMMAND)) as { request_id: string };
    const first = await server.client.videos.get(request_id);
    expect(first.status).toBe('pending');
    await expect
      .poll(async () => (await server.client.videos.get(request_id)).status, { timeout: 240_000, interval: 500 })
      .toBe('done');
    expect(await server.client.videos.get(request_id)).toMatchObject({
      status: 'done',
      progress: 100,
      video: { duration: 10, respect_moderation: true },
      usage: { cost_in_usd_ticks: 7_000_000_000 },
    });
  });

  end();
});
