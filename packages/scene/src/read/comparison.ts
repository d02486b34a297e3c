import { familyOf } from '../actors/family.ts';
import type { ActorKind } from '../scene.ts';
import type { Mention } from './mention.ts';
import type { Term } from './terms.ts';

/** Metres of height or length that come to mind with a kind of thing. */
const METRES: Partial<Record<ActorKind, number>> = {
  house: 7,
  tower: 40,
  castle: 25,
  lighthouse: 25,
  mountain: 200,
  bridge: 12,
  tree: 8,
  car: 1.5,
  bus: 3,
  truck: 3,
  train: 4,
  boat: 3,
  airplane: 8,
  rocket: 20,
  balloon: 15,
  person: 1.7,
  robot: 1.7,
  cat: 0.3,
  dog: 0.6,
  fox: 0.5,
  horse: 1.7,
  cow: 1.5,
  elephant: 3,
  giraffe: 5,
  lion: 1.1,
  bear: 1.5,
  rabbit: 0.3,
  hedgehog: 0.17,
  squirrel: 0.22,
  duck: 0.35,
  chicken: 0.4,
  penguin: 0.7,
  mouse: 0.08,
  bird: 0.25,
  whale: 4,
  shark: 1.2,
  fish: 0.2,
  frog: 0.1,
  butterfly: 0.06,
  bee: 0.03,
  spider: 0.06,
  snail: 0.05,
  crab: 0.15,
  dinosaur: 6,
  dragon: 4,
  turtle: 0.4,
  sofa: 0.9,
  table: 0.75,
  chair: 0.9,
  bed: 0.8,
  door: 2,
  cup: 0.1,
  vase: 0.3,
  ball: 0.25,
  box: 0.4,
  fruit: 0.08,
  flower: 0.4,
  mushroom: 0.15,
  pumpkin: 0.3,
  book: 0.2,
  shoe: 0.12,
  candle: 0.2,
  bread: 0.15,
  cake: 0.2,
  burger: 0.12,
  pizza: 0.05,
  donut: 0.05,
  glass: 0.15,
  bottle: 0.3,
  rock: 0.6,
  planet: 1000,
  moon: 1000,
};
/** Places that things are measured by. */
const PLACES: readonly (readonly [words: RegExp, metres: number])[] = [
  [/^(?:sky ?scraper|building|tower block|city|town)s?$/, 40],
  [/^(?:mountain|hill|cloud)s?$/, 100],
  [/^(?:hand|palm|finger|thumb|coin|nail|pea|grain|ant)s?$/, 0.05],
];
const MORE = /^(?:bigger|larger|taller|higher|longer|greater)$/;
const LESS = /^(?:smaller|tinier|shorter|littler)$/;
const AS = /^(?:big|large|tall|high|huge|long|small|tiny|little|short)$/;
const STOPS_AT = 6;
const DEFINITE = /^(?:the|his|her|their|its|my|your|our)$/;

interface Comparison {
  /** 1.5 greater, 1 as great, 0.6 smaller. */
  readonly share: number;
  /** Terms of the comparison itself. */
  readonly length: number;
}

/** "Bigger than", "as tall as", "the size of" at a place. */
function comparisonAt(terms: readonly Term[], at: number): Comparison | undefined {
  const words = terms.slice(at, at + 5).map(({ word }) => word);
  const [one = '', two = '', three = '', four = ''] = words;
  const skip = /^(?:much|far|even|way|almost|nearly|about|roughly)$/.test(one) ? 1 : 0;
  const [a, b, c] = skip === 1 ? [two, three, four] : [one, two, three];
  if (MORE.test(a) && b === 'than') return { share: 1.4, length: skip + 2 };
  if (LESS.test(a) && b === 'than') return { share: 0.6, length: skip + 2 };
  if (a === 'as' && AS.test(b) && c === 'as') return { share: 1, length: skip + 3 };
  if (/^(?:the|its|their)$/.test(a) && /^(?:size|height|length)$/.test(b) && c === 'of')
    return { share: 1, length: skip + 3 };
  if (/^(?:size|height)$/.test(a) && b === 'of') return { share: 1, length: skip + 2 };
  return undefined;
}

export interface Measure {
  /** Metres that the compared thing shall have. */
  readonly metres: number;
  /** How many terms the comparison took, with what it compares to. */
  readonly length: number;
  /** What it is compared to is there: it follows. */
  readonly isSeen: boolean;
}

/** Reads what something is as big as. That thing is a measure, and need not be seen. */
export function readMeasure(terms: readonly Term[], at: number): Measure | undefined {
  const comparison = comparisonAt(terms, at);
  if (comparison === undefined) return undefined;
  const start = at + comparison.length;
  for (let i = start; i < Math.min(terms.length, start + STOPS_AT); i++) {
    const { kind, word, meaning } = terms[i]!;
    if (kind !== 'word' || meaning.preposition !== undefined || meaning.role === 'and') return undefined;
    const place = PLACES.find(([words]) => words.test(word));
    const noun = meaning.noun;
    const metres = place?.[1] ?? (noun === undefined ? undefined : (METRES[noun.kind] ?? METRES[familyOf(noun.kind)]));
    if (noun === undefined && place === undefined) continue;
    // "Bigger than the man's car": that car is seen as well.
    const isSeen =
      noun !== undefined && place === undefined && terms.slice(start, i).some(({ word: one }) => DEFINITE.test(one));
    return {
      metres: (metres ?? 1) * (noun?.size ?? 1) * comparison.share,
      length: isSeen ? comparison.length : i + 1 - at,
      isSeen,
    };
  }
  return undefined;
}

/** How high or long a thing is, in metres, as far as its kind tells. */
export const metresOf = ({ noun, size }: Mention): number =>
  (METRES[noun.kind] ?? METRES[familyOf(noun.kind)] ?? 1) * size;

/** Gives a thing the size that it is said to have. */
export function measure(mention: Mention, metres: number): void {
  const own = METRES[mention.noun.kind] ?? METRES[familyOf(mention.noun.kind)] ?? 1;
  mention.size = Math.min(10, Math.max(0.05, metres / own));
}
