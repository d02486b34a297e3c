import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileBody, FileList } from '@openimagine/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteFile } from '../src/operations/delete-file.ts';
import { publishFile, revokeFile } from '../src/operations/publish-file.ts';
import { openTestDoor, TEST_KEY, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { fileObjects, startTestServer, type TestServer, until } from './test-server.ts';

let server: TestServer;
let door: TestDoor;
beforeAll(async () => {
  server = await startTestServer(createTestEngine());
  door = await openTestDoor(server);
});
afterAll(async () => {
  await door.http.close();
  await server.close();
});

const upload = async (filename: string, purpose = '', headers: Record<string, string> = {}): Promise<Response> => {
  const data = new FormData();
  data.append('purpose', purpose);
  data.append('file', new Blob(['content']), filename);
  return door.send('/v1/files', { method: 'POST', body: data, headers });
};
const uploaded = async (filename: string, purpose = ''): Promise<FileBody> =>
  FileBody.parse(await (await upload(filename, purpose)).json());
const filtered = async (filter: string): Promise<Response> =>
  door.send(`/v1/files?filter=${encodeURIComponent(filter)}`);
const publish = ({ id }: FileBody) => publishFile(server.context, server.caller, id, undefined);
const revoke = ({ id }: FileBody) => revokeFile(server.context, server.caller, id);
const times = <T>(count: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, work));

describe('a public URL', () => {
  it.each(['語'.repeat(255), 'a'.repeat(255), '..', 'a/..', '100%.txt', '?#&.txt'])(
    'of a file called %j can be opened',
    async (filename) => {
      const { id } = await uploaded(filename);
      const { public_url } = (await (await door.post(`/v1/files/${id}/public-url`, {})).json()) as {
        public_url: string;
      };
      const got = await fetch(public_url);
      expect([got.status, await got.text()]).toEqual([200, 'content']);
      // It may be taken back at any moment, so nobody keeps it without asking.
      expect(got.headers.get('cache-control')).toContain('no-cache');
    },
  );

  it('does not come back to life when it is revoked while others renew it', async () => {
    const file = await uploaded('renewed.txt');
    const { token } = (await publish(file)).published!;
    const renewals = times(10, () => publish(file));
    const revoked = revoke(file);
    await Promise.all([renewals, revoked, times(10, () => publish(file))]);
    expect((await fetch(`${door.url}/public/${token}/renewed.txt`)).status).toBe(404);
  });

  it('is one, though many ask for it at once', async () => {
    const file = await uploaded('asked.txt');
    const tokens = (await times(8, () => publish(file))).map(({ published }) => published?.token);
    expect(new Set(tokens).size).toBe(1);
  });

  it('is taken back once, though many take it back at once', async () => {
    const file = await uploaded('taken.txt');
    await publish(file);
    expect((await times(8, () => revoke(file))).filter(Boolean)).toHaveLength(1);
  });

  it('opens nothing once its file is deleted, whichever of them came first', async () => {
    const file = await uploaded('deleted.txt');
    const deleted = deleteFile(server.context, server.caller, file.id);
    const outcomes = await Promise.allSettled([publish(file), publish(file)]);
    await deleted;
    const tokens = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value.published!.token] : [],
    );
    const statuses = await Promise.all(
      tokens.map(async (token) => (await fetch(`${door.url}/public/${token}/deleted.txt`)).status),
    );
    expect(statuses).toEqual(tokens.map(() => 404));
    await expect(publish(file)).rejects.toThrow(/no file/i);
    const kept = await server.context.database.query
      .selectFrom('files')
      .where('public_token', 'is not', null)
      .where('deleted_at', 'is not', null)
      .select('id')
      .execute();
    expect(kept).toEqual([]);
  });
});

describe('a form', () => {
  it('with a zero character in a field is stored without it', async () => {
    expect((await uploaded('a.txt', 'a\0b')).purpose).toBe('ab');
  });

  it('that is broken off leaves nothing', async () => {
    const before = await fileObjects(server);
    const partials = (): Promise<string[]> => readdir(`${server.dataDir}/objects/.partial`);
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 10000000\r\n\r\n` +
        `--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${'half'.repeat(100_000)}`,
    );
    await until(async () => (await partials()).length === 1);
    socket.destroy();
    await until(async () => (await partials()).length === 0);
    expect(await fileObjects(server, before)).toEqual([]);
  });

  it('that never comes to its first part is cut off', async () => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\ncontent-type: multipart/form-data; boundary=x\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const block = Buffer.concat([Buffer.from('f4240\r\n'), Buffer.alloc(1_000_000, 'a'), Buffer.from('\r\n')]);
    let blocks = 0;
    for (; blocks < 200 && !socket.destroyed; blocks++) {
      if (socket.write(block)) continue;
      await Promise.race([
        new Promise((resolve) => socket.once('drain', resolve).once('close', resolve)),
        sleep(2_000),
      ]);
    }
    socket.destroy();
    expect(blocks).toBeLessThan(200);
  });
});

describe('a list of files', () => {
  it.each(['constructor = "x"', 'toString = "x"', '__proto__ = 1', 'created_at > "0000-01-01T00:00:00Z"'])(
    'is refused through %j',
    async (filter) => {
      await door.expectError(await filtered(filter), 'invalid-argument');
    },
  );

  it.each(['name = "a\0b"', 'created_at > "0001-01-01T00:00:00Z"', 'created_at < "9999-12-31T23:59:59Z"'])(
    'is given through %j',
    async (filter) => {
      expect((await filtered(filter)).status).toBe(200);
    },
  );
});

describe('an upload whose reply cannot be kept', () => {
  it('makes no file, and least of all one without a content', async () => {
    const { query } = server.context.database;
    await sql`create function refuse() returns trigger language plpgsql as 'begin
      if new.status is not null then raise exception ''refused''; end if; return new; end'`.execute(query);
    await sql`create trigger refuse before update on idempotent_replies for each row execute function refuse()`.execute(
      query,
    );
    const once = { 'idempotency-key': 'lost' };
    expect((await upload('lost.txt', '', once)).status).toBe(500);
    await sql`drop trigger refuse on idempotent_replies`.execute(query);
    const found = async (): Promise<FileBody[]> =>
      FileList.parse(await (await filtered('name = "lost.txt"')).json()).data;
    expect(await found()).toEqual([]);
    expect((await upload('lost.txt', '', once)).status).toBe(200);
    const [file, ...others] = await found();
    expect(others).toEqual([]);
    expect((await door.send(`/v1/files/${file!.id}/content`)).status).toBe(200);
  });
});

describe('a content of nobody', () => {
  it('goes after an hour, and what is a file stays', async () => {
    const { store } = server.context;
    const { id } = await uploaded('kept.txt');
    const orphan = `files/${server.context.randomUUID()}`;
    await store.put(orphan, new Uint8Array(10), { mime: 'text/plain' });
    server.advance(2 * 3_600_000);
    await server.context.sweep();
    expect(await store.head(orphan)).toBeUndefined();
    expect((await door.send(`/v1/files/${id}/content`)).status).toBe(200);
  });
});
