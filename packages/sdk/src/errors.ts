import { ErrorBody } from '@openimagine/contract';

/** The API refused, or could not be reached. */
export class OpenImagineError extends Error {
  /** HTTP status; 0 when there was no reply. */
  readonly status: number;
  /** A code of the catalogue, such as `invalid-argument`; `unreachable` or `bad-reply` when the API did not say. */
  readonly code: string;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** The video that was being waited for: it may still be finished, and can be asked for again. */
  readonly videoRequestId: string | undefined;

  constructor(
    message: string,
    fields: {
      status: number;
      code: string;
      requestId?: string | undefined;
      retryAfterSeconds?: number | undefined;
      videoRequestId?: string | undefined;
      cause?: unknown;
    },
  ) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.name = 'OpenImagineError';
    this.status = fields.status;
    this.code = fields.code;
    this.requestId = fields.requestId;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.videoRequestId = fields.videoRequestId;
  }

  /** True when the same call may be sent again: nothing was accepted. */
  get retryable(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 409 || this.status === 429 || this.status >= 500;
  }
}

/** Reads an error reply, whatever stands between us and the API may have made of it. */
export async function readError(response: Response): Promise<OpenImagineError> {
  const text = await response.text().catch(() => '');
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const fields = {
    status: response.status,
    requestId,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
  };
  const body = ErrorBody.partial({ request_id: true }).safeParse(parseJson(text));
  if (body.success) return new OpenImagineError(body.data.error, { ...fields, code: body.data.code });
  return new OpenImagineError(
    `The server answered ${response.status} ${response.statusText} without a reason that could be read.`,
    { ...fields, code: 'bad-reply' },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
