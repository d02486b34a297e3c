import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { StartError } from '../db/start-error.ts';

/**
 * Writes a key into a file that only its owner may read, as one line. Whole or not at all: a crash leaves what was there.
 * @throws {StartError} `unwritable`.
 */
export async function writeSecretFile(path: string, secret: string): Promise<void> {
  const partial = `${path}.partial-${randomUUID()}`;
  try {
    await writeFile(partial, `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new StartError(
      'unwritable',
      `The key file ${path} cannot be written. Remove what is in its place, or choose another folder with --data.`,
      { cause: error },
    );
  }
}
