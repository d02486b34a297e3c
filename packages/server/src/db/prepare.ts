import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startQueue } from '../jobs/queue.ts';
import { openDatabase } from './database.ts';
import { keepPrepared } from './prepared-database.ts';

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Makes the database that first starts copy: run at install. */
export async function prepareDatabase(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'openimagine-prepare-'));
  try {
    const database = await openDatabase({ dataDir: folder });
    await (await startQueue(database, SILENT)).stop();
    await database.close();
    await keepPrepared(join(folder, 'db'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await prepareDatabase();
