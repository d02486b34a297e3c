import { expect, it } from 'vitest';
import { against } from '../test/scripted-server.ts';

const file = (id: string) => ({
  id,
  object: 'file',
  bytes: 3,
  created_at: 1,
  expires_at: null,
  filename: 'a',
  purpose: '',
});

it('a list goes on over its pages, and asks for no more than is read', async () => {
  await using server = await against((_, index) => ({
    status: 200,
    body: {
      data: [file(`f${2 * index}`), file(`f${2 * index + 1}`)],
      pagination_token: index < 2 ? `t${index}` : null,
    },
  }));
  const ids: string[] = [];
  for await (const { id } of server.client.files.list({ filter: 'size_bytes > 1', pageSize: 2 })) ids.push(id);
  expect(ids).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5']);
  expect(server.calls()[1]).toBe('GET /v1/files?filter=size_bytes+%3E+1&limit=2&pagination_token=t0');
  for await (const { createdAt } of server.client.files.list()) {
    expect(createdAt).toEqual(new Date(1_000));
    break;
  }
  expect(server.seen).toHaveLength(4);
});

it('a stream is sent as a form, and again when that fails', async () => {
  const refused = { status: 503, body: { code: 'unavailable', error: 'No.' }, headers: { 'retry-after': '0' } };
  await using server = await against([refused, { status: 200, body: file('f1') }]);
  async function* words(): AsyncGenerator<Uint8Array> {
    for (const word of ['one ', 'two']) yield new TextEncoder().encode(word);
  }
  const { id } = await server.client.files.upload(words(), { filename: 'words.txt', purpose: 'test' });
  expect(id).toBe('f1');
  for (const { body, headers } of server.seen) {
    expect(body).toMatch(/name="purpose"\r\n\r\ntest\r\n.*filename="words\.txt"\r\n.*\r\n\r\none two\r\n/s);
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  }
});

it('a stream without end is given up, and so is what is too large', async () => {
  await using server = await against([]);
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield new Uint8Array(20_000_000);
  }
  for (const content of [endless(), new Uint8Array(50_000_001)])
    await expect(server.client.files.upload(content)).rejects.toMatchObject({ code: 'invalid-input' });
  expect(server.seen).toHaveLength(0);
});

it('files are published, taken back and deleted', async () => {
  await using server = await against([
    { status: 200, body: { public_url: 'http://localhost/public/a', expires_at: 5 } },
    { status: 200, body: { id: 'f1', revoked: true } },
    { status: 200, body: { id: 'f1', deleted: true } },
  ]);
  const { files } = server.client;
  expect(await files.publish('f1', { expiresAfterSeconds: 3600 })).toEqual({
    publicUrl: 'http://localhost/public/a',
    expiresAt: new Date(5_000),
  });
  expect(await files.revoke('f1')).toBe(true);
  await files.delete('f1');
  expect(server.seen.map(({ body }) => body)).toEqual(['{"expires_after":3600}', '{}', '']);
  expect(server.calls()).toEqual([
    'POST /v1/files/f1/public-url',
    'POST /v1/files/f1/public-url/revoke',
    'DELETE /v1/files/f1',
  ]);
});
