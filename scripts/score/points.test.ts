import { readFile } from 'node:fs/promises';
import { createLexicon, readPrompt } from '@openimagine/scene';
import { describe, expect, it } from 'vitest';
import { loadLexiconSources } from '../../packages/engines/src/draft/lexicon-files.ts';
import { type ScoredPrompt, scorePoints } from './points.ts';

const prompts: ScoredPrompt[] = JSON.parse(
  await readFile(new URL('../../examples/score.json', import.meta.url), 'utf8'),
);
const lexicon = createLexicon(await loadLexiconSources());

describe('what is asked for is in the scene', () => {
  it.each(prompts)('$id: $prompt', (prompt) => {
    const points = scorePoints(prompt, readPrompt(prompt.prompt, { lexicon, seed: 1 }));
    expect(points.filter(({ lacks }) => lacks.length > 0)).toEqual([]);
  });
});

it('a thing that was not read is told', () => {
  const dogs: ScoredPrompt = {
    id: 'dogs',
    op: 'image',
    prompt: '',
    asked: [{ sense: 'see', what: 'two dogs', scene: '| 2 dog' }],
  };
  expect(scorePoints(dogs, readPrompt('a black dog', { lexicon, seed: 1 }))).toEqual([
    { what: 'see: two dogs', isInScene: false, lacks: ['2 dog'] },
  ]);
});
