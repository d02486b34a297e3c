import type { ColumnType, Generated, Insertable, JSONColumnType, Kysely, Selectable, Transaction } from 'kysely';

/** Drivers hand out 64-bit integers as text, number or bigint; `BigInt(value)` reads each of them. */
type Int64 = ColumnType<string | number | bigint, string, string>;
type Json<T extends object> = JSONColumnType<T, string, string>;

/** The only states a generation can be in. On the wire `queued`, `running` and `unresolved` are `pending`. */
export type GenerationState = 'queued' | 'running' | 'unresolved' | 'done' | 'failed' | 'expired' | 'cancelled';

export interface TeamsTable {
  id: string;
  name: string;
  created_at: Date;
}

export interface ApiKeysTable {
  id: string;
  team_id: string;
  name: string;
  /** SHA-256 of the key, hex. The key itself is nowhere. */
  hash: string;
  redacted: string;
  acls: Json<string[]>;
  disabled: boolean;
  expires_at: Date | null;
  revoked_at: Date | null;
  created_at: Date;
  modified_at: Date;
}

export interface GenerationsTable {
  id: string;
  team_id: string;
  api_key_id: string;
  kind: 'image' | 'video';
  operation: string;
  /** The public model's concrete id. */
  model: string;
  engine: string;
  state: GenerationState;
  /** The `StoredRequest`. */
  request: Json<object>;
  /** True while the files of its inputs are in storage. */
  inputs_kept: Generated<boolean>;
  /** What the price table said when the generation was accepted. */
  price_ticks: Int64;
  billed_ticks: Int64 | null;
  seed: Int64;
  /** Attempts begun with `run`. Finding a job again by its ref is not a new one. */
  attempts: Generated<number>;
  /** Times the row was taken up, found again or begun; names the files of each. */
  claims: Generated<number>;
  /** Proves who owns the row; null when nobody does. */
  attempt_token: string | null;
  /** Until then the owner is believed to live. It renews this while it works. */
  lease_until: Date | null;
  engine_ref: Json<object> | null;
  /** 0 … 1. */
  progress: Generated<number>;
  /** Outputs of a done generation that moderation refused; they have no asset. */
  moderated_indexes: ColumnType<readonly number[], string | undefined, string>;
  error_code: string | null;
  error_message: string | null;
  /** Not before then should an attempt look at the row. */
  look_after: Date | null;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
}

export interface AssetsTable {
  id: string;
  team_id: string;
  generation_id: string;
  output_index: number;
  object_key: string;
  mime: string;
  size_bytes: Int64;
  sha256: string;
  width: number;
  height: number;
  duration_seconds: number | null;
  revised_prompt: string | null;
  created_at: Date;
  expires_at: Date;
  /** Set when its file could not be deleted: not before then is it tried again. */
  delete_after: ColumnType<Date | null, Date | undefined, Date>;
  /** When its file was deleted. */
  deleted_at: Date | null;
}

export interface IdempotencyTable {
  team_id: string;
  key: string;
  fingerprint: string;
  generation_id: string;
  created_at: Date;
}

/** Append-only. The rows of one transfer sum to zero. */
export interface LedgerEntriesTable {
  id: Generated<string>;
  team_id: string;
  /** `hold:<generation>` or `close:<generation>`; with the account it is unique, which makes each step safe to repeat. */
  transfer: string;
  kind: 'hold' | 'settle' | 'release';
  account: string;
  amount_ticks: Int64;
  generation_id: string;
  created_at: Date;
}

/** What belongs to the installation as a whole, such as the secret that signs URLs. */
export interface InstallationTable {
  name: string;
  value: string;
}

export interface Tables {
  teams: TeamsTable;
  api_keys: ApiKeysTable;
  generations: GenerationsTable;
  assets: AssetsTable;
  idempotency: IdempotencyTable;
  ledger_entries: LedgerEntriesTable;
  installation: InstallationTable;
}

export type GenerationRow = Selectable<GenerationsTable>;
export type AssetRow = Selectable<AssetsTable>;
export type NewAssetRow = Insertable<AssetsTable>;
export type ApiKeyRow = Selectable<ApiKeysTable>;

/** A transaction, or the handle outside of one. */
export type Queryable = Kysely<Tables>;
export type Tx = Transaction<Tables>;
