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

/** @param amountTicks ≥ 0. */
export async function hold(tx: Tx, transfer: Transfer & { readonly amountTicks: bigint }): Promise<void> {
  const { teamId, amountTicks } = transfer;
  await append(tx, transfer, 'hold', `hold:${transfer.generationId}`, [
    [fundingAccount(teamId), -amountTicks],
    [heldAccount(teamId), amountTicks],
  ]);
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

async function append(
  tx: Tx,
  transfer: Transfer,
  kind: 'hold' | 'settle' | 'release',
  name: string,
  lines: readonly (readonly [account: string, amountTicks: bigint])[],
): Promise<boolean> {
  const inserted = await tx
    .insertInto('ledger_entries')
    .values(
      lines.map(([account, amountTicks]) => ({
        team_id: transfer.teamId,
        transfer: name,
        kind,
        account,
        amount_ticks: amountTicks.toString(),
        generation_id: transfer.generationId,
        created_at: transfer.at,
      })),
    )
    // The `held` line is part of every transfer, so of two that end one hold the second finds it taken.
    .onConflict((conflict) => conflict.columns(['transfer', 'account']).doNothing())
    .returning('id')
    .execute();
  if (inserted.length !== 0 && inserted.length !== lines.length) {
    throw new Error(`Transfer ${name} was written before with other lines`);
  }
  return inserted.length > 0;
}
