import type { Insertable } from 'kysely';
import type { FilesTable } from '../db/tables.ts';
import type { Claim } from '../jobs/claim.ts';
import { publicExpiry } from '../operations/publish-file.ts';
import type { DeliveredOutput } from './deliver.ts';
import type { StoredFile } from './file.ts';

/** A stored result as its reply names it, whatever becomes of the file later. */
export type DeliveredFileRef = Pick<StoredFile, 'id' | 'filename' | 'expiresAt' | 'published'>;

/** What became of one output of a done generation. */
export interface Delivered {
  readonly index: number;
  readonly file?: DeliveredFileRef;
  readonly storageError?: string;
  readonly isUploaded?: boolean;
}

/** Files of results live from the moment at which their generation is committed. */
export function commitDelivered(
  claim: Claim,
  outputs: readonly DeliveredOutput[],
  at: Date,
): { readonly delivered: readonly Delivered[]; readonly rows: readonly Insertable<FilesTable>[] } {
  const { expiresAfterSeconds, publicUrl } = claim.delivery.storage ?? {};
  const expiresAt =
    expiresAfterSeconds === undefined ? undefined : new Date(at.getTime() + expiresAfterSeconds * 1_000);
  const publicExpiresAt = publicExpiry(at, expiresAt, publicUrl?.expiresAfterSeconds) ?? undefined;
  const rows: Insertable<FilesTable>[] = [];
  const delivered = outputs.map(({ file, ...rest }): Delivered => {
    if (file === undefined) return rest;
    const { id, filename, publicToken } = file;
    rows.push({
      id,
      team_id: claim.teamId,
      api_key_id: claim.apiKeyId,
      filename,
      mime: file.mime,
      size_bytes: String(file.sizeBytes),
      sha256: file.sha256,
      object_key: file.objectKey,
      created_at: at,
      expires_at: expiresAt ?? null,
      public_token: publicToken ?? null,
      public_expires_at: publicToken === undefined ? null : (publicExpiresAt ?? null),
      generation_id: claim.generationId,
      output_index: rest.index,
    });
    const published = publicToken === undefined ? undefined : { token: publicToken, expiresAt: publicExpiresAt };
    return { ...rest, file: { id, filename, expiresAt, published } };
  });
  return { delivered, rows };
}

/** Of the row's JSON, which knows no dates. */
export function readDelivered(json: object): readonly Delivered[] {
  if (!Array.isArray(json)) return [];
  return (json as readonly (Omit<Delivered, 'file'> & { readonly file?: StoredRef })[]).map(({ file, ...rest }) =>
    file === undefined ? rest : { ...rest, file: reviveRef(file) },
  );
}

interface StoredRef {
  readonly id: string;
  readonly filename: string;
  readonly expiresAt?: string;
  readonly published?: { readonly token: string; readonly expiresAt?: string };
}

function reviveRef({ id, filename, expiresAt, published }: StoredRef): DeliveredFileRef {
  return {
    id,
    filename,
    expiresAt: toDate(expiresAt),
    published: published === undefined ? undefined : { token: published.token, expiresAt: toDate(published.expiresAt) },
  };
}

function toDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}
