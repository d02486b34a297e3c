import type { Scene, SetKind, SoundKind } from '../scene.ts';
import { traitsOf } from '../sets/set-traits.ts';
import type { AcousticsName } from '../sound/acoustics.ts';
import type { Ground, SoundCue } from '../sound/cue.ts';

const ACOUSTICS: Readonly<Partial<Record<SetKind, AcousticsName>>> = {
  forest: 'woods',
  jungle: 'woods',
  bamboo: 'woods',
  swamp: 'woods',
  mountains: 'mountains',
  canyon: 'mountains',
  waterfall: 'mountains',
  volcano: 'mountains',
  street: 'street',
  oldTown: 'street',
  market: 'street',
  alley: 'alley',
  room: 'room',
  bedroom: 'room',
  kitchen: 'tiled',
  studio: 'studio',
  library: 'hall',
  station: 'hall',
  subway: 'hall',
  stadium: 'hall',
  cave: 'cave',
  underwater: 'underwater',
  space: 'void',
};
const SPACIOUS: readonly (readonly [RegExp, AcousticsName])[] = [
  [/cathedral|church|temple|chapel|mosque/iu, 'cathedral'],
  [/hall|museum|concert|theat(?:re|er)|stage|ballroom|palace|throne/iu, 'hall'],
  [/space ?ship|submarine|corridor|cockpit|bunker/iu, 'metal'],
  [/cave|cavern|tunnel|grotto|mine/iu, 'cave'],
  [/bath|pool/iu, 'tiled'],
];

/** What comes back from what stands around. */
export function acousticsOfScene({ set, setDetails }: Scene): AcousticsName {
  const details = setDetails.join(' ');
  const spacious = SPACIOUS.find(([words]) => words.test(details));
  return spacious?.[1] ?? ACOUSTICS[set] ?? (traitsOf(set).isIndoors ? 'room' : 'open');
}

const GROUNDS: Readonly<Partial<Record<SetKind, Ground>>> = {
  planet: 'gravel',
  canyon: 'gravel',
  volcano: 'gravel',
  mountains: 'gravel',
  vineyard: 'earth',
  forest: 'leaves',
  jungle: 'leaves',
  bamboo: 'leaves',
  room: 'wood',
  bedroom: 'wood',
  library: 'wood',
  studio: 'wood',
  shore: 'sand',
  island: 'sand',
  desert: 'sand',
  arctic: 'snow',
  field: 'grass',
  meadow: 'grass',
  garden: 'grass',
  orchard: 'grass',
  park: 'gravel',
  farm: 'earth',
  savanna: 'earth',
  village: 'earth',
  pond: 'grass',
  lake: 'gravel',
  swamp: 'water',
  space: 'metal',
};

export function groundOf({ set, weather, season, setDetails }: Scene): Ground {
  const isOutside = traitsOf(set).hasSky;
  const isSnowy = isOutside && (weather === 'snow' || (season === 'winter' && set !== 'desert' && set !== 'planet'));
  if (isSnowy || /\bsnow/iu.test(setDetails.join(' '))) return 'snow';
  return GROUNDS[set] ?? 'stone';
}

