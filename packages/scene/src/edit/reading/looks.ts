import { STYLE_RULES } from '../../lexicon/picture-rules.ts';
import type { StyleKind } from '../../scene.ts';
import type { EditOperation, EditWeather, Grade, RestyleKind } from '../operation.ts';

/** What words say about a picture as a whole. Data: earlier rows win where two match the same words. */

const row = <Value>(value: Value, pattern: string): readonly [Value, RegExp] => [
  value,
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'),
];

const AS = '(?:[- ](?:style|look|version|picture|painting|drawing|print|art|artwork|illustration|window|effect)s?)*';

const STYLES: readonly (readonly [RestyleKind, RegExp])[] = [
  row('inkWash', `(?:ink wash|sumi-?e|shui-?mo|(?:chinese|japanese|zen) (?:ink|brush))${AS}`),
  row('impressionist', `(?:(?:post-?)?impressionis(?:t|m|tic)|pointillis[mt]|(?:claude )?monet'?s?|renoir'?s?)${AS}`),
  row('ukiyoE', `(?:ukiyo-?e|(?:japanese )?wood-?block|wood-?cut|linocut|hokusai'?s?|hiroshige'?s?)${AS}`),
  row('popArt', `(?:pop[- ]?art|(?:andy )?warhol'?s?|(?:roy )?lichtenstein'?s?|screen ?print)${AS}`),
  row('stainedGlass', `stained[- ]?glass(?: mosaic)?${AS}`),
  row('blueprint', `(?:blueprint|cyanotype|technical drawing)${AS}`),
  row('charcoal', `charcoal${AS}`),
  row('lineArt', `(?:line[- ]?art|line drawing|outline drawing|colou?ring (?:book )?page)${AS}`),
  row(
    'pastel',
    `(?:(?:soft |oil |chalk )?pastels? (?:drawing|painting|art|sketch|style|chalks?)|chalk (?:drawing|art))${AS}`,
  ),
  row('vaporwave', `(?:vapou?r-?wave|synth-?wave|retro-?wave|outrun)${AS}`),
  row(
    'anime',
    '(?:retro |vintage |80s |90s |japanese |hand[- ]?drawn )*(?:anime|manga|ghibli|studio ghibli|miyazaki|shinkai|cel[- ]?shad(?:ed|ing)|sailor moon|naruto|one piece|dragon ?ball)(?:[- ](?:style|look|film|movie|scene|character|art|version|frame|cartoon|drawing)s?)*',
  ),
  row(
    'watercolor',
    '(?:water[- ]?colou?rs?|aquarelle|gouache|ink wash|sumi-?e)(?:[- ](?:style|painting|look|picture|art|illustration|version|drawing)s?)*',
  ),
  row(
    'oil',
    "(?:oil[- ]?(?:paint(?:ed|ing|s)?|on canvas|colou?rs)|oils|impressionis(?:t|m|tic)|post-impressionis(?:t|m)|expressionis(?:t|m)|van gogh'?s?|vincent|starry night style|monet'?s?|rembrandt'?s?|picasso'?s?|cubis[tm]|renoir'?s?|vermeer'?s?|klimt'?s?|da vinci|baroque|renaissance|romanticism|impasto|acrylic|classical painting|fine art painting|canvas painting|mosaic|stained glass|painting|painterly|painted)(?:[- ](?:style|painting|look|picture|art|version)s?)*",
  ),
  row(
    'pixel',
    '(?:(?:8|16|32)[- ]?bit|pixel[- ]?art|pixelat(?:e|ed)|pixeled|pixels?|retro (?:video )?games?|minecraft|super nintendo|nintendo|game ?boy|arcade game|nes game)(?:[- ](?:style|look|game|graphics|art|version|video game)s?)*',
  ),
  row(
    'comic',
    "(?:comic(?:[- ]?books?|s)?|graphic[- ]?novel|pop[- ]?art|cartoons?|cartoonish|cartoony|superhero comic|marvel comic|spider-?verse|warhol'?s?|lichtenstein'?s?|half-?tone|simpsons?|family guy|rick and morty|disney 2d|toon(?:ed)?|vector art|flat (?:design|illustration|colou?rs?)|illustration|rotoscop(?:e|ed|ing)|poster art)(?:[- ](?:style|look|strip|panel|art|illustration|version|character|drawing|dots|page|series)s?)*",
  ),
  row(
    'sketch',
    '(?:(?:pencil|charcoal|ink|pen|line|chalk|crayon|graphite|hand[- ]?drawn|black[- ]and[- ]white)[- ]?(?:sketch(?:ed|es)?|drawings?|drawn|art)|sketch(?:ed|es|y)?|line[- ]?art|etching|engraving|doodles?|linocut|woodcut|blueprint|drawing|drawn|hand[- ]?drawn|pencil|charcoal)(?:[- ](?:style|look|art|version)s?)*',
  ),
  row(
    'clay',
    '(?:clay(?:mation)?|plasticine|play-?doh|stop[- ]?motion|pixar|dreamworks|aardman|wallace and gromit|3-?d (?:render(?:ed|ing)?|animat(?:ion|ed)|cartoon|model|movie|style|film|pixar)|3-?d|cgi|lego|toy(?:s|[- ]like)?|voxel|low[- ]?poly|disney|figurine|puppet|felt)(?:[- ](?:style|look|animation|animated|movie|film|cartoon|character|version|figure|render)s?)*',
  ),
  row('noir', '(?:film[- ])?noir(?:[- ](?:style|look|film|movie|scene)s?)*|detective (?:film|movie)|sin city'),
];

