/** What a status code means to a caller over HTTP and over gRPC. */
export interface ErrorKind {
  readonly http: number;
  readonly grpc:
    | 'INVALID_ARGUMENT'
    | 'UNAUTHENTICATED'
    | 'PERMISSION_DENIED'
    | 'NOT_FOUND'
    | 'FAILED_PRECONDITION'
    | 'RESOURCE_EXHAUSTED'
    | 'UNAVAILABLE'
    | 'INTERNAL'
    | 'UNIMPLEMENTED';
  /** True: nothing was accepted and nothing is billed, the same call may be sent again. */
  readonly retryable: boolean;
  /** When it is sent, and what to do about it. Shown in `docs/ERRORS.md`. */
  readonly meaning: string;
}

/** Every error that the API answers with. The `code` of a reply is a key of this table. */
export const ERRORS = {
  'invalid-argument': {
    http: 400,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning:
      'A value is legal JSON of the right type but not allowed here: out of range, not offered by this model, in conflict with another field, or a picture or video that cannot be fetched or opened. The message says what was expected.',
  },
  'imagine:content-moderated': {
    http: 400,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'The prompt or the result was refused by content moderation. Change the prompt.',
  },
  unauthenticated: {
    http: 401,
    grpc: 'UNAUTHENTICATED',
    retryable: false,
    meaning: 'The `Authorization: Bearer` header is missing, malformed, or holds a key that is unknown or expired.',
  },
  'insufficient-credits': {
    http: 402,
    grpc: 'RESOURCE_EXHAUSTED',
    retryable: false,
    meaning: 'The team has too little credit left for this request. Nothing was created.',
  },
  'permission-denied': {
    http: 403,
    grpc: 'PERMISSION_DENIED',
    retryable: false,
    meaning: 'The key is known but disabled or blocked, or its access list does not name this model or endpoint.',
  },
  'not-found': {
    http: 404,
    grpc: 'NOT_FOUND',
    retryable: false,
    meaning: 'There is no such path, model, generation, asset or file, or it belongs to another team.',
  },
  'method-not-allowed': {
    http: 405,
    grpc: 'UNIMPLEMENTED',
    retryable: false,
    meaning: 'The path exists with another method; the `allow` header names it.',
  },
  'request-timeout': {
    http: 408,
    grpc: 'UNAVAILABLE',
    retryable: true,
    meaning: 'The request did not arrive whole in time. Send it again.',
  },
  gone: {
    http: 410,
    grpc: 'NOT_FOUND',
    retryable: false,
    meaning: 'The asset existed and has expired; its file is deleted. Generate again, or download earlier.',
  },
  'payload-too-large': {
    http: 413,
    grpc: 'RESOURCE_EXHAUSTED',
    retryable: false,
    meaning: 'The request body is larger than this route accepts.',
  },
  'unsupported-media-type': {
    http: 415,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'A body is expected as `application/json`; it was empty or of another type.',
  },
  'range-not-satisfiable': {
    http: 416,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'The `Range` header asks for bytes beyond the end of the asset; `content-range` tells its size.',
  },
  'headers-too-large': {
    http: 431,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'The headers of the request are larger than 16 KiB together.',
  },
  unprocessable: {
    http: 422,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'A required field is missing, has the wrong JSON type, or holds a word outside its closed list.',
  },
  'idempotency-mismatch': {
    http: 422,
    grpc: 'INVALID_ARGUMENT',
    retryable: false,
    meaning: 'The `Idempotency-Key` was used before with a different body. Use a new key for a new request.',
  },
  'resource-exhausted': {
    http: 429,
    grpc: 'RESOURCE_EXHAUSTED',
    retryable: true,
    meaning:
      'The key has used up what it may call in a second or a minute; or too many generations are waiting, for this key or in total; or too many large bodies are held. Wait as long as `retry-after` says.',
  },
  'internal-error': {
    http: 500,
    grpc: 'INTERNAL',
    retryable: true,
    meaning: 'A fault of the server. Nothing is billed. The log holds the details under the request id.',
  },
  unavailable: {
    http: 503,
    grpc: 'UNAVAILABLE',
    retryable: true,
    meaning: 'The server is starting, stopping, or cannot take work now. Nothing was accepted.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** Why a video failed after it was accepted; in the poll's `error.code`. Snake case, unlike the codes above. */
export const JOB_ERRORS = {
  invalid_argument: 'The input could not be used, or moderation refused it.',
  permission_denied: 'The key or the team may not do this.',
  failed_precondition: 'The operation is not available for this model or setting.',
  service_unavailable: 'The engine was overloaded or unreachable.',
  internal_error: 'The engine failed on each of its attempts. Nothing is billed.',
} as const;

export type JobErrorCode = keyof typeof JOB_ERRORS;

export interface ApiErrorOptions {
  readonly cause?: unknown;
  readonly retryAfterSeconds?: number;
  /** What was billed all the same, in ticks. */
  readonly billedTicks?: number | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
}

/** Why a part of a request cannot be used: words that programs can branch on. */
export const ERROR_REASONS = {
  missing: 'It is needed and did not come.',
  'wrong-value':
    'It has the right type, but a value that is not allowed here: out of range, outside its list, or not offered by the model.',
  'wrong-kind':
    'It has another type than is needed: text for a number, a video for a picture, a file of an unknown format.',
  conflicting: 'It contradicts another one, which is named beside it.',
  'not-found': 'There is no such model, file or result, or it has expired.',
  'not-fetched': 'Its URL could not be fetched.',
  'not-readable': 'It is damaged, cut off, or not encoded as it says.',
  'too-large': 'It has too many bytes or pixels.',
  'too-long': 'It has too many characters, items or seconds.',
  moderated: 'Moderation refused it.',
} as const;

export type ErrorReason = keyof typeof ERROR_REASONS;

/** Which part of a request is at fault, and why: the same shape for bad inputs and for what moderation refused. */
export interface ErrorDetail {
  /** The field as the caller named it (`prompt`, `image`, `images[2]`, `video`, `keyframes[0].image`), or `output[0]` for a result. */
  readonly input: string;
  readonly reason: ErrorReason;
  /** Of moderation: what it was refused for, such as `violence`. */
  readonly category?: string;
}

/**
 * An error about one part of a request, or several.
 * @param input As in `ErrorDetail`.
 */
export function inputError(
  input: string | readonly string[],
  reason: ErrorReason,
  message: string,
  options: ApiErrorOptions & { readonly code?: ErrorCode } = {},
): ApiError {
  const { code = 'invalid-argument', ...rest } = options;
  return new ApiError(code, message, { ...rest, details: [input].flat().map((name) => ({ input: name, reason })) });
}

/** An error that is meant for the caller. Its message names what was expected, what came, and what to do. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  readonly billedTicks: number | undefined;
  /** Empty where no single part of the request is at fault. */
  readonly details: readonly ErrorDetail[];

  constructor(code: ErrorCode, message: string, options: ApiErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.billedTicks = options.billedTicks;
    this.details = options.details ?? [];
  }

  get http(): number {
    return ERRORS[this.code].http;
  }
}
