import { z } from 'zod';
import { ApiError, ERRORS, type ErrorCode, type JobErrorCode } from './errors.ts';
import { readPageLimit } from './files.ts';
import { type ImageOrder, ImageResponse, readImageEditOrder, readImageOrder } from './images.ts';
import { LIMITS } from './limits.ts';
import { ErrorDetailBody } from './listings.ts';
import { cleanText, optional, parseBody, shortJson } from './request.ts';
import { assertStrict, type CreatingPath, isCreatingPath } from './strict.ts';
import { VideoStatus } from './video-replies.ts';
import { readVideoEditOrder, readVideoExtensionOrder, readVideoOrder, type VideoOrder } from './videos.ts';

/** What a request of a batch can be, and the call whose body it has. */
export const BATCH_VARIANTS = {
  image_generation: '/v1/images/generations',
  image_edit: '/v1/images/edits',
  video_generation: '/v1/videos/generations',
  video_edit: '/v1/videos/edits',
  video_extension: '/v1/videos/extensions',
} as const satisfies Record<string, CreatingPath>;

/** Of xAI's language models, which this server does not have. */
const CHAT_VARIANTS = ['chat_get_completion', 'completion_request', 'responses'];

/** The body of `POST /v1/batches`. */
export const CreateBatchBody = z.object({
  name: z.string('expected text').describe('For your own records, 1 to 256 characters.'),
  input_file_id: optional(z.string('expected the id of a file')).describe(
    'A file of JSON lines, each `{"custom_id", "method": "POST", "url", "body"}`. The batch is sealed then: nothing can be added.',
  ),
});

export interface BatchOrder {
  readonly name: string;
  /** As it came; whether there is such a file is not known yet. */
  readonly inputFileId: string | undefined;
}

/** @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readBatchOrder(body: unknown): BatchOrder {
  const { name, input_file_id } = parseBody(CreateBatchBody, body);
  const cleaned = cleanText(name).trim();
  const characters = [...cleaned.slice(0, 2 * LIMITS.batchNameCharacters + 2)].length;
  if (characters < 1 || characters > LIMITS.batchNameCharacters) {
    throw new ApiError('invalid-argument', `\`name\` must have 1 to ${LIMITS.batchNameCharacters} characters.`, {
      details: [{ input: 'name', reason: characters < 1 ? 'missing' : 'too-long' }],
    });
  }
  return { name: cleaned, inputFileId: input_file_id || undefined };
}

/** A request of a batch, addressed to one of the creating calls; its body is not looked into yet. */
export interface BatchRequest {
  /** Absent: it gets one. */
  readonly requestId: string | undefined;
  readonly endpoint: CreatingPath;
  readonly body: unknown;
}

const AddedRequest = z.object({
  batch_request_id: optional(z.string('expected text')).describe(
    'Your name for it, unique in the batch, 1 to 256 characters. Default: a UUID.',
  ),
  batch_request: z
    .record(z.string(), z.unknown(), `expected an object with one of: ${Object.keys(BATCH_VARIANTS).join(', ')}`)
    .describe(`One of ${Object.keys(BATCH_VARIANTS).join(', ')}, with the body of that call.`),
});

/** The body of `POST /v1/batches/{batch_id}/requests`, for the documentation. */
export const AddBatchRequestsBody = z.object({
  batch_requests: z.array(AddedRequest).min(1).max(LIMITS.batchRequestsPerCall),
});

/** @throws {ApiError} `unprocessable`, `invalid-argument`, naming which of the requests it is. */
export function readBatchRequests(body: unknown): BatchRequest[] {
  const list = typeof body === 'object' && body !== null && 'batch_requests' in body ? body.batch_requests : undefined;
  if (!Array.isArray(list)) {
    throw new ApiError('unprocessable', '`batch_requests`: expected a list of requests.', {
      details: [{ input: 'batch_requests', reason: list === undefined ? 'missing' : 'wrong-kind' }],
    });
  }
  if (list.length < 1 || list.length > LIMITS.batchRequestsPerCall) {
    throw new ApiError(
      'invalid-argument',
      `\`batch_requests\` must hold 1 to ${LIMITS.batchRequestsPerCall} requests; got ${list.length}. Add more in another call.`,
      { details: [{ input: 'batch_requests', reason: 'wrong-value' }] },
    );
  }
  return list.map((each, index) => at(`batch_requests[${index}]`, () => readAdded(each)));
}

