import { readFile } from 'node:fs/promises';
import { probeImage, probeVideo } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ClientSuite, clientSuite } from './compatibility.ts';
import { type ServerProcess, startServer } from './server-process.ts';

type Options = Readonly<Record<string, unknown>>;

interface Media {
  readonly uint8Array: Uint8Array;
}

/** What all majors of the Vercel AI SDK have in common; their types differ, their calls do not. */
export interface AiSdk {
  createXai(settings: { readonly baseURL: string; readonly apiKey: string }): Xai;
  generateImage(options: Options): Promise<{ readonly images: readonly Media[] }>;
  generateVideo(
    options: Options,
  ): Promise<{ readonly video: Media; readonly warnings: readonly unknown[]; readonly providerMetadata: Options }>;
}

export interface Xai {
  image(id: string): unknown;
  video(id: string): unknown;
}

/** What the tests of one major need, once its server runs. */
export interface AiSdkBench extends ClientSuite {
  readonly xai: () => Xai;
  readonly video: (options: Options, xaiOptions?: Options) => ReturnType<AiSdk['generateVideo']>;
  readonly photo: (name: string) => Promise<Buffer>;
  readonly photoUrl: (name: string) => Promise<string>;
  /** Headers of a call that is to go wrong so. */
  readonly scenario: (faults: string) => { readonly headers: Readonly<Record<string, string>> };
}

/** The tests that every major passes, and then its own. The server is on localhost, where the SDK refuses to download. */
export function describeAiSdk(
  order: number,
  packages: Readonly<Record<string, string>>,
  sdk: AiSdk,
  own: (bench: AiSdkBench) => void,
): void {
  describe(Object.entries(packages).join(' with '), () => {
    let server: ServerProcess;
    let xai: Xai;
    beforeAll(async () => {
      server = await startServer({ args: ['--emulate', '--latency', 'instant'] });
      xai = sdk.createXai({
        baseURL: `${server.url.replace('127.0.0.1', 'localhost')}/v1`,
        apiKey: server.apiKey,
      });
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
    });
    const suite = clientSuite(order, packages);
    const bench: AiSdkBench = {
      ...suite,
      xai: () => xai,
      video: (options, xaiOptions = {}) =>
        sdk.generateVideo({
          model: xai.video('grok-imagine-video'),
          duration: 1,
          maxRetries: 0,
          // How often it asks is an option of the SDK in its newer majors, of the provider in the older ones.
          poll: { intervalMs: 100 },
          providerOptions: { xai: { pollIntervalMs: 100, ...xaiOptions } },
          ...options,
        }),
      photo: (name) => readFile(new URL(`../examples/inputs/${name}`, import.meta.url)),
      photoUrl: async (name) => `data:image/jpeg;base64,${(await bench.photo(name)).toString('base64')}`,
      scenario: (faults) => ({ headers: { 'x-openimagine-scenario': faults } }),
    };
    testImages(bench, sdk);
    testVideos(bench);
    testFailures(bench, sdk);
    own(bench);
    suite.end();
  });
}

function testImages({ works, xai, photo }: AiSdkBench, sdk: AiSdk): void {
  works('images: several, of a ratio', async () => {
    const { images } = await sdk.generateImage({
      model: xai().image('grok-imagine-image'),
      prompt: 'two black cats on a red sofa',
      n: 4,
      aspectRatio: '16:9',
    });
    expect(images.map(({ uint8Array }) => probeImage(uint8Array))).toEqual(
      Array(4).fill(expect.objectContaining({ format: 'jpeg', width: 1360, height: 768 })),
    );
  });
  works('image edits: of one picture, of several', async () => {
    const edit = async (text: string, ...names: string[]) => {
      const { images } = await sdk.generateImage({
        model: xai().image('grok-imagine-image'),
        prompt: { text, images: await Promise.all(names.map(photo)) },
      });
      return probeImage(images[0]!.uint8Array);
    };
    const { width, height } = await edit('make it black and white', 'coffee.jpg');
    expect(Math.abs(width / height / 1.5 - 1)).toBeLessThan(0.015);
    expect(await edit('Put <IMAGE_1> on <IMAGE_0>', 'drawn-sofa.jpg', 'dog.jpg')).toMatchObject({ format: 'jpeg' });
  });
}

function testVideos({ works, video, photo, photoUrl }: AiSdkBench): void {
  const probed = async (...args: Parameters<typeof video>) => probeVideo((await video(...args)).video.uint8Array);
  works('video from text, downloaded although the host is private', async () => {
    const film = await probed({ prompt: 'a red fox', aspectRatio: '16:9', resolution: '854x480' });
    expect(film).toMatchObject({ width: 854, height: 480, frameCount: 24, audio: { channels: 2 } });
  });
  works('video from a picture', async () => {
    const film = await probed({ prompt: { image: await photo('coffee.jpg'), text: 'it steams' } });
    expect(film).toMatchObject({ width: 720, height: 480 });
  });
  works('video from references', async () => {
    const referenceImageUrls = [await photoUrl('dog.jpg'), await photoUrl('meadow.jpg')];
    const film = await probed(
      { prompt: '<IMAGE_0> walks through <IMAGE_1>', aspectRatio: '1:1' },
      { mode: 'reference-to-video', referenceImageUrls },
    );
    expect(film).toMatchObject({ width: 480, height: 480 });
  });
  works('edit and extension of a video', async () => {
    const { video: source } = await video({ prompt: 'a fox', duration: 2 });
    const videoUrl = `data:video/mp4;base64,${Buffer.from(source.uint8Array).toString('base64')}`;
    const edit = { duration: undefined, prompt: 'make it snow' };
    expect(await probed(edit, { mode: 'edit-video', videoUrl })).toMatchObject({ frameCount: 48 });
    const longer = await probed({ prompt: 'it goes on', duration: 2 }, { mode: 'extend-video', videoUrl });
    expect(Math.abs(longer.durationSeconds - 4)).toBeLessThan(0.1);
  });
}

function testFailures({ works, xai, video, scenario }: AiSdkBench, sdk: AiSdk): void {
  const image = (options: Options) =>
    sdk.generateImage({ model: xai().image('grok-imagine-image'), prompt: 'a fox', ...options });
  works('refusals, with our message', async () => {
    await expect(video({ prompt: 'a fox', duration: 16 })).rejects.toThrow(/duration.*1 to 15/);
    await expect(image({ model: xai().image('grok-imagine-nothing'), maxRetries: 0 })).rejects.toThrow(
      /does not exist/,
    );
  });
  works('moderated and failed results', async () => {
    await expect(image({ maxRetries: 0, ...scenario('moderated-prompt') })).rejects.toThrow(/moderat/i);
    await expect(video({ prompt: 'a fox', ...scenario('moderated-output') })).rejects.toThrow(/moderat|failed/i);
    await expect(video({ prompt: 'a fox', ...scenario('failed;code=internal_error') })).rejects.toThrow(/fail/i);
  });
  works('retries after 429 and 503, on images and on videos', async () => {
    const { images } = await image({ maxRetries: 2, ...scenario('rate-limited;retry_after=1;times=1') });
    expect(images).toHaveLength(1);
    const retried = await video({ prompt: 'retried', maxRetries: 2, ...scenario('http-503;times=1') });
    expect((await probeVideo(retried.video.uint8Array)).frameCount).toBe(24);
  });
  works('an empty 202 while a video is pending', async () => {
    const made = await video({ prompt: 'a fox', ...scenario('empty-202, slow;seconds=1') });
    expect((await probeVideo(made.video.uint8Array)).frameCount).toBe(24);
  });
}
