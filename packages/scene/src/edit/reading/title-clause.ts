import type { EditOperation } from '../operation.ts';
import { type ClauseReader, group } from './clause-reader.ts';
import { colorOf } from './noun-phrase.ts';
import { readObject } from './objects.ts';
import { readBodyPlace, readTitlePlace } from './places.ts';
import { readTarget } from './targets.ts';

/** "On her t-shirt", "on the wall". */
const ON_THING =
  /\bon(?:to)?\s+((?:the|her|his|their|its|my|a)\s+(?!top\b|bottom\b|left\b|right\b|very\b|upper\b|lower\b)[\p{L} -]+?)(?:\s+(?:in|at|with)\b.*)?$/iu;
const IS_FRAME =
  /^(?:it|this|that|image|picture|video|clip|photo|scene|footage|frame|shot|screen|side|edge|corner|subject|sky)$/iu;

const TITLE_WORD =
  '(?:title|caption|subtitle|text|headline|heading|header|words?|lettering|writing|watermark|credits?|label|tagline|slogan|message|inscription|line)';
/** Things that carry words of their own. */
const BOARD =
  /\b(signs?|banners?|hats?|caps?|t-?shirts?|shirts?|balloons?|mugs?|boards?|billboards?|posters?|flags?|stickers?|badges?|placards?)\b[^«]*\b(?:says?|saying|reads?|reading|with|text|words?|written|labell?ed)\b/iu;
/** Of words on a sign; a title is as long as it is, or refused. */
const TEXT_MAX = 120;

export const readTitleClause: ClauseReader = (clause, context) => {
  const quoted = [...clause.matchAll(/«(\d+)»/gu)].map((match) => context.quotes[Number(match[1])]!);
  const around = clause.replaceAll(/«\d+»/gu, ' ');
  if (quoted.length > 0) {
    if (/^(?:in the style of|style)/iu.test(clause)) return undefined;
    const board = BOARD.test(clause) ? readBoard(around, quoted[0]!, context) : undefined;
    if (board) return [board];
    const written = quoted.filter((text) => text.trim() !== '');
    const on = ON_THING.exec(around);
    const thing = on && readTarget(group(on, 1), context.lexicon);
    if (thing && !IS_FRAME.test(thing.word))
      context.tellNote(`Words are written over the picture, and not on the ${thing.word}.`);
    return written.length === 0 ? undefined : written.map((text) => titleOf(text, around));
  }
  const bare =
    new RegExp(
      `\\b${TITLE_WORD}\\b\\s*(?:saying|that says|that reads|which says|reading|with the words?|with the text|called|to be|:|=)\\s*:?\\s*(.+)$`,
      'iu',
    ).exec(clause) ??
    /^(?:title|caption|label|name)\s+(?:it|this|the (?:video|image|picture|photo|clip))(?:\s+(?:as|with))?\s*:?\s+(.+)$/iu.exec(
      clause,
    ) ??
    /^write\s+(?:down\s+|out\s+)?(?:the words?\s+)?(?!(?:an?|some|something|anything|me|us|him|her|it|this|that|these|what|how|why|who|about|code|to|your|my|in|on|at)\b)([^/\\{}<>$=|]+)$/iu.exec(
      clause,
    ) ??
    /^(?:add|put|place|insert|write)\s+(?:the|my)\s+(?:words?|text|name|message)\s+(?!at\b|on\b|in\b|to\b|of\b)(.+)$/iu.exec(
      clause,
    ) ??
    /^(?:add|put|place|insert|include|give it|with)\s+(?:the|an?)\s+(?:big |large |small |white |red )*(?:title|caption|subtitle|headline|heading)\s+(?!at\b|on\b|in\b|to\b|below\b|above\b|near\b)(.+)$/iu.exec(
      clause,
    );
  if (!bare) return undefined;
  const rest = group(bare, 1);
  const text = withoutPlace(rest);
  return !/[\p{L}\p{N}\p{S}]/u.test(text)
    ? undefined
    : [titleOf(text, clause.slice(0, bare.index) + clause.slice(bare.index).replace(text, ' '))];
};

function titleOf(text: string, around: string): EditOperation {
  const color = titleColor(around);
  const place = readTitlePlace(around) ?? (/\bsubtitle|\bcaption|\bcredits?\b/iu.test(around) ? 'bottom' : 'top');
  return { kind: 'title', text, place, ...(color ? { color } : {}) };
}

function titleColor(around: string): string | undefined {
  const named = [
    ...around.matchAll(
      /\bin\s+(?:(?:big|large|bold|small|huge|elegant)\s+)*((?:(?:dark|light|bright|neon|hot|royal)\s+)?\p{L}+)(?:\s+(?:letters|text|font|type|colou?r|writing|lettering|characters))?(?=\s|$|,)/giu,
    ),
    ...around.matchAll(
      /((?:(?:dark|light|bright|neon|hot|royal)\s+)?\p{L}+)\s+(?:letters|text|font|title|caption|lettering|words|writing|subtitle)\b/giu,
    ),
  ].map((match) => match[1]!);
  for (const words of named) {
    const color = colorOf(words) ?? colorOf(words.split(' ').at(-1)!);
    if (color) return color;
  }
  return undefined;
}

const PLACE_AT_END =
  /\s+(?:(?:at|in|on|to|across|near|along) (?:the )?(?:very )?(?:top|bottom|middle|cent(?:er|re)|upper|lower|left|right|corner|image|picture|video|screen|photo|sky|frame)\b.*|in (?:big |large |bold |small )*(?:\p{L}+ )?(?:letters|text|font|type|colou?r)\b.*|on it|above|below)$/iu;

function withoutPlace(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(PLACE_AT_END, '').trim();
    const color = /^(.+)\s+in\s+(\p{L}+)$/iu.exec(rest);
    if (color && colorOf(color[2]!)) rest = color[1]!;
  }
  return rest.replace(/^the words?\s+/iu, '');
}

/** A sign that says something, a cap with a word on it. */
function readBoard(around: string, text: string, { lexicon }: Parameters<ClauseReader>[1]): EditOperation | undefined {
  const match =
    /^(?:.*?\b(?:add|put|place|insert|give|wear(?:ing)?|include|draw|show|hold(?:ing)?)\b\s+)?(.*?)\b(?:that |which )?(?:says?|saying|reads?|reading|with|labell?ed)\b(.*)$/iu.exec(
      around,
    );
  if (!match) return undefined;
  const given = /^(.+?)\s+((?:an?|the|some)\s+.+)$/iu.exec(group(match, 1));
  const carrier = given ? readTarget(given[1]!, lexicon) : undefined;
  const read = readObject(carrier && given ? given[2]! : group(match, 1), lexicon);
  if (!read) return undefined;
  const place = readBodyPlace(group(match, 2));
  return {
    kind: 'add',
    object: { ...read.object, text: text.slice(0, TEXT_MAX) },
    anchor: place ?? (carrier ? read.wornAt : read.aloneAt),
    ...(carrier ? { carrier } : {}),
    count: read.count,
  };
}
