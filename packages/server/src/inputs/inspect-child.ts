import { readFile } from 'node:fs/promises';
import { inspectMedia, serveTasks } from '@openimagine/media';

/** The child process that opens strangers' files, and nothing else. */
serveTasks({
  inspect: async (path) => inspectMedia(await readFile(path as string)),
});
