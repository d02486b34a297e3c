import { ApiError } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { BatchRow, Queryable } from '../db/tables.ts';

/** A batch of a team, and how far it is. */
export interface Batch {
  readonly id: string;
  readonly teamId: string;
  readonly keyId: string;
  readonly name: string;
  readonly inputFileId: string | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly cancelledAt: Date | undefined;
  /** One for each endpoint that it has requests of, in the order of their names. */
  readonly tallies: readonly BatchTally[];
}

/** The requests of a batch that have one endpoint. */
export interface BatchTally {
  readonly endpoint: string;
  readonly requests: number;
  readonly pending: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly billedTicks: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @throws {ApiError} `not-found` for an unknown id, or another team's. */
export async function findBatch(context: Context, teamId: string, batchId: string): Promise<Batch> {
  const [batch] = await toBatches(context.database.query, [
    await findBatchRow(context.database.query, teamId, batchId),
  ]);
  return batch!;
}

/** As `findBatch`, without counting. @param options.isLocked True: nobody else changes it until the transaction ends. */
export async function findBatchRow(
  db: Queryable,
  teamId: string,
  batchId: string,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<BatchRow> {
  const found = UUID.test(batchId)
    ? db.selectFrom('batches').where('id', '=', batchId.toLowerCase()).where('team_id', '=', teamId).selectAll()
    : undefined;
  const row = await (isLocked ? found?.forUpdate() : found)?.executeTakeFirst();
  if (row !== undefined) return row;
  throw new ApiError('not-found', 'There is no batch with this id. GET /v1/batches lists those that there are.');
}

/** @returns In the order of the rows. */
export async function toBatches(db: Queryable, rows: readonly BatchRow[]): Promise<Batch[]> {
  const tallies = await tally(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    keyId: row.api_key_id,
    name: row.name,
    inputFileId: row.input_file_id ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    cancelledAt: row.cancelled_at ?? undefined,
    tallies: tallies.get(row.id) ?? [],
  }));
}

async function tally(db: Queryable, batchIds: readonly string[]): Promise<Map<string, BatchTally[]>> {
  if (batchIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('batch_requests')
    .where('batch_id', 'in', batchIds)
    .groupBy(['batch_id', 'endpoint'])
    .orderBy('endpoint')
    .select(['batch_id', 'endpoint'])
    .select((eb) => {
      const all = eb.fn.countAll<string | number>();
      return [
        all.as('requests'),
        all.filterWhere('state', '=', 'succeeded').as('succeeded'),
        all.filterWhere('state', '=', 'failed').as('failed'),
        all.filterWhere('state', '=', 'cancelled').as('cancelled'),
        eb.fn.sum<string | number>('billed_ticks').as('ticks'),
      ];
    })
    .execute();
  const tallies = rows.map((row) => {
    const [requests, succeeded, failed, cancelled] = [row.requests, row.succeeded, row.failed, row.cancelled].map(
      Number,
    ) as [number, number, number, number];
    const pending = requests - succeeded - failed - cancelled;
    const billedTicks = Number(row.ticks);
    return {
      batchId: row.batch_id,
      tally: { endpoint: row.endpoint, requests, pending, succeeded, failed, cancelled, billedTicks },
    };
  });
  return new Map(
    [...Map.groupBy(tallies, ({ batchId }) => batchId)].map(([id, group]) => [id, group.map((each) => each.tally)]),
  );
}
