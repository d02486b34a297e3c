import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process was started, as text that stays the same for its life and differs for a later process of the same id.
 * @returns undefined when there is no such process, or when it has ended and only waits for its parent to take note.
 */
export function processStart(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists, and belongs to someone else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return undefined;
  }
  return process.platform === 'linux' ? linuxProcessStart(pid) : otherProcessStart(pid);
}

/** Zombie, and dead in both spellings: what ended, holds nothing, and cannot be ended again. */
const ENDED = /^[ZXx]/;

/** Ticks since boot alone would repeat after a reboot, so the boot's own id goes with them. */
function linuxProcessStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name may hold spaces and brackets. After the last bracket: the state, field 3, and the start, field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (ENDED.test(fields[0] ?? '')) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19] ?? ''}`;
  } catch {
    return undefined;
  }
}

function otherProcessStart(pid: number): string | undefined {
  try {
    const options = { encoding: 'utf8', timeout: 2_000 } as const;
    const [state, ...start] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], options)
      .trim()
      .split(/\s+/);
    return ENDED.test(state ?? '') ? undefined : start.join(' ');
  } catch {
    // No `ps`: the process exists, and that is all we know.
    return 'unknown';
  }
}
