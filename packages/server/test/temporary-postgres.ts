import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A PostgreSQL of its own for the tests, in a temporary folder, reached by a socket in that folder and by nothing else.
 * Vitest calls this once before the tests of its project.
 * @returns What ends it again.
 */
export default async function startPostgres(): Promise<() => Promise<void>> {
  const programs = findPostgres();
  const folder = postgresFolder();
  if (programs === undefined || folder === undefined) return async () => undefined;
  const owner = folderOwner(folder);
  execFileSync(join(programs, 'initdb'), ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '--no-sync'], {
    stdio: 'ignore',
    ...owner,
  });
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    { stdio: 'ignore', ...owner },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  while (!existsSync(join(folder, '.s.PGSQL.5432'))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Where `initdb` and `postgres` are; undefined where they are not installed. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Made by the configuration, which has to know the address before the server runs. */
export function makePostgresFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openimagine-postgres-'));
  process.env.OPENIMAGINE_TEST_POSTGRES = folder;
  return folder;
}

function postgresFolder(): string | undefined {
  return process.env.OPENIMAGINE_TEST_POSTGRES;
}

/** PostgreSQL refuses to run as root, so there it runs as its own user. */
function folderOwner(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const owner = { uid: id('-u'), gid: id('-g') };
  chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o755);
  return owner;
}
