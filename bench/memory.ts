/** The largest resident memory of the server and of its children, each film on a fresh server. Linux only. */
import { readFileSync } from 'node:fs';
import { descendantsOf } from '../e2e/processes.ts';
import { startServer } from '../e2e/server-process.ts';
import { report } from './report.ts';

const PROMPT = 'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background';
const FILMS = [
  { duration: 8, resolution: '720p', model: 'grok-imagine-video', limit: '≤ 700 MB · ≤ 400 MB' },
  { duration: 15, resolution: '720p', model: 'grok-imagine-video', limit: '≤ 700 MB · ≤ 400 MB' },
  { duration: 15, resolution: '1080p', model: 'grok-imagine-video-1.5', limit: '≤ 1000 MB · ≤ 1000 MB' },
] as const;

export async function benchMemory(): Promise<void> {
  const largest: number[] = [];
  for (const { limit, ...params } of FILMS) {
    await using server = await startServer();
    const { video } = await server.client.videos.generate({ prompt: PROMPT, seed: 1, ...params });
    const children = descendantsOf(server.pid).map(peakMb);
    largest.push(Math.max(...children));
    report(
      `${video.duration} s at ${params.resolution}: peak of the server · largest child`,
      `${Math.round(peakMb(server.pid))} MB · ${Math.round(Math.max(...children))} MB`,
      limit,
    );
  }
  report('  largest child, 15 s against 8 s at 720p', `${(largest[1]! / largest[0]!).toFixed(2)} ×`, '≤ 1.15 ×');
}

/** The largest resident memory that a living process ever had. */
export function peakMb(pid: number): number {
  return statusMb(pid, 'VmHWM');
}

/** What a living process holds now. */
export function rssMb(pid: number): number {
  return statusMb(pid, 'VmRSS');
}

function statusMb(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1000;
}
