import { ApiError, inputError, type OrderInput } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { verifyAssetUrl } from '../delivery/signed-paths.ts';
import { findFile, openFile } from '../files/find-file.ts';
import { findPublished } from '../files/public-path.ts';
import { toAsset } from '../jobs/generation.ts';

/** A video may be large and come from far away; its caller waits. */
const VIDEO_FETCH_MS = 60_000;

/**
 * Opens what a caller named: bytes in the request itself, a file of the team, a result or a public file of this server, or
 * a URL of somebody else's.
 * @throws {ApiError} `invalid-argument`, `not-found`.
 * @throws {FetchError} for somebody else's URL; the reason of the signal, whose abort ends the fetch.
 */
export async function openSource(
  context: Context,
  caller: Caller,
  input: OrderInput,
  { bytesMax, signal }: { readonly bytesMax: number; readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const { source, field } = input;
  switch (source.type) {
    case 'data':
      return openData(source.url, field, bytesMax);
    case 'file':
      return openUploaded(context, caller, source.fileId, field);
    case 'url':
      return (
        (await openOwn(context, caller, source.url, field)) ??
        (await fetchForeign(context, caller, source.url, { input, bytesMax, signal }))
      );
  }
}

function openData(url: string, field: string, bytesMax: number): ReadableStream<Uint8Array> {
  const text = url.slice(url.indexOf(',') + 1);
  if ((text.length * 3) / 4 > bytesMax + 3) throw tooLarge(field, bytesMax);
  const bytes = Buffer.from(text, 'base64');
  // Node stops at the first character that is not base64, and says nothing.
  const isWhole = bytes.length >= Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4);
  if (bytes.length === 0 || !isWhole) {
    throw inputError(
      field,
      'not-readable',
      `\`${field}\`: the data URL holds no valid base64. Encode the file's bytes, without line breaks or escapes.`,
    );
  }
  return new Blob([bytes]).stream();
}

/** @throws {ApiError} `not-found` for a file that the team does not have. */
async function openUploaded(
  context: Context,
  caller: Caller,
  fileId: string,
  field: string,
): Promise<ReadableStream<Uint8Array>> {
  try {
    return await openFile(context, await findFile(context, caller.teamId, fileId));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw inputError(field, 'not-found', `\`${field}\`: ${error.message}`, { code: error.code, cause: error });
  }
}

/** Such as this server has handed out. They are read from storage: it may not even reach itself by their host. */
async function openOwn(
  context: Context,
  caller: Caller,
  url: string,
  field: string,
): Promise<ReadableStream<Uint8Array> | undefined> {
  const file = await findPublished(context, url);
  if (file === 'expired')
    throw inputError(field, 'not-found', `\`${field}\`: the public URL of this file has expired. Use its file id.`);
  if (file !== undefined) return openFile(context, file);
  const signed = verifyAssetUrl(context.signingSecret, url);
  if (signed === undefined) return undefined;
  const row = await context.database.query
    .selectFrom('assets')
    .where('id', '=', signed.assetId)
    .where('team_id', '=', caller.teamId)
    .selectAll()
    .executeTakeFirst();
  if (row === undefined)
    throw inputError(field, 'not-found', `\`${field}\`: there is no such asset.`, { code: 'not-found' });
  const asset = toAsset(row);
  const opened =
    asset.isDeleted || asset.expiresAt <= context.now() ? undefined : await context.store.get(asset.objectKey);
  if (opened !== undefined) return opened.body;
  throw inputError(
    field,
    'not-found',
    `\`${field}\`: this result expired at ${asset.expiresAt.toISOString()}. Generate it again, or send the file itself.`,
  );
}

async function fetchForeign(
  context: Context,
  caller: Caller,
  url: string,
  { input, bytesMax, signal }: { readonly input: OrderInput; readonly bytesMax: number; readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await context.fetcher.fetch(url, {
    bytesMax,
    owner: caller.teamId,
    signal,
    ...(input.role === 'video'
      ? { timeoutMs: VIDEO_FETCH_MS, accept: 'video/mp4,video/*;q=0.8,*/*;q=0.5' }
      : { accept: 'image/*' }),
  });
  return body;
}

export function tooLarge(field: string, bytesMax: number): ApiError {
  return inputError(
    field,
    'too-large',
    `\`${field}\`: the file has more than ${bytesMax / 1024 / 1024} MiB, the most that is taken. Send a smaller one.`,
  );
}
