import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scene } from '../scene.ts';
import { describeScene } from './describe.ts';
import { missingFrom } from './expect-scene.ts';
import { readForTest as read } from './test-lexicon.ts';

/** Prompts that tie many things together. */
const ENTANGLED = [
  'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background',
  'Two black cats and one orange cat sitting on a red sofa',
  'A wooden shop sign that says "FRESH BREAD" above a bakery door, morning light',
  'A blue car to the left of a yellow bus, in front of a snowy mountain',
  'Pixel art of a knight fighting a green dragon in front of a castle',
  'A cat between a dog and a bird, one of them on his shoulder, they wear red hats',
  'Three men around a fire, one holds her hand, without cars, people or trees',
  'She says "go" and he rides it, a family of four under a pirate’s wing with blue eyes',
  'A vase of five lilies with white petals on a table next to a house with a red roof',
];

describe('readPrompt', () => {
  test('the same prompt and seed give an equal scene', () => {
    for (const prompt of ['a', 'two dogs', '雪']) expect(read(prompt, 7)).toEqual(read(prompt, 7));
  });

  test('an unknown thing is drawn as a simple shape and told', () => {
    const { actors, substitutions } = read('A small flibbertigibbet on a table');
    expect(actors.map(({ kind }) => kind)).toEqual(['standIn', 'table']);
    expect(substitutions).toEqual([{ word: 'flibbertigibbet', by: 'a simple shape' }]);
  });

  test('a word without a body is shown by something that stands for it, and that is told', () => {
    const scene = read('freedom, oil painting');
    expect(scene.style).toBe('oil');
    expect(missingFrom(scene, 'shore | bird =seagull fly')).toEqual([]);
    expect(scene.substitutions).toContainEqual({ word: 'freedom', by: 'seagull' });
  });

  test('a prompt of emoji alone is read by their names; beside words they only decorate', () => {
    expect(missingFrom(read('🐶'), '| dog')).toEqual([]);
    expect(read('a cat 🐶').actors.map(({ kind }) => kind)).toEqual(['cat']);
  });

  test('animals go to the model of their shape', () => {
    for (const [word, kind] of Object.entries({
      cow: 'cow',
      penguin: 'penguin',
      corgis: 'dog',
      shark: 'shark',
    }))
      expect(read(`two ${word} at noon`).actors[0]?.kind, word).toBe(kind);
  });

  test('flowers in a vase are cut, and the vase holds no others', () => {
    const { actors } = read('A vase of tulips');
    expect(actors.find(({ kind }) => kind === 'flower')).toMatchObject({ count: 7, relation: { kind: 'inside' } });
    expect(actors.find(({ kind }) => kind === 'vase')?.attributes).toContain('filled');
  });

  test('who is on a chair sits, and what stands in a vase on a table leaves the vase there', () => {
    expect(read('A queen on a throne').actors[0]?.pose).toBe('sitting');
    expect(missingFrom(read('A vase of sunflowers on a table'), '| vase on:table | flower inside:vase')).toEqual([]);
    expect(missingFrom(read('A laptop on a desk next to a cup'), '| cup on:table')).toEqual([]);
  });

  test('what is being made or mended is beside its maker, and one pair of headphones is one thing', () => {
    expect(missingFrom(read('An old fisherman mending nets on a pier'), '| person =fisherman')).toEqual([]);
    expect(read('A pair of headphones').actors).toMatchObject([{ kind: 'headphones', count: 1 }]);
  });

  test('who is under a tree is outdoors, whatever is held', () => {
    expect(read('A girl reading a book under a tree').set).toBe('field');
    expect(describeScene(read('A burning house'))).toContain('house burning');
  });

  test('fruit and vegetables are things of their own, in other languages too', () => {
    expect(missingFrom(read('Une pomme rouge sur une table'), '| fruit on:table')).toEqual([]);
    expect(missingFrom(read('A hamster next to a carrot'), '| thing =carrot | !car')).toEqual([]);
    expect(missingFrom(read('A cherry tree in spring'), '| tree blossom | !thing')).toEqual([]);
  });

  test('words of light, style and camera are never things', () => {
    const scene = read('Cinematic background, dramatic light, beautiful atmosphere, high quality, 8k, depth of field');
    expect(scene.style).toBe('cinematic');
    expect(scene.actors.filter(({ kind }) => kind === 'standIn' || kind === 'thing')).toEqual([]);
  });

  test('no weather is made of weather that is denied', () => {
    expect(read('A city street without rain, no fog').weather).toBe('clear');
  });

  test('relations and substitutions name only what is there', () => {
    for (const prompt of ENTANGLED) {
      const { actors } = read(prompt);
      const ids = new Set(actors.map(({ id }) => id));
      expect(ids.size).toBe(actors.length);
      for (const { id, relation } of actors)
        if (relation) expect(ids.has(relation.to) && relation.to !== id).toBe(true);
    }
  });

  test('any string gives a scene that passes the schema and can be described', () => {
    const vocabulary = fc.constantFrom(
      ...ENTANGLED.flatMap((prompt) => prompt.split(' ')),
      '"',
      '“',
      ',',
      '.',
      'no',
      'of',
      'and',
      'の',
      '上',
      '1000000',
      '-',
      "'",
    );
    const soup = fc.array(vocabulary, { maxLength: 60 }).map((words) => words.join(' '));
    const raw = fc.string({ unit: 'binary', maxLength: 400 });
    const halves = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(soup, raw, halves), fc.integer(), (prompt, seed) => {
        const scene = read(prompt, seed);
        expect(Scene.safeParse(scene).error).toBeUndefined();
        const sentence = describeScene(scene);
        expect(sentence.length).toBeGreaterThan(10);
        expect(sentence.length).toBeLessThanOrEqual(600);
      }),
      { numRuns: 400, seed: 20261122 },
    );
  });

  test('8,000 characters of anything are read', () => {
    for (const unit of ['cat and ', '"', '((', '雪の中の', '\u0000', '\ud83d', 'no ', 'a-', 'x', ' on a', '“a ']) {
      const scene = read(unit.repeat(8000).slice(0, 8000));
      expect(Scene.safeParse(scene).error).toBeUndefined();
      expect(scene.actors.length).toBeLessThanOrEqual(24);
    }
  });
});
