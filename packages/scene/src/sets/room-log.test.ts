import { expect, test } from 'vitest';
import { sceneOf } from '../stage/test-stage.ts';
import { roomStyle } from './room-style.ts';

test.each([
  ['Inside a cozy wooden cabin with a rocking chair', true],
  ['Interior of a mountain chalet', true],
  ['A cat on a sofa', false],
])('%s: walls of logs %s', (prompt, isLog) => {
  expect(roomStyle(sceneOf({ set: 'room', prompt })).isLog).toBe(isLog);
});
