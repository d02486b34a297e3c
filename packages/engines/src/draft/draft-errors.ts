import { MediaError, type MediaErrorKind } from '@openimagine/media';
import { EngineError, type EngineErrorKind, type MediaInput } from '../engine.ts';

const KINDS: Readonly<Record<MediaErrorKind, { kind: EngineErrorKind; retryable: boolean; message: string }>> = {
  child_crashed: { kind: 'internal', retryable: true, message: 'the render process ended unexpectedly' },
  // The same order fails in the same way again: drawing has no chance of its own.
  task_failed: { kind: 'internal', retryable: false, message: 'the scene could not be rendered' },
  encode_failed: { kind: 'internal', retryable: true, message: 'the picture could not be encoded' },
  deadline: { kind: 'timeout', retryable: true, message: 'rendering took too long and was stopped' },
  closed: { kind: 'unavailable', retryable: true, message: 'the draft engine is shutting down' },
  aborted: { kind: 'internal', retryable: true, message: 'rendering was stopped' },
  // Nothing but inputs is decoded here.
  damaged: { kind: 'invalid_request', retryable: false, message: 'an input is damaged' },
  unsupported: { kind: 'unsupported', retryable: false, message: 'the draft engine cannot make this' },
  too_large: { kind: 'invalid_request', retryable: false, message: 'the request is too large to render' },
};

/** What a decoder found fault with is what the caller sent. */
const FAULTS_OF_INPUTS: ReadonlySet<MediaErrorKind> = new Set(['damaged', 'unsupported', 'too_large']);

/**
 * What went wrong in a render child, in the words of the contract. The message is fit for users; the cause is not.
 * @param inputs What the order started from.
 */
export function toEngineError(error: unknown, inputs: readonly Pick<MediaInput, 'role'>[] = []): EngineError {
  if (error instanceof EngineError) return error;
  if (!(error instanceof MediaError)) {
    return new EngineError('internal', 'the draft engine failed', { retryable: false, cause: error });
  }
  const { kind, retryable, message } = KINDS[error.kind];
  if (FAULTS_OF_INPUTS.has(error.kind) && inputs.length > 0) {
    const what = inputs.some(({ role }) => role === 'video') ? 'the input video' : 'an input picture';
    const reason = `${what} cannot be used: ${error.message}`;
    return new EngineError('invalid_request', reason, { retryable: false, fault: 'inputs', cause: error });
  }
  return new EngineError(kind, message, { retryable, cause: error });
}
