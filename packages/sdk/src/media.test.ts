import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { against, type Reply } from '../test/scripted-server.ts';
import type { GeneratedImage } from './index.ts';

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
const WHOLE: Reply = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: BYTES };
const BROKEN: Reply = { ...WHOLE, brokenAfter: 100_000 };

describe('a result', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openimagine-sdk-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** A picture whose bytes the server sends so. */
  async function picture(...replies: Reply[]): Promise<AsyncDisposable & { image: GeneratedImage }> {
    const server = await against((call, index) =>
      call.method === 'POST'
        ? { status: 200, body: { model: 'm', data: [{ url: `http://${call.headers.host}/a.jpg` }] } }
        : replies[Math.min(index, replies.length) - 1]!,
    );
    const { image } = await server.client.generateImage({ prompt: 'a' });
    return { image, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  }

  it('can be read in every way', async () => {
    await using server = await picture(WHOLE);
    const { image } = server;
    expect(await image.bytes()).toEqual(BYTES);
    const blob = await image.blob();
    expect([blob.type, blob.size]).toEqual(['image/jpeg', BYTES.length]);
    expect(new Uint8Array(await new Response(await image.stream()).arrayBuffer())).toEqual(BYTES);
    await image.save(join(folder, 'a.jpg'));
    expect(new Uint8Array(await readFile(join(folder, 'a.jpg')))).toEqual(BYTES);
  });

  it('that breaks off on its way is fetched again, and a file never holds half of it', async () => {
    await using server = await picture(BROKEN, WHOLE);
    await server.image.save(join(folder, 'b.jpg'));
    expect((await readFile(join(folder, 'b.jpg'))).length).toBe(BYTES.length);
    await using broken = await picture(BROKEN);
    await expect(broken.image.save(join(folder, 'c.jpg'))).rejects.toMatchObject({ code: 'unreachable' });
    expect((await readdir(folder)).filter((name) => name.startsWith('c') || name.endsWith('.part'))).toEqual([]);
  });

  it('that breaks off while its stream is read says so', async () => {
    await using server = await picture(BROKEN);
    const read = new Response(await server.image.stream()).arrayBuffer();
    await expect(read).rejects.toMatchObject({
      name: 'OpenImagineError',
      code: 'unreachable',
      message: expect.stringMatching(/^The answer of http:\/\/127\.0\.0\.1:\d+ broke off \(.+\)\.$/),
    });
  });

  it('that has expired says so', async () => {
    await using server = await picture({ status: 410, body: { code: 'gone', error: 'It has expired.' } });
    await expect(server.image.bytes()).rejects.toMatchObject({ code: 'gone', status: 410 });
  });

  it('says where it cannot be saved', async () => {
    await using server = await picture(WHOLE);
    const refused = server.image.save(join(folder, 'nowhere', 'a.jpg'));
    await expect(refused).rejects.toMatchObject({ code: 'not-saved', message: expect.stringMatching(/nowhere/) });
  });

  it('whose bytes came with the reply needs no other call', async () => {
    await using server = await against([
      { status: 200, body: { model: 'm', data: [{ b64_json: '/9j/4A==', url: 'http://localhost/a.jpg' }] } },
    ]);
    const { image } = await server.client.generateImage({ prompt: 'a', responseFormat: 'b64_json' });
    expect(await image.bytes()).toEqual(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    expect(image.url).toBe('http://localhost/a.jpg');
    expect(server.seen).toHaveLength(1);
  });

  it('whose bytes are no base64 is a reply that cannot be read', async () => {
    await using server = await against([{ status: 200, body: { model: 'm', data: [{ b64_json: '***' }] } }]);
    const { image } = await server.client.generateImage({ prompt: 'a' });
    await expect(image.bytes()).rejects.toMatchObject({ name: 'OpenImagineError', code: 'bad-reply' });
    await expect(image.stream()).rejects.toMatchObject({ name: 'OpenImagineError', code: 'bad-reply' });
    await expect(image.save('')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
