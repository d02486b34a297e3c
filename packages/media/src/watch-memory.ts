import { readFile } from 'node:fs/promises';

const INTERVAL_MS = 75;

/**
 * Tells again and again how much memory a process has in use. Linux only: elsewhere nothing is told.
 * @param told Given bytes that are resident, shared libraries included.
 * @returns Stops it.
 */
export function watchMemory(pid: number, told: (bytes: number) => void): () => void {
  if (process.platform !== 'linux') return () => {};
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const bytes = await residentBytes(pid);
    if (isStopped) return;
    if (bytes !== undefined) told(bytes);
    timer = setTimeout(look, INTERVAL_MS).unref();
  };
  timer = setTimeout(look, INTERVAL_MS).unref();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** @returns undefined when the process has gone, or on systems that do not tell. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  try {
    // In kilobytes here; `statm` counts pages, whose size is not told.
    const match = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}
