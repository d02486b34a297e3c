import type { Context } from '../context.ts';
import { deleteOldFiles } from '../files/delete-old-files.ts';
import { deleteInputs } from '../inputs/bring-in.ts';
import { forgetWebhooks, freeWebhooks, sendWebhooks } from '../webhooks/sweep-webhooks.ts';
import { failInTransaction } from './commit.ts';
import type { GenerationError, StoredRequest } from './generation.ts';
import { deleteUncommitted, filesOfRow } from './outputs.ts';
import { createUnownedObjects } from './unowned-objects.ts';

/** At most so many rows a sweep; the next one takes the rest. */
const BATCH = 100;
/** A wake-up that has not been heard for this long is repeated, if somebody is free to hear it. */
const LOST_WAKE_UP_MS = 5_000;

/** A file that cannot be deleted now is left for so long, so that it does not stand in the way of others. */
const DELETE_AGAIN_MS = 10 * 60_000;

/** A batch ends what is left of it when its day is over; only what that missed is given up like the rest. */
const BATCH_GRACE_MS = 60 * 60_000;

const PARTS = {
  // Before what is old is given up: of a batch it has expired.
  tendBatches: (context: Context) => context.batches.tend(),
  expireResults,
  takeBackDeadClaims,
  wakeForgotten,
  giveUpOld,
  forgetKeys,
  deleteExpiredFiles,
  deleteUsedInputs,
  deleteOldFiles,
  sendWebhooks,
  forgetWebhooks,
};

/**
 * What nobody else would do: each part is safe to repeat, and to run in several processes. A sweep never throws: a part
 * that fails is told in the log and stops no other.
 */
export function createSweep(): (context: Context) => Promise<void> {
  const unowned = createUnownedObjects();
  const parts = { ...PARTS, deleteUnowned: unowned.deleteWhenDue };
  return async (context) => {
    for (const [part, work] of Object.entries(parts)) {
      try {
        await work(context);
      } catch (error) {
        context.log.error('sweep-failed', { part, error });
      }
    }
  };
}

async function forgetKeys(context: Context): Promise<void> {
  const before = ago(context, context.settings.idempotencyMs);
  const { query } = context.database;
  await query.deleteFrom('idempotency').where('created_at', '<', before).execute();
  await query.deleteFrom('idempotent_replies').where('created_at', '<', before).execute();
}

/**
 * Returns every claim to the queue and wakes every open generation.
 * Only at boot, and only where this process is known to be the only one: then no claim can have a living owner.
 */
export async function recoverAll(context: Context): Promise<void> {
  await context.database.withTransaction(async (tx) => {
    await tx
      .updateTable('generations')
      .set({ state: 'queued', attempt_token: null, lease_until: null })
      .where('state', '=', 'running')
      .execute();
    await freeWebhooks(tx);
    const open = await tx
      .selectFrom('generations')
      .where('state', 'in', ['queued', 'unresolved'])
      .select(['id', 'kind', 'look_after', 'batch_id'])
      .orderBy('created_at')
      .execute();
    await context.queue.wake(
      tx,
      ...open.map(({ id, kind, look_after, batch_id }) => ({
        kind,
        generationId: id,
        after: look_after ?? undefined,
        isBatch: batch_id !== null,
      })),
    );
  });
}

async function expireResults(context: Context): Promise<void> {
  const { query } = context.database;
  const due = query
    .selectFrom('generations')
    .where('state', '=', 'done')
    .where('expires_at', '<=', context.now())
    .select('id')
    .limit(BATCH);
  const expired = await query
    .updateTable('generations')
    .set({ state: 'expired' })
    .where('id', 'in', due)
    .where('state', '=', 'done')
    .returning('id')
    .execute();
  for (const { id } of expired) context.generations.changed(id);
}

/** The row is marked after its file is gone: a crash in between only means deleting it again. */
async function deleteExpiredFiles(context: Context): Promise<void> {
  const { query } = context.database;
  const assets = await query
    .selectFrom('assets')
    .where('deleted_at', 'is', null)
    .where('expires_at', '<=', context.now())
    .where((eb) => eb.or([eb('delete_after', 'is', null), eb('delete_after', '<=', context.now())]))
    .select(['id', 'object_key', 'generation_id'])
    .orderBy('expires_at')
    .limit(BATCH)
    .execute();
  for (const asset of assets) {
    const values = await deleteFile(context, asset.object_key);
    await query.updateTable('assets').set(values).where('id', '=', asset.id).execute();
    context.generations.changed(asset.generation_id);
  }
}

