import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { muxFilm, openSegmentEncoder, toI420 } from '@openimagine/media';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from './requirements.ts';
import { type ServerProcess, startServer } from './server-process.ts';

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  readonly time: number;
  readonly channels: number;
  readonly seconds: number;
  readonly loudest: number;
}

/** Runs in the page, where the types of the DOM are; plays a video to its end and decodes its sound. */
const PLAY = `async (url) => {
  const element = document.createElement('video');
  element.crossOrigin = 'anonymous';
  element.src = url;
  document.body.append(element);
  await element.play();
  await new Promise((resolve) => element.addEventListener('ended', resolve, { once: true }));
  const sound = await new OfflineAudioContext(2, 96000, 48000).decodeAudioData(await (await fetch(url)).arrayBuffer());
  const loudest = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return { width: element.videoWidth, height: element.videoHeight, duration: element.duration, time: element.currentTime, channels: sound.numberOfChannels, seconds: sound.duration, loudest };
}`;

/** Runs in the page; the colour in the middle of a video's first frame. */
const PICK_COLOR = `async (url) => {
  const element = document.createElement('video');
  element.crossOrigin = 'anonymous';
  element.src = url;
  await new Promise((resolve, reject) => {
    element.addEventListener('loadeddata', resolve, { once: true });
    element.addEventListener('error', () => reject(element.error), { once: true });
  });
  const canvas = new OffscreenCanvas(element.videoWidth, element.videoHeight);
  const context = canvas.getContext('2d');
  context.drawImage(element, 0, 0);
  return [...context.getImageData(element.videoWidth >> 1, element.videoHeight >> 1, 1, 1).data.slice(0, 3)];
}`;

const executablePath = findProgram('chromium');

describe.skipIf(executablePath === undefined)('Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
    });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
  });

  describe('with a running server', () => {
    let server: ServerProcess;
    beforeAll(async () => {
      server = await startServer();
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
    });

    it('plays a finished video: time moves, the size is right, sound decodes', async () => {
      const { video } = await server.client.videos.generate({
        prompt: 'thunderstorm over a wheat field, lightning strikes',
        duration: 2,
      });
      // A page of the server's own: browsers keep others away from this machine's addresses.
      await page.goto(`${server.url}/healthz`);
      const seen = (await page.evaluate(`(${PLAY})(${JSON.stringify(video.url)})`)) as Seen;
      expect(seen).toMatchObject({ width: 854, height: 480, duration: 2, channels: 2 });
      expect(seen.time).toBeGreaterThan(1.9);
      expect(seen.seconds).toBeCloseTo(2, 1);
      expect(seen.loudest).toBeGreaterThan(0.02);
    });

    it('shows the reference without loading anything from elsewhere', async () => {
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(`${server.url}/docs`);
      expect(await page.locator('h2', { hasText: '/v1/videos/generations' }).isVisible()).toBe(true);
      expect(requested.filter((url) => !url.startsWith(server.url))).toEqual([]);
    });
  });

  it('shows the colours that were encoded: 200,40,40 stays within 3', async () => {
    const [width, height] = [320, 180];
    const rgba = new Uint8Array(width * height * 4);
    for (let i = 0; i < rgba.length; i += 4) rgba.set([200, 40, 40, 255], i);
    const encoder = await openSegmentEncoder({ width, height, framesPerSecond: 24 });
    for (let i = 0; i < 24; i++) await encoder.add(toI420(rgba, width, height));
    const film = await muxFilm({ width, height, framesPerSecond: 24, segments: [await encoder.finish()] });
    const files = createServer((request, response) => {
      if (request.url === '/film.mp4') response.writeHead(200, { 'content-type': 'video/mp4' }).end(film);
      else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>film</title>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => files.once('listening', resolve));
    try {
      const { port } = files.address() as AddressInfo;
      await page.goto(`http://127.0.0.1:${port}/`);
      const color = (await page.evaluate(`(${PICK_COLOR})("http://127.0.0.1:${port}/film.mp4")`)) as number[];
      const distances = color.map((value, channel) => Math.abs(value - [200, 40, 40][channel]!));
      expect(Math.max(...distances), `Chromium shows ${color.join(',')}`).toBeLessThanOrEqual(3);
    } finally {
      files.close();
    }
  });
});
