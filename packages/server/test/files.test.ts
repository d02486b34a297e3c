import { randomBytes } from 'node:crypto';
import { FileBody, FileList } from '@openimagine/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine, type TestEngine } from './test-engine.ts';
import { fileObjects, startTestServer, type TestServer } from './test-server.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const HOUR_MS = 3_600_000;

/** A form in the order in which its fields are given. */
function form(fields: readonly (readonly [name: string, value: string | Blob, filename?: string])[]): FormData {
  const data = new FormData();
  for (const [name, value, filename] of fields) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, value, filename ?? 'a.png');
  }
  return data;
}

describe('files', () => {
  let engine: TestEngine;
  let server: TestServer;
  let door: TestDoor;
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { allowPrivateFetch: true });
    door = await openTestDoor(server);
  });
  afterAll(async () => {
    await door.http.close();
    await server.close();
  });

  const send = (data: FormData, headers: Record<string, string> = {}): Promise<Response> =>
    door.send('/v1/files', { method: 'POST', body: data, headers });
  const upload = async (content: Uint8Array | string, filename: string, expiresAfter?: number): Promise<FileBody> => {
    const file = new Blob([typeof content === 'string' ? content : Buffer.from(content)]);
    const expiry = expiresAfter === undefined ? [] : [['expires_after', String(expiresAfter)] as const];
    const response = await send(form([...expiry, ['file', file, filename]]));
    expect(response.status).toBe(200);
    return FileBody.parse(await response.json());
  };
  const list = async (query = ''): Promise<FileList> =>
    FileList.parse(await (await door.send(`/v1/files${query}`)).json());
  const otherTeam = async (): Promise<TestDoor['send']> => {
    const { context } = server;
    const teamId = context.randomUUID();
    await context.database.query
      .insertInto('teams')
      .values({ id: teamId, name: 'other', created_at: context.now() })
      .execute();
    const { key } = await context.keys.create({ teamId, name: 'other' });
    return (path, init = {}) =>
      door.send(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  };

  it('are uploaded, read whole and in parts, and deleted', async () => {
    const content = randomBytes(100_000);
    const file = await upload(content, '../ä b<x>.png');
    expect(file).toMatchObject({
      object: 'file',
      bytes: 100_000,
      expires_at: null,
      filename: 'ä b<x>.png',
      purpose: '',
    });
    const got = await door.send(`/v1/files/${file.id}/content`);
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
    expect(got.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%C3%A4%20b%3Cx%3E.png");
    const part = await door.send(`/v1/files/${file.id}/content`, { headers: { range: 'bytes=10-19' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).equals(content.subarray(10, 20))]).toEqual([206, true]);
    const deleted = await door.send(`/v1/files/${file.id}`, { method: 'DELETE' });
    expect(await deleted.json()).toEqual({ id: file.id, object: 'file', deleted: true });
    for (const path of ['', '/content'])
      await door.expectError(await door.send(`/v1/files/${file.id}${path}`), 'not-found');
    await door.expectError(await door.send(`/v1/files/${file.id}`, { method: 'DELETE' }), 'not-found');
    await server.context.sweep();
    expect(await server.context.store.head(`files/${file.id.slice(5)}`)).toBeUndefined();
  });

  it('say by their content what they are, whatever their sender says', async () => {
    const picture = await upload(PNG, 'page.html');
    expect((await door.send(`/v1/files/${picture.id}/content`)).headers.get('content-type')).toBe('image/png');
    const page = await send(form([['file', new Blob(['<script>'], { type: 'text/html' }), 'page.html']]));
    const { id } = FileBody.parse(await page.json());
    const got = await door.send(`/v1/files/${id}/content`);
    expect(got.headers.get('content-type')).toContain('text/html');
    // Nobody's browser runs it under this server's name.
    expect(got.headers.get('content-disposition')).toContain('attachment');
    expect(got.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    [
      'expires_after behind the file',
      [
        ['file', new Blob(['a'])],
        ['expires_after', '3600'],
      ],
      400,
    ],
    [
      'the other spelling behind the file',
      [
        ['file', new Blob(['a'])],
        ['expires_after[seconds]', '3600'],
      ],
      400,
    ],
    [
      'an hour less a second',
      [
        ['expires_after', '3599'],
        ['file', new Blob(['a'])],
      ],
      400,
    ],
    [
      'more than thirty days',
      [
        ['expires_after', '2592001'],
        ['file', new Blob(['a'])],
      ],
      400,
    ],
    [
      'no number',
      [
        ['expires_after', 'soon'],
        ['file', new Blob(['a'])],
      ],
      400,
    ],
    [
      'another anchor',
      [
        ['expires_after[anchor]', 'now'],
        ['expires_after[seconds]', '3600'],
        ['file', new Blob(['a'])],
      ],
      400,
    ],
    ['no file', [['purpose', 'x']], 400],
    ['a file under another name', [['picture', new Blob(['a'])]], 400],
    [
      'two files',
      [
        ['file', new Blob(['a'])],
        ['file', new Blob(['b'])],
      ],
      400,
    ],
    ['an empty file', [['file', new Blob([])]], 400],
    ['51 MB', [['file', new Blob([new Uint8Array(51_000_000)])]], 413],
  ] as const)('refuse %s, and keep nothing of it', async (_, fields, status) => {
    const before = (await list()).data.length;
    const response = await send(form(fields));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/\w/) });
    expect((await list()).data.length).toBe(before);
  });

  it('leave no object behind when they are refused', async () => {
    const before = await fileObjects(server);
    await send(
      form([
        ['file', new Blob(['a'])],
        ['expires_after', '3600'],
      ]),
    );
    await send(form([['file', new Blob([new Uint8Array(51_000_000)])]]));
    expect(await fileObjects(server, before)).toEqual([]);
  });

  it('refuse what is no form', async () => {
    await door.expectError(await door.post('/v1/files', { file: 'x' }), 'unsupported-media-type');
    const broken = await door.send('/v1/files', {
      method: 'POST',
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).toBe(400);
    expect(
      (await door.send('/v1/files', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }))
        .status,
    ).toBeLessThan(500);
  });

  it('take either spelling of expires_after, and are gone when their time is up', async () => {
    const flat = await upload('flat', 'flat.txt', 3_600);
    expect(flat.expires_at).toBe(flat.created_at + 3_600);
    const deep = FileBody.parse(
      await (
        await send(
          form([
            ['expires_after[anchor]', 'created_at'],
            ['expires_after[seconds]', '7200'],
            ['purpose', 'batch'],
            ['file', new Blob(['deep'])],
          ]),
        )
      ).json(),
    );
    expect([deep.expires_at, deep.purpose]).toEqual([deep.created_at + 7_200, 'batch']);
    server.advance(HOUR_MS + 1_000);
    await door.expectError(await door.send(`/v1/files/${flat.id}`), 'not-found');
    expect((await door.send(`/v1/files/${deep.id}`)).status).toBe(200);
    await server.context.sweep();
    expect(await server.context.store.head(`files/${flat.id.slice(5)}`)).toBeUndefined();
  });

  it('are listed in pages, in any order, through a filter', async () => {
    const made = [await upload('1', 'b-1.txt'), await upload('22', 'b-2.txt'), await upload('333', 'b-3.txt')];
    const pages: string[] = [];
    let token = '';
    do {
      const page = await list(
        `?limit=2&order=asc&sort_by=size&filter=${encodeURIComponent('name >= "b-1" AND name < "b-4"')}${token}`,
      );
      pages.push(page.data.map(({ filename }) => filename).join());
      token = page.pagination_token === null ? '' : `&pagination_token=${page.pagination_token}`;
    } while (token !== '');
    expect(pages).toEqual(['b-1.txt,b-2.txt', 'b-3.txt']);
    const byFilter = async (filter: string): Promise<string[]> =>
      (await list(`?order=asc&filter=${encodeURIComponent(filter)}`)).data.map(({ filename }) => filename);
    expect(await byFilter('size_bytes > 1 AND (name = "b-2.txt" OR name = "b-1.txt")')).toEqual(['b-2.txt']);
    expect(await byFilter('NOT size_bytes < 3 AND name >= "b-" AND name < "c"')).toEqual(['b-3.txt']);
    expect(await byFilter(`file_id = "${made[0]!.id}" AND expires_at = null AND public_url = null`)).toEqual([
      'b-1.txt',
    ]);
    expect(await byFilter('created_at > "2999-01-01T00:00:00Z"')).toEqual([]);
    expect((await list(`?after=${made[2]!.id}&limit=2`)).data.map(({ filename }) => filename)).toEqual([
      'b-2.txt',
      'b-1.txt',
    ]);
  });

  it.each([
    '?limit=0',
    '?limit=1001',
    '?limit=x',
    '?order=up',
    '?sort_by=color',
    '?filter=name',
    '?filter=(((',
    '?filter=name%20=',
    '?filter=size_bytes%20%3E%20%22a%22',
    '?pagination_token=nonsense',
    '?after=file_00000000-0000-0000-0000-000000000000',
    `?filter=${'NOT%20'.repeat(50)}name=1`,
  ])('refuse a list with %s', async (query) => {
    await door.expectError(await door.send(`/v1/files${query}`), 'invalid-argument');
  });

  it('are published, for as long as is said, and taken back', async () => {
    const file = await upload(PNG, 'shown.png');
    const publish = async (body?: object): Promise<{ public_url: string; expires_at?: number }> => {
      const response = await (body === undefined
        ? door.send(`/v1/files/${file.id}/public-url`, { method: 'POST' })
        : door.post(`/v1/files/${file.id}/public-url`, body));
      expect(response.status).toBe(200);
      return (await response.json()) as { public_url: string; expires_at?: number };
    };
    const first = await publish();
    expect(first.expires_at).toBeUndefined();
    const got = await fetch(first.public_url);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(first.public_url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(PNG.length));
    const second = await publish({ expires_after: 3_600 });
    expect(second.public_url).toBe(first.public_url);
    expect(FileBody.parse(await (await door.send(`/v1/files/${file.id}`)).json())).toMatchObject({
      public_url: first.public_url,
      public_url_expires_at: second.expires_at,
    });
    server.advance(HOUR_MS + 1_000);
    expect((await fetch(first.public_url)).status).toBe(410);
    const third = await publish({ expires_after: 3_600 });
    expect((await fetch(third.public_url)).status).toBe(200);
    const revoke = async (): Promise<unknown> =>
      (await door.send(`/v1/files/${file.id}/public-url/revoke`, { method: 'POST' })).json();
    expect([await revoke(), await revoke()]).toEqual([
      { id: file.id, revoked: true },
      { id: file.id, revoked: false },
    ]);
    expect((await fetch(third.public_url)).status).toBe(404);
    await door.expectError(
      await door.post(`/v1/files/${file.id}/public-url`, { expires_after: 60 }),
      'invalid-argument',
    );
  });

  it("are nobody else's: another team's key finds none of them", async () => {
    const file = await upload(PNG, 'mine.png');
    const theirs = await otherTeam();
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/content'],
      ['DELETE', ''],
      ['POST', '/public-url'],
      ['POST', '/public-url/revoke'],
    ] as const) {
      await door.expectError(await theirs(`/v1/files/${file.id}${path}`, { method }), 'not-found');
    }
    expect(FileList.parse(await (await theirs('/v1/files')).json()).data).toEqual([]);
    const edit = await theirs('/v1/images/edits', {
      method: 'POST',
      body: JSON.stringify({ prompt: 'a hat', image: { file_id: file.id } }),
      headers: { 'content-type': 'application/json' },
    });
    expect(await door.expectError(edit, 'not-found')).toMatchObject({
      details: [{ input: 'image', reason: 'not-found' }],
    });
    expect((await door.send(`/v1/files/${file.id}`)).status).toBe(200);
  });

  it('are inputs, by their id and by their public URL, under whatever host', async () => {
    const file = await upload(PNG, 'input.png');
    engine.behave({ type: 'instant' });
    const edit = (image: object): Promise<Response> => door.post('/v1/images/edits', { prompt: 'a hat', image });
    expect((await edit({ file_id: file.id })).status).toBe(200);
    const { public_url } = (await (await door.post(`/v1/files/${file.id}/public-url`, {})).json()) as {
      public_url: string;
    };
    const elsewhere = new URL(public_url);
    elsewhere.host = 'files.example';
    expect((await edit({ url: elsewhere.href })).status).toBe(200);
    expect(engine.runs.map(({ inputs }) => inputs.length)).toEqual([1, 1]);
    const text = await upload('no picture', 'a.txt');
    await door.expectError(await edit({ file_id: text.id }), 'invalid-argument');
    await door.expectError(await edit({ file_id: 'file_unknown' }), 'not-found');
  });

  it('one upload is one file, however often it is sent with the same Idempotency-Key', async () => {
    const before = (await list()).data.length;
    const objects = await fileObjects(server);
    const once = { 'idempotency-key': 'one-file' };
    const replies = await Promise.all(
      Array.from({ length: 8 }, async () =>
        (await send(form([['file', new Blob(['same']), 'same.txt']]), once)).text(),
      ),
    );
    expect(new Set(replies).size).toBe(1);
    expect((await list()).data.length).toBe(before + 1);
    await door.expectError(await send(form([['file', new Blob(['other']), 'same.txt']]), once), 'idempotency-mismatch');
    expect(await fileObjects(server, objects)).toHaveLength(1);
  });
});
