import type { Lexicon } from '../../lexicon/lexicon.ts';
import { singulars } from '../../lexicon/plurals.ts';
import type { AddedObject, Anchor, ObjectModel } from '../operation.ts';
import { HOT_AIR_BALLOON } from '../tools/add/hot-air-balloon.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';

interface WornThing {
  readonly model: ObjectModel;
  readonly anchor: Anchor;
  readonly words: RegExp;
  readonly material?: NonNullable<AddedObject['material']>;
  readonly color?: string;
}

/** What is modelled and where it is worn. Earlier rows win. */
const MODELLED: readonly WornThing[] = [
  {
    model: 'flowerCrown',
    anchor: 'head',
    words:
      /(?:flower|floral|daisy|rose|laurel|leaf) (?:crown|garland|wreath|headband|tiara)|crown of (?:flowers|roses|daisies|leaves)|(?:flower )?(?:garland|wreath)|flowers? in (?:her|his|their|the) hair|laurels?/u,
  },
  {
    model: 'sunglasses',
    anchor: 'eyes',
    words: /sun ?-?glasses|shades|aviators?|ray-?bans?|wayfarers|dark glasses|sunnies|deal with it glasses/u,
  },
  {
    model: 'glasses',
    anchor: 'eyes',
    words: /(?:eye|reading|nerd)? ?-?glasses|spectacles|specs|goggles|monocle|eye ?wear/u,
  },
  { model: 'earrings', anchor: 'ears', words: /ear-? ?rings?|ear studs?|hoops?|studs/u },
  {
    model: 'necklace',
    anchor: 'neck',
    words:
      /necklaces?|pendants?|chokers?|(?:neck |gold |silver )?chains?|pearls|collars?|amulets?|medallions?|lockets?|jewel(?:le)?ry|medals?/u,
  },
  { model: 'halo', anchor: 'head', words: /halos?|halo above (?:her|his) head|angel ring/u },
  {
    model: 'headphones',
    anchor: 'ears',
    words: /head-?phones?|head-?sets?|ear-?phones|ear-?muffs?|ear-?buds|airpods/u,
  },
  { model: 'crown', anchor: 'head', words: /crowns?|tiaras?|diadems?|coronets?/u },
  { model: 'scarf', anchor: 'neck', words: /scar(?:f|ves|fs)|shawls?|bandanas?|feather boa|neckerchiefs?|lei/u },
  { model: 'tie', anchor: 'neck', words: /(?:bow|neck)[- ]?ties?|ties?/u },
  { model: 'beard', anchor: 'mouth', words: /beards?|m(?:o)?ustaches?|goatees?|stubble|whiskers|sideburns/u },
  {
    model: 'mask',
    anchor: 'mouth',
    words: /(?:face |surgical |medical |carnival |venetian |superhero |eye )*masks?|face ?coverings?|balaclavas?/u,
  },
  {
    model: 'hat',
    anchor: 'head',
    words:
      /(?:\S+ )*?(?:hats?|caps?|beanies?|fedoras?|berets?|bonnets?|helmets?|sombreros?|stetsons?|bowlers?|turbans?|hoods?|fez|headwear|toques?)/u,
  },
  { model: 'balloon', anchor: 'rightHand', words: /(?:helium |party )*balloons?/u },
];

/** Things whose English name finds no picture, or the wrong one. */
const PICTURES: Readonly<Record<string, string>> = {
  flower: 'hibiscus',
  flowers: 'bouquet',
  sign: 'placard',
  banner: 'placard',
  board: 'placard',
  billboard: 'placard',
  poster: 'placard',
  placard: 'placard',
  bird: 'bird',
  plane: 'airplane',
  aeroplane: 'airplane',
  ufo: 'flying saucer',
  spaceship: 'flying saucer',
  spacecraft: 'flying saucer',
  moon: 'full moon',
  sun: 'sun',
  star: 'star',
  heart: 'red heart',
  coffee: 'hot beverage',
  'cup of coffee': 'hot beverage',
  'coffee cup': 'hot beverage',
  mug: 'hot beverage',
  cup: 'hot beverage',
  tea: 'teacup without handle',
  beer: 'beer mug',
  wine: 'wine glass',
  car: 'automobile',
  tree: 'deciduous tree',
  pine: 'evergreen tree',
  'christmas tree': 'Christmas tree',
  palm: 'palm tree',
  snowman: 'snowman without snow',
  book: 'closed book',
  phone: 'mobile phone',
  smartphone: 'mobile phone',
  sword: 'dagger',
  lightsaber: 'dagger',
  house: 'house',
  dinosaur: 'T-Rex',
  alien: 'alien',
  puppy: 'dog',
  kitten: 'cat',
  apple: 'red apple',
  cake: 'birthday cake',
  rose: 'rose',
  rainbow: 'rainbow',
  fire: 'fire',
  flame: 'fire',
  'magic wand': 'magic wand',
  guitar: 'guitar',
  lamp: 'light bulb',
  teddy: 'teddy bear',
  goldfish: 'fish',
  fish: 'tropical fish',
  seagull: 'bird',
  gull: 'bird',
  pigeon: 'dove',
  plant: 'potted plant',
  bag: 'handbag',
  ice_cream: 'soft ice cream',
  candle: 'candle',
  watch: 'watch',
  ring: 'ring',
  umbrella: 'umbrella',
};

const FLYING =
  /(?:birds?|eagles?|gulls?|doves?|owls?|parrots?|bats?|butterfl(?:y|ies)|bees?|airplanes?|planes?|helicopters?|rockets?|ufos?|flying saucers?|spaceships?|moon|sun|stars?|rainbow|clouds?|kites?|hot air balloons?|drones?|fireworks?|comets?|meteors?|airships?|zeppelins?|planets?|dragons?|satellites?|shooting stars?)$/u;

