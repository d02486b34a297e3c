import { clean } from '../../read/tokens.ts';
import { takeQuotes } from './quotes.ts';
import { PREAMBLE } from './whole-pictures.ts';

/** A prompt cut into pieces that ask for one thing each, with quotes and tags of inputs set aside. */
export interface Clauses {
  readonly clauses: readonly string[];
  /** What stands in quotes, spelled as written; `«0»` stands for the first in a clause. */
  readonly quotes: readonly string[];
}

const POLITE =
  /^(?:(?:ok(?:ay)?|hi|hey|hello|so|now|first(?:ly)?|second(?:ly)?|next|finally|lastly|also|then|and|but|plus|too|please|kindly|just|simply|only|maybe|perhaps|ideally|try to|let'?s|(?:can|could|would|will) (?:you|u|ya|we)(?: please)?|i(?:'d| would| want| need|'m going)(?: really)?(?: like| love| to| you| prefer)*|we (?:want|need|should)(?: to)?|you (?:should|must|need to|can)|(?:your task is|the goal is) to|(?:please )?(?:edit|modify|alter|adjust|update|retouch|process|take) (?:it|(?:the|this|my|that)(?: (?:video|clip|image|photo|picture|footage|scene|shot|film|original|input))+)(?: (?:so that|such that|to|by|and|as follows))?)[\s,:]+)+/iu;

/** Words that begin an instruction. */
const VERBS =
  "add|put|place|insert|give|include|attach|stick|draw|paint|write|print|make|turn|change|convert|transform|restyle|re-style|stylize|stylise|render|redraw|redo|repaint|style|apply|set|switch|swap|replace|substitute|exchange|remove|delete|erase|get rid|take (?:out|off|away)|eliminate|hide|cut|crop|zoom|flip|mirror|rotate|reverse|play|rewind|speed|slow|accelerate|mute|silence|let|have|dress|blur|brighten|darken|lighten|dim|desaturate|saturate|colou?r|colou?ri[sz]e|recolou?r|dye|tint|title|caption|label|overlay|show|display|keep|don'?t|do not|never|leave|preserve|maintain|increase|decrease|reduce|boost|raise|lower|enhance|adjust|move|bring|create|use|double|halve|warm|cool|age|simulate|grade|shift|superimpose|combine|merge|blend|composite|paste|copy|fill|decorate|wrap|relight|season|tone|grow|cover|clean|drop|lose|wipe|strip|clear|fade|without|no (?=people|person|sound|audio|cars?|background|text)";

const BEFORE_VERB = new RegExp(
  `(?:\\s*[,;:–—-]\\s*|\\s+)(?:(?:and|then|also|but|plus|while|as well as|after that|afterwards|next|finally|at the same time)[\\s,]*)+(?:(?:please|just|only|instead|simply|maybe|also|now) )*(?=(?:${VERBS}|title|captioned|titled|keeping|leaving|preserving|adding|making|putting|removing|turning|changing|replacing)\\b)|\\s*[,;:]\\s*(?:(?:please|just|only|instead|simply|maybe|also|now) )*(?=(?:${VERBS}|keeping|leaving|preserving|adding|making|putting|removing|turning|changing|replacing)\\b)|\\s+(?=(?:without (?:changing|touching|altering|affecting|modifying|moving|removing)|(?:while|but) (?:keep|leav|preserv|maintain|not)|keeping|leaving|preserving)\\b)`,
  'giu',
);

/** "Change nothing except the sky": what is excepted is what is wanted. */
const EXCEPT =
  /^\s*(?:(?:everything|all)\b(?=[^.]*\b(?:same|unchanged|as is|stays?|remains?)\b)|do not|don'?t|(?:the )?same|keep|change nothing|nothing|leave)\b[^,.]*?,?\s*\b(?:but|except(?: for| that)?|other than|besides)\s+(?!keep|leave|don|do not|without|not\b)(.+)$/iu;
/** "A vintage filter and a title «0»". */
const BEFORE_TITLE =
  /\s*(?:,|\band\b|\bwith\b)\s+(?=(?:an? |the )?(?:(?:big|large|small|white|red|black|bold|golden|yellow|blue) )*(?:title|caption|subtitle|headline|watermark|text|words?)\b[^,]*«)/giu;

/** An instruction is read no further than this: the API's own limit. */
const CHARACTERS_MAX = 8000;

/**
 * @param prompt Any string.
 * @param translate Turns what stands outside of quotes into English.
 */
export function cutClauses(prompt: string, translate: (text: string) => string): Clauses {
  const { text: outside, quotes } = takeQuotes(prompt.slice(0, CHARACTERS_MAX).toWellFormed());
  const text = translate(
    clean(outside)
      .replaceAll(/[ \t\u3000]+/gu, ' ')
      .replaceAll(/,[ ,]*,/gu, ','),
  );
  const clauses = text
    .split(/[;!?\n。！？；]+|\.(?=\s|$)|(?<=\D)\.(?=\D)/u)
    .map((sentence) => sentence.trim().replace(PREAMBLE, '').replace(EXCEPT, '$1'))
    .flatMap((sentence) => sentence.split(BEFORE_VERB))
    .flatMap((clause) => clause.split(BEFORE_TITLE))
    .map((clause) =>
      clause
        .trim()
        .replace(POLITE, '')
        .replace(/[\s,]+(?:please|thanks?|thank you|if (?:possible|you can|you could)|asap|ok(?:ay)?|for me)$/iu, '')
        .replace(/^[\s,:–—-]+|[\s,:–—-]+$/gu, ''),
    )
    .filter((clause) => clause !== '');
  return { clauses, quotes };
}
