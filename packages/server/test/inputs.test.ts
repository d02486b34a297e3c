import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ApiError, readImageEditOrder, readVideoEditOrder, readVideoExtensionOrder } from '@openimagine/contract';
import { encodeJpeg, encodePng } from '@openimagine/media';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signAssetPath } from '../src/delivery/signed-paths.ts';
import type { Generation } from '../src/jobs/generation.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { makeFilm } from './make-film.ts';
import { openSilentSite, openSite } from './sites.ts';
import { createTestEngine, EngineError, type TestEngine } from './test-engine.ts';
import {
  imageOrder,
  ledgerSums,
  makeTeam,
  pollVideo,
  startTestServer,
  type TestServer,
  until,
  videoOrder,
} from './test-server.ts';

const RED = { width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) };

describe('what a request starts from', () => {
  let engine: TestEngine;
  let server: TestServer;
  let jpeg: Uint8Array;
  let film: Uint8Array;
  const sites: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    engine = createTestEngine();
    server = await startTestServer(engine, { allowPrivateFetch: true });
    jpeg = await encodeJpeg(RED);
    film = await makeFilm({ width: 64, height: 36, seconds: 2, audio: true });
  });
  afterEach(async () => {
    for (const site of sites.splice(0)) await site.close();
    engine.behave({ type: 'instant' });
  });
  afterAll(() => server.close());

  const site = async (files: Record<string, Uint8Array>) => {
    const opened = await openSite(files);
    sites.push(opened);
    return opened;
  };
  const dataUrl = (bytes: Uint8Array, mime = 'image/jpeg') =>
    `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
  const edit = (fields: object, idempotencyKey?: string): Promise<Generation> =>
    createImage(server.context, server.caller, readImageEditOrder({ prompt: 'make it blue', ...fields }), {
      idempotencyKey,
    });
  const refusal = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error instanceof ApiError ? `${error.code}: ${error.message}` : `${error}`),
    );
  const filesBelow = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(server.dataDir, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  const bytesGiven = async (run: number, index = 0): Promise<Buffer> =>
    Buffer.from(await new Response(await engine.runs[run]!.inputs[index]!.open()).arrayBuffer());

  it.each([
    ['a data URL', async () => ({ image: { url: dataUrl(jpeg), type: 'image_url' } })],
    ['a URL', async () => ({ image: { url: `${(await site({ '/a.jpg': jpeg })).url}/a.jpg` } })],
  ])('%s reaches the engine, byte for byte, and decides the size', async (_name, fields) => {
    engine.behave({ type: 'waiting' });
    const edited = edit(await fields());
    await until(() => engine.runs.length === 1);
    const [request] = engine.runs;
    expect(request).toMatchObject({
      operation: 'image.edit',
      inputs: [{ role: 'source', mime: 'image/jpeg', meta: { width: 30, height: 20 } }],
    });
    expect(request!.width / request!.height).toBeCloseTo(1.5, 1);
    expect((await bytesGiven(0)).equals(jpeg)).toBe(true);
    engine.finish();
    expect((await edited).billedTicks).toBe(220_000_000);
  });

  it('is deleted once the generation has ended, and only then', async () => {
    engine.behave({ type: 'waiting' });
    const edited = edit({ images: [dataUrl(jpeg), dataUrl(await encodePng(RED), 'image/png')] });
    await until(() => engine.runs.length === 1);
    await server.context.sweep();
    expect(await filesBelow('objects/inputs')).toHaveLength(2);
    expect(await filesBelow('incoming')).toEqual([]);
    engine.finish();
    await edited;
    await server.context.sweep();
    expect(await filesBelow('objects/inputs')).toEqual([]);
  });

  it('is fetched once: a retry does not need its source', async () => {
    const source = await site({ '/a.jpg': jpeg });
    const failing = new EngineError('unavailable', 'the engine was busy');
    engine.behave({ type: 'failing', error: failing }, { type: 'waiting' });
    const edited = edit({ image: `${source.url}/a.jpg` });
    await until(() => engine.runs.length === 2);
    expect((await bytesGiven(1)).equals(jpeg)).toBe(true);
    engine.finish();
    await edited;
    expect(source.asked).toEqual(['/a.jpg']);
  });

  it('is not asked for again when a request is repeated with its idempotency key', async () => {
    const source = await openSite({ '/a.jpg': jpeg });
    const first = await edit({ image: `${source.url}/a.jpg` }, 'once');
    await source.close();
    const again = await edit({ image: `${source.url}/a.jpg` }, 'once');
    expect(again.id).toBe(first.id);
    expect(await refusal(edit({ image: dataUrl(jpeg) }, 'once'))).toMatch(/^idempotency-mismatch/);
  });

  it('may be a result of this server, under whatever host, for its own team alone', async () => {
    const { context, caller } = server;
    const made = await makeOwnPicture();
    const host = 'https://images.example.com';
    expect(await refusal(edit({ image: host + made }))).toBe('accepted');
    const other = await makeTeam(server, 'other');
    const theirs = createImage(context, other, readImageEditOrder({ prompt: 'a', image: host + made }));
    expect(await refusal(theirs)).toMatch(/^not-found: `image`/);
    expect(caller.teamId).not.toBe(other.teamId);
  });

  it('says when such a result has expired', async () => {
    const made = await makeOwnPicture();
    server.advance(25 * 3_600_000);
    await server.context.sweep();
    expect(await refusal(edit({ image: `http://localhost:8080${made}` }))).toMatch(
      /^invalid-argument: `image`: this result expired at/,
    );
  });

  /** The path of a picture that this server made and really stored. */
  const makeOwnPicture = async (): Promise<string> => {
    const { context, caller } = server;
    const generation = await createImage(context, caller, imageOrder());
    const [asset] = generation.assets;
    await context.store.put(asset!.objectKey, jpeg, { mime: 'image/jpeg' });
    return signAssetPath(context.signingSecret, { assetId: asset!.id, expiresAt: asset!.expiresAt, extension: 'jpg' });
  };

  it('may be a video, which gives an edit its length and an extension its start', async () => {
    const { context, caller } = server;
    const video = dataUrl(film, 'video/mp4');
    const first = await createVideo(context, caller, readVideoEditOrder({ prompt: 'make it rain', video }));
    const second = await createVideo(
      context,
      caller,
      readVideoExtensionOrder({ prompt: 'it rains on', video, duration: 3 }),
    );
    await pollVideo(server, first.requestId);
    await pollVideo(server, second.requestId);
    const meta = { width: 64, height: 36, seconds: 2, hasAudio: true };
    expect(engine.runs).toMatchObject([
      {
        operation: 'video.edit',
        seconds: 2,
        framesPerSecond: 24,
        width: 64,
        height: 36,
        inputs: [{ role: 'video', mime: 'video/mp4', meta }],
      },
      { operation: 'video.extend', seconds: 3, inputs: [{ meta }] },
    ]);
  });

  it('keeps the order and the times of frames and references', async () => {
    const { context, caller } = server;
    const [a, b] = [dataUrl(jpeg), dataUrl(await encodePng(RED), 'image/png')];
    const order = videoOrder({
      model: 'grok-imagine-video-1.5',
      duration: 3,
      image: a,
      reference_images: [b, { url: a }],
      keyframes: [{ image: b, timestamp_s: 1 }],
      last_frame: a,
    });
    const { requestId } = await createVideo(context, caller, order);
    await pollVideo(server, requestId);
    expect(engine.runs[0]!.inputs.map(({ role, mime, atSeconds }) => [role, mime, atSeconds])).toEqual([
      ['firstFrame', 'image/jpeg', undefined],
      ['reference', 'image/png', undefined],
      ['reference', 'image/jpeg', undefined],
      ['keyframe', 'image/png', 1],
      ['lastFrame', 'image/jpeg', undefined],
    ]);
  });

  it.each<[string, () => Promise<object>, RegExp]>([
    [
      'no picture',
      async () => ({ image: dataUrl(Buffer.from('hello'), 'image/png') }),
      /`image`: the image cannot be used/,
    ],
    [
      'half a picture',
      async () => ({ image: dataUrl(jpeg.subarray(0, jpeg.length / 2)) }),
      /`image`: the image cannot be used/,
    ],
    ['broken base64', async () => ({ image: 'data:image/png;base64,%%%%' }), /holds no valid base64/],
    ['too many bytes', async () => ({ image: dataUrl(new Uint8Array(20 * 1024 * 1024 + 1)) }), /more than 20 MiB/],
    ['a video for a picture', async () => ({ image: dataUrl(film) }), /expected a picture .*, got a video/],
    ['the second of two', async () => ({ images: [dataUrl(jpeg), dataUrl(Buffer.from('GIF'))] }), /`images\[1\]`/],
    [
      'a missing file',
      async () => ({ image: `${(await site({})).url}/none` }),
      /Fetching image failed: `image`: .*404/,
    ],
    ['nobody there', async () => ({ image: 'http://127.0.0.1:9/a.png' }), /Fetching image failed/],
    [
      'a file that is not here',
      async () => ({ image: { file_id: 'file_1' } }),
      /^not-found: `image`: there is no file file_1/i,
    ],
  ])('%s is refused with a reason; nothing is kept and nothing is billed', async (_name, fields, why) => {
    const before = await counts();
    expect(await refusal(edit(await fields()))).toMatch(why);
    expect(await counts()).toEqual(before);
    expect(await filesBelow('objects/inputs')).toEqual([]);
    expect(await filesBelow('incoming')).toEqual([]);
  });

  const counts = async () => {
    await server.context.sweep();
    const rows = await server.context.database.query.selectFrom('generations').select('id').execute();
    return { generations: rows.length, ledger: await ledgerSums(server) };
  };

  it.each([
    [readVideoEditOrder, 9, /at most 8.7 seconds; this one has 9.00/],
    [readVideoExtensionOrder, 1, /2 to 30 seconds; this one has 1.00/],
  ])('a video of the wrong length is refused: %o', async (read, seconds, why) => {
    const video = dataUrl(await makeFilm({ width: 16, height: 16, seconds, audio: false }), 'video/mp4');
    expect(await refusal(createVideo(server.context, server.caller, read({ prompt: 'a', video })))).toMatch(why);
    expect(await filesBelow('objects/inputs')).toEqual([]);
  });

  it('from this machine or its network is refused as long as it is not allowed', async () => {
    const guarded = await startTestServer(createTestEngine());
    const source = await site({ '/a.jpg': jpeg });
    const asked = createImage(
      guarded.context,
      guarded.caller,
      readImageEditOrder({ prompt: 'a', image: `${source.url}/a.jpg` }),
    );
    expect(await refusal(asked)).toMatch(/^invalid-argument: Fetching image failed: `image`/);
    expect(source.asked).toEqual([]);
    await guarded.close();
  });

  it('survives a restart with its generation', async () => {
    engine.behave({ type: 'waiting' });
    const { requestId } = await createVideo(server.context, server.caller, videoOrder({ image: dataUrl(jpeg) }));
    await until(() => engine.runs.length === 1);
    await server.restart();
    await until(() => engine.runs.length === 2);
    expect((await bytesGiven(1)).equals(jpeg)).toBe(true);
    engine.finish();
    expect((await pollVideo(server, requestId)).status).toBe('done');
  });

  const silentSite = async () => {
    const opened = await openSilentSite();
    sites.push(opened);
    return opened;
  };

  it('is not fetched any further, and nothing is accepted, when the caller hangs up meanwhile', async () => {
    const before = await counts();
    const silent = await silentSite();
    const leaving = new AbortController();
    const order = readVideoEditOrder({ prompt: 'a', video: silent.url });
    const asked = refusal(createVideo(server.context, server.caller, order, { signal: leaving.signal }));
    await until(() => silent.asked === 1);
    leaving.abort(new ApiError('unavailable', 'The client has gone.'));
    expect(await asked).toBe('unavailable: The client has gone.');
    await until(() => silent.left === 1);
    expect(await counts()).toEqual(before);
    expect(await filesBelow('incoming')).toEqual([]);
  });

  it('says in plain words that a picture came for a video', async () => {
    const order = readVideoEditOrder({ prompt: 'a', video: dataUrl(jpeg) });
    expect(await refusal(createVideo(server.context, server.caller, order))).toBe(
      'invalid-argument: `video`: expected an MP4 video, got a picture (image/jpeg).',
    );
  });

  it('that cannot be used is told without waiting for the others', async () => {
    const silent = await silentSite();
    const why = await refusal(edit({ images: [silent.url, dataUrl(Buffer.from('GIF'))] }));
    expect(why).toMatch(/^invalid-argument: `images\[1\]`/);
    await until(() => silent.left === 1);
    expect(await filesBelow('objects/inputs')).toEqual([]);
  });

  it('is not stored while others are still fetched, where a killed process would leave it for ever', async () => {
    const silent = await silentSite();
    const leaving = new AbortController();
    const order = readImageEditOrder({ prompt: 'a', images: [dataUrl(jpeg), silent.url] });
    const asked = refusal(createImage(server.context, server.caller, order, { signal: leaving.signal }));
    await until(async () => silent.asked === 1 && (await filesBelow('incoming')).length === 1);
    // The desk looks at one file after the other: the first was looked at by then, and storing takes milliseconds.
    const next = await server.context.inputs.receive(new Blob([jpeg.slice()]).stream(), {
      bytesMax: jpeg.length,
      teamId: server.caller.teamId,
      signal: leaving.signal,
    });
    await next.dispose();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await filesBelow('objects/inputs')).toEqual([]);
    leaving.abort(new ApiError('unavailable', 'The client has gone.'));
    expect(await asked).toBe('unavailable: The client has gone.');
  });

  it('is not even fetched for a key whose queue is full', async () => {
    const small = await startTestServer(createTestEngine(), { allowPrivateFetch: true, settings: { queuedPerKey: 0 } });
    const source = await site({ '/a.jpg': jpeg });
    const order = readImageEditOrder({ prompt: 'a', image: `${source.url}/a.jpg` });
    expect(await refusal(createImage(small.context, small.caller, order))).toMatch(/^resource-exhausted/);
    expect(source.asked).toEqual([]);
    await small.close();
  });

  it('that is still being fetched at a stop is to be sent again, and nothing is drawn after the next start', async () => {
    const silent = await silentSite();
    engine.behave({ type: 'instant' });
    const asked = refusal(edit({ image: silent.url }));
    await until(() => silent.asked === 1);
    await server.restart();
    expect(await asked).toMatch(/^unavailable: .*stopping/);
    expect(
      await server.context.database.query
        .selectFrom('generations')
        .where('state', '=', 'queued')
        .select('id')
        .execute(),
    ).toEqual([]);
    expect(await filesBelow('objects/inputs')).toEqual([]);
  });

  it('that arrives during a stop is not accepted any more', async () => {
    const late = Promise.withResolvers<void>();
    const asked: string[] = [];
    const listener = createServer((request, response) => {
      asked.push(request.url ?? '');
      void late.promise.then(() => response.end(jpeg));
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    sites.push({ close: () => new Promise((resolve) => listener.close(() => resolve())) });
    const busy = createTestEngine({ behaviours: [{ type: 'waiting' }] });
    const stopping = await startTestServer(busy, { allowPrivateFetch: true, settings: { drainMs: 10_000 } });
    const begin = (image: string): Promise<string> =>
      refusal(createImage(stopping.context, stopping.caller, readImageEditOrder({ prompt: 'a', image })));
    // Holds the stop up, as a generation that runs does.
    const drawing = begin(dataUrl(jpeg));
    await until(() => busy.runs.length === 1);
    const arriving = begin(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/a`);
    await until(() => asked.length === 1);
    const stopped = stopping.close();
    late.resolve();
    expect(await arriving).toMatch(/^unavailable: The server is stopping; nothing was accepted/);
    busy.finish();
    await stopped;
    expect(await drawing).toBe('accepted');
    expect(busy.runs).toHaveLength(1);
  });
});