function readAdded(value: unknown): BatchRequest {
  const { batch_request_id, batch_request } = parseBody(AddedRequest, value);
  const given = Object.entries(batch_request).filter(([, body]) => body !== null && body !== undefined);
  const [variant, body] = given[0] ?? [];
  if (variant === undefined || given.length > 1) {
    throw new ApiError(
      'invalid-argument',
      `\`batch_request\` must hold one of ${Object.keys(BATCH_VARIANTS).join(', ')}; got ${given.length} fields.`,
    );
  }
  if (CHAT_VARIANTS.includes(variant)) throw noChat(variant);
  if (!Object.hasOwn(BATCH_VARIANTS, variant)) {
    throw new ApiError(
      'invalid-argument',
      `\`batch_request\` must hold one of ${Object.keys(BATCH_VARIANTS).join(', ')}; got ${shortJson(variant)}.`,
    );
  }
  const endpoint = BATCH_VARIANTS[variant as keyof typeof BATCH_VARIANTS];
  return { requestId: readRequestId(batch_request_id || undefined, 'batch_request_id'), endpoint, body };
}

/** A line of a batch's file. */
export const BatchLine = z.object({
  custom_id: z.string('expected text').describe('Your name for it, unique in the file, 1 to 256 characters.'),
  method: optional(z.literal('POST', 'expected POST')),
  url: z.string('expected text').describe(`One of ${Object.values(BATCH_VARIANTS).join(', ')}.`),
  body: z.unknown().describe('The body of that call.'),
});

/**
 * @param where Such as `line 3`, for messages.
 * @throws {ApiError} `unprocessable`, `invalid-argument`.
 */
export function readBatchLine(value: unknown, where: string): BatchRequest {
  return at(where, () => {
    const { custom_id, url, body } = parseBody(BatchLine, value);
    const requestId = readRequestId(custom_id, 'custom_id');
    const path = url.replace(/\/+$/, '');
    if (isCreatingPath(path)) return { requestId, endpoint: path, body };
    if (/^\/v1\/(?:chat|responses|completions)/.test(path)) throw noChat(path);
    throw new ApiError(
      'invalid-argument',
      `\`url\` must be one of ${Object.values(BATCH_VARIANTS).join(', ')}; got ${shortJson(url)}.`,
    );
  });
}

function readRequestId(id: string | undefined, field: string): string | undefined {
  if (id === undefined) return undefined;
  const cleaned = cleanText(id);
  if (cleaned.length >= 1 && cleaned.length <= LIMITS.batchRequestIdCharacters) return cleaned;
  throw new ApiError(
    'invalid-argument',
    `\`${field}\` must have 1 to ${LIMITS.batchRequestIdCharacters} characters; got ${cleaned.length}.`,
  );
}

function noChat(what: string): ApiError {
  return new ApiError(
    'invalid-argument',
    `${what} is for language models, and this server makes pictures and videos only. Send such requests to another one.`,
  );
}

function at<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const details = error.details.map((detail) => ({ ...detail, input: `${where}.${detail.input}` }));
    throw new ApiError(error.code, `${where}: ${error.message}`, { cause: error, details });
  }
}

const READERS: Readonly<Record<CreatingPath, (body: unknown) => ImageOrder | VideoOrder>> = {
  '/v1/images/generations': readImageOrder,
  '/v1/images/edits': readImageEditOrder,
  '/v1/videos/generations': readVideoOrder,
  '/v1/videos/edits': readVideoEditOrder,
  '/v1/videos/extensions': readVideoExtensionOrder,
};

/**
 * Reads a request of a batch just as its own call would.
 * @throws {ApiError} As that call.
 */
export function readBatchedOrder(
  { endpoint, body }: BatchRequest,
  { isStrict }: { readonly isStrict: boolean },
): ImageOrder | VideoOrder {
  if (isStrict) assertStrict(endpoint, body);
  return READERS[endpoint](body);
}

const page = {
  limit: z.string().optional().describe('1 to 1,000. Default 100.'),
  page_size: z.string().optional().describe('The same as `limit`.'),
  pagination_token: z.string().optional().describe('Of the page before.'),
};

/** The query of every list of batches. */
export const BatchPageQuery = z.object(page);

export interface BatchPage {
  readonly limit: number;
  readonly after: string | undefined;
}

