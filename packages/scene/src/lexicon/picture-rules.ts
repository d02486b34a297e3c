import type { CameraPlan, Scene, SceneEvent, SoundKind } from '../scene.ts';

/** What a phrase says about the picture as a whole. */
export interface PictureFacts {
  style?: Scene['style'];
  time?: Scene['time'];
  timeTo?: Scene['time'];
  weather?: Scene['weather'];
  season?: Scene['season'];
  shot?: CameraPlan['shot'];
  move?: CameraPlan['move'];
  speed?: number;
  haze?: number;
  lightRays?: boolean;
  wetGround?: boolean;
  wind?: number;
  details?: readonly string[];
  events?: readonly SceneEvent['kind'][];
  sounds?: readonly SoundKind[];
}

/**
 * A phrase in the lower-cased English text (hyphens are spaces, punctuation stands alone) and what it says.
 * Earlier rules win over later ones. `keep`: the words may mean something in a noun phrase as well.
 */
export interface PictureRule {
  readonly match: RegExp;
  readonly says: PictureFacts;
  readonly keep?: true;
}

const rule = (pattern: string, says: PictureFacts): PictureRule => ({
  match: new RegExp(`\\b(?:${pattern})\\b`, 'gu'),
  says,
});
const kept = (pattern: string, says: PictureFacts): PictureRule => ({ ...rule(pattern, says), keep: true });

/** A medium is swallowed with the "of" that ties it to what it shows. */
const OF =
  '(?: style)?(?: (?:painting|drawing|illustration|sketch|art|artwork|picture|image|scene|look|photo|photograph|film|movie|animation|render|rendering|aesthetic))?(?: of)?';
const MADE = '(?:in (?:the |an? )?(?:style of )?)?(?:an? )?';

export const STYLE_RULES: readonly PictureRule[] = [
  rule(`${MADE}(?:water ?colou?rs?|aquarelle|gouache|ink wash)${OF}`, { style: 'watercolor' }),
  rule(
    `${MADE}(?:oil (?:painting|on canvas|paint)|oils|impressionist|impressionism|van gogh|monet|rembrandt|baroque|renaissance|acrylic|impasto)${OF}`,
    { style: 'oil' },
  ),
  rule(`${MADE}(?:(?:8|16|32) ?bit|pixel ?art|pixel(?:ated|s)?|retro (?:video )?game)${OF}`, { style: 'pixel' }),
  rule(`${MADE}(?:(?:comic|graphic novel|pop art|cartoon)(?: ?books?| strip)?)${OF}`, { style: 'comic' }),
  rule('half ?tone(?: dots?)?|ben day dots', { style: 'comic' }),
  rule(
    `${MADE}(?:(?:retro|vintage|80s|90s|1980s|1990s|japanese) )?(?:anime|manga|studio ghibli|ghibli|makoto shinkai|cel shad(?:ed|ing))${OF}`,
    { style: 'anime' },
  ),
  rule(
    `${MADE}(?:(?:pencil|charcoal|ink|line|chalk|pen and ink|hand drawn|graphite|crayon|pen)(?: |$)(?:and ink )?(?:sketch(?:ed|es)?|drawing|drawn|art|illustration)|(?:line art|etching|engraving|doodle|linocut|woodcut)|(?:rough |quick )?sketch(?:ed)?)(?: style)?(?: of)?`,
    { style: 'sketch' },
  ),
  rule(
    `${MADE}(?:3 ?d (?:render(?:ed|ing)?|animation|animated|model|cartoon|art|style)|clay(?:mation)?|plasticine|stop motion|pixar|low poly|isometric|blender render|c4d|voxel)${OF}`,
    { style: 'clay' },
  ),
  rule(`(?:${MADE}(?:black and white |monochrome )?(?:film )?noir)${OF}`, { style: 'noir' }),
  rule(
    'black and white(?: (?:photo(?:graph|graphy)?|film|movie|picture|image|portrait|still|shot|footage|style))+(?: of)?|(?:in |shot in )?black and white(?= ?(?:[,.;:!]|$|\\b(?:style|noir)\\b))|in black and white|monochrom(?:e|atic)|greyscale|grayscale|silent film',
    { style: 'noir' },
  ),
  rule(
    `${MADE}(?:cinematic|cinematography|movie still|film still|blockbuster|hollywood|anamorphic|epic movie)(?: (?:shot|scene|light|lighting|look|style|still|film|photo|grade|video|footage|composition|view|feel|quality))*(?: of)?`,
    { style: 'cinematic' },
  ),
  rule(
    '(?:photo ?realistic|hyper ?realistic|realistic|natural) (?:style|photo(?:graph)?|image|picture|look)(?: of)?|photo ?realism',
    { style: 'natural' },
  ),
];

