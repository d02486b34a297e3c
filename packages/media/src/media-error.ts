/**
 * Why media could not be made, opened or handed to a child process.
 *
 * - `damaged`: the bytes are not what they claim to be · `unsupported`: sound, but nothing we open · `too_large`: beyond
 *   a cap · `encode_failed`: the encoder refused what we gave it.
 * - `child_crashed`: the process ended under its task · `task_failed`: the task itself threw (see `cause`) ·
 *   `deadline`: it took too long and was killed · `aborted`: the caller's signal · `closed`: the pool was closed.
 */
export type MediaErrorKind =
  | 'damaged'
  | 'unsupported'
  | 'too_large'
  | 'encode_failed'
  | 'child_crashed'
  | 'task_failed'
  | 'deadline'
  | 'aborted'
  | 'closed';

export const MEDIA_ERROR_KINDS: ReadonlySet<string> = new Set<MediaErrorKind>([
  'damaged',
  'unsupported',
  'too_large',
  'encode_failed',
  'child_crashed',
  'task_failed',
  'deadline',
  'aborted',
  'closed',
]);

/** The one error that leaves this package. Decide by `kind`, never by the message. */
export class MediaError extends Error {
  readonly kind: MediaErrorKind;

  constructor(kind: MediaErrorKind, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MediaError';
    this.kind = kind;
  }
}
