import { type WebhookEvent, type WebhookPayload, wantsEvent } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { afterCommit } from '../db/transaction-guard.ts';

/** Something that happened to a team, for those who want to be told. */
export interface Happening {
  readonly teamId: string;
  /** Where the request itself wanted it told, besides the team's endpoints. */
  readonly webhookUrl?: string | undefined;
  /** False: the team's endpoints are not told. Default true. */
  readonly isForEndpoints?: boolean | undefined;
  readonly generationId?: string | undefined;
  /** Asked for only when somebody may be told. Whatever it reads, it reads in the same transaction. */
  readonly about: () => Promise<{ readonly event: WebhookEvent; readonly data: object }>;
}

/**
 * Writes a message for everyone who is to be told, in the transaction that makes it true: neither is there without the
 * other. They are sent as soon as it has committed.
 *
 *     await enqueueWebhooks(context, tx, { teamId, about: async () => ({ event: 'batch.completed', data: encode(batch) }) });
 */
export async function enqueueWebhooks(context: Context, tx: Tx, happening: Happening): Promise<void> {
  const { teamId, webhookUrl, generationId, isForEndpoints = true } = happening;
  const endpoints = isForEndpoints ? await enabledEndpoints(tx, teamId) : [];
  if (endpoints.length === 0 && webhookUrl === undefined) return;
  const { event, data } = await happening.about();
  const targets = [
    ...(webhookUrl === undefined ? [] : [{ id: null, url: webhookUrl }]),
    ...endpoints.filter(({ events }) => wantsEvent(events, event)),
  ];
  if (targets.length === 0) return;
  const now = context.now();
  const payload: WebhookPayload = { type: event, timestamp: now.toISOString(), data: { ...data } };
  const body = JSON.stringify(payload);
  await tx
    .insertInto('webhook_messages')
    .values(
      targets.map(({ id, url }) => ({
        id: context.randomUUID(),
        team_id: teamId,
        endpoint_id: id,
        url,
        event,
        body,
        generation_id: generationId ?? null,
        state: 'pending' as const,
        next_at: now,
        created_at: now,
      })),
    )
    .execute();
  afterCommit(() => context.webhooks.wake());
}

async function enabledEndpoints(tx: Tx, teamId: string) {
  return tx
    .selectFrom('webhook_endpoints')
    .where('team_id', '=', teamId)
    .where('deleted_at', 'is', null)
    .where('disabled_at', 'is', null)
    .select(['id', 'url', 'events'])
    .orderBy('created_at')
    .execute();
}
