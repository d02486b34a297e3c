import { type Insertable, type SelectType, sql } from 'kysely';
import type { Tables, Tx } from './tables.ts';

/** A row as it is read, but for columns that have a default: JSON as values, 64-bit integers as text. */
export type NewRow<Table> = {
  readonly [Column in keyof Insertable<Table>]: Column extends keyof Table ? SelectType<Table[Column]> : never;
};

/**
 * Inserts rows by one parameter. As parameters of their own, thirty rows are hundreds, of which PGlite describes, converts
 * and binds each: three times the work.
 * @param rows At least one, all with the same columns. Nothing that JSON does not have, such as `bigint`.
 * @param unless What follows `on conflict`, such as `(team_id, key) do nothing`.
 * @returns How many rows were inserted.
 */
export async function insertRows<Table extends keyof Tables>(
  tx: Tx,
  table: Table,
  rows: readonly NewRow<Tables[Table]>[],
  unless?: string,
): Promise<number> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  const conflict = unless === undefined ? sql`` : sql`on conflict ${sql.raw(unless)}`;
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::text::json)
    ${conflict}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
