import { familyOf } from '../actors/family.ts';
import type { ActorKind, SetKind } from '../scene.ts';
import { canBeHeld, isAnimate, type Mention, type Reading } from './mention.ts';
import type { Picture } from './picture.ts';

/** Where things are at home, for prompts that name no place. */
const HOMES: Partial<Record<ActorKind, SetKind>> = {
  fish: 'underwater',
  turtle: 'underwater',
  boat: 'sea',
  lighthouse: 'shore',
  planet: 'space',
  airplane: 'sky',
  balloon: 'field',
  rocket: 'field',
  car: 'street',
  bus: 'street',
  train: 'field',
  bicycle: 'street',
  sign: 'street',
  streetLamp: 'street',
  umbrella: 'street',
  sofa: 'room',
  table: 'room',
  chair: 'room',
  lamp: 'room',
  candle: 'room',
  cup: 'room',
  vase: 'room',
  window: 'room',
  door: 'street',
  bookshelf: 'library',
  shoe: 'studio',
  box: 'studio',
  ball: 'studio',
  crystal: 'studio',
  tree: 'field',
  flower: 'garden',
  rock: 'desert',
  mountain: 'mountains',
  cloud: 'sky',
  moon: 'field',
  house: 'field',
  tower: 'skyline',
  castle: 'mountains',
  ruin: 'desert',
  bridge: 'river',
  torii: 'garden',
  waterfall: 'forest',
  fire: 'forest',
  fireworks: 'river',
  dragon: 'mountains',
  horse: 'field',
  fox: 'forest',
  robot: 'studio',
  person: 'street',
  cat: 'room',
  dog: 'field',
  bird: 'forest',
  thing: 'studio',
  standIn: 'studio',
};

/** Where people do such things. */
const WORKPLACES: Readonly<Record<string, SetKind>> = {
  cook: 'kitchen',
  bake: 'kitchen',
  wash: 'kitchen',
  sleep: 'bedroom',
  snore: 'bedroom',
  surf: 'sea',
  ski: 'mountains',
  snowboard: 'mountains',
  picnic: 'meadow',
  garden: 'garden',
  harvest: 'farm',
  farm: 'farm',
  camp: 'forest',
  hike: 'mountains',
  meditate: 'garden',
  study: 'library',
  type: 'room',
  paint: 'room',
  knit: 'room',
  sunbathe: 'shore',
};

/** Where those are seen who have a calling. */
const CALLINGS: readonly (readonly [words: RegExp, set: SetKind])[] = [
  [/^(?:chef|cook|baker)s?$/, 'kitchen'],
  [/^(?:barista|waiter|waitress)(?:es|s)?$/, 'cafe'],
  [/^(?:bartender|barman)s?$/, 'bar'],
  [/^(?:teacher|pupil|professor)s?$/, 'classroom'],
  [/^(?:librarian)s?$/, 'library'],
  [/^(?:scientist|chemist|inventor|alchemist)s?$/, 'laboratory'],
  [/^(?:surgeon|nurse)s?$/, 'hospital'],
  [/^(?:farmer|scarecrow)s?$/, 'farm'],
  [/^(?:ballerina|ballet dancer|singer|rapper|magician|opera singer|comedian|conductor)s?$/, 'stage'],
  [/^(?:gardener|beekeeper|florist)s?$/, 'garden'],
  [/^(?:mechanic|welder)s?$/, 'factory'],
  [/^(?:dj|disc jockey|clubber)s?$/, 'stage'],
  [/^(?:skier|snowboarder|mountaineer|hiker)s?$/, 'mountains'],
  [
    /^(?:(?:soccer|football|rugby|baseball|tennis|cricket) player|footballer|goalkeeper|quarterback|cricketer|sprinter|athlete|hurdler|referee|cheerleader)s?$/,
    'stadium',
  ],
  [
    /^(?:boxer|weightlifter|bodybuilder|powerlifter|gymnast|fencer|wrestler|(?:basketball|volleyball) player)s?$/,
    'gym',
  ],
  [/^(?:swimmer)s?$/, 'swimmingPool'],
  [
    /^(?:skateboarder|breakdancer|break dancer|street dancer|juggler|busker|street performer|street musician)s?$/,
    'plaza',
  ],
  [/^(?:cyclist|bicyclist|motorcyclist|biker)s?$/, 'road'],
  [/^(?:golfer|golf player)s?$/, 'park'],
  [/^(?:lumberjack|woodcutter|archer|hunter)s?$/, 'forest'],
  [/^(?:fisherman|fishermen|angler|anglers)$/, 'pier'],
  [/^(?:climber|rock climber)s?$/, 'canyon'],
  [/^(?:surfer|windsurfer)s?$/, 'sea'],
  [/^(?:doctor|physician|dentist|paramedic|veterinarian)s?$/, 'hospital'],
  [
    /^(?:guitarist|drummer|pianist|violinist|cellist|saxophonist|bassist|flamenco dancer|belly dancer|dancer|actor|actress)(?:es|s)?$/,
    'stage',
  ],
  [/^(?:king|queen|emperor|empress|butler)(?:es|s)?$/, 'hall'],
  [/^(?:shepherd|shepherdess)(?:es|s)?$/, 'meadow'],
  [/^(?:shopkeeper|cashier|grocer)s?$/, 'shop'],
  [/^(?:blacksmith|carpenter)s?$/, 'factory'],
  [/^(?:programmer|hacker|accountant|secretary|receptionist)s?$/, 'office'],
  [/^(?:(?:sushi|pastry|sous) chef|cook)s?$/, 'kitchen'],
  [/^(?:camel driver|nomad|bedouin)s?$/, 'desert'],
];

