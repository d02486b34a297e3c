import { WORN_NAMES } from '../lexicon/dress.ts';
import { singulars } from '../lexicon/plurals.ts';

/** Adverbs of speed, as factors. */
export const SPEEDS: Readonly<Record<string, number>> = {
  slowly: 0.5,
  gently: 0.5,
  softly: 0.5,
  leisurely: 0.5,
  lazily: 0.5,
  calmly: 0.5,
  peacefully: 0.5,
  slow: 0.5,
  quickly: 1.8,
  fast: 1.8,
  rapidly: 1.8,
  swiftly: 1.8,
  furiously: 2,
  speedily: 1.8,
};

/** What people wear: a look of its wearer. */
export const CLOTHES =
  /^(?:hat|fedora|cap|crown|coat|trench coat|jacket|dress|suit|shirt|t-shirt|scarf|cape|cloak|robe|kimono|uniform|armou?r|helmet|glasses|sunglasses|hoodie|skirt|jeans|gloves|costume|spacesuit|space suit|apron|mask|backpack|raincoat|sweater|tie|tuxedo|boots|necklace|top hat|waistcoat|tunic|leggings|trousers|pants|swimsuit|eye patch|eyepatch|bow tie|monocle|sari|gown|flower crown|sash|belt|medal|lei|hair bow|bonnet|wig)$/;

/** Hair and clothes alike: what somebody has on. */
export function isWorn(word: string): boolean {
  return wornName(word) !== undefined;
}

/** The name of what is worn, in the singular where a prompt has many; undefined for what is not worn. */
export function wornName(word: string): string | undefined {
  return [word, ...singulars(word), word.replace(/s$/, '')].find(isWornAs);
}

function isWornAs(word: string): boolean {
  return CLOTHES.test(word) || WORN_NAMES.has(word) || word === 'hair';
}

/** Liquids and the like: what a cup holds is a look of the cup. */
export const CONTENTS = new Set([
  'coffee',
  'tea',
  'water',
  'milk',
  'wine',
  'beer',
  'juice',
  'soup',
  'cocoa',
  'hot chocolate',
  'espresso',
  'latte',
  'perfume',
  'champagne',
  'whiskey',
  'whisky',
  'red wine',
  'white wine',
  'cola',
  'coke',
  'soda',
  'lemonade',
  'orange juice',
  'apple juice',
  'iced tea',
  'iced coffee',
  'prosecco',
  'cider',
  'rum',
  'vodka',
]);
