import type { ErrorDetail } from '@openimagine/contract';
import type { EngineRef } from '@openimagine/engines';
import type { StoredObject } from '@openimagine/storage';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { GenerationRow, NewAssetRow, Tx } from '../db/tables.ts';
import { faultOf } from '../emulator/fault-of.ts';
import { commitDelivered } from '../files/commit-delivered.ts';
import type { DeliveredOutput } from '../files/deliver.ts';
import { release, settle } from '../ledger/ledger.ts';
import { tellOfEnd, toEnded } from '../webhooks/tell-of-end.ts';
import type { Claim } from './claim.ts';
import { CONTENT_MODERATED, type GenerationError, hasEnded } from './generation.ts';
import { toStorableText } from './storable-text.ts';

/** A stored output that is not committed yet. */
export interface FinishedOutput {
  readonly index: number;
  readonly object: StoredObject;
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number | undefined;
  readonly revisedPrompt: string | undefined;
}

/**
 * Each of these ends an attempt in one transaction that is guarded by its token.
 * @returns false when the claim was lost before; then nothing has changed.
 */
export async function commitDone(
  context: Context,
  claim: Claim,
  {
    outputs,
    moderatedIndexes,
    delivered,
  }: {
    readonly outputs: readonly FinishedOutput[];
    readonly moderatedIndexes: readonly number[];
    readonly delivered: readonly DeliveredOutput[];
  },
): Promise<boolean> {
  const commitments = commitDelivered(claim, delivered, context.now());
  const at = context.now();
  const isExpired = context.emulator !== undefined && faultOf(claim.scenario, 'expired') !== undefined;
  const { retentionMs, batchRetentionMs } = context.settings;
  const lifeMs = claim.isBatch ? batchRetentionMs : retentionMs;
  const expiresAt = new Date(at.getTime() + (isExpired ? 0 : lifeMs));
  return endClaim(context, claim, async (tx) => {
    const isOurs = await endRow(tx, claim, {
      state: 'done',
      progress: 1,
      billed_ticks: claim.priceTicks.toString(),
      moderated_indexes: JSON.stringify(moderatedIndexes),
      delivered: JSON.stringify(commitments.delivered),
      finished_at: at,
      expires_at: expiresAt,
    });
    if (!isOurs) return false;
    await tx
      .insertInto('assets')
      .values(outputs.map((output) => toAssetRow(claim, output, { id: context.randomUUID(), at, expiresAt })))
      .execute();
    if (commitments.rows.length > 0) await tx.insertInto('files').values(commitments.rows).execute();
    await settle(tx, { teamId: claim.teamId, generationId: claim.generationId, at, billedTicks: claim.priceTicks });
    await tellOfEnd(context, tx, claim);
    return true;
  });
}

/** What was made and then refused is billed all the same; what was refused before is not. */
export async function commitModerated(
  context: Context,
  claim: Claim,
  refusal: { readonly stage: 'input' | 'output'; readonly reason: string | undefined },
): Promise<boolean> {
  const at = context.now();
  const billedTicks = refusal.stage === 'output' ? claim.priceTicks : 0n;
  return endClaim(context, claim, async (tx) => {
    const isOurs = await endRow(tx, claim, {
      state: 'failed',
      billed_ticks: billedTicks.toString(),
      error_code: CONTENT_MODERATED,
      error_message: toStorableText(
        `The ${refusal.stage === 'input' ? 'prompt' : 'result'} was refused by content moderation${refusal.reason ? `: ${refusal.reason}` : ''}.`,
      ),
      error_details: JSON.stringify(detailsOf(claim, refusal)),
      finished_at: at,
    });
    if (!isOurs) return false;
    await settle(tx, { teamId: claim.teamId, generationId: claim.generationId, at, billedTicks });
    await tellOfEnd(context, tx, claim);
    return true;
  });
}

/** An engine does not say which of its inputs it refused, but the prompt is always among them. */
function detailsOf(claim: Claim, { stage }: { readonly stage: 'input' | 'output' }): ErrorDetail[] {
  const inputs =
    stage === 'input' ? ['prompt'] : Array.from({ length: claim.request.count }, (_, index) => `output[${index}]`);
  return inputs.map((input) => ({ input, reason: 'moderated' }));
}

export async function commitFailed(context: Context, claim: Claim, error: GenerationError): Promise<boolean> {
  return endClaim(context, claim, async (tx) => {
    const row = await ownedRow(tx, claim);
    if (row !== undefined) await failInTransaction(context, tx, row, error);
    return row !== undefined;
  });
}

/**
 * Puts the generation back into the queue.
 * @param options.uncounted The attempt did not fail, it was interrupted: it is not counted.
 * @param options.countsResumed Finding the job again counts as an attempt, too.
 */