export const CAMERA_RULES: readonly PictureRule[] = [
  rule(
    '(?:the )?camera (?:slowly |gently |smoothly |quickly |then )?(?:orbits?|circles?|rotates? around|moves? around|revolves? around|spins? around|circling|orbiting)(?: around)?|orbit(?:ing)? (?:shot|camera|around|view)|360(?: degree)?s?(?: orbit| shot| view)?|arc shot|circling shot',
    { move: 'orbit' },
  ),
  rule(
    '(?:the )?camera (?:is )?(?:slowly |gently |smoothly |quickly |then )?(?:pans?|panning|moves?|turns?|sweeps?|tracks?|slides?)(?: (?:slowly|gently|smoothly|quickly))? (?:over )?(?:to (?:the )?)?right|pan(?:s|ning)?(?: (?:slowly|shot))? (?:to (?:the )?)?right|pan(?:s|ning)?(?: shot)? from left to right',
    { move: 'panRight' },
  ),
  rule(
    '(?:the )?camera (?:is )?(?:slowly |gently |smoothly |quickly |then )?(?:pans?|panning|moves?|turns?|sweeps?|tracks?|slides?)(?: (?:slowly|gently|smoothly|quickly))? (?:over )?(?:to (?:the )?)?left|pan(?:s|ning)?(?: (?:slowly|shot))? (?:to (?:the )?)?left|pan(?:s|ning)?(?: shot)? from right to left',
    { move: 'panLeft' },
  ),
  rule(
    '(?:slow(?:ly)? |smooth |gentle |quick |fast )?(?:dolly(?:ing)? out|pull(?:s|ing)? (?:back|out|away)(?: shot| to reveal)?|zoom(?:s|ing)? out(?: of| from)?|push(?:es)? out|(?:the )?camera (?:slowly |gently )?(?:moves|pulls|backs|zooms|retreats|dollies) (?:back|backwards?|out|away)(?: from)?)',
    { move: 'dollyOut' },
  ),
  rule(
    '(?:(?:the )?camera )?(?:slow(?:ly)? |smooth(?:ly)? |gentle |gently |quick |fast )?(?:(?:dolly|dollies|dollying|push|pushes|pushing|zoom|zooms|zooming)(?: slowly| gently)? (?:in|into|forwards?|closer)(?: shot)?(?: (?:on|to|towards?))?|dolly shot(?: of| on| towards?)?|moves? (?:slowly )?(?:in|closer|forwards?)(?: (?:on|to|towards?))?(?<=camera .*))',
    { move: 'dollyIn' },
  ),
  rule(
    '(?:the )?camera (?:slowly |gently )?(?:rises?|rising|ascending|cranes? up|moves? up(?:wards?)?|tilts? up|lifts?|ascends)|crane (?:shot|up)(?: of)?|boom up|tilt up|rising shot',
    { move: 'craneUp' },
  ),
  rule(
    '(?:the )?camera (?:slowly |gently )?(?:descends?|descending|lowers?|cranes? down|moves? down(?:wards?)?|tilts? down|sinks)|crane down|boom down|tilt down',
    { move: 'craneDown' },
  ),
  rule(
    '(?:aerial |drone |helicopter )*(?:shot |footage |view |video )?(?:flying|flies|soaring|gliding) (?:forward )?(?:over|above|across|through)(?<=(?:aerial|drone|fly over|camera|helicopter|fpv).*)|fly ?(?:over|through)(?: shot)?(?: of)?|fpv(?: drone)?(?: shot| footage)?(?: of| through)?',
    { move: 'flyOver', shot: 'aerial' },
  ),
  rule(
    "(?:aerial|drone|helicopter|bird'?s? eye)(?: (?:drone|view|shot|footage|video|photo(?:graph)?|perspective|image|panorama))+(?: (?:of|over|from above))?|aerial(?: of)?|(?:seen|shot|viewed|filmed|view) from (?:high )?above|(?<=[,.] )from (?:high )?above|from the air|bird'?s?[ -]eye",
    { shot: 'aerial' },
  ),
  rule(
    '(?:(?:the )?camera (?:follows|tracks|tracking|following)|tracking(?: shot)?|follow(?:ing)? shot|steadicam|trucking shot)(?: of)?',
    { move: 'track' },
  ),
  rule('hand ?held(?: (?:camera|shot|footage|video))?(?: of)?|shaky cam(?:era)?|found footage|vlog|selfie', {
    move: 'handheld',
  }),
  rule(
    '(?:static|fixed|locked(?: off)?|still|stationary|motionless) (?:camera|shot|frame)(?: of)?|(?:the )?camera (?:is |stays |remains )?(?:still|static|fixed)|tripod(?: shot)?',
    { move: 'still' },
  ),
  rule('(?:the )?camera (?:slowly |gently |softly )?(?:drifts|floats|glides)|floating camera', { move: 'drift' }),
  rule(
    "top ?down(?: (?:view|shot|photo(?:graph)?|perspective|angle))?(?: of)?|(?:view(?:ed)? |seen |shot )?from directly above|overhead(?: (?:view|shot|photo|angle))+(?: of)?|flat ?lay(?: of)?|god'?s eye view",
    { shot: 'topDown' },
  ),
  rule(
    '(?:extreme )?close[ -]?ups?(?: (?:shot|view|photo|portrait|of|on))*|macro(?: (?:shot|photo(?:graph|graphy)?|lens|view))?(?: of)?|detail shot(?: of)?|(?:head ?shot|portrait)(?: (?:photo(?:graph)?|shot|picture))? of|head ?shot',
    { shot: 'close' },
  ),
  rule(
    '(?:ultra |extreme |very )?wide(?: ?angle)?(?: (?:shot|view|lens|angle|photo|composition))+(?: of)?|wide angle|establishing shot(?: of)?|panoram(?:a|ic)(?: (?:view|shot|photo))?(?: of)?|long shot(?: of)?|fish ?eye(?: lens)?|full shot(?: of)?',
    { shot: 'wide' },
  ),
  rule(
    "(?:low|worm'?s eye|ground level)[ -](?:angle|view|shot|camera)(?: (?:shot|view))?(?: of)?|(?:seen |viewed |shot )?from below|worm'?s eye|low angle",
    { shot: 'low' },
  ),
  rule('high angle(?: (?:shot|view))?(?: of)?', { shot: 'aerial' }),
  rule('(?:medium|mid|eye level|waist)(?: |-)(?:shot|view|close up)(?: of)?', { shot: 'medium' }),
  rule(
    '(?:looks?|looking|stares?|staring|gazes?|smiles?|smiling) (?:directly |straight )?(?:at|into|to|towards?) the (?:camera|viewer|lens)|facing the (?:camera|viewer)',
    {},
  ),
  rule(
    '(?:towards?|at|to|from|past|by) the (?:camera|viewer|lens)|the camera|(?:vertical|horizontal|portrait|landscape|square|widescreen) (?:video|format|picture|image|photo|shot|orientation)|slow(?: |-)?mo(?:tion)?',
    {},
  ),
];

