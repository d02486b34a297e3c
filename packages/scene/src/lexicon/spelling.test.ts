import { expect, test } from 'vitest';
import { createSpeller } from './spelling.ts';

const speller = createSpeller(
  'balloon birthday castle umbrella dinosaur green tiger mountain bread people striped'.split(' '),
);

test.each([
  ['baloons', 'balloons'],
  ['bithday', 'birthday'],
  ['castel', 'castle'],
  ['umbrela', 'umbrella'],
  ['dinasour', 'dinosaur'],
  ['grean', 'green'],
  ['tigger', 'tiger'],
  ['mountian', 'mountain'],
  ['swiming', 'swimming'],
])('%s was meant for %s', (word, right) => {
  expect(speller.correct(word)).toBe(right);
});

test.each(['castle', 'bred', 'stark', 'stripped', 'cloudless', 'xylophone', 'kyoto', 'greener'])(
  '%s keeps its letters',
  (word) => {
    expect(speller.correct(word)).toBeUndefined();
  },
);
