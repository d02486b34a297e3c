import type { Scenario } from '@openimagine/contract';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';
import type { NewRow } from '../db/insert-rows.ts';
import type { GenerationsTable } from '../db/tables.ts';
import { waitMsOf } from '../emulator/fault-of.ts';
import type { StoredInput, StoredRequest } from '../jobs/generation.ts';
import type { Once } from './once.ts';
import { type Quoted, toRequest } from './quoted.ts';

/** All that a generation begins with. */
export interface Prepared {
  readonly id: string;
  readonly caller: Caller;
  readonly quoted: Quoted;
  readonly inputs: readonly StoredInput[];
  readonly once: Once | undefined;
  readonly scenario: Scenario | undefined;
  readonly batchId: string | undefined;
}

/** A generation as it will be written, should it be accepted. */
export interface NewGeneration {
  readonly id: string;
  readonly caller: Caller;
  readonly once: Once | undefined;
  readonly isBatch: boolean;
  readonly row: NewRow<GenerationsTable>;
}

/** Finds its engine, and draws its seed. */
export function toNewGeneration(context: Context, prepared: Prepared): NewGeneration {
  const { id, caller, once, batchId } = prepared;
  return { id, caller, once, isBatch: batchId !== undefined, row: toRow(context, prepared) };
}

function toRow(context: Context, prepared: Prepared): NewRow<GenerationsTable> {
  const { id, caller, quoted, inputs, scenario, batchId } = prepared;
  const { order, quote } = quoted;
  const route = context.routes.find(order.model);
  const seed = order.seed ?? context.randomSeed();
  const request: StoredRequest = {
    ...toRequest(quoted, { id, seed, engineModel: route.engineModel }),
    ...(inputs.length === 0 ? {} : { inputs }),
  };
  return {
    id,
    team_id: caller.teamId,
    api_key_id: caller.keyId,
    kind: order.kind,
    operation: request.operation,
    model: order.model,
    engine: route.engine.name,
    state: 'queued',
    request,
    inputs_kept: inputs.length > 0,
    price_ticks: String(quote.priceTicks),
    seed: String(seed),
    delivery: order.delivery ?? {},
    scenario: scenario ?? null,
    batch_id: batchId ?? null,
    look_after: lookAfter(context, scenario) ?? null,
    created_at: context.now(),
  };
}

/** A scenario may have it wait in the queue. */
function lookAfter(context: Context, scenario: Scenario | undefined): Date | undefined {
  const waitMs = context.emulator === undefined ? 0 : waitMsOf(scenario);
  return waitMs === 0 ? undefined : new Date(context.now().getTime() + waitMs);
}
