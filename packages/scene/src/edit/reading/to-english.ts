import type { LanguageWords } from '../../lexicon/languages.ts';
import { LANGUAGE_CODES, type LanguageCode, type Lexicon } from '../../lexicon/lexicon.ts';
import { CHINESE } from './languages/chinese.ts';
import type { EditLanguage } from './languages/edit-language.ts';
import { FRENCH } from './languages/french.ts';
import { GERMAN } from './languages/german.ts';
import { ITALIAN } from './languages/italian.ts';
import { JAPANESE } from './languages/japanese.ts';
import { KOREAN } from './languages/korean.ts';
import { PORTUGUESE } from './languages/portuguese.ts';
import { RUSSIAN } from './languages/russian.ts';
import { SPANISH } from './languages/spanish.ts';
import { createNounTranslator, type NounTranslator } from './translate-noun.ts';

const LANGUAGES: Readonly<Record<LanguageCode, EditLanguage>> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  ja: JAPANESE,
  zh: CHINESE,
  ko: KOREAN,
};

const ENGLISH =
  /(?<!\p{L})(?:the|make|add|put|give|turn|remove|change|replace|with|into|and|it|on|of|to|her|his|look|like|as|at|an?|in|is|from|for|style|snow|rain|night|day|black|white|background|title|video|picture|image|play|sound|hat|make)(?!\p{L})/giu;

/**
 * An instruction of another language in English words that the readers know; English stays as it is.
 * @param text With `«n»` for quotes and `@n@` for inputs, which stay.
 */
export function toEnglish(text: string, lexicon: Lexicon): string {
  const code = detectLanguage(text, lexicon);
  if (code === undefined) return text;
  const language = LANGUAGES[code];
  const nouns = createNounTranslator(language, lexicon.language(code));
  return text
    .split(/[.!?。！？\n]+/u)
    .flatMap((sentence) => sentence.split(language.split))
    .map((clause) => (clause ?? '').trim())
    .filter((clause) => clause !== '')
    .map((clause) => sayInEnglish(clause, language, nouns))
    .join('. ');
}

function detectLanguage(text: string, lexicon: Lexicon): LanguageCode | undefined {
  const letters = text.replaceAll(/«\d+»|@\d+@/gu, '');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letters)) return 'ja';
  if (/\p{Script=Hangul}/u.test(letters)) return 'ko';
  if (/\p{Script=Han}/u.test(letters)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(letters)) return 'ru';
  let best: LanguageCode | undefined;
  let bestScore = (letters.match(ENGLISH) ?? []).length;
  const words = letters.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const code of LANGUAGE_CODES) {
    const { cues } = LANGUAGES[code];
    if (!cues) continue;
    const score = 2 * (letters.match(cues) ?? []).length + hintsIn(words, lexicon.language(code));
    if (score > bestScore) [best, bestScore] = [code, score];
  }
  return best;
}

/** Little words count half: many are shared between languages. */
function hintsIn(words: readonly string[], { hints }: LanguageWords): number {
  return words.filter((word) => hints.has(word)).length / 2;
}

/** Words for a title, in all ten languages. */
const TITLE =
  /title|titel|titre|título|titolo|überschrift|untertitel|text(?:o|e)?|testo|schrift|beschriftung|subtítulo|legenda|légende|sous-titre|tekst|заголов|назван|надпис|текст|подпис|タイトル|字幕|文字|テキスト|标题|標題|字样|제목|자막|글자|텍스트|schreib|écri|escrib|escrev|scriv|напиш|書|写|써/iu;
const BOTTOM =
  /unten|en bas|abajo|inferior|parte de abajo|in basso|embaixo|em baixo|внизу|снизу|下(?!雨|雪)|아래|하단/iu;
const MIDDLE =
  /mitte|au (?:milieu|centre)|en el (?:centro|medio)|al centro|no (?:centro|meio)|в центре|посередине|中央|真ん中|中间|가운데|중앙/iu;

function sayInEnglish(clause: string, language: EditLanguage, nouns: NounTranslator): string {
  if (/«\d+»/u.test(clause) && (TITLE.test(clause) || !language.rules.some(([pattern]) => pattern.test(clause)))) {
    const place = BOTTOM.test(clause) ? 'bottom' : MIDDLE.test(clause) ? 'center' : 'top';
    return `add the title ${clause.match(/«\d+»/gu)!.join(' ')} at the ${place}`;
  }
  const looks = looksIn(clause, language);
  // Two colours that are none: no thing is painted in them.
  if (looks.includes('black and white')) return `make it ${looks.join(' and ')}`;
  for (const [pattern, template] of language.rules) {
    const match = pattern.exec(clause);
    if (!match) continue;
    return template.replaceAll(/\{(\d)\}/gu, (_, index: string) => nouns.translate(match[Number(index)] ?? ''));
  }
  return looks.length > 0 ? `make it ${looks.join(' and ')}` : nouns.translate(clause);
}

function looksIn(clause: string, { looks, code }: EditLanguage): string[] {
  const found = looks
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', pattern = ''] = line.split(' = ');
      // A word may be joined to others where none are set apart, and bent at its end elsewhere.
      const start = code === 'ja' || code === 'zh' || code === 'ko' ? '' : '(?<!\\p{L})';
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