const DAY = '(?:day(?:light|time)?|morning|noon|afternoon|dawn|sunrise)';
const NIGHT = '(?:night(?:time|fall)?|dusk|evening|midnight|sunset|dark(?:ness)?)';
export const TIME_RULES: readonly PictureRule[] = [
  rule(
    `(?:from |turning |changing |transition(?:ing|s)? from )?${DAY} (?:to|into|turn(?:s|ing) (?:in)?to|becom(?:es|ing)|fad(?:es|ing) (?:in)?to) ${NIGHT}`,
    { time: 'day', timeTo: 'night', events: ['timeLapse'] },
  ),
  rule(
    `(?:from |turning |changing |transition(?:ing|s)? from )?${NIGHT} (?:to|into|turn(?:s|ing) (?:in)?to|becom(?:es|ing)|fad(?:es|ing) (?:in)?to) ${DAY}`,
    { time: 'night', timeTo: 'day', events: ['timeLapse'] },
  ),
  rule(
    'night (?:falls|is falling|approaches)|(?:as |while )?(?:the )?sun (?:sets|setting|going down)|as the sun goes down',
    {
      time: 'sunset',
      timeTo: 'night',
      events: ['timeLapse'],
    },
  ),
  rule('(?:as|while) the sun rises|(?:the )?sun (?:rises|rising|is rising|comes up|coming up)', {
    time: 'dawn',
    timeTo: 'morning',
    events: ['timeLapse'],
  }),
  rule('(?:a )?(?:time ?lapse|hyper ?lapse)(?: (?:video|shot|footage))?(?: of)?', { events: ['timeLapse'] }),
  rule(
    '(?:at |around )?(?:1[0-2]|[1-3])(?::\\d\\d)? ?(?:a ?m|a\\.m\\.?|o clock at night)|(?:at |around )?(?:9|10|11)(?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)|(?:at |around )?0?[0-3]:\\d\\d|(?:at )?2[123]:\\d\\d',
    { time: 'night' },
  ),
  rule('(?:at |around )?[45](?::\\d\\d)? ?(?:a ?m|a\\.m\\.?)', { time: 'dawn' }),
  rule('(?:at |around )?(?:6|7|8|9|10|11)(?::\\d\\d)? ?(?:a ?m|a\\.m\\.?)', { time: 'morning' }),
  rule('(?:at |around )?(?:12|[1-5])(?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)', { time: 'day' }),
  rule('(?:at |around )?[678](?::\\d\\d)? ?(?:p ?m|p\\.m\\.?)', { time: 'dusk' }),
  rule(
    '(?:at |in |during )?(?:the )?(?:golden hour|golden light|golden sunlight|late afternoon(?: light| sun)?|warm evening light)',
    { time: 'golden' },
  ),
  rule(
    '(?:at |in |during |before |into )?(?:the |a |an )?(?:[a-z]+ )?(?:sunset|sundown|setting sun)(?: (?:light|sky|colou?rs))?',
    { time: 'sunset' },
  ),
  rule(
    '(?:at |in |during |after )?(?:the )?(?:dusk|twilight|blue hour|gloaming|early evening|nightfall)(?: light| sky)?',
    { time: 'dusk' },
  ),
  rule(
    '(?:at |in |during |before )?(?:the |a )?(?:dawn|sun ?rise|day ?break|first light|rising sun)(?: (?:light|sky))?',
    { time: 'dawn' },
  ),
  rule('(?:at |in |during )?(?:the )?(?:early )?morning(?: (?:light|sun(?:light|shine)?))?', { time: 'morning' }),
  rule(
    '(?:at |in |during |by |late at |under )?(?:the |a )?(?:middle of the )?(?:starry |dark |moonlit |clear |rainy |snowy |stormy )?(?:night(?:time)?|midnight|moon ?light|starlight)(?: (?:sky|scene|light))?',
    { time: 'night' },
  ),
  kept('moonlit|starry|night sky|northern lights|aurora(?: borealis)?|milky way', { time: 'night' }),
  rule('(?:in |during )?(?:the )?evening(?: light| sun| sky)?', { time: 'dusk' }),
  rule(
    '(?:at |in |during |by |under )?(?:the )?(?:bright )?(?:noon|midday|daylight|day ?time|afternoon|sunlight|sunshine|sunny day|by day|bright day)',
    { time: 'day' },
  ),
  kept('sunny|sunlit|sun drenched', { time: 'day' }),
];

