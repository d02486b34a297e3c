import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

export type ZoneAnswer =
  | { readonly kind: 'none' | 'refused' }
  | { readonly kind: 'found'; readonly aliases: readonly string[]; readonly addresses: readonly string[] };

/** A small DNS. It remembers what it was asked, so that the same question can get another answer the next time. */
export interface Zone {
  ask(name: string, family: 4 | 6): ZoneAnswer;
  /** As a client's resolver would: both families. */
  resolve(name: string): Promise<readonly string[]>;
}

/** The names of `fixtures/zone.txt`. */
export function readZone(): Zone {
  const answers = new Map<string, readonly string[]>();
  for (const line of readFileSync(new URL('../fixtures/zone.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [name = '', rest = ''] = line.split(/\s+(.*)/);
    answers.set(name, rest.split('|'));
  }
  const askedTimes = new Map<string, number>();
  const recall = (name: string, family: 4 | 6): string | undefined => {
    const inTurn = answers.get(name);
    if (inTurn === undefined) return undefined;
    const question = `${name} ${family}`;
    const times = askedTimes.get(question) ?? 0;
    askedTimes.set(question, times + 1);
    return inTurn[times % inTurn.length];
  };
  const ask = (name: string, family: 4 | 6, aliases: readonly string[] = []): ZoneAnswer => {
    const words = recall(name.toLowerCase(), family)?.trim().split(/\s+/);
    if (words === undefined) return { kind: 'none' };
    const [first, alias] = words;
    if (first === 'refused') return { kind: 'refused' };
    if (first !== 'alias' || alias === undefined)
      return { kind: 'found', aliases, addresses: words.filter((word) => isIP(word) === family) };
    if (aliases.includes(alias)) return { kind: 'found', aliases, addresses: [] };
    return ask(alias, family, [...aliases, alias]);
  };
  return {
    ask: (name, family) => ask(name, family),
    resolve: async (name) =>
      ([4, 6] as const).flatMap((family) => {
        const answer = ask(name, family);
        return answer.kind === 'found' ? answer.addresses : [];
      }),
  };
}
