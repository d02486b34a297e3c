import { describe, expect, it } from 'vitest';
import { LightKind, Mood } from '../scene.ts';
import { stageScene } from './stage-scene.ts';
import { options, type Part, sceneOf } from './test-stage.ts';

const DOG: Part = { set: 'park', actors: [{ isSubject: true }] };
const momentOf = (part: Part) => stageScene(sceneOf({ ...DOG, ...part }), options()).momentAt(2);
const sum = (color: readonly number[]): number => color.reduce((a, b) => a + b, 0);

describe('light by its kind', () => {
  const plain = momentOf({});

  it.each(LightKind.options.filter((kind) => kind !== 'godRays'))('%s is seen', (kind) => {
    const lit = momentOf({ light: [kind] });
    expect([lit.sun, lit.ambient, lit.grade]).not.toEqual([plain.sun, plain.ambient, plain.grade]);
    expect(lit.instances.length).toBe(plain.instances.length);
  });

  it.each(Mood.options)('a mood that is %s is seen', (mood) => {
    expect(momentOf({ mood }).grade).not.toEqual(plain.grade);
  });

  it('low key is darker than plain, high key is lighter', () => {
    const up = (part: Part) => sum(momentOf(part).ambient.up);
    expect(up({ light: ['lowKey'] })).toBeLessThan(up({}) * 0.5);
    expect(up({ light: ['highKey'] })).toBeGreaterThan(up({}) * 1.2);
  });

  it('a candle is warm, near the subject, and trembles', () => {
    const stage = stageScene(sceneOf({ ...DOG, light: ['candlelight'] }), options());
    const [now, later] = [1, 1.3].map((seconds) => stage.momentAt(seconds).lights[0]!);
    expect(now!.color[0]).toBeGreaterThan(now!.color[2] * 2);
    expect(Math.hypot(...now!.position)).toBeLessThan(6);
    expect(later!.color).not.toEqual(now!.color);
  });

  it('moonlight brings a moon where the sky is seen, a spotlight brings its cone', () => {
    expect(momentOf({ time: 'night', light: ['moonlit'] }).sky.discs).toHaveLength(1);
    expect(momentOf({ set: 'room', time: 'night', light: ['moonlit'] }).sky.discs ?? []).toHaveLength(0);
    expect(momentOf({ light: ['spotlight'] }).sprites.length).toBe(plain.sprites.length + 1);
  });
});
