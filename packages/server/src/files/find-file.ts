import { ApiError, toFileId, uuidOfFile } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Queryable } from '../db/tables.ts';
import { type StoredFile, toStoredFile } from './file.ts';

/** Files of a team that are there to be seen: neither deleted nor expired. */
export function livingFiles(context: Context, db: Queryable, teamId: string) {
  return db
    .selectFrom('files')
    .where('team_id', '=', teamId)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', context.now())]));
}

/** @throws {ApiError} `not-found` for a file that is not there: unknown, another team's, deleted or expired. */
export async function findFile(context: Context, teamId: string, fileId: string): Promise<StoredFile> {
  const id = uuidOfFile(fileId);
  const row =
    id === undefined
      ? undefined
      : await livingFiles(context, context.database.query, teamId).where('id', '=', id).selectAll().executeTakeFirst();
  if (row !== undefined) return toStoredFile(row, context.now());
  throw fileNotFound(fileId);
}

export function fileNotFound(fileId: string): ApiError {
  return new ApiError('not-found', `There is no file ${shown(fileId)}. GET /v1/files lists those that there are.`);
}

/** Opens a file's content. @throws {ApiError} `gone` when its object is not there. */
export async function openFile(
  context: Context,
  file: StoredFile,
  range?: { readonly start: number; readonly end: number },
): Promise<ReadableStream<Uint8Array>> {
  const found = await context.store.get(file.objectKey, range);
  if (found !== undefined) return found.body;
  throw new ApiError('gone', `The content of ${toFileId(file.id)} is gone. Delete it, and upload it again.`);
}

function shown(fileId: string): string {
  return fileId.length > 60 ? `${fileId.slice(0, 57)}…` : fileId;
}
