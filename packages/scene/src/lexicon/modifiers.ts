import type { Meaning, MeaningMap } from './meaning.ts';
import { words } from './meaning.ts';
import { addMeaning } from './noun-row.ts';

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve';

const COUNTS: Readonly<Record<string, number>> = {
  both: 2,
  'a pair of': 2,
  'pair of': 2,
  'a couple of': 2,
  'couple of': 2,
  twin: 2,
  double: 2,
  'a trio of': 3,
  'trio of': 3,
  'a few': 3,
  few: 3,
  some: 3,
  several: 4,
  various: 4,
  'a handful of': 4,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  'a dozen': 12,
  dozen: 12,
  'half a dozen': 6,
  'two dozen': 24,
  'a dozen of': 12,
  dozens: 24,
  'dozens of': 24,
  many: 12,
  'lots of': 12,
  'a lot of': 12,
  numerous: 12,
  countless: 40,
  endless: 40,
  'hundreds of': 60,
  'thousands of': 60,
  'a hundred': 60,
  hundred: 60,
  'a thousand': 60,
  thousand: 60,
  'hundred of': 60,
  rows: 8,
  'rows of': 8,
};

const SIZES: Readonly<Record<string, number>> = {
  microscopic: 0.1,
  minuscule: 0.15,
  tiny: 0.2,
  teeny: 0.2,
  miniature: 0.25,
  little: 0.55,
  small: 0.5,
  short: 0.7,
  mini: 0.4,
  big: 1.6,
  large: 1.7,
  tall: 1.6,
  long: 1.4,
  huge: 2.6,
  giant: 3,
  gigantic: 3.2,
  massive: 2.8,
  enormous: 3,
  colossal: 4,
  towering: 2.5,
  immense: 3,
  vast: 2,
  oversized: 2,
  grand: 1.6,
};

/** Words for the look of a thing. The first of each row is the attribute that models know; the others mean the same. */
const ATTRIBUTES = `
  old ancient aged weathered antique vintage rusty worn battered dilapidated
  young new:new modern sleek futuristic:futuristic cyberpunk:futuristic
  glowing luminous illuminated radiant shining lit bioluminescent luminescent shimmering
  crystal crystalline
  wooden wood timber oak:wooden
  metal metallic steel iron chrome:metal
  marble granite:stone stone stony
  glass:glass transparent translucent
  leather:leather velvet:velvet paper:paper plastic:plastic ceramic:ceramic porcelain:ceramic brick:brick straw:straw
  snowy snow-covered snowcapped snow-capped icy:icy frozen:icy frosty:icy
  striped stripy spotted:spotted checkered:checkered
  furry fluffy shaggy
  broken ruined:broken crumbling:broken abandoned:broken
  burning flaming blazing
  wet soaked dripping
  winged horned:horned ringed:ringed
  happy smiling cheerful friendly:friendly joyful laughing
  sad lonely:sad melancholy crying
  angry fierce menacing
  sleepy tired
  dark:dark bright:bright colorful:colorful colourful:colorful multicolored:colorful multi-colored:colorful multicoloured:colorful rainbow-colored:colorful shiny:shiny glossy:shiny matte:matte
  neon neon-lit
  hot-air:hotAir open:open empty:empty closed:closed round:round square:square flat:flat fat:fat thin:thin slim:thin
  beautiful:- cute:cute pretty:- lovely:- cozy:- cosy:- majestic:- magnificent:- epic:- dramatic:- stunning:- gorgeous:- elegant:-
  mysterious:- magical:magical enchanted:magical mystical:magical fantasy:magical haunted:haunted spooky:haunted
  dense:- green:- lush:- wild:- single:- lone:- solitary:- quiet:- calm:- peaceful:- serene:- busy:- crowded:- bustling:- warm:- cold:-
  rustic:wooden medieval:old gothic:old victorian:old traditional:- classic:- simple:- minimalist:- fresh:- detailed:- red-hot:glowing
  foggy:- misty:- hazy:- rainy:- stormy:- windy:- sunny:- sunlit:- cloudy:- starry:- moonlit:- wintry:- overcast:- dusty:- dim:dark
  overgrown:- erupting:- iced:- deserted:empty
  great:- favorite:-
  pastel:- pale:- muted:- deep:- dull:- vivid:- rich:- faded:-
  scary:- evil:evil hostile:hostile brave:- proud:- wise:- curious:- playful:- silent:- distant:distant faraway:distant far-off:distant nearby:- famous:- heavy:- soft:- gentle:- strong:- light:-
  hidden:- secret:- tropical:- exotic:- beloved:- perfect:- realistic:- photorealistic:- hyperrealistic:- delicious:- steaming:steaming hot:steaming
  golden-haired:- long-haired:- same:- other:- another:- own:- whole:- entire:- full:- half:- real:- real-life:- typical:- american:-
  wide:- narrow:- graceful:- delicate:- ornate:- intricate:- whimsical:- surreal:- dreamy:- ethereal:- tranquil:- vibrant:- rugged:- sturdy:- slender:thin lanky:thin stout:fat handsome:- weary:- ragged:- tattered:- torn:- dirty:- muddy:- clean:- neat:- cluttered:- smooth:- rough:- jagged:- hollow:- crisp:- chilly:- lavish:- luxurious:- opulent:- regal:- royal:- noble:- humble:- mighty:- powerful:- fearsome:- ferocious:- timid:- shy:- confident:- determined:- stern:- stylish:- fashionable:- trendy:- imaginary:- unusual:- strange:- weird:- bizarre:- extraordinary:- incredible:- amazing:- breathtaking:- impressive:- spectacular:- picturesque:- scenic:- idyllic:- charming:- quaint:- inviting:- welcoming:- hectic:- endless:- infinite:- remote:- isolated:- forgotten:- legendary:- mythical:- ancient-looking:old well-dressed:- hand-painted:- polished:shiny gleaming:shiny crooked:- twisted:- gnarled:- leafless:bare bare:bare barren:- arid:- fertile:- pristine:- untouched:- unreal:- moody:- atmospheric:- gloomy:- eerie:- ominous:- sinister:- creepy:-
  melancholic:sad nostalgic:- wistful:- triumphant:- hopeful:- tense:- hazel:-
  french:- italian:- german:- english:- chinese:- spanish:- russian:- korean:- european:- african:- asian:- indian:- british:- dutch:- turkish:-
`;

