import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { type StoredFile, toStoredFile } from './file.ts';

/** 256 bits: whoever has the path was given it. */
const TOKEN_BYTES = 32;
const PATH = /^\/public\/([\w-]{43})(?:\/|$)/;

export function makePublicToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** @returns The path under which anybody can read the file; undefined while it has no public URL. */
export function publicPath({ published, filename }: Pick<StoredFile, 'published' | 'filename'>): string | undefined {
  return published === undefined ? undefined : `/public/${published.token}/${encodeURIComponent(filename)}`;
}

/** What a public path, or a URL of any host with that path, stands for; undefined for one that is not ours. */
export async function findPublished(context: Context, url: string): Promise<StoredFile | 'expired' | undefined> {
  const token = url.includes('/public/')
    ? PATH.exec(URL.parse(url, 'http://localhost')?.pathname ?? '')?.[1]
    : undefined;
  if (token === undefined) return undefined;
  const row = await context.database.query
    .selectFrom('files')
    .where('public_token', '=', token)
    .where('deleted_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const now = context.now();
  const file = toStoredFile(row, now);
  return file.published === undefined || (file.expiresAt !== undefined && file.expiresAt <= now) ? 'expired' : file;
}
