import { createLexicon, EditError, readInstruction } from '@openimagine/scene';
import { describe, expect, it } from 'vitest';
import { loadLexiconSources } from '../lexicon-files.ts';
import { CLIP_INSTRUCTIONS } from './instructions/clip.table.ts';
import { EVERYDAY_LOOKS } from './instructions/everyday-looks.table.ts';
import { EVERYDAY_THINGS } from './instructions/everyday-things.table.ts';
import { FOREIGN_INSTRUCTIONS } from './instructions/languages.table.ts';
import { LOOK_INSTRUCTIONS } from './instructions/looks.table.ts';
import { PICTURE_INSTRUCTIONS, PICTURE_REFUSALS } from './instructions/pictures.table.ts';
import { REFUSALS } from './instructions/refusals.table.ts';
import { THING_INSTRUCTIONS } from './instructions/things.table.ts';
import { WORLD_LANGUAGES } from './instructions/world-languages.table.ts';
import { tell } from './tell-operation.ts';

const lexicon = createLexicon(loadLexiconSources());
const CLIP = { lexicon, inputs: { kind: 'video', count: 1 } } as const;
const OF_A_CLIP = [
  ...LOOK_INSTRUCTIONS,
  ...THING_INSTRUCTIONS,
  ...CLIP_INSTRUCTIONS,
  ...FOREIGN_INSTRUCTIONS,
  ...EVERYDAY_LOOKS,
  ...EVERYDAY_THINGS,
  ...WORLD_LANGUAGES,
];
const PICTURES = { lexicon, inputs: { kind: 'image', count: 3 } } as const;

describe('instructions', () => {
  it.each(OF_A_CLIP)('for a clip: %s', (prompt, expected) => {
    expect(readInstruction(prompt, CLIP).operations.map(tell).join(' · ')).toBe(expected);
  });

  it.each(PICTURE_INSTRUCTIONS)('for pictures: %s', (prompt, expected) => {
    expect(readInstruction(prompt, PICTURES).operations.map(tell).join(' · ')).toBe(expected);
  });

  it.each(['make her smile', 'dance', 'asdf qwer', '', '!!!', 'loop it', "don't change anything", 'add the title ""'])(
    'refuses what it cannot do, and says what it can: %s',
    (prompt) => {
      expect(() => readInstruction(prompt, CLIP)).toThrow(EditError);
      expect(() => readInstruction(prompt, CLIP)).toThrow(/restyle.*"Make it rain"/);
    },
  );

  it.each(PICTURE_REFUSALS)('says of several pictures why it cannot: %s', (prompt, why) => {
    expect(() => readInstruction(prompt, PICTURES)).toThrow(why);
  });

  it.each(REFUSALS)('says why it cannot: %s', (prompt, why) => {
    expect(() => readInstruction(prompt, CLIP)).toThrow(EditError);
    expect(() => readInstruction(prompt, CLIP)).toThrow(why);
    expect(() => readInstruction(prompt, CLIP)).toThrow(/restyle.*"Make it rain"/);
  });

  it.each([
    [
      'Make it rain and crop it to a square',
      /^The video, rain added\. Not done: “crop it to a square”\. The result keeps/,
    ],
    ['contrast −5000 %', /faded\. The contrast is lowered as far as the draft engine goes, not by 5000 %/],
    ['make it sunny and rainy', /rain added\. “sun” was left out/],
    ['anime and an oil painting, make it a watercolor', /a watercolour\. “anime” was left out/],
    ['write "Hi" on her t-shirt', /titled “Hi”\. Words are written over the picture, and not on the t-shirt/],
    ['make the sky more dramatic', /cinema\. The whole video has that look, not the sky alone/],
    ["add a golden crown on the cat's head and a red cape", /crown put on the cat\. Not done: “a red cape”/],
  ])('tells what is really done: %s', (prompt, expected) => {
    expect(readInstruction(prompt, CLIP).description).toMatch(expected);
  });

  it.each([
    ['add the title \\"Hello\\"', 'Hello'],
    ['add title "She said \\"hi\\" to me"', 'She said "hi" to me'],
    ['Add the text ‘Don’t panic’', 'Don’t panic'],
    ['a title that says “It’s a dog’s life”', 'It’s a dog’s life'],
    ['add the title "Line one\\nLine two"', 'Line one\nLine two'],
    ['add the title "½ off™ ﬁne"', '½ off™ ﬁne'],
    ['add the title "Party 👩‍🚀🎉"', 'Party 👩‍🚀🎉'],
    [`add the title "${'long '.repeat(50).trim()}"`, 'long '.repeat(50).trim()],
  ])('a title is put up as it was written: %s', (prompt, text) => {
    const [title] = readInstruction(prompt, CLIP).operations;
    expect(title).toMatchObject({ kind: 'title', text });
  });

  it('a speed beyond what is played is told as it is played', () => {
    expect(readInstruction('speed it up 100000x', CLIP).operations).toEqual([{ kind: 'speed', factor: 8 }]);
    expect(readInstruction('slow down 100 times', CLIP).operations).toEqual([{ kind: 'speed', factor: 0.25 }]);
  });

  it('what was not understood is told', () => {
    const { ignored, description } = readInstruction('Make it rain and make her juggle', CLIP);
    expect(ignored).toEqual(['make her juggle']);
    expect(description).toBe('The video, rain added. Not understood: “make her juggle”.');
  });

  it('a tag counts from 0, or from 1 where no 0 occurs and the highest is the number of inputs', () => {
    const pasted = (prompt: string) => readInstruction(prompt, PICTURES).operations.map(tell).join();
    expect(pasted('Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>')).toBe('paste dog of 1 on sofa (couch) of 0');
    expect(pasted('Put the dog from <IMAGE_3> on the sofa in <IMAGE_1>')).toBe('paste dog of 2 on sofa (couch) of 0');
  });

  it('a tag without an input is refused by its name', () => {
    expect(() => readInstruction('Put the dog from <IMAGE_7> on the sofa', PICTURES)).toThrow(/<IMAGE_7>.*3 images/);
  });

  it('no text makes it throw anything but an EditError, or work for long', { timeout: 5000 }, () => {
    const odd = [
      '"'.repeat(300),
      '«»«»',
      '<IMAGE_0>'.repeat(50),
      'add '.repeat(500),
      '\ud800',
      'and and and, , ,',
      '@0@',
      ', '.repeat(2000),
      '‘'.repeat(4000),
      'and '.repeat(1000),
      'add \u0000 a \u202e cat @7@ <IMAGE_0>',
      '背景'.repeat(500),
    ];
    for (const prompt of odd) {
      try {
        readInstruction(prompt, CLIP);
      } catch (error) {
        expect(error).toBeInstanceOf(EditError);
      }
    }
  });
});
