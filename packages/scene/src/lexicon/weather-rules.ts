import { kept, type PictureRule, rule } from './picture-rule.ts';

/** A sun that is told to be large is a disc of its own; a red one is low. */
const SUNS: readonly PictureRule[] = ['orange', 'red', 'crimson', 'pink', 'golden', 'yellow', 'white', ''].map(
  (color) =>
    rule(
      `(?:with |and |in front of |against |before |under |below |beneath )?(?:an? |the )?(?:huge|giant|enormous|massive|gigantic|oversized|immense|big|large) (?:(?:round|glowing|bright|blazing|burning|fiery|low|deep|blood|circular) )*${color && `${color} `}(?:(?:glowing|blazing|burning|setting|rising|round) )*sun(?! ?(?:hat|glasses|dial|umbrella|lamp|bear|roof))(?: (?:disc|disk|sets|setting|rises|rising|hangs|glows))?`,
      {
        details: ['huge sun', ...(color ? [`${color} sun`] : [])],
        ...(/yellow|white/.test(color) ? {} : { time: 'sunset' as const }),
      },
    ),
);

/** What stands in the sky for itself. */
const SIGNS: readonly PictureRule[] = [
  ...SUNS,
  rule(
    '(?:with |and )?(?:an? |the )?(?:(?:double|bright|faint|big|huge|beautiful|colou?rful|soft|perfect|vivid|giant) )*rainbows?(?= ?(?:[,.;:!]|$|(?:over|above|in|across|behind|after|at|on|and|through|appears?|appearing|stretch\\w*|arch\\w*|spann\\w*|spans|forms?|forming|shining|visible|emerg\\w*)\\b))',
    { details: ['rainbow'] },
  ),
  rule('(?:an? |the )?(?:spectacular |perseid |bright )*(?:meteor (?:showers?|storms?)|shower of meteors)', {
    details: ['meteor shower', 'stars'],
    time: 'night',
  }),
  rule(
    '(?:an? |the |one |single |bright )*(?:shooting|falling) stars?(?: (?:streaking|crossing|across|over|in the sky))?',
    {
      details: ['shooting star', 'stars'],
      time: 'night',
    },
  ),
  rule('(?:an? |the )?(?:total |partial |full )*(?:solar )?eclipse(?: of the sun)?(?<!lunar eclipse)', {
    details: ['eclipse'],
    time: 'dusk',
  }),
  rule(
    '(?:an? |the )?(?:(?:huge|giant|massive|violent|dark|powerful|raging|twisting|swirling) )*(?:tornado(?:e?s)?|twisters?|funnel clouds?|cyclones?)(?: (?:moving|tearing|raging|sweeping|spinning|twisting|ripping|raging|approaching|swirling))?(?: (?:across|over|through))?',
    { details: ['tornado'], weather: 'storm', wind: 0.9 },
  ),
  rule(
    '(?:in |under |against |with |and )?(?:an? |the )?(?:(?:deep|dark|pale|bright|soft|vivid|hazy|glowing|blood|eerie) )*(?:pink(?:ish)?|magenta)(?: and \\w+)? (?:sky|skies|clouds)',
    { details: ['pink sky'] },
  ),
  ...[
    'purple',
    'violet',
    'lavender',
    'red',
    'crimson',
    'orange',
    'yellow',
    'golden',
    'green',
    'emerald',
    'teal',
    'turquoise',
  ].map((color) =>
    rule(
      `(?:in |under |against |with |and )?(?:an? |the )?(?:(?:deep|dark|pale|bright|soft|vivid|hazy|glowing|blood|eerie|sickly) )*${color}(?:ish)? (?:sky|skies)`,
      { details: [`${color} sky`] },
    ),
  ),
];

