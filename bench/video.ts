/** 8 s of 720p and of 480p with sound, submit → done on an idle server, beside ffmpeg encoding the very same frames. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDraftEngine, DRAFT_VIDEO_MODEL } from '@openimagine/engines';
import { startServer } from '../e2e/server-process.ts';
import { median, report, seconds } from './report.ts';

const PROMPTS = [
  'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background',
  'A red fox trotting through a snowy forest at dusk, snow falling',
  'Thunderstorm over a wheat field, lightning strikes in the distance',
  'A neon-lit Tokyo street at 3am, rain on the pavement, cinematic',
  'A sailboat drifting on a calm sea at sunset',
];
const POLL_MS = 100;

export async function benchVideo(): Promise<void> {
  await using server = await startServer();
  await server.client.videos.generate({ prompt: 'a red ball', duration: 1 });
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-bench-'));
  const ours: number[] = [];
  const theirs: number[] = [];
  const small: number[] = [];
  for (const [index, prompt] of PROMPTS.entries()) {
    const generate = (resolution: '480p' | '720p') =>
      server.client.videos.generate({ prompt, duration: 8, resolution, seed: 1 }, { pollMs: POLL_MS });
    const started = performance.now();
    const { video } = await generate('720p');
    const largeAt = performance.now();
    await generate('480p');
    ours.push(largeAt - started);
    small.push(performance.now() - largeAt);
    const file = join(folder, `${index}.mp4`);
    await writeFile(file, await server.client.download(video.url!));
    theirs.push(encodeByFfmpeg(file, folder));
  }
  await rm(folder, { recursive: true });
  report('8 s 720p video, submit → done, median of 5', seconds(median(ours)), '≤ 8 s');
  report('  slowest', seconds(Math.max(...ours)), '≤ 16 s');
  report('  the same at 480p, median', seconds(median(small)), '≤ 5 s');
  report('  ffmpeg x264 veryfast encoding the same frames, median', seconds(median(theirs)));
  report('  ratio', (median(ours) / median(theirs)).toFixed(1));
  await reportShares();
}

function encodeByFfmpeg(file: string, folder: string): number {
  const frames = join(folder, 'frames.yuv');
  const ffmpeg = (...args: string[]): void => void execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  ffmpeg('-i', file, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', frames);
  const started = performance.now();
  ffmpeg(
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-s',
    '1280x720',
    '-r',
    '24',
    '-i',
    frames,
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    join(folder, 'again.mp4'),
  );
  return performance.now() - started;
}

/** Where the engine's time goes, added over its processes. */
async function reportShares(): Promise<void> {
  const engine = createDraftEngine();
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const request = {
    generationId: 'bench',
    operation: 'video.generate',
    model: DRAFT_VIDEO_MODEL,
    prompt: PROMPTS[0]!,
    count: 1,
    inputs: [],
    seconds: 8,
    aspectRatio: '16:9',
    resolution: '720p',
    width: 1280,
    height: 720,
    seed: 1,
    audio: true,
  } as const;
  for await (const event of engine.run(request, {
    signal: new AbortController().signal,
    log,
    download: refuseDownload,
  })) {
    if (event.type !== 'done') continue;
    const timings = Object.entries(event.timingsMs ?? {});
    const total = timings.reduce((sum, [, ms]) => sum + ms, 0);
    report(
      '  shares of processor time',
      timings.map(([part, ms]) => `${part} ${Math.round((100 * ms) / total)} %`).join(' · '),
    );
  }
  await engine.close?.();
}

/** Nothing that is made here comes from elsewhere. */
function refuseDownload(url: string): Promise<never> {
  return Promise.reject(new Error(`unexpected download of ${url.slice(0, 80)}`));
}
