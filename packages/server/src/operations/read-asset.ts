import { ApiError } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { signAssetPath, verifyAssetUrl } from '../delivery/signed-paths.ts';
import { emulateAsset } from '../emulator/emulate-asset.ts';
import { type Asset, toAsset } from '../jobs/generation.ts';
import { extensionOf } from '../jobs/outputs.ts';

export interface ReadableAsset {
  readonly asset: Asset;
  /**
   * @param range Inclusive byte offsets within `asset.sizeBytes`; all of it when absent.
   * @throws {ApiError} `gone` when the file was deleted meanwhile.
   */
  open(range?: { readonly start: number; readonly end: number }): Promise<ReadableStream<Uint8Array>>;
}

/** Signing costs more than the rest of a poll, and gives the same path each time. */
const signedPaths = new WeakMap<Asset, string>();

/** Path and query under which an asset can be fetched without a key, until it expires. */
export function assetPath(context: Context, asset: Asset): string {
  const known = signedPaths.get(asset);
  if (known !== undefined) return known;
  const { id: assetId, expiresAt, mime } = asset;
  const path = signAssetPath(context.signingSecret, { assetId, expiresAt, extension: extensionOf(mime) });
  signedPaths.set(asset, path);
  return path;
}

/**
 * Opens what a signed path, or a URL of any host with that path, stands for.
 * @throws {ApiError} `not-found` when we did not sign it, or the asset is gone without a trace; `gone` once it has expired.
 */
export async function readAsset(context: Context, url: string): Promise<ReadableAsset> {
  const signed = verifyAssetUrl(context.signingSecret, url);
  if (signed === undefined)
    throw new ApiError('not-found', 'There is no such asset. Use the whole URL as it was given, with its query.');
  const rows = await context.database.query.selectFrom('assets').where('id', '=', signed.assetId).selectAll().execute();
  if (rows[0] === undefined) throw new ApiError('not-found', 'There is no such asset.');
  const asset = toAsset(rows[0]);
  const now = context.now();
  if (asset.isDeleted || asset.expiresAt <= now || signed.expiresAt <= now) throw expired(asset);
  const found = readable(context, asset);
  return context.emulator === undefined ? found : emulateAsset(context, found);
}

/** Opens an asset of a generation that the caller was given already. */
export function readable(context: Context, asset: Asset): ReadableAsset {
  return {
    asset,
    async open(range) {
      const found = await context.store.get(asset.objectKey, range);
      if (found === undefined) throw missing();
      return found.body;
    },
  };
}

/** @throws {ApiError} `gone` when the file of a living asset is not there. */
export async function assertStored(context: Context, asset: Asset): Promise<void> {
  if ((await context.store.head(asset.objectKey)) === undefined) throw missing();
}

function missing(): ApiError {
  return new ApiError('gone', 'The file of this asset was deleted before its time. Generate it again.');
}

function expired(asset: Asset): ApiError {
  return new ApiError(
    'gone',
    `This asset expired at ${asset.expiresAt.toISOString()} and its file is deleted. Generate it again, or download earlier.`,
  );
}
