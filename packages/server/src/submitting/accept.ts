import type { Scenario } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/tables.ts';
import { waitMsOf } from '../emulator/fault-of.ts';
import type { StoredInput, StoredRequest } from '../jobs/generation.ts';
import { hold } from '../ledger/ledger.ts';
import { type Once, useKey } from './once.ts';
import { type Quoted, toRequest } from './quoted.ts';
import { assertRoom, countAlone } from './room.ts';

/** All that a generation begins with. */
export interface Prepared {
  readonly id: string;
  readonly caller: Caller;
  readonly quoted: Quoted;
  readonly inputs: readonly StoredInput[];
  readonly once: Once | undefined;
  readonly scenario: Scenario | undefined;
  readonly batchId: string | undefined;
  readonly onAccept: ((tx: Tx, generationId: string) => Promise<void>) | undefined;
}

/**
 * Idempotency row, hold, generation and wake-up commit together, or nothing does.
 * @returns The id of the generation, which is an earlier one when the idempotency key was used before.
 * @throws {ApiError} `idempotency-mismatch`, `resource-exhausted`, `unavailable`.
 */
export async function accept(context: Context, prepared: Prepared): Promise<string> {
  const { id, caller, quoted, once, batchId } = prepared;
  return context.database.withTransaction(async (tx) => {
    const earlier = once && (await useKey(context, tx, { caller, id, once }));
    if (earlier !== undefined) return earlier;
    const isBatch = batchId !== undefined;
    await countAlone(tx, { caller, isBatch });
    await assertRoom(context, tx, { caller, isBatch });
    await insertGeneration(context, tx, prepared);
    await hold(tx, {
      teamId: caller.teamId,
      generationId: id,
      at: context.now(),
      amountTicks: BigInt(quoted.quote.priceTicks),
    });
    await prepared.onAccept?.(tx, id);
    await context.queue.wake(tx, quoted.order.kind, id, { isBatch, after: lookAfter(context, prepared.scenario) });
    return id;
  });
}

async function insertGeneration(context: Context, tx: Tx, prepared: Prepared): Promise<void> {
  const { id, caller, quoted, inputs, scenario, batchId } = prepared;
  const { order, quote } = quoted;
  const route = context.routes.find(order.model);
  const seed = order.seed ?? context.randomSeed();
  const request: StoredRequest = {
    ...toRequest(quoted, { id, seed, engineModel: route.engineModel }),
    ...(inputs.length === 0 ? {} : { inputs }),
  };
  await tx
    .insertInto('generations')
    .values({
      id,
      team_id: caller.teamId,
      api_key_id: caller.keyId,
      kind: order.kind,
      operation: request.operation,
      model: order.model,
      engine: route.engine.name,
      state: 'queued',
      request: JSON.stringify(request),
      inputs_kept: inputs.length > 0,
      price_ticks: String(quote.priceTicks),
      seed: String(seed),
      delivery: JSON.stringify(order.delivery ?? {}),
      scenario: scenario === undefined ? null : JSON.stringify(scenario),
      batch_id: batchId ?? null,
      look_after: lookAfter(context, scenario) ?? null,
      created_at: context.now(),
    })
    .execute();
}

/** A scenario may have it wait in the queue. */
function lookAfter(context: Context, scenario: Scenario | undefined): Date | undefined {
  const waitMs = context.emulator === undefined ? 0 : waitMsOf(scenario);
  return waitMs === 0 ? undefined : new Date(context.now().getTime() + waitMs);
}
