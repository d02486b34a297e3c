import type { Context } from '../context.ts';
import type { WebhookMessageRow } from '../db/tables.ts';
import { pickFairly, type SendingLimits, type UnderWay, type Waiting } from './pick-fairly.ts';

/** Longer than an attempt may take: who holds a message for longer is dead. */
const LEASE_MS = 60_000;
/** Of those that are due, so many are looked at: a backlog of thousands is not sorted for each one sent. */
const CANDIDATES = 256;

/** What this process is sending, which it must not take up twice, and who has no room for more. */
export interface Sending extends UnderWay {
  readonly ids: readonly string[];
  readonly fullTeams: readonly string[];
  readonly fullUrls: readonly Pick<Waiting, 'teamId' | 'url'>[];
}

/** A message that is this process's to send, until its lease ends. */
export type LeasedMessage = WebhookMessageRow & { readonly lease_until: Date };

/**
 * Takes up messages that are due. In several processes each gets others.
 * @returns With whether more may be due, for which there was no room.
 */
export async function takeDue(
  context: Context,
  sending: Sending,
  limits: SendingLimits,
): Promise<{ readonly messages: readonly LeasedMessage[]; readonly hasMore: boolean }> {
  const candidates = await findDue(context, sending);
  const picked = pickFairly(
    candidates.map(({ id, team_id, url }) => ({ id, teamId: team_id, url })),
    sending,
    limits,
  );
  const { fullTeams, fullUrls } = sending;
  const hasMore =
    candidates.length === CANDIDATES ||
    picked.length < candidates.length ||
    fullTeams.length > 0 ||
    fullUrls.length > 0;
  if (picked.length === 0) return { messages: [], hasMore };
  const now = context.now();
  const { query } = context.database;
  const ids = picked.map(({ id }) => id);
  const free = query
    .selectFrom('webhook_messages')
    .where('id', 'in', ids)
    .where('state', '=', 'pending')
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
    .select('id')
    // Two processes that pick the same neither wait for each other nor lock in opposite orders.
    .forUpdate()
    .skipLocked();
  const messages = await query
    .updateTable('webhook_messages')
    .set({ lease_until: new Date(now.getTime() + LEASE_MS) })
    .where('id', 'in', free)
    .returningAll()
    .execute();
  return { messages: messages as LeasedMessage[], hasMore };
}

function findDue(context: Context, { ids, fullTeams, fullUrls }: Sending) {
  const now = context.now();
  let due = context.database.query
    .selectFrom('webhook_messages as message')
    .leftJoin('webhook_endpoints as endpoint', 'endpoint.id', 'message.endpoint_id')
    .where('message.state', '=', 'pending')
    .where('message.next_at', '<=', now)
    .where((eb) => eb.or([eb('message.lease_until', 'is', null), eb('message.lease_until', '<=', now)]))
    // What is for a disabled endpoint waits until it is enabled.
    .where('endpoint.disabled_at', 'is', null)
    .where('endpoint.deleted_at', 'is', null);
  if (ids.length > 0) due = due.where('message.id', 'not in', ids);
  if (fullTeams.length > 0) due = due.where('message.team_id', 'not in', fullTeams);
  for (const { teamId, url } of fullUrls)
    due = due.where((eb) => eb.not(eb.and([eb('message.team_id', '=', teamId), eb('message.url', '=', url)])));
  return due
    .orderBy('message.next_at')
    .limit(CANDIDATES)
    .select(['message.id', 'message.team_id', 'message.url'])
    .execute();
}
