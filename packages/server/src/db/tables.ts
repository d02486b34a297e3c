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
  /** The `KeySettings`. */
  settings: ColumnType<object, string | undefined, string>;
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
  /** The `ErrorDetail`s. */
  error_details: ColumnType<readonly object[], string | undefined, string>;
  /** The `Delivery`: what is to be done with the result besides handing out its URL. */
  delivery: ColumnType<object, string | undefined, string>;
  /** The `Delivered`: what could not be. */
  delivered: ColumnType<object, string | undefined, string>;
  /** Of the emulator: how this one is to go wrong. */
  scenario: ColumnType<object | null, string | null | undefined, string | null>;
  batch_id: Generated<string | null>;
  /** Not before then should an attempt look at the row; or, once it has ended, the sweeper at its inputs. */
  look_after: Date | null;
  created_at: Date;
  finished_at: Date | null;
  expires_at: Date | null;
  /** When its team deleted it. */
  deleted_at: ColumnType<Date | null, Date | undefined, Date>;
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

/** Uploaded, or made of a result that its caller wanted kept. */
export interface FilesTable {
  id: string;
  team_id: string;
  api_key_id: string;
  filename: string;
  purpose: Generated<string>;
  mime: string;
  size_bytes: Int64;
  sha256: string;
  object_key: string;
  created_at: Date;
  expires_at: Date | null;
  /** Set when it is no longer to be seen; its object is deleted by the sweeper. */
  deleted_at: Generated<Date | null>;
  object_deleted_at: Generated<Date | null>;
  delete_after: Generated<Date | null>;
  /** The secret part of its public URL, while it has one. */
  public_token: Generated<string | null>;
  public_expires_at: Generated<Date | null>;
  /** Of a stored result. */
  generation_id: Generated<string | null>;
  output_index: Generated<number | null>;
}

export interface BatchesTable {
  id: string;
  team_id: string;
  api_key_id: string;
  name: string;
  input_file_id: Generated<string | null>;
  is_sealed: Generated<boolean>;
  created_at: Date;
  expires_at: Date;
  cancelled_at: Generated<Date | null>;
  /** When nothing was pending any more; null again when more is added. */
  completed_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
}

export type BatchRequestState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface BatchRequestsTable {
  /** In the order of adding. */
  id: Generated<string>;
  batch_id: string;
  /** The caller's name for it, or ours; unique in its batch. */
  request_id: string;
  /** Such as `/v1/images/generations`. */
  endpoint: string;
  model: string | null;
  /** The order, as JSON, while it waits; null when it is large, and once it is not needed any more. */
  body: string | null;
  /** Of a large order: where it is stored. */
  body_key: string | null;
  /** Of pictures: how they are to be handed out. */
  response_format: 'url' | 'b64_json' | null;
  state: BatchRequestState;
  generation_id: Generated<string | null>;
  /** The `BatchError`, where its generation does not say why. */
  error: ColumnType<object | null, string | null | undefined, string | null>;
  billed_ticks: ColumnType<string | number | bigint, string | undefined, string>;
  /** Times that it was tried to submit it. */
  tries: Generated<number>;
  /** Not before then should it be tried. */
  look_after: Generated<Date | null>;
  created_at: Date;
  finished_at: Generated<Date | null>;
}

/** `until` as ISO 8601; null: it is the one that is used. */
export interface StoredSecret {
  readonly secret: string;
  readonly until: string | null;
}

/** What signs for the URLs that come with requests. */
export interface WebhookSecretsTable {
  team_id: string;
  secrets: Json<StoredSecret[]>;
}

export interface WebhookEndpointsTable {
  id: string;
  team_id: string;
  url: string;
  description: Generated<string>;
  events: ColumnType<readonly string[], string | undefined, string>;
  /** Newest first; each still signs until its time is up. None once it is deleted. */
  secrets: Json<StoredSecret[]>;
  disabled_at: Generated<Date | null>;
  disabled_reason: Generated<'requested' | 'gone' | 'failing' | null>;
  /** Since its first attempt that failed after the last one that did not. */
  failing_since: Generated<Date | null>;
  created_at: Date;
  deleted_at: Generated<Date | null>;
}

export interface WebhookMessagesTable {
  id: string;
  team_id: string;
  /** Null: the URL came with the request itself. */
  endpoint_id: string | null;
  url: string;
  event: string;
  /** The JSON as it is sent and signed. */
  body: string;
  generation_id: string | null;
  state: 'pending' | 'delivered' | 'failed';
  attempts: Generated<number>;
  next_at: Date;
  lease_until: Generated<Date | null>;
  created_at: Date;
  ended_at: Generated<Date | null>;
}

export interface WebhookAttemptsTable {
  id: Generated<string>;
  message_id: string;
  at: Date;
  duration_ms: number;
  status: number | null;
  error: string | null;
}

/** Replies of creating calls that make no generation; without a status while the first call is under way. */
export interface IdempotentRepliesTable {
  team_id: string;
  key: string;
  fingerprint: string;
  /** Proves who works under the key, until it has answered. */
  token: string;
  lease_until: Date | null;
  status: number | null;
  /** As it was sent. */
  body: string | null;
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
  files: FilesTable;
  batches: BatchesTable;
  batch_requests: BatchRequestsTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_secrets: WebhookSecretsTable;
  webhook_messages: WebhookMessagesTable;
  webhook_attempts: WebhookAttemptsTable;
  idempotent_replies: IdempotentRepliesTable;
  installation: InstallationTable;
}

export type GenerationRow = Selectable<GenerationsTable>;
export type AssetRow = Selectable<AssetsTable>;
export type NewAssetRow = Insertable<AssetsTable>;
export type ApiKeyRow = Selectable<ApiKeysTable>;
export type FileRow = Selectable<FilesTable>;
export type BatchRow = Selectable<BatchesTable>;
export type BatchRequestRow = Selectable<BatchRequestsTable>;
export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;
export type WebhookMessageRow = Selectable<WebhookMessagesTable>;

/** A transaction, or the handle outside of one. */
export type Queryable = Kysely<Tables>;
export type Tx = Transaction<Tables>;
