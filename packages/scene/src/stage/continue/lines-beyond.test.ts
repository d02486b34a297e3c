import { expect, test } from 'vitest';
import { readPrompt } from '../../read/read-prompt.ts';
import { TEST_LEXICON } from '../../read/test-lexicon.ts';
import { stageScene } from '../stage-scene.ts';
import { options } from '../test-stage.ts';
import { readSequel } from './read-sequel.ts';

const D = 4;
const read = { lexicon: TEST_LEXICON, seed: 1 };
const say = () => ({ samples: Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i / 9)), sampleRate: 16_000 });

function goOn(prompt: string, next: string) {
  const scene = readPrompt(prompt, read);
  const sequel = readSequel(next, scene, read);
  const { assets, ...rest } = options(320, 180);
  const film = { ...rest, assets: { ...assets, say }, durationSeconds: D };
  const alone = stageScene(scene, film);
  const longer = stageScene(scene, { ...film, sequels: [{ sequel, fromSeconds: D, toSeconds: D + 4 }] });
  return { sequel, alone, longer };
}

test.each([
  ['a robot in a field', 'The robot says "Goodbye, friend"', 'Goodbye, friend'],
  ['a woman in a park', 'She says "See you soon"', 'See you soon'],
  ['a man who says "Hello" in a room', 'The man says "And farewell"', 'And farewell'],
])('%s, then %s: said aloud where the film goes on', (prompt, next, words) => {
  const { sequel, alone, longer } = goOn(prompt, next);
  expect(sequel.lines).toEqual([{ actorId: expect.stringMatching(/-1$/), says: words }]);
  const spoken = longer.allCues.find(({ kind, text }) => kind === 'speech' && text === words);
  expect(spoken?.startSeconds).toBeGreaterThan(D);
  expect(spoken?.say).toBeDefined();
  expect(longer.momentAt(D - 0.1).instances.map(({ matrix }) => [...matrix])).toEqual(
    alone.momentAt(D - 0.1).instances.map(({ matrix }) => [...matrix]),
  );
});

test('who comes in speaks when he has come', () => {
  const { longer } = goOn('a dog in a field', 'A man says "There you are"');
  const spoken = longer.allCues.find(({ kind }) => kind === 'speech');
  expect(spoken?.text).toBe('There you are');
  expect(spoken?.startSeconds).toBeGreaterThan(D + 1);
  expect(spoken?.say).toBeDefined();
});
