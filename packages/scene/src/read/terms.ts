import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Meaning } from '../lexicon/meaning.ts';
import { isAnimateKind } from './mention.ts';
import type { Token } from './tokens.ts';

/** A token or phrase with its meaning. */
export interface Term {
  readonly kind: 'word' | 'mark' | 'quote';
  /** English, lower case. */
  readonly word: string;
  /** As the prompt has it. */
  readonly text: string;
  readonly meaning: Meaning;
  readonly isPlural: boolean;
  /** No table holds it: a noun to be looked up, an adjective, or a name. */
  readonly isUnknown: boolean;
}

const COMPOUND =
  /^(.+)-(?:lit|powered|shaped|colou?red|covered|filled|like|style|styled|soaked|drenched|haired|eyed|sized|winged|legged|themed|inspired|topped|[a-z]+ed|[a-z]+ing)$/;
const LOOKS: Readonly<Record<string, string>> = {
  snow: 'snowy',
  ice: 'icy',
  fire: 'burning',
  sun: 'bright',
  moon: 'bright',
  rain: 'wet',
  wood: 'wooden',
};
/** What ends like an adverb and is a thing. */
const NOUNS_IN_LY = /(?:butter|dragon|may|horse|house)fly$|^(?:jelly|holly|belly|doily|trolley|monopoly|anomaly)$/;
const MAX_COMPOUND_WORDS = 3;

/** Finds the longest phrases that the lexicon knows; words that the picture used up are passed over. */
export function readTerms(tokens: readonly Token[], isUsed: readonly boolean[], lexicon: Lexicon): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    if (isUsed[at]) {
      if (isSubjectOfItsOwn(tokens, isUsed, at, lexicon)) terms.push(STRAY);
      at += 1;
    } else if (token.kind !== 'word') {
      const meaning: Meaning = token.word === 'and' ? { role: 'and' } : {};
      terms.push({
        kind: token.word === 'and' ? 'word' : token.kind,
        word: token.word,
        text: token.text,
        meaning,
        isPlural: false,
        isUnknown: false,
      });
      at += 1;
    } else {
      const [term, length] = readPhrase(tokens, isUsed, at, lexicon);
      terms.push(term);
      at += length;
    }
  }
  return terms;
}

/** What falls, pours or glows by itself: light, weather, what drifts in the air. */
const BODILESS =
  /^(?:lights?|sunlight|sunbeams?|moonbeams?|starlight|lamplight|candlelight|firelight|sun|moonlight|sunshine|rays?|beams?|glow|fog|mist|snow|rain|smoke|steam|dust|wind|thunder|lightning|shadows?|music|night|darkness|embers|sparks|leaves|petals|fireflies|confetti|stars|aurora|waves|storm|thunderstorm|tempest|sunset|sunrise|night|dawn|dusk|softly|gently|quietly|falls|falling)$/;
/** Stands for such a subject where the picture has used its words up: what it does is done by nobody else. */
const STRAY: Term = {
  kind: 'word',
  word: 'light',
  text: '',
  meaning: { role: 'stop' },
  isPlural: false,
  isUnknown: false,
};

/** Whether a used word ends a run that opens a clause and does something: "morning light falls through the window". */
function isSubjectOfItsOwn(
  tokens: readonly Token[],
  isUsed: readonly boolean[],
  at: number,
  lexicon: Lexicon,
): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word' || isUsed[at + 1] || !BODILESS.test(tokens[at]!.word)) return false;
  let start = at;
  while (start > 0 && isUsed[start - 1]) start -= 1;
  // "Soft morning light falls": its looks are its own.
  while (start > 0 && isPlainLook(tokens[start - 1]!, lexicon)) start -= 1;
  const before = tokens[start - 1];
  const opens =
    before === undefined || before.kind === 'mark' || /^(?:and|as|while|when|then|the|a|an)$/.test(before.word);
  if (!opens) return false;
  const verb = lexicon.look(next.word)?.meaning;
  const after = tokens[at + 2];
  const follower = after?.kind === 'word' ? lexicon.look(after.word)?.meaning : {};
  const isUnknownVerb =
    verb === undefined && /[^s]s$/.test(next.word) && after?.kind === 'word' && follower?.preposition !== undefined;
  if (isUnknownVerb) return true;
  if (/^(?:outside|against|on|through|from|behind|onto|over|into)$/.test(next.word)) return true;
  return (
    verb?.verb !== undefined && verb.noun === undefined && follower?.noun === undefined && follower?.color === undefined
  );
}