export async function commitRetry(
  context: Context,
  claim: Claim,
  options: {
    readonly afterMs?: number;
    readonly uncounted?: boolean;
    readonly keepRef?: boolean;
    readonly countsResumed?: boolean;
  } = {},
): Promise<boolean> {
  const { afterMs = 0, uncounted = false, keepRef = false, countsResumed = false } = options;
  const lookAfter = afterMs > 0 ? new Date(context.now().getTime() + afterMs) : null;
  return endClaim(context, claim, async (tx) => {
    const isOurs = await endRow(tx, claim, {
      state: 'queued',
      look_after: lookAfter,
      ...(uncounted && claim.ref === undefined ? { attempts: claim.attempts - 1 } : {}),
      ...(countsResumed ? { attempts: sql`case when engine_ref is null then attempts else attempts + 1 end` } : {}),
      ...(keepRef ? {} : { engine_ref: null }),
    });
    const { kind, generationId, isBatch } = claim;
    if (isOurs) await context.queue.wake(tx, { kind, generationId, after: lookAfter ?? undefined, isBatch });
    return isOurs;
  });
}

/** The outcome upstream is unknown: the money stays held, and the sweeper has the engine asked again later. */
export async function commitUnresolved(context: Context, claim: Claim, ref: EngineRef): Promise<boolean> {
  const afterMs = Math.min(60_000, 2_000 * 2 ** Math.min(claim.number, 10));
  return endClaim(context, claim, (tx) =>
    endRow(tx, claim, {
      state: 'unresolved',
      engine_ref: JSON.stringify(ref),
      look_after: new Date(context.now().getTime() + afterMs),
    }),
  );
}

/**
 * Ends an open generation because its team wants it no more, and returns what it held. An attempt that runs finds its claim
 * lost.
 * @returns The row as it was; undefined when the team has no such generation. It was cancelled if its state was an open one.
 */
export async function commitCancelled(
  context: Context,
  { generationId, teamId }: { readonly generationId: string; readonly teamId: string },
): Promise<GenerationRow | undefined> {
  const at = context.now();
  const found = await context.database.withTransaction(async (tx) => {
    const row = await tx
      .selectFrom('generations')
      .where('id', '=', generationId)
      .where('team_id', '=', teamId)
      .selectAll()
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined || hasEnded(row.state)) return row;
    await tx
      .updateTable('generations')
      .set({ state: 'cancelled', billed_ticks: '0', finished_at: at, attempt_token: null, lease_until: null })
      .where('id', '=', generationId)
      .execute();
    await release(tx, { teamId, generationId, at });
    await tellOfEnd(context, tx, toEnded(row));
    return row;
  });
  context.generations.changed(generationId);
  return found;
}

/** Ends an open generation as failed and returns what it held. The caller has made sure that it owns the row. */
export async function failInTransaction(
  context: Context,
  tx: Tx,
  row: GenerationRow,
  error: GenerationError,
): Promise<void> {
  const at = context.now();
  await tx
    .updateTable('generations')
    .set({
      state: 'failed',
      error_code: error.code,
      error_message: toStorableText(error.message),
      error_details: JSON.stringify(error.details ?? []),
      billed_ticks: '0',
      finished_at: at,
      attempt_token: null,
      lease_until: null,
    })
    .where('id', '=', row.id)
    .execute();
  await release(tx, { teamId: row.team_id, generationId: row.id, at });
  await tellOfEnd(context, tx, toEnded(row));
  // An image's failure is told as a status that clients retry on, with the same key: that retry must begin afresh.
  if (row.kind === 'image') await tx.deleteFrom('idempotency').where('generation_id', '=', row.id).execute();
}

async function endClaim(context: Context, claim: Claim, work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  const isOurs = await context.database.withTransaction(work);
  if (!isOurs) return false;
  context.generations.changed(claim.generationId);
  if (claim.isBatch) context.batches.look();
  return true;
}

async function endRow(tx: Tx, claim: Claim, values: Record<string, unknown>): Promise<boolean> {
  const updated = await tx
    .updateTable('generations')
    .set({ ...values, attempt_token: null, lease_until: null })
    .where('id', '=', claim.generationId)
    .where('attempt_token', '=', claim.token)
    .returning('id')
    .execute();
  return updated.length > 0;
}

async function ownedRow(tx: Tx, claim: Claim): Promise<GenerationRow | undefined> {
  const rows = await tx
    .selectFrom('generations')
    .where('id', '=', claim.generationId)
    .where('attempt_token', '=', claim.token)
    .selectAll()
    .forUpdate()
    .execute();
  return rows[0];
}

function toAssetRow(
  claim: Claim,
  output: FinishedOutput,
  made: { readonly id: string; readonly at: Date; readonly expiresAt: Date },
): NewAssetRow {
  return {
    id: made.id,
    team_id: claim.teamId,
    generation_id: claim.generationId,
    output_index: output.index,
    object_key: output.object.key,
    mime: output.object.mime,
    size_bytes: String(output.object.sizeBytes),
    sha256: output.object.sha256,
    width: output.width,
    height: output.height,
    duration_seconds: output.durationSeconds ?? null,
    revised_prompt: output.revisedPrompt === undefined ? null : toStorableText(output.revisedPrompt),
    created_at: made.at,
    expires_at: made.expiresAt,
    deleted_at: null,
  };
}
