import { familyOf } from '../actors/family.ts';
import type { NounMeaning } from '../lexicon/meaning.ts';
import { canBeHeld, isAnimate, type Mention } from './mention.ts';
import type { Head, Phrase } from './phrase.ts';

export const FEMALE: readonly string[] = ['woman', 'girl'];
export const MALE: readonly string[] = ['man', 'boy'];
const GENERIC =
  /^(?:man|woman|boy|girl|child|kid|person|figure|people|couple|lady|guy|train|balloon|horse|musician|singer|performer|player|artist|hero|heroine|character|warrior|rider|driver|worker|pet|beast|dog|puppy|cat|kitten|bird|animal|creature|fish|car|vehicle|truck|ship|boat|vessel|building|plane|aircraft)$/;

export const hasAny = ({ attributes }: Mention, names: readonly string[]): boolean =>
  names.some((name) => attributes.has(name));

export function lastOf(list: readonly Mention[]): Mention[] | undefined {
  const last = list.at(-1);
  return last === undefined ? undefined : [last];
}

/** Those whom a pronoun means; empty when nobody fits. */
export function referentsOf(pronoun: string, mentions: readonly Mention[], subjects: readonly Mention[]): Mention[] {
  const people = mentions.filter(({ noun }) => familyOf(noun.kind) === 'person');
  const alive = lastOf(mentions.filter(isAnimate)) ?? [];
  if (/^(?:he|him)$/.test(pronoun)) return lastOf(people.filter((one) => !hasAny(one, FEMALE))) ?? alive;
  if (/^(?:she|hers)$/.test(pronoun)) return lastOf(people.filter((one) => !hasAny(one, MALE))) ?? alive;
  if (/^(?:they|them)$/.test(pronoun)) {
    const many = mentions.filter((one) => one.count > 1 && isAnimate(one));
    return lastOf(many) ?? mentions.filter(isAnimate);
  }
  const [subject] = subjects;
  if (subject !== undefined && familyOf(subject.noun.kind) !== 'person') return [subject];
  return lastOf(mentions.filter(({ noun }) => familyOf(noun.kind) !== 'person')) ?? [];
}

/** The thing that "the castle" means, if one was read. */
export function findKnown(
  mentions: readonly Mention[],
  noun: NounMeaning,
  { english }: Head,
  phrase: Phrase,
): Mention | undefined {
  if (phrase.color !== undefined || phrase.count !== undefined) return undefined;
  const same = mentions.find((mention) => mention.english === english && mention.noun.kind === noun.kind);
  if (same !== undefined || !GENERIC.test(english)) return same;
  // "The man" is the fisherman, "the dog" the corgi.
  const isMale = noun.attributes?.includes('man') === true;
  const isFemale = noun.attributes?.includes('woman') === true;
  return mentions.findLast(
    (mention) =>
      familyOf(mention.noun.kind) === familyOf(noun.kind) &&
      !(isMale && hasAny(mention, FEMALE)) &&
      !(isFemale && hasAny(mention, MALE)),
  );
}

/** "Two friends … the man says": one of them, who is a man from now on. */
export function splitNamed(mentions: Mention[], many: Mention, noun: NounMeaning): Mention {
  const sex = ['man', 'woman', 'boy', 'girl'].find((name) => noun.attributes?.includes(name));
  if (sex === undefined || familyOf(many.noun.kind) !== 'person' || hasAny(many, [...FEMALE, ...MALE])) return many;
  if (many.count === 2) {
    const { does, text, says, ...rest } = many;
    const one: Mention = {
      ...rest,
      count: 1,
      isPlural: false,
      attributes: new Set([...many.attributes, sex]),
      parts: new Map(many.parts),
    };
    many.count = 1;
    many.isPlural = false;
    mentions.splice(mentions.indexOf(many), 0, one);
    return one;
  }
  if (many.count === 1) many.attributes.add(sex);
  return many;
}

/** What each of several has one of goes with him. */
export function shareThings(mentions: Mention[], many: Mention, one: Mention, all: number): void {
  for (const thing of [...mentions]) {
    const { relation } = thing;
    const isEach = thing.count === all || (thing.isPlural && thing.count === 3);
    if (relation?.to !== many || !isEach || !/^(?:heldBy|nextTo)$/.test(relation.kind) || !canBeHeld(thing)) continue;
    thing.count = many.count;
    thing.isPlural = many.isPlural;
    const own = {
      ...thing,
      count: 1,
      isPlural: false,
      attributes: new Set(thing.attributes),
      parts: new Map(thing.parts),
    };
    thing.relation = { kind: 'heldBy', to: many };
    mentions.push({ ...own, relation: { kind: 'heldBy', to: one } });
  }
}
