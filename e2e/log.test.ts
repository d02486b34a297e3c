import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CANARY, type ServerProcess, startServer } from './server-process.ts';

const KEY = `${CANARY}-key`;
const PROMPT = `${CANARY} a fox in the snow`;
const JPEG_HEAD = `data:image/jpeg;base64,${Buffer.from(`no picture ${CANARY}`).toString('base64')}`;

/** What the emulator can make go wrong. */
const SCENARIOS = [
  'moderated-prompt',
  'moderated-output',
  'payment-required',
  'rate-limited;retry_after=0',
  'failed;code=internal_error',
  'expired',
  'http-503',
  'dead-url',
  'empty-202',
  CANARY,
];

/** Keys and prompts with a canary in them go through all that can be done with a server; `stop` looks into the log. */
describe('the log at level debug', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    const args = ['--emulate', '--latency', 'instant'];
    server = await startServer({ args, env: { OPENIMAGINE_API_KEY: KEY } });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  const send = async (to: ServerProcess, path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${to.apiKey}`, 'content-type': 'application/json', ...init.headers };
    const response = await fetch(to.url + path, { ...init, headers });
    const text = await response.text();
    return text.startsWith('{') ? JSON.parse(text) : text;
  };
  const post = (to: ServerProcess, path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(to, path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers });
  /** @returns How it ended. */
  const video = async (to: ServerProcess, fields: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const body = { prompt: PROMPT, duration: 1, user: CANARY, ...fields };
    const { request_id } = (await post(to, '/v1/videos/generations', body, headers)) as { request_id?: string };
    if (request_id === undefined) return undefined;
    return await send(to, `/v1/videos/${request_id}?wait=30`);
  };

  it('tells nothing of what works', async () => {
    const options = { storage_options: { filename: `${CANARY}.mp4`, public_url: true } };
    expect(await video(server, options)).toMatchObject({ status: 'done' });
    const headers = { 'idempotency-key': CANARY };
    const picture = { prompt: PROMPT, response_format: 'b64_json' };
    expect(await post(server, '/v1/images/generations', picture, headers)).toHaveProperty('data');
    expect(await post(server, '/v1/images/generations', { ...picture, seed: 1 }, headers)).toHaveProperty('code');
    expect(await send(server, `/v1/files?filter=${encodeURIComponent(`name = "${CANARY}"`)}`)).toHaveProperty('data');
  });

  it('tells nothing of what cannot be read, is not allowed, or is not there', async () => {
    for (const body of [`{"prompt": ${CANARY}`, `"${CANARY}"`, { prompt: [CANARY] }, { prompt: PROMPT, model: CANARY }])
      expect(await post(server, '/v1/images/generations', body)).toHaveProperty('code');
    expect(await post(server, '/v1/images/generations', CANARY, { 'content-type': CANARY })).toHaveProperty('code');
    for (const image of [JPEG_HEAD, `https://nowhere.invalid/${CANARY}?token=${CANARY}`, `http://127.0.0.1/${CANARY}`])
      expect(await post(server, '/v1/images/edits', { prompt: PROMPT, image: { url: image } })).toHaveProperty('code');
    expect(await send(server, `/v1/${CANARY}`)).toHaveProperty('code');
    expect(await send(server, `/v1/videos/${CANARY}`)).toHaveProperty('code');
    expect(await send(server, '/v1/models', { headers: { authorization: `Bearer xai-${CANARY}` } })).toHaveProperty(
      'code',
    );
    const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="${CANARY}"\r\n\r\n${CANARY}`;
    expect(await post(server, '/v1/files', form, { 'content-type': 'multipart/form-data; boundary=x' })).toHaveProperty(
      'code',
    );
  });

  it('tells nothing of what goes wrong later', async () => {
    for (const scenario of SCENARIOS) {
      await video(server, {}, { 'x-openimagine-scenario': scenario });
      await post(server, '/v1/images/generations', { prompt: PROMPT }, { 'x-openimagine-scenario': scenario });
    }
    const dead = `http://nowhere.invalid/${CANARY}?secret=${CANARY}`;
    await video(server, { webhook_url: dead, output: { upload_url: dead } });
    expect(server.log()).toContain('attempt-failed');
    expect(server.log()).toContain('result-not-uploaded');
  });

  it('tells nothing of what an upstream says of a prompt', async () => {
    let answer = { status: 400, body: '' };
    const upstream = createServer((_request, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => upstream.once('listening', resolve));
    const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    const front = await startServer({
      env: { OPENIMAGINE_UPSTREAM_URL: url, OPENIMAGINE_UPSTREAM_API_KEY: KEY, OPENIMAGINE_API_KEY: KEY },
    });
    try {
      for (const said of [
        { status: 400, body: JSON.stringify({ code: 'invalid-argument', error: `no "${CANARY}" here,\n${CANARY}` }) },
        { status: 401, body: JSON.stringify({ error: { message: `Incorrect API key: ${KEY}` } }) },
        { status: 200, body: `<html>${CANARY}` },
        { status: 500, body: CANARY },
      ]) {
        answer = said;
        await post(front, '/v1/images/generations', { prompt: PROMPT });
        await video(front, {});
      }
      expect(front.log().match(/attempt-failed/g)?.length).toBeGreaterThan(3);
    } finally {
      upstream.close();
      await front[Symbol.asyncDispose]();
    }
  });
});
