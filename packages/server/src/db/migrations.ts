import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { REST_WIRE_TABLES } from './rest-wire-tables.ts';

/** In order of their names. A migration that was released is never changed; the next one is added. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-moderated-outputs': { up: addModeratedOutputs },
  '0003-inputs': { up: addInputs },
  '0004-rest-wire': { up: addRestWire },
};

/** Written for PostgreSQL 15, the oldest that is tested. One round trip a statement keeps the first start short. */
async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  for (const statement of FIRST_TABLES) await sql.raw(statement).execute(db);
}

async function addModeratedOutputs(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table generations add column moderated_indexes jsonb not null default '[]'`).execute(db);
  await sql.raw(`alter table assets add column delete_after timestamptz`).execute(db);
}

async function addInputs(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table generations add column inputs_kept boolean not null default false`).execute(db);
  await sql.raw(`create index generations_with_inputs on generations (state) where inputs_kept`).execute(db);
}

async function addRestWire(db: Kysely<unknown>): Promise<void> {
  for (const statement of REST_WIRE_TABLES) await sql.raw(statement).execute(db);
}

const FIRST_TABLES = [
  `create table installation (name text primary key, value text not null)`,
  `create table teams (id uuid primary key, name text not null, created_at timestamptz not null)`,
  `create table api_keys (
    id uuid primary key,
    team_id uuid not null references teams (id),
    name text not null,
    hash text not null unique,
    redacted text not null,
    acls jsonb not null,
    disabled boolean not null default false,
    expires_at timestamptz,
    revoked_at timestamptz,
    created_at timestamptz not null,
    modified_at timestamptz not null
  )`,
  `create index api_keys_by_team on api_keys (team_id)`,
  `create table generations (
    id uuid primary key,
    team_id uuid not null references teams (id),
    api_key_id uuid not null references api_keys (id),
    kind text not null check (kind in ('image', 'video')),
    operation text not null,
    model text not null,
    engine text not null,
    state text not null check (state in ('queued', 'running', 'unresolved', 'done', 'failed', 'expired', 'cancelled')),
    request jsonb not null,
    price_ticks bigint not null check (price_ticks >= 0),
    billed_ticks bigint check (billed_ticks >= 0),
    seed bigint not null,
    attempts integer not null default 0,
    claims integer not null default 0,
    attempt_token uuid,
    lease_until timestamptz,
    engine_ref jsonb,
    progress double precision not null default 0,
    error_code text,
    error_message text,
    look_after timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    expires_at timestamptz
  )`,
  `create index generations_by_team on generations (team_id, created_at desc)`,
  // Partial: the sweeper and the queue limits look at what is open, and most rows are not.
  `create index generations_open on generations (api_key_id, state) where state in ('queued', 'running', 'unresolved')`,
  `create index generations_expiring on generations (expires_at) where state = 'done'`,
  `create table assets (
    id uuid primary key,
    team_id uuid not null references teams (id),
    generation_id uuid not null references generations (id),
    output_index integer not null,
    object_key text not null,
    mime text not null,
    size_bytes bigint not null,
    sha256 text not null,
    width integer not null,
    height integer not null,
    duration_seconds double precision,
    revised_prompt text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    deleted_at timestamptz,
    unique (generation_id, output_index)
  )`,
  `create index assets_expiring on assets (expires_at) where deleted_at is null`,
  `create table idempotency (
    team_id uuid not null references teams (id),
    key text not null,
    fingerprint text not null,
    generation_id uuid not null,
    created_at timestamptz not null,
    primary key (team_id, key)
  )`,
  `create index idempotency_by_generation on idempotency (generation_id)`,
  `create index idempotency_by_age on idempotency (created_at)`,
  `create table ledger_entries (
    id bigint generated always as identity primary key,
    team_id uuid not null references teams (id),
    transfer text not null,
    kind text not null check (kind in ('hold', 'settle', 'release')),
    account text not null,
    amount_ticks bigint not null,
    generation_id uuid not null,
    created_at timestamptz not null,
    unique (transfer, account)
  )`,
  `create index ledger_entries_by_account on ledger_entries (account)`,
  `create index ledger_entries_by_generation on ledger_entries (generation_id)`,
];
