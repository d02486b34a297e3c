import type { Context } from '../context.ts';
import type { BatchRequestRow } from '../db/tables.ts';

/** A request whose turn it is, with whom it belongs to. */
export type DueRequest = BatchRequestRow & { readonly team_id: string; readonly api_key_id: string };

interface WaitingBatch {
  readonly id: string;
  readonly teamId: string;
  readonly keyId: string;
}

/** Requests of batches that are under way, by batch and by team. */
interface Load {
  total: number;
  readonly ofBatch: Map<string, number>;
  readonly ofTeam: Map<string, number>;
}

/** Whoever took a request and died lets go of it by then. The slowest inputs take a minute. */
const CLAIM_MS = 150_000;
/** Batches that are looked at in one turn; the oldest first. */
const BATCHES_MAX = 1_000;

/**
 * Takes the requests that may begin now: of each batch in the order of adding, teams and batches with the least under way
 * first, as many as `settings` allow.
 * @param beginning Those that this process has taken and not begun yet.
 */
export async function* claimDue(
  context: Context,
  beginning: ReadonlyMap<string, unknown>,
): AsyncGenerator<DueRequest, void, undefined> {
  let waiting = await findWaiting(context);
  if (waiting.length === 0) return;
  const load = await loadOf(context);
  // Those are still counted as waiting.
  load.total += beginning.size;
  while (waiting.length > 0) {
    const shares = share(context, waiting, load);
    if (shares.size === 0) return;
    const emptied = new Set<string>();
    for (const [batch, count] of shares) {
      const rows = await claim(context, batch, { count, beginning });
      if (rows.length < count) {
        emptied.add(batch.id);
        add(load, batch, rows.length - count);
      }
      for (const row of rows) yield { ...row, team_id: batch.teamId, api_key_id: batch.keyId };
    }
    waiting = waiting.filter(({ id }) => !emptied.has(id));
  }
}

/** Gives out the free places one by one, each to who has the least, and counts them into `load`. */
function share({ settings }: Context, waiting: readonly WaitingBatch[], load: Load): ReadonlyMap<WaitingBatch, number> {
  const shares = new Map<WaitingBatch, number>();
  while (load.total < settings.batchRequestsInTotal) {
    const open = waiting.filter(({ id }) => (load.ofBatch.get(id) ?? 0) < settings.batchRequestsPerBatch);
    const [first] = open;
    if (first === undefined) break;
    const least = open.reduce((best, batch) => (isBehind(load, batch, best) ? batch : best), first);
    add(load, least, 1);
    shares.set(least, (shares.get(least) ?? 0) + 1);
  }
  return shares;
}

function isBehind({ ofTeam, ofBatch }: Load, a: WaitingBatch, b: WaitingBatch): boolean {
  const teams = (ofTeam.get(a.teamId) ?? 0) - (ofTeam.get(b.teamId) ?? 0);
  return teams === 0 ? (ofBatch.get(a.id) ?? 0) < (ofBatch.get(b.id) ?? 0) : teams < 0;
}

function add(load: Load, { id, teamId }: WaitingBatch, count: number): void {
  load.total += count;
  load.ofBatch.set(id, (load.ofBatch.get(id) ?? 0) + count);
  load.ofTeam.set(teamId, (load.ofTeam.get(teamId) ?? 0) + count);
}

async function findWaiting(context: Context): Promise<WaitingBatch[]> {
  const now = context.now();
  const rows = await context.database.query
    .selectFrom('batches')
    .where('ended_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('batch_requests')
          .whereRef('batch_requests.batch_id', '=', 'batches.id')
          .where('state', '=', 'waiting')
          .where((due) => due.or([due('look_after', 'is', null), due('look_after', '<=', now)]))
          .select('batch_requests.id'),
      ),
    )
    .select(['id', 'team_id', 'api_key_id'])
    .orderBy('created_at')
    .limit(BATCHES_MAX)
    .execute();
  return rows.map(({ id, team_id: teamId, api_key_id: keyId }) => ({ id, teamId, keyId }));
}

async function loadOf(context: Context): Promise<Load> {
  const rows = await context.database.query
    .selectFrom('batch_requests')
    .innerJoin('batches', 'batches.id', 'batch_requests.batch_id')
    .where('state', '=', 'running')
    .groupBy(['batch_id', 'team_id'])
    .select((eb) => ['batch_id', 'team_id', eb.fn.countAll<string | number>().as('count')])
    .execute();
  const load: Load = { total: 0, ofBatch: new Map(), ofTeam: new Map() };
  for (const { batch_id: id, team_id: teamId, count } of rows) add(load, { id, teamId, keyId: '' }, Number(count));
  return load;
}

async function claim(
  context: Context,
  { id: batchId }: WaitingBatch,
  { count, beginning }: { readonly count: number; readonly beginning: ReadonlyMap<string, unknown> },
): Promise<BatchRequestRow[]> {
  const now = context.now();
  const rows = await context.database.query
    .updateTable('batch_requests')
    .set((eb) => ({ look_after: new Date(now.getTime() + CLAIM_MS), tries: eb('tries', '+', 1) }))
    .where((eb) => {
      let due = eb
        .selectFrom('batch_requests')
        .where('batch_id', '=', batchId)
        .where('state', '=', 'waiting')
        .where((each) => each.or([each('look_after', 'is', null), each('look_after', '<=', now)]))
        .select('id')
        .orderBy('id')
        .limit(count)
        .forUpdate()
        .skipLocked();
      // A clock that jumps ends their claim before they have begun.
      if (beginning.size > 0) due = due.where('id', 'not in', [...beginning.keys()]);
      return eb('id', 'in', due);
    })
    .returningAll()
    .execute();
  return rows.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
}
