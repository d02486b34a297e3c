import { ApiError, LIMITS } from '@openimagine/contract';
import type { FastifyRequest } from 'fastify';

/**
 * The caller's name for this request, under either of the two headers in use.
 * @throws {ApiError} `invalid-argument` for an empty, long or unprintable one.
 */
export function readIdempotencyKey(request: Pick<FastifyRequest, 'headers'>): string | undefined {
  const header = request.headers['idempotency-key'] ?? request.headers['x-idempotency-key'];
  if (header === undefined) return undefined;
  const key = Array.isArray(header) ? header.join(',') : header;
  if (key.length < 1 || key.length > LIMITS.idempotencyKeyCharacters || !/^[\x20-\x7e]+$/.test(key)) {
    throw new ApiError(
      'invalid-argument',
      `\`Idempotency-Key\` must be 1 to ${LIMITS.idempotencyKeyCharacters} printable characters.`,
    );
  }
  return key;
}
