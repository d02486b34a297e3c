import { ANIMALS } from '../lexicon/animals.ts';
import { BUILDINGS } from '../lexicon/buildings.ts';
import { HOUSEHOLD } from '../lexicon/household.ts';
import { words } from '../lexicon/meaning.ts';
import { NATURE } from '../lexicon/nature.ts';
import { PEOPLE } from '../lexicon/people.ts';
import { plural, singulars } from '../lexicon/plurals.ts';
import { THINGS } from '../lexicon/things.ts';
import { VEHICLES } from '../lexicon/vehicles.ts';
import { WARES } from '../lexicon/wares.ts';
import type { SceneActor } from '../scene.ts';
import { PAIRS } from './phrase.ts';
import { CONTENTS } from './words-of-manner.ts';

/** The word of the prompt where it is English, else the name of the model. */
export function nameOf(actor: SceneActor, isMany: boolean): string {
  const word = actor.word.toLowerCase();
  if (word === 'soccer') return isMany ? 'soccer balls' : 'soccer ball';
  if (FILLED.test(word) && actor.kind === 'teapot') return word;
  const last = word.split(' ').at(-1) ?? word;
  const candidates = [...singulars(word), word, ...actor.attributes, ...singulars(last), last];
  const one = candidates.find((form) => isName(form, actor)) ?? kindName(actor.kind);
  const name = PROPER.get(one);
  return isMany ? plural(one) : COUNTED.test(name ?? '') ? (name ?? one) : one;
}

function isName(word: string, { kind, attributes, word: own }: SceneActor): boolean {
  if (kind === 'thing') return /^[a-z' -]+$/.test(word);
  // What a dictionary knows as a person is one under that name.
  return (
    NAMES.get(kind)?.has(word) === true || (kind === 'person' && attributes[0] === word && own.toLowerCase() === word)
  );
}

/** What is in a bowl is told with it. */
const FILLED = /^(?:bowl|basket|plate|tray) of [a-z ]+$/;

/** How a kind is called in a sentence: `sailing ship`. */
export const kindName = (kind: SceneActor['kind']): string =>
  KIND_NAMES[kind] ?? kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Names of kinds that do not read as English words. */
const KIND_NAMES: Partial<Record<SceneActor['kind'], string>> = {
  streetLamp: 'street lamp',
  standIn: 'simple shape',
  torii: 'torii gate',
  ruin: 'ruin',
};

/** English words by the model that shows them. */
const NAMES = new Map<string, Set<string>>();
for (const { kind, same, kin } of [ANIMALS, PEOPLE, VEHICLES, NATURE, BUILDINGS, HOUSEHOLD, THINGS, WARES].flat()) {
  const names = NAMES.get(kind) ?? new Set();
  NAMES.set(kind, names);
  for (const word of words(`${same ?? ''} ${kin ?? ''}`)) names.add(word);
}

const VESSEL = /(?:cup|mug|glass|bottle|jar|jug|vase|pot|pitcher|bowl|flask)s?$/;

/** What a bottle or a cup is said to hold. */
export function contentsOf({ kind, attributes, word }: SceneActor): string {
  const held = kind === 'vase' || kind === 'cup' ? attributes.find((one) => CONTENTS.has(one)) : undefined;
  return held === undefined || word.toLowerCase().includes(held) || !VESSEL.test(word.toLowerCase())
    ? ''
    : ` of ${held}`;
}

/** `pair of scissors`: one thing that English speaks of as two. */
export function namesPair({ word, count }: SceneActor): string | undefined {
  return count === 1 && PAIRS.test(word.toLowerCase()) ? `pair of ${word.toLowerCase()}` : undefined;
}

/** What there is one of, by the name it goes by: never "a large Earth". */
export function properName(name: string): string | undefined {
  const proper = PROPER.get(name.replace(/^the /, ''));
  return proper === undefined || COUNTED.test(proper) ? undefined : proper;
}

/** The name with what makes it a certain one. */
export const definite = (name: string): string => properName(name) ?? PROPER.get(name) ?? `the ${name}`;

/** The name with its article, where English gives it one. */
export function withArticle(words: string, isFirst = false): string {
  if (/^(?:a|an|the) /i.test(words)) return words;
  if (MASS.test(words) && !words.includes(' of ')) return words;
  const name = PROPER.get(words);
  if (name !== undefined && !COUNTED.test(name)) return name;
  const isVowel =
    (/^[aeiou]/i.test(words) && !/^(?:uni|one|eu|us|ufo|uk)/i.test(words)) || /^(?:hour|honest|heir)/i.test(words);
  const article = isVowel ? 'an' : 'a';
  return `${isFirst ? article.replace('a', 'A') : article} ${words}`;
}

/** What is not counted. */
const MASS =
  /(?:^| )(?:spaghetti|pasta|butter|bread|rice|sushi|cheese|ramen|soup|popcorn|tea|coffee|hot chocolate|cocoa|milk|honey|bamboo|wine|beer|juice|lemonade|luggage|treasure|fries|noodles|blinds)$/;

/** Names of which there are many. */
const COUNTED = /^(?:UFO|T-rex)$/;

/** What there is one of, as English writes it. */
const PROPER = new Map(
  [
    'the Earth',
    'T-rex',
    ...['Jupiter', 'Saturn', 'Mars', 'Venus', 'Neptune', 'Uranus', 'Mount Fuji', 'Mount Everest', 'Big Ben', 'UFO'],
    ...['the Eiffel Tower', 'the Taj Mahal', 'the Statue of Liberty', 'the Colosseum', 'the Parthenon', 'Santa Claus'],
    ...['the Golden Gate Bridge', 'the Great Wall of China', 'Notre Dame', 'Stonehenge', 'Machu Picchu'],
    ...['the Leaning Tower of Pisa', 'the Empire State Building', 'the Burj Khalifa', 'the Matterhorn', 'Kilimanjaro'],
  ].map((name) => [name.toLowerCase().replace(/^the /, ''), name]),
);
for (const name of words(
  'the_earth earth_seen_from_the_moon earth_seen_from_space earth_from_space planet_earth earth_globe',
))
  PROPER.set(name, 'the Earth');
