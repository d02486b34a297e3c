import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GlobalFonts } from './canvas.ts';

/**
 * The shipped fonts, each file under a private family name: a name that no machine has, so that a sign looks the same
 * on all of them. The system's own fonts are never asked.
 */
interface Face {
  readonly family: string;
  readonly weight: number;
  covers(codePoint: number): boolean;
}

type Range = readonly [first: number, last: number];

const FACES = {
  inter: { weight: 700, subsets: ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'] },
  'playfair-display': { weight: 700, subsets: ['latin', 'latin-ext', 'cyrillic', 'vietnamese'] },
  bangers: { weight: 400, subsets: ['latin', 'latin-ext', 'vietnamese'] },
  'rocknroll-one': { weight: 400, subsets: ['latin', 'latin-ext', 'japanese'] },
  'dela-gothic-one': { weight: 400, subsets: ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'japanese'] },
  'zcool-xiaowei': { weight: 400, subsets: ['chinese-simplified'] },
  'do-hyeon': { weight: 400, subsets: ['korean'] },
  'noto-sans-arabic': { weight: 700, subsets: ['arabic'] },
  'noto-sans-devanagari': { weight: 700, subsets: ['devanagari'] },
  'noto-sans-bengali': { weight: 700, subsets: ['bengali'] },
} as const;

type FontPackage = keyof typeof FACES;

const CHINESE = 'zcool-xiaowei' satisfies FontPackage;
const OTHER_SCRIPTS = [
  'zcool-xiaowei',
  'do-hyeon',
  'noto-sans-arabic',
  'noto-sans-devanagari',
  'noto-sans-bengali',
] as const satisfies readonly FontPackage[];

/** Which packages draw a style, the first that has the letter wins; the rest only fill gaps. */
const STACKS: Readonly<Record<'sans' | 'serif' | 'display' | 'comic', readonly FontPackage[]>> = {
  sans: ['inter', 'rocknroll-one', 'dela-gothic-one', ...OTHER_SCRIPTS],
  serif: ['playfair-display', 'inter', 'dela-gothic-one', 'rocknroll-one', ...OTHER_SCRIPTS],
  display: ['rocknroll-one', 'inter', 'dela-gothic-one', ...OTHER_SCRIPTS],
  comic: ['bangers', 'rocknroll-one', 'inter', 'dela-gothic-one', ...OTHER_SCRIPTS],
};

export type FontStyle = keyof typeof STACKS;

export interface FontStack {
  /** For `ctx.font`. */
  css(sizePixels: number): string;
  /** The text without the letters that no shipped font has: the system's fonts would differ from machine to machine. */
  readable(text: string): string;
}

const packages = new Map<FontPackage, readonly Face[]>();
const stacks = new Map<string, FontStack>();

/**
 * Registers what the style needs on first use: about 60 ms, most of it for Chinese and Japanese.
 * @param text What is to be painted: Chinese is painted by one font throughout.
 */
export function fontStack(style: FontStyle, text = ''): FontStack {
  const isChinese = needsChinese(style, text);
  const name = `${style} ${isChinese}`;
  const known = stacks.get(name);
  if (known) return known;
  const order = isChinese ? chineseFirst(STACKS[style]) : STACKS[style];
  const faces = order.flatMap(registerPackage);
  const families = faces.map((face) => `"${face.family}"`).join(', ');
  const weight = faces[0]!.weight;
  const stack: FontStack = {
    css: (size) => `${weight} ${size}px ${families}`,
    readable: (text) =>
      [...text.normalize('NFC')].filter((letter) => faces.some((face) => face.covers(letter.codePointAt(0)!))).join(''),
  };
  stacks.set(name, stack);
  return stack;
}

/** True where the Japanese fonts lack one of the characters: then none of them is drawn by these. */
export function needsChinese(style: FontStyle, text: string): boolean {
  const han = [...text].filter((letter) => /\p{Script=Han}/u.test(letter));
  if (han.length === 0) return false;
  const covered = (names: readonly FontPackage[], letter: string): boolean =>
    names.flatMap(registerPackage).some((face) => face.covers(letter.codePointAt(0)!));
  const japanese = STACKS[style].filter((name): boolean => name !== CHINESE);
  return han.some((letter) => !covered(japanese, letter) && covered([CHINESE], letter));
}

function chineseFirst(names: readonly FontPackage[]): readonly FontPackage[] {
  const isJapanese = (name: FontPackage): boolean => (FACES[name].subsets as readonly string[]).includes('japanese');
  const rest = names.filter((name): boolean => name !== CHINESE);
  const at = rest.findIndex(isJapanese);
  return rest.toSpliced(at < 0 ? rest.length : at, 0, CHINESE);
}

function registerPackage(name: FontPackage): readonly Face[] {
  const known = packages.get(name);
  if (known) return known;
  const ranges: Record<string, string> = JSON.parse(readFileSync(resolve(`@fontsource/${name}/unicode.json`), 'utf8'));
  const { weight, subsets } = FACES[name];
  const faces = subsets.map((subset): Face => {
    const family = `openimagine-${name}-${subset}`;
    const path = resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`);
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`the font ${name} (${subset}) cannot be read`);
    const covered = parseRanges(SLICED.has(subset) ? numberedSubsets(ranges) : (ranges[subset] ?? ''));
    return { family, weight, covers: (codePoint) => covered.some(([a, b]) => codePoint >= a && codePoint <= b) };
  });
  packages.set(name, faces);
  return faces;
}

/** These are cut into some hundred numbered slices for the web; the file that we register holds them all. */
const SLICED: ReadonlySet<string> = new Set(['japanese', 'chinese-simplified', 'korean']);

function numberedSubsets(ranges: Record<string, string>): string {
  return Object.keys(ranges)
    .filter((key) => key.startsWith('['))
    .map((key) => ranges[key])
    .join(',');
}

/** @param list `U+0-FF,U+131`: CSS unicode-range. */
function parseRanges(list: string): readonly Range[] {
  return list.split(',').flatMap((item): Range[] => {
    const [, first, last] = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(item.trim()) ?? [];
    if (!first) return [];
    return [[Number.parseInt(first, 16), Number.parseInt(last ?? first, 16)]];
  });
}

function resolve(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
