import { familyOf } from '../actors/family.ts';
import type { Scene, SceneActor, SoundKind } from '../scene.ts';
import type { BuiltSet } from '../sets/set.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { Line } from '../sound/speech/line.ts';
import type { StageEvents } from './events.ts';
import { isExtra } from './extras.ts';
import { planLaunch } from './launch-plan.ts';
import { add, clamp, lengthOf, subtract } from './matrix.ts';
import type { Traveller } from './pose.ts';
import { project, type View } from './view.ts';

export interface CueOptions {
  readonly scene: Scene;
  readonly set: BuiltSet;
  readonly travellers: readonly Traveller[];
  readonly events: StageEvents;
  readonly lines: readonly Line[];
  readonly view: View;
  readonly durationSeconds: number;
}

/** Loudness of what is there all the time. Sounds that are written where they happen have none. */
const AMBIENCE: Readonly<Partial<Record<SoundKind, number>>> = {
  rain: 0.55,
  wind: 0.4,
  sea: 0.6,
  river: 0.5,
  waterfall: 0.6,
  birds: 0.35,
  crickets: 0.3,
  city: 0.4,
  traffic: 0.35,
  room: 0.2,
  fire: 0.45,
  underwater: 0.5,
  space: 0.4,
  music: 0.5,
  crowd: 0.35,
  engine: 0.4,
  train: 0.5,
  robot: 0.3,
};
const ONCE: Readonly<Partial<Record<SoundKind, number>>> = {
  bark: 0.6,
  meow: 0.6,
  bell: 0.45,
  chime: 0.4,
  hooves: 0.5,
};

/** Everything that is heard, where and when it is seen. */
export function createCues(options: CueOptions): SoundCue[] {
  const { scene, set, events, durationSeconds } = options;
  const own = [...set.cues, ...actorCues(options), ...eventCues(events, durationSeconds)];
  const heard = new Set(own.map((cue) => cue.kind));
  const ambience = scene.sounds.flatMap((kind) => (heard.has(kind) ? [] : ambienceOf(kind, scene, durationSeconds)));
  return [...ambience, ...own].filter((cue) => cue.startSeconds < durationSeconds && cue.durationSeconds > 0);
}

function ambienceOf(kind: SoundKind, scene: Scene, durationSeconds: number): SoundCue[] {
  const gain = AMBIENCE[kind];
  if (gain !== undefined) {
    // The rain of a storm leaves room for its thunder.
    const louder = kind === 'rain' && scene.weather === 'storm' ? 0.62 : kind === 'wind' ? 0.5 + scene.wind : 1;
    const mood =
      scene.style === 'noir' || scene.weather === 'storm'
        ? 'tense'
        : scene.time === 'night' || scene.time === 'dusk'
          ? 'calm'
          : 'bright';
    return [
      {
        kind,
        startSeconds: 0,
        durationSeconds,
        gain: Math.min(1, gain * louder),
        pan: 0,
        ...(kind === 'music' ? { mood: mood as 'tense' | 'calm' | 'bright' } : {}),
      },
    ];
  }
  const once = ONCE[kind];
  if (once === undefined) return [];
  const cues: SoundCue[] = [];
  for (let at = durationSeconds * 0.22; at < durationSeconds - 0.3; at += durationSeconds * 0.36) {
    cues.push({ kind, startSeconds: at, durationSeconds: Math.min(1.2, durationSeconds - at), gain: once, pan: 0 });
  }
  return cues;
}

