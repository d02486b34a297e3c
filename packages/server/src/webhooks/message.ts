import { ApiError, isUuid, type WebhookMessageState } from '@openimagine/contract';
import type { Queryable, WebhookMessageRow } from '../db/tables.ts';

/** Something that is told to one URL. */
export interface WebhookMessage {
  readonly id: string;
  readonly endpointId: string | undefined;
  readonly url: string;
  readonly event: string;
  /** JSON. */
  readonly body: string;
  readonly generationId: string | undefined;
  readonly state: WebhookMessageState;
  readonly attempts: number;
  readonly createdAt: Date;
  /** Undefined once it has ended. */
  readonly nextAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

export function toWebhookMessage(row: WebhookMessageRow): WebhookMessage {
  return {
    id: row.id,
    endpointId: row.endpoint_id ?? undefined,
    url: row.url,
    event: row.event,
    body: row.body,
    generationId: row.generation_id ?? undefined,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextAt: row.state === 'pending' ? row.next_at : undefined,
    endedAt: row.ended_at ?? undefined,
  };
}

/** @throws {ApiError} `not-found` for one that is not there: unknown, another team's, or forgotten. */
export async function findMessage(db: Queryable, teamId: string, id: string): Promise<WebhookMessage> {
  const row = isUuid(id)
    ? await db
        .selectFrom('webhook_messages')
        .where('team_id', '=', teamId)
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirst()
    : undefined;
  if (row !== undefined) return toWebhookMessage(row);
  throw new ApiError('not-found', 'There is no webhook message with this id; they are kept for thirty days.');
}
