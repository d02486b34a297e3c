import { type PictureRule, rule } from './picture-rule.ts';

const CAMERA = '(?:(?:the |our |a )?(?:camera|shot|view|frame|lens)|we)';
const HOW =
  '(?:(?:very |extremely )?(?:slow(?:ly)?|smooth(?:ly)?|gentl[ey]|gradual(?:ly)?|steady|steadily|quick(?:ly)?|fast|rapid(?:ly)?|subtl[ey]|soft(?:ly)?|dramatic(?:ally)?|sweeping|graceful(?:ly)?|cinematic(?:ally)?|then|is|starts?|begins?|continues?|to|gliding|long|continuous) )*';
const HOW_BEHIND = '(?: (?:slowly|smoothly|gently|gradually|steadily|quickly|rapidly|softly|gracefully|dramatically))*';
const TO = '(?: (?:over|across))?(?: (?:from (?:the )?(?:left|right)))?(?: (?:to (?:the )?|towards? (?:the )?))?';
const SHOT = '(?:shot|movement|move|motion|view|camera|camera movement)';

const MOVES: readonly PictureRule[] = [
  rule(
    `${CAMERA} ${HOW}(?:orbits?|orbiting|circles?|circling|arcs?|arcing|revolv(?:es?|ing)|rotat(?:es?|ing)|spins?|spinning|moves?|moving|sweeps?|swings?|travels?|glides?)${HOW_BEHIND}(?: (?:in a circle|all the way|360 degrees))* ?(?:around|round)|${CAMERA} ${HOW}(?:orbits?|circles?|circling|orbiting)|${HOW}(?:orbit(?:ing|al)?|arc(?:ing)?|circling|circular|rotating|turntable|revolving|360(?: degrees?)?) (?:${SHOT}|tracking shot|pan|rotation|dolly)(?: (?:around|of))?|(?:^|(?<=[.,;:] ))orbit(?:ing)? around|360(?: degrees?)?|(?<!(?:on|a|an|the|old|vintage|wooden) )turntable|bullet time`,
    { move: 'orbit' },
  ),
  rule(`whip pans?(?: to the (?:left|right))?`, { move: 'panRight', speed: 2.5 }),
  rule(
    `(?:${CAMERA} )?${HOW}(?:trucks?|trucking|tracks?|tracking|slides?|sliding|dollies|dollying|moves?|moving|travels?|glides?|gliding|drifts?)(?<=(?:camera|shot|view|we|truck\\w*|track\\w*|slid\\w*|dolly\\w*) .*|truck\\w*)${HOW_BEHIND}${TO} ?(?:sideways |laterally )?(?:to (?:the )?)?right|truck(?:ing)?(?: shot)?(?: to the)? right|(?:lateral|sideways|side) (?:tracking|trucking|dolly|slider) shot|slider shot|truck(?:ing)? shot`,
    { move: 'truckRight' },
  ),
  rule(
    `(?:${CAMERA} )?${HOW}(?:trucks?|trucking|tracks?|tracking|slides?|sliding|dollies|dollying|moves?|moving|travels?|glides?|gliding|drifts?)(?<=(?:camera|shot|view|we|truck\\w*|track\\w*|slid\\w*|dolly\\w*) .*|truck\\w*)${HOW_BEHIND}${TO} ?(?:sideways |laterally )?(?:to (?:the )?)?left|truck(?:ing)?(?: shot)?(?: to the)? left`,
    { move: 'truckLeft' },
  ),
  rule(
    `(?:${CAMERA} )?${HOW}(?:pans?|panning|turns?|sweeps?|sweeping|swivels?)(?: shot)?${HOW_BEHIND}${TO} ?(?:to (?:the )?)?left(?<=(?:pan|camera|shot|view|we)\\b.*|pan(?:s|ning)\\b.*)|pan(?:s|ning)?(?: shot)? from right to left`,
    { move: 'panLeft' },
  ),
  rule(
    `(?:${CAMERA} )?${HOW}(?:pans?|panning|turns?|sweeps?|sweeping|swivels?)(?: shot)?${HOW_BEHIND}${TO} ?(?:to (?:the )?)?right(?<=(?:pan|camera|shot|view|we)\\b.*|pan(?:s|ning)\\b.*)|(?:${CAMERA} )?${HOW}(?:pans|panning|sweeps)(?<=(?:camera|shot|view|we) .*)${HOW_BEHIND} (?:over|across|along|through|from left to right)|${HOW}pan(?:ning)?(?: shot)?(?: (?:over|across|along|of|from left to right))|(?:slow|smooth|gentle|quick|horizontal) pan|panning shot|${CAMERA} ${HOW}pans`,
    { move: 'panRight' },
  ),
  rule(
    `(?:(?:${CAMERA} )?${HOW}(?:tilts?|tilting) ?up(?:wards?)?|tilt up(?: shot)?|upward tilt)(?: (?:to|from|along|over))?`,
    { move: 'tiltUp' },
  ),
  rule(
    `(?:(?:${CAMERA} )?${HOW}(?:tilts?|tilting) ?down(?:wards?)?|tilt down(?: shot)?|downward tilt)(?: (?:to|from|along|over))?`,
    { move: 'tiltDown' },
  ),
  rule(`(?:${CAMERA} )?${HOW}(?:zoom(?:s|ing)?${HOW_BEHIND} (?:out|away)|zoom out shot)(?: (?:of|from))?`, {
    move: 'zoomOut',
  }),
  rule(
    `(?:${CAMERA} )?${HOW}(?:(?:crash |snap )?zoom(?:s|ing)?${HOW_BEHIND} (?:in|into|closer)(?: shot)?|(?:crash|snap) zoom|zoom shot)(?: (?:on|to|towards?))?`,
    { move: 'zoomIn' },
  ),
  rule(
    `(?:${CAMERA} )?${HOW}(?:dolly(?:ing)?|dollies)${HOW_BEHIND} (?:out|back|backwards?|away)(?: shot)?|(?:${CAMERA} )?${HOW}pull(?:s|ing)?${HOW_BEHIND} (?:back|out(?! of (?:an? |the |its )?(?:[a-z]+ )?(?:station|garage|driveway|tunnel|harbou?r|port|depot|yard))|away)(?: shot)?(?: to reveal| revealing| from)?|push(?:es)? out|${CAMERA} ${HOW}(?:moves?|backs?|retreats?|backing|moving|tracks?|glides?)${HOW_BEHIND} (?:back|backwards?|out|away)(?: from)?|reveal shot`,
    { move: 'dollyOut' },
  ),
  rule(
    `(?:${CAMERA} )?${HOW}(?:dolly|dollies|dollying|push|pushes|pushing)${HOW_BEHIND} ?(?:in|into|inwards?|forwards?|closer)(?: shot)?(?: (?:on|to|towards?))?|${HOW}(?:dolly|push in)(?: zoom)? shot(?: (?:of|on|towards?))?|dolly zoom|vertigo effect|${CAMERA} ${HOW}(?:moves?|moving|creeps?|creeping|inches|glides?|gliding|tracks?|tracking|travels?|advances?|approaches|walks?)${HOW_BEHIND} ?(?:in|into|closer|forwards?|towards?|through|past|along)?(?: (?:on|to|towards?))?(?<=(?:in|into|closer|forwards?|towards?|through|past|along|on|to|approaches|advances?))`,
    { move: 'dollyIn' },
  ),
  rule(
    `${CAMERA} ${HOW}(?:descends?|descending|lowers?|lowering|cranes?${HOW_BEHIND} down|booms? down|moves?${HOW_BEHIND} down(?:wards?)?|sinks?|drops?)|(?:crane|boom|jib|pedestal) down(?: shot)?|descending (?:shot|camera)`,
    { move: 'craneDown' },
  ),
  rule(
    `${CAMERA} ${HOW}(?:rises?|rising|ascends?|ascending|cranes?(?: up)?|craning up|booms? up|moves?${HOW_BEHIND} up(?:wards?)?|lifts?|climbs?|soars? up)(?: (?:over|above))?|${HOW}(?:crane|boom|jib|pedestal)(?: up)?(?: shot)?(?<=(?:up|shot))(?: (?:of|rising|rises|moving|going))?(?: (?:up|over|above))*|ris(?:es|ing) (?:shot|camera)`,
    { move: 'craneUp' },
  ),
  rule(
    '(?:aerial |drone |helicopter )*(?:shot |footage |view |video )?(?:flying|flies|soars|soaring|gliding|glides|swoops|swooping|sweeping|sweeps) (?:slowly |low |high |fast |smoothly )*(?:forwards? )?(?:over|above|across|through)(?<=(?:aerial|drone|fly over|camera|helicopter (?:shot|footage|view|video)|fpv)\\b.{0,80})|fly ?(?:over|through|by)(?: shot)?(?: of)?|fpv(?: drone)?(?: shot| footage)?(?: (?:flying|diving))?(?: of| through| over| down)?|drone (?:flies|flying|soars) (?:over|through|above)',
    { move: 'flyOver', shot: 'aerial' },
  ),
  rule(
    `${CAMERA} ${HOW}(?:follows?|following|tracks?|tracking|chases?|trails?|keeps? (?:pace|up) with|stays? (?:with|close to|on))${HOW_BEHIND}(?: (?:along|alongside|behind|beside|closely|after|from behind|from above|from the side|with))*|(?:slow |fast |smooth |steady )*(?:tracking|follow|following|chase|leading)(?: (?:camera|cam))?(?: shot)?(?<=(?:shot|camera|cam|tracking))(?: (?:from|of|behind|alongside|following|that follows))?(?: (?:behind|above|the side))?|steadicam|gimbal(?: shot)?`,
    { move: 'track' },
  ),
  rule(
    'hand ?held(?: (?:camera|shot|footage|video|style|feel|look|motion|movement))*(?: of)?|shaky (?:cam(?:era)?|footage)|found footage|vlog|(?<!(?:\\ba|group|taking|take|takes|their|some) )selfie(?: video| shot| stick)?|documentary style|go ?pro(?: footage)?|body ?cam(?: footage)?',
    { move: 'handheld' },
  ),
  rule(
    '(?:static|fixed|locked(?: ?off| down)?|still|stationary|motionless|steady|unmoving) (?:camera|shot|frame|view|composition|wide shot)(?: of)?|(?:the )?camera (?:is |stays |remains |does )?(?:completely |perfectly |absolutely )?(?:still|static|fixed|stationary|motionless|locked(?: ?off)?|steady|not move)|(?:on a |from a )?tripod(?: shot)?|no camera (?:movement|motion|move)s?|locked ?off',
    { move: 'still' },
  ),
  rule(
    `${CAMERA} ${HOW}(?:drifts?|floats?|floating|drifting|glides?|gliding|lingers?|holds?)|floating camera|subtle camera (?:movement|motion)`,
    { move: 'drift' },
  ),
];