function isDoer(token: Token | undefined, lexicon: Lexicon): boolean {
  const noun = token?.kind === 'word' ? lexicon.look(token.word)?.meaning.noun : undefined;
  return noun !== undefined && isAnimateKind(noun);
}

function isPlainLook({ kind, word }: Token, lexicon: Lexicon): boolean {
  const meaning = kind === 'word' ? lexicon.look(word)?.meaning : undefined;
  const isLook = meaning?.color !== undefined || meaning?.attribute !== undefined || meaning?.size !== undefined;
  return isLook && meaning?.noun === undefined && meaning?.preposition === undefined;
}

function readPhrase(
  tokens: readonly Token[],
  isUsed: readonly boolean[],
  at: number,
  lexicon: Lexicon,
): [Term, number] {
  let run = 1;
  while (run < lexicon.phraseLength && tokens[at + run]?.kind === 'word' && !isUsed[at + run]) run += 1;
  for (let length = run; length > 0; length--) {
    const phrase = tokens.slice(at, at + length);
    const word = phrase.map((token) => token.word).join(' ');
    const found = lexicon.look(word) ?? (word.includes('-') ? lexicon.look(word.replaceAll('-', ' ')) : undefined);
    if (found === undefined) continue;
    // Astronauts playing cards play; "playing cards" alone are cards.
    if (
      length > 1 &&
      found.meaning.noun !== undefined &&
      word.startsWith('playing ') &&
      isDoer(tokens[at - 1], lexicon)
    )
      continue;
    return [toTerm(phrase, word, found.meaning, found.isPlural), length];
  }
  return [readSingle(tokens[at]!), 1];
}

function readSingle(token: Token): Term {
  const number = /^\d{1,4}$/.test(token.word) ? Number(token.word) : undefined;
  if (number !== undefined)
    return toTerm([token], token.word, number > 0 ? { count: Math.min(60, number) } : { role: 'no' }, false);
  if (token.word.startsWith('#')) return toTerm([token], token.word, { color: token.word }, false);
  const [, stem] = COMPOUND.exec(token.word) ?? [];
  if (stem !== undefined) return toTerm([token], token.word, { attribute: LOOKS[stem] ?? stem }, false);
  const owner = /^(.+)'s?$/.exec(token.word)?.[1];
  if (owner !== undefined) return toTerm([token], owner, { attribute: '-' }, false);
  if (/^\p{L}{2,}ly$/u.test(token.word) && !NOUNS_IN_LY.test(token.word))
    return toTerm([token], token.word, { role: 'stop' }, false);
  return { ...toTerm([token], token.word, {}, false), isUnknown: true };
}

function toTerm(phrase: readonly Token[], word: string, meaning: Meaning, isPlural: boolean): Term {
  const texts = phrase.map(({ text }) => text).filter((text, i, all) => text !== all[i - 1]);
  return { kind: 'word', word, text: texts.join(' '), meaning, isPlural, isUnknown: false };
}

/** Joins unknown words that a dictionary knows together (`fire hydrant`), looking from a place on. */
export function readCompound(
  terms: readonly Term[],
  at: number,
  lexicon: Lexicon,
): { word: string; text: string; length: number } | undefined {
  for (let length = MAX_COMPOUND_WORDS; length > 1; length--) {
    const part = terms.slice(at, at + length);
    if (part.length < length || part.some((term) => term.kind !== 'word' || !isContent(term))) continue;
    if (!part.some(({ isUnknown }) => isUnknown)) continue;
    const word = part.map((term) => term.word).join(' ');
    const kin = lexicon.findKin(word);
    if (kin !== undefined && kin !== 'abstract') return { word, text: part.map(({ text }) => text).join(' '), length };
  }
  return undefined;
}

function isContent({ meaning }: Term): boolean {
  const isLittle = meaning.preposition !== undefined || meaning.place !== undefined || meaning.count !== undefined;
  return (
    !isLittle &&
    (meaning.role === undefined || meaning.role === 'stop') &&
    (meaning.verb === undefined || meaning.noun !== undefined)
  );
}