function actorCues({ scene, travellers, lines, view, durationSeconds }: CueOptions): SoundCue[] {
  return travellers.flatMap((traveller) => {
    const { placed, path } = traveller;
    const { actor } = placed;
    const [from, to] = [0, durationSeconds].map((seconds) => add(placed.position, path.at(seconds).offset));
    const pan: [number, number] = path.isFollowed ? [0, 0] : [panOf(view, from!), panOf(view, to!)];
    const away = lengthOf(subtract(placed.position, view.position));
    const near = (clamp(6 / (6 + away), 0.08, 1) * (isExtra(actor) ? 0.5 : 1)) / Math.sqrt(actor.count);
    const cues: SoundCue[] = (placed.built.cues ?? []).map((cue) => ({ ...cue, pan: cue.pan === 0 ? pan : cue.pan }));
    const all = { startSeconds: 0, durationSeconds, pan };
    const { speed } = path.at(durationSeconds / 2);
    if (actor.motion.kind === 'launch')
      cues.push(...launchCues(placed.built.bounds.height, actor.motion.speed, pan, durationSeconds));
    else if (speed > 0.2) cues.push(...gaitCues(actor.kind, actor.motion.kind, speed, near, scene, all));
    const line = placed.copy === 0 ? lines.find(({ actorId }) => actorId === actor.id) : undefined;
    if (line) cues.push({ ...speechCue(line, durationSeconds), pan: pan[0] * 0.6 });
    return cues;
  });
}

function speechCue(line: Line, durationSeconds: number): SoundCue {
  const { startSeconds, text, speaker, say } = line;
  return {
    kind: 'speech',
    startSeconds,
    durationSeconds: Math.min(line.durationSeconds + 0.1, durationSeconds - startSeconds),
    gain: 0.9,
    pan: 0,
    text,
    speaker,
    ...(say ? { say } : {}),
  };
}

function gaitCues(
  kind: SceneActor['kind'],
  motion: string,
  speed: number,
  near: number,
  scene: Scene,
  all: { startSeconds: number; durationSeconds: number; pan: [number, number] },
): SoundCue[] {
  if (motion === 'drive') {
    if (kind === 'train') return [{ ...all, kind: 'train', gain: 0.8 * near, rate: speed / 6 }];
    return kind === 'bicycle' || kind === 'boat' ? [] : [{ ...all, kind: 'engine', gain: 0.75 * near, rate: speed }];
  }
  if (motion !== 'walk' && motion !== 'run') return [];
  const snowy = scene.weather === 'snow' || scene.season === 'winter';
  // A stride is about 0.7 m at a walk and longer at a run: steps a second follow from the pace.
  const rate = clamp(speed / (motion === 'run' ? 1.3 : 0.7), 0.8, 5);
  const family = familyOf(kind);
  if (family === 'horse') return [{ ...all, kind: 'hooves', gain: 0.8 * near, rate }];
  if (family === 'person' || kind === 'robot')
    return [{ ...all, kind: snowy ? 'snowSteps' : 'footsteps', gain: 0.7 * near, rate }];
  return family === 'dog' || family === 'fox' || family === 'cat'
    ? [{ ...all, kind: snowy ? 'snowSteps' : 'footsteps', gain: 0.25 * near, rate: rate * 1.6 }]
    : [];
}

/** A rumble from ignition on that swells at lift-off and fades as it climbs. */
function launchCues(height: number, speed: number, pan: [number, number], durationSeconds: number): SoundCue[] {
  const plan = planLaunch(durationSeconds, height, speed);
  const length = durationSeconds - plan.ignitionSeconds;
  const lift = plan.liftOffSeconds - plan.ignitionSeconds;
  return [
    {
      kind: 'launch',
      startSeconds: plan.ignitionSeconds,
      durationSeconds: length,
      gain: 1,
      pan,
      distanceMetres: height * 2,
      envelope: [
        [0, 0],
        [0.25, 0.55],
        [lift, 0.85],
        [lift + 0.5, 1],
        [lift + (length - lift) * 0.5, 0.8],
        [length, 0.42],
      ],
    },
  ];
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

const panOf = (view: View, point: readonly [number, number, number]): number => {
  const [x, , depth] = project(view, point);
  return depth <= 0 ? 0 : clamp(x * 0.8, -1, 1);
};