/** Whether a noun names something that is worn and modelled. */
export function isWearable(noun: string): boolean {
  return MODELLED.some(({ model, words }) => model !== 'balloon' && matchesWhole(words, noun));
}

export interface ReadObject {
  readonly object: AddedObject;
  /** Where such a thing is when nothing is said: with somebody to carry it, and by itself. */
  readonly wornAt: Anchor;
  readonly aloneAt: Anchor;
  readonly isWorn: boolean;
  readonly count: number;
}

/** What a noun phrase asks to be added. @param text Without its quote; the lexicon knows pictures of what is not modelled. */
export function readObject(text: string, lexicon: Lexicon): ReadObject | undefined {
  const phrase = readNounPhrase(text);
  if (phrase.noun === '') return undefined;
  const isHotAir = /(?:^|\s)hot[- ]?air[- ]balloons?$/u.test(phrase.noun);
  const worn = isHotAir ? undefined : MODELLED.find(({ words }) => matchesWhole(words, phrase.noun));
  if (worn) {
    const material = phrase.material ?? (/pearl/u.test(phrase.noun) ? 'pearl' : worn.material);
    return {
      object: {
        word: nameOf(phrase),
        model: worn.model,
        ...(phrase.color ? { color: phrase.color } : {}),
        ...(material ? { material } : {}),
      },
      wornAt: worn.model === 'mask' && /carnival|venetian|eye |superhero/u.test(phrase.noun) ? 'eyes' : worn.anchor,
      aloneAt: worn.model === 'balloon' ? 'sky' : worn.anchor,
      isWorn: worn.model !== 'balloon',
      count: countOf(phrase, worn.model === 'balloon' ? 3 : 1),
    };
  }
  const thing = isHotAir ? HOT_AIR_BALLOON : findThing(phrase.noun, lexicon);
  if (thing === undefined && !isKnownThing(phrase.noun, lexicon)) return undefined;
  const flies = FLYING.test(phrase.noun);
  return {
    object: {
      word: nameOf(phrase),
      model: 'thing',
      ...(thing ? { thing } : {}),
      ...(phrase.color ? { color: phrase.color } : {}),
      ...(phrase.material ? { material: phrase.material } : {}),
    },
    wornAt: isHeld(phrase.noun, lexicon) ? 'rightHand' : 'beside',
    aloneAt: flies ? 'sky' : 'ground',
    isWorn: false,
    count: countOf(phrase, 3),
  };
}

/** `silver necklace`, as the instruction calls it. */
function nameOf(phrase: NounPhrase): string {
  return phrase.written.replace(
    /^(?:two|three|four|five|six|some|a few|several|many|a pair of|pair of|a couple of|lots of|a lot of|a bunch of|a flock of|dozens of|hundreds of)\s+/iu,
    '',
  );
}

function countOf({ count, isPlural }: NounPhrase, ofMany: number): number {
  return count ?? (isPlural ? ofMany : 1);
}

function matchesWhole(words: RegExp, noun: string): boolean {
  return (
    new RegExp(`^(?:${words.source})$`, 'iu').test(noun) || new RegExp(`(?:^|\\s)(?:${words.source})$`, 'iu').test(noun)
  );
}

/** The key of a rendered emoji for a noun, by its whole, then by its last word, then by its kin. */
function findThing(noun: string, lexicon: Lexicon): string | undefined {
  const last = noun.slice(noun.lastIndexOf(' ') + 1);
  for (const word of noun === last ? [noun] : [noun, last]) {
    for (const form of Object.hasOwn(PICTURES, word) ? [word] : [...singulars(word), word]) {
      const name = Object.hasOwn(PICTURES, form) ? PICTURES[form]!.toLowerCase() : form;
      const key = lexicon.findPicture(name)?.thing ?? lexicon.look(form)?.meaning.noun?.thing;
      if (key) return key;
    }
    const kin = lexicon.findKin(word);
    if (kin && kin !== 'abstract' && kin.thing) return kin.thing;
    for (const ancestor of [word, ...singulars(word)].flatMap((form) => lexicon.findLineage(form)).slice(0, 12)) {
      const key = lexicon.findPicture(Object.hasOwn(PICTURES, ancestor) ? PICTURES[ancestor]!.toLowerCase() : ancestor);
      if (key?.same && key.thing) return key.thing;
    }
  }
  return undefined;
}

function isKnownThing(noun: string, lexicon: Lexicon): boolean {
  const kin = lexicon.look(noun)?.meaning.noun ?? lexicon.findKin(noun);
  return kin !== undefined && kin !== 'abstract';
}

/** Tools, food and drink are held; animals and furniture stand beside. */
function isHeld(noun: string, lexicon: Lexicon): boolean {
  const word = noun.slice(noun.lastIndexOf(' ') + 1);
  const single = singulars(word)[0] ?? word;
  const line = lexicon.findLineage(single);
  return (
    /^(?:bouquet|flowers?|roses?|cup|mug|glass|bottle|phone|book|guitar|sword|wand|umbrella|ice cream|coffee|sign|flag|lollipop|torch|lantern|microphone|camera|gun|ball|apple|pizza|donut|lightsaber|rose|candle|sandwich|beer|wine|teddy bear)$/u.test(
      noun,
    ) ||
    line.some((ancestor) =>
      ['food', 'beverage', 'hand tool', 'weapon', 'fruit', 'tableware', 'musical instrument'].includes(ancestor),
    )
  );
}
