import { setImmediate as turn } from 'node:timers/promises';

/** What became of one item of a group; the others' is theirs. */
export type Outcome<Result> =
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'refused'; readonly error: unknown };

export function done<Result>(result: Result): Outcome<Result> {
  return { type: 'done', result };
}

export function refused<Result>(error: unknown): Outcome<Result> {
  return { type: 'refused', error };
}

export interface GroupOptions<Item, Result> {
  /** Items of one group at most. */
  readonly sizeMax: number;
  /** Groups that are worked on at once. */
  readonly atOnce: number;
  /** Items of one name never share a group: the later one sees what the earlier one has done. Default: nothing is apart. */
  readonly apart?: (item: Item) => string | undefined;
  /** @returns One outcome for each item, in their order. When it throws, the whole group is told so. */
  readonly work: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>;
}

/** Does for many at once what costs almost the same for one. */
export interface Groups<Item, Result> {
  /** @throws what the item was refused with, or what its group failed with. */
  add(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly name: string | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Whoever comes while a group is under way waits for the next one, with all others who do: nobody waits for company, and the
 * busier it is the larger the groups are.
 */
export function createGroups<Item, Result>(options: GroupOptions<Item, Result>): Groups<Item, Result> {
  const { sizeMax, atOnce, apart, work } = options;
  let waiting: Waiting<Item, Result>[] = [];
  let busy = 0;

  /** In the order they came, but for those who must not share. */
  const takeGroup = (): Waiting<Item, Result>[] => {
    const group: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    const names = new Set<string>();
    for (const each of waiting) {
      const isApart = each.name !== undefined && names.has(each.name);
      if (each.name !== undefined) names.add(each.name);
      (isApart || group.length >= sizeMax ? later : group).push(each);
    }
    waiting = later;
    return group;
  };

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Not a microtask: PGlite answers within those, so that what waits in other sockets would not even be read.
      await turn();
      const group = takeGroup();
      if (group.length > 0) await workOn(group, work);
    }
    busy--;
  };

  return {
    add: (item) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ item, name: apart?.(item), resolve, reject });
        if (busy >= atOnce) return;
        busy++;
        void run();
      }),
  };
}

async function workOn<Item, Result>(
  group: readonly Waiting<Item, Result>[],
  work: GroupOptions<Item, Result>['work'],
): Promise<void> {
  try {
    const outcomes = await work(group.map(({ item }) => item));
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) reject(new Error('A group was given too few outcomes'));
      else if (outcome.type === 'done') resolve(outcome.result);
      else reject(outcome.error);
    });
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}
