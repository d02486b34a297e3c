import type { Background, EditOperation } from '../operation.ts';
import { type ClauseReader, group, type ReadContext, WHOLE } from './clause-reader.ts';
import { colorOf, readNounPhrase } from './noun-phrase.ts';
import { readTarget } from './targets.ts';

const GROUND = '(?:background|backdrop|surroundings|scenery|setting|environment|location|scene behind \\p{L}+)';
const BLUR =
  /^(?:blur|defocus|soften)(?: out)?\b.*\b(?:background|backdrop|behind)|\b(?:blurr(?:y|ed)|out[- ]of[- ]focus|defocus(?:s)?ed|bokeh)\b.*\b(?:background|backdrop)|\b(?:background|backdrop)\b.*\b(?:blurr?(?:y|ed)?|out of focus|bokeh)|\b(?:shallow )?depth[- ]of[- ]field|\bportrait mode\b|^add (?:a |some )?bokeh(?: (?:effect|blur))?$/iu;
const REMOVE = new RegExp(
  `^(?:remove|delete|erase|get rid of|cut (?:out|away)|take (?:out|away|off)|eliminate|clear|drop|strip|no|without|hide)\\s+(?:the |all |of |its )*(?:${GROUND})(?:\\s+(?:of|from|behind|in)\\b.*)?$`,
  'iu',
);
const REPLACE = new RegExp(
  `^(?:replace|change|swap|switch|substitute|exchange|turn|transform|make|set|convert|update|shift)\\s+(?:out )?(?:the |her |his |their |its |whole |entire |current |original )*${GROUND}(?:\\s+(?:of|behind|in)\\s+(?:the )?[\\p{L}@\\d ]+?)?\\s+(?:(?:with|to|for|by|into|as|be|look like|to be|to look like|a|an|from [^,]+? to)\\s+)+(.+)$`,
  'iu',
);
const MAKE = new RegExp(`^(?:make|turn|paint|colou?r)\\s+(?:the |its )*${GROUND}\\s+(.+)$`, 'iu');
const AS = new RegExp(
  `^(?:use|put|set|place|add|insert|have|show)\\s+(.+?)\\s+(?:as|for|in|to|into)\\s+(?:the |a |an |new )*${GROUND}$`,
  'iu',
);
const WITH = new RegExp(
  `\\b(?:with|against|on|in front of|before|(?:put|place|set)(?!.*\\b(?:on|in|against|before)\\b.*background)|give (?:it|her|him|them|the \\p{L}+)|add|use|onto)\\s+(?:an? |the |some )?(.+?)\\s+${GROUND}(?:\\s+(?:behind|around)\\s+.+)?$`,
  'iu',
);
/** "Background: white", "the background should be a beach". */
const BARE = new RegExp(
  `^(?:new |the )?${GROUND}(?:,?\\s*(?:which|that))?\\s*(?:[:=–-]\\s*|\\s(?:should be|must be|to be|as|to|in)\\s+|\\s)(?!is\\b|are\\b|music|sounds?|noise|people|looks?\\b|of\\b|should\\b|blur)(.+)$`,
  'iu',
);
const GREEN_SCREEN = /\bgreen[- ]?screen\b|\bchroma[- ]?key\b/iu;
const MOVED =
  /^(?:put|place|move|bring|teleport|send|transport|take|show|set|have|drop|relocate|imagine|film|shoot)\s+(.+?)\s+(?:be |being |to be |standing |sitting |walking |right |up )*(?:in front of|in the middle of|on top of|to|in|on|at|into|onto|inside|among|under|against|by|near|over)\s+(.+)$/iu;
const AS_IF =
  /(?:^|\b)(?:as if|as though|like|so that|such that|look like|pretend)?\s*(?:she|he|they|it|i|we|(?:the (?:woman|man|girl|boy|person|people|cat|dog|subject|couple|scene|video|action)))\s*(?:'s|'re|is|was|are|were|should be|would be|takes place|happens|took place|set|be)\s+(?:standing |sitting |walking |filmed |shot |set |taken |recorded |being |actually )*(?:in|on|at|inside|under|by|near|over)\s+(.+)$/iu;

