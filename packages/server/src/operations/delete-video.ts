import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { commitCancelled } from '../jobs/commit.ts';
import { hasEnded } from '../jobs/generation.ts';
import { deleteUncommitted, filesOfRow } from '../jobs/outputs.ts';
import { getVideo } from './get-video.ts';

/**
 * Deletes a video: nobody finds it any more, and its file goes with the next sweep. One that is being made is cancelled
 * first, and nothing is billed for it; what another cost stays in the list of generations.
 * @throws {ApiError} As `getVideo`.
 */
export async function deleteVideo(context: Context, caller: Caller, id: string): Promise<void> {
  await getVideo(context, caller, id);
  const generationId = id.toLowerCase();
  const row = await commitCancelled(context, { generationId, teamId: caller.teamId });
  const now = context.now();
  await context.database.withTransaction(async (tx) => {
    await tx
      .updateTable('generations')
      .set({ deleted_at: now })
      .where('id', '=', generationId)
      .where('team_id', '=', caller.teamId)
      .execute();
    await tx
      .updateTable('generations')
      .set({ expires_at: now })
      .where('id', '=', generationId)
      .where('expires_at', '>', now)
      .execute();
    await tx
      .updateTable('assets')
      .set({ expires_at: now })
      .where('generation_id', '=', generationId)
      .where('expires_at', '>', now)
      .execute();
  });
  context.generations.changed(generationId);
  if (row === undefined || hasEnded(row.state)) return;
  context.worker.abandon(generationId);
  await deleteUncommitted(context, filesOfRow(row));
}
