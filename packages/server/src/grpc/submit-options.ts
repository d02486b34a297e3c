import type { HandlerContext } from '@connectrpc/connect';
import type { Context } from '../context.ts';
import { readScenario } from '../http/emulator-routes.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { REPLAYED_HEADER } from '../http/idempotent-reply.ts';
import type { SubmitOptions } from '../operations/submit-generation.ts';

/**
 * What the metadata of a call that makes a generation says, and its life.
 * @throws {ApiError} `invalid-argument` for metadata that cannot be read.
 */
export function readSubmitOptions(
  context: Context,
  { requestHeader, responseHeader, signal }: Pick<HandlerContext, 'requestHeader' | 'responseHeader' | 'signal'>,
): SubmitOptions {
  const headers = Object.fromEntries(requestHeader);
  return {
    idempotencyKey: readIdempotencyKey({ headers }),
    signal,
    scenario: readScenario(context, { headers }),
    onReplay: () => responseHeader.set(REPLAYED_HEADER, 'true'),
  };
}
