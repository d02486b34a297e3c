import { ApiError, type BatchPage } from '@openimagine/contract';
import { type SqlBool, sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import { type Batch, findBatchRow, toBatches } from '../batches/batch.ts';
import type { Context } from '../context.ts';

/** @throws {ApiError} `invalid-argument` for a token that no page of this list ended with. */
export async function listBatches(
  context: Context,
  caller: Caller,
  { limit, after }: BatchPage,
): Promise<{ readonly batches: readonly Batch[]; readonly next: string | undefined }> {
  const { query } = context.database;
  let found = query.selectFrom('batches').where('team_id', '=', caller.teamId).selectAll();
  if (after !== undefined) {
    const { id } = await findBatchRow(query, caller.teamId, after).catch((error: unknown) => {
      if (error instanceof ApiError) throw wrongToken();
      throw error;
    });
    found = found.where(sql<SqlBool>`(created_at, id) < (select created_at, id from batches where id = ${id})`);
  }
  const rows = await found
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const batches = await toBatches(query, rows.slice(0, limit));
  return { batches, next: rows.length > limit ? batches.at(-1)?.id : undefined };
}

export function wrongToken(): ApiError {
  return new ApiError('invalid-argument', '`pagination_token` is none that a page of this list ended with.');
}
