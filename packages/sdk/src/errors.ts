/** Which part of a request is at fault: `{ input: 'image', reason: 'not-fetched' }`. */
export interface ErrorDetail {
  /** The field by its name on the wire, such as `prompt` or `images[1]`; `output[0]` for a result. */
  readonly input: string;
  readonly reason: string;
  /** Of moderation: what it was refused for. */
  readonly category?: string;
}

export interface ErrorFields {
  readonly status: number;
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly videoRequestId?: string | undefined;
  readonly costInUsdTicks?: number | undefined;
  readonly cause?: unknown;
}

/** Whatever goes wrong: the API refused, could not be reached, or a result did not come. */
export class OpenImagineError extends Error {
  /** HTTP status; 0 when there was no reply. */
  readonly status: number;
  /**
   * A code of the API, such as `invalid-argument`; of a failed video the job's, such as `internal_error`, or `expired`.
   * Of this client: `unreachable`, `bad-reply`, `aborted`, `invalid-input`, `no-result`, `not-saved`.
   */
  readonly code: string;
  readonly requestId: string | undefined;
  /** How long the API asks to wait. */
  readonly retryAfterSeconds: number | undefined;
  /** Empty where no single part of the request is at fault. */
  readonly details: readonly ErrorDetail[];
  /** The video that was being waited for: it may still be finished, and can be asked for again by `client.video(id)`. */
  readonly videoRequestId: string | undefined;
  /** What was billed all the same. */
  readonly costInUsdTicks: number | undefined;

  constructor(message: string, fields: ErrorFields) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'OpenImagineError';
    this.status = fields.status;
    this.code = fields.code;
    this.requestId = fields.requestId;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.details = fields.details ?? [];
    this.videoRequestId = fields.videoRequestId;
    this.costInUsdTicks = fields.costInUsdTicks;
  }

  /** True when the same call may do better later. */
  get retryable(): boolean {
    if (this.status === 0) return this.code === 'unreachable';
    return this.status === 408 || this.status === 409 || this.status === 429 || this.status >= 500;
  }
}

/** What a call becomes whose signal was aborted. */
export function abortedError(signal: AbortSignal): OpenImagineError {
  return new OpenImagineError('The call was aborted.', { status: 0, code: 'aborted', cause: signal.reason });
}

/** What a call becomes that was given what cannot be sent. */
export function invalidInput(message: string, cause?: unknown): OpenImagineError {
  return new OpenImagineError(message, { status: 0, code: 'invalid-input', cause });
}

/** Reads a reply, which may be of any server: whatever the reading stumbles over is `bad-reply`. */
export function readSafely<T>(read: () => T, videoRequestId?: string): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof OpenImagineError) throw cause;
    const message = `The server's answer cannot be read: ${(cause as Error).message}.`;
    throw new OpenImagineError(message, { status: 200, code: 'bad-reply', videoRequestId, cause });
  }
}

/** The same error, with the id by which the video can be found again. */
export function withVideo(error: OpenImagineError, videoRequestId: string): OpenImagineError {
  return new OpenImagineError(error.message, { ...error, code: error.code, videoRequestId, cause: error });
}

/** Reads an error reply, whatever stands between us and the API may have made of it. */
export async function readError(response: Response): Promise<OpenImagineError> {
  const body = asObject(parseJson(await response.text().catch(() => '')));
  const fields = {
    status: response.status,
    requestId: textOf(body.request_id) ?? response.headers.get('x-request-id') ?? undefined,
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after')),
    details: Array.isArray(body.details) ? (body.details as readonly ErrorDetail[]) : undefined,
    costInUsdTicks: (body.usage as { cost_in_usd_ticks?: number } | undefined)?.cost_in_usd_ticks,
  };
  // Some servers of this API nest the sentence, as OpenAI's do.
  const message = textOf(body.error) ?? textOf((body.error as { message?: unknown } | undefined)?.message);
  if (message !== undefined)
    return new OpenImagineError(message, { ...fields, code: textOf(body.code) ?? 'bad-reply' });
  return new OpenImagineError(
    `The server answered ${response.status} ${response.statusText} without a reason that could be read.`,
    { ...fields, code: 'bad-reply' },
  );
}

/** Seconds, or a date. */
function readRetryAfter(text: string | null): number | undefined {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const ms = Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms / 1000);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** @returns Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
