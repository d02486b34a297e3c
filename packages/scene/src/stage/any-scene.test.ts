import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scene, SceneActor } from '../scene.ts';
import { stageScene } from './stage-scene.ts';
import { ASPECTS, options, type Part, sceneOf } from './test-stage.ts';

describe('any scene', () => {
  const anyActor = fc.record({
    kind: fc.constantFrom(...SceneActor.shape.kind.options),
    count: fc.integer({ min: 1, max: 3 }),
    size: fc.double({ min: 0.05, max: 10, noNaN: true }),
    pose: fc.constantFrom(...SceneActor.shape.pose.unwrap().options),
    place: fc.option(fc.constantFrom('left', 'right', 'center', 'foreground', 'background', 'top', 'bottom'), {
      nil: undefined,
    }),
    isSubject: fc.boolean(),
    motion: fc.record({
      kind: fc.constantFrom(
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
      ),
      direction: fc.option(fc.constantFrom('left', 'right', 'toward', 'away', 'up', 'down', 'around'), {
        nil: undefined,
      }),
      speed: fc.double({ min: 0.1, max: 4, noNaN: true }),
    }),
    relation: fc.option(
      fc.record({
        kind: fc.constantFrom(
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
          'riding',
        ),
        to: fc.constantFrom('a-0', 'a-1', 'nobody'),
      }),
      { nil: undefined },
    ),
  });
  const anyScene = fc.record({
    set: fc.constantFrom(...Scene.shape.set.options),
    time: fc.constantFrom(...Scene.shape.time.options),
    timeTo: fc.option(fc.constantFrom(...Scene.shape.time.options), { nil: undefined }),
    weather: fc.constantFrom(...Scene.shape.weather.options),
    season: fc.constantFrom(...Scene.shape.season.options),
    style: fc.constantFrom(...Scene.shape.style.options),
    haze: fc.double({ min: 0, max: 1, noNaN: true }),
    lightRays: fc.boolean(),
    actors: fc.array(anyActor, { maxLength: 2 }),
    camera: fc.record({
      shot: fc.constantFrom('wide', 'medium', 'close', 'aerial', 'topDown', 'low'),
      move: fc.constantFrom(
        'still',
        'drift',
        'panLeft',
        'panRight',
        'dollyIn',
        'dollyOut',
        'orbit',
        'craneUp',
        'craneDown',
        'flyOver',
        'track',
        'handheld',
      ),
      speed: fc.double({ min: 0.1, max: 4, noNaN: true }),
    }),
    events: fc.array(
      fc.record({ kind: fc.constantFrom('lightsUp', 'lightning', 'fireworks', 'timeLapse', 'lightStreaks') }),
      { maxLength: 2 },
    ),
  });

  it('gives finite numbers at every time', () => {
    fc.assert(
      fc.property(anyScene, fc.constantFrom(ASPECTS[0]!, ASPECTS[1]!, ASPECTS[3]!), (part, aspect) => {
        const stage = stageScene(sceneOf(part as Part), options(Math.round(360 * aspect), 360));
        for (const seconds of [0, stage.stillSeconds, 8])
          expect(badNumber(stage.momentAt(seconds), 'moment')).toBeUndefined();
        expect(badNumber(stage.cues, 'cues')).toBeUndefined();
      }),
      { numRuns: 200, seed: 11 },
    );
  }, 120_000);
});

/** The path of the first number that is not finite; what never changes is looked at once. */
const seen = new WeakSet<object>();
function badNumber(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  if (ArrayBuffer.isView(value)) {
    seen.add(value);
    return areFinite(value as Float32Array) ? undefined : path;
  }
  for (const key in value) {
    const item: unknown = value[key as keyof typeof value];
    const bad = badNumber(item, key);
    if (bad) return `${path}.${bad}`;
    if (key === 'mesh') seen.add(item as object);
  }
  return undefined;
}

function areFinite(values: Float32Array): boolean {
  let sum = 0;
  for (const value of values) sum += value * 0;
  return sum === 0;
}
