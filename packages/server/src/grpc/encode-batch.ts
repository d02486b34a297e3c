import type { MessageInitShape } from '@bufbuild/protobuf';
import { anyPack, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ApiError, type BatchBody, type BatchError, type BatchRequestList, GRPC_STATUS } from '@openimagine/contract';
import { type BatchOutcome, withShortUrls } from '../batches/outcome.ts';
import type { Context } from '../context.ts';
import type { Asked, PublicUrl } from '../delivery/public-url.ts';
import type { BatchRequestResult } from '../operations/get-batch-request-result.ts';
import { imageMessage } from './encode-image.ts';
import { videoMessage } from './encode-video.ts';
import { BadRequestSchema } from './gen/google/rpc/error_details_pb.ts';
import {
  type BatchRequestMetadata_State,
  type BatchRequestMetadataSchema,
  type BatchRequestSchema,
  type BatchResultDataSchema,
  type BatchResultSchema,
  type BatchSchema,
  BatchRequestMetadata_State as State,
} from './gen/xai/api/v1/batch_pb.ts';
import { badRequest } from './grpc-errors.ts';

/** A batch, from the words of a REST reply. @param now When its costs were summed up. */
export function batchMessage(batch: BatchBody, now: Date): MessageInitShape<typeof BatchSchema> {
  const { state, cost_breakdown: costs } = batch;
  return {
    batchId: batch.batch_id,
    name: batch.name,
    createTime: time(batch.create_time),
    expireTime: time(batch.expire_time),
    createApiKeyId: batch.create_api_key_id,
    ...(batch.cancel_time === null ? {} : { cancelTime: time(batch.cancel_time) }),
    state: {
      numRequests: BigInt(state.num_requests),
      numPending: BigInt(state.num_pending),
      numSuccess: BigInt(state.num_success),
      numError: BigInt(state.num_error),
      numCancelled: BigInt(state.num_cancelled),
    },
    costBreakdown: {
      totalCostUsdTicks: BigInt(costs.total_cost_usd_ticks),
      endpointCosts: costs.endpoint_costs.map(({ endpoint, cost_usd_ticks, request_count }) => ({
        endpoint,
        costUsdTicks: BigInt(cost_usd_ticks),
        requestCount: BigInt(request_count),
      })),
      calculationTime: timestampFromDate(now),
    },
    ...(batch.input_file_id === null ? {} : { inputFileId: batch.input_file_id }),
  };
}

const STATES: Readonly<Record<string, BatchRequestMetadata_State>> = {
  pending: State.PENDING,
  succeeded: State.SUCCEEDED,
  failed: State.FAILED,
  cancelled: State.CANCELLED,
};

export function metadataMessage(
  request: BatchRequestList['batch_request_metadata'][number],
): MessageInitShape<typeof BatchRequestMetadataSchema> {
  return {
    batchRequestId: request.batch_request_id,
    endpoint: request.endpoint,
    model: request.model ?? '',
    state: STATES[request.state]!,
    createTime: time(request.create_time),
    ...(request.finish_time === null ? {} : { finishTime: time(request.finish_time) }),
  };
}

/** What is known of a request: its file and the rest of its fields are not kept. */
export function batchRequestMessage({
  row,
  prompt = '',
}: BatchRequestResult): MessageInitShape<typeof BatchRequestSchema> {
  const value = { prompt, model: row.model ?? '' };
  const kind = row.endpoint.startsWith('/v1/images/')
    ? { case: 'imageRequest' as const, value }
    : row.endpoint === '/v1/videos/extensions'
      ? { case: 'videoExtensionRequest' as const, value }
      : { case: 'videoRequest' as const, value };
  return { batchRequestId: row.request_id, request: kind };
}

export interface ResultEncoding {
  readonly context: Context;
  readonly publicUrl: PublicUrl;
  readonly asked: Asked;
}

/** What a request came to, in the form of its own call. */
export async function batchResultMessage(
  ended: BatchOutcome,
  encoding: ResultEncoding,
): Promise<MessageInitShape<typeof BatchResultSchema>> {
  const { requestId: batchRequestId } = ended;
  const failed = (error: BatchError): MessageInitShape<typeof BatchResultSchema> => ({
    batchRequestId,
    result: { case: 'error', value: statusMessage(error) },
  });
  try {
    const outcome = withShortUrls(encoding.context, ended);
    if (outcome.type === 'error') return failed(outcome.error);
    const response = await responseOf(outcome, encoding);
    if (response !== undefined) return { batchRequestId, result: { case: 'response', value: response } };
    return failed({
      code: GRPC_STATUS.NOT_FOUND,
      message: 'The video of this request has expired. Send it again.',
    });
  } catch (error) {
    // A file that is not there must not keep the others of the page back.
    if (!(error instanceof ApiError) || error.code !== 'gone') throw error;
    return failed({ code: GRPC_STATUS.NOT_FOUND, message: error.message });
  }
}

/** @returns Undefined for a video that has expired, which its message has no word for. */
async function responseOf(
  outcome: Exclude<BatchOutcome, { type: 'error' }>,
  encoding: ResultEncoding,
): Promise<MessageInitShape<typeof BatchResultDataSchema> | undefined> {
  if (outcome.type === 'image') {
    const { generation, responseFormat } = outcome;
    const value = await imageMessage(generation, { ...encoding, responseFormat });
    return { response: { case: 'imageResponse', value } };
  }
  const { state } = outcome;
  if (state.status === 'expired') return undefined;
  const value = state.status === 'pending' ? { progress: state.progress } : videoMessage(state, encoding);
  return { response: { case: 'videoResponse', value } };
}

function statusMessage({ code, message, details = [] }: BatchError) {
  return { code, message, details: details.length === 0 ? [] : [anyPack(BadRequestSchema, badRequest(details))] };
}

function time(iso: string): ReturnType<typeof timestampFromDate> {
  return timestampFromDate(new Date(iso));
}
