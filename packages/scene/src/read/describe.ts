import { familyOf } from '../actors/family.ts';
import { ANIMALS } from '../lexicon/animals.ts';
import { BUILDINGS } from '../lexicon/buildings.ts';
import { nameColor } from '../lexicon/colors.ts';
import { HOUSEHOLD } from '../lexicon/household.ts';
import { words } from '../lexicon/meaning.ts';
import { NATURE } from '../lexicon/nature.ts';
import { PEOPLE } from '../lexicon/people.ts';
import { plural, singulars } from '../lexicon/plurals.ts';
import { THINGS } from '../lexicon/things.ts';
import { VEHICLES } from '../lexicon/vehicles.ts';
import type { Relation, Scene, SceneActor, SetKind } from '../scene.ts';
import { STYLES } from '../styles/all-styles.ts';

import { describeActs } from './describe-acts.ts';
import { PAIRS } from './phrase.ts';
import { CONTENTS, wornName } from './words-of-manner.ts';

const MAX_CHARACTERS = 600;

const SETS: Record<SetKind, string> = {
  street: 'street',
  planet: 'alien planet',
  forest: 'forest',
  room: 'room',
  shore: 'shore',
  field: 'field',
  mountains: 'mountain',
  skyline: 'city skyline',
  river: 'river',
  underwater: 'underwater',
  space: 'outer space',
  sky: 'sky',
  desert: 'desert',
  studio: 'studio',
  garden: 'garden',
  library: 'library',
  sea: 'open sea',
  canyon: 'canyon',
  savanna: 'savanna',
  volcano: 'volcanic',
  arctic: 'arctic ice',
  island: 'island',
  kitchen: 'kitchen',
  bedroom: 'bedroom',
  village: 'village',
  oldTown: 'old town',
  alley: 'alley',
  farm: 'farm',
  road: 'road',
  cave: 'cave',
  jungle: 'jungle',
  pond: 'pond',
  swamp: 'swamp',
  cityRiver: 'city river',
  castle: 'castle courtyard',
  ruins: 'temple ruins',
  shrine: 'shrine',
  harbour: 'harbour',
  station: 'train station',
  stadium: 'stadium',
  market: 'market',
  meadow: 'flower meadow',
  waterfall: 'waterfall',
  lake: 'lake',
  orchard: 'orchard',
  park: 'park',
  vineyard: 'vineyard',
  bamboo: 'bamboo grove',
  alienJungle: 'alien jungle',
  iceMoon: 'ice moon',
  cafe: 'café',
  office: 'office',
  classroom: 'classroom',
  stage: 'concert stage',
  laboratory: 'laboratory',
  spaceship: 'spaceship',
  hall: 'great hall',
  map: 'old map',
  factory: 'factory',
  industrial: 'factory yard',
  plaza: 'city square',
  tulips: 'flower field',
  swimmingPool: 'swimming pool',
  oasis: 'oasis',
  pier: 'pier',
  hotSpring: 'hot spring',
  playground: 'playground',
  floatingIslands: 'floating island',
  funfair: 'funfair',
  terraces: 'rice terrace',
  cemetery: 'cemetery',
  hillsideTown: 'hillside town',
  canal: 'canal',
  shop: 'supermarket',
  carriage: 'train carriage',
  attic: 'attic',
  museum: 'museum',
  hospital: 'hospital',
  gym: 'gym',
  restaurant: 'restaurant',
  bar: 'bar',
  bathroom: 'bathroom',
};
const TIMES: Record<Scene['time'], string> = {
  dawn: 'at dawn',
  morning: 'in the morning',
  day: 'by day',
  golden: 'at golden hour',
  sunset: 'at sunset',
  dusk: 'at dusk',
  night: 'at night',
};
const WEATHER: Partial<Record<Scene['weather'], string>> = {
  cloudy: 'under clouds',
  rain: 'in rain',
  storm: 'in a storm',
  snow: 'in falling snow',
  fog: 'in fog',
};
const RELATIONS: Record<Relation, string> = {
  on: 'on',
  under: 'under',
  leftOf: 'to the left of',
  rightOf: 'to the right of',
  behind: 'behind',
  inFrontOf: 'in front of',
  nextTo: 'next to',
  above: 'above',
  inside: 'in',
  around: 'around',
  holding: 'holding',
  heldBy: 'held by',
  riding: 'riding',
  wearing: 'wearing',
  between: 'between',
};
const MOTIONS: Partial<Record<SceneActor['motion']['kind'], string>> = {
  walk: 'walking',
  run: 'running',
  fly: 'flying',
  float: 'drifting',
  launch: 'launching',
  drive: 'driving',
  swim: 'swimming',
  rise: 'rising',
  fall: 'falling',
  spin: 'spinning',
  dance: 'dancing',
  wave: 'waving',
  jump: 'jumping',
  flicker: 'flickering',
  fade: 'fading away',
};
const MOVES: Record<Scene['camera']['move'], string> = {
  still: '',
  drift: '',
  panLeft: 'the camera pans left',
  panRight: 'the camera pans right',
  tiltUp: 'the camera tilts up',
  tiltDown: 'the camera tilts down',
  truckLeft: 'the camera slides left',
  truckRight: 'the camera slides right',
  zoomIn: 'the camera zooms in',
  zoomOut: 'the camera zooms out',
  dollyIn: 'the camera moves in',
  dollyOut: 'the camera moves back',
  orbit: 'the camera circles',
  craneUp: 'the camera rises',
  craneDown: 'the camera sinks',
  flyOver: 'the camera flies over',
  track: 'the camera follows',
  handheld: 'handheld camera',
};
const SHOTS: Record<Scene['camera']['shot'], string> = {
  extremeWide: 'very wide view',
  wide: 'wide view',
  medium: '',
  close: 'close-up',
  aerial: 'seen from the air',
  topDown: 'seen from straight above',
  low: 'seen from a low angle',
  macro: 'very close',
  portrait: 'portrait',
  high: 'seen from a high angle',
  overShoulder: 'seen over a shoulder',
  pov: 'seen through somebody’s eyes',
};
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** Names of kinds that do not read as English words. */
const KIND_NAMES: Partial<Record<SceneActor['kind'], string>> = {
  streetLamp: 'street lamp',
  standIn: 'simple shape',
  torii: 'torii gate',
  ruin: 'ruin',
};

