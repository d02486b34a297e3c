import type { Scene } from '../scene.ts';
import { smoothstep } from './matrix.ts';
import type { Stage, StageOptions } from './stage.ts';

/** Seconds in which one season goes over into the next, at most; the first half of a short one is left alone. */
const OVER_SECONDS = 1.6;

interface Staged {
  readonly fromSeconds: number;
  readonly stage: Stage;
}

/**
 * A film in which the season or the weather turns: staged once for each, with one camera and one cast, and faded from
 * one to the next as clouds pass over a land.
 * @param build Stages a scene in which nothing turns.
 */
export function stageTurns(
  scene: Scene,
  options: StageOptions,
  build: (scene: Scene, options: StageOptions) => Stage,
): Stage {
  const { turns = [], ...first } = scene;
  if (turns.length === 0) return build(scene, options);
  const { durationSeconds } = options;
  const scenes = [{ fromSeconds: 0, scene: { ...first, turns: [] } as Scene }];
  for (const { at, season, weather } of turns)
    scenes.push({ fromSeconds: at * durationSeconds, scene: turned(scenes.at(-1)!.scene, season, weather) });
  // Whoever draws a part of the film builds only what he draws.
  const built: Stage[] = [];
  const stages = scenes.map(
    (one, index): Staged => ({
      fromSeconds: one.fromSeconds,
      get stage() {
        built[index] ??= build(one.scene, options);
        return built[index];
      },
    }),
  );
  const indexAt = (seconds: number): number => stages.findLastIndex(({ fromSeconds }) => seconds >= fromSeconds);
  const overAt = (index: number): number =>
    Math.min(OVER_SECONDS, ((stages[index + 1]?.fromSeconds ?? durationSeconds) - stages[index]!.fromSeconds) * 0.6);
  return {
    durationSeconds,
    momentAt: (seconds) => stages[indexAt(seconds)]!.stage.momentAt(seconds),
    overlapAt(seconds) {
      const index = indexAt(seconds);
      if (index === 0) return undefined;
      const share = 1 - smoothstep(0, overAt(index), seconds - stages[index]!.fromSeconds);
      return share < 0.004 ? undefined : { moment: stages[index - 1]!.stage.momentAt(seconds), share };
    },
    stillSeconds: durationSeconds * 0.97,
    get cues() {
      return joined(stages, durationSeconds, 'cues');
    },
    get allCues() {
      return joined(stages, durationSeconds, 'allCues');
    },
  };
}

function turned(
  scene: Scene,
  season: Scene['season'] = scene.season,
  weather: Scene['weather'] = scene.weather,
): Scene {
  const isWet = weather === 'rain' || weather === 'storm';
  const { weather: before, sounds } = scene;
  const ofWeather = new Set(['rain', 'thunder', 'birds', 'crickets']);
  return {
    ...scene,
    season,
    weather,
    wetGround: weather === before ? scene.wetGround : isWet,
    haze: weather === before ? scene.haze : weather === 'fog' ? 0.6 : weather === 'storm' ? 0.25 : 0,
    wind: weather === 'storm' ? 0.9 : scene.wind,
    sounds:
      weather === before
        ? sounds
        : [
            ...sounds.filter((kind) => !ofWeather.has(kind)),
            ...(isWet ? (['rain'] as const) : weather === 'clear' ? (['birds'] as const) : []),
            ...(weather === 'storm' ? (['thunder'] as const) : []),
          ],
  };
}

/** Each stage is heard while it is seen; what all of them have is heard all the while, from the first. */
function joined(stages: readonly Staged[], durationSeconds: number, which: 'cues' | 'allCues'): Stage['cues'] {
  const kinds = stages.map(({ stage }) => new Set(stage[which].map(({ kind }) => kind)));
  return stages.flatMap(({ fromSeconds, stage }, index) => {
    const ends = stages[index + 1]?.fromSeconds ?? durationSeconds;
    return stage[which].flatMap((cue) => {
      const isAlways = kinds.every((set) => set.has(cue.kind));
      if (isAlways) return index === 0 ? [cue] : [];
      const last = cue.startSeconds + cue.durationSeconds;
      // What happens once belongs to the stage in which it begins.
      if (cue.durationSeconds < durationSeconds * 0.8)
        return cue.startSeconds >= fromSeconds && cue.startSeconds < ends ? [cue] : [];
      const [from, to] = [Math.max(fromSeconds, cue.startSeconds), Math.min(ends + 0.8, last)];
      if (to - from < 0.3) return [];
      const length = to - from;
      const soft = Math.min(1, length * 0.4);
      return [
        {
          ...cue,
          startSeconds: from,
          durationSeconds: length,
          envelope: [
            [0, from === 0 ? 1 : 0],
            [soft, 1],
            [length - soft, 1],
            [length, to >= durationSeconds ? 1 : 0],
          ] as const,
        },
      ];
    });
  });
}
