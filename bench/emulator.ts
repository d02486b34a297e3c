/**
 * Submits, polls and pictures a second beside `@copilotkit/aimock`, which mocks this API in memory: each server alone on a
 * core, the client on the other, all of them in turn, five times over. And the memory that many generations leave behind.
 */
import { rm } from 'node:fs/promises';
import { newFolder } from '../e2e/server-process.ts';
import { rssMb } from './memory.ts';
import { median, report } from './report.ts';
import { type Load, load, start, stop, type Target } from './wire-target.ts';

const ROUNDS = 5;
const SECONDS = 3;
const KINDS = { mock: 'aimock', ours: 'ours, engine without work', emulator: 'ours, --emulate, instant' } as const;
type Kind = keyof typeof KINDS;

const ORDER = JSON.stringify({ model: 'grok-imagine-video', prompt: 'a fox', duration: 1 });
const PICTURE = JSON.stringify({ model: 'grok-imagine-image', prompt: 'a fox' });

interface Call {
  readonly name: string;
  readonly connections: number;
  readonly path: (id: string) => string;
  readonly body?: string;
  readonly limit: string;
}

const CALLS: readonly Call[] = [
  { name: 'polls', connections: 64, path: (id) => `/v1/videos/${id}`, limit: '≥ 0.5 ×' },
  { name: 'submits', connections: 32, path: () => '/v1/videos/generations', body: ORDER, limit: '≥ 0.05 ×' },
  { name: 'pictures', connections: 32, path: () => '/v1/images/generations', body: PICTURE, limit: '—' },
];

/** @param only The names of the calls to measure. Default: all. */
export async function benchEmulator(only: readonly string[] = CALLS.map(({ name }) => name)): Promise<void> {
  for (const call of CALLS.filter(({ name }) => only.includes(name))) {
    const loads: Record<Kind, Load[]> = { mock: [], ours: [], emulator: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of Object.keys(KINDS) as Kind[]) loads[kind].push(await measure(kind, call));
    const rate = (kind: Kind): number => median(loads[kind].map(({ perSecond }) => perSecond));
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const of = (pick: (load: Load) => number): number => Math.round(median(loads[kind].map(pick)));
      const failures = loads[kind].reduce((sum, load) => sum + load.failures, 0);
      report(
        `${call.name}, ${KINDS[kind]}: median of ${ROUNDS}`,
        `${of((load) => load.perSecond)} a second, p50 ${of((load) => load.p50Ms)} ms, p99 ${of((load) => load.p99Ms)} ms${failures > 0 ? `, ${failures} FAILED` : ''}`,
        kind === 'mock' ? '—' : `${(rate(kind) / rate('mock')).toFixed(3)} × (${call.limit})`,
      );
    }
  }
}

/** A server of its own for each round: what one has piled up must not slow the next. */
async function measure(kind: Kind, { connections, path, body }: Call): Promise<Load> {
  const folder = await newFolder();
  const target = await start(kind, folder);
  try {
    const headers = { authorization: `Bearer ${target.key}`, 'content-type': 'application/json' };
    const id = await doneVideo(target, headers);
    const request = { url: target.url + path(id), headers, connections, seconds: SECONDS };
    return await load(body === undefined ? request : { ...request, body });
  } finally {
    await stop(target);
    await rm(folder, { recursive: true, force: true });
  }
}

async function doneVideo(target: Target, headers: Record<string, string>): Promise<string> {
  const submitted = await fetch(`${target.url}/v1/videos/generations`, { method: 'POST', headers, body: ORDER });
  const { request_id } = (await submitted.json()) as { request_id: string };
  for (;;) {
    const state = (await (await fetch(`${target.url}/v1/videos/${request_id}`, { headers })).json()) as {
      status: string;
    };
    if (state.status === 'done') return request_id;
    if (state.status !== 'pending') throw new Error(`the video ended as ${JSON.stringify(state)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param generations How many pictures are made, each a generation of its own; by each of the two servers. */
export async function benchGenerations(generations = 100_000): Promise<void> {
  for (const kind of ['mock', 'emulator'] as const) {
    const { beforeMb, firstMb, afterMb, perSecond } = await fill(kind, generations);
    report(
      `memory after ${generations} pictures, ${KINDS[kind]}`,
      `${Math.round(afterMb)} MB; after a tenth ${Math.round(firstMb)} MB, before ${Math.round(beforeMb)} MB`,
      kind === 'mock' ? '—' : '≤ 1.2 ×',
    );
    report('  pictures a second: first tenth, rest', perSecond.map((rate) => rate.toFixed(0)).join(', '));
  }
}

async function fill(kind: Kind, generations: number) {
  const folder = await newFolder();
  const target = await start(kind, folder);
  try {
    const headers = { authorization: `Bearer ${target.key}`, 'content-type': 'application/json' };
    await doneVideo(target, headers);
    const draw = (amount: number): Promise<Load> =>
      load({ url: `${target.url}/v1/images/generations`, headers, connections: 32, amount, body: PICTURE });
    const beforeMb = rssMb(target.pid);
    const tenth = Math.ceil(generations / 10);
    const first = await draw(tenth);
    const firstMb = rssMb(target.pid);
    const rest = await draw(generations - tenth);
    return { beforeMb, firstMb, afterMb: rssMb(target.pid), perSecond: [first.perSecond, rest.perSecond] };
  } finally {
    await stop(target);
    await rm(folder, { recursive: true, force: true });
  }
}
