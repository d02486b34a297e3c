import { nameColor } from '../lexicon/colors.ts';
import type { Scene, SetKind } from '../scene.ts';
import { STYLES } from '../styles/all-styles.ts';
import { withArticle } from './describe-names.ts';

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
  subway: 'subway station',
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
  circus: 'circus',
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

/** Details of sets that a reader would want to be told. */
const TOLD_DETAILS = new Set(
  'mars japanese neon snowy wheat coral jungle pine bamboo lake cliff dark futuristic ruins greenhouse canyon lavender village alley tropical kitchen savanna alien cave'.split(
    ' ',
  ),
);

/** Says what place it is, in which style, when and in what weather: the head of the sentence. */
export function describeSet({
  style,
  set,
  setDetails,
  setColor,
  time,
  timeTo,
  weather,
  season,
  wetGround,
}: Scene): string {
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

const bare = (time: Scene['time']): string => TIMES[time].replace(/^(?:at|by|in the) /, '');
