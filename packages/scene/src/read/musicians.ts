import type { MusicKind } from '../scene.ts';
import type { Mention } from './mention.ts';

/** Who plays what, by the kind of music; the ones named first are there in the smallest band. */
const LINE_UPS: readonly (readonly [kind: RegExp, players: readonly string[]])[] = [
  [/orchestra|symphony|philharmonic|chamber|string/, ['violinist', 'violinist', 'flutist', 'trumpeter']],
  [/jazz|big|brass|swing|dixieland/, ['saxophonist', 'guitarist', 'trumpeter', 'drummer']],
  [/mariachi|folk|country|bluegrass|street/, ['guitarist', 'violinist', 'guitarist', 'trumpeter']],
  [/marching/, ['trumpeter', 'drummer', 'trumpeter', 'flutist']],
  [/choir|chorus/, ['singer']],
];
const ROCK = ['guitarist', 'singer', 'guitarist', 'drummer'];
const GROUP = /^(?:band|orchestra|choir|(?:string )?quartet|(?:jazz )?trio|quintet|musical group)$/;
const MOST_ACTORS = 14;

/** A band is musicians, each at an instrument of his own. */
export function callMusicians(mentions: Mention[], music: MusicKind | undefined): void {
  const at = mentions.findIndex(({ noun, english }) => noun.kind === 'person' && GROUP.test(english));
  const band = mentions[at];
  if (band === undefined || mentions.some(({ relation }) => relation?.to === band)) return;
  const name = `${band.english} ${[...band.attributes].join(' ')} ${music ?? ''}`;
  const players = LINE_UPS.find(([kind]) => kind.test(name))?.[1] ?? ROCK;
  const count = Math.min(band.count, MOST_ACTORS);
  const counts = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const player = players[i % players.length]!;
    // One drummer is enough.
    const trade = player === 'drummer' && counts.has(player) ? players[0]! : player;
    counts.set(trade, (counts.get(trade) ?? 0) + 1);
  }
  const { does, motion, ...rest } = band;
  const members = [...counts].flatMap(([trade, many]): Mention[] => {
    const member: Mention = {
      ...rest,
      english: trade,
      word: trade,
      count: many,
      isPlural: many > 1,
      attributes: new Set([...band.attributes, trade]),
      parts: new Map(band.parts),
    };
    if (trade !== 'drummer') return [member];
    const kit: Mention = {
      noun: { kind: 'drums', same: true },
      english: 'drum kit',
      word: 'drum kit',
      count: 1,
      isPlural: false,
      size: 1,
      attributes: new Set(['kit']),
      parts: new Map(),
      pose: 'default',
      speed: 1,
      isObject: true,
    };
    member.relation = { kind: 'behind', to: kit };
    return [member, kit];
  });
  mentions.splice(at, 1, ...members);
}
