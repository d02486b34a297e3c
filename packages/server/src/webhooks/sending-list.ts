import type { Sending } from './due.ts';
import type { SendingLimits, Waiting } from './pick-fairly.ts';

/** What this process is sending at this moment. */
export interface SendingList extends Sending {
  /** @param ended Never rejects. */
  add(message: Waiting, ended: Promise<void>): void;
  remove(id: string): void;
  allEnded(): Promise<void>;
}

export function createSendingList({ perTeam, perUrl }: SendingLimits): SendingList {
  const messages = new Map<string, Waiting & { readonly ended: Promise<void> }>();
  const count = (matches: (message: Waiting) => boolean): number => [...messages.values()].filter(matches).length;
  const team = (teamId: string): number => count((message) => message.teamId === teamId);
  const url = (teamId: string, to: string): number =>
    count((message) => message.teamId === teamId && message.url === to);
  const distinct = (values: readonly string[]): string[] => [...new Set(values)];
  return {
    get total() {
      return messages.size;
    },
    get ids() {
      return [...messages.keys()];
    },
    get fullTeams() {
      return distinct([...messages.values()].map(({ teamId }) => teamId)).filter((teamId) => team(teamId) >= perTeam);
    },
    get fullUrls() {
      const full = [...messages.values()].filter(({ teamId, url: to }) => url(teamId, to) >= perUrl);
      return [...new Map(full.map((message) => [`${message.teamId} ${message.url}`, message])).values()];
    },
    team,
    url,
    add: (message, ended) => void messages.set(message.id, { ...message, ended }),
    remove: (id) => void messages.delete(id),
    allEnded: async () => void (await Promise.all([...messages.values()].map(({ ended }) => ended))),
  };
}
