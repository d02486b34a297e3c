/** A server on a core of its own, and a client that loads it from the other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Target {
  readonly url: string;
  readonly key: string;
  readonly pid: number;
  readonly child: ChildProcess;
}

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failures: number;
}

/** @param kind One that `wire-server.ts` knows. @param body What a bare server answers. */
export async function start(kind: string, folder: string, body = ''): Promise<Target> {
  // As `serve` starts itself. Without it V8 optimises PGlite on the one core, and a measurement of seconds is of that.
  const flags = kind === 'mock' || kind === 'bare' ? [] : ['--liftoff-only'];
  const command = [process.execPath, ...flags, script('wire-server.ts'), kind, folder, body];
  const child = spawn('taskset', ['-c', '0', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout! }).once('line', resolve));
  return { key: '', ...(JSON.parse(line) as { url: string; key?: string }), pid: child.pid!, child };
}

export async function stop({ child }: Target): Promise<void> {
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}

/** Sends the same request over and over, for so many seconds or so many times. */
export async function load(options: {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly connections: number;
  readonly seconds?: number;
  readonly amount?: number;
  readonly body?: string;
}): Promise<Load> {
  const child = spawn('taskset', ['-c', '1', process.execPath, script('wire-client.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return JSON.parse(output) as Load;
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
