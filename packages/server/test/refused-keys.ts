import { sql } from 'kysely';
import { makeTeam, type TestServer, until } from './test-server.ts';

/** Keys that may not do what the key of the tests may, by why. `other` is that of another team. */
export type RefusedKeys = Readonly<Record<'other' | 'revoked' | 'expired' | 'disabled' | 'powerless', string>>;

export async function makeRefusedKeys(server: TestServer): Promise<RefusedKeys> {
  const { context, caller } = server;
  const other = await makeTeam(server, 'other');
  const make = async (fields: object): Promise<{ id: string; key: string }> => {
    const { apiKey, key } = await context.keys.create({ teamId: caller.teamId, name: 'refused', ...fields });
    return { id: apiKey.id, key };
  };
  const revoked = await make({});
  await context.keys.revoke(caller.teamId, revoked.id);
  const disabled = await make({});
  await context.keys.change(caller.teamId, disabled.id, () => ({ disabled: true }));
  return {
    other: (await make({ teamId: other.teamId })).key,
    revoked: revoked.key,
    expired: (await make({ expiresAt: new Date(context.now().getTime() - 1_000) })).key,
    disabled: disabled.key,
    powerless: (await make({ acls: [] })).key,
  };
}

const TABLES = ['files', 'generations', 'batches', 'webhook_endpoints', 'webhook_messages'] as const;

/** Ids of what the team has by now. */
export async function someOfEach({ context, caller }: TestServer): Promise<string[]> {
  const ids = await Promise.all(
    TABLES.map((table) =>
      sql<{ id: string }>`select id from ${sql.table(table)} where team_id = ${caller.teamId}`.execute(
        context.database.query,
      ),
    ),
  );
  return ids.flatMap(({ rows }) => rows.map(({ id }) => id));
}

/** Every row of every table of ours, once nothing is under way any more. */
export async function everything({ context }: TestServer): Promise<string[]> {
  const { query } = context.database;
  await until(async () => {
    const { rows } = await sql`
      select 1 from generations where state in ('queued', 'running') or inputs_kept
      union all select 1 from batch_requests where state in ('waiting', 'running')
      union all select 1 from batches b where ended_at is null and (
        cancelled_at is not null or is_sealed
        or completed_at is null and exists (select 1 from batch_requests where batch_id = b.id)
      )
      union all select 1 from files where deleted_at is not null and object_deleted_at is null
      union all select 1 from webhook_messages where state = 'pending'
    `.execute(query);
    return rows.length === 0;
  });
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(query);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(
      query,
    );
    found.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return found.sort();
}