const GRADES: readonly (readonly [Grade, RegExp])[] = [
  row(
    'blackAndWhite',
    'black (?:and|&|n|\\+|/) ?white|black-and-white|b ?(?:&|/|n|and) ?w|monochrom(?:e|atic)|gr[ae]y-?scale|gr[ae]y scale|desaturated? (?:completely|fully)|(?:remove|drain|strip|take out|without|no|kill|delete) (?:all |any )?(?:the |of the )*colou?rs?|colou?rless|silent (?:film|movie)|ansel adams',
  ),
  row('sepia', 'sepia(?:[- ]?ton(?:e|ed))?|old[- ]?west(?:ern)?|daguerreotype|19th century photo(?:graph)?|brown tint'),
  row(
    'night',
    '(?:at|in the middle of the|in the|by|during|to|into|late at) night(?:[- ]?time)?|night[- ]?(?:time|scene|fall|sky|shot)?|mid-?night|moon-?li(?:t|ght)|(?:under|by) (?:the )?(?:stars|moon)|starry|after dark|starlight|nocturnal|day[- ]for[- ]night|cyberpunk|neon(?:[- ]lit)?|blade runner|the sun (?:has )?(?:gone|went|is) down|(?:the )?moon (?:is )?shin(?:es|ing)',
  ),
  row(
    'sunset',
    '(?:at |during |in (?:the )?|beautiful |golden |warm )*(?:golden[- ]?hour|sun-?sets?|sun-?rises?|sun-?down|sun-?up|dusk|dawn|twilight|magic hour|evening(?: light| sun| glow)?|early morning(?: light)?|morning light|orange sky|low sun)(?: (?:light|sky|glow|lighting|scene|colou?rs?))?',
  ),
  row(
    'day',
    '(?:(?:at|in|by|during|to|into) (?:the )?|bright |broad )*(?:day-?time|day-?light|noon|mid-?day|broad daylight|day|morning|afternoon)(?: (?:light|scene|time))?',
  ),
  row(
    'winter',
    'winter(?:y|time)?(?: (?:wonderland|scene|day|landscape|look|time|mood))?|wintry|christmas(?:sy)?(?: (?:scene|mood|time))?|(?:covered|blanketed) (?:in|with|by) snow|snow(?:-| )?covered|snowy (?:landscape|scene|ground)|frozen|icy|frosty|ice age|january|december|february|arctic',
  ),
  row(
    'autumn',
    'autumn(?:al)?(?: (?:colou?rs?|scene|leaves|foliage|day|look|mood|vibes?))*|fall (?:colou?rs?|foliage|scene|season|look|vibes?|day|mood)|(?:in|into|like|to) (?:the )?fall(?= ?$|[,.])|october|november|indian summer',
  ),
  row(
    'spring',
    '(?:in |into |to |like |early )?(?:the )?spring-?time|(?:in|into|like|to|early|it|is|a|of) (?:the )?spring(?: (?:day|scene|morning|colou?rs?|look|mood))?|spring (?:day|scene|morning|colou?rs?|look|mood|season)|spring(?= ?$)|april|may time',
  ),
  row('summer', 'summer(?:y|time)?(?: (?:day|scene|vibes?|look|mood|heat))?|mid-?summer|july|august|tropical look'),
  row(
    'vintage',
    "look(?:s|ing)? (?:very )?old|vintage(?:[- ](?:film|look|style|photo|filter|effect|movie|feel|footage|camera|vibe|video)s?)*|retro(?:[- ](?:look|style|film|filter|effect|feel|vibe|photo|video)s?)*|old[- ]?(?:timey|fashioned|film|movie|school|photo(?:graph)?|school film|home movie)(?: (?:look|style|effect|footage))?|polaroid|vhs(?: (?:tape|look|effect))?|super-? ?8|8 ?mm(?: film)?|16 ?mm(?: film)?|35 ?mm film|kodachrome|instagram|lo-?fi|nostalgi[ac]|film grain|grainy|aged|(?:the |19)?(?:20|30|40|50|60|70|80|90)'?s(?: (?:look|style|film|movie|photo|video|camera|vibe|camcorder))*|camcorder|faded photo(?:graph)?",
  ),
  row(
    'cinematic',
    'cinematic(?: (?:look|grade|grading|colou?rs?|colou?r grad(?:e|ing)|light(?:ing)?|feel|style|film|mood|shot))*|(?:like|as|from) an? (?:hollywood |blockbuster |action )?(?:movie|film)|(?:movie|film|blockbuster|hollywood)[- ]?(?:look|like|style|grade|feel|quality)(?: (?:look|grade|feel))?|hollywood|blockbuster|teal (?:and|&) orange|orange and teal|anamorphic|colou?r[- ]?grad(?:e|ed|ing)|dramatic(?: (?:light(?:ing)?|look|mood|colou?rs?))?|epic|moody',
  ),
  row(
    'faded',
    'dream(?:y|like)|ethereal|fad(?:e|ed)(?: (?:colou?rs?|look))?|washed[- ]?out|muted(?: (?:colou?rs?|tones?))?|pastel(?: (?:colou?rs?|tones?|look))?|matte|desaturat(?:e|ed|ion)|(?:less|reduce(?: the)?|lower(?: the)?|decrease(?: the)?) (?:saturat(?:ed|ion)|colou?rful|vibran(?:t|ce)|contrast)|pale(?:r)?|bleached?|soft(?:er)? colou?rs?|low(?:er)? (?:saturation|contrast)|dull(?:er)?|subdued|tone down(?: the)?(?: colou?rs?)?',
  ),
  row(
    'vivid',
    '(?:(?:more|increase(?: the)?|boost(?: the)?|raise(?: the)?|higher|add(?: more)?|enhance(?: the)?|punch up(?: the)?|intensify(?: the)?|improve(?: the)?|stronger) )*(?:vivid(?:er)?|vibran(?:t|ce|cy)|saturat(?:ed|ion|e)|colou?rful|contrast(?:y)?|punch(?:y|ier)|pop(?:ping)?|intense colou?rs?|rich(?:er)? colou?rs?|hdr|technicolou?r|bold(?:er)? colou?rs?|colou?rs? pop|dynamic range)(?: (?:colou?rs?|look|tones?|image|picture))?|make (?:the )?colou?rs? (?:pop|stronger|brighter|more intense)|(?:boost|enhance|intensify|punch up|amp up|pump up) (?:the |all )*colou?rs?',
  ),
  row(
    'warm',
    '(?:warm(?:er|ing|th)?|cozy|cosy|golden|amber|sun-?kissed)(?: (?:up|colou?rs?|tones?|light(?:ing)?|look|filter|glow|mood|tint|grade|hue|white balance))*(?: the (?:colou?rs?|image|picture|video))?|orange tint|candle-?li(?:t|ght)|tungsten',
  ),
  row(
    'cool',
    '(?<!something |look |looking )(?:(?:cool(?:er|ing)?|cold(?:er)?|blu(?:ish|er)|chilly)(?: (?:down|colou?rs?|tones?|light(?:ing)?|look|filter|mood|tint|grade|hue|white balance))*)(?: the (?:colou?rs?|image|picture|video))?|blue (?:tint|tone|tones|filter|hue|cast|light)|(?:like|in the|the) matrix|underwater(?: look)?',
  ),
  row(
    'dark',
    '(?:reduce|lower|decrease|turn down|less|bring down|dim)(?: the)? (?:brightness|exposure|lights?|bright)|turn (?:off|down|out) (?:the |all )*lights?|turn (?:the |all )*lights? (?:off|down|out)|lights? (?:off|out)|not so bright',
  ),
  row(
    'bright',
    '(?:much |a (?:bit|little|lot) |slightly )*(?:bright(?:er|en(?:ed)?|ness)?|light(?:er|en(?:ed)?)|well[- ]?lit|over-?expose[d]?|high[- ]?key|more light|light up|illuminate)(?: (?:up|image|picture|light(?:ing)?|exposure|the (?:image|picture|video|scene|shadows|whole (?:image|picture|thing|video))))*|(?:increase|raise|boost|lift|turn up|up)(?: the)? (?:brightness|exposure|light|shadows)|(?:turn|switch|put) (?:on )?(?:the |all )*lights?(?: on)?',
  ),
  row(
    'dark',
    '(?:much |a (?:bit|little|lot) |slightly )*(?:dark(?:er|en(?:ed)?|ness)?|dim(?:mer|med)?|gloom(?:y|ier)|low[- ]?key|under-?expose[d]?|shadowy|spook(?:y|ier)|scary|creepy|horror|ominous|sinister)(?: (?:image|picture|light(?:ing)?|mood|look|atmosphere|movie|film|the (?:image|picture|video|scene|whole (?:image|picture|thing|video))))*|(?:reduce|lower|decrease|turn down|less)(?: the)? (?:brightness|exposure|light)',
  ),
];

