import * as xai5 from '@ai-sdk/xai';
import { probeImage, probeVideo } from '@openimagine/media';
import * as ai7 from 'ai';
import * as ai6 from 'ai-6';
import * as xai3 from 'ai-sdk-xai-3';
import * as xai4 from 'ai-sdk-xai-4';
import { expect } from 'vitest';
import { type AiSdk, type AiSdkBench, describeAiSdk } from './ai-sdk-suite.ts';

const sdk = (xai: object, ai: { generateImage: unknown; experimental_generateVideo: unknown }): AiSdk =>
  ({ ...xai, generateImage: ai.generateImage, generateVideo: ai.experimental_generateVideo }) as AiSdk;

describeAiSdk(2, { '@ai-sdk/xai': '@ai-sdk/xai', ai: 'ai' }, sdk(xai5, ai7), (bench) => {
  testReasons(bench);
  testVoices(bench);
  testFrames(bench);
  testStorage(bench);
  testFiles(bench);
  testBatches(bench);
});

describeAiSdk(3, { 'ai-sdk-xai-4': '@ai-sdk/xai', ai: 'ai' }, sdk(xai4, ai7), (bench) => {
  testReasons(bench);
  testVoices(bench);
  lacksFrames(bench);
  testFiles(bench);
  testBatches(bench);
});

describeAiSdk(4, { 'ai-sdk-xai-3': '@ai-sdk/xai', 'ai-6': 'ai' }, sdk(xai3, ai6), (bench) => {
  testVoices(bench);
  lacksFrames(bench);
  bench.lacks('why a video failed', 'this version says that it did, and passes no reason on', async () => {
    const failed = bench.video({ prompt: 'a fox', ...bench.scenario('moderated-output') });
    await expect(failed).rejects.toThrow('Video generation failed.');
  });
  bench.lacks('files, batches', 'this version has neither', () => {
    expect(bench.xai()).not.toHaveProperty('files');
    expect(bench.xai()).not.toHaveProperty('experimental_batch');
  });
});

function testReasons({ works, video, scenario }: AiSdkBench): void {
  works('why a video failed', async () => {
    await expect(video({ prompt: 'a fox', ...scenario('moderated-output') })).rejects.toThrow(/moderat/i);
  });
}

function testVoices({ works, xai, video, photoUrl }: AiSdkBench): void {
  works('preset voices', async () => {
    const referenceImageUrls = [await photoUrl('dog.jpg')];
    const speaking = (...referenceVoiceIds: string[]) =>
      video(
        { model: xai().video('grok-imagine-video-1.5'), prompt: 'the dog says "hello"' },
        { mode: 'reference-to-video', referenceImageUrls, referenceVoiceIds },
      );
    expect(await probeVideo((await speaking('eve', 'rex')).video.uint8Array)).toMatchObject({ audio: {} });
    await expect(speaking('bob')).rejects.toThrow(/eve, ara, rex, sal, leo/);
  });
}

function testFrames({ works, xai, video, photo, photoUrl }: AiSdkBench): void {
  works('first and last frame, and keyframes', async () => {
    const frameImages = [
      { frameType: 'first_frame', image: await photo('lake.jpg') },
      { frameType: 'last_frame', image: await photo('sea.jpg') },
    ];
    const model = xai().video('grok-imagine-video-1.5');
    const framed = await video({ model, prompt: 'the sun sets', frameImages });
    expect(framed.warnings).toEqual([]);
    const imageUrl = await photoUrl('meadow.jpg');
    const keyframes = [{ imageUrl, timestampSeconds: 1 }];
    const passed = await video({ model, prompt: 'a walk', duration: 2 }, { keyframes });
    expect((await probeVideo(passed.video.uint8Array)).frameCount).toBe(48);
  });
}

function lacksFrames({ lacks, xai, video, photo }: AiSdkBench): void {
  lacks('last frame, keyframes', 'this version sends neither, and says so in a warning', async () => {
    const frameImages = [
      { frameType: 'first_frame', image: await photo('lake.jpg') },
      { frameType: 'last_frame', image: await photo('sea.jpg') },
    ];
    const framed = await video({ model: xai().video('grok-imagine-video-1.5'), prompt: 'a', frameImages });
    expect(JSON.stringify(framed.warnings)).toMatch(/last_frame/);
  });
}

function testStorage({ works, video }: AiSdkBench): void {
  works('storing a video as a file', async () => {
    const storageOptions = { filename: 'fox.mp4', publicUrl: true };
    const { providerMetadata } = await video({ prompt: 'a fox' }, { storageOptions });
    expect(JSON.stringify(providerMetadata)).toMatch(/file_[0-9a-f-]{36}/);
  });
}

function testFiles({ works, xai, photo }: AiSdkBench): void {
  works('files: upload, metadata, download, delete', async () => {
    const api = (xai() as ReturnType<typeof xai5.createXai>).files();
    const data = new Uint8Array(await photo('coffee.jpg'));
    const { providerReference: file } = await ai7.uploadFile({ api, data, filename: 'coffee.jpg' });
    expect(await api.getFileMetadata!({ file })).toMatchObject({ filename: 'coffee.jpg' });
    const { content } = await api.downloadFile!({ file });
    expect((await new Response(content).arrayBuffer()).byteLength).toBe(data.byteLength);
    await api.deleteFile!({ file });
    await expect(api.getFileMetadata!({ file })).rejects.toThrow();
  });
}

function testBatches({ works, xai }: AiSdkBench): void {
  works('batches of images: start, status, results', async () => {
    const provider = (xai() as ReturnType<typeof xai5.createXai>).experimental_batch();
    const requests = ['a fox', 'a bear'].map(
      (prompt, index) => ({ id: `image-${index}`, type: 'image', model: 'grok-imagine-image', prompt }) as const,
    );
    const batch = await ai7.experimental_startBatch({ provider, requests });
    await expect
      .poll(async () => (await ai7.experimental_getBatchStatus({ provider, batch })).status, { timeout: 60_000 })
      .toBe('completed');
    const results = await Array.fromAsync(await ai7.experimental_getBatchResults({ provider, batch }));
    expect(results.map(({ id }) => id).sort()).toEqual(['image-0', 'image-1']);
    for (const result of results) {
      if (result.type !== 'image' || result.status !== 'succeeded') throw new Error(JSON.stringify(result));
      expect(probeImage(result.images[0]!.uint8Array)).toMatchObject({ format: 'jpeg' });
    }
  });
}
