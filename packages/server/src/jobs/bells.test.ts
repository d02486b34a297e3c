import { expect, it } from 'vitest';
import { createBells } from './bells.ts';

it('a ring that comes after next and before it is awaited is heard', async () => {
  const bells = createBells();
  const bell = bells.hang('a');
  const rung = bell.next();
  bells.ring('a');
  await rung;
});

it('a ring before next is not', async () => {
  const bells = createBells();
  const bell = bells.hang('a');
  bells.ring('a');
  const rung = bell.next();
  expect(await Promise.race([rung.then(() => 'heard'), Promise.resolve('not yet')])).toBe('not yet');
});

it('all bells of an id ring, and no other', async () => {
  const bells = createBells();
  const heard: string[] = [];
  for (const [name, id] of [
    ['one', 'a'],
    ['two', 'a'],
    ['three', 'b'],
  ] as const)
    void bells
      .hang(id)
      .next()
      .then(() => heard.push(name));
  bells.ring('a');
  await Promise.resolve();
  expect(heard).toEqual(['one', 'two']);
});

it('is forgotten once its last bell is taken down', () => {
  const bells = createBells();
  const [one, two] = [bells.hang('a'), bells.hang('a')];
  one.remove();
  one.remove();
  expect(bells.ids()).toEqual(['a']);
  two.remove();
  expect(bells.ids()).toEqual([]);
});
