import { familyOf } from '../actors/family.ts';
import type { NounMeaning } from '../lexicon/meaning.ts';
import { isAnimate, type Mention } from './mention.ts';

const ELDER = /^(?:mother|father|mom|mum|mama|dad|parent)s?$/;
const GROWN = /^(?:adult|grown[ -]?up|elder)s?$/;
const YOUNG =
  /^(?:cub|calf|foal|pup|baby|young|chick|joey|hatchling|kit|newborn|infant|little one)s?$|^(?:calves|babies|young ones)$/;
const YOUNG_SHARE = 0.45;

const isBeast = (one: Mention): boolean => isAnimate(one) && familyOf(one.noun.kind) !== 'person';

/**
 * The cubs of a polar bear are polar bears, and so are the adults of a family of them.
 *
 * @param opener The word that began the phrase: `its`, `a`.
 */
export function relativeOf(
  english: string,
  opener: string | undefined,
  mentions: readonly Mention[],
): { readonly noun: NounMeaning; readonly kin: Mention } | undefined {
  // "Its mother" is that of whom the clause is about, not of the butterfly that it chases.
  const kin =
    (opener === 'its' ? mentions.findLast((one) => isBeast(one) && !one.isObject) : undefined) ??
    mentions.findLast(isBeast);
  if (kin === undefined) return undefined;
  const hasPeople = mentions.some(({ noun }) => noun.kind === 'person');
  const isGrown = GROWN.test(english) || ELDER.test(english);
  const isOfGroup = !hasPeople && kin.isPlural && kin === mentions.at(-1);
  if (isGrown && ((ELDER.test(english) && opener === 'its') || isOfGroup))
    return {
      noun: {
        ...kin.noun,
        size: Math.max(1, kin.noun.size ?? 1),
        attributes: [...(kin.noun.attributes ?? []), 'grown'],
      },
      kin,
    };
  if (!YOUNG.test(english) || hasPeople) return undefined;
  const grown = mentions.find((one) => isBeast(one) && one.noun.kind === kin.noun.kind) ?? kin;
  const attributes = (kin.noun.attributes ?? []).filter((look) => look !== 'grown');
  return { noun: { ...kin.noun, size: (grown.noun.size ?? 1) * YOUNG_SHARE, attributes }, kin };
}

/** "A family of elephants, two adults and a calf": told one by one, the family is not there a second time. */
export function countFamilies(mentions: Mention[]): void {
  for (const group of [...mentions]) {
    if (!group.isPlural || !isBeast(group)) continue;
    const next = mentions.slice(mentions.indexOf(group) + 1, mentions.indexOf(group) + 4);
    const stop = next.findIndex(({ noun }) => noun.kind !== group.noun.kind);
    const members = stop < 0 ? next : next.slice(0, stop);
    const [first] = members;
    if (!first?.attributes.has('grown')) continue;
    for (const other of mentions) if (other.relation?.to === group) other.relation = { ...other.relation, to: first };
    for (const member of members) {
      if (member.relation?.to === group || member.relation?.to === member) delete member.relation;
      for (const look of group.attributes) member.attributes.add(look);
      if (group.color !== undefined) member.color ??= group.color;
      if (group.motion !== undefined) member.motion ??= group.motion;
      if (group.does !== undefined) member.does ??= group.does;
      if (member.pose === 'default') member.pose = group.pose;
      member.isObject = group.isObject;
    }
    if (group.relation !== undefined && group.relation.to !== first) first.relation ??= group.relation;
    mentions.splice(mentions.indexOf(group), 1);
  }
}
