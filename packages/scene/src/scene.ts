import { z } from 'zod';
import { ActorKind, SetKind, SoundKind, StyleKind } from './kinds.ts';

export { ActorKind, SetKind, SoundKind, StyleKind };

/**
 * A scene says what a prompt asks to be seen and heard, before anything has a place or a shape. It is plain JSON:
 * `read/` writes it, `stage/` builds a world from it, `sound/` hears it, and a user may correct it or write one by hand:
 * `scene-schema.ts` reads what comes from outside.
 */

/** Raised when scenes that were written before would mean something else, or nothing; `scene-schema.ts` brings them over. */
export const SCENE_VERSION = 1;

export const TimeOfDay = z.enum(['dawn', 'morning', 'day', 'golden', 'sunset', 'dusk', 'night']);
export const Weather = z.enum(['clear', 'cloudy', 'rain', 'storm', 'snow', 'fog']);
export const Season = z.enum(['spring', 'summer', 'autumn', 'winter']);

export const Relation = z.enum([
  'on',
  'under',
  'leftOf',
  'rightOf',
  'behind',
  'inFrontOf',
  'nextTo',
  'above',
  'inside',
  'around',
  'holding',
  /** In the hands of somebody who has a place of his own. */
  'heldBy',
  'riding',
  'wearing',
  /** Has a second neighbour, `and`. */
  'between',
  /** Comes where the other was. */
  'insteadOf',
]);

/** Light that the prompt asks for beyond what time and weather give. */
export const LightKind = z.enum([
  'backlit',
  'rim',
  'soft',
  'hard',
  'candlelight',
  'firelight',
  'moonlit',
  'neon',
  'spotlight',
  'godRays',
  'lowKey',
  'highKey',
]);

export const Mood = z.enum([
  'happy',
  'calm',
  'romantic',
  'sad',
  'tense',
  'eerie',
  'epic',
  'dreamy',
  'playful',
  'angry',
]);

/** The kind of music that is asked for by name. */
export const MusicKind = z.enum([
  'calm',
  'piano',
  'classical',
  'orchestral',
  'jazz',
  'electronic',
  'rock',
  'folk',
  'lofi',
  'ambient',
  'chiptune',
  'dance',
  'suspense',
]);

export const Motion = z.strictObject({
  kind: z.enum([
    'still',
    'idle',
    'walk',
    'run',
    'fly',
    'float',
    'launch',
    'drive',
    'swim',
    'rise',
    'fall',
    'spin',
    'sway',
    'dance',
    'wave',
    'jump',
    'flicker',
    'fade',
  ]),
  direction: z.enum(['left', 'right', 'toward', 'away', 'up', 'down', 'around']).optional(),
  /** 0.3 slow · 1 ordinary · 2 fast. */
  speed: z.number().min(0.1).max(4).default(1),
});

/** One of the things that somebody does one after the other. */
export const Act = z.strictObject({
  pose: z.enum(['default', 'standing', 'sitting', 'lying', 'flying', 'fighting']).optional(),
  motion: Motion.optional(),
  does: z.string().max(40).optional(),
  attributes: z.array(z.string()).max(4).optional(),
});

/**
 * What becomes of a thing while the film runs. `hit`: it flies off, kicked or thrown; `drop`: it falls from where it is;
 * `light` and `goOut`: its flame or lamp.
 */
export const Change = z.strictObject({
  kind: z.enum([
    'grow',
    'shrink',
    'melt',
    'bloom',
    'wither',
    'open',
    'close',
    'light',
    'goOut',
    'break',
    'explode',
    'pop',
    'collapse',
    'drop',
    'sink',
    'surface',
    'land',
    'appear',
    'vanish',
    'arrive',
    'leave',
    'hit',
  ]),
  /** Shares of the film: when it begins and when it is done. */
  from: z.number().min(0).max(1),
  to: z.number().min(0).max(1),
});

/** From a share of the film on the season or the weather is another. */
export const Turn = z.strictObject({
  at: z.number().min(0).max(1),
  season: Season.optional(),
  weather: Weather.optional(),
});

