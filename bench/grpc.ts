/** Polls and pictures a second by gRPC and by REST in turn: each server alone on a core, the client on the other. */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { findProgram } from '../e2e/requirements.ts';
import { newFolder, runProgram } from '../e2e/server-process.ts';
import { median, report } from './report.ts';
import { type Load, load, start, stop, type Target } from './wire-target.ts';

const ROUNDS = 5;
const SECONDS = 3;
const DOORS = { rest: 'REST', grpc: 'gRPC' } as const;
type Door = keyof typeof DOORS;

const PICTURE = { model: 'grok-imagine-image', prompt: 'a fox' } as const;

interface Work {
  readonly name: string;
  /** Of `wire-server.ts`. */
  readonly kind: string;
  /** Connections of REST with a call each; gRPC has the same number of calls on an eighth of the connections. */
  readonly atOnce: number;
  readonly rest: (id: string) => { readonly path: string; readonly body?: string };
  readonly grpc: (id: string) => { readonly path: string; readonly message: Buffer };
}

const WORKS: readonly Work[] = [
  {
    name: 'polls of a done video',
    kind: 'ours',
    atOnce: 64,
    rest: (id) => ({ path: `/v1/videos/${id}` }),
    grpc: (requestId) => ({
      path: '/xai_api.Video/GetDeferredVideo',
      message: text(1, requestId),
    }),
  },
  {
    name: 'pictures, --emulate, instant',
    kind: 'emulator',
    atOnce: 32,
    rest: () => ({ path: '/v1/images/generations', body: JSON.stringify(PICTURE) }),
    grpc: () => ({
      path: '/xai_api.Image/GenerateImage',
      // prompt, model, n = 1, format = a URL
      message: Buffer.concat([text(1, PICTURE.prompt), text(2, PICTURE.model), Buffer.from([3 << 3, 1, 11 << 3, 2])]),
    }),
  },
];

export async function benchGrpc(): Promise<void> {
  for (const work of WORKS) {
    const loads: Record<Door, Load[]> = { rest: [], grpc: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const door of Object.keys(DOORS) as Door[]) loads[door].push(await measure(door, work));
    const rate = (door: Door): number => median(loads[door].map(({ perSecond }) => perSecond));
    for (const door of Object.keys(DOORS) as Door[]) {
      const of = (pick: (load: Load) => number): number => Math.round(median(loads[door].map(pick)));
      const failures = loads[door].reduce((sum, each) => sum + each.failures, 0);
      report(
        `${work.name}, ${work.atOnce} at once, ${DOORS[door]}: median of ${ROUNDS}`,
        `${of(({ perSecond }) => perSecond)} a second, p50 ${of(({ p50Ms }) => p50Ms)} ms, p99 ${of(({ p99Ms }) => p99Ms)} ms${failures > 0 ? `, ${failures} FAILED` : ''}`,
        door === 'rest' ? '—' : `${(rate('grpc') / rate('rest')).toFixed(2)} ×`,
      );
    }
  }
  await benchPython();
}

const CALLS = 20;

/** From the call to the URL of a finished video in Python: xAI's SDK, and `requests`, which asks as often. */
async function benchPython(): Promise<void> {
  const python = findProgram('python with xai-sdk');
  if (python === undefined) return;
  const folder = await newFolder();
  const target = await start('emulator', folder);
  try {
    const { stdout, stderr } = await runProgram(
      python,
      [fileURLToPath(new URL('python/time_video.py', import.meta.url)), String(CALLS)],
      { env: { OPENIMAGINE_HOST: `localhost:${new URL(target.url).port}`, XAI_API_KEY: target.key } },
    );
    if (stdout === '') throw new Error(stderr);
    const seconds = JSON.parse(stdout) as Record<Door, number[]>;
    for (const door of Object.keys(DOORS) as Door[]) {
      report(
        `Python, from video.generate to the URL, --emulate, instant, ${DOORS[door]}: median of ${CALLS}`,
        `${Math.round(median(seconds[door]) * 1000)} ms, slowest ${Math.round(Math.max(...seconds[door]) * 1000)} ms`,
        door === 'rest' ? '—' : `${(median(seconds.grpc) / median(seconds.rest)).toFixed(2)} ×`,
      );
    }
  } finally {
    await stop(target);
    await rm(folder, { recursive: true });
  }
}

/** A server of its own for each round: what one has piled up must not slow the next. */
async function measure(door: Door, work: Work): Promise<Load> {
  const folder = await newFolder();
  const target = await start(work.kind, folder);
  try {
    const id = await doneVideo(target);
    if (door === 'grpc') return await loadGrpc(target, work, id);
    const { path, body } = work.rest(id);
    const headers = headersOf(target);
    const request = { url: target.url + path, headers, connections: work.atOnce, seconds: SECONDS };
    return await load(body === undefined ? request : { ...request, body });
  } finally {
    await stop(target);
    await rm(folder, { recursive: true });
  }
}

async function loadGrpc({ url, key }: Target, work: Work, id: string): Promise<Load> {
  const { path, message } = work.grpc(id);
  const connections = work.atOnce / 8;
  const options = { url, key, path, message: message.toString('base64'), seconds: SECONDS };
  const child = spawn(
    'taskset',
    [
      ...['-c', '1', process.execPath, fileURLToPath(new URL('wire-grpc-client.ts', import.meta.url))],
      JSON.stringify({ ...options, connections, atOnce: 8 }),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve) => child.once('exit', resolve));
  return JSON.parse(output) as Load;
}

async function doneVideo(target: Target): Promise<string> {
  const headers = headersOf(target);
  const order = JSON.stringify({ model: 'grok-imagine-video', prompt: 'a fox', duration: 1 });
  const created = await fetch(`${target.url}/v1/videos/generations`, { method: 'POST', headers, body: order });
  const { request_id } = (await created.json()) as { request_id: string };
  for (;;) {
    const poll = await fetch(`${target.url}/v1/videos/${request_id}`, { headers });
    if (!(await poll.text()).includes('pending')) return request_id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function headersOf({ key }: Target): Record<string, string> {
  return { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
}

/** A short text in the wire format of protobuf. */
function text(field: number, value: string): Buffer {
  return Buffer.concat([Buffer.from([(field << 3) | 2, Buffer.byteLength(value)]), Buffer.from(value)]);
}
