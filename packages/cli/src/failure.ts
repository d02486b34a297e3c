import { OpenImagineError } from '@openimagine/sdk';

/** A mistake that the person at the terminal can mend. Its message is all they see. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}

const EXPECTED = new Set(['CommandError', 'OpenImagineError', 'StartError', 'ConfigError']);

/** One line on standard error and an exit code; a stack only with OPENIMAGINE_LOG=debug. */
export function reportFailure(error: unknown, asJson: boolean): void {
  process.exitCode ||= 1;
  if (!(error instanceof Error) || !EXPECTED.has(error.name)) {
    const { OPENIMAGINE_LOG: level } = process.env;
    // One line for whoever started it; the stack for whoever asks.
    console.error('openimagine failed unexpectedly:', level === 'debug' ? error : String(error).split('\n', 1)[0]);
    return;
  }
  if (asJson) {
    const fields =
      error instanceof OpenImagineError
        ? {
            code: error.code,
            status: error.status,
            request_id: error.requestId,
            retry_after: error.retryAfterSeconds,
            video_request_id: error.videoRequestId,
            cost_in_usd_ticks: error.costInUsdTicks,
            details: error.details.length === 0 ? undefined : error.details,
          }
        : {};
    console.log(JSON.stringify({ error: error.message, ...fields }));
    return;
  }
  console.error(`openimagine: ${error.message}${error instanceof OpenImagineError ? referenceOf(error) : ''}`);
}

/** By what the operator of the server finds it in the log, and the caller the video. */
function referenceOf({ requestId, videoRequestId }: OpenImagineError): string {
  const parts = [
    ...(requestId === undefined ? [] : [`request ${requestId}`]),
    ...(videoRequestId === undefined ? [] : [`video ${videoRequestId}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
