import type { Context } from '../context.ts';
import { done, type Outcome, refused } from '../db/groups.ts';
import { insertRows } from '../db/insert-rows.ts';
import type { Tx } from '../db/tables.ts';
import { hold } from '../ledger/ledger.ts';
import type { NewGeneration } from './new-generation.ts';
import { freeKeys, useKeys } from './once.ts';
import { countAlone, countRoom } from './room.ts';

/**
 * Accepts or refuses each for itself, in a number of statements that does not depend on how many there are.
 * @param some All of batches, or none. Each idempotency key once.
 * @returns In their order: the id of the generation, which is an earlier one when the key was used before.
 */
export async function acceptAll(
  context: Context,
  tx: Tx,
  some: readonly NewGeneration[],
): Promise<readonly Outcome<string>[]> {
  const outcomes = await judge(context, tx, some);
  const isRefused = ({ id }: NewGeneration): boolean => outcomes.get(id)?.type === 'refused';
  const isAccepted = ({ id }: NewGeneration): boolean => {
    const outcome = outcomes.get(id);
    return outcome?.type === 'done' && outcome.result === id;
  };
  await freeKeys(
    tx,
    some.filter((one) => one.once !== undefined && isRefused(one)).map(({ id }) => id),
  );
  await begin(context, tx, some.filter(isAccepted));
  return some.map(({ id }) => outcomes.get(id)!);
}

/** Takes keys and places, in the order they came. */
async function judge(
  context: Context,
  tx: Tx,
  some: readonly NewGeneration[],
): Promise<ReadonlyMap<string, Outcome<string>>> {
  const isBatch = some[0]?.isBatch ?? false;
  const keys = await useKeys(
    context,
    tx,
    some.flatMap(({ id, caller, once }) => (once === undefined ? [] : [{ id, caller, once }])),
  );
  const outcomes = new Map<string, Outcome<string>>();
  const fresh: NewGeneration[] = [];
  for (const one of some) {
    const key = keys.get(one.id);
    if (key?.type === 'used') outcomes.set(one.id, done(key.generationId));
    else if (key?.type === 'refused') outcomes.set(one.id, refused(key.error));
    else fresh.push(one);
  }
  if (fresh.length === 0) return outcomes;
  const callers = fresh.map(({ caller }) => caller);
  if (!isBatch) await countAlone(tx, callers);
  const room = await countRoom(context, tx, { isBatch });
  for (const { id, caller } of fresh) {
    try {
      room.take(caller);
      outcomes.set(id, done(id));
    } catch (error) {
      outcomes.set(id, refused(error));
    }
  }
  return outcomes;
}

/** Writes the rows, holds the prices, and wakes the workers. */
async function begin(context: Context, tx: Tx, accepted: readonly NewGeneration[]): Promise<void> {
  if (accepted.length === 0) return;
  const rows = accepted.map(({ row }) => row);
  await insertRows(tx, 'generations', rows);
  await hold(
    tx,
    ...rows.map(({ id, team_id, price_ticks, created_at }) => ({
      teamId: team_id,
      generationId: id,
      at: created_at,
      amountTicks: BigInt(price_ticks),
    })),
  );
  await context.queue.wake(
    tx,
    ...accepted.map(({ id, isBatch, row }) => ({
      kind: row.kind,
      generationId: id,
      isBatch,
      after: row.look_after ?? undefined,
    })),
  );
}
