import { ApiError } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { emulateAsset } from '../emulator/emulate-asset.ts';
import type { Asset } from '../jobs/generation.ts';
import { getVideo } from './get-video.ts';
import { type ReadableAsset, readable } from './read-asset.ts';

/**
 * The file of a finished video of the caller's team.
 * @throws {ApiError} As `getVideo`; `invalid-argument` while there is none or when it failed, `gone` once it has expired or
 * when it was put elsewhere.
 */
export async function readVideo(context: Context, caller: Caller, id: string): Promise<ReadableAsset> {
  const found = readable(context, await finishedVideo(context, caller, id));
  return context.emulator === undefined ? found : emulateAsset(context, found);
}

/** @throws {ApiError} As `readVideo`. */
export async function finishedVideo(context: Context, caller: Caller, id: string): Promise<Asset> {
  const state = await getVideo(context, caller, id);
  switch (state.status) {
    case 'pending':
      throw new ApiError('invalid-argument', `The video is not finished yet (${state.progress} %). Ask again later.`);
    case 'failed':
      throw new ApiError('invalid-argument', `The video failed, so it has no content: ${state.error.message}`);
    case 'expired':
      throw new ApiError('gone', 'The video has expired and its file is deleted. Generate it again.');
    case 'done':
      if (state.generation.delivered[0]?.isUploaded !== true) return state.asset;
      throw new ApiError('gone', 'The video was put to its `output.upload_url`, and no copy of it is handed out here.');
  }
}
