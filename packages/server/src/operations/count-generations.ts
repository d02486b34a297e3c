import type { Context } from '../context.ts';
import type { GenerationState } from '../db/tables.ts';

/** How many generations there are of each kind in each state; what was deleted is not counted. */
export async function countGenerations(
  context: Context,
): Promise<readonly { readonly kind: 'image' | 'video'; readonly state: GenerationState; readonly count: number }[]> {
  const rows = await context.database.query
    .selectFrom('generations')
    .groupBy(['kind', 'state'])
    .select((builder) => ['kind', 'state', builder.fn.countAll<string>().as('count')])
    .execute();
  return rows.map(({ kind, state, count }) => ({ kind, state, count: Number(count) }));
}
