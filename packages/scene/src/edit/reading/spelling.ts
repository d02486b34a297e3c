import type { Lexicon } from '../../lexicon/lexicon.ts';

/** Words that instructions are made of; a slip of the keys in one of them would lose what is asked. */
const KNOWN: ReadonlySet<string> = new Set(
  `add and background backwards balloon balloons beard behind bigger black bottom bright brighten brighter camera
caption center change cinematic colour color colors comic contrast corner crown darken darker delete dress earrings
erase fireworks flip flower foggy forest from front glasses grayscale hair hair headphones horizontally house image
into jacket left letters light lightning like look make mask middle mirror mountains mute necklace night orange
painting pencil people person picture pink place please purple rain rainbow rainy remove replace reverse right
saturation scarf sepia shirt silver sketch slow slower snow snowy something sound speed storm style subtitle summer
sunglasses sunny sunset table text that the this thunderstorm title turn umbrella upper vibrant video vintage warmer
watercolor weather white winter with woman women write yellow`
    .split(/\s+/)
    .filter(Boolean),
);
/** Too short to be told by likeness. */
const SLIPS: Readonly<Record<string, string>> = {
  teh: 'the',
  hte: 'the',
  adn: 'and',
  nad: 'and',
  pls: 'please',
  plz: 'please',
  plss: 'please',
  wiht: 'with',
  vid: 'video',
  pic: 'picture',
  bg: 'background',
  hta: 'hat',
  backround: 'background',
  sunglass: 'sunglasses',
  colr: 'color',
  mkae: 'make',
  amke: 'make',
  rian: 'rain',
  sonw: 'snow',
  blk: 'black',
  wht: 'white',
  btw: ',',
  rly: 'really',
  thx: '',
  tnx: '',
};
const LETTERS_MIN = 4;
/** From this length on, two letters may be wrong. */
const LONG = 8;

/**
 * Mends what was mistyped: a word that nobody knows and that is one letter, two in long words, or one swap away from a
 * word of instructions. What follows "title", "write" and the like is left alone: it may be the words to be written.
 * @param text English, quotes taken out.
 */
export function mendSpelling(text: string, lexicon: Lexicon): string {
  return text
    .split(/(?<=[.;!?\n])/u)
    .map((sentence) => {
      const words = /\b(?:titled?|caption|subtitle|write|print|says?|saying|reads|called|name)\b/iu.exec(sentence);
      const end = words ? words.index : sentence.length;
      return mendWords(sentence.slice(0, end), lexicon) + sentence.slice(end);
    })
    .join('');
}

function mendWords(text: string, lexicon: Lexicon): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}<@_'’-])[a-z]{2,20}(?![\p{L}\p{N}>@_'’-])/giu, (word) => mendWord(word, lexicon))
    .replaceAll(
      /(^|[,.;]\s*|\b(?:and|then|please|also)\s+)ad(?=\s+(?:an?|some|the|more|two|three|\p{L}+s)\b)/giu,
      '$1add',
    )
    .replaceAll(/\bblack an white\b/giu, 'black and white');
}

function mendWord(word: string, lexicon: Lexicon): string {
  const lower = word.toLowerCase();
  if (Object.hasOwn(SLIPS, lower)) return SLIPS[lower]!;
  if (lower.length < LETTERS_MIN || KNOWN.has(lower) || isWord(lower, lexicon)) return word;
  const reach = lower.length >= LONG ? 2 : 1;
  let best: string | undefined;
  let bestDistance = reach + 1;
  for (const known of KNOWN) {
    if (known.length < LETTERS_MIN || Math.abs(known.length - lower.length) > reach || known[0] !== lower[0]) continue;
    const distance = distanceOf(lower, known);
    if (distance < bestDistance) [best, bestDistance] = [known, distance];
  }
  return best ?? word;
}

/** Whether it is a word of English as it stands, or one with an ordinary ending. */
function isWord(word: string, lexicon: Lexicon): boolean {
  const forms = [word];
  if (/(?:s|es|ed|er|est|ing|ly|d|r|st|y|ish)$/u.test(word)) {
    for (const ending of ['s', 'es', 'ed', 'er', 'est', 'ing', 'ly', 'd', 'r', 'st', 'y', 'ish']) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(0, -ending.length);
      forms.push(stem, `${stem}e`);
      if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
    }
  }
  return forms.some(
    (form) =>
      form.length > 2 && (KNOWN.has(form) || lexicon.look(form) !== undefined || lexicon.findLineage(form).length > 0),
  );
}

/** Letters that are wrong, missing, too many or swapped with their neighbour. */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