/** A line of words on the picture itself. */
export const Caption = z.strictObject({
  text: z.string().max(120),
  place: z.enum(['top', 'center', 'bottom']),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** Smaller than a title: who wrote it, a date, a slogan. */
  isSmall: z.boolean().optional(),
});

export const SceneActor = z.strictObject({
  /** Unique within the scene: `cat-1`. */
  id: z.string(),
  kind: ActorKind,
  /** The noun the prompt used, in its own language: `corgi`, `鳥居`. */
  word: z.string(),
  /** The key of the rendered emoji for `thing`, such as `1f415`. */
  thing: z.string().optional(),
  count: z.number().int().min(1).max(60).default(1),
  /** sRGB hex, `#ff8800`. */
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** 0.1 tiny · 0.5 small · 1 ordinary · 2 large · 4 enormous. */
  size: z.number().min(0.05).max(10).default(1),
  /** Words that change its look: `old`, `glowing`, `wooden`, `snowy`, `striped`. */
  attributes: z.array(z.string()).default([]),
  pose: z.enum(['default', 'standing', 'sitting', 'lying', 'flying', 'fighting']).default('default'),
  motion: Motion.default({ kind: 'idle', speed: 1 }),
  /** A region of the picture, where the prompt asked for one. */
  place: z.enum(['left', 'right', 'center', 'foreground', 'background', 'top', 'bottom']).optional(),
  relation: z.strictObject({ kind: Relation, to: z.string(), and: z.string().optional() }).optional(),
  /** What it does besides moving, as the verb's plain form: `eat`, `play`, `paint`. */
  does: z.string().max(40).optional(),
  /** What it does afterwards, one after the other; each keeps the posture that it does not name. */
  acts: z.array(Act).max(4).optional(),
  changes: z.array(Change).max(4).optional(),
  /** Parts that have a colour of their own, by their English names: `scarf`, `door`, `hair`, `eyes`, `roof`; `second` is the other of two colours. */
  parts: z
    .array(z.strictObject({ name: z.string().max(40), color: z.string().regex(/^#[0-9a-f]{6}$/) }))
    .max(12)
    .optional(),
  /** Words written on it, and words that it speaks. */
  text: z.string().max(200).optional(),
  says: z.string().max(500).optional(),
  /** The main subject frames the camera. */
  isSubject: z.boolean().default(false),
});

const CameraMove = z.enum([
  'still',
  'drift',
  'panLeft',
  'panRight',
  'tiltUp',
  'tiltDown',
  'truckLeft',
  'truckRight',
  'zoomIn',
  'zoomOut',
  'dollyIn',
  'dollyOut',
  'orbit',
  'craneUp',
  'craneDown',
  'flyOver',
  'track',
  'handheld',
]);

export const CameraPlan = z.strictObject({
  /** `high` looks down on the subject, `pov` is what somebody sees who is not in the picture. */
  shot: z
    .enum([
      'extremeWide',
      'wide',
      'medium',
      'close',
      'macro',
      'portrait',
      'aerial',
      'topDown',
      'low',
      'high',
      'overShoulder',
      'pov',
    ])
    .default('medium'),
  move: CameraMove.default('drift'),
  /** Several moves, `move` the first of them: each over its share of the film. */
  moves: z
    .array(z.strictObject({ move: CameraMove, from: z.number().min(0).max(1), to: z.number().min(0).max(1) }))
    .max(3)
    .optional(),
  /** A tilt from one end of the subject to the other, from near. */
  sweeps: z.boolean().optional(),
  speed: z.number().min(0.1).max(4).default(1),
  lens: z.enum(['wide', 'telephoto', 'fisheye']).optional(),
  /** How much is sharp: `shallow` blurs what is behind the subject, `deep` nothing. */
  focus: z.enum(['shallow', 'deep']).optional(),
});

/** How the film's own time runs. */
export const Playback = z.strictObject({
  /** Below 1 slow motion. */
  speed: z.number().min(0.1).max(1).default(1),
  reverse: z.boolean().default(false),
  /** The end meets the beginning. */
  loop: z.boolean().default(false),
});

/** What drifts in the air round the subject. */
export const Particle = z.enum([
  'petals',
  'leaves',
  'feathers',
  'confetti',
  'embers',
  'sparks',
  'fireflies',
  'sparkles',
  'dust',
  'ash',
  'bubbles',
  'seeds',
]);
export const PARTICLES_MAX = 4;

export const SceneEvent = z.strictObject({
  /** `lightsUp`: things in the background start to glow; `timeLapse`: from `time` to `timeTo`. */
  kind: z.enum(['lightsUp', 'lightning', 'fireworks', 'timeLapse', 'lightStreaks']),
  /** The share of the film at which it begins. Default 0. */
  from: z.number().min(0).max(0.9).optional(),
});

export const Scene = z.strictObject({
  version: z.literal(SCENE_VERSION),
  /** The words that it was read from. Nothing is drawn by them: what they say of a place stands in `setDetails`. */
  prompt: z.string().default(''),
  set: SetKind,
  /** Details of the set: `neon`, `japanese`, `mars`, `ruins`, `wheat`, `pine`, `coral`, `marble`, `pastel pink`. */
  setDetails: z.array(z.string()).default([]),
  /** A colour the prompt gave to the set itself (the backdrop of a studio, the walls of a room). */
  setColor: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  time: TimeOfDay,
  timeTo: TimeOfDay.optional(),
  weather: Weather,
  season: Season,
  style: StyleKind,
  /** Fog between the things, rays of light, wet ground: 0 none … 1 much. */
  haze: z.number().min(0).max(1).default(0),
  lightRays: z.boolean().default(false),
  wetGround: z.boolean().default(false),
  wind: z.number().min(0).max(1).default(0.2),
  actors: z.array(SceneActor).max(24),
  camera: CameraPlan,
  events: z.array(SceneEvent).default([]),
  sounds: z.array(SoundKind).default([]),
  playback: Playback.optional(),
  /** In the order of their times. */
  turns: z.array(Turn).max(4).optional(),
  light: z.array(LightKind).optional(),
  particles: z.array(Particle).max(PARTICLES_MAX).optional(),
  mood: Mood.optional(),
  /** Asked for by name; `sounds` holds `music` too. */
  music: MusicKind.optional(),
  /** `music`: none, though other things are heard; `all`: nothing at all is. */
  silent: z.enum(['music', 'all']).optional(),
  /** What must not be seen, not even as dressing of the set: `people`, `cars`, `clouds`, `trees`, `buildings`, `animals`, `text`. */
  without: z.array(z.string().max(40)).max(24).optional(),
  /** A title to be written on the picture itself. */
  title: z.string().max(120).optional(),
  /** Words on the picture whose place or look was told; the title, where there is one, stands besides. */
  captions: z.array(Caption).max(4).optional(),
  /** Nouns that were read but could not be drawn as themselves, with what stands for them. */
  substitutions: z.array(z.strictObject({ word: z.string(), by: z.string() })).default([]),
});

export type TimeOfDay = z.infer<typeof TimeOfDay>;
export type Weather = z.infer<typeof Weather>;
export type Season = z.infer<typeof Season>;
export type Relation = z.infer<typeof Relation>;
export type Act = z.infer<typeof Act>;
export type Caption = z.infer<typeof Caption>;
export type Change = z.infer<typeof Change>;
export type Turn = z.infer<typeof Turn>;
export type Motion = z.infer<typeof Motion>;
export type SceneActor = z.infer<typeof SceneActor>;
export type CameraPlan = z.infer<typeof CameraPlan>;
export type LightKind = z.infer<typeof LightKind>;
export type Particle = z.infer<typeof Particle>;
export type Mood = z.infer<typeof Mood>;
export type MusicKind = z.infer<typeof MusicKind>;
export type Playback = z.infer<typeof Playback>;
export type SceneEvent = z.infer<typeof SceneEvent>;
export type Scene = z.infer<typeof Scene>;
