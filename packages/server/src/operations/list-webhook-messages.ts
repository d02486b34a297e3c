import { ApiError, type WebhookMessagePage } from '@openimagine/contract';
import { type SqlBool, sql } from 'kysely';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { findMessage, toWebhookMessage, type WebhookMessage } from '../webhooks/message.ts';

/** One try at telling, as the log keeps it. */
export interface WebhookAttempt {
  readonly at: Date;
  readonly durationMs: number;
  readonly status: number | undefined;
  /** Undefined: it was taken. */
  readonly error: string | undefined;
}

/**
 * A page of what the team was told, newest first.
 * @throws {ApiError} `invalid-argument` for a token that names no message of the team.
 */
export async function listWebhookMessages(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  page: WebhookMessagePage,
): Promise<{ readonly messages: readonly WebhookMessage[]; readonly next: string | undefined }> {
  const { state, event, endpointId, generationId, limit, after } = page;
  let query = context.database.query.selectFrom('webhook_messages').where('team_id', '=', teamId).selectAll();
  if (state !== undefined) query = query.where('state', '=', state);
  if (event !== undefined) query = query.where('event', '=', event);
  if (endpointId !== undefined) query = query.where('endpoint_id', '=', endpointId);
  if (generationId !== undefined) query = query.where('generation_id', '=', generationId);
  if (after !== undefined) {
    await assertSeen(context, teamId, after);
    query = query.where(
      sql<SqlBool>`(created_at, id) < (select created_at, id from webhook_messages where id = ${after})`,
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const messages = rows.slice(0, limit).map(toWebhookMessage);
  return { messages, next: rows.length > limit ? messages.at(-1)?.id : undefined };
}

async function assertSeen(context: Context, teamId: string, id: string): Promise<void> {
  const row = await context.database.query
    .selectFrom('webhook_messages')
    .where('id', '=', id)
    .where('team_id', '=', teamId)
    .select('id')
    .executeTakeFirst();
  if (row === undefined)
    throw new ApiError('invalid-argument', '`pagination_token` is none that a page of this list ended with.');
}

/** @returns The attempts oldest first. @throws {ApiError} `not-found`. */
export async function getWebhookMessage(
  context: Context,
  { teamId }: Pick<Caller, 'teamId'>,
  messageId: string,
): Promise<{ readonly message: WebhookMessage; readonly attempts: readonly WebhookAttempt[] }> {
  const { query } = context.database;
  const message = await findMessage(query, teamId, messageId);
  const rows = await query
    .selectFrom('webhook_attempts')
    .where('message_id', '=', message.id)
    .selectAll()
    .orderBy('id')
    .execute();
  const attempts = rows.map(({ at, duration_ms, status, error }) => ({
    at,
    durationMs: duration_ms,
    status: status ?? undefined,
    error: error ?? undefined,
  }));
  return { message, attempts };
}
