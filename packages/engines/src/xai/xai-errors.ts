import { EngineError, type EngineErrorKind } from '../engine.ts';
import { ErrorReply } from './xai-replies.ts';

/** The upstream's answer was an HTTP error. Kept apart from EngineError for the one code that is not a failure. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly costTicks: number | undefined;
  readonly retryAfterMs: number | undefined;
}

const MODERATED = 'imagine:content-moderated';
const MESSAGE_LETTERS_MAX = 300;
/** Longer waits are not believed. A timer overflows at 24 days, and would then not wait at all. */
const RETRY_AFTER_MS_MAX = 60_000;

export function isModeration(refusal: Refusal): boolean {
  return refusal.status === 400 && refusal.code === MODERATED;
}

/** Reads an error body of any of the shapes in use; garbage degrades to the status. */
export function readRefusal(response: Response, body: string): Refusal {
  const retryAfter = Number(response.headers.get('retry-after'));
  const parsed = ErrorReply.safeParse(parseJson(body)).data;
  const nested = typeof parsed?.error === 'object' ? parsed.error : undefined;
  const text = typeof parsed?.error === 'string' ? parsed.error : nested?.message;
  return {
    status: response.status,
    code: parsed?.code ?? nested?.code ?? '',
    message: (text ?? (response.statusText || `HTTP ${response.status}`)).slice(0, MESSAGE_LETTERS_MAX),
    costTicks: parsed?.usage?.cost_in_usd_ticks,
    retryAfterMs:
      Number.isFinite(retryAfter) && retryAfter > 0 ? Math.min(RETRY_AFTER_MS_MAX, retryAfter * 1000) : undefined,
  };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const KIND_OF_STATUS: Readonly<Record<number, EngineErrorKind>> = {
  400: 'invalid_request',
  401: 'auth',
  402: 'quota',
  403: 'auth',
  404: 'unsupported',
  405: 'unsupported',
  408: 'timeout',
  409: 'overloaded',
  413: 'invalid_request',
  415: 'invalid_request',
  422: 'invalid_request',
  429: 'rate_limited',
  503: 'overloaded',
  504: 'timeout',
};

/** A refused creating call: nothing was accepted, so nothing is billed. */
export function toEngineError(refusal: Refusal): EngineError {
  // A spent balance was seen as 403 and as 429, too; the code is what tells.
  const isQuota = /credit|billing|spending/.test(refusal.code);
  const kind = isQuota ? 'quota' : (KIND_OF_STATUS[refusal.status] ?? 'unavailable');
  return new EngineError(kind, `the upstream answered ${refusal.status}: ${refusal.message}`, {
    ...(refusal.retryAfterMs === undefined ? {} : { retryAfterMs: refusal.retryAfterMs }),
  });
}

const KIND_OF_JOB_CODE: Readonly<Record<string, EngineErrorKind>> = {
  invalid_argument: 'invalid_request',
  permission_denied: 'auth',
  failed_precondition: 'unsupported',
  service_unavailable: 'unavailable',
  internal_error: 'internal',
};

/** A job that the upstream accepted and then failed. */
export function toJobError(error: { code?: string | null | undefined; message?: string | null | undefined } | null) {
  const code = error?.code ?? 'internal_error';
  const message = (error?.message ?? 'no reason given').slice(0, MESSAGE_LETTERS_MAX);
  return new EngineError(KIND_OF_JOB_CODE[code] ?? 'internal', `the upstream failed (${code}): ${message}`);
}
