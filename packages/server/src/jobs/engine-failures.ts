import type { ErrorDetail, JobErrorCode } from '@openimagine/contract';
import type { EngineError, EngineErrorKind } from '@openimagine/engines';
import { ScriptedFailure } from '../emulator/play-scenario.ts';
import type { GenerationError, StoredInput } from './generation.ts';

const CODES: Readonly<Record<EngineErrorKind, JobErrorCode>> = {
  invalid_request: 'invalid_argument',
  unsupported: 'failed_precondition',
  // The engine's own account is nobody's business but the operator's.
  auth: 'service_unavailable',
  quota: 'service_unavailable',
  rate_limited: 'service_unavailable',
  overloaded: 'service_unavailable',
  unavailable: 'service_unavailable',
  bad_response: 'internal_error',
  timeout: 'internal_error',
  lost: 'internal_error',
  internal: 'internal_error',
};

const MESSAGES: Readonly<Partial<Record<JobErrorCode, string>>> = {
  service_unavailable: 'The engine is overloaded or cannot be reached. Nothing is billed; please try again later.',
  internal_error: 'The engine failed on each of its attempts. Nothing is billed; please try again.',
};

/** What its owner may know of a failure: an engine's own words only where they are about the request. */
export function generationErrorOf(error: EngineError, inputs: readonly StoredInput[] = []): GenerationError {
  if (error instanceof ScriptedFailure) return { code: error.code, message: error.message };
  const code = CODES[error.kind];
  return { code, message: MESSAGES[code] ?? error.message, details: detailsOf(error, inputs) };
}

/** Of several inputs nobody can say which it was. */
function detailsOf({ fault }: EngineError, inputs: readonly StoredInput[]): ErrorDetail[] {
  if (fault === 'prompt') return [{ input: 'prompt', reason: 'wrong-value' }];
  const [only, ...others] = inputs;
  if (fault !== 'inputs' || only === undefined || others.length > 0) return [];
  return [{ input: only.field, reason: 'not-readable' }];
}