/** @throws {ApiError} `unprocessable`, `invalid-argument`. */
export function readBatchPage(query: unknown): BatchPage {
  const { limit, page_size, pagination_token } = parseBody(BatchPageQuery, query);
  return { limit: readPageLimit(limit || page_size, LIMITS.pageItems), after: pagination_token || undefined };
}

const count = z.int().min(0);

/** A batch, and how far it is. Times are RFC 3339. */
export const BatchBody = z.object({
  batch_id: z.string(),
  name: z.string(),
  create_time: z.string(),
  expire_time: z.string().describe('What is pending then ends as an error.'),
  create_api_key_id: z.string(),
  cancel_time: z.string().nullable(),
  cancel_by_xai_message: z.null(),
  state: z.object({
    num_requests: count,
    num_pending: count.describe('Complete is a batch with requests of which none is pending.'),
    num_success: count,
    num_error: count,
    num_cancelled: count,
  }),
  cost_breakdown: z.object({
    total_cost_usd_ticks: count.describe('What was billed so far; 10,000,000,000 ticks are one US dollar.'),
    endpoint_costs: z.array(z.object({ endpoint: z.string(), cost_usd_ticks: count, request_count: count })),
  }),
  input_file_id: z.string().nullable(),
});
export type BatchBody = z.infer<typeof BatchBody>;

const paginationToken = z.string().nullable().describe('Give it again for the next page; null on the last.');

export const BatchList = z.object({
  batches: z.array(BatchBody).describe('Newest first.'),
  pagination_token: paginationToken,
});

/** The reply of `POST /v1/batches/{batch_id}/requests`. */
export const BatchRequestsAdded = z.object({});

export const BatchRequestList = z.object({
  batch_request_metadata: z
    .array(
      z.object({
        batch_request_id: z.string(),
        endpoint: z.string(),
        model: z.string().nullable(),
        state: z.enum(['pending', 'succeeded', 'failed', 'cancelled']),
        create_time: z.string(),
        finish_time: z.string().nullable(),
      }),
    )
    .describe('In the order in which they were added.'),
  pagination_token: paginationToken,
});
export type BatchRequestList = z.infer<typeof BatchRequestList>;

/** Why a request of a batch came to nothing. */
export const BatchError = z.object({
  code: z.int().describe('A status of gRPC: 1 cancelled, 3 invalid argument or moderated, 4 expired, …'),
  message: z.string(),
  details: z.array(ErrorDetailBody).optional(),
});
export type BatchError = z.infer<typeof BatchError>;

export const BatchResult = z.object({
  batch_request_id: z.string(),
  batch_result: z.union([
    z.object({
      response: z.union([z.object({ image_generation: ImageResponse }), z.object({ video_generation: VideoStatus })]),
    }),
    z.object({ error: BatchError }),
  ]),
  error_message: z.string().optional().describe('The same as in `error`.'),
});
export type BatchResult = z.infer<typeof BatchResult>;

export const BatchResultList = z.object({
  results: z.array(BatchResult).describe('Of what has ended, in the order in which it was added.'),
  pagination_token: paginationToken,
});
export type BatchResultList = z.infer<typeof BatchResultList>;

/** Numbers that gRPC gives its statuses. */
export const GRPC_STATUS = {
  OK: 0,
  CANCELLED: 1,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

const JOB_STATUS: Readonly<Record<JobErrorCode, number>> = {
  invalid_argument: GRPC_STATUS.INVALID_ARGUMENT,
  permission_denied: GRPC_STATUS.PERMISSION_DENIED,
  failed_precondition: GRPC_STATUS.FAILED_PRECONDITION,
  service_unavailable: GRPC_STATUS.UNAVAILABLE,
  internal_error: GRPC_STATUS.INTERNAL,
};

/** The status of gRPC that an error of either kind is told as. */
export function grpcStatusOf(code: ErrorCode | JobErrorCode): number {
  return isJobError(code) ? JOB_STATUS[code] : GRPC_STATUS[ERRORS[code].grpc];
}

/**
 * The status of gRPC that a refused call is told as. That a file of the caller's could not be fetched has one of its own,
 * as documented for xAI's SDK.
 */
export function grpcStatusOfError({ code, details }: ApiError): number {
  if (details.some(({ reason }) => reason === 'not-fetched')) return GRPC_STATUS.DATA_LOSS;
  return grpcStatusOf(code);
}

function isJobError(code: string): code is JobErrorCode {
  return Object.hasOwn(JOB_STATUS, code);
}