export const WEATHER_RULES: readonly PictureRule[] = [
  ...SIGNS,
  rule('(?:shimmering )?heat (?:haze|shimmer|waves?)|heatwave', { haze: 0.15 }),
  rule(
    '(?:in |during )?(?:an? |the )?(?:(?:heavy|fierce|violent|raging|wild|terrible|massive|huge|big|severe|dark|distant|approaching|dramatic|summer|winter|tropical|sudden|great|epic|intense|furious|powerful|strong|night) )*(?:thunder ?storms?|lightning storm|electrical storm)',
    {
      weather: 'storm',
      wetGround: true,
      wind: 0.8,
      events: ['lightning'],
    },
  ),
  rule('(?:flash(?:es)? of |bolts? of )?lightning(?: (?:strikes?|bolts?|flashes|flashing|striking))?', {
    weather: 'storm',
    events: ['lightning'],
  }),
  kept(
    '(?<!(?:distant|faint|off|faraway) )thunder(?!(?: (?:rumbl|roll)\\w+)? (?:in the distance|far away|on the horizon))',
    { weather: 'storm', events: ['lightning'] },
  ),
  rule('(?:just )?after (?:the |a )?(?:heavy )?(?:rain|storm|shower)(?: ?fall)?|rain (?:has )?(?:just )?stopped', {
    weather: 'cloudy',
    wetGround: true,
  }),
  rule(
    '(?:not|without) (?:a|any) clouds?(?: in (?:the )?(?:blue )?(?:sky|sight))?|(?:there are )?no clouds(?: in the (?:blue )?sky)?|cloudless(?: (?:blue )?sky)?|clear blue (?:sky|skies)',
    {
      weather: 'clear',
      without: ['clouds'],
    },
  ),
  rule('(?:in |during )?(?:an? |the )?(?:heavy |fierce |violent )?(?:snow ?storm|blizzard)', {
    weather: 'snow',
    season: 'winter',
    wind: 0.8,
    haze: 0.4,
    details: ['blizzard'],
  }),
  rule('(?:in |during )?(?:an? |the )?(?:sand|dust) ?storms?', {
    weather: 'fog',
    wind: 0.9,
    haze: 0.7,
    details: ['sandstorm'],
  }),
  rule(
    '(?:in |during )?(?:an? |the )?(?:(?:heavy|fierce|violent|raging|wild|terrible|massive|huge|big|severe|dark|distant|approaching|dramatic|summer|winter|tropical|sudden|great|epic|intense|furious|powerful|strong|night) )*(?:storms?|stormy(?: (?:sky|weather))?|tempest|hurricane|typhoon)',
    { weather: 'storm', wind: 0.9, wetGround: true, events: ['lightning'] },
  ),
  kept('hail(?: ?storms?| ?stones?)?', { details: ['hail'], weather: 'rain' }),
  rule(
    '(?:in |through |during )?(?:the |an? )?(?:heavy |light |pouring |soft |gentle |falling |cold |warm |summer )*(?:rain(?! (?:boots|coats?|jackets?|hats?|gear|barrel|forest))(?: ?fall| ?storm| ?drops?)?|raining|downpour|drizzl(?:e|ing)|monsoon|sleet|hail(?:storm)?|showers)(?: (?:falling|falls|pouring|is falling))?',
    { weather: 'rain', wetGround: true },
  ),
  kept('rainy|rain soaked|rain slicked|rain drenched|rain swept', { weather: 'rain', wetGround: true }),
  kept('wet (?:street|pavement|ground|road|asphalt|cobblestones?|city)|puddles?|rain washed', { wetGround: true }),
  rule(
    '(?:in |through |under )?(?:the |a )?(?:heavy |light |soft |gentle |fresh |deep )*(?:snow ?(?:flakes|fall|flurries)|snow (?:drifts?|drifting) down|flurries|snow(?: is)? (?:falling|falls)|snowing|falling snow|fresh snow)(?: (?:falling|drifting))?',
    { weather: 'snow', season: 'winter' },
  ),
  // Mist that lies somewhere does not fill the air.
  rule(
    '(?:with )?(?:the |a )?(?:light |thin |soft |morning |swirling |low )*(?:fog|mist)(?: (?:lying|hanging|drifting|floating|rising))? (?:in|over|above|across|from) (?:the )?(?=(?:valleys?|water|lakes?|rivers?|fields?|meadows?|hills|rice|pond|ground)\\b)',
    { haze: 0.42 },
  ),
  rule(
    '(?:in |through |under )?(?:the |a )?(?:light |thin |thick |dense |heavy |morning |soft |swirling |dense )*(?:fog|mist|haze|smog)(?: rising(?: from| over| off)?| rolling in| rolls in| between| drifting| drifts)?',
    { weather: 'fog', haze: 0.6 },
  ),
  kept('foggy|misty|hazy|smoggy', { weather: 'fog', haze: 0.5 }),
  kept('dust(?:y)? in the (?:light|sun|air)(?: ?beams?)?|smoky|smoke filled', { haze: 0.3, lightRays: true }),
  kept(
    '(?:in |on |under )?(?:the |a )?(?:snow(?:y)? (?:covered )?(?:forest|street|field|landscape|village|city|town|road|park|meadow|woods|night|day|garden|scene|evening|morning|beach|alley)|snow covered)',
    { weather: 'snow', season: 'winter' },
  ),
  kept(
    'snowy(?= (?:[a-z]+ )?(?:cabin|cottage|house|hut|chalet|roofs?|rooftops|hills?|hillside|lake|path|trail|pines?|trees|valley|fields?|bench|plain|tundra|steppe|rooftop|churchyard|cemetery|playground|farm)\\b)',
    { season: 'winter', details: ['snow'] },
  ),
  rule('(?:in|through|on) (?:the |deep )*snow', { weather: 'snow', season: 'winter' }),
  // Snow lies on high peaks in any season.
  kept(
    'snow(?! ?(?:leopards?|globes?|owls?|fox(?:es)?|geese|goose|boots|shoes|plows?|ploughs?|mobiles?|boards?|angels?|white|cones?|peas?|queen|capped|topped|peaked|crowned|tipped|dusted))',
    { weather: 'snow', season: 'winter' },
  ),
  rule('(?:under )?(?:an? |the )?(?:overcast|cloudy|gr[ae]y)(?: (?:sky|skies|day|weather))|overcast|cloudy', {
    weather: 'cloudy',
  }),
  rule('(?:under )?(?:an? |the )?(?:clear|blue|cloudless)(?: blue)? (?:sky|skies)|clear weather|cloudless', {
    weather: 'clear',
  }),
  kept('(?:light|gentle|soft|slight|warm|cool|summer) (?:breeze|wind)', { wind: 0.4 }),
  kept('windless|no wind|(?:dead )?calm (?:air|day)|still air', { wind: 0 }),
  kept(
    'windy|in the wind|(?:strong|howling|fierce|heavy|cold|icy) winds?|breeze|breezy|gusts?|wind(?:swept)?|wind (?:blowing|blows|howling|howls|rustling)|blowing|gale',
    { wind: 0.7, sounds: ['wind'] },
  ),
];

export const SEASON_RULES: readonly PictureRule[] = [
  kept(
    '(?:in )?(?:the )?(?:autumn(?:al)?|fall (?:colou?rs|foliage|leaves|day|morning|forest)|in (?:the )?fall|september|october|november|autumn leaves|fallen leaves|halloween|thanksgiving|harvest)',
    { season: 'autumn' },
  ),
  kept(
    '(?:in )?(?:the )?(?:winter(?:y|time)?|wintry|christmas|december|january|february|frozen (?:lake|river|pond)|icy)',
    {
      season: 'winter',
    },
  ),
  kept(
    '(?:in |during )?(?:the )?(?:spring ?time|in (?:the )?spring|spring (?:day|morning|meadow|garden|flowers|forest)|early spring|cherry blossoms?|sakura|april|easter|in spring|spring)',
    { season: 'spring' },
  ),
  kept('(?:in )?(?:the )?(?:summer(?:y|time)?|midsummer|july|august)', { season: 'summer' }),
];
