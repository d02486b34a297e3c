import type { HandlerContext } from '@connectrpc/connect';
import type { Context } from '../context.ts';
import { readIdempotencyKey } from '../http/idempotency-key.ts';
import { REPLAYED_HEADER } from '../http/idempotent-reply.ts';
import { answerOnce, type KeepReply } from '../submitting/answer-once.ts';
import { fingerprintOf } from '../submitting/fingerprint.ts';
import { callOf } from './call.ts';
import { keyOfTry } from './submit-options.ts';

type Keep<T> = (tx: Parameters<KeepReply>[0], body: T) => Promise<void>;

/**
 * Answers a creating call that makes no generation, once for each key in the metadata `idempotency-key`, or for
 * each call and what its client sends again of it. As over REST, with the body that REST would send as what is kept.
 * @param asked What the call asks for, as something that JSON can say.
 */
export async function withIdempotentReply<T extends object>(
  context: Context,
  call: HandlerContext,
  asked: () => unknown,
  work: (keep: Keep<T>) => Promise<T>,
): Promise<T> {
  const fingerprint = fingerprintOf([call.service.typeName, call.method.name, asked()]);
  const given = readIdempotencyKey({ headers: Object.fromEntries(call.requestHeader) });
  const once = { key: given ?? (await keyOfTry(call, fingerprint)), fingerprint };
  const kept = (body: T) => ({ status: 200, body: JSON.stringify(body) });
  const { body, isReplay } = await answerOnce(
    context,
    { teamId: callOf(call).caller.teamId, once, signal: call.signal },
    async (keep) => kept(await work((tx, object) => keep(tx, kept(object)))),
  );
  if (isReplay) call.responseHeader.set(REPLAYED_HEADER, 'true');
  return JSON.parse(body) as T;
}
