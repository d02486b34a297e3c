import type { SoundKind } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { SoundCue } from '../sound/cue.ts';
import { type ActorCueOptions, actorCues } from './actor-cues.ts';
import type { StageEvents } from './events.ts';
import { acousticsOfScene, ambienceOf, musicOf } from './place-cues.ts';

export interface CueOptions extends ActorCueOptions {
  readonly set: BuiltSet;
  readonly events: StageEvents;
}

/** By themselves these leave a film as good as silent. */
const HARDLY_HEARD: ReadonlySet<SoundKind> = new Set(['room']);
const GOES_ON: ReadonlySet<SoundKind> = new Set([
  'footsteps',
  'snowSteps',
  'hooves',
  'engine',
  'bicycle',
  'wheels',
  'wings',
]);
const HUMAN_PACE: ReadonlySet<SoundKind> = new Set([
  ...GOES_ON,
  'birds',
  'tweet',
  'bark',
  'meow',
  'crowd',
  'clock',
  'dishes',
]);

/** Everything that is heard, where and when it is seen. */
export function createCues(options: CueOptions): SoundCue[] {
  const { scene, set, events, durationSeconds } = options;
  const acted = [...actorCues(options), ...eventCues(events, durationSeconds)];
  if (scene.silent === 'all')
    return finish(
      acted.filter(({ kind }) => kind === 'speech'),
      options,
    );
  const heard = new Set(acted.map(({ kind }) => kind));
  const ofSet = set.cues.filter(({ kind }) => !heard.has(kind));
  for (const { kind } of ofSet) heard.add(kind);
  // Somebody's own steps or voice have been counted: those that the scene names are the same.
  const named = scene.sounds.filter(
    (kind) => !heard.has(kind) && !(GOES_ON.has(kind) && acted.some((cue) => GOES_ON.has(cue.kind))),
  );
  const ambience = named.flatMap((kind, index) => ambienceOf(kind, scene, durationSeconds, index + 1));
  const cues = [...ambience, ...ofSet, ...acted];
  const isLapse = scene.events.some(({ kind }) => kind === 'timeLapse');
  const paced = isLapse ? cues.filter(({ kind }) => !HUMAN_PACE.has(kind)) : cues;
  const wantsMusic = isLapse || paced.every(({ kind }) => HARDLY_HEARD.has(kind));
  const hasMusic = paced.some(({ kind }) => kind === 'music');
  if (!wantsMusic || hasMusic || scene.silent === 'music') return finish(paced, options);
  return finish(
    [...paced, { kind: 'music', startSeconds: 0, durationSeconds, gain: 0.5, pan: 0, ...musicOf(scene) }],
    options,
  );
}

/** The place's reverberation, the film's own time, and nothing that would begin behind its end. */
function finish(cues: readonly SoundCue[], { scene, durationSeconds }: CueOptions): SoundCue[] {
  const place = acousticsOfScene(scene);
  const { speed = 1, loop = false } = scene.playback ?? {};
  return cues
    .filter((cue) => cue.startSeconds < durationSeconds && cue.durationSeconds > 0)
    .map((cue): SoundCue => {
      const isPlayed = cue.kind === 'music' || cue.kind === 'speech';
      return {
        ...cue,
        place,
        ...(speed < 1 && !isPlayed ? { speed: Math.max(0.45, Math.sqrt(speed)) } : {}),
        ...(loop && cue.kind !== 'speech' ? { loops: true } : {}),
      };
    });
}

/** @param durationSeconds Of the film: nothing is heard behind it. */
export function eventCues({ strokes, bursts }: StageEvents, durationSeconds: number): SoundCue[] {
  const thunder = strokes.map(
    ({ seconds, distanceMetres, pan }): SoundCue => ({
      kind: 'thunder',
      startSeconds: seconds,
      durationSeconds: Math.min(5, durationSeconds - seconds),
      gain: 0.9,
      pan,
      distanceMetres,
    }),
  );
  const fireworks = bursts
    .filter(({ seconds }) => seconds > 0)
    .map(
      ({ seconds, distanceMetres, pan }): SoundCue => ({
        kind: 'fireworks',
        startSeconds: seconds,
        durationSeconds: 1.8,
        gain: 0.6,
        pan,
        distanceMetres,
      }),
    );
  return [...thunder, ...fireworks];
}
