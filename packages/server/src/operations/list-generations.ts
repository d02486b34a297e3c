import { ApiError, findModel, type GenerationFilter, type GenerationPage, MODELS } from '@openimagine/contract';
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import { mayUseEndpoint, mayUseModel } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import type { Generation } from '../jobs/generation.ts';

export interface ListedGenerations {
  /** Newest first. */
  readonly generations: readonly Generation[];
  readonly hasMore: boolean;
  /** Of all that the filter finds. */
  readonly totals: { readonly count: number; readonly billedTicks: number };
}

/** The generations of the caller's team that its key could have made, page by page. */
export async function listGenerations(
  context: Context,
  caller: Caller,
  { filter, limit, after }: GenerationPage,
): Promise<ListedGenerations> {
  const found = matching(context, caller, filter);
  const totals = await found
    .select((eb) => [
      eb.fn.countAll<string | number>().as('count'),
      eb.fn.sum<string | number | null>('billed_ticks').as('ticks'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await (after === undefined ? found : found.where((eb) => isAfter(eb, after)))
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const generations = await Promise.all(rows.slice(0, limit).map(({ id }) => context.generations.find(id)));
  return {
    generations: generations.filter((generation) => generation !== undefined),
    hasMore: rows.length > limit,
    totals: { count: Number(totals.count), billedTicks: Number(totals.ticks ?? 0) },
  };
}

/**
 * One of either kind.
 * @throws {ApiError} `not-found` for an unknown id, another team's, or what this key may not use.
 */
export async function getGeneration(context: Context, caller: Caller, id: string): Promise<Generation> {
  const found = await context.generations.find(id);
  if (found?.teamId !== caller.teamId || !mayUseEndpoint(caller, found.kind) || !mayUseModel(caller, found.model)) {
    throw new ApiError('not-found', 'There is no generation with this id.');
  }
  return found;
}

type Builder = ExpressionBuilder<Tables, 'generations'>;

/** The generations that a caller may see. */
export function matching(
  context: Context,
  caller: Caller,
  filter: GenerationFilter,
): SelectQueryBuilder<Tables, 'generations', object> {
  const { kind, model, operation, batchId, createdAfter, createdBefore, statuses } = filter;
  let query = context.database.query.selectFrom('generations').where('team_id', '=', caller.teamId);
  const hidden = MODELS.filter(({ id, kind: of }) => !mayUseModel(caller, id) || !mayUseEndpoint(caller, of));
  if (hidden.length > 0)
    query = query.where(
      'model',
      'not in',
      hidden.map(({ id }) => id),
    );
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (model !== undefined) query = query.where('model', '=', findModel(model)?.id ?? model);
  if (operation !== undefined) query = query.where('operation', '=', operation);
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId);
  if (createdAfter !== undefined) query = query.where('created_at', '>=', createdAfter);
  if (createdBefore !== undefined) query = query.where('created_at', '<', createdBefore);
  if (statuses !== undefined)
    query = query.where((eb) => eb.or(statuses.map((status) => hasStatus(eb, status, context.now()))));
  return query;
}

/** What is done expires by the clock, before anybody has written it down. */
function hasStatus(eb: Builder, status: NonNullable<GenerationFilter['statuses']>[number], now: Date) {
  switch (status) {
    case 'pending':
      return eb('state', 'in', ['queued', 'running', 'unresolved']);
    case 'done':
      return eb.and([eb('state', '=', 'done'), eb('expires_at', '>', now)]);
    case 'expired':
      return eb.or([eb('state', '=', 'expired'), eb.and([eb('state', '=', 'done'), eb('expires_at', '<=', now)])]);
    case 'failed':
    case 'cancelled':
      return eb('state', '=', status);
  }
}

function isAfter(eb: Builder, { createdAt, id }: NonNullable<GenerationPage['after']>) {
  return eb.or([eb('created_at', '<', createdAt), eb.and([eb('created_at', '=', createdAt), eb('id', '<', id)])]);
}
