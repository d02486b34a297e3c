import { type ClauseReader, group, WHOLE } from './clause-reader.ts';
import { readLooks } from './looks.ts';
import { readTarget } from './targets.ts';

/** What is understood and cannot be done, and why; each in words for the API's user. */
interface Unable {
  readonly says: RegExp;
  readonly why: string;
  /** Of clips only, or of pictures only; both when absent. */
  readonly of?: 'image' | 'video';
}

const SOUND = '(?:sounds?|audio|volume|music|voices?|video|clip|it)';
const SHAPE =
  'The result keeps the shape and size of its input: crop or pad the input itself before it is sent, or name an ' +
  'aspect_ratio where the request takes one. ' +
  'Asked to "crop to the subject" or to "zoom in", the draft engine shows less at the same shape.';

const ALL: readonly Unable[] = [
  {
    says: /^(?:crop|cut|reframe|resize|re-size|scale|make|turn|convert|change|set|format|pad|extend)\b.*(?:\b(?:square|portrait (?:format|mode|orientation|ratio)|landscape (?:format|mode|orientation|ratio)|vertical(?:ly)?|horizontal (?:format|video)|wide-?screen|aspect(?: ratio)?|\d{1,2}(?:\.\d+)?\s*(?::|to|by)\s*\d{1,2}|\d{2,5}\s*(?:x|×|by)\s*\d{2,5}|instagram (?:story|reel)|tiktok)\b)(?!.*\b(?:flip|mirror)\b)/iu,
    why: SHAPE,
  },
  {
    says: /^(?:crop|cut|trim|chop)\s+(?:out|off|away)\s+(?:the |its )?(?:\p{L}+ )?(?:left|right|top|bottom|upper|lower|edges?|sides?|borders?)\b/iu,
    why: SHAPE,
  },
  {
    says: /^(?:resize|upscale|up-?res|upsample|downscale|enlarge|shrink)\b|\b(?:to|in) (?:4k|8k|full hd|uhd|1080p|2160p)\b/iu,
    why: SHAPE,
  },
  {
    says: /^(?:rotate|turn|tilt|straighten|level)\b(?!.*\b(?:180|upside)\b).*(?:\b(?:90|270|45|\d+)\s*(?:°|deg)|\bclockwise\b|\bquarter\b|\bsideways\b)|^(?:rotate|straighten|level)\b(?!.*\b(?:180|upside)\b)/iu,
    why: 'A picture is mirrored or turned upside down, and not turned by any other angle.',
  },
  {
    says: /^(?:trim|shorten|lengthen)\b|^cut\s+(?:it |the (?:video|clip) )?(?:to|down to|after|at|off)\b.*\d|^(?:cut|remove|delete|keep|drop|skip)\s+(?:only |out |off )*(?:the )?(?:first|last|final|initial)\s+(?:\p{L}+|\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?|frames?|half|minutes?)\b|\bmake (?:it|the (?:video|clip)) (?:longer|shorter|\d+(?:\.\d+)? ?(?:s|secs?|seconds?)(?: long)?)$/iu,
    why: 'An edit keeps the whole length of its video: cut it before it is sent, extend it by an extension, or ask for it faster or slower.',
    of: 'video',
  },
  {
    says: /^(?:remove|stop|clear(?: up)?|get rid of|delete|erase|take away|end)\s+(?:all |any |of |the |that )*(?:falling )?(?:rain(?:drops)?|snow(?:flakes|fall)?|fog|mist|haze|smoke|smog|storm|wind)(?:\s+(?:from|in)\b.*)?$/iu,
    why: 'Weather that is in the picture already is not taken away; clear sky and sunshine can be added.',
  },
  {
    says: /^zoom(?:ing)? (?:it |the (?:video|picture|image) )?(?:back )?out\b|\b(?:un-?crop|out-?paint(?:ing)?)\b|^(?:expand|widen)\s+(?:the )?(?:picture|image|video|frame|canvas|view|shot)\b/iu,
    why: 'Nothing is known of what lies outside of the frame: it can be seen from closer, and not from farther away.',
  },
  {
    says: /^(?:(?:un)?mute\b.*|slow(?: it)? down|speed(?: it)? up|rewind|fast[- ]forward|(?:play|run)\b.*|make it (?:slower|faster|slow motion)|slow motion|slow[- ]mo|(?:add|put|remove|play)\b.*\b(?:sounds?|music|audio|soundtrack))$/iu,
    why: 'A picture has no sound and no speed: send a video.',
    of: 'image',
  },
  {
    says: /\bloop(?:s|ed|ing)?\b|\bboomerang\b/iu,
    why: 'A video is played once: faster, slower or backwards, and not in a loop.',
    of: 'video',
  },
  {
    says: new RegExp(
      `\\b(?:louder|quieter)\\b|^(?:turn|crank|bring|put)\\s+(?:up|down)\\s+(?:the |its )?${SOUND}\\b|^turn\\s+(?:the |its )?${SOUND}\\s+(?:up|down)\\b|^(?:increase|decrease|raise|lower|reduce|boost|double|halve|normali[sz]e|amplify|fade)\\b.*\\b(?:volume|audio|sound|loudness)\\b`,
      'iu',
    ),
    why: "A video's own sound is kept as it is or muted, and not made louder or quieter.",
    of: 'video',
  },
  {
    says: /\bstabili[sz]e|\b(?:remove|fix|reduce|less)\b.*\b(?:shak(?:e|es|ing|y)|jitter|camera shake)\b/iu,
    why: 'The camera of a video stays as it is: it is not stabilised.',
    of: 'video',
  },
  {
    says: /^(?:sharpen|de-?noise|de-?blur|restore|unblur|re-?touch|enhance|improve|fix)\b(?!.*\b(?:white balance|colou?rs?|contrast|saturation|vibran\w+|light(?:ing)?|brightness)\b)|\b(?:sharper|less noisy|less grain|less blurry|(?:higher|better|high|best) quality)\b|^(?:improve|enhance|increase|raise)\b.*\bquality\b/iu,
    why: 'Sharpness, noise and quality are kept as they are.',
  },
  {
    says: /^(?:(?:blur|pixelate|pixelize|censor|obscure|anonymi[sz]e|redact)\b(?!.*\b(?:background|whole|everything|video|image|picture|scene|photo)\b| it\b)|(?:hide|mask)\b.*\b(?:faces?|plates?|eyes|number)\b)/iu,
    why: 'Only the background can be blurred; a person or a thing can be removed.',
  },
  {
    says: /^(?:add|give|put|apply|draw|make)\b.*\b(?:borders?|picture frames?|black bars|letter-?box(?:ing)?|vignett(?:e|ing)|drop shadow)\b/iu,
    why: 'Borders, bars and vignettes are not drawn by themselves; a vintage or film noir look brings a vignette.',
  },
  {
    says: /^(?:make|let|have|get)\s+(?:her|him|them|it|me|us|everyone|the \p{L}+(?: \p{L}+)?|a \p{L}+)\s+(?:to )?(?:smile|laugh|cry|talk|speak|sing|dance|jump|wave|run|walk|sit|stand|blink|wink|nod|kiss|hug|fight|swim|fly|turn around|(?:look )?(?:older|younger|taller|shorter|fatter|thinner|slimmer|happy|happier|sad|angry|muscular|bald))\b(?!.*\b(?:fast(?:er)?|slow(?:er|ly)?|like|backwards?|reverse|wearing|with)\b)/iu,
    why: 'People and animals keep their pose, face and age: what they do is not redrawn.',
  },
  {
    says: /^(?:turn|transform|morph|change|make)\s+(?:her|him|them|me|the (?:wom[ae]n|m[ae]n|girls?|boys?|person|people|lady|guy|child|children))\s+(?:in)?to\s+(?:an? |some )?(?!(?:wear|hold|have|look|carry|put|be)\b|.*\b(?:red|blue|green|yellow|orange|purple|pink|brown|gold|golden|silver|gr[ae]y|blonde|style|cartoons?|comics?|anime|manga|painting|watercolou?r|sketch|drawing|pixel|clay|lego|sepia|black|white|night|\p{L}+ painting)\b).+$/iu,
    why: 'A person is not turned into somebody or something else; the picture as a whole can be restyled, and a person can be given things to wear.',
  },
];