export interface SetChoice {
  readonly set: SetKind;
  readonly details: readonly string[];
}

/** The set with the most said for it; the earliest wins a draw. Without any word of a place, things go where they are at home. */
export function chooseSet(
  { votes, details, setColor }: Reading,
  mentions: readonly Mention[],
  picture: Picture,
): SetChoice | undefined {
  const scores = new Map<SetKind, number>();
  for (const { set, weight } of votes) scores.set(set, (scores.get(set) ?? 0) + weight);
  for (const [one, other, both] of JOINED) {
    if (!scores.has(both) && isVoted(votes, one) && isVoted(votes, other))
      scores.set(both, (scores.get(one) ?? 0) + (scores.get(other) ?? 0));
    else if (scores.has(both) && both === one && isVoted(votes, one) && isVoted(votes, other))
      scores.set(both, scores.get(both)! + scores.get(other)!);
  }
  const [first] = votes;
  if (first !== undefined) scores.set(first.set, scores.get(first.set)! + 0.5);
  const set = [...scores].reduce<[SetKind, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  );
  const subject = mentions.find(({ isObject }) => !isObject) ?? mentions[0];
  const home = subject === undefined ? undefined : homeOf(subject, mentions, picture);
  const isBackdrop = set === undefined && setColor !== undefined;
  const chosen = isBackdrop
    ? 'studio'
    : set !== undefined && (set[1] >= 0.8 || home === undefined)
      ? set[0]
      : (home ?? (picture.details.includes('stars') ? 'mountains' : undefined));
  if (chosen === undefined) return undefined;
  const swims = /^(?:fish|turtle)$/.test(familyOf(subject?.noun.kind ?? 'thing')) && subject?.motion === 'swim';
  // A city from the air is roofs and towers; a street from the air stays a street.
  const isCity =
    votes.some(({ word }) => CITIES.test(word)) &&
    !votes.some(({ word }) => /street|avenue|road|alley|lane|crossing/.test(word));
  if (chosen === 'street' && isCity && (picture.facts.shot === 'aerial' || picture.facts.move === 'flyOver'))
    return { set: 'skyline', details: [...new Set(['above', ...picture.details, ...details])] };
  // Seen from the edge of a square a monument has room; a street is too narrow for it.
  // A castle that floats stands on an island in the air.
  const hovers =
    /^(?:castle|house|temple|tower)$/.test(familyOf(subject?.noun.kind ?? 'thing')) &&
    /^(?:float|fly)$/.test(subject?.motion ?? '');
  if (hovers && subject?.noun.kind !== 'ride')
    return { set: 'floatingIslands', details: [...new Set(picture.details)] };
  const passesMonument = isCity && mentions.some(isMonument);
  if (chosen === 'street' && (passesMonument || (isMonument(subject) && subject?.relation === undefined)))
    return { set: 'plaza', details: [...new Set([...picture.details, ...details])] };
  if (/^(?:shore|mountains)$/.test(chosen) && picture.details.includes('giant wave'))
    return { set: 'sea', details: [...new Set([...picture.details, ...votes.map(({ word }) => word)])].slice(0, 12) };
  if (chosen === 'shore' && isOpenSea(votes, subject)) return { set: 'sea', details: [...new Set(picture.details)] };
  if (chosen === 'shore' && swims) return { set: 'underwater', details: [...new Set(picture.details)] };
  const words = votes.map(({ word }) => word).filter((word) => /^[a-z -]+$/.test(word) && word !== chosen);
  const own = votes.filter((vote) => isNeighbour(vote.set, chosen)).flatMap((vote) => vote.details);
  const notes = [...picture.details, ...details].filter((detail) => detail !== '-');
  return { set: chosen, details: [...new Set([...own, ...notes, ...words])].slice(0, 12) };
}

