import { kept, type PictureRule, rule } from './picture-rule.ts';

export const WEATHER_RULES: readonly PictureRule[] = [
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
  kept('thunder', { weather: 'storm', events: ['lightning'] }),
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
  }),
  rule('(?:in |during )?(?:an? |the )?(?:sand|dust) ?storm', { weather: 'fog', wind: 0.9, haze: 0.7 }),
  rule(
    '(?:in |during )?(?:an? |the )?(?:(?:heavy|fierce|violent|raging|wild|terrible|massive|huge|big|severe|dark|distant|approaching|dramatic|summer|winter|tropical|sudden|great|epic|intense|furious|powerful|strong|night) )*(?:storms?|stormy(?: (?:sky|weather|sea))?|tempest|hurricane|typhoon|tornado)',
    { weather: 'storm', wind: 0.9, wetGround: true, events: ['lightning'] },
  ),
  rule(
    '(?:in |through |during )?(?:the |an? )?(?:heavy |light |pouring |soft |gentle |falling |cold |warm |summer )*(?:rain(?: ?fall| ?storm| ?drops?)?|raining|downpour|drizzl(?:e|ing)|monsoon|sleet|hail(?:storm)?|showers)(?: (?:falling|falls|pouring|is falling))?',
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
  rule('(?:in|through|on) (?:the |deep )*snow', { weather: 'snow', season: 'winter' }),
  kept('snow', { weather: 'snow', season: 'winter' }),
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