export const WEATHER_RULES: readonly PictureRule[] = [
  rule('(?:in |during )?(?:an? |the )?(?:[a-z]+ )?(?:thunder ?storms?|lightning storm|electrical storm)', {
    weather: 'storm',
    wetGround: true,
    wind: 0.8,
    events: ['lightning'],
  }),
  rule('(?:flash(?:es)? of |bolts? of )?lightning(?: (?:strikes?|bolts?|flashes|flashing|striking))?', {
    weather: 'storm',
    events: ['lightning'],
  }),
  kept('thunder', { weather: 'storm', events: ['lightning'] }),
  rule('(?:in |during )?(?:an? |the )?(?:heavy |fierce |violent )?(?:snow ?storm|blizzard)', {
    weather: 'snow',
    season: 'winter',
    wind: 0.8,
    haze: 0.4,
  }),
  rule('(?:in |during )?(?:an? |the )?(?:sand|dust) ?storm', { weather: 'fog', wind: 0.9, haze: 0.7 }),
  rule(
    '(?:in |during )?(?:an? |the )?(?:[a-z]+ )?(?:storms?|stormy(?: (?:sky|weather|sea))?|tempest|hurricane|typhoon|tornado)',
    { weather: 'storm', wind: 0.9, wetGround: true, events: ['lightning'] },
  ),
  rule(
    '(?:in |through |during )?(?:the |an? )?(?:heavy |light |pouring |soft |gentle |falling |cold |warm |summer )*(?:rain(?: ?fall| ?storm| ?drops?)?|raining|downpour|drizzl(?:e|ing)|monsoon)(?: (?:falling|falls|pouring|is falling))?',
    { weather: 'rain', wetGround: true },
  ),
  kept('rainy|rain soaked|rain slicked|rain drenched|rain swept', { weather: 'rain', wetGround: true }),
  kept('wet (?:street|pavement|ground|road|asphalt|cobblestones?|city)|puddles?|rain washed', { wetGround: true }),
  rule(
    '(?:in |through |under )?(?:the |a )?(?:heavy |light |soft |gentle |fresh |deep )*(?:snow ?(?:flakes|fall)|snow(?: is)? (?:falling|falls)|snowing|falling snow|fresh snow)(?: (?:falling|drifting))?',
    { weather: 'snow', season: 'winter' },
  ),
  rule(
    '(?:in |through |under )?(?:the |a )?(?:light |thin |thick |dense |heavy |morning |soft |swirling |dense )*(?:fog|mist|haze|smog)(?: rising(?: from| over| off)?| rolling in| rolls in| between| drifting| drifts)?',
    { weather: 'fog', haze: 0.6 },
  ),
  kept('foggy|misty|hazy', { weather: 'fog', haze: 0.5 }),
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
  kept('windy|in the wind|strong wind|breeze|breezy|gusts?|wind(?:swept)?|blowing', { wind: 0.7, sounds: ['wind'] }),
];

