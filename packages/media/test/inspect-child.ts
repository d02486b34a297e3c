import { readFile } from 'node:fs/promises';
import { inspectMedia, serveTasks } from '../src/index.ts';

/** Looks at strangers' files as the server's child does, and tells how much memory it ever had. */
serveTasks({
  inspect: async (path) => inspectMedia(await readFile(String(path))),
  peak: async () => Number(/^VmHWM:\s+(\d+)/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024,
});
