import { ApiError, type BatchError, type BatchResult, GRPC_STATUS } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import type { BatchOutcome } from '../operations/list-batch-requests.ts';
import { encodeVideo } from './encode-video.ts';
import { encodeImages } from './image-routes.ts';
import type { InlineMedia } from './inline-media.ts';

type BatchResponse = Extract<BatchResult['batch_result'], { response: unknown }>['response'];

export interface ResultEncoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  readonly inline: InlineMedia;
}

/** What a request came to, in the form of its own call: the reply of pictures, the last poll of a video. */
export async function encodeBatchResult(
  request: FastifyRequest,
  outcome: BatchOutcome,
  encoding: ResultEncoding,
): Promise<BatchResult> {
  const { requestId: batch_request_id } = outcome;
  try {
    if (outcome.type === 'error') return failed(batch_request_id, outcome.error);
    return { batch_request_id, batch_result: { response: await responseOf(request, outcome, encoding) } };
  } catch (error) {
    // A file that is not there must not keep the others of the page back.
    if (!(error instanceof ApiError) || error.code !== 'gone') throw error;
    return failed(batch_request_id, { code: GRPC_STATUS.NOT_FOUND, message: error.message });
  }
}

function failed(batch_request_id: string, error: BatchError): BatchResult {
  return { batch_request_id, batch_result: { error }, error_message: error.message };
}

async function responseOf(
  request: FastifyRequest,
  outcome: Exclude<BatchOutcome, { type: 'error' }>,
  { context, publicUrl, inline }: ResultEncoding,
): Promise<BatchResponse> {
  const until = new Date(context.now().getTime() + context.settings.batchUrlMs);
  switch (outcome.type) {
    case 'image': {
      const generation = withAssets(outcome.generation, until);
      const encoded = encodeImages(request, outcome.responseFormat, generation, { context, publicUrl, inline });
      return { image_generation: await encoded };
    }
    case 'video': {
      const { state } = outcome;
      const shown = state.status === 'done' ? { ...state, asset: withUrlUntil(state.asset, until) } : state;
      return { video_generation: await encodeVideo(request, shown, { context, publicUrl }) };
    }
  }
}

/** Its URL ends then; each list of results makes new ones, for as long as the file is there. */
function withUrlUntil(asset: Asset, until: Date): Asset {
  return asset.expiresAt <= until ? asset : { ...asset, expiresAt: until };
}

function withAssets(generation: Generation, until: Date): Generation {
  return { ...generation, assets: generation.assets.map((asset) => withUrlUntil(asset, until)) };
}
