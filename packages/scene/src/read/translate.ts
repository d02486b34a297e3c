import { WORN_NAMES } from '../lexicon/dress.ts';
import type { LanguageWords } from '../lexicon/languages.ts';
import type { LanguageCode, Lexicon } from '../lexicon/lexicon.ts';
import { LANGUAGE_CODES } from '../lexicon/lexicon.ts';
import type { Token } from './tokens.ts';

/** A prompt as English tokens that remember the words they came from. */
export interface Translation {
  readonly tokens: readonly Token[];
  /** House red: adjectives behind their noun belong to it. */
  readonly adjectivesFollow: boolean;
  /** Two nouns side by side are two things, not a compound. */
  readonly splitsNouns: boolean;
  /** No word of another language was found. */
  readonly isEnglish: boolean;
}

const ENGLISH_HINTS = new Set(
  'a an the of in on at with and to is are by from under over through his her its that without'.split(' '),
);
/** Languages show themselves early; the rest of a long prompt need not be asked. */
const DETECTION_TOKENS = 60;
const BODY = new Set('hair eyes eye skin dress hat coat jacket shirt skirt scarf suit boots shoes gloves'.split(' '));
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]/u;

/** Turns words of other languages into English ones, word by word; the rest stays as it is. */
export function translate(tokens: readonly Token[], lexicon: Lexicon): Translation {
  const hasKana = tokens.some(
    ({ text, kind }) => kind === 'word' && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
  );
  const eastAsian = hasKana ? 'ja' : 'zh';
  const latin = detectLatin(tokens, lexicon);
  const arabic = tokens.some(({ text }) => /[ٹڈڑںےھہۂ]/u.test(text)) ? 'ur' : 'ar';
  const used = new Set<LanguageCode>();
  const output = new Output(lexicon);
  if (latin !== undefined) tokens = tokens.flatMap(splitToken);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const code = token.kind === 'word' ? (scriptOf(token.text, eastAsian, arabic) ?? latin) : undefined;
    if (code !== undefined) used.add(code);
    if (code === undefined) {
      output.push(token);
      at += 1;
    } else if (code === 'ja' || code === 'zh') {
      cutUnspaced(token.text, lexicon.language(code), output);
      at += 1;
    } else at += readSpaced(tokens, at, lexicon.language(code), output);
  }
  const splitsNouns =
    tokens.some(({ text, kind }) => kind === 'word' && EAST_ASIAN.test(text)) ||
    [...used].some((code) => lexicon.language(code).isBare);
  return {
    tokens: output.finish(),
    adjectivesFollow: [...used].some((code) => lexicon.language(code).adjectivesFollow),
    splitsNouns,
    isEnglish: used.size === 0,
  };
}

function scriptOf(text: string, eastAsian: 'ja' | 'zh', arabic: 'ar' | 'ur'): LanguageCode | undefined {
  if (EAST_ASIAN.test(text)) return eastAsian;
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  if (/\p{Script=Bengali}/u.test(text)) return 'bn';
  if (/\p{Script=Arabic}/u.test(text)) return arabic;
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : undefined;
}

/** The Latin-script language with the most little words and known words; undefined for English. */
function detectLatin(tokens: readonly Token[], lexicon: Lexicon): LanguageCode | undefined {
  const words = tokens
    .filter(({ kind }) => kind === 'word')
    .slice(0, DETECTION_TOKENS)
    .map(({ word }) => word);
  let best: LanguageCode | undefined;
  let bestScore = 0;
  for (const word of words) bestScore += ENGLISH_HINTS.has(word) ? 2 : word.length > 1 && lexicon.look(word) ? 1.2 : 0;
  for (const code of LANGUAGE_CODES) {
    const language = lexicon.language(code);
    if (language.hints.size <= 1 || code === 'ru') continue;
    let score = 0;
    for (const word of words.flatMap(splitElision)) {
      score += language.hints.has(word) ? 2 : 0;
      score += word.length > 2 && language.find(word) !== undefined ? 1.2 : 0;
    }
    if (score > bestScore) [best, bestScore] = [code, score];
  }
  return best;
}