/** Words that count the noun after "of", hold it, or only stand before it. */
const GROUPS: Readonly<Record<string, number>> = {
  flock: 12,
  pod: 5,
  pride: 5,
  litter: 5,
  gaggle: 7,
  colony: 12,
  caravan: 5,
  herd: 9,
  pack: 5,
  group: 5,
  crowd: 24,
  swarm: 24,
  school: 14,
  fleet: 6,
  row: 6,
  line: 6,
  bunch: 6,
  cluster: 6,
  collection: 6,
  family: 4,
  parade: 6,
  procession: 6,
  team: 5,
  army: 30,
  bouquet: 7,
  stack: 1,
  pile: 1,
  heap: 1,
  set: 3,
  forest: 20,
  pair: 2,
  series: 4,
  ring: 8,
  circle: 8,
  handful: 4,
  variety: 5,
  trio: 3,
  couple: 2,
  convoy: 5,
  line_of: 6,
  band: 4,
  gang: 5,
  horde: 20,
  string: 6,
  wall: 8,
};
const CONTAINERS = 'vase bowl basket box crate jar bottle pot bucket glass cup mug plate tray bag shelf';
const PARTS =
  'hood bonnet trunk wheel balcony terrace steps doorstep lawn courtyard deck prow hull porch piece slice block wedge chunk slab loaf top edge side front back middle center end bottom part roof kind type sort view shot scene picture photo image depiction portrait video clip footage illustration drawing rendering statue sculpture figurine figure toy model slices pieces drop drops patch surface';

