import { ApiError } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { livingEndpoints } from '../webhooks/endpoint.ts';
import { findMessage, type WebhookMessage } from '../webhooks/message.ts';

/**
 * Has a message sent again, now and with all its retries, whatever became of it before. Its id stays, so that a receiver
 * can know it.
 * @throws {ApiError} `not-found`; `invalid-argument` when its endpoint is deleted or disabled.
 */
export async function replayWebhookMessage(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  messageId: string,
): Promise<WebhookMessage> {
  const { query } = context.database;
  const { id, endpointId } = await findMessage(query, teamId, messageId);
  if (endpointId !== undefined) await assertEnabled(context, teamId, endpointId);
  await query
    .updateTable('webhook_messages')
    .set({ state: 'pending', attempts: 0, next_at: context.now(), lease_until: null, ended_at: null })
    .where('id', '=', id)
    .execute();
  const message = await findMessage(query, teamId, id);
  context.webhooks.wake();
  return message;
}

async function assertEnabled(context: Context, teamId: string, endpointId: string): Promise<void> {
  const row = await livingEndpoints(context.database.query, teamId)
    .where('id', '=', endpointId)
    .select('disabled_at')
    .executeTakeFirst();
  if (row?.disabled_at === null) return;
  const [is, remedy] = row === undefined ? ['deleted', 'Make another one.'] : ['disabled', 'Enable it first.'];
  throw new ApiError('invalid-argument', `The endpoint of this message is ${is}. ${remedy}`);
}
