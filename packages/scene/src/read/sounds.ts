import { familyOf } from '../actors/family.ts';
import type { ActorKind, Scene, SetKind, SoundKind } from '../scene.ts';

const OF_SET: Record<SetKind, readonly SoundKind[]> = {
  street: ['city', 'traffic'],
  planet: ['wind'],
  forest: ['birds', 'wind'],
  room: ['room', 'clock'],
  shore: ['sea'],
  field: ['wind', 'birds', 'insects'],
  mountains: ['wind'],
  skyline: ['city', 'wind'],
  river: ['river'],
  underwater: ['underwater'],
  space: ['space'],
  sky: ['wind'],
  desert: ['wind'],
  studio: ['room'],
  garden: ['birds', 'insects'],
  library: ['room', 'clock'],
  sea: ['sea', 'gulls'],
  canyon: ['wind'],
  savanna: ['wind', 'insects', 'birds'],
  volcano: ['lava', 'wind'],
  arctic: ['wind'],
  island: ['sea', 'birds'],
  kitchen: ['room', 'dishes'],
  bedroom: ['room', 'clock'],
  village: ['birds', 'wind', 'bell'],
  oldTown: ['city', 'bell'],
  alley: ['city', 'drips'],
  farm: ['birds', 'cluck', 'wind'],
  road: ['wind', 'traffic'],
  cave: ['drips', 'wind'],
  jungle: ['birds', 'insects', 'monkeys'],
  pond: ['frogs', 'birds', 'insects'],
  swamp: ['frogs', 'insects', 'crickets'],
  cityRiver: ['river', 'city'],
  castle: ['wind', 'flag', 'birds'],
  ruins: ['wind', 'birds'],
  shrine: ['birds', 'chime'],
  harbour: ['sea', 'gulls', 'creak'],
  station: ['crowd', 'train', 'horn'],
  subway: ['train', 'hum', 'crowd'],
  stadium: ['crowd', 'applause'],
  market: ['crowd', 'dishes'],
  meadow: ['wind', 'birds', 'insects'],
  waterfall: ['waterfall', 'birds'],
  lake: ['river', 'wind'],
  orchard: ['birds', 'wind'],
  park: ['birds', 'crowd', 'wind'],
  vineyard: ['birds', 'wind'],
  bamboo: ['wind', 'birds'],
  alienJungle: ['crickets', 'wind'],
  iceMoon: ['wind', 'space'],
  cafe: ['crowd', 'room'],
  office: ['room'],
  classroom: ['room'],
  stage: ['crowd', 'music'],
  laboratory: ['room', 'robot'],
  spaceship: ['space', 'engine'],
  hall: ['room'],
  map: ['room'],
  factory: ['engine', 'room'],
  industrial: ['engine', 'hum'],
  plaza: ['crowd', 'city'],
  tulips: ['wind', 'birds', 'insects'],
  swimmingPool: ['splash', 'birds'],
  oasis: ['wind', 'insects'],
  pier: ['sea', 'creak'],
  hotSpring: ['river', 'wind'],
  playground: ['birds', 'creak'],
  floatingIslands: ['wind', 'waterfall', 'birds'],
  funfair: ['crowd', 'chime'],
  terraces: ['insects', 'birds', 'wind'],
  cemetery: ['wind', 'hoot'],
  hillsideTown: ['sea', 'gulls', 'wind'],
  canal: ['river', 'bell'],
  shop: ['crowd', 'hum'],
  carriage: ['train', 'wheels'],
  attic: ['room', 'creak'],
  museum: ['room', 'footsteps'],
  hospital: ['room', 'hum'],
  gym: ['room', 'hum'],
  circus: ['crowd'],
  restaurant: ['crowd', 'dishes'],
  bar: ['crowd', 'dishes'],
  bathroom: ['drips', 'room'],
};

const OF_ACTOR: Partial<Record<ActorKind, SoundKind>> = {
  dog: 'bark',
  cat: 'meow',
  horse: 'hooves',
  robot: 'robot',
  car: 'engine',
  bus: 'engine',
  airplane: 'engine',
  train: 'train',
  fire: 'fire',
  candle: 'fire',
  waterfall: 'waterfall',
  fireworks: 'fireworks',
  bird: 'birds',
  boat: 'sea',
  motorcycle: 'engine',
  truck: 'engine',
  tractor: 'engine',
  cow: 'moo',
  donkey: 'neigh',
  goat: 'baa',
  sheep: 'baa',
  chicken: 'cluck',
  duck: 'quack',
  owl: 'hoot',
  whale: 'whale',
  dragon: 'roar',
};

