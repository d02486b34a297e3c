import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { StartError } from '../db/start-error.ts';
import { hashKey, PRESET_KEY_CHARACTERS_MIN } from './key-format.ts';
import type { KeyStore } from './keys.ts';

export interface FirstKey {
  /** The team that the operator's own keys belong to. */
  readonly teamId: string;
  /** Set once, when this start made the key: show it now. */
  readonly newKey: string | undefined;
  /** Where the local command finds the key. */
  readonly keyFile: string;
}

/** @throws {StartError} `invalid_key` when the operator's own key is too short to be safe, or cannot be sent in a header. */
export function assertPresetKey(preset: string | undefined): void {
  if (preset === undefined || (preset.length >= PRESET_KEY_CHARACTERS_MIN && /^[\x21-\x7e]{1,256}$/.test(preset)))
    return;
  throw new StartError(
    'invalid_key',
    `OPENIMAGINE_API_KEY must be ${PRESET_KEY_CHARACTERS_MIN} to 256 printable characters without spaces.`,
  );
}

/**
 * Makes sure that there is a team, a key, and the key's file, which only the owner may read. A preset key is added when
 * it is not known yet.
 * @throws {StartError} `unwritable` when the file cannot be written.
 */
export async function ensureFirstKey(
  database: Database,
  keys: KeyStore,
  options: {
    readonly dataDir: string;
    readonly preset: string | undefined;
    readonly now: () => Date;
    readonly randomUUID: () => string;
  },
): Promise<FirstKey> {
  const { preset } = options;
  const keyFile = join(options.dataDir, 'api-key');
  const teamId = await ensureTeam(database, options);
  if (preset !== undefined) {
    if (!(await isKnown(database, preset))) await keys.create({ teamId, name: 'preset', preset });
    await writeKeyFile(keyFile, preset);
    return { teamId, newKey: undefined, keyFile };
  }
  const kept = (await readFile(keyFile, 'utf8').catch(() => '')).trim();
  if (kept !== '' && (await isKnown(database, kept))) return { teamId, newKey: undefined, keyFile };
  if (kept === '' && (await keys.list(teamId)).length > 0) return { teamId, newKey: undefined, keyFile };
  const { key } = await keys.create({ teamId, name: 'first key' });
  await writeKeyFile(keyFile, key);
  return { teamId, newKey: key, keyFile };
}

const FIRST_TEAM = 'first-team';

async function ensureTeam(
  database: Database,
  { now, randomUUID }: { readonly now: () => Date; readonly randomUUID: () => string },
): Promise<string> {
  // Processes that start together on one PostgreSQL agree on the team by this row: whoever comes second reads it.
  await database.query
    .insertInto('installation')
    .values({ name: FIRST_TEAM, value: randomUUID() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const rows = await database.query.selectFrom('installation').where('name', '=', FIRST_TEAM).select('value').execute();
  const id = rows[0]!.value;
  await database.query
    .insertInto('teams')
    .values({ id, name: 'default', created_at: now() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

async function isKnown(database: Database, key: string): Promise<boolean> {
  const rows = await database.query
    .selectFrom('api_keys')
    .where('hash', '=', hashKey(key))
    .where('revoked_at', 'is', null)
    .select('id')
    .execute();
  return rows.length > 0;
}

async function writeKeyFile(path: string, key: string): Promise<void> {
  try {
    await writeFile(path, `${key}\n`, { mode: 0o600 });
    // The mode above counts only for a new file.
    await chmod(path, 0o600);
  } catch (error) {
    throw new StartError('unwritable', `The key file ${path} cannot be written.`, { cause: error });
  }
}
