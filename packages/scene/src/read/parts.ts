import { familyOf } from '../actors/family.ts';
import { singulars } from '../lexicon/plurals.ts';
import type { Mention } from './mention.ts';
import type { Phrase } from './phrase.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What people and animals have: a look of theirs, never a thing of its own. */
const BODY = set(
  'hair eyes eye face faces skin fur beard mustache moustache goatee lips lipstick makeup wings wing tail horns horn antlers mane feathers beak ears nose paws claws scales teeth fangs eyebrows cheeks braid braids ponytail bangs freckles wrinkles tattoo tattoos scar scars nails belly stripes spots',
);
/** Where something may sit on a body or be held by it. */
const SEATS = set('shoulder shoulders head back lap arm knee chest');
const HANDS = set('hand hands arms mouth beak paw paws fingers palm grip claws');
const OTHER_SPOTS = set('neck collar backs feet foot side body waist wrist ankle finger legs leg');
/** What houses, vehicles and furniture have; with "with", and a look of its own, a look of theirs. */
const FIXTURES = set(
  'roof roofs door doors window windows shutters chimney walls wheels wheel sails sail petals leaves stem lid handle stripes spots dots pattern trim seats cushions laces sole soles buttons icing frosting sprinkles tires doorway porch veranda doorstep balcony balconies columns hull hood tiles facade polka carriages wagons coaches panel panels antenna antennas propeller propellers rotor rotors blades headlights taillights mast masts dial strap bezel spire spires steeple dome domes minaret minarets sand containers',
);
/** Without one of these, hair is just hair. */
const TELLING = set(
  'beard mustache moustache goatee freckles tattoo tattoos scar wings horns antlers braids ponytail makeup',
);

/** Where words are written on a thing. */
const FACES: Readonly<Record<string, RegExp>> = {
  screen: /^screen$/,
  display: /^(?:screen|watch|camera|clock)$/,
  label: /^(?:bottle|perfume|box|bag|cup|glass|vase|book|thing)$/,
  sticker: /^(?:box|bag|screen|car|fruit|thing|shoe|guitar)$/,
  cover: /^book$/,
  license_plate: /^(?:car|bus|truck|sportsCar|motorcycle)$/,
};
/** What lies on food and drink. */
const TOPPINGS = set(
  'marshmallow marshmallows cream foam sprinkles cinnamon syrup sauce steam bubbles garnish icing frosting glaze crumbs egg eggs chopsticks chopstick scallions croutons basil parsley slice slices straw straws olive olives butter bacon strawberry strawberries cherry cherries blueberry blueberries raspberries berries umbrella umbrellas',
);

/** Whether words that stand on such a part of a thing are the thing's own. */
export function hasFace(part: string, { noun }: Mention): boolean {
  return FACES[part]?.test(noun.kind) === true;
}

/** Whether a thing can be eaten or drunk, or holds what can. */
export function isFare({ noun }: Mention): boolean {
  return /^(?:cup|glass|cake|donut|bread|pizza|burger|teapot|fruit|dish|sushi)$/.test(noun.kind);
}

/** Where something may be on a house or a vehicle, without a look of its own. */
export const SPOTS = /^(?:roof|chimney|door|window|walls|balcony|hood|hull|doorway|porch|veranda|doorstep)$/;
const BUILT = /^(?:house|castle|tower|lighthouse|car|bus|boat|train|landmark)$/;

/** Whether a thing has a roof, a door and a wall. */
export const isBuilt = ({ noun, attributes }: Mention): boolean =>
  BUILT.test(familyOf(noun.kind)) && !attributes.has('surf') && !attributes.has('skate');

/** What "its" makes a piece of a thing that was named: a train's locomotive is no other train. */
const PIECES: Readonly<Record<string, RegExp>> = {
  train: /^(?:locomotive|engine|carriage|wagon|coach|chimney|smokestack|whistle)$/,
  boat: /^(?:sail|mast|deck|hull|bow|stern|cabin|chimney|lantern|figurehead|rigging|crew|anchor|flag)$/,
  house: /^(?:roof|door|window|porch|chimney|garden|wall|balcony|gate|shutter|sign|lamp|light)$/,
  castle: /^(?:tower|gate|wall|drawbridge|turret|spire|roof|window|flag|banner)$/,
  lighthouse: /^(?:lamp|light|lantern|tower|window|door)$/,
  tower: /^(?:sail|blade|vane|clock|bell|window|roof|spire|antenna)$/,
  tree: /^(?:branch|leaf|root|trunk|crown|bark|blossom|canopy|twig|flower)$/,
  flower: /^(?:petal|leaf|stem|flower)$/,
  car: /^(?:door|wheel|headlight|window|roof|trunk|engine|windshield|hood)$/,
  bus: /^(?:door|wheel|headlight|window|roof)$/,
  rocket: /^(?:engine|booster|window|fin|nose cone)$/,
  airplane: /^(?:engine|propeller|window|wing)$/,
  balloon: /^(?:basket|burner)$/,
  robot: /^(?:lamp|antenna|screen|button|lens|light)$/,
};

/** Whether a word names a piece of a thing. */
export function isPiece(word: string, { noun, english }: Mention): boolean {
  const one = singulars(word)[0] ?? word;
  return one !== english && PIECES[familyOf(noun.kind)]?.test(one) === true;
}

export type PartKind = 'body' | 'seat' | 'hand' | 'spot' | 'fixture' | 'face' | 'topping';

/** What kind of part a word names; undefined for anything else. */
export function partKind(word: string): PartKind | undefined {
  if (SEATS.has(word)) return 'seat';
  if (HANDS.has(word)) return 'hand';
  if (BODY.has(word)) return 'body';
  if (OTHER_SPOTS.has(word)) return 'spot';
  if (FACES[word] !== undefined) return 'face';
  if (FIXTURES.has(word)) return 'fixture';
  return TOPPINGS.has(word) ? 'topping' : undefined;
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