const VIEWS: readonly PictureRule[] = [
  rule(
    "top view(?: of)?|(?:seen|viewed|shot) from the top|top ?down(?: (?:view|shot|photo(?:graph(?:y)?)?|perspective|angle|aerial))*(?: of)?|(?:view(?:ed)? |seen |shot |looking |filmed )?(?:from )?(?:directly|straight) (?:above|down|overhead)|overhead(?: (?:view|shot|photo(?:graph)?|angle|perspective|camera))+(?: of)?|flat ?lay(?: of)?|god'?s eye(?: view)?|knolling",
    { shot: 'topDown' },
  ),
  rule(
    "bird'?s?'?[ -]eye(?:'?s)?(?: (?:view|shot|perspective|angle))?(?: of| over)?|birds? eye(?: view| shot| perspective)?(?: of)?",
    { shot: 'aerial', isBirdsEye: true },
  ),
  rule(
    '(?:an? )?(?:cinematic |smooth |slow |fpv )*drone (?:flight|flythrough|flyover|fly through|fly over|ride|tour)(?: (?:shot|footage|video))?(?: (?:of|over|through|across|along|above))?|(?:filmed|shot|captured|recorded) (?:by|with|from|on) an? drone',
    { move: 'flyOver', shot: 'aerial' },
  ),
  rule(
    '(?:an? )?(?:cinematic |smooth |slow |fpv )*drone (?:footage|video|clip)(?: (?:of|over|through|across|along|above|flying over))?',
    { move: 'flyOver', shot: 'aerial' },
  ),
  rule(
    '(?:sweeping |cinematic |high |stunning )*(?:aerial|drone|helicopter|airplane|satellite)(?: (?:drone|view|shot|footage|video|photo(?:graph(?:y)?)?|perspective|image|panorama|angle|cinematography))+(?: (?:of|over|from above))?|aerial(?: of)?|(?:seen|viewed|filmed) from (?:high )?above|(?:shot|view) from high above|from the air|view from (?:a|an) (?:airplane|helicopter|drone|plane)(?: window)?',
    { shot: 'aerial' },
  ),
  rule(
    'high[ -]angle(?: (?:shot|view|angle))*(?: of)?|(?:(?:seen |shot |view |looking )?(?:from|down from) )above(?= [,.;]|$| [,.;])|looking down (?:at|on|upon)(?<=(?:camera|view|shot) .*)',
    {
      shot: 'high',
    },
  ),
  rule(
    "(?:(?:dramatic|extreme|very) )*(?:low|worm'?s?'? eye|ground[ -]level|upward|ant'?s eye)[ -](?:angle|view|shot|camera|perspective)(?: (?:shot|view|perspective|photo))*(?: (?:of|looking up at|from below))?|(?:seen |viewed |shot |filmed )?from (?:down )?below|worm'?s?'? eye|low angle|hero (?:shot|angle)|(?:camera|view|shot) looking up(?: at)?",
    { shot: 'low' },
  ),
  rule(
    "over[ -]the[ -]shoulder(?: (?:shot|view|angle|perspective|camera))*(?: of| from)?|ots shot|over (?:his|her|their|someone's) shoulder",
    { shot: 'overShoulder' },
  ),
  rule(
    '(?:pov|first[ -]person(?: (?:pov|perspective|view|shot))*|point[ -]of[ -]view|subjective camera|through the eyes of)(?: (?:shot|video|footage|view|perspective|camera))*(?: of| as| from)*(?: (?:a |the )?(?:person|someone|me|us))?(?: (?:walking|running|driving|flying|riding|moving|cycling|skiing|swimming|falling))+',
    { shot: 'pov', move: 'dollyIn' },
  ),
  rule(
    'pov(?: (?:shot|video|footage))?(?: of)?|first[ -]person(?: (?:view|pov|shot|perspective))*(?: of)?|point[ -]of[ -]view(?: shot)?(?: of)?|subjective camera|through the eyes of',
    { shot: 'pov' },
  ),
  rule(
    '(?:extreme|ultra|super|very|tight) (?:close[ -]?ups?|ecu)(?: (?:shot|view|photo(?:graph)?|portrait|of|on))*|(?:super |extreme |ultra )?macro(?: (?:shot|photo(?:graph|graphy)?|lens|view|close[ -]?up|detail))*(?: of)?|microscop(?:e|ic) (?:view|shot)(?: of)?',
    { shot: 'macro', focus: 'shallow' },
  ),
  rule(
    '(?:medium )?close[ -]?ups?(?: (?:shot|view|photo(?:graph)?|portrait|detail|of|on))*|(?:detail|tight|insert|beauty) shot(?: of)?|up close|closeup',
    { shot: 'close' },
  ),
  rule(
    '(?:(?:studio|head and shoulders|half body|bust|environmental|fashion|beauty|editorial|candid|family|dramatic|cinematic|formal|school|wedding|pet) )*(?:portrait(?:ure)?(?! (?:mode|orientation|format|video|on|hanging|above|over|in a frame))(?: (?:photo(?:graph(?:y)?)?|shot|picture|painting|style|session|photography))*(?: of)?|head ?shots?(?: of)?|mug ?shot)',
    { shot: 'portrait' },
  ),
  rule('(?:extreme|ultra|very|super) (?:wide|long)(?: |-)(?:shot|view|landscape)(?: of)?|(?:ews|els) shot', {
    shot: 'extremeWide',
  }),
  rule('fish ?eye(?: (?:lens|view|shot|camera|effect|perspective))*(?: of)?', { shot: 'wide', lens: 'fisheye' }),
  rule(
    '(?:ultra |extreme |very |super )?wide[ -]?angle(?: (?:shot|view|lens|photo(?:graph)?|composition|perspective|camera))*(?: of)?|ultra ?wide(?: lens)?',
    {
      shot: 'wide',
      lens: 'wide',
    },
  ),
  rule(
    'wide(?: (?:cinematic |establishing |landscape )?(?:shot|view|frame|composition|photo))+(?: of)?|(?:cinematic |wide )?establishing shot(?: of)?|panoram(?:a|ic)(?: (?:view|shot|photo|landscape))*(?: of)?|(?:long|master) shot(?: of)?|sweeping (?:view|vista|landscape)(?: of)?|widescreen shot',
    { shot: 'wide' },
  ),
  rule(
    '(?:medium|mid|eye[ -]level|waist|full|full[ -]body|cowboy|american|two|three quarter)(?: |-)(?:long )?(?:shot|view|angle|portrait|camera)(?: of)?|full[ -]body|eye[ -]level|(?:front|side|profile|three quarter|rear|back) (?:view|shot|angle)(?: of)?|dutch (?:angle|tilt)',
    { shot: 'medium' },
  ),
];

