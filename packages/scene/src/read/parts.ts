import { familyOf } from '../actors/family.ts';
import type { Mention } from './mention.ts';
import type { Phrase } from './phrase.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What people and animals have: a look of theirs, never a thing of its own. */
const BODY = set(
  'hair eyes eye face skin fur beard mustache moustache goatee lips lipstick makeup wings wing tail horns horn antlers mane feathers beak ears nose paws claws scales teeth fangs eyebrows cheeks braid braids ponytail bangs freckles wrinkles tattoo tattoos scar scars nails belly stripes spots',
);
/** Where something may sit on a body or be held by it. */
const SEATS = set('shoulder shoulders head back lap arm knee chest');
const HANDS = set('hand hands arms mouth beak paw paws fingers palm grip claws');
const OTHER_SPOTS = set('neck feet foot side body waist wrist ankle finger legs leg');
/** What houses, vehicles and furniture have; with "with", and a look of its own, a look of theirs. */
const FIXTURES = set(
  'roof roofs door doors window windows shutters chimney walls wheels wheel sails sail petals leaves stem lid handle stripes spots dots pattern trim seats cushions laces sole soles buttons icing frosting sprinkles tires doorway balcony balconies columns hull hood tiles facade polka',
);
/** Without one of these, hair is just hair. */
const TELLING = set(
  'beard mustache moustache goatee freckles tattoo tattoos scar wings horns antlers braids ponytail makeup',
);

export type PartKind = 'body' | 'seat' | 'hand' | 'spot' | 'fixture';

/** What kind of part a word names; undefined for anything else. */
export function partKind(word: string): PartKind | undefined {
  if (SEATS.has(word)) return 'seat';
  if (HANDS.has(word)) return 'hand';
  if (BODY.has(word)) return 'body';
  if (OTHER_SPOTS.has(word)) return 'spot';
  return FIXTURES.has(word) ? 'fixture' : undefined;
}

const FURNISHED: ReadonlySet<string> = new Set(['person', 'door', 'window', 'sign']);

/** Whether a thing has such a part at all: nobody has a roof. */
export function hasPart({ noun }: Mention, kind: PartKind): boolean {
  return kind !== 'fixture' || !FURNISHED.has(familyOf(noun.kind));
}

/** Gives a part with its colour and looks to its owner. */
export function givePart(owner: Mention, part: string, phrase: Phrase): void {
  if (phrase.color !== undefined) owner.parts.set(part, phrase.color);
  const looks = [...(phrase.sizeWord === undefined ? [] : [phrase.sizeWord]), ...phrase.attributes];
  for (const look of looks) if (look !== '-') owner.attributes.add(look.endsWith(part) ? look : `${look} ${part}`);
  if (TELLING.has(part)) owner.attributes.add(part === 'moustache' ? 'mustache' : part);
  if (/^(?:stripes|spots|dots|polka)$/.test(part)) owner.attributes.add(part === 'stripes' ? 'striped' : 'spotted');
}
