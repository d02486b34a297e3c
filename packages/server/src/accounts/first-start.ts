import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import { StartError } from '../db/start-error.ts';
import { hashKey, makeKey, PRESET_KEY_CHARACTERS_MIN } from './key-format.ts';
import type { KeyStore } from './keys.ts';
import { writeSecretFile } from './secret-file.ts';

export interface FirstKey {
  /** The team that the operator's own keys belong to. */
  readonly teamId: string;
  /** Set once, when this start made the local key: show it now. */
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
 * Makes sure that there is a team, and a key in the file that the local commands read. A preset key is added when it is
 * not known yet; a file that is gone, or whose key is unknown or revoked, gets a new key.
 *
 * The file is written before the row: a crash in between leaves a key that nobody was shown and that opens nothing, which
 * the next start replaces. The other way round a key could exist that nobody ever saw.
 * @throws {StartError} `unwritable` when the file cannot be written; `invalid_key` when the preset key was revoked.
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
  const kept = (await readFile(keyFile, 'utf8').catch(() => '')).trim();
  if (preset !== undefined) {
    await ensurePreset(database, keys, { teamId, preset });
    // Also over the same key: the file may be readable by others.
    await writeSecretFile(keyFile, preset);
    return { teamId, newKey: undefined, keyFile };
  }
  if (kept !== '' && (await stateOf(database, kept)) === 'usable') return { teamId, newKey: undefined, keyFile };
  const newKey = makeKey();
  await writeSecretFile(keyFile, newKey);
  const isFirst = (await keys.list(teamId)).length === 0;
  await keys.create({ teamId, name: isFirst ? 'first key' : 'local key', preset: newKey });
  return { teamId, newKey, keyFile };
}

async function ensurePreset(
  database: Database,
  keys: KeyStore,
  { teamId, preset }: { readonly teamId: string; readonly preset: string },
): Promise<void> {
  const state = await stateOf(database, preset);
  if (state === 'usable') return;
  if (state === 'revoked')
    throw new StartError('invalid_key', 'The key in OPENIMAGINE_API_KEY was revoked. Choose another one.');
  try {
    await keys.create({ teamId, name: 'preset', preset });
  } catch (error) {
    // Another process on the same PostgreSQL may have been quicker.
    if ((await stateOf(database, preset)) !== 'usable') throw error;
  }
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

async function stateOf(database: Database, key: string): Promise<'unknown' | 'usable' | 'revoked'> {
  const rows = await database.query
    .selectFrom('api_keys')
    .where('hash', '=', hashKey(key))
    .select('revoked_at')
    .execute();
  if (rows[0] === undefined) return 'unknown';
  return rows[0].revoked_at === null ? 'usable' : 'revoked';
}
