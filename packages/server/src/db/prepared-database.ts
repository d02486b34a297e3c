import { createHash, randomUUID } from 'node:crypto';
import { access, cp, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { openTreeToReaders } from './data-folder.ts';

/**
 * Making a PGlite database from nothing takes 2 s and 1.2 GB on a quiet machine, and 20 s on a busy one; copying one that
 * was made at install takes 0.1 s. It holds empty tables and nothing that is secret or particular to an installation.
 */
const PREPARED_FOLDER = join('.cache', 'openimagine');

/**
 * Makes sure that there is a database in the folder: the one that is there, a copy of the prepared one, or a new one.
 * Whole or not at all: what a killed process leaves is beside it, and removed here.
 */
export async function ensurePgliteFolder(folder: string): Promise<void> {
  await removeUnfinished(folder);
  if ((await readdir(folder).catch(() => [])).length > 0) return;
  const partial = `${folder}.partial-${randomUUID()}`;
  if (await hasPrepared()) await cp(await preparedPath(), partial, { recursive: true });
  else await (await PGlite.create(partial)).close();
  await rmdir(folder).catch(() => undefined);
  await rename(partial, folder);
}

export async function hasPrepared(): Promise<boolean> {
  return access(join(await preparedPath(), 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Keeps a copy of a database with empty tables for later first starts on this machine. */
export async function keepPrepared(folder: string): Promise<void> {
  const prepared = await preparedPath();
  const partial = `${prepared}.partial-${randomUUID()}`;
  await mkdir(dirname(prepared), { recursive: true });
  await cp(folder, partial, { recursive: true });
  await openTreeToReaders(partial);
  // Another process may have been quicker; its copy is as good.
  await rename(partial, prepared).catch(() => rm(partial, { recursive: true, force: true }));
}

/** Named by everything that decides what is in it, so that an older one is never used. */
async function preparedPath(): Promise<string> {
  const resolve = createRequire(import.meta.url).resolve;
  const hash = createHash('sha256');
  for (const file of ['./migrations.ts', './rest-wire-tables.ts', '../../package.json'])
    hash.update(await readFile(new URL(file, import.meta.url)));
  return join(
    modulesFolder(resolve('@electric-sql/pglite')),
    PREPARED_FOLDER,
    `database-${hash.digest('hex').slice(0, 16)}`,
  );
}

/** The `node_modules` that holds a dependency: written at install, ignored by git, gone with the installation. */
function modulesFolder(path: string): string {
  const end = path.lastIndexOf('node_modules');
  return end < 0 ? dirname(fileURLToPath(import.meta.url)) : path.slice(0, end + 'node_modules'.length);
}

async function removeUnfinished(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (join(parent, name).startsWith(`${folder}.partial-`))
      await rm(join(parent, name), { recursive: true, force: true });
  }
}
