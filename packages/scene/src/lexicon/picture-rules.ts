import { kept, type PictureRule, rule } from './picture-rule.ts';

/** A medium is swallowed with the "of" that ties it to what it shows. */
const OF =
  '(?: style)?(?: (?:painting|drawing|illustration|sketch|art|artwork|picture|image|scene|look|photo|photograph|film|movie|animation|render|rendering|aesthetic))?(?: of)?';
const MADE = '(?:in (?:the |an? )?(?:style of )?)?(?:an? )?';

/** Movements and media that are drawn as the style nearest to them. */
const MOVEMENTS: readonly PictureRule[] = [
  rule(
    `${MADE}(?:(?:vintage|retro|minimalist|minimal|flat|wpa|modernist|mid century(?: modern)?) )*(?:art deco|art nouveau|alphonse mucha|bauhaus|constructivis[mt]|suprematis[mt]|soviet propaganda|propaganda|(?:vintage |retro |minimalist |national park |wpa )*travel poster|swiss (?:style|design)|flat (?:design|vector|illustration|graphic|style|colou?rs?)|vector (?:art|illustration|graphics?|style)|minimalist (?:illustration|poster|art|design|vector)|graphic (?:design|poster)|screen ?printed|risograph|riso(?: print)?|gig poster|geometric (?:illustration|abstract))(?:'?s)?(?: (?:posters?|prints?))?(?: style)?${OF}`,
    { style: 'poster' },
  ),
  // "…, a minimal flat poster": the picture is one, and none stands in it.
  rule(
    '(?<=[,;:.] )(?:in (?:the |a )?style of )?(?:an? )?(?:(?:minimal(?:ist)?|flat|bold|clean|simple|modern|vintage|retro|colou?rful|stylized|screen printed|graphic|illustrated) )+posters?(?: (?:style|art|design|look))?(?= ?[,;:.]|$| with (?:the )?(?:title|text|words?|caption|headline))',
    { style: 'poster' },
  ),
  rule(`${MADE}(?:cubist|cubism|(?:pablo )?picasso|georges braque|futurism painting|futurist painting)(?:'?s)?${OF}`, {
    style: 'cubist',
  }),
  rule(`${MADE}(?:caravaggio|tenebris[mt]|(?:dark |dramatic )?baroque|rembrandt)(?:'?s)?(?: oil)?${OF}`, {
    style: 'oil',
    light: ['lowKey'],
  }),
  rule(
    `${MADE}(?:surrealis[mt]|salvador dal[ií]|magritte|expressionis[mt]|(?:edvard )?munch|fauvis[mt]|(?:henri )?matisse|(?:gustav )?klimt|edward hopper|romanticism|caspar david friedrich|hudson river school|bob ross|turner|old master|fresco|tempera|realis[mt](?= painting)|academic painting)(?:'?s)?${OF}`,
    { style: 'oil' },
  ),
  rule(
    `${MADE}(?:botanical (?:illustration|drawing|plate|print|art)|scientific illustration|beatrix potter|(?:ink and |pen and )?wash (?:drawing|painting)|illustrated manuscript|illuminated manuscript|storybook watercolou?r)(?:'?s)?${OF}`,
    { style: 'watercolor' },
  ),
  rule(`${MADE}(?:mosaic(?: tiles?)?|tile mosaic|byzantine mosaic)(?: style)?(?: (?:art|of))+`, {
    style: 'stainedGlass',
  }),
  rule(`${MADE}(?:minecraft|cross ?stitch(?:ed)?|lego(?: brick)?s?)(?: style)?(?: (?:art|world|scene|of))+`, {
    style: 'pixel',
  }),
  rule(
    `${MADE}(?:felt(?:ed)?|needle felt(?:ed)?|knitted|crochet(?:ed)?|amigurumi|wool)(?= (?:style|art|world|scene|diorama|animation))${OF}`,
    { style: 'clay' },
  ),
  rule(`${MADE}(?:graffiti|street art|stencil)(?: style)?(?: (?:art|painting|mural|of))+`, { style: 'popArt' }),
  rule(`${MADE}(?:chalk(?:board)? (?:art|drawing|sketch|illustration)|drawn (?:in|with) (?:white )?chalk)${OF}`, {
    style: 'pastel',
  }),
];

