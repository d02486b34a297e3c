import type { FileRow } from '../db/tables.ts';

/** A file of a team, without its content. */
export interface StoredFile {
  readonly id: string;
  readonly teamId: string;
  readonly filename: string;
  readonly purpose: string;
  readonly mime: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly objectKey: string;
  readonly createdAt: Date;
  /** Absent: kept until it is deleted. */
  readonly expiresAt: Date | undefined;
  /** While anybody who knows its path can read it. */
  readonly published: { readonly token: string; readonly expiresAt: Date | undefined } | undefined;
  /** Of a stored result: which output of its generation. */
  readonly outputIndex: number | undefined;
}

/** @param now From then on a public URL that has expired is as none. */
export function toStoredFile(row: FileRow, now: Date): StoredFile {
  const isPublished = row.public_token !== null && (row.public_expires_at === null || row.public_expires_at > now);
  return {
    id: row.id,
    teamId: row.team_id,
    filename: row.filename,
    purpose: row.purpose,
    mime: row.mime,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    objectKey: row.object_key,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    published: isPublished
      ? { token: row.public_token!, expiresAt: row.public_expires_at ?? row.expires_at ?? undefined }
      : undefined,
    outputIndex: row.output_index ?? undefined,
  };
}

/** Where the content of a file lies. */
export function fileKey(fileId: string): string {
  return `files/${fileId}`;
}