/** Details of sets that a reader would want to be told. */
const TOLD_DETAILS = new Set(
  'mars japanese neon snowy wheat coral jungle pine bamboo lake cliff dark futuristic ruins greenhouse canyon lavender village alley tropical kitchen savanna alien cave'.split(
    ' ',
  ),
);
/** English words by the model that shows them. */
const NAMES = new Map<string, Set<string>>();
for (const { kind, same, kin } of [ANIMALS, PEOPLE, VEHICLES, NATURE, BUILDINGS, HOUSEHOLD, THINGS].flat()) {
  const names = NAMES.get(kind) ?? new Set();
  NAMES.set(kind, names);
  for (const word of words(`${same ?? ''} ${kin ?? ''}`)) names.add(word);
}

/** Says in one English sentence of at most 600 characters what the scene holds, and nothing that it does not. */
export function describeScene(scene: Scene): string {
  const parts = [describeSet(scene)];
  const told = new Set<string>();
  for (const actor of scene.actors) if (!told.has(actor.id)) parts.push(describeActor(actor, scene, told));
  const { shot, move, lens, focus } = scene.camera;
  const view = [SHOTS[shot], LENSES[lens ?? 'ordinary'], focus === 'shallow' ? 'soft background' : '', MOVES[move]];
  const tail = [...view, ...describePlayback(scene), ...describeEvents(scene)].filter((part) => part !== '');
  if (scene.title !== undefined) tail.push(`titled “${scene.title}”`);
  // A capital that only begins the prompt is none of the word's own.
  const begins = (word: string): boolean => scene.prompt.startsWith(word) && /^[A-Z][a-z]+(?:$| [a-z])/.test(word);
  const drawn = scene.substitutions.map(
    ({ word, by }) =>
      `${begins(word) ? word.toLowerCase() : word} drawn as ${/[^su]s$/.test(by) ? by : withArticle(by)}`,
  );
  return fit(parts, [...tail, ...drawn]);
}

const LENSES: Record<NonNullable<Scene['camera']['lens']> | 'ordinary', string> = {
  ordinary: '',
  wide: 'wide lens',
  telephoto: 'long lens',
  fisheye: 'very wide lens',
};