export const STYLE_RULES: readonly PictureRule[] = [
  ...MOVEMENTS,
  rule(
    "(?:an? )?(?:classic |vintage |whimsical |cute )*(?:(?:child(?:ren)?|kid)s?(?: ?'s?)? (?:story ?)?book|story ?book|picture ?book|fairy ?tale book)(?: (?:illustration|art|artwork|drawing|picture|page|style))+(?: of)?",
    {},
  ),
  rule(
    '(?:an? )?(?:(?:vintage|retro|classic|epic|80s|horror|sci fi) )*(?:movie|film|cinema|concert|theat(?:er|re)|festival) posters?(?: (?:style|art|design))?(?: (?:of|for|about|showing|featuring|with)|(?= ?[,:]))',
    {},
  ),
  rule(
    '(?:an? )?(?:(?:book|album|magazine|record|cd) cover)(?: (?:art|design|illustration))?(?: (?:of|for|showing|featuring|with))',
    {},
  ),
  rule(
    `${MADE}(?:ink wash(?:es)?|sumi ?e|suiboku(?:ga)?|shui ?mo|(?:chinese|japanese|zen) (?:ink|brush|landscape)|(?:ink|brush) (?=painting))${OF}`,
    { style: 'inkWash' },
  ),
  rule(`${MADE}(?:water ?colou?rs?|aquarelle|gouache)${OF}`, { style: 'watercolor' }),
  rule(
    `${MADE}(?:(?:post )?impressionist|(?:post )?impressionism|pointillis[mt]|(?:claude )?monet|renoir|pissarro|(?:vincent )?van gogh)(?:'?s)?${OF}`,
    { style: 'impressionist' },
  ),
  rule(`${MADE}(?:oil (?:painting|on canvas|paint)|oils|vermeer|renaissance|acrylic|impasto)${OF}`, {
    style: 'oil',
  }),
  rule(
    `${MADE}(?:(?:soft |oil |chalk |dry )?pastels? (?:painting|drawing|sketch|art|artwork|illustration|style|chalks?|crayons?)|chalk (?:pastel|drawing|art))${OF}`,
    { style: 'pastel' },
  ),
  rule(
    `${MADE}(?:ukiyo ?e|(?:japanese )?wood ?block|japanese print|hokusai|hiroshige|woodcut|linocut)(?:'?s)?(?: prints?| block print)?${OF}`,
    { style: 'ukiyoE' },
  ),
  rule(`${MADE}(?:pop ?art|(?:andy )?warhol|(?:roy )?lichtenstein|(?:silk )?screen ?print)(?:'?s)?${OF}`, {
    style: 'popArt',
  }),
  rule(`${MADE}(?:(?:8|16|32) ?bit|pixel ?art|pixel(?:ated|s)?|retro (?:video )?game)${OF}`, { style: 'pixel' }),
  rule(`${MADE}(?:(?:comic|graphic novel|(?<!3 ?d )cartoon)(?: ?books?| strip)?)${OF}`, { style: 'comic' }),
  rule('half ?tone(?: dots?)?|ben day dots', { style: 'comic' }),
  rule(
    `${MADE}(?:(?:retro|vintage|80s|90s|1980s|1990s|japanese) )?(?:anime|manga|studio ghibli|ghibli|makoto shinkai|cel shad(?:ed|ing))${OF}`,
    { style: 'anime' },
  ),
  rule(
    `${MADE}(?:(?:clean |simple |minimal(?:ist)? |black |continuous |single )*(?:line ?art|line drawing|outline drawing|contour drawing)|colou?ring (?:book )?page)${OF}`,
    { style: 'lineArt' },
  ),
  rule(`${MADE}(?:blueprint|cyanotype|technical drawing|schematic drawing)${OF}`, { style: 'blueprint' }),
  rule(`${MADE}charcoal(?: (?:and ink )?(?:sketch|drawing|drawn|art|illustration)|${OF})(?: of)?`, {
    style: 'charcoal',
  }),
  rule(
    `${MADE}(?:(?:pencil|ink|line|chalk|pen and ink|hand drawn|graphite|crayon|pen)(?: |$)(?:and ink )?(?:sketch(?:ed|es)?|drawing|drawn|art|illustration)|(?:etching|engraving|doodle)|(?:rough |quick )?sketch(?:ed)?)(?: style)?(?: of)?`,
    { style: 'sketch' },
  ),
  rule(`${MADE}low ?poly(?:gon(?:al)?)?(?: 3 ?d)?${OF}`, { style: 'lowPoly' }),
  rule(`${MADE}isometric(?: (?:view|perspective|projection|diorama|miniature|game|design|angle|3 ?d))*${OF}`, {
    style: 'isometric',
  }),
  rule(`${MADE}(?:(?:tiny|miniature|tabletop) )?(?:diorama)${OF}`, { style: 'isometric' }),
  rule(
    `(?<!\\b(?:with|and|its|has|of|through|by) (?:the |an? )?)${MADE}stained ?glass(?: (?:windows?|panels?|mosaic))?${OF}`,
    {
      style: 'stainedGlass',
    },
  ),
  rule(
    `${MADE}(?:paper ?cut(?: ?outs?)?|cut ?out paper|cut paper|layered paper|paper ?craft|paper collage|kirigami|origami(?= (?:style|art|world|scene)))${OF}`,
    { style: 'paperCut' },
  ),
  rule(
    `${MADE}(?:(?!clay (?:pots?|jars?|bowls?|cups?|mugs?|vases?|tiles?|bricks?|soil|roofs?|houses?|hut|oven|court|statues?|pitchers?|jugs?)\\b)clay(?:mation| animation| style| model| art| figures?| world| render)?|plasticine|play ?doh|stop motion|aardman)${OF}`,
    { style: 'clay' },
  ),
  rule(
    `${MADE}(?:3 ?d (?:render(?:ed|ing)?|animation|animated|model|cartoon|art|style|illustration)|cgi|pixar|dreamworks|blender render|octane render|c4d|voxel)${OF}`,
    { style: 'render3d' },
  ),
  rule(`${MADE}cyber ?punk${OF}`, { style: 'cyberpunk', details: ['neon'] }),
  rule(`${MADE}(?:vapou?r ?wave|synth ?wave|retro ?wave|out ?run(?= (?:style|aesthetic)))${OF}`, {
    style: 'vaporwave',
  }),
  rule(`(?:${MADE}(?:black and white |monochrome )?(?:film )?noir)${OF}`, { style: 'noir' }),
  rule(
    `${MADE}(?:(?:vintage|antique|faded|old) (?:photo(?:graph)?|picture|postcard|snapshot|polaroid|film still)|sepia(?: toned?)?|polaroid|daguerreotype|tintype|kodachrome|(?:19)?[2-7]0s (?:photo(?:graph)?|picture|snapshot))${OF}`,
    { style: 'vintage' },
  ),
  rule(
    'black and white(?: (?:photo(?:graph|graphy)?|film|movie|picture|image|still|shot|footage|style))+(?: of)?|(?:in |shot in )?black and white(?= ?(?:[,.;:!]|$|portraits?\\b|\\b(?:style|noir)\\b))|in black and white|monochrom(?:e|atic)|greyscale|grayscale|silent film',
    { style: 'blackAndWhite' },
  ),
  rule(
    `${MADE}(?:cinematic|cinematography|movie still|film still|blockbuster|hollywood|anamorphic|epic movie)(?: (?:shot|scene|light|lighting|look|style|still|film|photo|grade|video|footage|composition|view|feel|quality))*(?: of)?`,
    { style: 'cinematic' },
  ),
  rule(
    '(?:photo ?realistic|hyper ?realistic|realistic) (?:style|photo(?:graph)?|image|picture|look)(?: of)?|photo ?realis(?:m|tic)|photographic(?: (?:style|look|image))?(?: of)?|(?:an? )?(?:dslr|raw|professional|35 ?mm|analog(?:ue)?|candid) (?:film )?(?:photo(?:graph(?:y)?)?|shot|image)(?: of)?|(?:in the style of )?(?:(?:luxury|high end|professional|editorial|commercial) )*(?:wildlife |street |nature |food |jewel(?:le)?ry |beauty |fashion |product |still life |advertising |cosmetics? |car |automotive |watch )*photography(?: of)?|(?:luxury |jewel(?:le)?ry |food |beauty |fashion |cosmetics? )+(?:photo ?shoot|advert(?:isement|ising)?|commercial|ad)(?: style)?',
    { style: 'photographic' },
  ),
  rule('natural (?:style|photo(?:graph)?|image|picture|look)(?: of)?', { style: 'natural' }),
  // Books for children are painted in watercolour unless another medium is named.
  kept(
    "(?:(?:child(?:ren)?|kid)s?(?: ?'?s?)? (?:story ?)?book|story ?book|picture ?book|fairy ?tale) (?:illustration|art|artwork|drawing|picture|page|style|painting)",
    { style: 'watercolor' },
  ),
];
