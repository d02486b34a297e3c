import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { createDraftEngine } from '@openimagine/engines';
import { missingBindings } from '@openimagine/media';
import type { Config } from './config.ts';
import { makeFolder } from './db/data-folder.ts';
import { describeFolderLock } from './db/folder-lock.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'failed';
  /** What was found. */
  readonly detail: string;
  /** What to do; only when it is not `ok`. */
  readonly advice?: string;
}

const GiB = 1024 ** 3;
const NODE_MAJOR_MIN = 24;
const MEMORY_BYTES_MIN = 2 * GiB;
const DISK_BYTES_MIN = 1 * GiB;

/** Looks at everything that the server needs, and changes nothing but to make the data folder. */
export async function examine(config: Config): Promise<Finding[]> {
  return [
    examineNode(),
    ...examineBindings(),
    await examineStudio(),
    examineMemory(),
    await examineFolder(config),
    await examineDisk(config),
    await examinePort(config),
  ];
}

function examineNode(): Finding {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= NODE_MAJOR_MIN) return { name: 'node', state: 'ok', detail: `Node ${node}` };
  return {
    name: 'node',
    state: 'failed',
    detail: `Node ${node} runs this; ${NODE_MAJOR_MIN} is needed`,
    advice: 'Run `npm ci`: it brings its own Node, which the command then uses.',
  };
}

function examineBindings(): Finding[] {
  const missing = missingBindings();
  if (missing.length === 0) return [{ name: 'native bindings', state: 'ok', detail: 'canvas and codecs load' }];
  return missing.map(({ name, install }) => ({
    name: 'native bindings',
    state: 'failed' as const,
    detail: `${name} has no binding for ${process.platform} ${process.arch}`,
    advice: `Run: ${install}`,
  }));
}

/** Starts the child that draws pictures, as the server does. */
async function examineStudio(): Promise<Finding> {
  const engine = createDraftEngine();
  try {
    const { ok, version, detail } = await engine.health();
    if (ok) return { name: 'draft engine', state: 'ok', detail: `version ${version}, its child starts` };
    return {
      name: 'draft engine',
      state: 'failed',
      detail: detail ?? 'its child does not start',
      advice: 'Run `npm ci` again; it also compiles the render kernel.',
    };
  } finally {
    await engine.close?.();
  }
}

function examineMemory(): Finding {
  const total = totalmem();
  const detail = `${(total / GiB).toFixed(1)} GiB, ${(freemem() / GiB).toFixed(1)} GiB free`;
  if (total >= MEMORY_BYTES_MIN) return { name: 'memory', state: 'ok', detail };
  return {
    name: 'memory',
    state: 'warning',
    detail,
    advice: 'Rendering needs about 2 GiB. Give the machine more, or expect renders to be killed.',
  };
}

async function examineFolder(config: Config): Promise<Finding> {
  const holder = await describeFolderLock(config.dataDir);
  if (holder !== undefined)
    return {
      name: 'data folder',
      state: 'warning',
      detail: `${config.dataDir} is in use by ${holder}`,
      advice: 'Stop that server before another one uses this folder.',
    };
  try {
    await makeFolder(config.dataDir);
    await access(config.dataDir, constants.W_OK | constants.R_OK | constants.X_OK);
    return { name: 'data folder', state: 'ok', detail: config.dataDir };
  } catch {
    return {
      name: 'data folder',
      state: 'failed',
      detail: `${config.dataDir} cannot be written`,
      advice: 'Choose another with --data, or change its owner.',
    };
  }
}

async function examineDisk(config: Config): Promise<Finding> {
  const folder = existsSync(config.dataDir) ? config.dataDir : dirname(config.dataDir);
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  if (free === undefined)
    return {
      name: 'disk',
      state: 'warning',
      detail: `the free space of ${folder} cannot be read`,
      advice: 'Check that the folder exists.',
    };
  const detail = `${(free / GiB).toFixed(1)} GiB free`;
  if (free >= DISK_BYTES_MIN) return { name: 'disk', state: 'ok', detail };
  return {
    name: 'disk',
    state: 'warning',
    detail,
    advice: 'Keep at least 1 GiB free: a minute of 720p video takes about 60 MB.',
  };
}

async function examinePort({ host, port }: Config): Promise<Finding> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const probe = createServer();
  probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  const problem = await promise;
  if (problem === undefined) return { name: 'port', state: 'ok', detail: `${host}:${port} is free` };
  return {
    name: 'port',
    state: 'warning',
    detail: `${host}:${port} cannot be opened (${problem})`,
    advice: 'Stop the program that has it, or choose another with --port.',
  };
}
