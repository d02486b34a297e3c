import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { fileNotFound, findFile } from '../files/find-file.ts';

/**
 * Deletes a file: from now on nobody sees it. Its object goes with the next sweep.
 * @throws {ApiError} `not-found`.
 */
export async function deleteFile(context: Context, caller: Caller, fileId: string): Promise<void> {
  const { id } = await findFile(context, caller.teamId, fileId);
  const deleted = await context.database.query
    .updateTable('files')
    .set({ deleted_at: context.now(), public_token: null, public_expires_at: null })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('id')
    .execute();
  if (deleted.length === 0) throw fileNotFound(fileId);
}
