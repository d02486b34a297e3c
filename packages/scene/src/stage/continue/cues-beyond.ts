import type { Scene, SceneActor, SoundKind } from '../../scene.ts';
import { traitsOf } from '../../sets/set-traits.ts';
import type { SoundCue } from '../../sound/cue.ts';
import type { StagedSequel } from './sequel.ts';

export interface CuesBeyondOptions {
  readonly scene: Scene;
  readonly durationSeconds: number;
  readonly sequels: readonly StagedSequel[];
  /** Of all events behind the end of the scene. */
  readonly later: readonly SoundCue[];
}

type Envelope = NonNullable<SoundCue['envelope']>;

/** Said or struck once: they do not go on. */
const ONCE: ReadonlySet<SoundKind> = new Set(['bark', 'meow', 'bell', 'chime', 'speech', 'thunder', 'fireworks']);
const OF_ACTORS: ReadonlySet<SoundKind> = new Set([
  'footsteps',
  'snowSteps',
  'hooves',
  'engine',
  'train',
  'robot',
  'launch',
]);
const OF_WEATHER: ReadonlySet<SoundKind> = new Set(['rain']);
const FADE = 0.04;
/** What lasts until so shortly before the end lasts to it. */
const END_TOLERANCE = 0.35;

/**
 * What is heard of a scene with its sequels: its own cues first, in their order, those that last to its end lengthened,
 * so that until there they sound as they did; then what the sequels add.
 */
export function continueCues(own: readonly SoundCue[], options: CuesBeyondOptions): SoundCue[] {
  const { sequels, later } = options;
  if (sequels.length === 0) return [...own];
  return [
    ...own.map((cue) => lengthen(cue, options)),
    ...later,
    ...sequels.flatMap((staged) => addedBy(staged, options)),
  ];
}

function lengthen(cue: SoundCue, { durationSeconds, sequels }: CuesBeyondOptions): SoundCue {
  const end = sequels.at(-1)!.toSeconds;
  const lasts = cue.startSeconds + cue.durationSeconds >= durationSeconds - END_TOLERANCE;
  if (!lasts) return cue;
  if (ONCE.has(cue.kind)) return { ...cue, durationSeconds: Math.min(5, end - cue.startSeconds) };
  const length = end - cue.startSeconds;
  const at = (seconds: number) => seconds - cue.startSeconds;
  const own: Envelope = cue.envelope ?? [
    [0, 0],
    [FADE, 1],
    [cue.durationSeconds, 1],
  ];
  const level = own.at(-1)![1];
  const fade = fadeOf(cue.kind, sequels);
  const rest: Envelope =
    fade === undefined
      ? [
          [length - FADE, level],
          [length, 0],
        ]
      : [
          [at(fade.from), level],
          [at(fade.from + (fade.to - fade.from) * 0.45), level * 0.3],
          [at(fade.to), 0],
          [length, 0],
        ];
  const last = own.at(-1)![0];
  const envelope = [...own, ...rest.filter(([seconds]) => seconds > last + 1e-3)];
  return { ...cue, durationSeconds: length, envelope };
}

/** When a sound dies away: with the one who makes it, with the rain, with the day. */
function fadeOf(kind: SoundKind, sequels: readonly StagedSequel[]): { from: number; to: number } | undefined {
  for (const { sequel, fromSeconds: from, toSeconds } of sequels) {
    const length = toSeconds - from;
    const turns = Object.values(sequel.turns);
    if (OF_ACTORS.has(kind)) {
      if (turns.some((turn) => turn.kind === 'leave')) return { from, to: from + length * 0.9 };
      if (kind !== 'launch' && turns.length > 0) return { from, to: from + Math.min(1.2, length) };
      if (kind === 'launch') return { from, to: Math.max(toSeconds, from + 5) };
    }
    if (OF_WEATHER.has(kind) && sequel.weather !== undefined) return { from, to: from + length * 0.6 };
    if (kind === 'birds' && sequel.timeTo === 'night') return { from, to: from + length * 0.6 };
    if (kind === 'crickets' && (sequel.timeTo === 'day' || sequel.timeTo === 'morning')) {
      return { from, to: from + length * 0.6 };
    }
  }
  return undefined;
}

/** Loudness of what sequels bring along; other sounds are as loud as wind. */
const GAINS: Readonly<Partial<Record<SoundKind, number>>> = {
  rain: 0.55,
  crickets: 0.3,
  music: 0.5,
  crowd: 0.35,
  sea: 0.5,
  birds: 0.35,
};

function addedBy({ sequel, fromSeconds, toSeconds }: StagedSequel, { scene }: CuesBeyondOptions): SoundCue[] {
  const isOutside = traitsOf(scene.set).hasSky;
  const kinds = new Set<SoundKind>(sequel.sounds.filter((kind) => !ONCE.has(kind)));
  if (isOutside && (sequel.weather === 'rain' || sequel.weather === 'storm')) kinds.add('rain');
  if (isOutside && (sequel.weather === 'snow' || (sequel.wind ?? 0) > 0.5)) kinds.add('wind');
  const isWarm = scene.season !== 'winter' && scene.set !== 'planet';
  if (isOutside && isWarm && sequel.timeTo === 'night') kinds.add('crickets');
  const length = toSeconds - fromSeconds;
  const swelling = [...kinds].map(
    (kind): SoundCue => ({
      kind,
      startSeconds: fromSeconds,
      durationSeconds: length,
      gain: GAINS[kind] ?? 0.4,
      pan: 0,
      envelope: [
        [0, 0],
        [Math.min(2.2, length * 0.6), 1],
        [length - FADE, 1],
        [length, 0],
      ],
      ...(kind === 'music' ? { mood: 'calm' as const } : {}),
    }),
  );
  const struck = sequel.sounds
    .filter((kind) => kind === 'bell' || kind === 'chime')
    .map((kind) => once(kind, fromSeconds + Math.min(1, length * 0.3), 0.4));
  return [...swelling, ...struck, ...sequel.newcomers.flatMap((actor) => voiceOf(actor, fromSeconds, length))];
}

function once(kind: SoundKind, startSeconds: number, gain: number): SoundCue {
  return { kind, startSeconds, durationSeconds: 1.2, gain, pan: 0 };
}

/** How those who come are heard. */
function voiceOf(actor: SceneActor, from: number, length: number): SoundCue[] {
  if (actor.kind === 'dog') return [once('bark', from + length * 0.6, 0.5)];
  if (actor.kind === 'cat') return [once('meow', from + length * 0.6, 0.5)];
  const steps = { person: 'footsteps', robot: 'footsteps', horse: 'hooves', car: 'engine', bus: 'engine' } as const;
  const kind = actor.kind in steps ? steps[actor.kind as keyof typeof steps] : undefined;
  if (!kind) return [];
  const durationSeconds = length * 0.66;
  return [
    {
      kind,
      startSeconds: from,
      durationSeconds,
      gain: 0.4,
      pan: 0,
      rate: kind === 'engine' ? 6 : 1.7,
      envelope: [
        [0, 0],
        [durationSeconds * 0.5, 0.8],
        [durationSeconds * 0.85, 0.8],
        [durationSeconds, 0],
      ],
    },
  ];
}
