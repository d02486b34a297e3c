import { expect, test } from 'vitest';
import type { SetKind } from '../scene.ts';
import { stageScene } from '../stage/stage-scene.ts';
import { options, sceneOf } from '../stage/test-stage.ts';

const shown = (set: SetKind, without: string[] = []): number => {
  const scene = sceneOf({ set, ...(without.length > 0 ? { without } : {}) });
  return stageScene(scene, options(320, 180)).momentAt(0).instances.length;
};

test.each(['park', 'forest', 'lake', 'meadow', 'savanna', 'village'] as const)('%s can do without trees', (set) => {
  expect(shown(set, ['trees'])).toBeLessThan(shown(set));
});

test('without plants there are neither trees nor flowers', () => {
  expect(shown('garden', ['plants'])).toBeLessThan(shown('garden', ['flowers']));
  expect(shown('garden', ['cars'])).toBe(shown('garden'));
});

test('a night without stars is dark', () => {
  const scene = sceneOf({ set: 'desert', time: 'night', without: ['stars'] });
  expect(stageScene(scene, options(320, 180)).momentAt(0).sky.stars).toBe(0);
});
