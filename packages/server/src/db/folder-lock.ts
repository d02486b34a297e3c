import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processStart } from './process-identity.ts';
import { StartError } from './start-error.ts';

/** The owner touches its lock this often, so that another machine sharing the folder can tell the living from the dead. */
const TOUCH_MS = 5_000;
const DEAD_AFTER_MS = 30_000;

export interface FolderLock {
  release(): Promise<void>;
}

interface LockOwner {
  readonly pid: number;
  readonly processStart: string;
  readonly host: string;
}

/**
 * Makes this process the folder's only owner. A lock whose process is gone, or whose id now belongs to another process,
 * is taken over.
 * @throws {StartError} `in_use`, `unwritable`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'lock');
  const mine = join(folder, `.lock-${randomUUID()}`);
  const owner: LockOwner = { pid: process.pid, processStart: processStart(process.pid) ?? 'unknown', host: hostname() };
  try {
    await writeFile(mine, JSON.stringify(owner), { flag: 'wx' });
  } catch (error) {
    throw new StartError('unwritable', `The data folder ${folder} cannot be written to. Choose another with --data.`, {
      cause: error,
    });
  }
  try {
    await takeLock(folder, path, mine);
  } finally {
    await rm(mine, { force: true });
  }
  const touching = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), TOUCH_MS);
  touching.unref();
  return {
    release: async () => {
      clearInterval(touching);
      await rm(path, { force: true });
    },
  };
}

/** @returns Who holds the folder, in words; undefined when nobody does. */
export async function describeFolderLock(folder: string): Promise<string | undefined> {
  const path = join(folder, 'lock');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const holder = text === undefined ? undefined : await livingOwner(path, text);
  return holder === undefined ? undefined : describeOwner(holder);
}

/** `link` fails when the name exists, which makes it the one step that only one process can win. */
async function takeLock(folder: string, path: string, mine: string): Promise<void> {
  for (let round = 0; round < 5; round++) {
    try {
      await link(mine, path);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw new StartError('unwritable', `The data folder ${folder} cannot be locked.`, { cause: error });
      }
    }
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const holder = await livingOwner(path, text);
    if (holder !== undefined) throw inUse(folder, holder);
    await setAside(path, text);
  }
  throw inUse(folder, undefined);
}

/** Moves a dead lock away. Should another process have renewed it in between, that one is put back. */
async function setAside(path: string, deadText: string): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, 'utf8').catch(() => deadText);
  if (moved !== deadText) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function livingOwner(path: string, text: string): Promise<LockOwner | undefined> {
  const owner = parseOwner(text);
  if (owner === undefined) return undefined;
  if (owner.host === hostname()) return processStart(owner.pid) === owner.processStart ? owner : undefined;
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs < DEAD_AFTER_MS ? owner : undefined;
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockOwner> | null;
    if (typeof value?.pid !== 'number' || typeof value.processStart !== 'string' || typeof value.host !== 'string')
      return undefined;
    return { pid: value.pid, processStart: value.processStart, host: value.host };
  } catch {
    return undefined;
  }
}

function inUse(folder: string, holder: LockOwner | undefined): StartError {
  const by = holder === undefined ? 'another process' : describeOwner(holder);
  return new StartError(
    'in_use',
    `The data folder ${folder} is in use by ${by}. Stop it, or choose another folder with --data.`,
  );
}

function describeOwner({ pid, host }: LockOwner): string {
  return `process ${pid}${host === hostname() ? '' : ` on ${host}`}`;
}
