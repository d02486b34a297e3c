import type { Context } from '../context.ts';

const BATCH = 100;
/** An object that cannot be deleted now is left for so long, so that it does not stand in the way of others. */
const DELETE_AGAIN_MS = 10 * 60_000;

/** Hides files whose time is up, and deletes the objects of all that are hidden. Safe to repeat. */
export async function deleteOldFiles(context: Context): Promise<void> {
  const { query } = context.database;
  const now = context.now();
  await query
    .updateTable('files')
    .set({ deleted_at: now, public_token: null, public_expires_at: null })
    .where('expires_at', '<=', now)
    .where('deleted_at', 'is', null)
    .execute();
  const hidden = await query
    .selectFrom('files')
    .where('deleted_at', 'is not', null)
    .where('object_deleted_at', 'is', null)
    .where((eb) => eb.or([eb('delete_after', 'is', null), eb('delete_after', '<=', now)]))
    .select(['id', 'object_key'])
    .orderBy('deleted_at')
    .limit(BATCH)
    .execute();
  for (const { id, object_key } of hidden) {
    const values = await deleteObject(context, object_key);
    await query.updateTable('files').set(values).where('id', '=', id).execute();
  }
}

async function deleteObject(
  context: Context,
  key: string,
): Promise<{ object_deleted_at: Date } | { delete_after: Date }> {
  try {
    await context.store.delete(key);
    return { object_deleted_at: context.now() };
  } catch (error) {
    context.log.error('file-not-deleted', { key, error });
    return { delete_after: new Date(context.now().getTime() + DELETE_AGAIN_MS) };
  }
}
