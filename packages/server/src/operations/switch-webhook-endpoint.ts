import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { findEndpoint, toWebhookEndpoint, type WebhookEndpoint } from '../webhooks/endpoint.ts';

/** Tells an endpoint nothing new; what is pending for it waits. @throws {ApiError} `not-found`. */
export async function disableWebhookEndpoint(
  context: Context,
  caller: Pick<Caller, 'teamId'>,
  endpointId: string,
): Promise<WebhookEndpoint> {
  return set(context, caller, endpointId, { disabled_at: context.now(), disabled_reason: 'requested' });
}

/** Tells an endpoint again, and what has waited first. @throws {ApiError} `not-found`. */
export async function enableWebhookEndpoint(
  context: Context,
  caller: Pick<Caller, 'teamId'>,
  endpointId: string,
): Promise<WebhookEndpoint> {
  const values = { disabled_at: null, disabled_reason: null, failing_since: null };
  const endpoint = await set(context, caller, endpointId, values);
  context.webhooks.wake();
  return endpoint;
}

async function set(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  endpointId: string,
  values: {
    readonly disabled_at: Date | null;
    readonly disabled_reason: 'requested' | null;
    readonly failing_since?: null;
  },
): Promise<WebhookEndpoint> {
  const { query } = context.database;
  const { id } = await findEndpoint(query, teamId, endpointId);
  await query.updateTable('webhook_endpoints').set(values).where('id', '=', id).execute();
  return toWebhookEndpoint(await findEndpoint(query, teamId, id));
}