const WORDLESS = new RegExp(
  `^(?:add|put|write|insert|include|give(?: it)?|overlay|place)\\s+(?:(?:an?|the|some|my|nice|cool|big)\\s+)*(?:titles?|captions?|subtitles?|text|headline|heading|words?|watermark)(?:\\s+(?:to|on|over|at|in)\\s+(?:${WHOLE}|(?:the )?(?:very )?(?:top|bottom|middle|cent(?:er|re))(?:\\s.*)?))?$`,
  'iu',
);
const WORDLESS_WHY =
  'What it should say was not told: put the words in quotes, as in \'Add the title "Hello" at the bottom\'.';

const PARTLY =
  /\b(?:only (?:on|in|for|to|the|her|his)|(?:everything|everyone|all) (?:else|but|except)|except(?: for)?|but not (?:on|in|for|the|her|him|his)|apart from|other than)\b/iu;
const PARTLY_WHY = 'A look or a weather is of the whole picture: it is not kept to one part of it, or away from one.';
/** "Make the car darker": what is named, and the look that it should have. */
const LOOK_OF =
  /^(?:make|turn|render|grade|convert|change|set|give|paint|draw|keep|leave)\s+(?:only |just )?((?:the|her|his|their|its|my|all the|these|those) (?:(?!like\b|more\b|much\b|bit\b|less\b|was\b|is\b|to\b|into\b|with\b|down\b|up\b)[\p{L}'-]+ ?){1,4}?)\s+(?:to |into |in |look |a |an |more |much |bit |less )*(\S+(?: (?:and|&) \S+| \S+)?)$/iu;

/** Reads a look that is asked for a part of the picture alone: a look is of the whole. */
export const readPartialLook: ClauseReader = (clause, { lexicon, inputs, tellUndone, tellNote }) => {
  if (/[«@]/u.test(clause)) return undefined;
  if (PARTLY.test(clause)) {
    const { operations } = readLooks(clause);
    if (operations.length === 0) return undefined;
    tellUndone(clause, PARTLY_WHY);
    return [];
  }
  const match = LOOK_OF.exec(clause);
  if (!match) return undefined;
  const { operations, rest } = readLooks(group(match, 2));
  if (operations.length === 0 || rest !== '') return undefined;
  const target = readTarget(group(match, 1), lexicon);
  if (!target || target.kind === 'subject') return undefined;
  if (target.kind === 'sky' || target.kind === 'water' || target.kind === 'ground') {
    tellNote(`The whole ${inputs.kind === 'image' ? 'picture' : 'video'} has that look, not the ${target.word} alone.`);
    return undefined;
  }
  if (isOfWhole(target.word)) return undefined;
  tellUndone(clause, PARTLY_WHY);
  return [];
};

/** Words that a look is told of, and that are no thing in the picture. */
function isOfWhole(word: string): boolean {
  return /(?:light(?:s|ing)?|colou?rs?|tones?|mood|weather|season|atmosphere|look|feel|day|night|time|shadows?|highlights?|exposure|contrast|style|world|image|video|picture|scene|photo|clip|film|movie|everything|city|landscape|street|place|room|house)$/iu.test(
    word,
  );
}

/** Reads a clause that is understood and cannot be carried out; tells why, and gives no operation. */
export const readUnableClause: ClauseReader = (clause, { inputs, tellUndone }) => {
  const isSaid = /«\d+»/u.test(clause);
  const why =
    !isSaid && WORDLESS.test(clause)
      ? WORDLESS_WHY
      : isSaid
        ? undefined
        : ALL.find(({ says, of }) => (of === undefined || of === inputs.kind) && says.test(clause))?.why;
  if (why === undefined) return undefined;
  tellUndone(clause, why);
  return [];
};