export const readBackgroundClause: ClauseReader = (clause, context) => {
  if (BLUR.test(clause)) return [{ kind: 'background', background: { kind: 'blur' } }];
  if (GREEN_SCREEN.test(clause)) return [{ kind: 'background', background: { kind: 'color', color: '#00b140' } }];
  if (REMOVE.test(clause)) return [{ kind: 'background', background: { kind: 'color', color: '#ffffff' } }];
  if (
    /^(?:(?:remove|delete|erase|hide|cut out)\s+(?:everything|all(?: else)?|anything)\s+(?:except|but|other than|apart from|around)|(?:keep|leave|show)\s+(?:only|just|nothing but))\b/iu.test(
      clause,
    )
  ) {
    return [{ kind: 'background', background: { kind: 'color', color: '#ffffff' } }];
  }
  const cut = /^(?:cut out|isolate|extract|crop out|separate)\s+(.+)$/iu.exec(clause);
  if (cut && !/\bfrom\b.*@/u.test(clause) && readTarget(group(cut, 1), context.lexicon)) {
    return [{ kind: 'background', background: { kind: 'color', color: '#ffffff' } }];
  }
  const replaced = REPLACE.exec(clause) ?? MAKE.exec(clause) ?? BARE.exec(clause);
  if (replaced) return backgroundOf(group(replaced, 1), context);
  const used = AS.exec(clause);
  // Trees "in the background" are added there; a beach is the background.
  if (
    used &&
    (!/^(?:put|place|add|insert)\b.*\b(?:in|into|to) (?:the |an? )?\p{L}+$/iu.test(clause) ||
      isPlace(group(used, 1), context))
  )
    return backgroundOf(group(used, 1), context);
  const withOne = WITH.exec(clause);
  if (withOne && !/\b(?:in|to|from|of) the$/iu.test(group(withOne, 1))) {
    if (!/^(?:remove|keep|leave|preserve|the|same|original)\b/iu.test(group(withOne, 1)))
      return backgroundOf(group(withOne, 1), context);
  }
  return readElsewhere(clause, context);
};

/** "Put her on a beach", "as if they were in Paris": somebody who is there already, in another place. */
function readElsewhere(clause: string, context: ReadContext): readonly EditOperation[] | undefined {
  const moved = MOVED.exec(clause);
  if (moved && isThere(group(moved, 1), context) && isPlace(group(moved, 2), context)) {
    return backgroundOf(group(moved, 2), context);
  }
  const asIf = AS_IF.exec(clause);
  if (asIf && isPlace(group(asIf, 1), context)) return backgroundOf(group(asIf, 1), context);
  return undefined;
}

function isThere(text: string, { lexicon }: ReadContext): boolean {
  if (new RegExp(`^${WHOLE}$`, 'iu').test(text)) return true;
  if (/^(?:an?|some|two|three|\d)\b/iu.test(text)) return false;
  const target = readTarget(text, lexicon);
  return target?.kind === 'person' || target?.kind === 'subject' || target?.kind === 'animal';
}

/** Where one can be: a beach, Mars, Paris, space; not a table, and not a part of a body. */
function isPlace(text: string, { lexicon }: ReadContext): boolean {
  if (/\b(?:head|hand|shoulders?|lap|neck|face|arm|left|right|middle|corner)\b|@|«/iu.test(text)) return false;
  if (/\b(?:night|day|slow motion|reverse|style|black and white)\b/iu.test(text) && text.split(' ').length < 3)
    return false;
  const { noun } = readNounPhrase(text);
  const words = noun.split(' ');
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const found = lexicon.look(words.slice(from, to).join(' '))?.meaning.setting;
      if (found && found.weight >= 2) return true;
    }
  }
  return /\b(?:paris|london|new york|tokyo|rome|venice|city|forest|jungle|beach|desert|mars|moon|space|castle|office|studio|cafe|street|park|mountains?|snow|ocean|island|eiffel tower|times square|planet|clouds|kitchen|library|stage|garden|hawaii|egypt|pyramids|underwater|volcano|cave|outer space)\b/iu.test(
    noun,
  );
}

function backgroundOf(text: string, context: ReadContext): readonly EditOperation[] | undefined {
  const background = readBackground(text, context);
  return background && [{ kind: 'background', background }];
}

/** A studio's backdrop has no tint. */
const PURE: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' };

function readBackground(text: string, { inputs }: ReadContext): Background | undefined {
  const image = /@(\d+)@/u.exec(text);
  if (image) return Number(image[1]) < inputs.count ? { kind: 'image', image: Number(image[1]) } : undefined;
  const plain = text
    .replace(
      /\b(?:solid|plain|pure|flat|uniform|simple|clean|completely|fully|totally|entirely|studio|colou?red|colou?r|instead|one|background|backdrop|seamless)\b/giu,
      ' ',
    )
    .replace(/^\s*(?:an? |the |to |be )+/iu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const color = colorOf(plain);
  if (color) return { kind: 'color', color: PURE[plain.toLowerCase()] ?? color };
  if (plain === '' && /\bstudio\b/iu.test(text)) return { kind: 'color', color: '#c9c9cc' };
  if (/^(?:blurr?(?:y|ed)?|out of focus|transparent|nothing)$/iu.test(plain)) {
    return /trans|noth/iu.test(plain) ? { kind: 'color', color: '#ffffff' } : { kind: 'blur' };
  }
  const prompt = text.replace(/^(?:an? image of|a picture of|that of)\s+/iu, '').trim();
  return prompt === '' || prompt.length > 400 ? undefined : { kind: 'scene', prompt };
}
