import type { Context } from '../context.ts';
import { createGroups, done, type Groups, type Outcome, refused } from '../db/groups.ts';
import { isAboutData } from '../db/sql-state.ts';
import type { Tx } from '../db/tables.ts';
import { acceptAll } from './accept-all.ts';
import { type NewGeneration, type Prepared, toNewGeneration } from './new-generation.ts';
import { nameOf } from './once.ts';

/** Enough for a busy moment, and few enough that PGlite is not held for longer than a poll may wait. */
const TOGETHER_MAX = 64;

/**
 * Idempotency row, hold, generation and wake-up commit together, or nothing does. Those that wait at the same moment share
 * one transaction, in which each is accepted or refused for itself.
 * @param onAccept Called in the transaction; when it throws, nothing is accepted. It shares its transaction with nobody.
 * @returns The id of the generation, which is an earlier one when the idempotency key was used before.
 * @throws {ApiError} `idempotency-mismatch`, `resource-exhausted`, `unavailable`.
 */
export async function accept(
  context: Context,
  prepared: Prepared,
  onAccept?: (tx: Tx, generationId: string) => Promise<void>,
): Promise<string> {
  const generation = toNewGeneration(context, prepared);
  if (onAccept !== undefined || generation.isBatch) return acceptAlone(context, generation, onAccept);
  // Throws inside a transaction, which the group would wait for.
  void context.database.query;
  return groupsOf(context).add(generation);
}

const groups = new WeakMap<Context, Groups<NewGeneration, string>>();

function groupsOf(context: Context): Groups<NewGeneration, string> {
  const known = groups.get(context);
  if (known !== undefined) return known;
  const made = createGroups<NewGeneration, string>({
    sizeMax: TOGETHER_MAX,
    // On PostgreSQL a group may wait for another process that uses the same key: others need not.
    atOnce: context.database.kind === 'pglite' ? 1 : 4,
    apart: ({ caller, once }) => once && nameOf({ caller, once }),
    work: (some) => acceptTogether(context, some),
  });
  groups.set(context, made);
  return made;
}

async function acceptTogether(context: Context, some: readonly NewGeneration[]): Promise<readonly Outcome<string>[]> {
  try {
    return await context.database.withTransaction((tx) => acceptAll(context, tx, some));
  } catch (error) {
    // A row that the database does not take fails alone. Anything else is nobody's in particular.
    if (some.length === 1 || !isAboutData(error)) throw error;
    const outcomes: Outcome<string>[] = [];
    for (const one of some) outcomes.push(await acceptAlone(context, one).then(done<string>, refused<string>));
    return outcomes;
  }
}

async function acceptAlone(
  context: Context,
  generation: NewGeneration,
  onAccept?: (tx: Tx, generationId: string) => Promise<void>,
): Promise<string> {
  return context.database.withTransaction(async (tx) => {
    const [outcome] = await acceptAll(context, tx, [generation]);
    if (outcome?.type !== 'done') throw outcome?.error;
    if (outcome.result === generation.id) await onAccept?.(tx, generation.id);
    return outcome.result;
  });
}