export const SEASON_RULES: readonly PictureRule[] = [
  kept(
    '(?:in )?(?:the )?(?:autumn(?:al)?|fall (?:colou?rs|foliage|leaves|day|morning|forest)|in (?:the )?fall|october|november|autumn leaves|fallen leaves)',
    { season: 'autumn' },
  ),
  kept('(?:in )?(?:the )?(?:winter(?:y|time)?|wintry|christmas|december|january|frozen lake|icy)', {
    season: 'winter',
  }),
  kept(
    '(?:in |during )?(?:the )?(?:spring ?time|in (?:the )?spring|spring (?:day|morning|meadow|garden|flowers|forest)|early spring|cherry blossoms?|sakura|april|easter)',
    { season: 'spring' },
  ),
  kept('(?:in )?(?:the )?(?:summer(?:y|time)?|midsummer|july|august)', { season: 'summer' }),
];

export const LIGHT_RULES: readonly PictureRule[] = [
  rule(
    '(?:with |in |the )*(?:sun ?|light ?|god ?|golden )(?:rays|beams|shafts)(?: (?:shining|streaming|falling|filtering|coming|breaking))?(?: (?:through|from|in))?|(?:rays|beams|shafts) of (?:sun ?)?light|crepuscular rays|volumetric(?: light(?:ing)?)?|sunbeams?|dappled (?:sun)?light|light (?:streaming|filtering|shining|falling) (?:in )?(?:through|from)',
    { lightRays: true },
  ),
  kept('neon(?: ?lit| lights?| signs?| glow)?|cyberpunk', { details: ['neon'] }),
  kept('cyberpunk|futuristic|sci ?fi|science fiction', { details: ['futuristic'] }),
  kept('lanterns?|lamps?|candle ?lit|candle ?light|warm(?:ly)? (?:lamps?|light|lit)|lamp ?light', {
    details: ['warm lamps'],
  }),
  kept('ruins?|ruined', { details: ['ruins'] }),
  kept('stars?|starry', { details: ['stars'] }),
  kept('(?:wooden|log)(?= (?:room|cabin|floor|walls?|house interior))', { details: ['wooden'] }),
  kept('marble', { details: ['marble'] }),
  kept('dark(?=(?: [a-z]+)? (?:room|hall|alley|cellar|forest|street|library|cave|house|basement|woods|background))', {
    details: ['dark'],
  }),
  kept('coral(?:s)?(?= reefs?)|kelp', { details: ['coral'] }),
  kept('shelves|spiral staircase|staircase|stairs', { details: ['staircase'] }),
  kept('palm trees?|palms|tropical', { details: ['tropical'] }),
  kept('pines?(?: trees?)?', { details: ['pine'] }),
  kept('fireflies|firefly', { details: ['fireflies'], time: 'night' }),
  kept('northern lights|aurora(?: borealis)?', { details: ['aurora'] }),
  kept('rainbow', { details: ['rainbow'] }),
  kept('spotlight|studio light(?:ing)?|soft (?:studio )?light(?:ing)?', { details: ['soft light'] }),
];

