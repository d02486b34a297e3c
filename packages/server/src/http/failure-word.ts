import { ApiError, type VideoStatus } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';

const HEADER = 'x-openimagine-failure-word';

/**
 * A failed video in the word that the caller waits for, by `X-OpenImagine-Failure-Word` or its key's `failure_word`.
 * @throws {ApiError} `invalid-argument` for a header with another word.
 */
export function withFailureWord(request: FastifyRequest, status: VideoStatus): VideoStatus {
  const word = readWord(request);
  return status.status === 'failed' ? { ...status, status: word } : status;
}

function readWord({ headers, caller }: FastifyRequest): 'failed' | 'error' {
  const header = headers[HEADER];
  if (header === undefined) return caller.settings.failureWord;
  if (header === 'failed' || header === 'error') return header;
  throw new ApiError(
    'invalid-argument',
    `\`X-OpenImagine-Failure-Word\` must be failed or error; got "${String(header).slice(0, 40)}".`,
  );
}
