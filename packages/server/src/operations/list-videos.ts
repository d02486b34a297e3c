import { ApiError, type OpenAiVideoPage } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Generation } from '../jobs/generation.ts';
import { matching } from './list-generations.ts';

export interface ListedVideos {
  readonly videos: readonly Generation[];
  readonly hasMore: boolean;
}

/**
 * The videos of the caller's team that its key could have made and nobody has deleted, by time.
 * @throws {ApiError} `not-found` when the page is to begin after a video that the team does not have.
 */
export async function listVideos(
  context: Context,
  caller: Caller,
  { after, limit, order }: OpenAiVideoPage,
): Promise<ListedVideos> {
  let query = matching(context, caller, { kind: 'video' }).where('deleted_at', 'is', null);
  if (after !== undefined) {
    const last = await context.generations.find(after);
    if (last === undefined || last.teamId !== caller.teamId)
      throw new ApiError('not-found', '`after`: there is no video with this id.');
    const beyond = order === 'desc' ? '<' : '>';
    query = query.where((eb) =>
      eb.or([
        eb('created_at', beyond, last.createdAt),
        eb.and([eb('created_at', '=', last.createdAt), eb('id', beyond, last.id)]),
      ]),
    );
  }
  const rows = await query
    .select('id')
    .orderBy('created_at', order)
    .orderBy('id', order)
    .limit(limit + 1)
    .execute();
  const found = await Promise.all(rows.slice(0, limit).map(({ id }) => context.generations.find(id)));
  return { videos: found.filter((video) => video !== undefined), hasMore: rows.length > limit };
}
