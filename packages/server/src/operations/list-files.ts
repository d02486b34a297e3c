import {
  ApiError,
  type Comparison,
  type FileFilter,
  type FileFilterField,
  type FileListOrder,
  uuidOfFile,
} from '@openimagine/contract';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { type StoredFile, toStoredFile } from '../files/file.ts';
import { livingFiles } from '../files/find-file.ts';

export interface FilePage {
  readonly files: readonly StoredFile[];
  /** The id to go on after; undefined on the last page. */
  readonly next: string | undefined;
}

const COLUMNS = { created_at: 'created_at', filename: 'filename', size: 'size_bytes' } as const;

/**
 * A page of a team's files. Pages follow each other without a gap or a repetition while nothing is added or deleted.
 * @throws {ApiError} `invalid-argument` for a token that names no file of the team.
 */
export async function listFiles(context: Context, caller: Caller, order: FileListOrder): Promise<FilePage> {
  const { limit, isDescending, sortBy, filter } = order;
  const column = COLUMNS[sortBy];
  const direction = isDescending ? 'desc' : 'asc';
  let query = livingFiles(context, context.database.query, caller.teamId).selectAll();
  if (filter !== undefined) query = query.where((eb) => toSql(eb, filter));
  if (order.after !== undefined) {
    const id = await lastSeen(context, caller, order.after);
    const last = sql`(select ${sql.ref(column)}, id from files where id = ${id})`;
    const pair = sql`(${sql.ref(column)}, id)`;
    query = query.where(isDescending ? sql<SqlBool>`${pair} < ${last}` : sql<SqlBool>`${pair} > ${last}`);
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute();
  const files = rows.slice(0, limit).map((row) => toStoredFile(row, context.now()));
  return { files, next: rows.length > limit ? files.at(-1)?.id : undefined };
}

/** The file that a page ended with may be deleted by now; its row is there all the same. */
async function lastSeen(context: Context, caller: Caller, token: string): Promise<string> {
  const id = uuidOfFile(token) ?? uuidOfFile(`file_${token}`);
  const row =
    id === undefined
      ? undefined
      : await context.database.query
          .selectFrom('files')
          .where('id', '=', id)
          .where('team_id', '=', caller.teamId)
          .select('id')
          .executeTakeFirst();
  if (row !== undefined) return row.id;
  throw new ApiError('invalid-argument', '`pagination_token` is none that a page of this list ended with.');
}

type Builder = ExpressionBuilder<Tables, 'files'>;

function toSql(eb: Builder, filter: FileFilter): Expression<SqlBool> {
  switch (filter.type) {
    case 'and':
      return eb.and(filter.parts.map((part) => toSql(eb, part)));
    case 'or':
      return eb.or(filter.parts.map((part) => toSql(eb, part)));
    case 'not':
      // What compares with null is unknown, and not unknown is unknown.
      return sql<SqlBool>`not coalesce(${toSql(eb, filter.part)}, false)`;
    case 'compare':
      return compare(filter.field, filter.comparison, filter.value);
  }
}

const FILTER_COLUMNS: Readonly<Record<FileFilterField, string>> = {
  file_id: 'id',
  filename: 'filename',
  size_bytes: 'size_bytes',
  content_type: 'mime',
  purpose: 'purpose',
  created_at: 'created_at',
  expires_at: 'expires_at',
  public_url_expires_at: 'public_expires_at',
  public_url: 'public_token',
};

function compare(
  field: FileFilterField,
  comparison: Comparison,
  value: string | number | Date | null,
): Expression<SqlBool> {
  const column = sql.ref(FILTER_COLUMNS[field]);
  if (value === null) return comparison === '=' ? sql<SqlBool>`${column} is null` : sql<SqlBool>`${column} is not null`;
  const left = field === 'file_id' ? sql`'file_' || ${column}::text` : column;
  // Whole seconds, as they are shown.
  const shown = value instanceof Date ? sql`date_trunc('second', ${column})` : left;
  return sql<SqlBool>`${shown} ${sql.raw(comparison === '!=' ? '<>' : comparison)} ${value}`;
}
