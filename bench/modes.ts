/** What starts from a picture or a video, submit → done on an idle server, as multiples of real time. */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeExampleClip } from '@openimagine/engines/example-clips';
import { descendantsOf } from '../e2e/processes.ts';
import { type ServerProcess, startServer } from '../e2e/server-process.ts';
import { peakMb } from './memory.ts';
import { seconds as inSeconds, median, report } from './report.ts';

const SECONDS = 8;
const RUNS = 3;

interface Mode {
  readonly name: string;
  readonly path: string;
  /** Of video that is made. */
  readonly seconds: number;
  readonly limit: number;
  readonly body: () => Promise<object>;
}

const photo = async (name: string): Promise<string> =>
  dataUrlOf(await readFile(new URL(`../examples/inputs/${name}`, import.meta.url)), 'image/jpeg');
const clip = async (name: Parameters<typeof makeExampleClip>[0], seconds = SECONDS): Promise<{ url: string }> => ({
  url: dataUrlOf(await makeExampleClip(name, { seconds }), 'video/mp4'),
});

const FROM_IMAGE = { path: '/v1/videos/generations', seconds: SECONDS, limit: 1.5 } as const;
const EDIT = { path: '/v1/videos/edits', seconds: SECONDS } as const;
const MODES: readonly Mode[] = [
  {
    ...FROM_IMAGE,
    name: 'image-to-video, stars',
    body: async () => ({
      prompt: 'Generate a slow and serene time-lapse of the stars moving',
      image: await photo('milky-way.jpg'),
      duration: SECONDS,
      resolution: '720p',
    }),
  },
  {
    ...FROM_IMAGE,
    name: 'image-to-video, clouds, water and camera',
    body: async () => ({
      prompt: 'The clouds drift slowly and the water ripples, camera pushes in',
      image: await photo('lake.jpg'),
      duration: SECONDS,
      resolution: '720p',
    }),
  },
  {
    ...EDIT,
    name: 'restyle as retro anime',
    limit: 1.5,
    body: async () => ({ prompt: 'Restyle as retro anime', video: await clip('temple') }),
  },
  {
    ...EDIT,
    name: 'day to night',
    limit: 1.5,
    body: async () => ({ prompt: 'Turn day into night', video: await clip('drawn-street') }),
  },
  {
    ...EDIT,
    name: 'tracked necklace',
    limit: 3,
    body: async () => ({ prompt: 'Give the woman a silver necklace', video: await clip('portrait') }),
  },
  {
    ...EDIT,
    name: 'tracked sunglasses',
    limit: 3,
    body: async () => ({ prompt: 'Put sunglasses on her', video: await clip('portrait-turn') }),
  },
  {
    name: 'extension of a 5 s clip by 6 s',
    path: '/v1/videos/extensions',
    seconds: 6,
    limit: 1.5,
    body: async () => ({ prompt: 'The clouds drift on', video: await clip('lake', 5), duration: 6 }),
  },
];

export async function benchModes(): Promise<void> {
  for (const mode of MODES) await benchMode(mode);
  await benchLength();
}

/** A part of it, which takes a minute. */
export async function benchExtension(): Promise<void> {
  for (const mode of MODES.filter(({ path }) => path === '/v1/videos/extensions')) await benchMode(mode);
}

async function benchMode({ name, path, seconds, limit, body }: Mode): Promise<void> {
  await using server = await startServer();
  const fields = await body();
  await run(server, '/v1/videos/generations', { prompt: 'a red ball', duration: 1 });
  const times: number[] = [];
  for (let seed = 0; seed < RUNS; seed++) times.push(await run(server, path, { ...fields, seed }));
  const ms = median(times);
  report(
    `${name}: median of ${RUNS} · × real time`,
    `${inSeconds(ms)} · ${(ms / seconds / 1000).toFixed(2)} ×`,
    `≤ ${limit} ×`,
  );
  report('  largest child', `${Math.round(largestChildMb(server))} MB`, '≤ 700 MB');
}

/** Memory must not grow with the length. */
async function benchLength(): Promise<void> {
  const image = await photo('lake.jpg');
  const peaks: number[] = [];
  for (const duration of [4, 15]) {
    await using server = await startServer();
    await run(server, '/v1/videos/generations', { image, duration, resolution: '720p' });
    peaks.push(largestChildMb(server));
  }
  report('image-to-video, largest child, 15 s against 4 s', `${(peaks[1]! / peaks[0]!).toFixed(2)} ×`, '≤ 1.15 ×');
}

function largestChildMb(server: ServerProcess): number {
  return Math.max(...descendantsOf(server.pid).map(peakMb));
}

/** @returns Milliseconds from submitting to done, polled ten times a second. */
async function run(server: ServerProcess, path: string, body: object): Promise<number> {
  const started = performance.now();
  const headers = { authorization: `Bearer ${server.apiKey}`, 'content-type': 'application/json' };
  const accepted = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const { request_id: id, error } = (await accepted.json()) as { request_id?: string; error?: string };
  if (id === undefined) throw new Error(`${path} was refused: ${error}`);
  for (;;) {
    const state = await server.client.videos.get(id);
    if (state.status === 'done') return performance.now() - started;
    if (state.status !== 'pending') throw new Error(`${path} ended as ${JSON.stringify(state)}`);
    await sleep(100);
  }
}

function dataUrlOf(bytes: Uint8Array, mime: string): string {
  return `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`;
}
