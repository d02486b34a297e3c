import { sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { type StoredFile, toStoredFile } from '../files/file.ts';
import { fileNotFound, findFile } from '../files/find-file.ts';
import { makePublicToken } from '../files/public-path.ts';

/**
 * Gives a file a URL that needs no key. One that it has stays the same, and gets the new life.
 * @param expiresAfterSeconds Default: as long as the file; never longer.
 * @throws {ApiError} `not-found`.
 */
export async function publishFile(
  context: Context,
  caller: Caller,
  fileId: string,
  expiresAfterSeconds: number | undefined,
): Promise<StoredFile> {
  const file = await findFile(context, caller.teamId, fileId);
  const now = context.now();
  const rows = await context.database.query
    .updateTable('files')
    .set({
      // What the row holds now: one that was read before may have been taken back since, or given by another call.
      public_token: sql<string>`case
        when public_token is not null and (public_expires_at is null or public_expires_at > ${now}) then public_token
        else ${makePublicToken()} end`,
      public_expires_at: publicExpiry(now, file.expiresAt, expiresAfterSeconds),
    })
    .where('id', '=', file.id)
    .where('deleted_at', 'is', null)
    .returningAll()
    .execute();
  if (rows[0] === undefined) throw fileNotFound(fileId);
  return toStoredFile(rows[0], now);
}

/** Of a public URL: null when it lives as long as its file. */
export function publicExpiry(
  now: Date,
  fileExpiresAt: Date | undefined,
  expiresAfterSeconds: number | undefined,
): Date | null {
  if (expiresAfterSeconds === undefined) return fileExpiresAt ?? null;
  const wanted = new Date(now.getTime() + expiresAfterSeconds * 1_000);
  return fileExpiresAt !== undefined && fileExpiresAt < wanted ? fileExpiresAt : wanted;
}

/** Takes the public URL back, at once. @returns False when there was none. @throws {ApiError} `not-found`. */
export async function revokeFile(context: Context, caller: Caller, fileId: string): Promise<boolean> {
  const file = await findFile(context, caller.teamId, fileId);
  const rows = await context.database.query
    .updateTable('files')
    .set({ public_token: null, public_expires_at: null })
    .where('id', '=', file.id)
    .where('public_token', 'is not', null)
    .returning('id')
    .execute();
  return rows.length > 0 && file.published !== undefined;
}
