import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Meaning, NounMeaning } from '../lexicon/meaning.ts';
import type { SetKind } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { absenceOf } from './absence.ts';
import type { Reading } from './mention.ts';
import type { Phrase } from './phrase.ts';

export interface VoteContext {
  readonly preposition: Meaning['preposition'];
  readonly at: number;
  readonly lexicon: Lexicon;
}

const HALLS = /(?:^| )(?:castle|palace|cathedral|church|temple|mosque|fortress|monastery|chapel|abbey)$/;

/** In these one can be inside: "in a castle" is a room. */
export const isEnterable = ({ kind }: NounMeaning, english = ''): boolean =>
  /^(?:house|castle|tower|spaceship)$/.test(kind) || HALLS.test(english);

/** Lets a phrase speak for the set that it names, and for its details and colour. */
export function voteFor(reading: Reading, phrase: Phrase, isEntered: boolean, context: VoteContext): void {
  const { head, color, attributes } = phrase;
  const { preposition, at, lexicon } = context;
  const setting = head?.meaning.setting;
  const noun = head?.meaning.noun;
  const word = head?.english ?? '';
  const isWhere = preposition !== undefined && preposition !== 'of' && preposition !== 'with';
  // Clouds over a city are looked up to.
  const isOfSky = /^(?:cloud|moon|planet|fireworks)$/.test(reading.mentions.at(-1)?.noun.kind ?? '');
  if (setting?.set === 'skyline' && preposition === 'above' && !isOfSky) reading.details.add('above');
  const isOverCity =
    setting?.set === 'street' &&
    preposition === 'above' &&
    setting.weight >= 2 &&
    !/puddle|pavement|sidewalk|street|crossing|stop|lot$/.test(word);
  const isRoom = (preposition === 'inside' || preposition === 'path') && setting?.details.includes('shops') === true;
  const isOutside =
    noun === undefined &&
    setting !== undefined &&
    traitsOf(setting.set).isIndoors &&
    (preposition === 'inFrontOf' || preposition === 'behind');
  // Everything is under a sky; only what is in it is up there.
  const isBackdrop = word === 'sky' && preposition !== 'inside' && preposition !== 'path';
  if (setting?.set === 'space' && preposition === 'under') {
    reading.details.add('stars');
    return;
  }
  if (noun?.kind === 'planet' && isEntered) {
    const isIcy = attributes.some((look) => /^(?:icy|frozen|snowy|ice)$/.test(look));
    const isRed = phrase.colorName === 'red' || attributes.includes('rusty');
    reading.votes.push({ set: isIcy ? 'iceMoon' : 'planet', details: [isRed ? 'mars' : 'alien'], weight: 5, word, at });
    return;
  }
  if ((noun?.kind === 'spaceship' && isEntered) || (word === 'space station' && preposition === 'inside')) {
    reading.votes.push({ set: 'spaceship', details: [], weight: 6, word, at });
    return;
  }
  if (isBackdrop) reading.votes.push({ set: 'sky', details: [], weight: 0.2, word, at });
  else if (isOverCity) reading.votes.push({ set: 'skyline', details: setting.details, weight: 4, word, at });
  else if (isRoom || isOutside)
    reading.votes.push({ set: isRoom ? roomOf(word) : 'street', details: [], weight: 4, word, at });
  else if (
    isEntered &&
    noun !== undefined &&
    isEnterable(noun, word) &&
    setting?.set !== 'field' &&
    preposition !== 'on'
  ) {
    reading.votes.push({ set: roomOf(word), details: setting?.details ?? [], weight: 5, word, at });
  } else if (setting !== undefined) {
    const weight = noun !== undefined && !isWhere ? setting.weight * 0.8 : setting.weight;
    const isTiny = /^(?:tiny|miniature|mini|little|small)$/.test(phrase.sizeWord ?? attributes[0] ?? '');
    const isMiniature = isTiny || preposition === 'of' || preposition === 'with';
    reading.votes.push({ ...setting, weight: weight + (isWhere ? 1 : 0), word, at, isMiniature });
  }
  if (noun !== undefined && !isEntered) return;
  if (color !== undefined && /^(?:room|bedroom|bathroom|kitchen|studio|tulips)$/.test(setting?.set ?? ''))
    reading.setColor ??= color;
  for (const attribute of attributes) {
    if (lexicon.look(attribute)?.meaning.setting === undefined) reading.details.add(attribute);
  }
}

/** What the inside of such a house looks like. */
function roomOf(word: string): SetKind {
  return ROOMS.find(([name]) => name.test(word))?.[1] ?? 'room';
}

const ROOMS: readonly (readonly [RegExp, SetKind])[] = [
  [/^(?:castle|palace|cathedral|church|temple|mosque|fortress|monastery|chapel)$/, 'hall'],
  [/^(?:caf[eé]|bakery|diner)$/, 'cafe'],
  [/^(?:bar|pub|tavern|inn|saloon)$/, 'bar'],
  [/^(?:restaurant|bistro)$/, 'restaurant'],
  [/^(?:hospital|clinic)$/, 'hospital'],
  [/^(?:museum|gallery)$/, 'museum'],
  [/^(?:theat(?:er|re)|opera house|opera|concert hall|auditorium)$/, 'stage'],
  [/^(?:school)$/, 'classroom'],
  [/^(?:warehouse|garage)$/, 'factory'],
  [/^(?:shop|store|supermarket|market hall|mall|shopping mall)$/, 'shop'],
];

/** "No cars": takes back what was read of them, but for the first thing and what others are tied to. */
export function deny({ mentions, without }: Reading, noun: NounMeaning | undefined, english: string): void {
  without.add(absenceOf(noun?.kind, english));
  if (noun === undefined || noun.kind === 'thing') return;
  for (let i = mentions.length - 1; i > 0; i--) {
    const mention = mentions[i]!;
    const isTied = mention.relation !== undefined || mentions.some(({ relation }) => relation?.to === mention);
    if (mention.noun.kind === noun.kind && !isTied) mentions.splice(i, 1);
  }
}
