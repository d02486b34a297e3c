import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Machines and containers may share a folder for what is temporary, but not their process ids. */
const PREFIX = `openimagine-draft-${hostname().replace(/[^\w]/g, '')}.`;

/** Makes a folder for what the tasks of one order leave for each other. Whoever makes it deletes it. */
export function makeScratch(parent = tmpdir()): Promise<string> {
  return mkdtemp(join(parent, `${PREFIX}${process.pid}-`));
}

/** Deletes the folders of processes that were killed in the midst of an order. What cannot be deleted stays. */
export async function clearScratch(parent = tmpdir()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  const left = names.filter((name) => {
    const pid = name.startsWith(PREFIX) ? /^(\d+)-/.exec(name.slice(PREFIX.length))?.[1] : undefined;
    return pid !== undefined && !isRunning(Number(pid));
  });
  for (const name of left) await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