const WEATHERS: readonly (readonly [EditWeather, RegExp])[] = [
  row(
    'storm',
    '(?:an? )?(?:heavy |violent |big |raging |fierce )*(?:thunder-?(?:storms?|y)?|lightning(?: (?:strikes?|bolts?|storm|flash(?:es)?))?|(?:rain-?)?storms?|stormy|tempest|hurricane|typhoon|tornado)(?: (?:weather|sky|clouds|scene|night|day))?',
  ),
  row(
    'snow',
    '(?:heavy |light |soft |gentle |fresh |falling |thick )*(?:snow-?(?:fall(?:s|ing)?|flakes?|ing|s|y|storm)?|blizzard|flurr(?:y|ies)|snow is falling|hail)(?: (?:falling|fall|falls|gently|softly|heavily|weather|effect|storm|day|everywhere|particles))*',
  ),
  row(
    'rain',
    '(?:heavy |light |soft |gentle |falling |pouring |hard )*(?:rain-?(?:fall|drops?|ing|s|y|storm|ed)?|drizzl(?:e|ing|y)|downpour|pour(?:ing)?(?: (?:rain|down))?|monsoon|shower(?:s|ing)?|cats and dogs)(?: (?:falling|fall|falls|gently|softly|heavily|hard|weather|effect|day|outside|drops))*',
  ),
  row(
    'fog',
    '(?:thick |light |dense |heavy |morning |rolling |low )*(?:fog(?:gy)?|mist(?:y)?|haz(?:e|y)|smog(?:gy)?|smok(?:e|y)|steam(?:y)?)(?: (?:rolling in|weather|effect|morning|atmosphere|everywhere))*',
  ),
  row(
    'petals',
    '(?:falling |floating |drifting |flying |pink |rose )*(?:cherry[- ]?blossoms?|sakura|petals|blossoms|confetti|rose petals)(?: (?:petals|falling|fall|floating|drifting|blowing|in the (?:air|wind)|everywhere|rain))*',
  ),
  row(
    'leaves',
    '(?:falling|blowing|flying|drifting|swirling|autumn|fall|fallen|floating) (?:autumn |fall |dry |golden |yellow |red |orange )*leaves(?: (?:falling|fall|blowing|in the (?:air|wind)|flying|everywhere))*|leaves (?:are )?(?:falling|fall|blowing|flying|drifting|swirling)(?: (?:down|around|in the (?:air|wind)))*',
  ),
  row(
    'sparks',
    '(?:glowing |magical |magic |golden |floating |fire |flying |fairy |shimmering )*(?:sparks|embers|sparkles|sparkly|sparkling|glitter(?:y|s|ing)?|fire-?flies|pixie dust|fairy dust|magic dust|stardust|magic particles|glowing particles|particles|gold dust|bokeh lights)(?: (?:flying|floating|rising|everywhere|effect|in the air|around))*',
  ),
  row(
    'wind',
    '(?:strong |gentle |heavy )*(?:wind(?:y|s|swept)?|breez(?:e|y)|gust(?:s|y)?|gale)(?: (?:blowing|blows|weather|effect|day))*',
  ),
  row(
    'clouds',
    '(?:dark |grey |gray |heavy |dramatic |white |fluffy |puffy |more |storm )*(?:cloud(?:s|y|ier)|overcast)(?: (?:sky|skies|weather|day|in the sky|drifting|rolling in))*|gr[ae]y (?:sky|skies)',
  ),
  row(
    'sun',
    '(?:bright |warm |more )*(?:sun-?(?:ny|nier|shine|light|lit|rays?|beams?)|sun shin(?:e|ing)|clear (?:blue )?(?:sky|skies|weather|day)|blue (?:sky|skies)|nice weather|good weather|god rays|light rays|rays of (?:light|sun)|lens flares?|make the sun shine|the sun (?:is )?(?:shin(?:e|es|ing)|out))(?: (?:day|weather|sky|effect))*',
  ),
];

