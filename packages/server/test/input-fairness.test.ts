import { ApiError, readImageEditOrder, readVideoEditOrder } from '@openimagine/contract';
import { encodeJpeg } from '@openimagine/media';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../src/accounts/keys.ts';
import { download } from '../src/jobs/engine-download.ts';
import { createImage } from '../src/operations/create-image.ts';
import { createVideo } from '../src/operations/create-video.ts';
import { makeFilm } from './make-film.ts';
import { openSilentSite, openSite } from './sites.ts';
import { createTestEngine } from './test-engine.ts';
import { makeTeam, startTestServer, type TestServer, until } from './test-server.ts';

const GONE = new ApiError('unavailable', 'The client has gone.');
const AT_ONCE = 24;

describe('inputs of several teams', () => {
  let server: TestServer;
  let jpeg: Uint8Array;
  let other: Caller;
  let leaving = new AbortController();
  const sites: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    server = await startTestServer(createTestEngine(), {
      allowPrivateFetch: true,
      settings: { bringingInPerTeam: AT_ONCE },
    });
    jpeg = await encodeJpeg({ width: 30, height: 20, rgba: new Uint8Array(2400).fill(200) });
    other = await makeTeam(server, 'other');
  });
  afterEach(async () => {
    leaving.abort(GONE);
    leaving = new AbortController();
    for (const site of sites.splice(0)) await site.close();
  });
  afterAll(() => server.close());

  const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const site = await opening;
    sites.push(site);
    return site;
  };
  const edit = (caller: Caller, ...images: string[]) =>
    createImage(server.context, caller, readImageEditOrder({ prompt: 'a', images }), { signal: leaving.signal });
  const hang = (caller: Caller, count: number, ...images: string[]): void => {
    for (let index = 0; index < count; index++) edit(caller, ...images).catch(() => undefined);
  };
  /** Whether no further request of a team would be let in. */
  const isFull = ({ teamId }: Caller): boolean => {
    const leave = server.context.inputs.admit(teamId);
    leave?.();
    return leave === undefined;
  };
  const dataUrl = (): string => `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;

  it('one whose URLs never answer does not keep the picture of another from being fetched', async () => {
    const silent = await opened(openSilentSite());
    const site = await opened(openSite({ '/a.jpg': jpeg }));
    hang(server.caller, AT_ONCE, silent.url, silent.url);
    await until(() => silent.asked === 8);
    expect((await edit(other, `${site.url}/a.jpg`)).state).toBe('done');
    expect(silent.asked).toBe(8);
  });

  it('one that has too many under way is told when to come again, and nobody else is', async () => {
    const silent = await opened(openSilentSite());
    hang(server.caller, AT_ONCE, silent.url);
    await until(() => isFull(server.caller) && silent.asked === 8);
    await expect(edit(server.caller, dataUrl())).rejects.toMatchObject({
      code: 'resource-exhausted',
      message: expect.stringContaining(`inputs of ${AT_ONCE} requests of this team`),
      retryAfterSeconds: 5,
    });
    expect((await edit(other, dataUrl())).state).toBe('done');
    leaving.abort(GONE);
    leaving = new AbortController();
    await until(() => silent.left === silent.asked);
    expect((await edit(server.caller, dataUrl())).state).toBe('done');
  });

  it('one whose files take long to look at does not make another wait for all of them', async () => {
    const film = await makeFilm({ width: 640, height: 360, seconds: 4, audio: false });
    const finished: string[] = [];
    const look = async (teamId: string, bytes: Uint8Array): Promise<void> => {
      const receiving = { bytesMax: bytes.length, teamId, signal: leaving.signal };
      const file = await server.context.inputs.receive(new Blob([bytes.slice()]).stream(), receiving);
      finished.push(teamId);
      await file.dispose();
    };
    const slow = Array.from({ length: 8 }, () => look('slow', film));
    await Promise.all([...slow, look('quick', jpeg)]);
    expect(finished.indexOf('quick')).toBeLessThan(finished.length - 1);
  });

  it('do not keep results from being fetched, however many of their URLs are slow', async () => {
    const silent = await opened(openSilentSite());
    const site = await opened(openSite({ '/film.mp4': jpeg }));
    const { fetcher } = server.context;
    for (let index = 0; index < 40; index++) {
      const request = { bytesMax: 10, owner: `team ${index}`, signal: leaving.signal };
      fetcher.fetch(silent.url, request).catch(() => undefined);
    }
    await until(() => silent.asked === 32);
    const { signal } = leaving;
    const body = await download(server.context, `${site.url}/film.mp4`, { bytesMax: jpeg.length, signal });
    expect(Buffer.from(await new Response(body).arrayBuffer()).equals(jpeg)).toBe(true);
  });
});

describe('inputs for an engine that takes only so many bytes', () => {
  const MiB = 1024 * 1024;
  const model = (name: string, bytes: number) => ({
    model: name,
    operations: { 'image.edit': { inputBytesMax: bytes }, 'video.edit': { inputBytesMax: bytes } },
    audio: 'always' as const,
    seed: true,
    negativePrompt: false,
  });
  let server: TestServer;
  let jpeg: Uint8Array;
  beforeAll(async () => {
    const engine = createTestEngine();
    const capabilities = async () => ({
      ...(await engine.capabilities()),
      models: [model('grok-imagine-image', MiB), model('grok-imagine-video', MiB)],
    });
    server = await startTestServer({ ...engine, capabilities });
    const rgba = Uint8Array.from({ length: 1200 * 800 * 4 }, (_, index) => ((index * index) ^ (index * 7_919)) >>> 5);
    jpeg = await encodeJpeg({ width: 1200, height: 800, rgba });
  });
  afterAll(() => server.close());
  const dataUrl = (bytes: Uint8Array, mime: string): string =>
    `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
  const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'accepted', String);

  it('that are larger are refused when they are sent, with the limit, and not when they are used', async () => {
    const video = dataUrl(new Uint8Array(MiB + 1), 'video/mp4');
    const order = readVideoEditOrder({ prompt: 'a', video });
    expect(await refusal(createVideo(server.context, server.caller, order))).toMatch(/`video`: .* more than 1 MiB/);
  });

  it('that are larger only together are refused, too', async () => {
    expect([jpeg.length > MiB / 2, jpeg.length <= MiB]).toEqual([true, true]);
    const image = dataUrl(jpeg, 'image/jpeg');
    const edit = (images: string[]): Promise<string> =>
      refusal(createImage(server.context, server.caller, readImageEditOrder({ prompt: 'a', images })));
    expect(await edit([image])).toBe('accepted');
    expect(await edit([image, image])).toMatch(/have 1\.\d MiB together; 1 MiB is the most/);
  });
});
