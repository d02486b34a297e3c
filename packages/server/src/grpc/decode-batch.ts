import {
  type BatchRequest as AddedRequest,
  ApiError,
  type BATCH_VARIANTS,
  inputError,
  readBatchRequests,
} from '@openimagine/contract';
import type { BatchRequestState } from '../db/tables.ts';
import { imageRequestBody, isImageEdit } from './decode-image.ts';
import { isVideoEdit, videoExtensionBody, videoRequestBody } from './decode-video.ts';
import {
  type AddBatchRequestsRequest,
  type BatchRequest,
  BatchRequestMetadata_State,
} from './gen/xai/api/v1/batch_pb.ts';

type Variant = keyof typeof BATCH_VARIANTS | 'completion_request';

/** @throws {ApiError} As the REST call with the same requests; also for a value that an enum of one does not have. */
export function decodeBatchRequests({ batchRequests }: AddBatchRequestsRequest): AddedRequest[] {
  return readBatchRequests({
    batch_requests: batchRequests.map((added, index) => ({
      batch_request_id: added.batchRequestId || undefined,
      batch_request: at(index, () => variantOf(added)),
    })),
  });
}

function variantOf({ request }: BatchRequest): { readonly [V in Variant]?: object } {
  switch (request.case) {
    case 'imageRequest': {
      const body = imageRequestBody(request.value);
      return isImageEdit(request.value) ? { image_edit: body } : { image_generation: body };
    }
    case 'videoRequest': {
      const body = videoRequestBody(request.value);
      return isVideoEdit(request.value) ? { video_edit: body } : { video_generation: body };
    }
    case 'videoExtensionRequest':
      return { video_extension: videoExtensionBody(request.value) };
    case 'completionRequest':
      return { completion_request: {} };
    case undefined:
      return {};
  }
}

function at<T>(index: number, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const where = `batch_requests[${index}]`;
    const details = error.details.map((detail) => ({ ...detail, input: `${where}.${detail.input}` }));
    throw new ApiError(error.code, `${where}: ${error.message}`, { cause: error, details });
  }
}

const STATES: Readonly<Record<number, readonly BatchRequestState[]>> = {
  [BatchRequestMetadata_State.PENDING]: ['waiting', 'running'],
  [BatchRequestMetadata_State.SUCCEEDED]: ['succeeded'],
  [BatchRequestMetadata_State.CANCELLED]: ['cancelled'],
  [BatchRequestMetadata_State.FAILED]: ['failed'],
};

/** @returns Undefined: all. @throws {ApiError} `invalid-argument` for a state that no request can have. */
export function decodeStates(states: readonly BatchRequestMetadata_State[]): BatchRequestState[] | undefined {
  if (states.length === 0) return undefined;
  return [...new Set(states)].flatMap((state) => {
    const found = STATES[state];
    if (found !== undefined) return found;
    throw inputError(
      'status',
      'wrong-value',
      `\`status\`: ${state} is no state of a request. Use 1 pending, 2 succeeded, 3 cancelled or 4 failed.`,
    );
  });
}
