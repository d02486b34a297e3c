import type { Delivery, Scenario } from '@openimagine/contract';
import type { EngineRef } from '@openimagine/engines';
import type { Context } from '../context.ts';
import type { GenerationRow } from '../db/tables.ts';
import { failInTransaction } from './commit.ts';
import type { StoredRequest } from './generation.ts';
import { deleteUncommitted, filesOfRow } from './outputs.ts';

/** The right to finish a generation. Whoever holds another token, or none, changes nothing. */
export interface Claim {
  readonly generationId: string;
  readonly teamId: string;
  readonly kind: 'image' | 'video';
  readonly token: string;
  /** Counts takings of the row; names this attempt's files. */
  readonly number: number;
  /** Attempts begun with `run`, this one included. */
  readonly attempts: number;
  readonly engineName: string;
  readonly request: StoredRequest;
  readonly priceTicks: bigint;
  readonly apiKeyId: string;
  readonly delivery: Delivery;
  readonly createdAt: Date;
  /** Of the emulator: how it is to go wrong. */
  readonly scenario: Scenario | undefined;
  readonly isBatch: boolean;
  /** Set when an accepted job is to be found again rather than begun. */
  readonly ref: EngineRef | undefined;
}

/**
 * Takes up a generation that waits.
 * @returns undefined when there is nothing to do: it has ended, another attempt has it, its time has not come, or its
 * attempts are used up, in which case it has failed now.
 */
export async function claimGeneration(context: Context, generationId: string): Promise<Claim | undefined> {
  const outcome = await context.database.withTransaction(
    async (tx): Promise<Claim | { readonly failed: GenerationRow } | undefined> => {
      const now = context.now();
      const rows = await tx.selectFrom('generations').where('id', '=', generationId).selectAll().forUpdate().execute();
      const row = rows[0];
      if (row === undefined || (row.state !== 'queued' && row.state !== 'unresolved')) return undefined;
      if (row.look_after !== null && row.look_after > now) return undefined;
      const canResume = row.engine_ref !== null && context.routes.engine(row.engine)?.resume !== undefined;
      if (!canResume && row.attempts >= context.settings.attemptsMax) {
        const error = {
          code: 'internal_error',
          message: 'The engine failed on each of its attempts. Nothing is billed; please try again.',
        };
        await failInTransaction(context, tx, row, error);
        return { failed: row };
      }
      const claim = toClaim(row, context.randomUUID(), canResume);
      await tx
        .updateTable('generations')
        .set({
          state: 'running',
          attempt_token: claim.token,
          lease_until: new Date(now.getTime() + context.settings.leaseMs),
          attempts: claim.attempts,
          claims: claim.number,
          look_after: null,
          ...(canResume ? {} : { engine_ref: null }),
        })
        .where('id', '=', generationId)
        .execute();
      return claim;
    },
  );
  if (outcome !== undefined) context.generations.changed(generationId);
  if (outcome === undefined || !('failed' in outcome)) return outcome;
  await deleteUncommitted(context, filesOfRow(outcome.failed));
  return undefined;
}

function toClaim(row: GenerationRow, token: string, canResume: boolean): Claim {
  return {
    generationId: row.id,
    teamId: row.team_id,
    kind: row.kind,
    token,
    number: row.claims + 1,
    attempts: canResume ? row.attempts : row.attempts + 1,
    engineName: row.engine,
    request: row.request as StoredRequest,
    priceTicks: BigInt(row.price_ticks),
    apiKeyId: row.api_key_id,
    delivery: row.delivery as Delivery,
    createdAt: row.created_at,
    scenario: (row.scenario as Scenario | null) ?? undefined,
    isBatch: row.batch_id !== null,
    ref: canResume ? (row.engine_ref as EngineRef) : undefined,
  };
}

/** Keeps the claim and writes the progress. @returns false when the claim is lost. */
export async function renewClaim(context: Context, claim: Claim, progress: number): Promise<boolean> {
  const lease_until = new Date(context.now().getTime() + context.settings.leaseMs);
  return updateClaimed(context, claim, { lease_until, progress });
}

/** Persists where the engine's job can be found again. @returns false when the claim is lost. */
export async function saveRef(context: Context, claim: Claim, ref: EngineRef): Promise<boolean> {
  return updateClaimed(context, claim, { engine_ref: JSON.stringify(ref) });
}

async function updateClaimed(
  context: Context,
  claim: Claim,
  values: { readonly lease_until?: Date; readonly progress?: number; readonly engine_ref?: string },
): Promise<boolean> {
  const updated = await context.database.query
    .updateTable('generations')
    .set(values)
    .where('id', '=', claim.generationId)
    .where('attempt_token', '=', claim.token)
    .returning('id')
    .execute();
  return updated.length > 0;
}
