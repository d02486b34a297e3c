import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickFairly, type UnderWay, type Waiting } from './pick-fairly.ts';

const LIMITS = { total: 6, perTeam: 4, perUrl: 2 };
const NOTHING: UnderWay = { total: 0, team: () => 0, url: () => 0 };

function waiting(teamId: string, url: string, count: number): Waiting[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${teamId}${url}${index}`, teamId, url }));
}

const idsOf = (picked: readonly Waiting[]): string[] => picked.map(({ id }) => id);

describe('what is sent next', () => {
  it('is one of each team before a second of any', () => {
    const list = [...waiting('a', '/1', 9), ...waiting('b', '/2', 1), ...waiting('c', '/3', 9)];
    expect(idsOf(pickFairly(list, NOTHING, LIMITS))).toEqual(['a/10', 'b/20', 'c/30', 'a/11', 'c/31']);
  });

  it('passes over a receiver that has enough under way, not over its team', () => {
    const list = [...waiting('a', '/slow', 9), ...waiting('a', '/fast', 1)];
    const underWay: UnderWay = { total: 2, team: () => 2, url: (_, url) => (url === '/slow' ? 2 : 0) };
    expect(idsOf(pickFairly(list, underWay, LIMITS))).toEqual(['a/fast0']);
  });

  it('begins with the team that has least under way', () => {
    const list = [...waiting('a', '/1', 1), ...waiting('b', '/2', 1)];
    const underWay: UnderWay = { total: 5, team: (teamId) => (teamId === 'a' ? 3 : 0), url: () => 0 };
    expect(idsOf(pickFairly(list, underWay, LIMITS))).toEqual(['b/20']);
  });

  it('never passes a limit, repeats nothing, and leaves no room that could be used', () => {
    const teams = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('/1', '/2'), fc.nat(5)));
    fc.assert(
      fc.property(teams, (groups) => {
        const list = groups.flatMap(([team, url, count], group) =>
          waiting(team, `${url}`, count).map((one) => ({ ...one, id: `${one.id} ${group}` })),
        );
        const picked = pickFairly(list, NOTHING, LIMITS);
        expect(new Set(idsOf(picked)).size).toBe(picked.length);
        expect(picked.length).toBeLessThanOrEqual(LIMITS.total);
        const byTeam = Map.groupBy(picked, ({ teamId }) => teamId);
        for (const ofTeam of byTeam.values()) expect(ofTeam.length).toBeLessThanOrEqual(LIMITS.perTeam);
        const byUrl = Map.groupBy(picked, ({ teamId, url }) => teamId + url);
        for (const ofUrl of byUrl.values()) expect(ofUrl.length).toBeLessThanOrEqual(LIMITS.perUrl);
        const possible = new Map(Map.groupBy(list, ({ teamId, url }) => teamId + url));
        const most = [...possible.values()].reduce((sum, { length }) => sum + Math.min(length, LIMITS.perUrl), 0);
        expect(picked.length).toBe(Math.min(LIMITS.total, most));
      }),
    );
  });
});
