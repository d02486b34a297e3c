import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { findEndpoint, livingEndpoints, toWebhookEndpoint, type WebhookEndpoint } from '../webhooks/endpoint.ts';

/** All endpoints of the team, oldest first: there are never many. */
export async function listWebhookEndpoints(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
): Promise<readonly WebhookEndpoint[]> {
  const rows = await livingEndpoints(context.database.query, teamId)
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toWebhookEndpoint);
}

/** @throws {ApiError} `not-found`. */
export async function getWebhookEndpoint(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  id: string,
): Promise<WebhookEndpoint> {
  return toWebhookEndpoint(await findEndpoint(context.database.query, teamId, id));
}
