import type { Scene } from '../scene.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { StagedSequel } from './continue/sequel.ts';
import { smoothstep } from './matrix.ts';
import type { Stage, StageOptions } from './stage.ts';

/** Seconds in which the end of a loop goes over into its beginning. */
const LOOP_SECONDS = 1;
/** These come round by themselves, or are led by what is seen; any other move of the camera would not close. */
const CLOSING_MOVES: ReadonlySet<Scene['camera']['move']> = new Set(['still', 'track', 'handheld']);

/**
 * Lets a scene's own time run slower or backwards, and brings its end to its beginning. The world is built for the time
 * that passes in it: of 8 seconds in slow motion at 0.4, only 3.2 happen.
 * @param build Stages a scene whose time is the film's.
 */
export function playBack(
  scene: Scene,
  options: StageOptions,
  build: (scene: Scene, options: StageOptions) => Stage,
): Stage {
  const { speed, reverse, loop } = scene.playback ?? { speed: 1, reverse: false, loop: false };
  if (speed === 1 && !reverse && !loop) return build(scene, options);
  const { durationSeconds, sequels = [] } = options;
  const shown: Scene =
    loop && !CLOSING_MOVES.has(scene.camera.move) ? { ...scene, camera: { ...scene.camera, move: 'still' } } : scene;
  const passes = durationSeconds * speed;
  // What goes on behind a reversed film begins anew: nothing of it could be told backwards.
  const later = reverse ? [] : sequels.map((sequel) => slowed(sequel, speed));
  const inner = build(shown, {
    ...options,
    durationSeconds: passes,
    time: { pace: speed, ...(reverse ? { turnsAt: passes } : {}) },
    ...(sequels.length > 0 ? { sequels: later } : {}),
  });
  const ownTime = (seconds: number): number => (reverse ? Math.abs(passes - seconds * speed) : seconds * speed);
  const cueOf = (cue: SoundCue): SoundCue => playCue(cue, speed, reverse ? durationSeconds : undefined);
  return {
    durationSeconds,
    momentAt: (seconds) => inner.momentAt(ownTime(seconds)),
    ...(inner.overlapAt && !loop ? { overlapAt: (seconds: number) => inner.overlapAt?.(ownTime(seconds)) } : {}),
    ...(loop ? { overlapAt: (seconds: number) => overlapOf(inner, seconds, passes, speed) } : {}),
    stillSeconds: reverse ? durationSeconds - inner.stillSeconds / speed : inner.stillSeconds / speed,
    cues: inner.cues.map(cueOf),
    allCues: inner.allCues.map(cueOf),
  };
}

/** The first second still shows, ever fainter, how the film would have gone on behind its end. */
function overlapOf(
  inner: Stage,
  seconds: number,
  passes: number,
  speed: number,
): ReturnType<NonNullable<Stage['overlapAt']>> {
  if (seconds >= LOOP_SECONDS) return undefined;
  const share = 1 - smoothstep(0, 1, seconds / LOOP_SECONDS);
  return share <= 0 ? undefined : { moment: inner.momentAt(passes + seconds * speed), share };
}

function slowed(staged: StagedSequel, speed: number): StagedSequel {
  return { ...staged, fromSeconds: staged.fromSeconds * speed, toSeconds: staged.toSeconds * speed };
}

const SOUND_METRES_PER_SECOND = 343;

/**
 * A cue of the scene's own time on the film's. Where that runs backwards, all of the cue does: it swells before it
 * breaks off, and who went away comes. Only music and words run on as they are.
 * @param turnsAt The film's length, where it runs backwards.
 */
function playCue(cue: SoundCue, speed: number, turnsAt: number | undefined): SoundCue {
  const stretch = 1 / speed;
  const source = (cue.speed ?? 1) * stretch;
  const durationSeconds = cue.durationSeconds * stretch;
  // Sound is as slow as all else: so much later than what is seen it comes, and backwards so much sooner.
  const delay = (cue.distanceMetres ?? 0) / SOUND_METRES_PER_SECOND;
  const start = (cue.startSeconds + delay) * stretch;
  const isPlayed = cue.kind === 'music' || cue.kind === 'speech';
  const turns = turnsAt !== undefined && !isPlayed;
  const at = (seconds: number): number => (turns ? durationSeconds - seconds * stretch : seconds * stretch);
  const inOrder = <T>(list: readonly T[]): readonly T[] => (turns ? list.toReversed() : list);
  const begins = (turnsAt === undefined ? start : turnsAt - start - durationSeconds) - delay;
  // What would begin before the film is heard from there on.
  const cut = Math.max(0, -begins);
  return {
    ...cue,
    startSeconds: Math.max(0, begins),
    durationSeconds: durationSeconds - cut,
    ...(cue.envelope ? { envelope: inOrder(cue.envelope.map(([when, gain]) => [at(when), gain] as const)) } : {}),
    ...(cue.way ? { way: inOrder(cue.way.map((where) => ({ ...where, seconds: at(where.seconds) }))) } : {}),
    ...(turns && typeof cue.pan !== 'number' ? { pan: [cue.pan[1], cue.pan[0]] as const } : {}),
    ...(turns ? { isReversed: true as const } : {}),
    // Steps are counted in the sound's own time, which is stretched afterwards.
    ...(cue.hits ? { hits: cue.hits.map((hit) => ({ ...hit, seconds: hit.seconds * source })) } : {}),
    ...(cue.rate === undefined ? {} : { rate: cue.rate / source }),
  };
}
