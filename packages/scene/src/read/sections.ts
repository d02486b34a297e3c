/**
 * Prompts that are forms: labelled lines (`Scene: … Camera: …`), JSON, scene headings of scripts, settings of other
 * programs behind the words. All of them are written out as sentences, so that one reader serves them all.
 */

/** What a label says about the words behind it. */
type Label =
  | 'dropped'
  | 'mood'
  | 'style'
  | 'camera'
  | 'lighting'
  | 'sound'
  | 'music'
  | 'dialogue'
  | 'text'
  | 'title'
  | 'time'
  | 'season'
  | 'background'
  | 'foreground'
  | 'place'
  | 'clothes'
  | 'negative'
  | 'plain';

const LABELS: readonly (readonly [Label, string])[] = [
  ['negative', 'negative prompts?|negatives?|avoid|exclude|do not include|constraints'],
  [
    'dropped',
    'aspect ratio|aspect|ratio|duration|length|seed|fps|frame ?rate|resolution|quality|steps|cfg(?: scale)?|sampler|model|version|format|language|width|height|size|colou?r palette|palette|colou?r grad(?:e|ing)|colou?rs|tags|technical(?: details)?|render(?:er)?|id',
  ],
  ['mood', 'mood|emotions?|atmosphere|vibe|feeling|tone'],
  ['style', '(?:art |visual |film |rendering )?style|aesthetic|medium|genre|art direction'],
  [
    'camera',
    'camera(?: (?:angle|movement|move|motion|shot|work|style|view))?|cinematography|shot(?: type| size)?|angle|framing|composition|lens|perspective|view(?:point)?|movement',
  ],
  ['lighting', 'light(?:ing|s)?(?: style| setup)?'],
  ['music', 'music|soundtrack|score|bgm|background music'],
  ['sound', 'audio|sounds?|sfx|sound (?:effects?|design)|ambien[ct]e|ambient|ambient sounds?|noise'],
  ['dialogue', 'dialog(?:ue)?s?|voice ?over|narration|narrator|speech|spoken(?: line)?|lines?|vo'],
  ['title', 'title|caption|headline'],
  ['text', '(?:on[ -]screen |visible )?text|lettering|inscription'],
  ['time', 'time(?: of (?:the )?day)?|hour'],
  ['season', 'season'],
  ['background', 'background|backdrop'],
  ['foreground', 'foreground'],
  ['place', 'setting|location|place|environment|where|scenery'],
  ['clothes', 'clothing|clothes|wardrobe|outfit|costume|attire|wearing'],
  [
    'plain',
    'scene(?: ?\\d+| description)?|prompt|subjects?|main (?:subject|character)|objects?|characters?|people|person|animals?|actions?|activity|event|pose|expression|details?|description|weather|shot ?\\d+|part ?\\d+|step ?\\d+|beat ?\\d+|frame ?\\d+|video|image|picture|focus|elements?|props|concept|theme|idea|special effects|vfx|effects|physics|opening|ending|first|finally|overall',
  ],
];
const LABEL_OF = new Map<Label, RegExp>(LABELS.map(([label, names]) => [label, new RegExp(`^(?:${names})$`, 'i')]));
const ANY_LABEL = new RegExp(
  `(^|[\\n.;|,!?}\\])]\\s*|\\s[-*•–]\\s*)[-*•#>\\s]*(?:\\d+[.)]\\s*)?[*_[(]*\\b(${LABELS.map(([, names]) => names).join('|')})[\\])*_]*\\s*[:：=][*_]*\\s*`,
  'gi',
);
/** A single one of these is told from an ordinary word with a colon. */
const SURE = /^(?:dropped|plain|place|camera|lighting|sound|style|mood|negative|music|dialogue)$/;
const LONGEST = 8000;

function labelOf(name: string): Label {
  const key = name.replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
  for (const [label, names] of LABEL_OF) if (names.test(key)) return label;
  return 'plain';
}

