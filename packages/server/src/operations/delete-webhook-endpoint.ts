import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { findEndpoint } from '../webhooks/endpoint.ts';

/**
 * Tells an endpoint nothing more, and forgets its secrets. What was pending for it has failed; its log stays.
 * @throws {ApiError} `not-found`.
 */
export async function deleteWebhookEndpoint(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  endpointId: string,
): Promise<void> {
  const now = context.now();
  await context.database.withTransaction(async (tx) => {
    const { id } = await findEndpoint(tx, teamId, endpointId);
    await tx.updateTable('webhook_endpoints').set({ deleted_at: now, secrets: '[]' }).where('id', '=', id).execute();
    await tx
      .updateTable('webhook_messages')
      .set({ state: 'failed', ended_at: now, lease_until: null })
      .where('endpoint_id', '=', id)
      .where('state', '=', 'pending')
      .execute();
  });
}
