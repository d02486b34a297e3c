import { insertRows } from '../db/insert-rows.ts';
import type { Queryable, Tx } from '../db/tables.ts';

/**
 * Double entry in whole ticks. A generation's money takes two steps, each safe to repeat: `hold` moves its price from the
 * team's funding to what is held; then either `settle` moves what was billed to revenue and the rest back, or `release`
 * moves all of it back. Both end the hold under one name, so a generation is settled or released, once.
 *
 * There are no limits on credit yet: a team's funding account may go below zero.
 */
export interface Transfer {
  readonly teamId: string;
  readonly generationId: string;
  readonly at: Date;
}

/** A price that is to be held. */
export interface Hold extends Transfer {
  /** ≥ 0. */
  readonly amountTicks: bigint;
}

/** @param holds One at most for each generation. */
export async function hold(tx: Tx, ...holds: readonly Hold[]): Promise<void> {
  const rows = holds.flatMap((one) => {
    const { teamId, generationId, amountTicks } = one;
    return rowsOf(one, 'hold', `hold:${generationId}`, [
      [fundingAccount(teamId), -amountTicks],
      [heldAccount(teamId), amountTicks],
    ]);
  });
  await insertRows(tx, 'ledger_entries', rows, ONCE);
}

/**
 * @param billedTicks From 0 to what was held; the rest returns to the team.
 * @returns false when the hold had ended before, in either way.
 */
export async function settle(tx: Tx, transfer: Transfer & { readonly billedTicks: bigint }): Promise<boolean> {
  const held = await heldTicks(tx, transfer.generationId);
  const { teamId, billedTicks } = transfer;
  if (billedTicks < 0n || billedTicks > held)
    throw new RangeError(`${billedTicks} of ${held} held ticks cannot be billed`);
  return append(tx, transfer, 'settle', `close:${transfer.generationId}`, [
    [heldAccount(teamId), -held],
    [REVENUE_ACCOUNT, billedTicks],
    [fundingAccount(teamId), held - billedTicks],
  ]);
}

/** @returns false when the hold had ended before, in either way. */
export async function release(tx: Tx, transfer: Transfer): Promise<boolean> {
  const held = await heldTicks(tx, transfer.generationId);
  return append(tx, transfer, 'release', `close:${transfer.generationId}`, [
    [heldAccount(transfer.teamId), -held],
    [fundingAccount(transfer.teamId), held],
  ]);
}

/** The sum of an account's entries; balances are derived, never stored. */
export async function balanceTicks(db: Queryable, account: string): Promise<bigint> {
  const rows = await db
    .selectFrom('ledger_entries')
    .where('account', '=', account)
    .select((eb) => eb.fn.sum<string | number | null>('amount_ticks').as('sum'))
    .execute();
  return BigInt(rows[0]?.sum ?? 0);
}

export const REVENUE_ACCOUNT = 'revenue';

/** What a team has paid in, less what it has held or spent. */
export function fundingAccount(teamId: string): string {
  return `funding:${teamId}`;
}

export function heldAccount(teamId: string): string {
  return `held:${teamId}`;
}

async function heldTicks(tx: Tx, generationId: string): Promise<bigint> {
  const entries = await tx
    .selectFrom('ledger_entries')
    .where('transfer', '=', `hold:${generationId}`)
    .where('account', 'like', 'held:%')
    .select('amount_ticks')
    .execute();
  if (entries[0] === undefined) throw new Error(`Generation ${generationId} has no hold to end`);
  return BigInt(entries[0].amount_ticks);
}

type Lines = readonly (readonly [account: string, amountTicks: bigint])[];

/** The `held` line is part of every transfer, so of two that end one hold the second finds it taken. */
const ONCE = '(transfer, account) do nothing';

function rowsOf(transfer: Transfer, kind: 'hold' | 'settle' | 'release', name: string, lines: Lines) {
  return lines.map(([account, amountTicks]) => ({
    team_id: transfer.teamId,
    transfer: name,
    kind,
    account,
    amount_ticks: amountTicks.toString(),
    generation_id: transfer.generationId,
    created_at: transfer.at,
  }));
}

async function append(
  tx: Tx,
  transfer: Transfer,
  kind: 'settle' | 'release',
  name: string,
  lines: Lines,
): Promise<boolean> {
  const inserted = await insertRows(tx, 'ledger_entries', rowsOf(transfer, kind, name, lines), ONCE);
  if (inserted !== 0 && inserted !== lines.length) {
    throw new Error(`Transfer ${name} was written before with other lines`);
  }
  return inserted > 0;
}
