export type StartErrorCode =
  | 'unwritable'
  | 'in_use'
  | 'damaged'
  | 'database_unreachable'
  | 'invalid_key'
  | 'address'
  | 'certificate';

/** Why the server cannot start. The message is the one line that the person at the terminal sees. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}
