import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { serveTasks } from '../src/serve-tasks.ts';

/** A child that does on command what children should never do. */
serveTasks({
  async echo(input) {
    return input;
  },
  async count(input, { progress }) {
    for (let i = 1; i <= Number(input); i++) progress(i);
    return process.pid;
  },
  async environment() {
    return Object.keys(process.env);
  },
  async read(path) {
    return readFile(String(path), 'utf8');
  },
  async write(path) {
    await writeFile(String(path), 'written');
  },
  async start(program) {
    return spawnSync(String(program), ['--version']).status;
  },
  async fail() {
    throw Object.assign(new TypeError('a task that cannot'), { kind: 'unsupported' });
  },
  async crash() {
    process.kill(process.pid, 'SIGSEGV');
    return new Promise(() => {});
  },
  async hang() {
    for (;;);
  },
  /** Takes so many megabytes, one every few milliseconds. */
  async fill(megabytes) {
    const taken: Uint8Array[] = [];
    while (taken.length < Number(megabytes)) {
      taken.push(new Uint8Array(1e6).fill(taken.length));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return taken.length;
  },
  async wait() {
    return new Promise(() => {});
  },
});
