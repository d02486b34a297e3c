import { ApiError, isUuid } from '@openimagine/contract';
import type { Queryable, WebhookEndpointRow } from '../db/tables.ts';

/** Where a team has its events told, without what signs them. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  /** Why it is disabled; undefined while it is not. */
  readonly disabledReason: 'requested' | 'gone' | 'failing' | undefined;
  readonly createdAt: Date;
}

export function toWebhookEndpoint(row: WebhookEndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: row.events,
    disabledReason: row.disabled_at === null ? undefined : (row.disabled_reason ?? 'requested'),
    createdAt: row.created_at,
  };
}

/** Endpoints of a team that are there to be seen. */
export function livingEndpoints(db: Queryable, teamId: string) {
  return db.selectFrom('webhook_endpoints').where('team_id', '=', teamId).where('deleted_at', 'is', null);
}

/** @throws {ApiError} `not-found` for one that is not there: unknown, another team's, or deleted. */
export async function findEndpoint(db: Queryable, teamId: string, id: string): Promise<WebhookEndpointRow> {
  const row = isUuid(id)
    ? await livingEndpoints(db, teamId).where('id', '=', id).selectAll().executeTakeFirst()
    : undefined;
  if (row !== undefined) return row;
  throw new ApiError(
    'not-found',
    'There is no webhook endpoint with this id. GET /v1/webhook-endpoints lists those that there are.',
  );
}
