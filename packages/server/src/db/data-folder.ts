import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from './start-error.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** Set on folders that everyone may write to, such as `/tmp`: closing those would break the machine. */
const STICKY = 0o1000;

/**
 * Makes the data folder when it is missing, and closes it to everyone but its owner.
 * @throws {StartError} `unwritable`.
 */
export async function ensureDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await closeToOthers(folder);
  } catch (error) {
    throw new StartError('unwritable', `The data folder ${folder} cannot be made. Choose another with --data.`, {
      cause: error,
    });
  }
}

/**
 * Makes a folder and what is missing above it. Node's own `recursive` never returns where a folder exists but none can be
 * made in it and the system says `ENOENT`, as in `/proc`.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: OWNER_ONLY_FOLDER });
  } catch (error) {
    if (await isFolder(path)) return;
    const parent = dirname(path);
    if (!hasCode(error, 'ENOENT') || parent === path || (await isFolder(parent))) throw error;
    await makeFolder(parent);
    await mkdir(path, { mode: OWNER_ONLY_FOLDER }).catch(async (second: unknown) => {
      if (!(await isFolder(path))) throw second;
    });
  }
}

/**
 * Files too: PGlite makes its own readable and writable by everyone, whatever the umask is. What it makes later lies in
 * closed folders. Takes 20 ms for a thousand files.
 */
export async function closeTreeToOthers(folder: string): Promise<void> {
  await setModes(folder, { folders: OWNER_ONLY_FOLDER, files: OWNER_ONLY_FILE });
}

/** Everyone may read it, and only its owner write: what one user installs, another runs. */
export async function openTreeToReaders(folder: string): Promise<void> {
  await setModes(folder, { folders: 0o755, files: 0o644 });
}

async function setModes(folder: string, modes: { readonly folders: number; readonly files: number }): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  await chmod(folder, modes.folders);
  for (const entry of entries) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), modes.folders);
    else if (entry.isFile()) await chmod(join(entry.parentPath, entry.name), modes.files);
  }
}

/** A folder that belongs to someone else, such as a mounted volume, stays as it is; then what is in it is closed. */
async function closeToOthers(folder: string): Promise<void> {
  const { uid, mode } = await stat(folder);
  if (uid === process.getuid?.() && (mode & STICKY) === 0) {
    const isClosed = await chmod(folder, OWNER_ONLY_FOLDER).then(
      () => true,
      () => false,
    );
    if (isClosed) return;
  }
  for (const name of ['db', 'objects', 'tmp']) {
    // Missing before the first start; a file system without modes has nothing to set.
    await chmod(join(folder, name), OWNER_ONLY_FOLDER).catch(() => undefined);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
