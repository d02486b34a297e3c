import { type BatchError, GRPC_STATUS, grpcStatusOf } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { BatchRequestRow } from '../db/tables.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { getVideo, jobErrorOf, type VideoState } from '../operations/get-video.ts';

/** What a request of a batch came to. */
export type BatchOutcome = { readonly requestId: string } & (
  | { readonly type: 'image'; readonly generation: Generation; readonly responseFormat: 'url' | 'b64_json' }
  | { readonly type: 'video'; readonly state: VideoState }
  | { readonly type: 'error'; readonly error: BatchError }
);

/** Of a request that has ended. */
export async function outcomeOf(context: Context, caller: Caller, row: BatchRequestRow): Promise<BatchOutcome> {
  const { request_id: requestId, generation_id: generationId, state } = row;
  const error = (code: number, message: string): BatchOutcome => ({
    requestId,
    type: 'error',
    error: { code, message },
  });
  if (state === 'cancelled') return error(GRPC_STATUS.CANCELLED, 'The request was cancelled.');
  if (state === 'failed' && row.error !== null) return { requestId, type: 'error', error: row.error as BatchError };
  const generation = generationId === null ? undefined : await context.generations.find(generationId);
  if (generation === undefined) return error(GRPC_STATUS.INTERNAL, 'The result of this request is not there any more.');
  if (state === 'failed') {
    const { code, ...rest } = jobErrorOf(generation);
    return { requestId, type: 'error', error: { code: grpcStatusOf(code), ...rest } };
  }
  if (generation.isDeleted) return error(GRPC_STATUS.NOT_FOUND, 'The result of this request was deleted.');
  if (generation.kind === 'video')
    return { requestId, type: 'video', state: await getVideo(context, caller, generation.id) };
  if (generation.state === 'done')
    return { requestId, type: 'image', generation, responseFormat: row.response_format ?? 'url' };
  return error(GRPC_STATUS.NOT_FOUND, 'The pictures of this request have expired. Send it again.');
}

/** Its URLs end soon; each list of results makes new ones, for as long as the files are there. */
export function withShortUrls(context: Context, outcome: BatchOutcome): BatchOutcome {
  const until = new Date(context.now().getTime() + context.settings.batchUrlMs);
  const shortened = (asset: Asset): Asset => (asset.expiresAt <= until ? asset : { ...asset, expiresAt: until });
  switch (outcome.type) {
    case 'image': {
      const { generation } = outcome;
      return { ...outcome, generation: { ...generation, assets: generation.assets.map(shortened) } };
    }
    case 'video': {
      const { state } = outcome;
      return state.status === 'done' ? { ...outcome, state: { ...state, asset: shortened(state.asset) } } : outcome;
    }
    case 'error':
      return outcome;
  }
}

/** Of what stands in a reply for one output or one request, but for files: two URLs, a long name, a sentence. */
const WORDS_BYTES = 5 * 1024;

/** At most so many bytes of a reply does an outcome take. */
export function replyBytesOf(outcome: BatchOutcome): number {
  if (outcome.type !== 'image') return WORDS_BYTES;
  const { generation, responseFormat } = outcome;
  return generation.assets.reduce(
    (sum, { sizeBytes }) => sum + WORDS_BYTES + (responseFormat === 'b64_json' ? (sizeBytes * 4) / 3 : 0),
    WORDS_BYTES,
  );
}
