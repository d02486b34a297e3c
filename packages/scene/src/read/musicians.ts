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
  bringPianos(mentions);
  const band = mentions.find(({ noun, english }) => noun.kind === 'person' && GROUP.test(english));
  if (band === undefined) return;
  const name = `${band.english} ${[...band.attributes].join(' ')} ${music ?? ''}`;
  const own = takeInstruments(mentions, band);
  const usual = LINE_UPS.find(([kind]) => kind.test(name))?.[1] ?? ROCK;
  const players = [...own, ...usual.filter((player) => !own.includes(player))];
  const count = Math.min(band.count, MOST_ACTORS);
  const counts = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const player = players[i % players.length]!;
    // One drummer is enough.
    const trade = player === 'drummer' && counts.has(player) ? players[0]! : player;
    counts.set(trade, (counts.get(trade) ?? 0) + 1);
  }
  const { does, motion, ...rest } = band;

  const at = mentions.indexOf(band);
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
    if (trade === 'pianist') {
      const piano = instrument('piano', 'piano');
      member.relation = { kind: 'nextTo', to: piano };
      return [member, piano];
    }
    if (trade !== 'drummer') return [member];
    const kit = instrument('drums', 'drum kit');
    member.relation = { kind: 'behind', to: kit };
    return [member, kit];
  });
  // The conductor is with the first of them.
  for (const other of mentions)
    if (other.relation?.to === band && members[0]) other.relation = { kind: other.relation.kind, to: members[0] };
  mentions.splice(at, 1, ...members);
}

/** Whoever is named by an instrument: it is not a thing that stands about, but played. */
const PLAYERS: readonly (readonly [name: RegExp, player: string])[] = [
  [/sax/, 'saxophonist'],
  [/trumpet|trombone|horn|tuba/, 'trumpeter'],
  [/flute|clarinet|oboe/, 'flutist'],
  [/violin|fiddle|viola|cello/, 'violinist'],
  [/guitar|bass|banjo|ukulele|harp/, 'guitarist'],
  [/piano|keyboard|organ/, 'pianist'],
  [/drum|percussion/, 'drummer'],
];

/** Takes away the instruments that are listed beside a band, and tells who plays them. */
function takeInstruments(mentions: Mention[], band: Mention): string[] {
  const listed = mentions.filter(
    ({ noun, relation }) =>
      /^(?:guitar|trumpet|piano|drums)$/.test(noun.kind) && (relation === undefined || relation.to === band),
  );
  const players = listed.flatMap(({ english }) => PLAYERS.find(([name]) => name.test(english))?.[1] ?? []);
  for (const thing of listed) {
    mentions.splice(mentions.indexOf(thing), 1);
    for (const other of mentions) if (other.relation?.to === thing) delete other.relation;
  }
  return [...new Set(players)];
}

/** Pianists and drummers have what they play, though nobody names it. */
function bringPianos(mentions: Mention[]): void {
  for (const player of [...mentions]) {
    const kind = /pianist$/.test(player.english) ? 'piano' : /drummer$/.test(player.english) ? 'drums' : undefined;
    const isFree = player.relation === undefined && !mentions.some(({ noun }) => noun.kind === kind);
    if (kind === undefined || !isFree || player.count > 1 || mentions.length > 6) continue;
    const thing = instrument(kind, kind === 'piano' ? 'piano' : 'drum kit');
    player.relation = { kind: 'nextTo', to: thing };
    mentions.push(thing);
  }
}

function instrument(kind: 'piano' | 'drums', name: string): Mention {
  return {
    noun: { kind, same: true },
    english: name,
    word: name,
    count: 1,
    isPlural: false,
    size: 1,
    attributes: new Set(kind === 'drums' ? ['kit'] : []),
    parts: new Map(),
    pose: 'default',
    speed: 1,
    isObject: true,
  };
}
