import { familyOf } from '../actors/family.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { ActorKind } from '../scene.ts';

const GROUPS: Readonly<Record<string, string>> = {
  person: 'people',
  car: 'cars',
  bus: 'cars',
  tree: 'trees',
  flower: 'flowers',
  cloud: 'clouds',
  house: 'buildings',
  tower: 'buildings',
  castle: 'buildings',
  sign: 'signs',
  boat: 'boats',
  bird: 'birds',
  mountain: 'mountains',
  moon: 'moon',
  streetLamp: 'lamps',
  lamp: 'lamps',
  rock: 'rocks',
};
const ANIMALS = /^(?:cat|dog|fox|fish|horse|turtle|dragon)$/;

/** How `Scene.without` names what a noun of this kind means, and with it all that a set might dress itself with. */
export function absenceOf(kind: ActorKind | undefined, english: string): string {
  const family = kind === undefined ? undefined : familyOf(kind);
  const word = singulars(english)[0] ?? english;
  if (/^(?:animal|pet|wildlife|creature)$/.test(word)) return 'animals';
  if (/^(?:text|letter|word|writing|watermark|logo|caption|subtitle|signature|inscription)$/.test(word)) return 'text';
  if (/^(?:building|skyscraper|house|architecture)$/.test(word)) return 'buildings';
  if (/^(?:human|people|person|crowd|pedestrian|face|character)$/.test(word)) return 'people';
  if (/^(?:car|traffic|vehicle)$/.test(word)) return 'cars';
  if (/^(?:plant|vegetation|greenery|grass|foliage)$/.test(word)) return 'plants';
  if (/^(?:star)$/.test(word)) return 'stars';
  if (family !== undefined && GROUPS[family] !== undefined) return GROUPS[family];
  return family !== undefined && ANIMALS.test(family) ? 'animals' : english.slice(0, 40);
}

const NEGATIVE = /(?:^|[\s.,;([])(?:negative prompts?\s*[:=]|(?:negative|avoid|exclude)\s*:|--no\s)/i;

/** Splits off what a prompt lists as unwanted: `--no cars`, `Negative prompt: people, text`. */
export function splitNegative(prompt: string): readonly [wanted: string, unwanted: string] {
  const at = NEGATIVE.exec(prompt);
  if (at === null) return [prompt, ''];
  const rest = prompt.slice(at.index + at[0].length);
  const end = /\s--(?!no\s)|\n\s*\n/.exec(rest)?.index ?? rest.length;
  return [`${prompt.slice(0, at.index)}. ${rest.slice(end)}`, rest.slice(0, end)];
}
