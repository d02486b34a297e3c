import { ApiError, type BatchError, type BatchResult, GRPC_STATUS } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';
import { type BatchOutcome, withShortUrls } from '../batches/outcome.ts';
import type { Context } from '../context.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
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
  ended: BatchOutcome,
  encoding: ResultEncoding,
): Promise<BatchResult> {
  const outcome = withShortUrls(encoding.context, ended);
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
  switch (outcome.type) {
    case 'image': {
      const { responseFormat, generation } = outcome;
      return {
        image_generation: await encodeImages(request, responseFormat, generation, { context, publicUrl, inline }),
      };
    }
    case 'video':
      return { video_generation: await encodeVideo(request, outcome.state, { context, publicUrl }) };
  }
}
