import { MediaError, type MediaErrorKind } from '@openimagine/media';
import { EngineError, type EngineErrorKind } from '../engine.ts';

const KINDS: Readonly<Record<MediaErrorKind, { kind: EngineErrorKind; retryable: boolean; message: string }>> = {
  child_crashed: { kind: 'internal', retryable: true, message: 'the render process ended unexpectedly' },
  // The same order fails in the same way again: drawing has no chance of its own.
  task_failed: { kind: 'internal', retryable: false, message: 'the scene could not be rendered' },
  encode_failed: { kind: 'internal', retryable: true, message: 'the picture could not be encoded' },
  deadline: { kind: 'timeout', retryable: true, message: 'rendering took too long and was stopped' },
  closed: { kind: 'unavailable', retryable: true, message: 'the draft engine is shutting down' },
  aborted: { kind: 'internal', retryable: true, message: 'rendering was stopped' },
  damaged: { kind: 'internal', retryable: false, message: 'rendered media came out damaged' },
  unsupported: { kind: 'unsupported', retryable: false, message: 'the draft engine cannot make this' },
  too_large: { kind: 'invalid_request', retryable: false, message: 'the request is too large to render' },
};

/** What went wrong in a render child, in the words of the contract. The message is fit for users; the cause is not. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (!(error instanceof MediaError)) {
    return new EngineError('internal', 'the draft engine failed', { retryable: false, cause: error });
  }
  const { kind, retryable, message } = KINDS[error.kind];
  return new EngineError(kind, message, { retryable, cause: error });
}