/** Where cars would be missed. */
const HAS_TRAFFIC = /^(?:street|road|skyline|alley|river|station|village|harbour)$/;

/** A still has a moment of it, so that this is true of both. */
function describePlayback({ playback, set, without = [] }: Scene): string[] {
  return [
    ...(playback !== undefined && playback.speed < 1 ? ['in slow motion'] : []),
    ...(playback?.reverse === true ? ['backwards'] : []),
    ...(playback?.loop === true ? ['as a loop'] : []),
    ...without
      .filter((name) => name === 'people' || (name === 'cars' && HAS_TRAFFIC.test(set)))
      .map((name) => `no ${name}`),
  ];
}

function describeSet({ style, set, setDetails, setColor, time, timeTo, weather, season, wetGround }: Scene): string {
  const details = setDetails.filter((detail) => TOLD_DETAILS.has(detail) && !SETS[set].includes(detail)).slice(0, 3);
  const isMars = set === 'planet' && setDetails.includes('mars');
  const isMoon = set === 'planet' && setDetails.includes('moon');
  const place =
    isMars || isMoon
      ? isMars
        ? 'Mars'
        : 'moon'
      : [setColor === undefined ? '' : nameColor(setColor), ...details, SETS[set]]
          .filter((word) => word !== '')
          .join(' ');
  const table = set === 'studio' ? setDetails.find((detail) => detail.endsWith('table')) : undefined;
  const when = timeTo === undefined ? TIMES[time] : `turning from ${bare(time)} to ${bare(timeTo)}`;
  const { says } = STYLES[style];
  const own = new Set(place.split(' ').filter((word) => !says.toLowerCase().split(' ').includes(word)));
  const named = [...own].join(' ').replace('japanese', 'Japanese');
  const head = says === 'A' ? withArticle(`${named} scene`, true) : `${says} ${named} scene`;
  const sky = [
    season === 'summer' ? '' : `in ${season}`,
    WEATHER[weather] ?? '',
    wetGround ? 'with wet ground' : '',
    table === undefined ? '' : `on ${withArticle(table)}`,
  ].filter((word) => word !== '');
  return [head, set === 'studio' || set === 'underwater' || set === 'space' ? '' : when, ...sky]
    .filter((word) => word !== '')
    .join(' ');
}

const definite = (name: string): string => PROPER.get(name) ?? `the ${name}`;
const bare = (time: Scene['time']): string => TIMES[time].replace(/^(?:at|by|in the) /, '');

/** Says what an actor is and does; what it is tied to is told in the same breath, once. */
function describeActor(actor: SceneActor, scene: Scene, told: Set<string>): string {
  told.add(actor.id);
  const isRidden = scene.actors.some(({ relation }) => relation?.kind === 'riding' && relation.to === actor.id);
  const does = isRidden
    ? ''
    : actor.pose === 'sitting' || actor.pose === 'lying' || actor.pose === 'fighting'
      ? actor.pose
      : actor.kind === 'house' && actor.motion.kind === 'flicker'
        ? 'burning'
        : (MOTIONS[actor.motion.kind] ?? '');
  const other = actor.relation && scene.actors.find(({ id }) => id === actor.relation?.to);
  const tie =
    actor.relation && other
      ? `${RELATIONS[actor.relation.kind]} ${told.has(other.id) ? definite(nameOf(other, other.count > 1)) : describeActor(other, scene, told)}`
      : '';
  const place =
    actor.place === undefined
      ? ''
      : {
          left: 'on the left',
          right: 'on the right',
          center: 'in the middle',
          foreground: 'in the foreground',
          background: 'in the background',
          top: 'at the top',
          bottom: 'at the bottom',
        }[actor.place];
  const text = actor.text === undefined ? '' : `with the words “${actor.text.slice(0, 60)}”`;
  const says = actor.says === undefined ? '' : `saying “${actor.says.slice(0, 60)}”`;
  return [nounPhrase(actor), text, says, actor.relation?.kind === 'riding' ? '' : does, place, tie, describeActs(actor)]
    .filter((word) => word !== '')
    .join(' ');
}

/** One word for several: told as one. */
const GROUPS = /^(?:couple|family|crowd|team|choir|orchestra|army|audience|band|tribe|squad|parade)$/;

