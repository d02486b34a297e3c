import type { Context } from '../context.ts';

/** Where generations stand in the queue, from one statement a second for all who ask. */
export interface QueuePositions {
  /** @returns 1 for the next to be taken up; undefined for one that does not wait. */
  of(generationId: string): Promise<number | undefined>;
}

/** A queue moves when something ends, which takes seconds. */
const FRESH_MS = 900;
/** One that came a moment ago is missing in what was read before; this is how often that may make us read again. */
const FRESH_ENOUGH_MS = 50;

export function createQueuePositions(context: Context): QueuePositions {
  let positions: Promise<ReadonlyMap<string, number>> | undefined;
  let readAtMs = 0;
  const read = (maxAgeMs: number): Promise<ReadonlyMap<string, number>> => {
    const nowMs = performance.now();
    if (positions !== undefined && nowMs - readAtMs <= maxAgeMs) return positions;
    readAtMs = nowMs;
    positions = readPositions(context);
    // Should it fail, the next who asks reads again.
    positions.catch(() => (positions = undefined));
    return positions;
  };
  return {
    of: async (generationId) =>
      (await read(FRESH_MS)).get(generationId) ?? (await read(FRESH_ENOUGH_MS)).get(generationId),
  };
}

/** In the order in which wake-ups are heard: pictures and videos apart, batches last. */
async function readPositions({ database }: Context): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query
    .selectFrom('generations')
    .where('state', '=', 'queued')
    .select(['id', 'kind'])
    .orderBy((eb) => eb('batch_id', 'is not', null))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const counts = { image: 0, video: 0 };
  return new Map(rows.map(({ id, kind }) => [id, ++counts[kind]]));
}
