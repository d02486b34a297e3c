import type { Scene, SceneActor } from '../../scene.ts';
import type { SoundCue } from '../../sound/cue.ts';
import { type Line, planLines } from '../../sound/speech/line.ts';
import type { Say } from '../../sound/speech/recording.ts';
import { speechCue } from '../actor-cues.ts';
import type { OwnTime } from '../stage.ts';
import type { StagedSequel } from './sequel.ts';

/** Share of a sequel after which one who comes in has come and can speak. */
const ARRIVED = 0.45;

/** What is said behind the end of a scene: by those who are there, and by those who come. */
export function planLinesBeyond(
  scene: Scene,
  sequels: readonly StagedSequel[],
  say: Say | undefined,
  { pace }: OwnTime = { pace: 1 },
): Line[] {
  return sequels.flatMap(({ sequel, fromSeconds, toSeconds }, round) => {
    const before = sequels.slice(0, round).flatMap((one) => one.sequel.newcomers);
    const told = (sequel.lines ?? []).flatMap(({ actorId, says }): SceneActor[] => {
      const actor = [...scene.actors, ...before].find(({ id }) => id === actorId);
      return actor ? [{ ...actor, says }] : [];
    });
    const length = toSeconds - fromSeconds;
    const coming = sequel.newcomers.filter(({ says }) => says !== undefined);
    return [
      ...later(planLines({ actors: told }, length, say, { pace }), fromSeconds),
      ...later(planLines({ actors: coming }, length * (1 - ARRIVED), say, { pace }), fromSeconds + length * ARRIVED),
    ];
  });
}

const later = (lines: readonly Line[], by: number): Line[] =>
  lines.map((line) => ({
    ...line,
    startSeconds: line.startSeconds + by,
    mouthAt: (seconds) => line.mouthAt(seconds - by),
  }));

/** All that one actor says, as one line for its mouth. */
export function mouthLine(lines: readonly Line[], actorId: string): Line | undefined {
  const own = lines.filter((line) => line.actorId === actorId);
  const [first] = own;
  if (first === undefined) return undefined;
  return { ...first, mouthAt: (seconds) => Math.max(...own.map((line) => line.mouthAt(seconds))) };
}

/** How it is heard. */
export const spokenBeyond = (lines: readonly Line[], endSeconds: number): SoundCue[] =>
  lines.map((line) => speechCue(line, endSeconds));
