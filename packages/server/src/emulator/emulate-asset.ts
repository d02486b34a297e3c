import { ApiError } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { ReadableAsset } from '../operations/read-asset.ts';
import { faultOf } from './fault-of.ts';

/** What is left of a video that was cut off on its way. */
const TRUNCATED_PART = 0.6;

/**
 * What a scenario does to a result that is fetched.
 * @throws {ApiError} `not-found` for one whose URL is to be dead.
 */
export async function emulateAsset(context: Context, whole: ReadableAsset): Promise<ReadableAsset> {
  const { asset } = whole;
  const scenario = (await context.generations.find(asset.generationId))?.scenario;
  if (faultOf(scenario, 'dead-url') !== undefined)
    throw new ApiError('not-found', 'There is no such asset: the scenario says so.');
  if (asset.mime !== 'video/mp4' || faultOf(scenario, 'truncated-video') === undefined) return whole;
  const sizeBytes = Math.floor(asset.sizeBytes * TRUNCATED_PART);
  return {
    asset: { ...asset, sizeBytes },
    open: (range = { start: 0, end: sizeBytes - 1 }) => whole.open(range),
  };
}
