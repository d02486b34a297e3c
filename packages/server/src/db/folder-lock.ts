import { randomUUID } from 'node:crypto';
import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-identity.ts';
import { StartError } from './start-error.ts';

/**
 * The owner touches its lock this often, so that another machine sharing the folder can tell the living from the dead, and
 * looks whether it is still there and its own.
 */
const TOUCH_MS = 2_000;
const DEAD_AFTER_MS = 30_000;
/** A server that was just killed or told to stop may still be ending. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 100;
/** Many may try for a dead lock at once; each waits its turn. */
const ROUNDS = 100;
const ROUND_MS = 10;
const GUARD_STALE_MS = 5_000;

export interface FolderLock {
  /** Renews the lock now. @returns false when it, or its folder, is gone or somebody else's. */
  renew(): Promise<boolean>;
  /** Leaves alone what is not its own any more. */
  release(): Promise<void>;
}

export interface LockOptions {
  /** Told once, when the lock turns out to be lost. */
  readonly onLost?: (() => void) | undefined;
  /** How long to wait for a living owner to end. */
  readonly patienceMs?: number | undefined;
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
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { onLost, patienceMs = PATIENCE_MS } = options;
  const path = join(folder, 'lock');
  const id = randomUUID();
  const mine = join(folder, `.lock-${id}`);
  const owner: LockOwner = { pid: process.pid, processStart: processStart(process.pid) ?? 'unknown', host: hostname() };
  // The id tells it from another lock of this very process.
  const text = JSON.stringify({ ...owner, id });
  try {
    await writeFile(mine, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new StartError('unwritable', `The data folder ${folder} cannot be written to. Choose another with --data.`, {
      cause: error,
    });
  }
  try {
    await takeLockPatiently(folder, path, mine, patienceMs);
  } finally {
    await rm(mine, { force: true });
  }
  return keepLock(path, text, onLost);
}

function keepLock(path: string, text: string, onLost: (() => void) | undefined): FolderLock {
  let isKept = true;
  const renew = async (): Promise<boolean> => {
    if (!isKept) return false;
    const found = await readLock(path);
    if (found === text) await utimes(path, new Date(), new Date()).catch(() => undefined);
    if (found === text || found === 'unreadable' || !isKept) return isKept;
    isKept = false;
    clearInterval(renewing);
    onLost?.();
    return false;
  };
  const renewing = setInterval(() => void renew(), TOUCH_MS);
  renewing.unref();
  return {
    renew,
    async release() {
      isKept = false;
      clearInterval(renewing);
      for (let round = 0; round < ROUNDS && (await readLock(path)) === text; round++) {
        if (!(await setAside(path, text))) await sleep(ROUND_MS);
      }
    },
  };
}

/** A disk that answers with an error for a moment has not taken the lock away: only what is seen to be gone is. */
async function readLock(path: string): Promise<string | 'unreadable' | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : 'unreadable';
  }
}

/** @returns Who holds the folder, in words; undefined when nobody does. */
export async function describeFolderLock(folder: string): Promise<string | undefined> {
  const path = join(folder, 'lock');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const holder = text === undefined ? undefined : await livingOwner(path, text);
  return holder === undefined ? undefined : describeOwner(holder);
}

async function takeLockPatiently(folder: string, path: string, mine: string, patienceMs: number): Promise<void> {
  for (const deadline = performance.now() + patienceMs; ; ) {
    try {
      return await takeLock(folder, path, mine);
    } catch (error) {
      const isHeld = error instanceof StartError && error.code === 'in_use';
      if (!isHeld || performance.now() >= deadline) throw error;
    }
    await sleep(RETRY_MS);
  }
}

/** `link` fails when the name exists, which makes it the one step that only one process can win. */
async function takeLock(folder: string, path: string, mine: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
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
    if (!(await setAside(path, text))) await sleep(ROUND_MS);
  }
  throw inUse(folder, undefined);
}

/**
 * Takes a lock away, if it still reads as it did. Only one process at a time may, behind a guard of its own: without it, a
 * slow one would take the lock that a quicker one has made meanwhile.
 * @returns false when another process is at it.
 */
async function setAside(path: string, text: string): Promise<boolean> {
  const guard = `${path}-guard`;
  try {
    await writeFile(guard, '', { flag: 'wx', mode: 0o600 });
  } catch {
    // Held for a millisecond; an old one was left by a process that was killed within it.
    const info = await stat(guard).catch(() => undefined);
    if (info !== undefined && Date.now() - info.mtimeMs > GUARD_STALE_MS) await rm(guard, { force: true });
    return false;
  }
  try {
    if ((await readLock(path)) === text) await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
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
