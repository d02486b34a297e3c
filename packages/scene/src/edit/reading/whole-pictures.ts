import type { EditOperation } from '../operation.ts';
import type { ClauseReader } from './clause-reader.ts';

const PICTURES =
  '(?:pictures?|images?|photos?|photographs?|inputs?|shots?|them|both|all|everything|these|those|two|three|four|five|it)';
const STYLE =
  /\b(?:in|with|into|to|like|using|apply|match|copy|use|transfer|take|from|has|have|give)\b.*\b(?:styles?|look|aesthetic)\b.*@\d+@|@\d+@(?:'s)?\s+(?:styles?|look|aesthetic)\b|\bstyle transfer\b|\b(?:look|painted|drawn) like\b.*@\d+@/iu;
const STYLE_WHY =
  'A style is not taken over from another picture: name one instead, such as watercolour, oil painting, comic, anime, pencil sketch or film noir.';
const COLORS =
  /\b(?:colou?rs?|palette|lighting|light|mood|tones?|grading|grade|textures?|patterns?|pose|expression)\b.*\b(?:of|from|in|like)\b.*@\d+@|@\d+@(?:'s)?\s+(?:colou?rs?|palette|lighting|light|mood|tones?|grading|textures?|patterns?|pose)\b/iu;
const COLORS_WHY =
  'Colours, light, textures and poses are not taken over from another picture: ask for them in words, as in "make it warmer" or "make the car red".';
const BESIDE =
  /\bside[- ]by[- ]side\b|\bnext to (?:each other|one another)\b|\bcollage\b|\b(?:di|tri)ptych\b|\bsplit[- ]?screen\b|\bin (?:a|one) (?:row|line|column|grid)\b|\bgrid of\b|\b(?:one|each) (?:above|below|over|under) (?:the|each|an)?other\b|\bstack(?:ed)?\b|^stitch\b|@\d+@ (?:next to|beside|to the (?:left|right) of|above|below|under|over) @\d+@$/iu;
const COMBINE =
  /^(?:combine|merge|blend|join|mix|fuse|composite|unite|compose|bring|put|montage)(?:\s+(.*?))?(?:\s+(?:together|into (?:one|a single)(?: .*)?|in (?:one|a single) .*|as one))?$/iu;
const WHOLE_ONLY = new RegExp(
  `^(?:(?:the|my|of|given|input|attached|uploaded|and|with|to|${PICTURES}|@\\d+@|,|&)\\s*)*$`,
  'iu',
);
/** Said of a picture as a whole, not of something in it. */
const ABOUT_ALL = new RegExp(
  `\\b(?:${PICTURES})\\b|@\\d+@|^(?:(?:make|create|do|as|a|an)\\s+)*(?:collage|diptych|triptych|split[- ]?screen|grid|side[- ]by[- ]side)`,
  'iu',
);
const NAMED =
  /\b(?:the|a|an|her|his)\s+(?!two\b|three\b|four\b|five\b|(?:other|first|second|third)?\s*(?:pictures?|images?|photos?|inputs?)\b|row|line|column|grid|collage|split|other|diptych|triptych|single|side)\p{L}+/iu;

/** What is asked of pictures as wholes: beside each other, made one, in each other's style. */
export const readWholePictures: ClauseReader = (clause, { inputs, tellUndone }) => {
  if (inputs.kind !== 'image' || /«/u.test(clause)) return undefined;
  const isOfPictures =
    (BESIDE.test(clause) && ABOUT_ALL.test(clause)) || /^(?:combine|merge|blend|stitch)\b/iu.test(clause);
  if (inputs.count < 2) {
    if (!isOfPictures || NAMED.test(clause)) return undefined;
    tellUndone(clause, 'There is one picture only: send all those that are to be put together.');
    return [];
  }
  if (COLORS.test(clause)) {
    tellUndone(clause, COLORS_WHY);
    return [];
  }
  if (STYLE.test(clause)) {
    tellUndone(clause, STYLE_WHY);
    return [];
  }
  const tagged = [...new Set([...clause.matchAll(/@(\d+)@/gu)].map((found) => Number(found[1])))];
  const meant = tagged.length > 1 ? tagged : Array.from({ length: inputs.count }, (_, index) => index);
  if (BESIDE.test(clause) && ABOUT_ALL.test(clause) && !NAMED.test(clause)) {
    const along = /\bcolumn|above|below|stack|over|under/iu.test(clause)
      ? 'column'
      : /\bgrid|collage/iu.test(clause) && meant.length > 2
        ? 'grid'
        : 'row';
    return [{ kind: 'collage', images: meant, along }];
  }
  const match = COMBINE.exec(clause);
  if (!match || !WHOLE_ONLY.test(match[1] ?? '')) return undefined;
  if (/^(?:put|bring)/iu.test(clause) && !/\b(?:together|into (?:one|a single)|in one|as one)/iu.test(clause))
    return undefined;
  return together(meant);
};

/** What each picture is about comes into the one that is a place, or else beside what the first shows. */
function together(images: readonly number[]): readonly EditOperation[] {
  const others = images.slice(1);
  return others.map((image, index) => ({
    kind: 'paste',
    image,
    onto: { image: images[0]!, relation: 'nextTo' },
    ...(others.length > 1 ? { slot: { index, count: others.length } } : {}),
  }));
}

/** "Combine both pictures: the dog on the sofa": what follows is what is asked. */
export const PREAMBLE =
  /^(?:combine|merge|blend|join|mix|fuse|composite|use|take|edit)\s+(?:(?:both|all|the|these|two|three|four|five|my|of|given|input)\s+)*(?:pictures|images|photos|inputs|them|all)(?:\s+(?:together|into one(?: \p{L}+)?))?\s*[:,–—-]\s*(?:(?:so that|and|by)\s+)?(?=\S)/iu;
