import { describe, expect, it } from 'vitest';
import type { Coverage, Sight } from '../../vision/sight.ts';
import { plainSight } from '../test-pictures.ts';
import { readAction, readHeading } from './action-words.ts';
import { readCast } from './read-cast.ts';

const whole = (share: number): Coverage => ({
  width: 10,
  height: 10,
  data: Uint8Array.from({ length: 100 }, (_, at) => (at < share * 100 ? 255 : 0)),
});
const dog: Sight = { ...plainSight(400, 300), regions: { subject: whole(0.3) }, subjectLabel: 'dog' };
const cat: Sight = { ...dog, subjectLabel: 'cat' };
const lake: Sight = { ...plainSight(400, 300), regions: { sky: whole(0.5), water: whole(0.3) } };
const sofa: Sight = { ...dog, subjectLabel: 'couch' };
const room = plainSight(400, 300);

const rolesIn = (prompt: string, sights: readonly Sight[]) => {
  const { actors, places } = readCast(prompt, sights);
  return { actors: actors.map(({ image, action }) => `${image} ${action}`), places };
};

describe('what each picture of an order is for', () => {
  it.each([
    ['<IMAGE_0> walks through <IMAGE_1>', [dog, lake], ['0 walk'], [1]],
    ['<IMAGE_1> walks through <IMAGE_2>', [dog, lake], ['0 walk'], [1]],
    ['In <IMAGE_1>, <IMAGE_0> is running to the left', [dog, lake], ['0 run'], [1]],
    ['the cat from <IMAGE_0> sits on the sofa in <IMAGE_1>', [cat, room], ['0 rest'], [1]],
    ['The woman in <IMAGE_0> dances at the beach of <IMAGE_1>', [room, lake], ['0 dance'], [1]],
    ['<IMAGE_0> and <IMAGE_1> dance in the rain', [dog, cat], ['0 dance', '1 dance'], []],
    ['<IMAGE_0> swims with <IMAGE_1> in <IMAGE_2>', [dog, cat, lake], ['0 swim', '1 swim'], [2]],
    ['Use <IMAGE_1> as the background, <IMAGE_0> waves', [dog, dog], ['0 wave'], [1]],
    ['a film of <IMAGE_0> flying over <IMAGE_1> and <IMAGE_2>', [dog, lake, room], ['0 fly'], [1, 2]],
    ['the dog runs on a beach', [dog], ['0 run'], []],
    ['the dog from <IMAGE_1> chases the cat from <IMAGE_2> in <IMAGE_0>', [lake, dog, room], ['1 run', '2 run'], [0]],
    ['the kitten jumps on the sofa', [cat, sofa], ['0 jump'], [1]],
    ['the sofa flies', [sofa], ['0 fly'], []],
    ['', [dog, lake], ['0 walk'], [1]],
    ['', [lake], [], [0]],
  ])('%s', (prompt, sights, actors, places) => {
    expect(rolesIn(prompt, sights)).toEqual({ actors, places });
  });

  it('seven pictures', () => {
    const prompt = '<IMAGE_0>, <IMAGE_1>, <IMAGE_2>, <IMAGE_3> and <IMAGE_4> walk through <IMAGE_5> and <IMAGE_6>';
    const { actors, places } = rolesIn(prompt, [dog, cat, dog, cat, dog, lake, room]);
    expect(actors).toEqual(['0 walk', '1 walk', '2 walk', '3 walk', '4 walk']);
    expect(places).toEqual([5, 6]);
  });

  it('each does what is said of it', () => {
    expect(rolesIn('<IMAGE_0> runs while <IMAGE_1> sleeps', [dog, cat]).actors).toEqual(['0 run', '1 rest']);
  });

  it('hears where, which way and how fast', () => {
    const { actors, setting } = readCast('the dog slowly walks from right to left on a snowy beach at dusk', [dog]);
    expect(setting).toBe('a snowy beach at dusk');
    expect(actors[0]).toMatchObject({ heading: -1, word: 'dog' });
    expect(actors[0]!.speed).toBeLessThan(1);
  });

  it('believes the prompt rather than the detector', () => {
    expect(readCast('my brown dog is happily running', [cat]).actors[0]!.word).toBe('dog');
    expect(readCast('the old dog from <IMAGE_0> runs', [cat]).actors[0]!.word).toBe('old dog');
    expect(readCast('<IMAGE_0> runs', [cat]).actors[0]!.word).toBe('cat');
  });

  it('weather is not a place', () => {
    expect(readCast('<IMAGE_0> and <IMAGE_1> dance in the pouring rain', [dog, cat]).setting).toBe('');
    expect(readCast('<IMAGE_0> walks through the scene', [dog]).setting).toBe('');
    expect(readCast('<IMAGE_0> walks in a rainy street', [dog]).setting).toBe('a rainy street');
  });

  it('knows what to sit on', () => {
    expect(readCast('the kitten jumps on the sofa', [cat, sofa]).actors[0]!.on).toBe('sofa');
    expect(readCast('the cat from <IMAGE_0> sits on the red sofa in <IMAGE_1>', [cat, room]).actors[0]!.on).toBe(
      'sofa',
    );
  });
});

describe('words of what a figure does', () => {
  it.each([
    ['it trots along', 'walk'],
    ['sprinting', 'run'],
    ['walks towards us', 'approach'],
    ['takes off', 'rise'],
    ['is sailing', 'swim'],
    ['naps', 'rest'],
    ['is lying there', 'rest'],
    ['nothing of the kind', undefined],
  ])('%s: %s', (text, action) => {
    expect(readAction(text)?.action).toBe(action);
  });

  it.each([
    ['to the left', -1],
    ['from left to right', 1],
    ['from the left', 1],
    ['rightwards', 1],
    ['anywhere', undefined],
  ])('%s: %s', (text, heading) => {
    expect(readHeading(text)).toBe(heading);
  });
});
