import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeSecretFile } from './secret-file.ts';

/** Lets whoever can read the data folder make and change teams and API keys over HTTP; it can do nothing else. */
export interface ManagementKey {
  /** Compares in constant time. */
  matches(key: string): boolean;
}

/**
 * Reads the key from `management-key` in the data folder, or makes it.
 * @throws {StartError} `unwritable`.
 */
export async function ensureManagementKey(dataDir: string): Promise<ManagementKey> {
  const file = join(dataDir, 'management-key');
  let key = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (key === '') {
    key = `oi-manage-${randomBytes(24).toString('base64url')}`;
    await writeSecretFile(file, key);
  }
  const expected = digest(key);
  return { matches: (given) => timingSafeEqual(digest(given), expected) };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