export interface Looks {
  readonly operations: readonly EditOperation[];
  /** The words that say nothing about looks. */
  readonly rest: string;
}

const SLIGHTLY =
  /\b(?:slightly|a (?:little|bit|touch|tad|hint)|subtl[ey]|lightly?|gentl[ey]|soft(?:ly)?|some|faint|mild(?:ly)?|somewhat)\b/iu;
const HEAVILY =
  /\b(?:heavy|heavily|very|much|extreme(?:ly)?|strong(?:ly|er)?|intense(?:ly)?|pouring|thick|dense|really|super|completely|totally|fully|blizzard|downpour|a lot|way)\b/iu;

/** Ordinary weather leaves room for more of it. */
const WEATHER_STRENGTH = 0.7;

/**
 * Finds styles, grades and weather among words, whatever else they say.
 * @param strengthFrom Where words such as "heavy" are looked for; default the text itself.
 */
export function readLooks(text: string, strengthFrom: string = text): Looks {
  const operations: EditOperation[] = [];
  let rest = ` ${text} `;
  const scale = SLIGHTLY.test(strengthFrom) ? 0.5 : HEAVILY.test(strengthFrom) ? 1.3 : 1;
  const take = <Value>(rows: readonly (readonly [Value, RegExp])[], add: (value: Value) => void) => {
    for (const [value, pattern] of rows) {
      if (!rest.match(pattern)) continue;
      rest = rest.replaceAll(pattern, ' ');
      add(value);
    }
  };
  // Weather first: "falling leaves" are weather before they are autumn; a sketch in black and white is a sketch.
  take(WEATHERS, (weather) => {
    operations.push({ kind: 'weather', weather, strength: Math.min(1, WEATHER_STRENGTH * scale) });
  });
  take(STYLES, (style) => {
    if (!operations.some(({ kind }) => kind === 'restyle')) operations.push({ kind: 'restyle', style });
  });
  if (!operations.some(({ kind }) => kind === 'restyle')) {
    const rule = STYLE_RULES.find(({ match, says }) => isOddStyle(says.style) && rest.match(match));
    const style = rule?.says.style;
    if (rule && isOddStyle(style)) {
      rest = rest.replaceAll(rule.match, ' ');
      operations.push({ kind: 'restyle', style });
    }
  }
  take(GRADES, (grade) => operations.push({ kind: 'grade', grade, strength: Math.min(1, scale) }));
  return { operations: reconcile(operations), rest: rest.replaceAll(/\s+/g, ' ').trim() };
}

