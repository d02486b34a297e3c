import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { type ConstructorOptions, type Db, fromPglite } from 'pg-boss';
import { closeTreeToOthers, ensureDataFolder } from './data-folder.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { MIGRATIONS } from './migrations.ts';
import { ensurePgliteFolder } from './prepared-database.ts';
import { StartError } from './start-error.ts';
import type { Queryable, Tables, Tx } from './tables.ts';
import { assertOutsideTransaction, insideTransaction } from './transaction-guard.ts';

/** Our longest transaction takes milliseconds; one that is open this long waits for something it never gets. */
const TRANSACTION_MS_MAX = 10_000;

export interface Database {
  /** PGlite has one owner, this process; a PostgreSQL may serve several. */
  readonly kind: 'pglite' | 'postgres';
  /** For single statements outside of transactions. @throws inside one. */
  readonly query: Queryable;
  /**
   * Commits when `work` returns, rolls back when it throws or takes too long. Inside, only the handle it is given may be
   * used, and nothing but the database may be awaited: on PGlite every other query waits meanwhile.
   */
  withTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** How pg-boss connects. */
  readonly queueOptions: ConstructorOptions;
  close(): Promise<void>;
}

/**
 * Opens PGlite in the data folder, or the PostgreSQL behind `databaseUrl`, and brings its tables up to date. The folder is
 * locked in either case, since other things live in it.
 * @param options.onLost Told once when the folder is gone or somebody else's. PGlite then refuses everything: whoever owns
 * its files now would find them changed under their hands.
 * @throws {StartError} `unwritable`, `in_use`, `damaged`, `database_unreachable`.
 */
export async function openDatabase(options: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly onLost?: (() => void) | undefined;
}): Promise<Database> {
  const { dataDir, databaseUrl } = options;
  await ensureDataFolder(dataDir);
  const folder = { isLost: false };
  const onLost = (): void => {
    folder.isLost = true;
    options.onLost?.();
  };
  const lock = await lockFolder(dataDir, { onLost });
  try {
    return databaseUrl === undefined ? await openPglite(dataDir, lock, folder) : await openPostgres(databaseUrl, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openPglite(dataDir: string, lock: FolderLock, owned: { readonly isLost: boolean }): Promise<Database> {
  const folder = join(dataDir, 'db');
  await assertUsable(folder);
  await ensurePgliteFolder(folder);
  let pglite: PGlite;
  try {
    pglite = await PGlite.create(folder);
  } catch (error) {
    throw damaged(folder, error);
  }
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  const assertUsableNow = (): void => {
    assertOutsideTransaction();
    if (owned.isLost) throw new Error(`The data folder ${dataDir} is gone, or belongs to another process now`);
  };
  const close = async (): Promise<void> => {
    // Closing writes. Left open, the files are as after a crash.
    if (!owned.isLost) await pglite.close();
    await lock.release();
  };
  try {
    await migrate(kysely);
  } catch (error) {
    await pglite.close().catch(() => undefined);
    throw damaged(folder, error);
  }
  // A file system without modes, or files of another user that we may write: both start as they always did.
  await closeTreeToOthers(folder).catch(() => undefined);
  const queueOptions: ConstructorOptions = { db: guarded(fromPglite(pglite), assertUsableNow), backend: 'pglite' };
  return makeDatabase({ kind: 'pglite', kysely, queueOptions, assertUsableNow, close });
}

async function openPostgres(databaseUrl: string, lock: FolderLock): Promise<Database> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that dies while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(kysely);
  } catch (error) {
    await pool.end().catch(() => undefined);
    throw new StartError('database_unreachable', `The database at DATABASE_URL cannot be used: ${firstLine(error)}`, {
      cause: error,
    });
  }
  const close = async (): Promise<void> => {
    await pool.end();
    await lock.release();
  };
  const queueOptions: ConstructorOptions = { connectionString: databaseUrl, max: 4 };
  return makeDatabase({ kind: 'postgres', kysely, queueOptions, assertUsableNow: assertOutsideTransaction, close });
}

function makeDatabase(
  parts: Pick<Database, 'kind' | 'queueOptions' | 'close'> & {
    readonly kysely: Kysely<Tables>;
    readonly assertUsableNow: () => void;
  },
): Database {
  const { kysely, assertUsableNow, ...rest } = parts;
  return {
    ...rest,
    get query() {
      assertUsableNow();
      return kysely;
    },
    withTransaction: async (work) => {
      assertUsableNow();
      const afterwards: (() => void)[] = [];
      const result = await kysely
        .transaction()
        .execute((tx) => insideTransaction(() => withWatchdog(work(tx)), afterwards));
      for (const callback of afterwards) callback();
      return result;
    },
  };
}

async function withWatchdog<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`A transaction was open for ${TRANSACTION_MS_MAX} ms and was rolled back`)),
      TRANSACTION_MS_MAX,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** pg-boss gets the same guard as everyone: a cold cache inside a transaction becomes an error, not a deadlock. */
function guarded(db: Db, assertUsableNow: () => void): Db {
  return {
    ...db,
    executeSql: (text, values) => {
      assertUsableNow();
      return db.executeSql(text, values);
    },
  };
}

async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** PGlite makes a new database over whatever lies in a folder without `PG_VERSION`; that would be the end of the old one. */
async function assertUsable(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [] as string[];
    throw damaged(folder, error);
  });
  if (names.length > 0 && !names.includes('PG_VERSION')) throw damaged(folder, undefined);
}

function damaged(folder: string, cause: unknown): StartError {
  return new StartError(
    'damaged',
    `The database in ${folder} is damaged and was left as it is. Restore it from a backup, or choose another folder with --data.`,
    { cause },
  );
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.split('\n')[0] ?? '';
}