function nounPhrase(actor: SceneActor): string {
  const size = actor.size >= 2.4 ? 'huge' : actor.size >= 1.5 ? 'large' : actor.size <= 0.5 ? 'small' : '';
  const looks = actor.attributes
    .filter(
      (word) =>
        !actor.word.toLowerCase().split(' ').includes(word) &&
        /^(?:old|glowing|wooden|metal|snowy|striped|broken|burning|ringed|crystal|furry|dark|marble)$/.test(word),
    )
    .slice(0, 2);
  const color = actor.color === undefined || /^(?:thing|person)$/.test(actor.kind) ? '' : nameColor(actor.color);
  const name = namesPair(actor) ?? nameOf(actor, actor.count > 1) + contentsOf(actor);
  const hue = name.startsWith(`${color} `) ? '' : color;
  const parts = [size, ...looks, hue, name].filter((word) => word !== '').join(' ');
  const isGroup = actor.count > 1 && GROUPS.test(actor.word.toLowerCase()) && name === plural(actor.word.toLowerCase());
  if (isGroup) return [withArticle(parts.replace(name, actor.word.toLowerCase())), ...dressOf(actor)].join(' ');
  const whole = actor.count === 1 ? withArticle(parts) : `${NUMBERS[actor.count] ?? actor.count} ${parts}`;
  return [whole, ...dressOf(actor)].join(' ');
}

/** Looks that come with a trade are not told: knights wear armour. */
const OWN_DRESS = /^(?:hat|coat|armou?r|apron|robe|cape|uniform|helmet|spacesuit|wetsuit|suit|dress|hair|beard)$/;
/** Grown or drawn on a body, and not put on. */
const SHOWN_ON_SKIN = /^(?:freckles|braids|dreadlocks|bangs|pigtails|stubble|scars|tattoos|wrinkles)$/;
const GROWN = /^(?:hair|eyes|beard|mustache|skin)$/;

/** What people wear, and their hair and eyes, as far as they are drawn. */
function dressOf({ kind, attributes, parts = [], count }: SceneActor): string[] {
  if (familyOf(kind) !== 'person') return [];
  const grown = parts.filter(({ name }) => GROWN.test(name)).map(({ name, color }) => `${nameColor(color)} ${name}`);
  const dyed = parts.filter(({ name }) => !GROWN.test(name) && wornName(name) !== undefined);
  const shown = attributes.filter((name) => SHOWN_ON_SKIN.test(name) && !grown.some((one) => one.endsWith(name)));
  const plain = attributes.filter(
    (name) =>
      !SHOWN_ON_SKIN.test(name) &&
      wornName(name) === name &&
      !OWN_DRESS.test(name) &&
      !parts.some((part) => part.name === name),
  );
  const worn = [...dyed.map(({ name, color }) => `${nameColor(color)} ${name}`), ...plain].slice(0, 3);
  const named = worn.map((name) =>
    count > 1 ? plural(name) : /(?:[^s]s|armou?r)$/.test(name) ? name : withArticle(name),
  );
  return [
    ...(grown.length + shown.length === 0 ? [] : [`with ${[...grown, ...shown].slice(0, 3).join(' and ')}`]),
    ...(named.length === 0 ? [] : [`in ${named.join(' and ')}`]),
  ];
}

const VESSEL = /(?:cup|mug|glass|bottle|jar|jug|vase|pot|pitcher|bowl|flask)s?$/;

/** What a bottle or a cup is said to hold. */
function contentsOf({ kind, attributes, word }: SceneActor): string {
  const held = kind === 'vase' || kind === 'cup' ? attributes.find((one) => CONTENTS.has(one)) : undefined;
  return held === undefined || word.toLowerCase().includes(held) || !VESSEL.test(word.toLowerCase())
    ? ''
    : ` of ${held}`;
}

function namesPair({ word, count }: SceneActor): string | undefined {
  return count === 1 && PAIRS.test(word.toLowerCase()) ? `pair of ${word.toLowerCase()}` : undefined;
}

/** What is in a bowl is told with it. */
const FILLED = /^(?:bowl|basket|plate|tray) of [a-z ]+$/;