/** What grading does better, and what a picture alone cannot become, is not searched for by the prompt reader's rules. */
const NOT_SEARCHED: ReadonlySet<StyleKind> = new Set([
  ...(['natural', 'cinematic', 'noir', 'vintage', 'photographic', 'blackAndWhite', 'cyberpunk'] as const),
  ...(['paperCut', 'isometric', 'render3d', 'lowPoly', 'poster', 'cubist'] as const),
]);

function isOddStyle(style: StyleKind | undefined): style is RestyleKind {
  return style !== undefined && !NOT_SEARCHED.has(style);
}

/** Drops what another fact includes: "a bright sunny day" is sun and day, a night is dark already. */
function reconcile(operations: readonly EditOperation[]): readonly EditOperation[] {
  const grades = new Set(operations.flatMap((operation) => (operation.kind === 'grade' ? [operation.grade] : [])));
  const weathers = new Set(
    operations.flatMap((operation) => (operation.kind === 'weather' ? [operation.weather] : [])),
  );
  const styles = operations.some(({ kind }) => kind === 'restyle');
  return operations.filter((operation) => {
    if (operation.kind === 'weather') {
      if (operation.weather === 'rain' || operation.weather === 'clouds') return !weathers.has('storm');
      return !(operation.weather === 'sun' && grades.has('sunset'));
    }
    if (operation.kind !== 'grade') return true;
    if (operation.grade === 'vintage') return !grades.has('sepia') && !grades.has('blackAndWhite') && !styles;
    if (operation.grade === 'dark') return !grades.has('night') && !weathers.has('storm');
    if (operation.grade === 'day')
      return (
        !grades.has('night') &&
        !weathers.has('sun') &&
        !grades.has('summer') &&
        !grades.has('winter') &&
        !grades.has('autumn') &&
        !grades.has('sunset')
      );
    if (operation.grade === 'bright') return !weathers.has('sun') && !grades.has('day');
    if (operation.grade === 'faded') return !grades.has('blackAndWhite');
    if (operation.grade === 'warm') return !grades.has('sunset') && !grades.has('autumn');
    return true;
  });
}