const LENSES: readonly PictureRule[] = [
  rule(
    '(?:telephoto|tele|long|zoom) lens(?: (?:shot|photo|compression))?|telephoto(?: (?:shot|compression|view))?|(?:on |with )?(?:an? )?(?:1[2-9]\\d|[2-9]\\d\\d) ?mm(?: (?:lens|telephoto|prime|shot))*',
    { lens: 'telephoto' },
  ),
  rule('(?:on |with |shot on )?(?:an? )?(?:[89]|1\\d|2[0-4]) ?mm(?: (?:lens|wide angle|prime|shot))*', {
    lens: 'wide',
  }),
  rule(
    '(?:on |with |shot on )?(?:an? )?(?:8\\d|9\\d|1[01]\\d) ?mm(?: (?:lens|portrait|prime|shot))*|f ?,? ?[0-3]\\.\\d+',
    { focus: 'shallow' },
  ),
  rule(
    '(?:with |and |very |extremely )?(?:an? )?(?:(?:shallow|narrow|thin) (?:depth of field|focus|dof)|(?:soft |beautiful |creamy |smooth |blurry )*bokeh(?: (?:lights?|effect|background|balls))?|(?:soft |softly )?(?:blurred|blurry|out of focus|defocused) background|background (?:is )?(?:blurred|blurry|out of focus|blur)|selective focus|rack focus|tilt[ -]shift(?: (?:photo|effect|lens|shot|miniature))*|depth of field|dof|soft focus)',
    { focus: 'shallow' },
  ),
  rule(
    'deep (?:focus|depth of field)|(?:everything|all) in (?:sharp )?focus|(?:large|great|infinite) depth of field|f ?,? ?(?:8|11|16|22)\\b(?! \\w)',
    { focus: 'deep' },
  ),
  rule(
    '(?:on |with |shot on |using )?(?:an? )?(?:2[5-9]|[3-7]\\d) ?mm(?: (?:lens|film|prime|anamorphic|shot|film stock|film grain))*',
    {},
  ),
  rule(
    '(?:looks?|looking|stares?|staring|gazes?|gazing|smiles?|smiling|turns?|turning|talks?|talking|speaks?|speaking|winks?|grins?) (?:directly |straight |back |slowly )*(?:at|into|to|towards?) (?:the )?(?:camera|viewer|lens|audience)|facing (?:the )?(?:camera|viewer)|breaking the fourth wall',
    {},
  ),
  rule(
    '(?:towards?|at|to|from|past|by) the (?:camera|viewer|lens)|the camera|camera (?:movement|motion|angle|work|operator)s?|in (?:vertical|horizontal|portrait|landscape|square) (?:video|format|mode|orientation)|(?:vertical|horizontal|portrait|landscape|square|widescreen) (?:video|format|picture|image|photo|shot|orientation|mode)|\\d+:\\d+ (?:aspect ratio|format)|aspect ratio \\d+:\\d+|single (?:take|shot)|one (?:take|continuous shot)|long take|oner',
    {},
  ),
];

/** Moves first: "crane shot" is no shot of a crane; then views and lenses. */
export const CAMERA_RULES: readonly PictureRule[] = [...MOVES, ...VIEWS, ...LENSES];
