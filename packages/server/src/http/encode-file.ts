import { type FileBody, type FileOutput, toFileId } from '@openimagine/contract';
import type { Asked, PublicUrl } from '../delivery/public-url.ts';
import type { Delivered, DeliveredFileRef } from '../files/commit-delivered.ts';
import type { StoredFile } from '../files/file.ts';
import { publicPath } from '../files/public-path.ts';

export function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

export function encodeFile(asked: Asked, publicUrl: PublicUrl, file: StoredFile): FileBody {
  return {
    id: toFileId(file.id),
    object: 'file',
    bytes: file.sizeBytes,
    created_at: unixSeconds(file.createdAt),
    expires_at: file.expiresAt === undefined ? null : unixSeconds(file.expiresAt),
    filename: file.filename,
    purpose: file.purpose,
    ...published((path) => publicUrl(asked, path), file),
  };
}

/** Puts a host before a path. */
export type Link = (path: string) => string;

/** As it stands beside the result that it was made of. */
function encodeFileOutput(link: Link, file: DeliveredFileRef): FileOutput {
  return {
    file_id: toFileId(file.id),
    filename: file.filename,
    ...(file.expiresAt === undefined ? {} : { expires_at: unixSeconds(file.expiresAt) }),
    ...published(link, file),
  };
}

/** What was to be done with an output besides, and what became of it. */
export function encodeDelivered(
  link: Link,
  delivered: Delivered | undefined,
): { file_output?: FileOutput; storage_error?: string } {
  const { file, storageError } = delivered ?? {};
  return {
    ...(file === undefined ? {} : { file_output: encodeFileOutput(link, file) }),
    ...(storageError === undefined ? {} : { storage_error: storageError }),
  };
}

function published(link: Link, file: DeliveredFileRef): { public_url?: string; public_url_expires_at?: number } {
  const path = publicPath(file);
  if (path === undefined) return {};
  const expiresAt = file.published?.expiresAt;
  return {
    public_url: link(path),
    ...(expiresAt === undefined ? {} : { public_url_expires_at: unixSeconds(expiresAt) }),
  };
}