/** What is not there is not heard either. */
const SILENCED: Readonly<Record<string, readonly SoundKind[]>> = {
  people: ['crowd'],
  cars: ['traffic', 'engine'],
  animals: ['birds', 'crickets', 'bark', 'meow', 'hooves'],
  birds: ['birds'],
};
const MAX_SOUNDS = 8;
/** Not heard in the cold, nor in a storm. */
const WARM_BLOODED_DAYS: ReadonlySet<SoundKind> = new Set(['insects', 'frogs', 'crickets', 'monkeys']);
const CLOCKS: ReadonlySet<SetKind> = new Set(['room', 'bedroom', 'library']);

/** What such a scene sounds like: speech and events first, then weather, actors and the place. */
export function chooseSounds(scene: Omit<Scene, 'sounds'>, heard: readonly SoundKind[]): SoundKind[] {
  const isSilent = scene.silent === 'all';
  if (isSilent) return scene.actors.some(({ says }) => says !== undefined) ? ['speech'] : [];
  const sounds = new Set<SoundKind>();
  if (scene.actors.some(({ says }) => says !== undefined)) sounds.add('speech');
  for (const { kind } of scene.events) {
    if (kind === 'lightning') sounds.add('thunder');
    if (kind === 'fireworks') sounds.add('fireworks');
    if (kind === 'lightStreaks') sounds.add('traffic');
  }
  // What the prompt asks to be heard comes before what is only likely.
  for (const sound of heard) sounds.add(sound);
  const hasAir = scene.set !== 'space' && scene.set !== 'underwater';
  if (hasAir && (scene.weather === 'rain' || scene.weather === 'storm')) sounds.add('rain');
  if (hasAir && (scene.weather === 'storm' || scene.weather === 'snow' || scene.wind >= 0.6)) sounds.add('wind');
  for (const actor of scene.actors) {
    if (actor.motion.kind === 'launch') sounds.add('launch');
    const isHeard = actor.kind !== 'boat' || scene.set !== 'river';
    const sound = OF_ACTOR[actor.kind] ?? OF_ACTOR[familyOf(actor.kind)];
    if (sound !== undefined && isHeard && !(sound === 'meow' && actor.pose === 'lying')) sounds.add(sound);
    const isAfoot =
      /^(?:walk|run)$/.test(actor.motion.kind) && /^(?:person|fox|dog|cat|robot)$/.test(familyOf(actor.kind));
    if (isAfoot) sounds.add(scene.weather === 'snow' || scene.season === 'winter' ? 'snowSteps' : 'footsteps');
  }
  for (const sound of soundsOfPlace(scene)) sounds.add(sound);
  if (scene.silent === 'music') sounds.delete('music');
  for (const absent of scene.without ?? []) for (const sound of SILENCED[absent] ?? []) sounds.delete(sound);
  return [...sounds].slice(0, MAX_SOUNDS);
}

function soundsOfPlace({ set, setDetails, time, weather, season, actors }: Omit<Scene, 'sounds'>): SoundKind[] {
  const isQuietForBirds =
    time === 'night' || weather === 'rain' || weather === 'storm' || weather === 'snow' || season === 'winter';
  const isCold = season === 'winter' || weather === 'snow';
  const sounds = OF_SET[set].filter(
    (sound) =>
      !(sound === 'birds' && isQuietForBirds) && !(WARM_BLOODED_DAYS.has(sound) && (isCold || weather === 'storm')),
  );
  if (CLOCKS.has(set) && actors.some(({ says }) => says !== undefined)) sounds.splice(sounds.indexOf('clock'), 1);
  if (set === 'shore' && setDetails.includes('lake')) sounds.splice(sounds.indexOf('sea'), 1, 'river');
  if (time === 'night' && /^(?:field|garden|forest)$/.test(set) && weather === 'clear' && season !== 'winter')
    sounds.push('crickets');
  if (sounds.length === 0) sounds.push('wind');
  if (set === 'studio' && actors.length === 0) sounds.push('music');
  return sounds;
}
