/** Who a message belongs to and where it goes: both take turns. */
export interface Waiting {
  readonly id: string;
  readonly teamId: string;
  readonly url: string;
}

export interface SendingLimits {
  readonly total: number;
  readonly perTeam: number;
  /** A receiver that is slow keeps its own messages waiting, and no others of its team. */
  readonly perUrl: number;
}

/** Counts of what is under way. */
export interface UnderWay {
  readonly total: number;
  team(teamId: string): number;
  url(teamId: string, url: string): number;
}

/** Chooses what to send next: of each team one, then of each a second, within the limits. @param waiting Oldest first. */
export function pickFairly(waiting: readonly Waiting[], underWay: UnderWay, limits: SendingLimits): Waiting[] {
  const byTeam = Map.groupBy(waiting, ({ teamId }) => teamId);
  // Who has least under way is first.
  const teams = [...byTeam].sort(([a], [b]) => underWay.team(a) - underWay.team(b));
  const lists = teams.map(([teamId, list]) => ({ teamId, list: withinUrls(list, underWay, limits) }));
  const picked: Waiting[] = [];
  for (let turn = 0; lists.some(({ list }) => list.length > turn); turn++) {
    for (const { teamId, list } of lists) {
      const next = list[turn];
      const isFull = underWay.total + picked.length >= limits.total;
      if (next !== undefined && !isFull && underWay.team(teamId) + turn < limits.perTeam) picked.push(next);
    }
  }
  return picked;
}

function withinUrls(list: readonly Waiting[], underWay: UnderWay, { perUrl }: SendingLimits): Waiting[] {
  const counts = new Map<string, number>();
  return list.filter(({ teamId, url }) => {
    const count = counts.get(url) ?? underWay.url(teamId, url);
    counts.set(url, count + 1);
    return count < perUrl;
  });
}
