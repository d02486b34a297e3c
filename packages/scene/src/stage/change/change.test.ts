import { describe, expect, it } from 'vitest';
import type { Change, SceneActor } from '../../scene.ts';
import { stageScene } from '../stage-scene.ts';
import { options, sceneOf } from '../test-stage.ts';

const staged = (actor: Partial<SceneActor>, ...changes: Change[]) =>
  stageScene(sceneOf({ set: 'field', actors: [{ isSubject: true, ...actor, changes }] }), options(320, 180));
const halfway = (kind: Change['kind']): Change => ({ kind, from: 0.4, to: 0.6 });
/** The heights of what moves, at a time: sets stand still. */
const heights = (stage: ReturnType<typeof staged>, seconds: number): number[] =>
  stage
    .momentAt(seconds)
    .instances.filter(({ isStatic }) => isStatic === false)
    .map(({ matrix }) => matrix[13]!);

describe('what becomes of things', () => {
  it('a vase that breaks is there until then, and in pieces afterwards', () => {
    const stage = staged({ kind: 'vase', word: 'vase' }, halfway('break'));
    expect(heights(stage, 7).length).toBeGreaterThan(heights(stage, 1).length + 20);
    expect(stage.cues.find(({ kind }) => kind === 'shatter')?.startSeconds).toBeCloseTo(3.2);
  });

  it('a rocket that lands comes from above and stands', () => {
    const stage = staged({ kind: 'rocket', word: 'rocket' }, { kind: 'land', from: 0.05, to: 0.75 });
    const at = (seconds: number): number => Math.max(...heights(stage, seconds));
    expect(at(0.5)).toBeGreaterThan(at(4));
    expect(at(4)).toBeGreaterThan(at(7.5));
    expect(at(7)).toBeCloseTo(at(7.9), 3);
    expect(stage.cues.some(({ kind }) => kind === 'launch')).toBe(true);
  });

  it('who arrives is out of the picture before', () => {
    const stage = staged(
      { kind: 'dog', word: 'dog', motion: { kind: 'walk', speed: 1 } },
      { kind: 'arrive', from: 0.5, to: 0.8 },
    );
    expect(heights(stage, 2)).toHaveLength(0);
    expect(heights(stage, 7).length).toBeGreaterThan(0);
  });

  it('a candle that goes out gives no light', () => {
    const stage = staged({ kind: 'candle', word: 'candle', motion: { kind: 'flicker', speed: 1 } }, halfway('goOut'));
    const light = (seconds: number): number =>
      stage.momentAt(seconds).lights.reduce((sum, { color }) => sum + color[0], 0);
    expect(light(6)).toBeLessThan(light(1) - 0.3);
  });

  it('what turns into something else leaves its place to it', () => {
    const stage = stageScene(
      sceneOf({
        set: 'field',
        actors: [
          { kind: 'cat', word: 'cat', isSubject: true, changes: [halfway('vanish')] },
          { kind: 'dog', word: 'dog', relation: { kind: 'insteadOf', to: 'a-0' }, changes: [halfway('appear')] },
        ],
      }),
      options(320, 180),
    );
    expect(heights(stage, 1).length).toBeGreaterThan(0);
    expect(heights(stage, 7).length).toBeGreaterThan(0);
  });
});

describe('turns', () => {
  it('a year is one film: each season fades into the next, and any moment can be asked for alone', () => {
    const scene = sceneOf({
      set: 'field',
      season: 'summer',
      turns: [{ at: 0.5, season: 'winter', weather: 'snow' }],
      actors: [{ kind: 'tree', word: 'oak', isSubject: true }],
    });
    const stage = stageScene(scene, options(320, 180));
    expect(stage.overlapAt?.(2)).toBeUndefined();
    const over = stage.overlapAt?.(4.2);
    expect(over?.share).toBeGreaterThan(0.5);
    expect(stage.overlapAt?.(7)).toBeUndefined();
    const again = stageScene(scene, options(320, 180));
    expect(again.momentAt(6).camera).toEqual(stage.momentAt(6).camera);
    expect(stage.momentAt(3.9).camera.verticalFovDegrees).toBe(stage.momentAt(4.1).camera.verticalFovDegrees);
  });
});
