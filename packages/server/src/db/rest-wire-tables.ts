/** Files, batches, webhooks, key settings, and what a generation is to deliver besides its URL. */
export const REST_WIRE_TABLES = [
  `alter table api_keys add column settings jsonb not null default '{}'`,
  `alter table generations add column delivery jsonb not null default '{}'`,
  `alter table generations add column scenario jsonb`,
  `alter table generations add column batch_id uuid`,
  `alter table generations add column error_details jsonb not null default '[]'`,
  // What became of the delivery: an error of storage by output index, and of the upload.
  `alter table generations add column delivered jsonb not null default '{}'`,
  `alter table generations add column deleted_at timestamptz`,
  `create index generations_by_team_and_id on generations (team_id, created_at desc, id desc)`,
  `create table files (
    id uuid primary key,
    team_id uuid not null references teams (id),
    api_key_id uuid not null references api_keys (id),
    filename text not null,
    purpose text not null default '',
    mime text not null,
    size_bytes bigint not null,
    sha256 text not null,
    object_key text not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    -- Set when it is no longer to be seen; its object is deleted by the sweeper.
    deleted_at timestamptz,
    object_deleted_at timestamptz,
    delete_after timestamptz,
    public_token text unique,
    public_expires_at timestamptz,
    generation_id uuid,
    output_index integer,
    unique (generation_id, output_index)
  )`,
  `create index files_by_team on files (team_id, created_at, id) where deleted_at is null`,
  `create index files_expiring on files (expires_at) where object_deleted_at is null`,
  `create index files_deleted on files (deleted_at) where object_deleted_at is null`,
  `create table batches (
    id uuid primary key,
    team_id uuid not null references teams (id),
    api_key_id uuid not null references api_keys (id),
    name text not null,
    input_file_id uuid,
    -- Nothing can be added any more.
    is_sealed boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    cancelled_at timestamptz,
    -- Set when it has requests and none is pending; null again when more are added.
    completed_at timestamptz,
    -- Set when it is sealed or cancelled and nothing of it is pending.
    ended_at timestamptz
  )`,
  `create index batches_by_team on batches (team_id, created_at desc, id desc)`,
  `create index batches_open on batches (created_at) where ended_at is null`,
  `create table batch_requests (
    id bigint generated always as identity primary key,
    batch_id uuid not null references batches (id),
    request_id text not null,
    endpoint text not null,
    model text,
    -- The order, as JSON, while it waits; or where it lies when it is large.
    body text,
    body_key text,
    response_format text,
    state text not null check (state in ('waiting', 'running', 'succeeded', 'failed', 'cancelled')),
    generation_id uuid,
    error jsonb,
    billed_ticks bigint not null default 0,
    -- Times that it was tried to submit it, and when it may be tried again.
    tries integer not null default 0,
    look_after timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    unique (batch_id, request_id)
  )`,
  `create index batch_requests_in_order on batch_requests (batch_id, id)`,
  `create index batch_requests_waiting on batch_requests (batch_id, id) where state = 'waiting'`,
  `create index batch_requests_running on batch_requests (batch_id) where state = 'running'`,
  `create index batch_requests_with_object on batch_requests (body_key) where body_key is not null`,
  `create table webhook_endpoints (
    id uuid primary key,
    team_id uuid not null references teams (id),
    url text not null,
    description text not null default '',
    events jsonb not null default '["*"]',
    -- Newest first, each with the time until which it still signs.
    secrets jsonb not null,
    disabled_at timestamptz,
    disabled_reason text check (disabled_reason in ('requested', 'gone', 'failing')),
    -- Since its first attempt that failed after the last one that did not.
    failing_since timestamptz,
    created_at timestamptz not null,
    deleted_at timestamptz
  )`,
  `create index webhook_endpoints_by_team on webhook_endpoints (team_id) where deleted_at is null`,
  // Of each team one, for the URLs that come with requests.
  `create table webhook_secrets (
    team_id uuid primary key references teams (id),
    secrets jsonb not null
  )`,
  `create table webhook_messages (
    id uuid primary key,
    team_id uuid not null references teams (id),
    -- Null: the URL came with the request itself.
    endpoint_id uuid references webhook_endpoints (id),
    url text not null,
    event text not null,
    -- The bytes that are sent and signed: jsonb would order them anew.
    body text not null,
    generation_id uuid,
    state text not null check (state in ('pending', 'delivered', 'failed')),
    attempts integer not null default 0,
    next_at timestamptz not null,
    lease_until timestamptz,
    created_at timestamptz not null,
    ended_at timestamptz
  )`,
  `create index webhook_messages_due on webhook_messages (next_at) where state = 'pending'`,
  `create index webhook_messages_by_team on webhook_messages (team_id, created_at desc, id desc)`,
  `create index webhook_messages_by_age on webhook_messages (created_at)`,
  `create table webhook_attempts (
    id bigint generated always as identity primary key,
    message_id uuid not null references webhook_messages (id) on delete cascade,
    at timestamptz not null,
    duration_ms integer not null,
    status integer,
    error text
  )`,
  `create index webhook_attempts_by_message on webhook_attempts (message_id, id)`,
  // Replies of creating calls that make no generation, kept for as long as an Idempotency-Key counts.
  `create table idempotent_replies (
    team_id uuid not null references teams (id),
    key text not null,
    fingerprint text not null,
    -- Proves who works under the key, until it has answered; a lease that ran out is anybody's.
    token uuid not null,
    lease_until timestamptz,
    status integer,
    -- As it was sent.
    body text,
    created_at timestamptz not null,
    primary key (team_id, key)
  )`,
  `create index idempotent_replies_by_age on idempotent_replies (created_at)`,
];
