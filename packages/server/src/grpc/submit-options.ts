import type { HandlerContext } from '@connectrpc/connect';
import type { ImageOrder, VideoOrder } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { readScenario } from '../http/emulator-routes.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { REPLAYED_HEADER } from '../http/idempotent-reply.ts';
import type { SubmitOptions } from '../operations/submit-generation.ts';
import { fingerprintOf } from '../submitting/fingerprint.ts';
import { callOf } from './call.ts';
import { isAnotherTry } from './retried-calls.ts';

/**
 * What the metadata of a call that makes a generation says, and its life. A call that its client sends again because the
 * connection broke has the idempotency key of its first try.
 * @param order What it asks for.
 * @throws {ApiError} `invalid-argument` for metadata that cannot be read.
 */
export async function readSubmitOptions(
  context: Context,
  order: ImageOrder | VideoOrder,
  call: HandlerContext,
): Promise<SubmitOptions> {
  const headers = Object.fromEntries(call.requestHeader);
  return {
    idempotencyKey: readIdempotencyKey({ headers }) ?? (await keyOfTry(call, order)),
    signal: call.signal,
    scenario: readScenario(context, { headers }),
    onReplay: () => call.responseHeader.set(REPLAYED_HEADER, 'true'),
  };
}

/** @param asked What the call asks for, as something that JSON can say. */
export async function keyOfTry(call: HandlerContext, asked: unknown): Promise<string> {
  const { calls, caller, ended } = callOf(call);
  return await calls.keyOf({
    teamId: caller.teamId,
    fingerprint: fingerprintOf(asked),
    isRetry: isAnotherTry(call.requestHeader),
    ended,
  });
}
