import { describe, expect, it } from 'vitest';
import { missingFrom } from './expect-scene.ts';
import { readPrompt } from './read-prompt.ts';
import { TEST_LEXICON } from './test-lexicon.ts';

const CASES: readonly (readonly [prompt: string, expected: string])[] = [
  ['A boy running through a field, chased by a brown dog', 'field | boy run | brown dog run behind:person'],
  [
    'Instead of a horse, the knight rides a giant snail through a village',
    'village | person riding:snail | snail large',
  ],
  ['A tiny mouse riding on the back of a hedgehog', '| mouse riding:hedgehog'],
  ['A woman in red walking down a street', 'street | red woman walk'],
  ['A merchant dressed in purple velvet at a market', 'market | purple person'],
  ['Not a cat but a dog sitting on a green armchair', '| dog sitting on:chair | !cat'],
  ['A tall, dark stranger in a black, flowing coat', '| person coat=black'],
  ['A robot butler serving tea in a parlor', '| robot'],
  ['A chef dog flipping pancakes in a bright kitchen', 'kitchen | dog does:flip'],
  ['A chef slicing salmon', 'kitchen | person does:slice'],
  ['A train winding through snowy mountains, smoke rising from its locomotive', '| 1 train'],
  ['Three hot air balloons, the biggest one red', '| 2 balloon | 1 red balloon'],
  [
    'Soft morning light filters through the ancient oaks, a white stag in the forest',
    'forest morning | white deer | !standIn',
  ],
  ['An ant carrying a green leaf twice its size, macro', 'macro | =ant | !standIn'],
  ['A woman descending a staircase in a red dress', '| person dress=red walk'],
  ['Three boys flying kites on a beach', 'shore | 3 boy idle'],
  ['A skateboarder mid-air in a city square', 'plaza | person jump'],
  ['A woman with an umbrella and a man with a suitcase on a bridge', '| umbrella | person holding:bag'],
  ['A mouse in a tiny red car racing past a snail on a garden path', 'garden | mouse | red car | snail'],
  ['A girl feeding a giraffe from a balcony', '| girl does:feed | giraffe'],
  ['A dog in an astronaut helmet looking out of a spaceship window', 'spaceship | dog'],
  ['A woman and a man with a suitcase meet on a bridge', '| woman on:bridge | man on:bridge'],
  ['Giant mushrooms towering over a tiny cottage', '| mushroom large behind:house'],
  ['A kitten chasing a butterfly while its mother watches', '| cat run | 1 butterfly | cat does:watch'],
  ['A snow leopard resting on a ledge', '| !standIn'],
];

describe('flowery prompts', () => {
  it.each(CASES)('%s', (prompt, expected) => {
    expect(missingFrom(readPrompt(prompt, { lexicon: TEST_LEXICON, seed: 1 }), expected)).toEqual([]);
  });
});
