import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads a file that an earlier run made, or makes it. A reader sees all of it or none. */
export async function cachedFile(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = join(tmpdir(), 'openimagine-example-clips');
  const path = join(folder, name);
  const found = await readFile(path).catch(() => undefined);
  if (found) return found;
  const bytes = await make();
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, path);
  return bytes;
}
