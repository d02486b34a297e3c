import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FileList, ImageResponse, VideoStatus } from '@openimagine/contract';
import type { ObjectStore } from '@openimagine/storage';
import { openFsStore, StorageError } from '@openimagine/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDoor, type TestDoor } from './test-door.ts';
import { createTestEngine } from './test-engine.ts';
import { fileObjects, startTestServer, type TestServer, until } from './test-server.ts';

const HOUR_MS = 3_600_000;
/** Of attempts: each test may make it shorter. */
const DEADLINE_MS = 60_000;

let server: TestServer;
let door: TestDoor;
let deadlineMs = DEADLINE_MS;
beforeAll(async () => {
  server = await startTestServer(createTestEngine(), {
    allowPrivateFetch: true,
    settings: { deadlineMs: () => deadlineMs },
  });
  door = await openTestDoor(server);
});
afterAll(async () => {
  await door.http.close();
  await server.close();
});

type DoneVideo = Extract<VideoStatus, { status: 'done' }>;

const doneVideo = async (
  fields: object,
  { post, send }: Pick<TestDoor, 'post' | 'send'> = door,
): Promise<DoneVideo> => {
  const { request_id } = (await (
    await post('/v1/videos/generations', { prompt: 'a fox', duration: 1, ...fields })
  ).json()) as { request_id: string };
  let status: VideoStatus | undefined;
  await until(async () => {
    status = VideoStatus.parse(await (await send(`/v1/videos/${request_id}`)).json());
    return status.status !== 'pending';
  });
  if (status?.status !== 'done') throw new Error(`the video ended as ${JSON.stringify(status)}`);
  return status;
};
/** A site that uploads go to. */
const bucket = async (
  answer: (call: number, response: ServerResponse) => void,
  work: (url: string, calls: { method: string; type: string | undefined; body: string }[]) => Promise<void>,
): Promise<void> => {
  const calls: { method: string; type: string | undefined; body: string }[] = [];
  const site = createServer(async (request: IncomingMessage, response) => {
    const body = (await buffer(request)).toString();
    calls.push({ method: request.method!, type: request.headers['content-type'], body });
    answer(calls.length, response);
    response.end();
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(site.address() as AddressInfo).port}/put?signature=abc`, calls);
  } finally {
    site.closeAllConnections();
    site.close();
  }
};

describe('files made of results', () => {
  it('are told beside the result, listed, and public when that was asked for', async () => {
    const { video } = await doneVideo({
      storage_options: { filename: 'fox.mp4', expires_after: 7_200, public_url: { expires_after: 3_600 } },
    });
    expect(video.url).toContain('/assets/');
    const stored = video.file_output!;
    expect(stored).toMatchObject({ filename: 'fox.mp4', public_url: expect.stringContaining('/public/') });
    expect(stored.expires_at! - stored.public_url_expires_at!).toBe(3_600);
    expect(await (await fetch(stored.public_url!)).text()).toMatch(/^video.generate a fox/);
    const { data } = FileList.parse(await (await door.send('/v1/files')).json());
    expect(data[0]).toMatchObject({ id: stored.file_id, filename: 'fox.mp4' });
  });

  it('have numbers where there are several', async () => {
    const response = await door.post('/v1/images/generations', {
      prompt: 'a fox',
      n: 3,
      storage_options: { filename: 'garden.jpg', public_url: true },
    });
    const { data } = ImageResponse.parse(await response.json());
    expect(data.map(({ file_output }) => file_output?.filename)).toEqual([
      'garden.jpg',
      'garden-2.jpg',
      'garden-3.jpg',
    ]);
    for (const { file_output } of data) {
      expect(file_output?.expires_at).toBeUndefined();
      expect((await fetch(file_output!.public_url!)).status).toBe(200);
    }
  });

  it('outlive the result itself', async () => {
    const { video } = await doneVideo({ storage_options: { filename: 'kept.mp4' } });
    server.advance(25 * HOUR_MS);
    await server.context.sweep();
    expect((await fetch(video.url!)).status).toBe(410);
    expect((await door.send(`/v1/files/${video.file_output!.file_id}/content`)).status).toBe(200);
  });

  it.each([
    [{ filename: '' }],
    [{}],
    [{ filename: 'a', expires_after: 2_592_001 }],
    [{ filename: 'a', public_url: { expires_after: 60 } }],
    ['a.mp4'],
  ])('are refused before anything is made: %j', async (storage_options) => {
    const response = await door.post('/v1/videos/generations', { prompt: 'a fox', storage_options });
    expect([400, 422]).toContain(response.status);
  });
});

describe('a result that is put elsewhere', () => {
  const finished = async (upload_url: string): Promise<DoneVideo['video']> =>
    (await doneVideo({ output: { upload_url } })).video;

  it('is sent there whole, tried again after a failure that may pass, and named nowhere else', async () => {
    await bucket(
      (call, response) => (response.statusCode = call === 1 ? 503 : 200),
      async (url, calls) => {
        const video = await finished(url);
        expect(video.url).toBeNull();
        expect(video.storage_error).toBeUndefined();
        expect(calls).toHaveLength(2);
        expect(calls[1]).toMatchObject({
          method: 'PUT',
          type: 'video/mp4',
          body: expect.stringMatching(/^video\.generate a fox/),
        });
      },
    );
  });

  it.each(['ftp://bucket.example/a', 'http://user@bucket.example/a', 'http://:secret@bucket.example/a', 'bucket'])(
    'is not made where it is to go to %s',
    async (upload_url) => {
      const order = { prompt: 'a fox', duration: 1, output: { upload_url } };
      const body = await door.expectError(await door.post('/v1/videos/generations', order), 'invalid-argument');
      expect(body.details).toEqual([{ input: 'output.upload_url', reason: 'wrong-value' }]);
    },
  );

  it('is handed out as ever when it is not taken there', async () => {
    await bucket(
      (_call, response) => (response.statusCode = 403),
      async (url, calls) => {
        const video = await finished(url);
        expect(calls).toHaveLength(1);
        expect(video.storage_error).toContain('403');
        expect((await fetch(video.url!)).status).toBe(200);
      },
    );
  });
});

describe('a result that is slow to deliver', () => {
  it('is done all the same, however long its attempt may take', async () => {
    deadlineMs = 1_500;
    try {
      await bucket(
        // With the pauses in between three seconds pass.
        (call, response) => (response.statusCode = call < 3 ? 503 : 200),
        async (upload_url, calls) => {
          const { video } = await doneVideo({ output: { upload_url } });
          expect([calls.length, video.url, video.storage_error]).toEqual([3, null, undefined]);
        },
      );
    } finally {
      deadlineMs = DEADLINE_MS;
    }
  });

  it('leaves no copy behind when its caller wants it no more', async () => {
    const before = await fileObjects(server);
    await bucket(
      (_call, response) => (response.statusCode = 503),
      async (upload_url, calls) => {
        const order = { prompt: 'a fox', duration: 1, output: { upload_url }, storage_options: { filename: 'a.mp4' } };
        const { request_id } = (await (await door.post('/v1/videos/generations', order)).json()) as {
          request_id: string;
        };
        await until(() => calls.length > 0);
        expect(await fileObjects(server, before)).toHaveLength(1);
        expect((await door.send(`/v1/videos/${request_id}`, { method: 'DELETE' })).status).toBe(200);
        await until(async () => (await fileObjects(server, before)).length === 0);
      },
    );
  });
});

describe('a storage that fails', () => {
  /** A server whose store does otherwise in one thing. */
  const startWith = async (
    files: AsyncDisposableStack,
    otherwise: (whole: ObjectStore) => Partial<ObjectStore>,
  ): Promise<TestDoor> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'openimagine-test-store-'));
    files.defer(() => rm(dataDir, { recursive: true, force: true }));
    const whole = await openFsStore(dataDir);
    const failing = await startTestServer(createTestEngine(), { store: { ...whole, ...otherwise(whole) } });
    files.defer(() => failing.close());
    const opened = await openTestDoor(failing);
    files.defer(() => opened.http.close());
    return opened;
  };

  it('fails no generation: the result is there, and says what is not', async () => {
    await using files = new AsyncDisposableStack();
    const { post } = await startWith(files, (whole) => ({
      put: async (key, body, options) => {
        if (key.startsWith('files/')) throw new StorageError('no_space', 'The disk is full');
        return whole.put(key, body, options);
      },
    }));
    const response = await post('/v1/images/generations', { prompt: 'a fox', storage_options: { filename: 'a.jpg' } });
    const { data } = ImageResponse.parse(await response.json());
    expect(data[0]).toMatchObject({ storage_error: expect.stringContaining('could not be stored') });
    expect(data[0]?.file_output).toBeUndefined();
    expect((await fetch(data[0]!.url!)).status).toBe(200);
  });

  it('fails no generation whose result is to go elsewhere, and cannot be read just then', async () => {
    await using files = new AsyncDisposableStack();
    let failures = 0;
    const { post, send } = await startWith(files, (whole) => ({
      get: async (key, range) => {
        if (failures++ < 3) throw new StorageError('unavailable', 'The disk does not answer');
        return whole.get(key, range);
      },
    }));
    const { video } = await doneVideo({ output: { upload_url: 'http://127.0.0.1:9/a' } }, { post, send });
    expect(video.storage_error).toContain('cannot be read just now');
    expect((await fetch(video.url!)).status).toBe(200);
  });

  it('says of an address that is nobody else to reach that it must be public', async () => {
    await using files = new AsyncDisposableStack();
    const { video } = await doneVideo(
      { output: { upload_url: 'http://127.0.0.1:9/a' } },
      await startWith(files, () => ({})),
    );
    expect(video.storage_error).toContain('not on the public internet. Name one that is');
    expect(video.storage_error).not.toContain('data URL');
  });
});
