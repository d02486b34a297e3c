import { ApiError } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import { commitCancelled } from '../jobs/commit.ts';
import { hasEnded } from '../jobs/generation.ts';
import { deleteUncommitted, filesOfRow } from '../jobs/outputs.ts';
import { getVideo } from './get-video.ts';

/**
 * Ends a video that waits or is being made, as `cancelGeneration`.
 * @throws {ApiError} As `getVideo` and `cancelGeneration`.
 */
export async function cancelVideo(context: Context, caller: Caller, requestId: string): Promise<void> {
  await getVideo(context, caller, requestId);
  await cancelGeneration(context, caller, requestId);
}

/**
 * Ends a generation that waits or runs; nothing is billed for it. To cancel what is cancelled changes nothing.
 * @throws {ApiError} `not-found` for an unknown id or another team's; `invalid-argument` for one that has ended otherwise.
 */
export async function cancelGeneration(
  context: Context,
  caller: Pick<Caller, 'teamId'>,
  generationId: string,
): Promise<void> {
  const found = await context.generations.find(generationId);
  if (found === undefined || found.teamId !== caller.teamId)
    throw new ApiError('not-found', 'There is no generation with this id.');
  const row = await commitCancelled(context, { generationId: found.id, teamId: caller.teamId });
  if (row === undefined) throw new ApiError('not-found', 'There is no generation with this id.');
  if (row.state === 'cancelled') return;
  if (hasEnded(row.state))
    throw new ApiError(
      'invalid-argument',
      `This generation has ended already (${row.state}), so it cannot be cancelled any more. Ask for it with GET.`,
    );
  context.worker.abandon(found.id);
  // What an attempt stores from here on, it deletes itself when it finds its claim lost.
  await deleteUncommitted(context, filesOfRow(row));
}