/** Loudness of what is there all the time. What happens once has none. */
const AMBIENCE: Readonly<Partial<Record<SoundKind, number>>> = {
  rain: 0.55,
  wind: 0.4,
  sea: 0.6,
  river: 0.5,
  waterfall: 0.7,
  birds: 0.4,
  crickets: 0.35,
  insects: 0.45,
  frogs: 0.5,
  gulls: 0.5,
  monkeys: 0.5,
  city: 0.5,
  traffic: 0.4,
  room: 0.4,
  clock: 0.4,
  fire: 0.5,
  lava: 0.7,
  drips: 0.55,
  dishes: 0.5,
  fizz: 0.4,
  rumble: 0.4,
  laughter: 0.6,
  heartbeat: 0.6,
  typing: 0.4,
  hum: 0.5,
  fountain: 0.5,
  flag: 0.45,
  creak: 0.45,
  underwater: 0.6,
  space: 0.5,
  music: 0.55,
  crowd: 0.5,
  applause: 0.6,
  siren: 0.2,
  engine: 0.4,
  propeller: 0.45,
  jet: 0.45,
  train: 0.5,
  robot: 0.35,
  wings: 0.4,
  swords: 0.6,
  zap: 0.5,
  wheels: 0.5,
  bicycle: 0.4,
};
/** What is struck or cried now and then: each so often in a film of eight seconds. */
const NOW_AND_THEN: Readonly<Partial<Record<SoundKind, readonly [gain: number, times: number, seconds: number]>>> = {
  bell: [0.5, 2, 3],
  chime: [0.4, 2, 2.5],
  horn: [0.5, 1, 2.5],
  splash: [0.5, 3, 1.2],
  explosion: [0.8, 2, 2.6],
  shatter: [0.6, 1, 1.6],
  thump: [0.6, 2, 1],
  whoosh: [0.5, 2, 1],
  pop: [0.6, 3, 0.5],
  click: [0.5, 2, 0.2],
  hinge: [0.6, 1, 1.8],
  brakes: [0.6, 1, 3],
  cheer: [0.7, 2, 3.2],
  thunder: [0.8, 2, 5],
  fireworks: [0.6, 3, 1.8],
  hooves: [0.5, 1, 8],
  footsteps: [0.5, 1, 8],
  snowSteps: [0.5, 1, 8],
};
const CALLS: ReadonlySet<SoundKind> = new Set([
  'bark',
  'meow',
  'roar',
  'howl',
  'moo',
  'neigh',
  'baa',
  'oink',
  'trumpet',
  'cluck',
  'quack',
  'hoot',
  'tweet',
  'whale',
]);

const REACTIONS: ReadonlySet<SoundKind> = new Set(['cheer', 'applause', 'laughter']);

/** The share of the film at which something has happened that one cheers at. */
function reasonOf({ actors }: Scene): number | undefined {
  const done = actors.flatMap(({ changes = [] }) =>
    changes.map(({ kind, from, to }) => (kind === 'goOut' || kind === 'break' || kind === 'explode' ? from : to)),
  );
  return done.length === 0 ? undefined : Math.min(0.8, Math.max(...done));
}

/** A sound that the scene names but nobody in it makes: it comes from the place. */
export function ambienceOf(kind: SoundKind, scene: Scene, durationSeconds: number, place: number): SoundCue[] {
  if (kind === 'speech' || kind === 'launch') return [];
  const calls = CALLS.has(kind) ? ([0.45, 2, 2.4] as const) : undefined;
  const rare = NOW_AND_THEN[kind] ?? calls;
  // They cheer at what happens, and not before.
  const reason = REACTIONS.has(kind) ? reasonOf(scene) : undefined;
  if (reason !== undefined) {
    const startSeconds = reason * durationSeconds;
    return [{ kind, startSeconds, durationSeconds: Math.min(5, durationSeconds - startSeconds), gain: 0.7, pan: 0 }];
  }
  const pan = ((place * 0.37) % 1) * 0.8 - 0.4;
  if (rare) {
    const [gain, often, seconds] = rare;
    const times = Math.max(1, Math.round((often * durationSeconds) / 8));
    const apart = durationSeconds / times;
    return Array.from({ length: times }, (_, i): SoundCue => {
      const startSeconds = times === 1 && seconds >= durationSeconds ? 0 : apart * (i + 0.2);
      return {
        kind,
        startSeconds,
        durationSeconds: Math.min(seconds, durationSeconds - startSeconds),
        gain,
        pan: i % 2 ? -pan : pan,
      };
    });
  }
  const isFar = kind === 'rain' && traitsOf(scene.set).isIndoors;
  // The rain of a storm leaves room for its thunder.
  const louder =
    kind === 'rain' && scene.weather === 'storm' ? 0.62 : kind === 'wind' ? 0.5 + scene.wind : isFar ? 0.5 : 1;
  return [
    {
      kind,
      startSeconds: 0,
      durationSeconds,
      gain: Math.min(1, (AMBIENCE[kind] ?? 0.4) * louder),
      pan: 0,
      ...(kind === 'music' ? musicOf(scene) : {}),
    },
  ];
}

/** The music that fits a scene: what it asks for, or else what its mood, its light and its style are like. */
export function musicOf(scene: Scene): Pick<SoundCue, 'music' | 'mood'> {
  const { music, mood, style, weather, time } = scene;
  const kind = music ?? (style === 'pixel' ? 'chiptune' : style === 'noir' ? 'jazz' : undefined);
  const likely =
    mood ??
    (weather === 'storm' ? 'tense' : time === 'night' || time === 'dusk' || weather !== 'clear' ? 'calm' : 'bright');
  return { mood: likely, ...(kind ? { music: kind } : {}) };
}
