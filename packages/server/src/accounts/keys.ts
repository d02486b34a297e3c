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

/** What can be changed about a key; what is absent stays. */
export interface KeyChanges {
  readonly name?: string;
  readonly acls?: readonly string[];
  readonly settings?: KeySettings;
  readonly disabled?: boolean;
  /** Null: never. */
  readonly expiresAt?: Date | null;
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
  /** As `list`, some at a time. @param page.after The id of the last one that is known already. */
  page(
    teamId: string,
    page: { readonly limit: number; readonly after?: string; readonly activeOnly?: boolean },
  ): Promise<ApiKey[]>;
  get(teamId: string, keyId: string): Promise<ApiKey | undefined>;
  /** Of whatever team. */
  find(keyId: string): Promise<ApiKey | undefined>;
  /**
   * From the next request on the key is what `change` makes of it; on other processes of the same PostgreSQL a moment later.
   * @param change Given the key as it is; whatever it throws leaves the key so.
   */
  change(teamId: string, keyId: string, change: (key: ApiKey) => KeyChanges): Promise<ApiKey | undefined>;
  /** Gives the key a new secret; the old one is unknown from the next request on. */
  rotate(teamId: string, keyId: string): Promise<{ readonly apiKey: ApiKey; readonly key: string } | undefined>;
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
    // Either way: a clock that is set back must not keep what it has for longer.
    const isFresh = cached !== undefined && Math.abs(nowMs - cached.readAtMs) < SHARED_CACHE_MS;
    if (cached !== undefined && (database.kind === 'pglite' || isFresh)) return cached.key;
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

  const forget = (hash: string): void => {
    changes++;
    cache.delete(hash);
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
      return callerOf(key);
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
    async page(teamId, { limit, after, activeOnly = false }) {
      const rows = await ofTeam(database.query, teamId)
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, selectFrom }) =>
            eb(
              refTuple('created_at', 'id'),
              '>',
              // Also after it was revoked.
              selectFrom('api_keys').where('id', '=', after!).select(['created_at', 'id']).$asTuple('created_at', 'id'),
            ),
          ),
        )
        .$if(activeOnly, (query) =>
          query
            .where('disabled', '=', false)
            .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', chance.now())])),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toApiKey);
    },
    async get(teamId, keyId) {
      const rows = await ofTeam(database.query, teamId).where('id', '=', keyId).execute();
      return rows[0] === undefined ? undefined : toApiKey(rows[0]);
    },
    async find(keyId) {
      const rows = await database.query
        .selectFrom('api_keys')
        .where('id', '=', keyId)
        .where('revoked_at', 'is', null)
        .selectAll()
        .execute();
      return rows[0] === undefined ? undefined : toApiKey(rows[0]);
    },
    async change(teamId, keyId, change) {
      const row = await database.withTransaction(async (tx) => {
        const [before] = await ofTeam(tx, teamId).where('id', '=', keyId).forUpdate().execute();
        if (before === undefined) return undefined;
        const set = toColumns(change(toApiKey(before)));
        return await tx
          .updateTable('api_keys')
          .set({ ...set, modified_at: chance.now() })
          .where('id', '=', keyId)
          .returningAll()
          .executeTakeFirstOrThrow();
      });
      if (row === undefined) return undefined;
      forget(row.hash);
      return toApiKey(row);
    },
    async rotate(teamId, keyId) {
      const key = makeKey();
      const hashes = await database.withTransaction(async (tx) => {
        const [before] = await ofTeam(tx, teamId).where('id', '=', keyId).forUpdate().execute();
        if (before === undefined) return undefined;
        const after = await tx
          .updateTable('api_keys')
          .set({ hash: hashKey(key), redacted: redactKey(key), modified_at: chance.now() })
          .where('id', '=', keyId)
          .returningAll()
          .executeTakeFirstOrThrow();
        return { before: before.hash, after };
      });
      if (hashes === undefined) return undefined;
      forget(hashes.before);
      return { apiKey: toApiKey(hashes.after), key };
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
      for (const { hash } of rows) forget(hash);
      return rows.length > 0;
    },
  };
}

/** Who asks with a key. Whether it is disabled or has expired was asked before. */
export function callerOf({ teamId, id, acls, settings }: ApiKey): Caller {
  return { teamId, keyId: id, acls, settings };
}

function ofTeam(db: Queryable, teamId: string) {
  return db.selectFrom('api_keys').where('team_id', '=', teamId).where('revoked_at', 'is', null).selectAll();
}

function toColumns({ name, acls, settings, disabled, expiresAt }: KeyChanges) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(acls === undefined ? {} : { acls: JSON.stringify(acls) }),
    ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
  };
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
