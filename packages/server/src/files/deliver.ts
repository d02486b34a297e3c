import type { Delivery } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Claim } from '../jobs/claim.ts';
import type { FinishedOutput } from '../jobs/commit.ts';
import { cancelUnread } from '../jobs/outputs.ts';
import { fileKey } from './file.ts';
import { makePublicToken } from './public-path.ts';
import { uploadResult } from './upload-result.ts';

/** A result that was copied to be a file, and is none until its generation is committed. */
export interface DeliveredFile {
  readonly id: string;
  readonly filename: string;
  readonly mime: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly objectKey: string;
  /** Set when it is to have a public URL. */
  readonly publicToken: string | undefined;
}

/** What became of one output; empty where nothing was to be done. */
export interface DeliveredOutput {
  readonly index: number;
  readonly file?: DeliveredFile;
  /** Why it is no file. */
  readonly storageError?: string;
  /** True once it was put to the caller's own URL. */
  readonly isUploaded?: boolean;
}

/**
 * Does with finished outputs what their caller asked for. What fails is told and fails nothing else: the result is there.
 * @throws the reason of the signal alone.
 */
export async function deliver(
  context: Context,
  claim: Claim,
  outputs: readonly FinishedOutput[],
  signal: AbortSignal,
): Promise<readonly DeliveredOutput[]> {
  const { storage, uploadUrl } = claim.delivery;
  if (storage === undefined && uploadUrl === undefined) return [];
  const copies: DeliveredOutput[] = [];
  const delivered: DeliveredOutput[] = [];
  try {
    for (const output of outputs) {
      signal.throwIfAborted();
      const { index } = output;
      const copy = { index, ...(storage === undefined ? {} : await storeFile(context, claim, output, storage)) };
      copies.push(copy);
      const uploaded = uploadUrl === undefined ? {} : await upload(context, claim, { output, url: uploadUrl, signal });
      delivered.push({ ...copy, ...uploaded });
    }
    return delivered;
  } catch (error) {
    await discardDelivered(context, copies);
    throw error;
  }
}

/** Deletes the copies of a result that was not committed. */
export async function discardDelivered(context: Context, delivered: readonly DeliveredOutput[]): Promise<void> {
  for (const { file } of delivered) {
    if (file === undefined) continue;
    await context.store.delete(file.objectKey).catch((error: unknown) => {
      context.log.warn('file-not-deleted', { objectKey: file.objectKey, error });
    });
  }
}

async function storeFile(
  context: Context,
  claim: Claim,
  { index, object }: FinishedOutput,
  { filename, publicUrl }: NonNullable<Delivery['storage']>,
): Promise<Pick<DeliveredOutput, 'file' | 'storageError'>> {
  const id = context.randomUUID();
  try {
    const result = await context.store.get(object.key);
    if (result === undefined) throw new Error('The result is gone');
    // A copy: the result itself expires in its own time.
    const { key, mime, sizeBytes, sha256 } = await context.store
      .put(fileKey(id), result.body, { mime: object.mime })
      .finally(() => cancelUnread(result.body));
    return {
      file: {
        id,
        filename: claim.request.count === 1 ? filename : numbered(filename, index),
        mime,
        sizeBytes,
        sha256,
        objectKey: key,
        publicToken: publicUrl === undefined ? undefined : makePublicToken(),
      },
    };
  } catch (error) {
    context.log.error('result-not-stored', { generationId: claim.generationId, index, error });
    return { storageError: 'The result could not be stored as a file. Download it from its `url`, and upload it.' };
  }
}

async function upload(
  context: Context,
  claim: Claim,
  { output, url, signal }: { readonly output: FinishedOutput; readonly url: string; readonly signal: AbortSignal },
): Promise<Pick<DeliveredOutput, 'isUploaded' | 'storageError'>> {
  const failure = await uploadResult(context, { object: output.object, url, owner: claim.teamId, signal });
  if (failure === undefined) return { isUploaded: true };
  context.log.warn('result-not-uploaded', { generationId: claim.generationId, failure });
  return {
    storageError: `The result could not be put to \`output.upload_url\`: ${failure} Download it from its \`url\`.`,
  };
}

/** `garden.jpg`, `garden-2.jpg`, `garden-3.jpg`. */
function numbered(filename: string, index: number): string {
  if (index === 0) return filename;
  const [, stem = filename, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(filename) ?? [];
  return `${stem}-${index + 1}${extension}`;
}
