/** Polls and submits a second, server and client on a core each, beside a bare `node:http` server that sends the same bytes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { newFolder } from '../e2e/server-process.ts';
import { report } from './report.ts';

const CONNECTIONS = 64;
const SUBMITTERS = 32;
const SECONDS = 6;

interface Target {
  readonly url: string;
  readonly key: string;
  readonly child: ChildProcess;
}

interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
}

export async function benchWire(): Promise<void> {
  const folder = await newFolder();
  const ours = await start('ours', folder);
  const auth = { authorization: `Bearer ${ours.key}`, 'content-type': 'application/json' };
  const order = JSON.stringify({ prompt: 'a fox', duration: 1 });
  const { request_id } = (await (
    await fetch(`${ours.url}/v1/videos/generations`, { method: 'POST', headers: auth, body: order })
  ).json()) as { request_id: string };
  const path = `/v1/videos/${request_id}`;
  let body = '';
  do body = await (await fetch(ours.url + path, { headers: auth })).text();
  while (body.includes('pending'));
  const cached = await load({ url: ours.url + path, headers: auth, connections: CONNECTIONS });
  const submits = await load({
    url: `${ours.url}/v1/videos/generations`,
    headers: auth,
    connections: SUBMITTERS,
    body: order,
  });
  await stop(ours);
  const cold = await measured('cold', folder, (target) =>
    load({ url: target.url + path, headers: auth, connections: CONNECTIONS }),
  );
  const bare = await measured(
    'bare',
    folder,
    (target) => load({ url: target.url + path, headers: auth, connections: CONNECTIONS }),
    body,
  );
  await rm(folder, { recursive: true });
  const per = ({ perSecond, failures }: Load): string =>
    `${Math.round(perSecond)} a second${failures > 0 ? `, ${failures} FAILED` : ''}`;
  report(`polls, ${CONNECTIONS} connections, bare node:http, same bytes`, per(bare));
  report('  cached', `${per(cached)}, ${(cached.perSecond / bare.perSecond).toFixed(2)} ×`, '≥ 0.30 ×');
  report(
    '  cold, each poll reads the database',
    `${per(cold)}, ${(cold.perSecond / bare.perSecond).toFixed(3)} ×`,
    '≥ 0.040 ×',
  );
  report(
    `submits, ${SUBMITTERS} connections, engine without work`,
    `${per(submits)}, p50 ${submits.p50Ms} ms, p99 ${submits.p99Ms} ms`,
  );
}

async function measured(
  kind: string,
  folder: string,
  measure: (target: Target) => Promise<Load>,
  body?: string,
): Promise<Load> {
  const target = await start(kind, folder, body);
  try {
    return await measure(target);
  } finally {
    await stop(target);
  }
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

async function start(kind: string, folder: string, body = ''): Promise<Target> {
  const child = spawn('taskset', ['-c', '0', process.execPath, script('wire-server.ts'), kind, folder, body], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout! }).once('line', resolve));
  return { key: '', ...(JSON.parse(line) as { url: string; key?: string }), child };
}

async function stop({ child }: Target): Promise<void> {
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}

async function load(options: {
  url: string;
  headers: Record<string, string>;
  connections: number;
  body?: string;
}): Promise<Load> {
  const child = spawn(
    'taskset',
    ['-c', '1', process.execPath, script('wire-client.ts'), JSON.stringify({ ...options, duration: SECONDS })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return JSON.parse(output) as Load;
}