/** Two places that are one together: a road through the desert, a river in a town. */
const JOINED: readonly (readonly [one: SetKind, other: SetKind, both: SetKind])[] = [
  ['road', 'desert', 'road'],
  ['waterfall', 'jungle', 'waterfall'],
  ['pier', 'lake', 'pier'],
  ['pier', 'shore', 'pier'],
  ['oasis', 'desert', 'oasis'],
  ['tulips', 'field', 'tulips'],
  ['river', 'street', 'cityRiver'],
  ['river', 'oldTown', 'cityRiver'],
];

const isVoted = (votes: Reading['votes'], set: SetKind): boolean =>
  votes.some((vote) => vote.set === set && vote.weight >= 2);

const CITIES =
  /^(?:cit(?:y|ies)|metropolis|megacity|downtown|new york(?: city)?|manhattan|tokyo|hong kong|shanghai|london|paris|chicago|los angeles|dubai|singapore|seoul|bangkok|berlin|urban)$/;

function isMonument(subject: Mention | undefined): boolean {
  if (subject === undefined) return false;
  return (
    subject.noun.kind === 'landmark' ||
    /eiffel|tokyo tower|space needle|leaning tower|triumphal arch/i.test(subject.word)
  );
}

/** The sea alone, or with what is at home on it, has no beach. */
function isOpenSea(votes: Reading['votes'], subject: Mention | undefined): boolean {
  const isSeaAlone = votes.every(({ word }) => /^(?:seas?|oceans?|waves?|the sea|the ocean)$/.test(word));
  if (!isSeaAlone) return false;
  if (subject === undefined) return true;
  const isAfloat =
    familyOf(subject.noun.kind) === 'boat' &&
    (subject.relation?.kind !== 'nextTo' || familyOf(subject.relation.to.noun.kind) === 'boat');
  return isAfloat || (/^(?:whale|dolphin|shark)$/.test(subject.noun.kind) && subject.motion !== 'swim');
}

/** Tokyo in a room is still Japanese; a lake beside a forest is not a detail of the trees. */
function isNeighbour(voted: SetKind, chosen: SetKind): boolean {
  return voted === chosen || (voted === 'street' && chosen !== 'forest') || (voted === 'planet' && chosen === 'space');
}

/** Somebody on a poster, who is nowhere and goes nowhere, has a plain ground. */
const isOnPoster = ({ noun, relation, motion, does }: Mention, { facts }: Picture): boolean =>
  facts.style === 'poster' &&
  familyOf(noun.kind) === 'person' &&
  does === undefined &&
  (relation === undefined || relation.kind === 'holding') &&
  (motion === undefined || motion === 'idle');