/** The word of the prompt where it is English, else the name of the model. */
function nameOf(actor: SceneActor, isMany: boolean): string {
  const word = actor.word.toLowerCase();
  if (word === 'soccer') return isMany ? 'soccer balls' : 'soccer ball';
  if (FILLED.test(word) && actor.kind === 'teapot') return word;
  const last = word.split(' ').at(-1) ?? word;
  const candidates = [...singulars(word), word, ...actor.attributes, ...singulars(last), last];
  const one = candidates.find((form) => isName(form, actor)) ?? KIND_NAMES[actor.kind] ?? actor.kind;
  const name = PROPER.get(one);
  return isMany ? plural(one) : COUNTED.test(name ?? '') ? (name ?? one) : one;
}

function isName(word: string, { kind }: SceneActor): boolean {
  return kind === 'thing' ? /^[a-z' -]+$/.test(word) : NAMES.get(kind)?.has(word) === true;
}

function describeEvents({ events, lightRays, haze, weather, particles = [] }: Scene): string[] {
  const names = {
    lightsUp: 'lights come on',
    lightning: 'lightning flashes',
    fireworks: 'fireworks burst',
    timeLapse: 'time passes quickly',
    lightStreaks: 'light trails streak by',
  };
  const told = events.map(({ kind }) => names[kind]);
  for (const kind of particles) told.push(kind === 'seeds' ? 'dandelion seeds in the air' : `${kind} in the air`);
  if (lightRays) told.push('rays of light');
  if (haze >= 0.3 && weather !== 'fog') told.push('haze');
  return told;
}

/** What is not counted. */
const MASS =
  /(?:^| )(?:spaghetti|pasta|butter|bread|rice|sushi|cheese|ramen|soup|popcorn|tea|coffee|hot chocolate|cocoa|milk|honey|bamboo|wine|beer|juice|lemonade|luggage|treasure|fries|noodles)$/;

/** Names of which there are many. */
const COUNTED = /^(?:UFO|T-rex)$/;

/** What there is one of, as English writes it. */
const PROPER = new Map(
  [
    'the Earth',
    'T-rex',
    ...['Jupiter', 'Saturn', 'Mars', 'Venus', 'Neptune', 'Uranus', 'Mount Fuji', 'Mount Everest', 'Big Ben', 'UFO'],
    ...['the Eiffel Tower', 'the Taj Mahal', 'the Statue of Liberty', 'the Colosseum', 'the Parthenon', 'Santa Claus'],
    ...['the Golden Gate Bridge', 'the Great Wall of China', 'Notre Dame', 'Stonehenge', 'Machu Picchu'],
    ...['the Leaning Tower of Pisa', 'the Empire State Building', 'the Burj Khalifa', 'the Matterhorn', 'Kilimanjaro'],
  ].map((name) => [name.toLowerCase().replace(/^the /, ''), name]),
);
for (const name of words(
  'the_earth earth_seen_from_the_moon earth_seen_from_space earth_from_space planet_earth earth_globe',
))
  PROPER.set(name, 'the Earth');

function withArticle(words: string, isFirst = false): string {
  if (/^(?:a|an|the) /i.test(words)) return words;
  if (MASS.test(words) && !words.includes(' of ')) return words;
  const name = PROPER.get(words);
  if (name !== undefined && !COUNTED.test(name)) return name;
  const isVowel =
    (/^[aeiou]/i.test(words) && !/^(?:uni|one|eu|us|ufo|uk)/i.test(words)) || /^(?:hour|honest|heir)/i.test(words);
  const article = isVowel ? 'an' : 'a';
  return `${isFirst ? article.replace('a', 'A') : article} ${words}`;
}

/** Joins what fits: the set and the first things always, later things as long as there is room. */
function fit(parts: readonly string[], tail: readonly string[]): string {
  const [head = '', ...actors] = parts;
  let sentence = head;
  const add = (text: string, glue: string): void => {
    if (sentence.length + glue.length + text.length < MAX_CHARACTERS - 1) sentence += glue + text;
  };
  actors.forEach((actor, i) => {
    add(actor, i === 0 ? ' with ' : i === actors.length - 1 ? ' and ' : ', ');
  });
  tail.forEach((part, i) => {
    add(part, i === 0 ? '; ' : ', ');
  });
  return `${sentence}.`;
}
