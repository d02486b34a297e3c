import type { LanguageWords } from '../../lexicon/languages.ts';
import { LANGUAGE_CODES, type LanguageCode, type Lexicon } from '../../lexicon/lexicon.ts';
import { ARABIC } from './languages/arabic.ts';
import { BENGALI } from './languages/bengali.ts';
import { CHINESE } from './languages/chinese.ts';
import { isKept, stripCourtesy, WITHOUT_SOUND } from './languages/courtesy.ts';
import type { EditLanguage, EditLanguageCode } from './languages/edit-language.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { HINDI } from './languages/hindi.ts';
import { INDONESIAN } from './languages/indonesian.ts';
import { ITALIAN } from './languages/italian.ts';
import { JAPANESE } from './languages/japanese.ts';
import { KOREAN } from './languages/korean.ts';
import { takePlace } from './languages/places.ts';
import { PORTUGUESE } from './languages/portuguese.ts';
import { RUSSIAN } from './languages/russian.ts';
import { SPANISH } from './languages/spanish.ts';
import { URDU } from './languages/urdu.ts';
import { colorOf } from './noun-phrase.ts';
import { createNounTranslator, type NounTranslator } from './translate-noun.ts';

const LANGUAGES: Readonly<Record<EditLanguageCode, EditLanguage>> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  ja: JAPANESE,
  zh: CHINESE,
  ko: KOREAN,
  hi: HINDI,
  ar: ARABIC,
  bn: BENGALI,
  ur: URDU,
  id: INDONESIAN,
};
const CODES = Object.keys(LANGUAGES) as readonly EditLanguageCode[];

const ENGLISH =
  /(?<!\p{L})(?:the|make|add|put|give|turn|remove|change|replace|with|into|and|it|on|of|to|her|his|look|like|as|at|an?|in|is|from|for|style|snow|rain|night|day|black|white|background|title|video|picture|image|play|sound|hat|no|without|audio|please|you|can|could|my|me|some|music|slow|fast|colou?rs?|less|more|do|not|keep|leave|everything|nothing)(?!\p{L})/giu;

/**
 * An instruction of another language in English words that the readers know; English stays as it is.
 * @param text With `«n»` for quotes and `@n@` for inputs, which stay.
 */
export function toEnglish(said: string, lexicon: Lexicon): string {
  // Vowel marks of Arabic are written or not.
  const text = said.replaceAll(/[\u064b-\u0652\u0640]/gu, '');
  const code = detectLanguage(text, lexicon);
  if (code === undefined) return said;
  const language = LANGUAGES[code];
  const nouns = createNounTranslator(language, wordsOf(code, lexicon));
  return text
    .split(/[.!?。！？।۔؟\n]+/u)
    .flatMap((sentence) => sentence.split(language.split))
    .map((clause) => (clause ?? '').trim())
    .filter((clause) => clause !== '')
    .map((clause) => sayInEnglish(clause, language, nouns))
    .join('. ');
}

function wordsOf(code: EditLanguageCode, lexicon: Lexicon): LanguageWords | undefined {
  return LANGUAGE_CODES.includes(code as LanguageCode) ? lexicon.language(code as LanguageCode) : undefined;
}

function detectLanguage(text: string, lexicon: Lexicon): EditLanguageCode | undefined {
  const letters = text.replaceAll(/«\d+»|@\d+@/gu, '');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letters)) return 'ja';
  if (/\p{Script=Hangul}/u.test(letters)) return 'ko';
  if (/\p{Script=Han}/u.test(letters)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(letters)) return 'ru';
  if (/\p{Script=Devanagari}/u.test(letters)) return 'hi';
  if (/\p{Script=Bengali}/u.test(letters)) return 'bn';
  if (/\p{Script=Arabic}/u.test(letters)) return /[ٹڈڑںےہھکگچپیۓ]/u.test(letters) ? 'ur' : 'ar';
  let best: EditLanguageCode | undefined;
  let bestScore = (letters.match(ENGLISH) ?? []).length;
  const words = letters.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const code of CODES) {
    const { cues } = LANGUAGES[code];
    if (!cues) continue;
    const score = 2 * (letters.match(cues) ?? []).length + hintsIn(words, wordsOf(code, lexicon));
    if (score > bestScore) [best, bestScore] = [code, score];
  }
  return best;
}

/** Little words count half: many are shared between languages. */
function hintsIn(words: readonly string[], language: LanguageWords | undefined): number {
  return words.filter((word) => language?.hints.has(word)).length / 2;
}