/** Words without a body, and words about the picture itself: never an actor, whatever a dictionary says. */
const STOPS = `light lights background foreground distance scene image picture photo photograph photography shot video clip footage film movie cinema style art artwork
  painting illustration drawing render rendering view angle perspective camera lens focus depth detail details quality resolution hd 4k 8k uhd hdr
  composition color colors colour colours palette tone tones texture mood atmosphere ambience ambiance feeling vibe vibes time moment day days night
  morning evening afternoon noon midnight dawn dusk sunrise sunset hour hours minute minutes second seconds week year years summer winter autumn spring
  weather rain snow fog mist haze wind storm thunder lightning sunlight sunshine sun moonlight daylight glow shadow shadows reflection reflections ray rays
  beam beams dust smoke steam spark sparks air water ground floor earth land landscape scenery nature world place area region spot corner way path
  left right middle center centre top bottom side front back edge end start beginning loop motion movement speed frame frames aspect ratio vertical horizontal
  portrait sound music silence noise voice song bigger larger taller higher smaller tinier shorter greater size height begin begins beginning began start starts started starting continue continues continued keep keeps kept suddenly finally meanwhile hi hello hey thanks thank cheers kindly ok okay pls plz thx gonna wanna gimme lets let's try trying tries attempts seems seem
  beauty love peace joy hope dream dreams memory life death story adventure magic power energy freedom
  but yet however although it he she they them him hers her his their we you i me my your our this that these those who which what there here where when while as then than
  is are was were be being been has have had do does did will would can could should may might must not very really quite so too also just only even still
  more most less least much such each every all any other another own same new old first last next about like with-out for to by at into onto of off up out down
  hair face eyes eye hand hands arm arms leg legs head body back skin tail fur wing wings feather feathers mouth nose ear ears foot feet neck
  cloth tablecloth with_a_bow clothes clothing dress suit coat jacket shirt trousers pants skirt uniform armor armour scarf cape cloak costume outfit jeans gloves helmet robe glasses hoodie kimono
  silhouette silhouettes rug carpet mat blanket towel pieces piece firefly fireflies leash rope chain spotlight wall walls top_hat trench_coat space_suit t-shirt card title_card anchor plate tray saucer wire wires staircase spiral_staircase stairs steps hour
  fedora cap crown tie apron kinds bit lot lots sort thing things stuff something anything nothing everything one ones halftone dots brush strokes
  stars star stardust dew foam wave ripple ripples splash leaves branches petals trail trails streak streaks traffic lighting bokeh grain vignette contrast screen
  porch front_porch veranda surface surfaces shallow shallows please make create generate show draw give put add turn want need imagine depict featuring feature featured set located made using used full hd-quality masterpiece
  trending artstation unreal engine octane resolution ultra highly super extremely hyper semi vivid vibrant saturated sharp blurry blurred style-of inspired
  in_the_earth into_the_earth from_the_earth on_the_earth out_of_the_earth of_the_earth under_the_earth beneath_the_earth
  its_panels its_solar_panels its_lights its_headlights its_engines its_engine its_propellers its_rotors its_blades its_beam its_lamp its_bell its_bells its_chimney its_whistle its_pages waffle_cone sugar_cone wafer_cone its_minarets its_dome its_domes its_spire its_spires its_towers`;

export function addModifiers(map: MeaningMap): void {
  words(NUMBERS).forEach((word, count) => {
    addMeaning(map, word, { count: Math.max(1, count) });
  });
  for (const [word, count] of Object.entries(COUNTS)) addMeaning(map, word, { count });
  for (const [word, size] of Object.entries(SIZES)) addMeaning(map, word, { size });
  addAttributes(map);
  for (const [word, count] of Object.entries(GROUPS)) addMeaning(map, word, { before: 'group', count });
  for (const word of words(CONTAINERS)) addMeaning(map, word, { before: 'container' });
  for (const word of words(PARTS)) addMeaning(map, word, { before: 'part' });
  for (const word of words(STOPS)) addMeaning(map, word, { role: 'stop' });
}

function addAttributes(map: MeaningMap): void {
  for (const row of ATTRIBUTES.trim().split('\n')) {
    let name = '';
    for (const item of words(row)) {
      const [word = '', alias] = item.split(':');
      if (name === '') name = alias ?? word;
      const meaning: Meaning = { attribute: alias ?? name };
      if (map.get(word)?.color === undefined) addMeaning(map, word, meaning);
    }
  }
}