export const EVENT_RULES: readonly PictureRule[] = [
  kept('fireworks?(?: display)?', { events: ['fireworks'] }),
  rule(
    '(?:traffic|car|head|tail|city)? ?(?:light ?s?|headlights|taillights|traffic) (?:streak(?:s|ing)?|trails?)(?: (?:below|by|past))?|light (?:streaks|trails)|streaks of (?:light|traffic)|traffic lights? streaking(?: below)?',
    { events: ['lightStreaks'] },
  ),
  kept(
    '(?:lights?|lighting|lit|glow(?:s|ing)?) up|lights? (?:turn(?:s|ing)? on|com(?:es|ing) on|switch(?:es|ing)? on)|begin(?:s|ning)? to glow|start(?:s|ing)? to glow|come(?:s)? alive',
    { events: ['lightsUp'] },
  ),
  kept('music|concert|orchestra|piano|guitar|violin|band', { sounds: ['music'] }),
  kept('crowds?|audience|festival|market|stadium', { sounds: ['crowd'] }),
  kept('church|bells?|temple', { sounds: ['bell'] }),
  kept('waves', { sounds: ['sea'] }),
  rule('crickets|cicadas', { sounds: ['crickets'] }),
  kept('birds? sing(?:ing|s)?|birdsong|chirping', { sounds: ['birds'] }),
  kept('traffic', { sounds: ['traffic'] }),
  kept('wind chimes?|chimes?', { sounds: ['chime'] }),
];
