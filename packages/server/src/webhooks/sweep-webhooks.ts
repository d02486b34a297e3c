import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';

const DAY_MS = 24 * 3_600_000;
/** For so long the log shows what was told. */
const KEPT_MS = 30 * DAY_MS;
const BATCH = 1_000;

/** Has what is due by the clock sent. It is not waited for: receivers may be slow, and sweeps must not be. */
export async function sendWebhooks(context: Context): Promise<void> {
  context.webhooks.wake();
}

/** Deletes old messages with their attempts, whatever became of them. */
export async function forgetWebhooks(context: Context): Promise<void> {
  const { query } = context.database;
  const old = query
    .selectFrom('webhook_messages')
    .where('created_at', '<', new Date(context.now().getTime() - KEPT_MS))
    .select('id')
    .limit(BATCH);
  await query.deleteFrom('webhook_messages').where('id', 'in', old).execute();
}

/** At boot, where no other process can be sending: what the one before was sending when it died need not wait for its lease. */
export async function freeWebhooks(tx: Tx): Promise<void> {
  await tx
    .updateTable('webhook_messages')
    .set({ lease_until: null })
    .where('state', '=', 'pending')
    .where('lease_until', 'is not', null)
    .execute();
}