/** What a generation was made from is of no use once it has ended. */
async function deleteUsedInputs(context: Context): Promise<void> {
  const { query } = context.database;
  const ended = await query
    .selectFrom('generations')
    .where('inputs_kept', '=', true)
    .where('state', 'not in', ['queued', 'running', 'unresolved'])
    .where((eb) => eb.or([eb('look_after', 'is', null), eb('look_after', '<=', context.now())]))
    .select(['id', 'request'])
    .limit(BATCH)
    .execute();
  for (const { id, request } of ended) {
    const isDone = await deleteInputs(context, (request as StoredRequest).inputs ?? []);
    const values = isDone ? { inputs_kept: false } : { look_after: deleteAgainAt(context) };
    await query.updateTable('generations').set(values).where('id', '=', id).execute();
  }
}

async function deleteFile(context: Context, key: string): Promise<{ deleted_at: Date } | { delete_after: Date }> {
  try {
    await context.store.delete(key);
    return { deleted_at: context.now() };
  } catch (error) {
    context.log.error('expired-file-not-deleted', { key, error });
    return { delete_after: deleteAgainAt(context) };
  }
}

function deleteAgainAt(context: Context): Date {
  return new Date(context.now().getTime() + DELETE_AGAIN_MS);
}

async function takeBackDeadClaims(context: Context): Promise<void> {
  const dead = await context.database.query
    .selectFrom('generations')
    .where('state', '=', 'running')
    .where('lease_until', '<', context.now())
    .select(['id', 'kind', 'attempt_token', 'batch_id'])
    .limit(BATCH)
    .execute();
  for (const { id, kind, attempt_token, batch_id } of dead) {
    // Ours is alive even when a stalled event loop could not renew it in time.
    if (context.worker.isRunning(id)) continue;
    await context.database.withTransaction(async (tx) => {
      const taken = await tx
        .updateTable('generations')
        .set({ state: 'queued', attempt_token: null, lease_until: null })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .where('attempt_token', 'is not distinct from', attempt_token)
        .where('lease_until', '<', context.now())
        .returning('id')
        .execute();
      if (taken.length > 0) await context.queue.wake(tx, { kind, generationId: id, isBatch: batch_id !== null });
    });
    context.generations.changed(id);
  }
}

/** `unresolved` ones whose time has come, and queued ones whose wake-up was lost. */
async function wakeForgotten(context: Context): Promise<void> {
  for (const kind of ['image', 'video'] as const) {
    const idle = context.queue.idleWorkers(kind);
    if (idle === 0) continue;
    const due = await context.database.query
      .selectFrom('generations')
      .where('state', 'in', ['queued', 'unresolved'])
      .where('kind', '=', kind)
      .where('created_at', '<', ago(context, LOST_WAKE_UP_MS))
      .where((eb) => eb.or([eb('look_after', 'is', null), eb('look_after', '<=', context.now())]))
      .select(['id', 'batch_id'])
      .orderBy((eb) => eb('batch_id', 'is not', null))
      .orderBy('created_at')
      .limit(idle)
      .execute();
    if (due.length === 0) continue;
    await context.database.withTransaction(async (tx) => {
      const wakeUps = due.map(({ id, batch_id }) => ({ kind, generationId: id, isBatch: batch_id !== null }));
      await context.queue.wake(tx, ...wakeUps);
    });
  }
}

async function giveUpOld(context: Context): Promise<void> {
  const { giveUpMs } = context.settings;
  const old = await context.database.query
    .selectFrom('generations')
    .where('state', 'in', ['queued', 'unresolved'])
    .where('created_at', '<', ago(context, giveUpMs))
    // Those of a batch end with it, which may be told so in this very moment.
    .where((eb) => eb.or([eb('batch_id', 'is', null), eb('created_at', '<', ago(context, giveUpMs + BATCH_GRACE_MS))]))
    .select('id')
    .limit(BATCH)
    .execute();
  const message = 'The generation did not end in time and was given up. Nothing is billed.';
  for (const { id } of old) await failWaiting(context, id, { code: 'internal_error', message });
}

/**
 * At a stop: somebody waits for these pictures and will be told to try again, so they must not be drawn and billed after
 * the next start. Videos are kept: their callers have an id to come back with.
 */
export async function failAwaitedImages(context: Context): Promise<void> {
  const message = 'The server is stopping before the picture was drawn. Nothing is billed; please try again.';
  for (const id of context.generations.awaited())
    await failWaiting(context, id, { code: 'service_unavailable', message });
}

async function failWaiting(context: Context, id: string, error: GenerationError): Promise<void> {
  const failed = await context.database.withTransaction(async (tx) => {
    const rows = await tx.selectFrom('generations').where('id', '=', id).selectAll().forUpdate().execute();
    const row = rows[0];
    if (row?.state !== 'queued' && row?.state !== 'unresolved') return undefined;
    await failInTransaction(context, tx, row, error);
    return row;
  });
  context.generations.changed(id);
  if (failed !== undefined) await deleteUncommitted(context, filesOfRow(failed));
}

function ago(context: Context, ms: number): Date {
  return new Date(context.now().getTime() - ms);
}