/** The prompt as sentences; one that is no form is given back but for settings meant for other programs. */
export function writeOut(prompt: string): string {
  const text = prompt.slice(0, LONGEST);
  const fromJson = readJson(text);
  const plain = fromJson ?? readLabels(text);
  return lowerCapitals(readHeadings(dropSettings(plain)));
}

/** `--ar 16:9`, `(word:1.2)`, `<lora:…>`, `[0:00-0:04]`, `8-second video`. */
function dropSettings(text: string): string {
  return text
    .replaceAll(
      /(^|\s)(?:--?|—|–)(?!no\b)[a-z]{1,12}(?:[ =](?:\d[\d.:x]*|raw|fast|relax|turbo|cute|expressive|scenic|original))?(?=\s|$)/gi,
      '$1',
    )
    .replaceAll(/<(?:lora|lyco|hypernet|embedding):[^<>]{0,80}>/gi, ' ')
    .replaceAll(/\(+([^():]{1,80}):\s?[01]?\.\d+\)+/g, '$1')
    .replaceAll(/[[(]?\b\d{1,2}:\d{2}\s*(?:-|–|—|to)\s*\d{1,2}:\d{2}\b(?!\s*(?:[ap]\.?m|o'clock))[\])]?\s*:?/gi, '. ')
    .replaceAll(
      /[[(]?\b\d{1,2}(?:\.\d)?\s*s?\s*(?:-|–|—|to)\s*\d{1,2}(?:\.\d)?\s*s(?:ec(?:ond)?s?)?\b[\])]?\s*:?/gi,
      '. ',
    )
    .replaceAll(
      /\b\d{1,3}[- ]?(?:seconds?|secs?|s)(?:[- ]long)?(?= (?:video|clip|film|shot|loop|animation|scene))/gi,
      ' ',
    );
}

/** `INT. KITCHEN - NIGHT`. */
function readHeadings(text: string): string {
  return text.replaceAll(
    /(^|[\n.]\s*)(INT|EXT|INT\.?\/EXT)\.?\s+([^\n.–—-]{2,60}?)\s*(?:[-–—]+\s*([A-Za-z ]{2,20}))?(?=[\n.]|$)/g,
    (_, before: string, side: string, place: string, time: string | undefined) =>
      `${before}${side.startsWith('EXT') ? 'At' : 'Inside'} a ${place.toLowerCase()}${time === undefined ? '' : ` at ${time.trim().toLowerCase()}`}`,
  );
}

/** All in capitals, or each word with one: no word of it is a name for that. What stands in quotes keeps its letters. */
function lowerCapitals(text: string): string {
  const bare = text.replaceAll(/["“][^"”]*["”]/g, '');
  const words = bare.match(/[A-Za-z]+/g) ?? [];
  const isShouted = words.length >= 3 && /^[^a-z]*$/.test(bare);
  const isTitled =
    words.length >= 4 &&
    words.every((word) => /^[A-Z]/.test(word)) &&
    /\s(?:The|A|An|Of|In|On|At|With|And|By)\s/.test(bare);
  if (!isShouted && !isTitled) return text;
  return text.replaceAll(/["“][^"”]*["”]|[^"“]+/g, (part) => (/^["“]/.test(part) ? part : part.toLowerCase()));
}

function readLabels(text: string): string {
  const found = [...text.matchAll(ANY_LABEL)].filter((match) => !isInQuotes(text, match.index));
  if (found.length === 0) return text;
  if (found.length === 1 && !SURE.test(labelOf(found[0]![2]!))) return text;
  const parts = [text.slice(0, found[0]!.index)];
  const denied: string[] = [];
  for (const [i, match] of found.entries()) {
    const end = found[i + 1]?.index ?? text.length;
    const value = text.slice(match.index + match[0].length, end).replace(/[\s,;|*]+$/, '');
    const label = labelOf(match[2]!);
    if (label === 'negative') denied.push(value);
    else parts.push(sentence(label, value));
  }
  return join(parts, denied);
}

const isInQuotes = (text: string, at: number): boolean => (text.slice(0, at).match(/["“”]/g)?.length ?? 0) % 2 === 1;

function join(parts: readonly string[], denied: readonly string[]): string {
  const said = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.!?]["”]?$/.test(part) ? part : `${part}.`));
  return [...said, ...denied.map((list) => `Negative prompt: ${list}`)].join(' ');
}

const OPEN =
  /^(?:in|on|at|inside|under|by|near|above|outside|beside|behind|over|through|across|along|underwater|indoors|outdoors)\b/i;
const ARTICLE = /^(?:an?|the|his|her|their|two|three|some)\b/i;

/** A labelled value as part of a sentence. */
function sentence(label: Label, value: string): string {
  const all = value.trim();
  if (all === '') return '';
  const [first = '', ...others] = all.split(/\s*[,;]\s*/);
  const rest = others.length > 0 ? `, ${others.join(', ')}` : '';
  const ending = (noun: string, unless: RegExp): string => (unless.test(first) ? all : `${first} ${noun}${rest}`);
  switch (label) {
    case 'dropped':
    case 'negative':
      return '';
    case 'mood':
      return [first, ...others]
        .map((mood) => `${mood.replace(/^and /, '').replace(/ and /g, ' mood, ')} mood`)
        .join(', ');
    case 'style':
      return ending('style', /style|photo|painting|film|art\b|drawing|render|sketch|anime|animation|\bd\b/i);
    case 'lighting':
      return ending('lighting', /light|glow|hour|sun|dark|lit\b|neon|shadow/i);
    case 'music':
      return /\b(?:none|no|off|n\/a)\b/i.test(first) ? 'no music' : `the music is ${all}`;
    case 'sound':
      return /^(?:none|no|off|n\/a|silent|mute)\b/i.test(first)
        ? 'no sound'
        : `sounds of ${all.replaceAll(/[.;]\s*/g, ', ')}`;
    case 'camera':
      return cameraOf(first) + rest;
    case 'dialogue':
      return dialogueOf(all);
    case 'text':
    case 'title':
      return `with the ${label} ${quoted(all)}`;
    case 'time':
      return OPEN.test(all) ? all : `at ${all}`;
    case 'season':
      return `in ${all}`;
    case 'background':
    case 'foreground':
      if (/^\w+$/.test(all)) return `${all} ${label}`;
      return OPEN.test(all) ? all : `in the ${label} ${ARTICLE.test(all) ? '' : 'the '}${all}`;
    case 'place':
      return OPEN.test(all) ? all : `in ${ARTICLE.test(all) || /^[A-Z]/.test(all) ? '' : 'a '}${all}`;
    case 'clothes':
      return `wearing ${all}`;
    case 'plain':
      return all;
  }
}

function cameraOf(value: string): string {
  if (
    /^(?:(?:slow|slowly|gentle|smooth|fast|quick)\s+)?(?:pan|tilt|push|dolly|zoom|orbit|track|crane|pull|follow|circl|moves?|ris)/i.test(
      value,
    )
  )
    return `the camera ${value}`;
  return /shot|camera|view|lens|mm\b|angle|up\b|frame|pov|drone|handheld|static|focus|depth/i.test(value)
    ? value
    : `${value} shot`;
}

function dialogueOf(value: string): string {
  if (/^(?:none|no\b|n\/a)/i.test(value)) return 'no dialogue';
  const [, who, line] = /^([\p{L} ]{2,30})\s*[:：]\s*(.+)$/su.exec(value) ?? [];
  if (who !== undefined && line !== undefined)
    return `the ${who.toLowerCase().replace(/^the /, '')} says ${quoted(line)}`;
  const [, quote] = /["“]([^"”]+)["”]/.exec(value) ?? [];
  if (quote !== undefined)
    return /\b(?:says?|whispers?|shouts?|asks?|speaks?|yells?)\b/i.test(value) ? value : `says "${quote}"`;
  return `says ${quoted(value)}`;
}

const quoted = (value: string): string => `"${value.replaceAll(/["“”]/g, '').trim()}"`;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The words of a prompt that is JSON, or nearly; undefined for any other. */
function readJson(text: string): string | undefined {
  const start = text.search(/[{[]/);
  if (start < 0 || !/["'][\w -]{1,40}["']\s*:/.test(text)) return undefined;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  const denied: string[] = [];
  const value = parse(text.slice(start, end + 1));
  if (value !== undefined)
    return join([text.slice(0, start), ...tell(value, 'plain', denied), text.slice(end + 1)], denied);
  // Quotes or commas are missing somewhere: its strings are read as they come.
  const pairs = [...text.matchAll(/["']([\w -]{1,40})["']\s*:\s*(?:"([^"]*)"|'([^']*)'|([\d.]+))/g)];
  if (pairs.length === 0) return undefined;
  const parts = pairs.map(([, key = '', one = '', other = '', number = '']) => {
    const label = labelOf(key);
    const said = one || other;
    if (label === 'negative') denied.push(said);
    return label === 'negative' || number !== '' ? '' : sentence(label, said);
  });
  return join(parts, denied);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const DEEPEST = 6;

function tell(value: Json, label: Label, denied: string[], depth = 0): string[] {
  if (depth > DEEPEST || label === 'dropped' || value === null || typeof value === 'boolean') return [];
  if (typeof value === 'number') return [];
  if (label === 'negative') {
    denied.push(JSON.stringify(value).replaceAll(/["[\]{}]/g, ' '));
    return [];
  }
  if (typeof value === 'string') return [sentence(label, value)];
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.every((one) => typeof one === 'string')) return [sentence(label, list.join(', '))];
    return list.flatMap((one) => tell(one, label, denied, depth + 1));
  }
  const entries = Object.entries(value as { readonly [key: string]: Json });
  const thing = oneThing(entries);
  return thing !== undefined ? [thing] : entries.flatMap(([key, one]) => tell(one, labelOf(key), denied, depth + 1));
}

const BEFORE = /^(?:colou?r|size|age|material|count|number|quantity|adjective|texture)$/i;
const NAME = /^(?:type|name|subject|object|character|kind|what|species|description|item|animal)$/i;

/** `{"type":"cat","color":"black","action":"sleeping"}`: a noun phrase. */
function oneThing(entries: readonly (readonly [string, Json])[]): string | undefined {
  const textOf = (test: RegExp): string[] =>
    entries
      .filter(([key]) => test.test(key))
      .flatMap(([, one]) => (typeof one === 'string' || typeof one === 'number' ? [`${one}`] : []));
  const [name] = textOf(NAME);
  if (
    name === undefined ||
    !entries.some(([key]) => BEFORE.test(key) || /^(?:action|position|pose|location|clothing|wearing)$/i.test(key))
  )
    return undefined;
  const looks = textOf(BEFORE).filter((look) => !name.toLowerCase().includes(look.toLowerCase()));
  const clothes = textOf(/^(?:clothing|clothes|outfit|wearing|attire)$/i).map((wear) => `wearing ${wear}`);
  const doing = textOf(/^(?:action|pose|activity|doing|expression|state)$/i);
  const where = textOf(/^(?:position|location|place|where|placement)$/i).map((at) =>
    /^(?:left|right)$/i.test(at)
      ? `on the ${at}`
      : /^(?:center|centre|middle|foreground|background)$/i.test(at)
        ? `in the ${at}`
        : at,
  );
  const count = looks.some((look) => /^\d+$/.test(look));
  return [count || ARTICLE.test(name) ? '' : 'a', ...looks, name, ...clothes, ...doing, ...where]
    .filter(Boolean)
    .join(' ');
}
