import { OpenImagineError } from '@openimagine/sdk';

/** A mistake that the person at the terminal can mend. Its message is all they see. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}

const EXPECTED = new Set(['CommandError', 'OpenImagineError', 'StartError', 'ConfigError']);

/** One line on standard error and an exit code; a stack only for faults of our own. */
export function reportFailure(error: unknown, asJson: boolean): void {
  process.exitCode = 1;
  if (!(error instanceof Error) || !EXPECTED.has(error.name)) {
    console.error('openimagine failed unexpectedly:', error);
    return;
  }
  if (asJson) {
    const fields =
      error instanceof OpenImagineError ? { code: error.code, status: error.status, request_id: error.requestId } : {};
    console.log(JSON.stringify({ error: error.message, ...fields }));
    return;
  }
  const reference =
    error instanceof OpenImagineError && error.requestId !== undefined ? ` (request ${error.requestId})` : '';
  console.error(`openimagine: ${error.message}${reference}`);
}