function homeOf(subject: Mention, mentions: readonly Mention[], picture: Picture): SetKind | undefined {
  const flies = subject.motion === 'fly' || subject.pose === 'flying';
  if (
    flies &&
    subject.relation?.to.noun.kind !== 'flower' &&
    /^(?:person|bird|dragon|airplane|robot)$/.test(subject.noun.kind)
  ) {
    if (mentions.some(({ noun }) => noun.kind === 'tower')) return 'skyline';
    if (mentions.some(({ noun }) => noun.kind === 'castle')) return 'castle';
    // What stands on the ground does not hang among the clouds.
    const isOverLand = mentions.some(({ noun }) => /^(?:house|temple|lighthouse|tree|bridge|torii)$/.test(noun.kind));
    return isOverLand ? 'mountains' : 'sky';
  }
  const host = subject.relation?.kind === 'inside' ? subject.relation.to.noun.kind : undefined;
  if (host === 'bottle' || (host === 'box' && /^(?:cat|dog|fox)$/.test(familyOf(subject.noun.kind)))) return 'room';
  const shot = picture.facts.shot;
  if (
    (shot === 'portrait' || shot === 'close') &&
    !picture.details.includes('neon') &&
    familyOf(subject.noun.kind) === 'person' &&
    (subject.relation === undefined || subject.relation.kind === 'holding') &&
    !/^(?:snow|rain|storm|fog)$/.test(picture.facts.weather ?? '')
  )
    return 'studio';
  if (isOnPoster(subject, picture)) return 'studio';
  const isFree =
    subject.relation === undefined ||
    (/^(?:holding|nextTo)$/.test(subject.relation.kind) &&
      (canBeHeld(subject.relation.to) || /chef$|cook$/.test(subject.english))) ||
    (subject.relation.kind === 'riding' && /cyclist$|^biker/.test(subject.english));
  const calling = familyOf(subject.noun.kind) === 'person' && isFree;
  const [, callingSet] =
    (calling &&
      CALLINGS.find(([words]) => words.test(subject.english) || words.test(subject.english.split(' ').at(-1)!))) ||
    [];
  const isOnBeast =
    subject.relation !== undefined && isAnimate(subject.relation.to) && subject.relation.kind !== 'nextTo';
  const workplace = subject.does === undefined || isOnBeast ? undefined : WORKPLACES[subject.does];
  if (workplace !== undefined && familyOf(subject.noun.kind) === 'person') return workplace;
  if (callingSet !== undefined) return callingSet;
  // A fish in a bowl is a pet.
  if (
    /^(?:fish|turtle)$/.test(familyOf(subject.noun.kind)) &&
    /^(?:inside|around|on)$/.test(subject.relation?.kind ?? '') &&
    /^(?:utensil|glass|vase|cup|box|table|bottle|furnishing)$/.test(subject.relation?.to.noun.kind ?? '')
  )
    return 'room';
  if (subject.noun.kind === 'lamp' && /^(?:float|rise|fly)$/.test(subject.motion ?? '')) return 'field';
  const isLampLit = picture.details.includes('warm lamps') && picture.light.includes('candlelight');
  if (isLampLit && familyOf(subject.noun.kind) === 'person') return 'room';
  // Cakes, sofas and beds stand in rooms, and so do those about them.
  const isByTree = subject.relation?.to.noun.kind === 'tree';
  const isAtHome = !isByTree && mentions.some(({ noun }) => /^(?:cake|sofa|bed|bookshelf|furnishing)$/.test(noun.kind));
  if (isAtHome && familyOf(subject.noun.kind) === 'person') return 'room';
  if (
    familyOf(subject.noun.kind) === 'person' &&
    (subject.attributes.has('spacesuit') || subject.attributes.has('helmet'))
  )
    return 'planet';
  const isUnderTrees = mentions.some(({ noun, attributes }) => noun.kind === 'tree' && !attributes.has('christmas'));
  if (isUnderTrees && /^(?:person|cat|dog|bird|robot)$/.test(subject.noun.kind)) return 'field';
  const base = subject.relation?.to;
  const lies = [subject, ...(base === undefined ? [] : [base])].some(
    ({ relation }) => relation?.to.noun.kind === 'table',
  );
  const isLaid = subject.noun.kind === 'table' && mentions.some(({ relation }) => relation?.to === subject);
  if ((lies || isLaid) && picture.facts.shot === 'topDown') return 'studio';
  if (
    base !== undefined &&
    (base.noun.home ?? HOMES[familyOf(base.noun.kind)]) !== undefined &&
    /^(?:cat|dog|bird|person|thing|lamp|robot|cup|candle|standIn|vase|flower|fireworks)$/.test(subject.noun.kind)
  ) {
    // What is shown on a shelf is at home, and not among books.
    const isShelved = base.noun.kind === 'bookshelf' && !isAnimate(subject);
    const indoors = isShelved ? 'room' : (base.noun.home ?? HOMES[familyOf(base.noun.kind)]);
    if (indoors !== 'studio' && base.noun.kind !== 'rock' && base.noun.kind !== 'person') return indoors;
  }
  if (picture.facts.weather === 'snow' && /^(?:person|cat|dog|bird|house|robot)$/.test(subject.noun.kind))
    return 'forest';
  if (familyOf(subject.noun.kind) === 'bird' && subject.attributes.has('waterbird')) return base?.noun.home ?? 'river';
  if (subject.noun.kind === 'person' && /armor|robe|fantasy/.test([...subject.attributes].join(' ')))
    return 'mountains';
  const isAtShip = mentions.some(({ noun }) => familyOf(noun.kind) === 'boat' && noun.kind !== 'submarine');
  if (/^(?:jellyfish|octopus|squid|crab|lobster|shrimp|seal)$/.test(subject.english))
    return isAtShip ? 'shore' : 'underwater';
  if (subject.noun.kind === 'person' && picture.details.includes('stars')) return 'field';
  const home = subject.noun.home ?? HOMES[familyOf(subject.noun.kind)];
  // Between the shops of a street a house would stand on the road.
  const hasHouse = mentions.some(({ noun }) => noun.kind === 'house');
  return home === 'street' && hasHouse && /^(?:bicycle|car)$/.test(familyOf(subject.noun.kind)) ? 'village' : home;
}
