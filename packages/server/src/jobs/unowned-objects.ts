import type { ListedObject } from '@openimagine/storage';
import type { Context } from '../context.ts';

/** What a process has stored and not committed by then it never will: requests and attempts take minutes at most. */
const UNOWNED_AFTER_MS = 3_600_000;
/** Listing takes a while where there is much, and what it finds is in nobody's way. */
const LOOK_EVERY_MS = 15 * 60_000;
/** Owners are asked for so many objects at once. */
const BATCH = 100;

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const INPUT_KEY = new RegExp(`^inputs/(${UUID})/\\d+$`);
const FILE_KEY = new RegExp(`^files/(${UUID})$`);
const BATCHED_KEY = new RegExp(`^batches/(${UUID})/${UUID}$`);
const OUTPUT_KEY = new RegExp(`^generations/(${UUID})/\\d+-\\d+\\.\\w+$`);

/** Deletes stored objects that belong to nothing: their process was killed, or could not delete them when it should have. */
export interface UnownedObjects {
  /** Does nothing when it was called a short while ago. */
  deleteWhenDue(context: Context): Promise<void>;
}

export function createUnownedObjects(): UnownedObjects {
  let dueAt = Number.NEGATIVE_INFINITY;
  return {
    async deleteWhenDue(context) {
      const now = context.now().getTime();
      if (now < dueAt) return;
      dueAt = now + LOOK_EVERY_MS;
      await deleteUnowned(context, 'inputs/', INPUT_KEY, ownedInputs);
      await deleteUnowned(context, 'generations/', OUTPUT_KEY, ownedOutputs);
      await deleteUnowned(context, 'files/', FILE_KEY, ownedFiles);
      await deleteUnowned(context, 'batches/', BATCHED_KEY, ownedOrders);
    },
  };
}

/** An object, and the generation, file or batch that its key names. */
interface Suspect {
  readonly key: string;
  readonly ownerId: string;
}

/** @returns The keys among these that are still needed. */
type FindOwned = (context: Context, suspects: readonly Suspect[]) => Promise<ReadonlySet<string>>;

/** @param pattern What the product itself stores there; anything else is not ours to delete. */
async function deleteUnowned(context: Context, prefix: string, pattern: RegExp, findOwned: FindOwned): Promise<void> {
  let suspects: Suspect[] = [];
  const judge = async (): Promise<void> => {
    if (suspects.length === 0) return;
    const owned = await findOwned(context, suspects);
    for (const { key } of suspects) if (!owned.has(key)) await deleteOne(context, key);
    suspects = [];
  };
  for await (const object of context.store.list(prefix)) {
    const suspect = suspectOf(context, object, pattern);
    if (suspect !== undefined) suspects.push(suspect);
    if (suspects.length === BATCH) await judge();
  }
  await judge();
}

function suspectOf(context: Context, { key, storedAt }: ListedObject, pattern: RegExp): Suspect | undefined {
  const ownerId = pattern.exec(key)?.[1];
  return ownerId === undefined || ageMs(context, storedAt) <= UNOWNED_AFTER_MS ? undefined : { key, ownerId };
}

/** However far the emulator's clock jumps, what is under way is as young as before. */
function ageMs({ emulator, now }: Context, storedAt: Date): number {
  return emulator?.clock.passedMs(storedAt) ?? now().getTime() - storedAt.getTime();
}

async function deleteOne(context: Context, key: string): Promise<void> {
  try {
    await context.store.delete(key);
    context.log.info('unowned-object-deleted', { key });
  } catch (error) {
    // The next look comes to it again.
    context.log.warn('unowned-object-not-deleted', { key, error });
  }
}

const ownedInputs: FindOwned = async (context, suspects) => {
  const rows = await context.database.query
    .selectFrom('generations')
    .where('id', 'in', idsOf(suspects))
    .where('inputs_kept', '=', true)
    .select('id')
    .execute();
  const keeping = new Set(rows.map(({ id }) => id));
  return new Set(suspects.filter(({ ownerId }) => keeping.has(ownerId)).map(({ key }) => key));
};

/** Those of open generations, first: should one end now, its assets are committed by the time that these are read. */
const ownedOutputs: FindOwned = async (context, suspects) => {
  const { query } = context.database;
  const open = await query
    .selectFrom('generations')
    .where('id', 'in', idsOf(suspects))
    .where('state', 'in', ['queued', 'running', 'unresolved'])
    .select('id')
    .execute();
  const assets = await query
    .selectFrom('assets')
    .where('generation_id', 'in', idsOf(suspects))
    .where('deleted_at', 'is', null)
    .select('object_key')
    .execute();
  const isOpen = new Set(open.map(({ id }) => id));
  const ofOpen = suspects.filter(({ ownerId }) => isOpen.has(ownerId)).map(({ key }) => key);
  return new Set([...ofOpen, ...assets.map(({ object_key }) => object_key)]);
};

const ownedFiles: FindOwned = async (context, suspects) => {
  const rows = await context.database.query
    .selectFrom('files')
    .where('id', 'in', idsOf(suspects))
    .where('object_deleted_at', 'is', null)
    .select('object_key')
    .execute();
  return new Set(rows.map(({ object_key }) => object_key));
};

const ownedOrders: FindOwned = async (context, suspects) => {
  const keys = suspects.map(({ key }) => key);
  const rows = await context.database.query
    .selectFrom('batch_requests')
    .where('body_key', 'in', keys)
    .select('body_key')
    .execute();
  return new Set(rows.flatMap(({ body_key }) => body_key ?? []));
};

function idsOf(suspects: readonly Suspect[]): string[] {
  return [...new Set(suspects.map(({ ownerId }) => ownerId))];
}
