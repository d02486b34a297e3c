import { expect, test } from 'vitest';
import { readForTest } from '../read/test-lexicon.ts';
import { roomStyle } from './room-style.ts';

test.each([
  ['Inside a cozy wooden cabin with a rocking chair', true],
  ['Interior of a mountain chalet', true],
  ['A rocking chair in a log cabin', true],
  ['A man in a room reading about a cabin', false],
  ['A cat on a sofa', false],
])('%s: walls of logs %s', (prompt, isLog) => {
  expect(roomStyle(readForTest(prompt)).isLog).toBe(isLog);
});