function splitElision(word: string): string[] {
  const [, article, rest] = /^(\p{L}{1,4})'(\p{L}{2,})$/u.exec(word) ?? [];
  return article === undefined || rest === undefined ? [word] : [article, rest];
}

function splitToken(token: Token): Token[] {
  const parts = token.kind === 'word' ? splitElision(token.word) : [];
  return parts.length > 1 ? parts.map((word) => ({ ...token, word, text: word })) : [token];
}

/** Reads the longest known phrase at a place. @returns how many tokens it took. */
function readSpaced(tokens: readonly Token[], at: number, language: LanguageWords, output: Output): number {
  for (let length = Math.min(language.phraseLength, tokens.length - at); length > 1; length--) {
    const phrase = tokens.slice(at, at + length);
    if (phrase.some(({ kind }) => kind !== 'word')) continue;
    const english = language.find(phrase.map(({ word }) => word).join(' '));
    if (english === undefined) continue;
    const text = phrase.map((token) => token.text).join(' ');
    const isPlaced =
      (language.countsFollow && output.addCount(english, text)) ||
      (language.adjectivesFollow && output.addLook(english, text));
    if (isPlaced) return length;
    output.add(english, phrase.map(({ text }) => text).join(' '), language.isBare);
    return length;
  }
  const token = tokens[at]!;
  const own = language.find(token.word);
  if (own !== undefined) {
    const isPlaced =
      (language.adjectivesFollow && output.addLook(own, token.text)) ||
      (language.countsFollow && output.addCount(own, token.text)) ||
      (language.isBare && output.holdVerb(own, token.text));
    if (!isPlaced) output.add(own, token.text, language.isBare);
  } else if (!readSuffixed(token, language, output) && !readPrefixed(token, language, output)) {
    const isNounDue = output.isNounDue() || (language.code === 'de' && /^\p{Lu}/u.test(token.text));
    output.add(
      output.known(token.word) ?? language.findEmoji(token.word, isNounDue) ?? (isNounDue ? token.word : '|'),
      token.text,
    );
  }
  return 1;
}

function readPrefixed(token: Token, language: LanguageWords, output: Output): boolean {
  for (const [prefix, meaning] of language.prefixes) {
    if (!token.word.startsWith(prefix) || token.word.length <= prefix.length + 1) continue;
    const rest = token.word.slice(prefix.length);
    const english = language.find(rest) ?? language.findEmoji(rest, true);
    if (english === undefined) continue;
    if (language.adjectivesFollow && meaning === 'the' && output.addLook(english, rest)) return true;
    output.add(meaning, prefix);
    output.add(english, rest);
    return true;
  }
  return false;
}

function readSuffixed(token: Token, language: LanguageWords, output: Output): boolean {
  for (const [suffix, meaning] of language.suffixes) {
    if (!token.word.endsWith(suffix) || token.word.length <= suffix.length) continue;
    const stem = token.word.slice(0, -suffix.length);
    const english = language.find(stem) ?? language.findEmoji(stem, true);
    if (english === undefined) continue;
    output.add(english, stem);
    output.add(meaning, suffix, language.isBare);
    return true;
  }
  return false;
}

/** Cuts a run of a script without spaces by the longest known word at each place; unknown characters end a phrase. */
function cutUnspaced(text: string, language: LanguageWords, output: Output): void {
  for (let at = 0; at < text.length; ) {
    let taken = 0;
    for (let length = Math.min(language.phraseLength, text.length - at); length > 0 && taken === 0; length--) {
      const piece = text.slice(at, at + length);
      const english = language.find(piece) ?? (length > 1 ? language.findEmoji(piece, true) : undefined);
      if (english === undefined) continue;
      if (language.code !== 'ja' || !output.holdVerb(english, piece)) output.add(english, piece);
      taken = length;
    }
    if (taken === 0) {
      const run = /^(?:[\p{Script=Katakana}ー]{2,}|[\p{Script=Latin}\d]+)/u.exec(text.slice(at))?.[0];
      output.add(run === undefined ? '|' : run.toLowerCase(), run ?? '');
      taken = run?.length ?? 1;
    }
    at += taken;
  }
}

