import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { type StoredFile, toStoredFile } from '../files/file.ts';
import { findFile } from '../files/find-file.ts';
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
      public_token: file.published?.token ?? makePublicToken(),
      public_expires_at: publicExpiry(now, file.expiresAt, expiresAfterSeconds),
    })
    .where('id', '=', file.id)
    .returningAll()
    .execute();
  return toStoredFile(rows[0]!, now);
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
  await context.database.query
    .updateTable('files')
    .set({ public_token: null, public_expires_at: null })
    .where('id', '=', file.id)
    .execute();
  return file.published !== undefined;
}
