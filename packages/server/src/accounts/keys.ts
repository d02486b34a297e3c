import { ApiError, type KeySettings } from '@openimagine/contract';
import type { Database } from '../db/database.ts';
import type { ApiKeyRow, Queryable } from '../db/tables.ts';
import { hashKey, isPossibleKey, makeKey, redactKey } from './key-format.ts';
import { parseStoredSettings } from './key-settings.ts';

/** Who asks: the team that owns and pays, and the key that spoke for it. */
export interface Caller {
  readonly teamId: string;
  readonly keyId: string;
  readonly acls: readonly string[];
  readonly settings: KeySettings;
}

/** A key without its secret. */
export interface ApiKey {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly redacted: string;
  readonly acls: readonly string[];
  readonly settings: KeySettings;
  readonly disabled: boolean;
  readonly expiresAt: Date | undefined;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

export interface NewKey {
  readonly teamId: string;
  readonly name: string;
  readonly acls?: readonly string[] | undefined;
  readonly settings?: KeySettings | undefined;
  readonly expiresAt?: Date | undefined;
  /** The key itself, when the operator has chosen it, or when it is kept in a file already. Default: a new one. */
  readonly preset?: string | undefined;
}

export interface KeyStore {
  /**
   * @throws {ApiError} `unauthenticated` for a key that is unknown, revoked or expired; `permission-denied` for one that
   * is disabled.
   */
  authenticate(key: string): Promise<Caller>;
  /** The only time that `key` can be seen. */
  create(key: NewKey): Promise<{ readonly apiKey: ApiKey; readonly key: string }>;
  /** Oldest first; without the revoked. */
  list(teamId: string): Promise<ApiKey[]>;
  get(teamId: string, keyId: string): Promise<ApiKey | undefined>;
  /** From the next request on the key is unknown. @returns false when the team has no such key. */
  revoke(teamId: string, keyId: string): Promise<boolean>;
}

export const ALL_ACLS = ['api-key:model:*', 'api-key:endpoint:*'] as const;

/** Cached keys at most: a few MB. The oldest leaves first. */
const CACHED_MAX = 10_000;
/** Other processes on the same PostgreSQL revoke keys too; this is how long that may take to be noticed here. */
const SHARED_CACHE_MS = 2_000;

export function createKeyStore(
  database: Database,
  chance: { readonly now: () => Date; readonly randomUUID: () => string },
): KeyStore {
  const cache = new Map<string, { readonly key: ApiKey; readonly readAtMs: number }>();
  /** Counts changes, so that a read that was under way during one is not cached. */
  let changes = 0;

  const find = async (hash: string): Promise<ApiKey | undefined> => {
    const nowMs = chance.now().getTime();
    const cached = cache.get(hash);
    if (cached !== undefined && (database.kind === 'pglite' || nowMs - cached.readAtMs < SHARED_CACHE_MS))
      return cached.key;
    const changesBefore = changes;
    const rows = await database.query
      .selectFrom('api_keys')
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .selectAll()
      .execute();
    cache.delete(hash);
    if (rows[0] === undefined) return undefined;
    const key = toApiKey(rows[0]);
    if (changes === changesBefore) {
      if (cache.size >= CACHED_MAX) cache.delete(cache.keys().next().value!);
      cache.set(hash, { key, readAtMs: nowMs });
    }
    return key;
  };

  return {
    async authenticate(text) {
      const key = isPossibleKey(text) ? await find(hashKey(text)) : undefined;
      if (key === undefined || (key.expiresAt !== undefined && key.expiresAt <= chance.now())) {
        throw new ApiError(
          'unauthenticated',
          'Incorrect API key provided: it is unknown or has expired. Check it, or make one with `openimagine key create`.',
        );
      }
      if (key.disabled) throw new ApiError('permission-denied', `The API key ${key.redacted} is disabled.`);
      return { teamId: key.teamId, keyId: key.id, acls: key.acls, settings: key.settings };
    },
    async create(newKey) {
      const key = newKey.preset ?? makeKey();
      const now = chance.now();
      const row = {
        id: chance.randomUUID(),
        team_id: newKey.teamId,
        name: newKey.name,
        hash: hashKey(key),
        redacted: redactKey(key),
        acls: JSON.stringify(newKey.acls ?? ALL_ACLS),
        settings: JSON.stringify(newKey.settings ?? {}),
        disabled: false,
        expires_at: newKey.expiresAt ?? null,
        revoked_at: null,
        created_at: now,
        modified_at: now,
      };
      const rows = await database.query.insertInto('api_keys').values(row).returningAll().execute();
      return { apiKey: toApiKey(rows[0]!), key };
    },
    async list(teamId) {
      const rows = await ofTeam(database.query, teamId).orderBy('created_at').orderBy('id').execute();
      return rows.map(toApiKey);
    },
    async get(teamId, keyId) {
      const rows = await ofTeam(database.query, teamId).where('id', '=', keyId).execute();
      return rows[0] === undefined ? undefined : toApiKey(rows[0]);
    },
    async revoke(teamId, keyId) {
      const now = chance.now();
      const rows = await database.query
        .updateTable('api_keys')
        .set({ revoked_at: now, modified_at: now })
        .where('team_id', '=', teamId)
        .where('id', '=', keyId)
        .where('revoked_at', 'is', null)
        .returning('hash')
        .execute();
      changes++;
      for (const { hash } of rows) cache.delete(hash);
      return rows.length > 0;
    },
  };
}

function ofTeam(db: Queryable, teamId: string) {
  return db.selectFrom('api_keys').where('team_id', '=', teamId).where('revoked_at', 'is', null).selectAll();
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    teamId: row.team_id,
    name: row.name,
    redacted: row.redacted,
    acls: row.acls,
    settings: parseStoredSettings(row.settings),
    disabled: row.disabled,
    expiresAt: row.expires_at ?? undefined,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}
