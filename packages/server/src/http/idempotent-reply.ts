import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { answerOnce, type KeepReply } from '../submitting/answer-once.ts';
import { fingerprintOf } from '../submitting/fingerprint.ts';
import { goneSignal } from './gone-signal.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { pathOf } from './reply-errors.ts';

/** Says that the reply is that of an earlier call with the same key. */
export const REPLAYED_HEADER = 'idempotent-replayed';

/** What a creating call answers: a JSON object, with status 200 unless `work` has set another on the reply. */
export type CreatingWork = (keep: (tx: Parameters<KeepReply>[0], body: object) => Promise<void>) => Promise<object>;

/**
 * Answers a creating call that makes no generation, once for each `Idempotency-Key`; without a key it just answers.
 * The same key with the same path and body gets the same bytes for a day, with `Idempotent-Replayed: true`; with another
 * body 422; while the first call is under way, the second waits for it. When `work` throws, the key is free again.
 *
 *     app.post('/v1/batches', (request, reply) =>
 *       withIdempotentReply(context, request, reply, async () => encodeBatch(await createBatch(…))));
 *
 * @param work Gets `keep(tx, body)`: called inside the transaction that does the work, the reply commits with it, and no
 * crash in between can make a retry do it twice. Optional; to be used where twice would cost money.
 * @param options.body What the call asks for, where it is not `request.body`: of a form, its fields and the hash of its file.
 */
export async function withIdempotentReply(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  work: CreatingWork,
  options: { readonly body?: unknown } = {},
): Promise<FastifyReply> {
  reply.type('application/json; charset=utf-8');
  const key = readIdempotencyKey(request);
  if (key === undefined) return reply.send(JSON.stringify(await work(async () => undefined)));
  const asked = [request.method, pathOf(request.url), options.body ?? request.body];
  const once = { key, fingerprint: fingerprintOf(asked) };
  const kept = (body: object) => ({ status: reply.statusCode, body: JSON.stringify(body) });
  const { teamId } = request.caller;
  const { status, body, isReplay } = await answerOnce(
    context,
    { teamId, once, signal: goneSignal(reply) },
    async (keep) => kept(await work((tx, object) => keep(tx, kept(object)))),
  );
  if (isReplay) reply.header(REPLAYED_HEADER, 'true');
  return reply.code(status).send(body);
}
