import { z } from 'zod';
import { ApiError } from './errors.ts';
import { type FileFilter, readFileFilter } from './file-filter.ts';
import { LIMITS } from './limits.ts';
import { cleanText, optional, parseBody, shortJson } from './request.ts';

/** A file of a team: uploaded, or a result that was stored. */
export const FileBody = z.object({
  id: z.string().describe('`file_` and a UUID.'),
  object: z.literal('file'),
  bytes: z.int(),
  created_at: z.int().describe('Unix seconds.'),
  expires_at: z.int().nullable().describe('Unix seconds; null: it is kept until it is deleted.'),
  filename: z.string(),
  purpose: z.string(),
  public_url: z.string().optional().describe('Where anybody can fetch it, while it has such a URL.'),
  public_url_expires_at: z.int().optional().describe('Unix seconds.'),
});
export type FileBody = z.infer<typeof FileBody>;

export const FileList = z.object({
  object: z.literal('list'),
  data: z.array(FileBody),
  pagination_token: z.string().nullable().describe('Give it again for the next page; null on the last.'),
  has_more: z.boolean(),
});
export type FileList = z.infer<typeof FileList>;

export const FileDeleted = z.object({ id: z.string(), object: z.literal('file'), deleted: z.literal(true) });
export const FilePublished = z.object({
  public_url: z.string(),
  expires_at: z.int().optional().describe('Unix seconds; absent: as long as the file.'),
});
export const FileRevoked = z.object({ id: z.string(), revoked: z.boolean().describe('False: it had no public URL.') });

/** The form of `POST /v1/files`, for the documentation; it is read while it comes. */
export const UploadFileForm = z.object({
  expires_after: optional(z.union([z.int(), z.string()])).describe(
    'Seconds until it is deleted, 3,600 to 2,592,000; must stand before `file`. Or `expires_after[anchor]` and `expires_after[seconds]`.',
  ),
  purpose: optional(z.string()).describe('Kept, and without meaning.'),
  file: z.string().meta({ format: 'binary' }).describe('At most 50 MB.'),
});

export const PublishFileBody = z.object({
  expires_after: optional(z.number('expected a number of seconds')).describe(
    'Seconds, 3,600 to 2,592,000. Default: as long as the file.',
  ),
});

export const ListFilesQuery = z.object({
  limit: z.string().optional().describe('1 to 1,000. Default 100.'),
  order: z.string().optional().describe('`asc` or `desc`. Default desc.'),
  sort_by: z.string().optional().describe('`created_at`, `filename` or `size`. Default created_at.'),
  pagination_token: z.string().optional().describe('Of the page before.'),
  after: z.string().optional().describe('The same, or the id of a file.'),
  filter: z
    .string()
    .optional()
    .describe('Such as `name = "a.png" AND size_bytes > 1000`; see docs/REST.md for its words.'),
});

export type FileSort = 'created_at' | 'filename' | 'size';

export interface FileListOrder {
  readonly limit: number;
  readonly isDescending: boolean;
  readonly sortBy: FileSort;
  readonly after: string | undefined;
  readonly filter: FileFilter | undefined;
}

const SORTS: readonly FileSort[] = ['created_at', 'filename', 'size'];

/** @throws {ApiError} `invalid-argument`. */
export function readFileListOrder(query: unknown): FileListOrder {
  const { limit, order, sort_by, pagination_token, after, filter } = parseBody(ListFilesQuery, query);
  return {
    limit: readPageLimit(limit, LIMITS.pageItems),
    isDescending: oneOf('order', order, ['asc', 'desc'], 'desc') === 'desc',
    sortBy: oneOf('sort_by', sort_by, SORTS, 'created_at'),
    after: pagination_token || after || undefined,
    filter: filter === undefined || filter.trim() === '' ? undefined : readFileFilter(filter),
  };
}

/** @throws {ApiError} `invalid-argument`. */
export function readPageLimit(
  text: string | undefined,
  range: { readonly max: number; readonly default: number },
): number {
  if (text === undefined || text === '') return range.default;
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= range.max) return limit;
  throw new ApiError(
    'invalid-argument',
    `\`limit\` must be a whole number from 1 to ${range.max}; got ${shortJson(text)}.`,
  );
}

/** @returns Seconds. @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readPublishOrder(body: unknown): number | undefined {
  return checkExpiresAfter(parseBody(PublishFileBody, body ?? {}).expires_after, 'expires_after');
}

/** Seconds that a file or its public URL lives. @throws {ApiError} `invalid-argument`. */
export function checkExpiresAfter(
  value: number | string | null | undefined,
  field: string,
  min: number = LIMITS.fileLifeSeconds.min,
): number | undefined {
  if (value === null || value === undefined) return undefined;
  const { max } = LIMITS.fileLifeSeconds;
  const seconds = typeof value === 'string' && !/^\s*\d+\s*$/.test(value) ? Number.NaN : Number(value);
  if (Number.isInteger(seconds) && seconds >= min && seconds <= max) return seconds;
  throw new ApiError(
    'invalid-argument',
    `\`${field}\` must be a whole number of seconds from ${min} to ${max}; got ${shortJson(value)}.`,
    { details: [{ input: field, reason: 'wrong-value' }] },
  );
}

/** Without what would lead out of a folder or cannot be shown; never empty. */
export function cleanFilename(text: string): string {
  const last = cleanText(text).split(/[/\\]/).at(-1)!;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const shown = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim();
  const name = [...shown].slice(0, LIMITS.filenameCharacters).join('');
  // Dots alone are the folder or the one above it, also at the end of a URL.
  return /^\.{0,2}$/.test(name) ? 'file' : name;
}

const FILE_ID = /^file_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** @returns The UUID of a file's id; undefined for what cannot be one. */
export function uuidOfFile(fileId: string): string | undefined {
  return FILE_ID.exec(fileId)?.[1]?.toLowerCase();
}

export function toFileId(uuid: string): string {
  return `file_${uuid}`;
}

function oneOf<T extends string>(name: string, text: string | undefined, allowed: readonly T[], unsaid: T): T {
  if (text === undefined || text === '') return unsaid;
  const found = allowed.find((value) => value === text);
  if (found !== undefined) return found;
  throw new ApiError('invalid-argument', `\`${name}\` must be one of ${allowed.join(', ')}; got ${shortJson(text)}.`);
}