/** Words for a title, in all languages. */
const TITLE =
  /title|titel|titre|título|titolo|überschrift|untertitel|text(?:o|e)?|testo|schrift|beschriftung|subtítulo|legenda|légende|sous-titre|tekst|заголов|назван|надпис|текст|подпис|タイトル|字幕|文字|テキスト|标题|標題|字样|제목|자막|글자|텍스트|schreib|écri|escrib|escrev|scriv|напиш|書|写|써|शीर्षक|टाइटल|लिख|टेक्स्ट|عنوان|نص|اكتب|لکھ|শিরোনাম|লিখ|লেখ|judul|teks|tulis/iu;
const BOTTOM =
  /unten|en bas|abajo|inferior|parte de abajo|in basso|embaixo|em baixo|внизу|снизу|नीचे|أسفل|نیچے|নিচে|নীচে|bawah|下(?!雨|雪)|아래|하단/iu;
const MIDDLE =
  /mitte|au (?:milieu|centre)|en el (?:centro|medio)|al centro|no (?:centro|meio)|в центре|посередине|中央|真ん中|中间|가운데|중앙|बीच में|وسط|درمیان|মাঝ|tengah/iu;

/** Of a clip as a whole: said beside looks and with each other. */
const CLIP_WORDS: Readonly<Record<string, string>> = {
  mute: 'silent',
  'slow motion': 'slow motion',
  'play it backwards': 'backwards',
  'speed it up 2x': 'faster',
};

function sayInEnglish(said: string, language: EditLanguage, nouns: NounTranslator): string {
  const clause = stripCourtesy(said);
  if (clause === '') return 'keep it';
  const isQuoted = /«\d+»/u.test(clause);
  if (!isQuoted && isKept(clause)) return 'keep it';
  const { rest, place } = takePlace(clause, language.isUnspaced === true);
  if (isQuoted && (TITLE.test(clause) || !language.rules.some(([pattern]) => pattern.test(clause)))) {
    const where = BOTTOM.test(clause) ? 'at the bottom' : MIDDLE.test(clause) ? 'at the center' : 'at the top';
    const color = rest
      .split(/[\s«»]+/u)
      .map((word) => nouns.translate(word))
      .find((word) => colorOf(word));
    return `add the title ${clause.match(/«\d+»/gu)!.join(' ')} ${place ?? where}${color ? ` in ${color}` : ''}`;
  }
  const looks = looksIn(clause, language);
  const ofClip = clipWordsIn(clause, language);
  // Two colours that are none: no thing is painted in them.
  if (looks.includes('black and white')) return `make it ${[...looks, ...ofClip].join(' and ')}`;
  const asked = place === undefined ? undefined : sayByRule(rest, language, nouns);
  // A place is of what is added or removed, and of nothing else.
  if (asked !== undefined && /^(?:add|remove|give)\b/u.test(asked) && !/\bbackground$/u.test(asked))
    return `${asked} ${place}`;
  if (ofClip.length > 1 || (ofClip.length > 0 && looks.length > 0))
    return `make it ${[...looks, ...ofClip].join(' and ')}`;
  const plain = sayByRule(clause, language, nouns);
  if (plain !== undefined) return plain;
  const whole = [...looks, ...ofClip];
  return whole.length > 0 ? `make it ${whole.join(' and ')}` : nouns.translate(clause);
}

function sayByRule(clause: string, { rules }: EditLanguage, nouns: NounTranslator): string | undefined {
  for (const [pattern, template] of rules) {
    const match = pattern.exec(clause);
    if (match)
      return template.replaceAll(/\{(\d)\}/gu, (_, index: string) => nouns.translate(match[Number(index)] ?? ''));
  }
  return undefined;
}

function clipWordsIn(clause: string, { rules }: EditLanguage): string[] {
  const words = rules.flatMap(([pattern, template]) =>
    Object.hasOwn(CLIP_WORDS, template) && pattern.test(clause) ? [CLIP_WORDS[template]!] : [],
  );
  if (WITHOUT_SOUND.test(clause)) words.push('silent');
  return [...new Set(words)];
}

function looksIn(clause: string, { looks, code }: EditLanguage): string[] {
  const found = looks
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', pattern = ''] = line.split(' = ');
      // A word may be joined to others where none are set apart, and bent at its end elsewhere.
      const start = code === 'ja' || code === 'zh' || code === 'ko' || code === 'ar' ? '' : '(?<!\\p{L})';
      const at = clause.search(new RegExp(`${start}(?:${pattern})`, 'iu'));
      return at < 0 ? [] : [{ english, at }];
    });
  const isNight = found.some(({ english }) => english === 'night');
  if (!isNight || !found.some(({ english }) => english === 'day')) return found.map(({ english }) => english);
  // From day to night, or the other way: what is named last is wanted.
  const wanted = found
    .filter(({ english }) => english === 'night' || english === 'day')
    .sort((a, b) => b.at - a.at)[0]!;
  return found
    .map(({ english }) => english)
    .filter((english) => !/^(?:day|night)$/u.test(english) || english === wanted.english);
}
