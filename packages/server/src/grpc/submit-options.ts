import type { HandlerContext } from '@connectrpc/connect';
import type { Context } from '../context.ts';
import { readScenario } from '../http/emulator-routes.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { REPLAYED_HEADER } from '../http/idempotent-reply.ts';
import type { SubmitOptions } from '../operations/submit-generation.ts';
import { callOf } from './call.ts';
import { isAnotherTry } from './retried-calls.ts';

/**
 * What the metadata of a call that makes a generation says, and its life. A call that its client sends again because the
 * connection broke has the idempotency key of its first try.
 * @throws {ApiError} `invalid-argument` for metadata that cannot be read.
 */
export function readSubmitOptions(context: Context, call: HandlerContext): SubmitOptions {
  const headers = Object.fromEntries(call.requestHeader);
  return {
    idempotencyKey: readIdempotencyKey({ headers }) ?? ((fingerprint) => keyOfTry(call, fingerprint)),
    signal: call.signal,
    scenario: readScenario(context, { headers }),
    onReplay: () => call.responseHeader.set(REPLAYED_HEADER, 'true'),
  };
}

/** @param fingerprint Of what the call asks for. */
export async function keyOfTry(call: HandlerContext, fingerprint: string): Promise<string> {
  const { calls, caller, ended } = callOf(call);
  return await calls.keyOf({ teamId: caller.teamId, fingerprint, isRetry: isAnotherTry(call.requestHeader), ended });
}