/** What a postposition says without a noun. */
const ALONE: Readonly<Record<string, string>> = {
  behind: 'in the background',
  'in front of': 'in the foreground',
};

/** Collects English tokens and moves postpositions before the noun phrase that they follow. */
class Output {
  readonly tokens: Token[] = [];
  readonly #lexicon: Lexicon;
  #held: readonly Token[] = [];
  /** What was held belongs to its subject. */
  readonly #settled = new WeakSet<Token>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  push(token: Token): void {
    this.#release();
    this.tokens.push(token);
  }

  /** The word itself, where the English tables hold it: loan words such as `neon`. */
  known(word: string): string | undefined {
    return word.length > 3 && this.#lexicon.look(word) !== undefined ? word : undefined;
  }

  /** Behind an article, a number or an adjective, and at the very start, a thing is to be named. */
  isNounDue(): boolean {
    const before = this.tokens.at(-1);
    if (before === undefined) return true;
    const meaning = before.kind === 'word' ? this.#lexicon.look(before.word)?.meaning : undefined;
    if (meaning === undefined) return false;
    const { role, count, color, size } = meaning;
    return role === 'article' || count !== undefined || color !== undefined || size !== undefined;
  }

  /** @param isBare Whether nothing marks where a noun phrase begins. */
  add(english: string, text: string, isBare = false): void {
    if (english === '-') return;
    if (english === '~') this.#holdClause();
    else if (english === '|') this.push({ kind: 'mark', text, word: '|' });
    else if (english.endsWith('>')) this.#hold(english.slice(0, -1), text, isBare);
    else if (english.endsWith('<')) this.#addBehind(english.slice(0, -1), text, isBare);
    else {
      for (const word of english.split(' '))
        if (word === '|') this.push({ kind: 'mark', text, word });
        else this.tokens.push({ kind: 'word', text, word });
      if (this.#isHead(this.tokens.at(-1)!)) this.#release();
    }
  }

  /** Puts a colour or look that stands behind its noun before it. @returns whether it was one. */
  addLook(english: string, text: string): boolean {
    const last = this.tokens.at(-1);
    const look = this.#lexicon.look(english)?.meaning;
    if (last?.kind !== 'word' || look === undefined || look.verb !== undefined) return false;
    // A bridge of stone is a stone bridge, though stones are things.
    if (look.noun !== undefined && look.attribute === undefined) return false;
    if (look.color === undefined && look.attribute === undefined && look.size === undefined) return false;
    const before = this.#lexicon.look(last.word)?.meaning;
    const isNoun =
      before?.noun !== undefined || before?.setting !== undefined || WORN_NAMES.has(last.word) || BODY.has(last.word);
    if (!isNoun || before?.color !== undefined) return false;
    let start = this.tokens.length - 1;
    while (start > 0 && this.tokens[start - 1]!.text === last.text && !this.#isLink(this.tokens[start - 1]!))
      start -= 1;
    this.tokens.splice(start, 0, { kind: 'word', text, word: english });
    return true;
  }

  /** Puts a number that stands behind its noun before it. @returns whether it was one. */
  addCount(english: string, text: string): boolean {
    const last = this.tokens.at(-1);
    const meaning = this.#lexicon.look(english)?.meaning;
    if (last?.kind !== 'word' || meaning?.count === undefined || meaning.noun !== undefined) return false;
    if (!this.#isHead(last)) return false;
    this.tokens.splice(this.#phraseStart(false), 0, { kind: 'word', text, word: english });
    return true;
  }

  /** Takes the last noun phrase back as the object of a verb, until the subject has come. */
  #hold(words: string, text: string, isBare: boolean): void {
    const parts = words.split(' ');
    const verb = parts.pop()!;
    for (const word of parts) this.tokens.push({ kind: 'word', text, word });
    const object = this.tokens.splice(this.#phraseStart(isBare));
    this.#held = [{ kind: 'word', text, word: verb }, ...object, ...this.#held];
  }

  /** A verb that opens a phrase may tell of the noun behind it. @returns whether it waits for that. */
  holdVerb(english: string, text: string): boolean {
    const last = this.tokens.at(-1);
    const isOpening = last === undefined || (last.kind === 'mark' && !/[がはも]/.test(last.text));
    const isVerb = english.endsWith('ing') && this.#lexicon.look(english)?.meaning.verb !== undefined;
    if (!isOpening || !isVerb) return false;
    this.#held = [{ kind: 'word', text, word: english }, ...this.#held];
    return true;
  }

  /** The clause so far, a verb with its object, tells of a noun that is to come. */
  #holdClause(): void {
    const isMark = (token: Token): boolean => token.kind === 'mark';
    const start = this.tokens.findLastIndex(isMark) + 1;
    const verb = this.tokens.findIndex(
      ({ word }, at) => at >= start && word.endsWith('ing') && this.#lexicon.look(word)?.meaning.verb !== undefined,
    );
    if (verb < 0 || verb > start + 1) return;
    if (
      this.tokens
        .slice(verb + 1)
        .some((token) => WORN_NAMES.has(token.word) || BODY.has(token.word) || this.#isHead(token))
    )
      this.#held = this.tokens.splice(verb);
  }

  /** Gives back what was held for a subject. */
  #release(): void {
    for (const token of this.#held) this.#settled.add(token);
    this.tokens.push(...this.#held);
    this.#held = [];
  }

  finish(): readonly Token[] {
    this.#release();
    return this.tokens;
  }

  #addBehind(preposition: string, text: string, isBare: boolean): void {
    const start = this.#phraseStart(isBare);
    // "Behind, a palm tree": behind all that was named.
    const alone = start === this.tokens.length ? ALONE[preposition] : undefined;
    if (alone !== undefined) {
      this.push({ kind: 'mark', text: '', word: '|' });
      for (const word of alone.split(' ')) this.tokens.push({ kind: 'word', text, word });
      return;
    }
    const words = preposition.split(' ').map((word): Token => ({ kind: 'word', text, word }));
    this.tokens.splice(start, 0, ...words);
    this.tokens.push({ kind: 'mark', text: '', word: '|' });
  }

  #isLink({ word }: Token): boolean {
    const meaning = this.#lexicon.look(word)?.meaning;
    return meaning?.preposition !== undefined || meaning?.role === 'article';
  }

  /** Where the noun phrase at the end begins. */
  #phraseStart(isBare: boolean): number {
    let start = this.tokens.length;
    const last = this.tokens.at(-1);
    while (start > 0 && this.#belongsToPhrase(this.tokens[start - 1]!)) {
      if (isBare && this.tokens[start - 1]!.text !== last?.text && this.#isHead(this.tokens[start - 1]!)) break;
      start -= 1;
    }
    return start;
  }

  /** A noun, and no colour or look. */
  #isHead(token: Token): boolean {
    const meaning = this.#lexicon.look(token.word)?.meaning;
    if (meaning === undefined) return true;
    const isLook = meaning.color !== undefined || meaning.attribute !== undefined || meaning.count !== undefined;
    return !isLook && (meaning.noun !== undefined || meaning.setting !== undefined);
  }

  #belongsToPhrase(token: Token): boolean {
    if (token.kind !== 'word' || token.word === 'and') return false;
    if (this.#settled.has(token)) return true;
    const meaning = this.#lexicon.look(token.word)?.meaning;
    return meaning?.preposition === undefined && (meaning?.verb === undefined || meaning.noun !== undefined);
  }
}
