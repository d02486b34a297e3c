import { createLexicon, EditError, readInstruction } from '@openimagine/scene';
import { describe, expect, it } from 'vitest';
import { loadLexiconSources } from '../lexicon-files.ts';
import { CLIP_INSTRUCTIONS } from './instructions/clip.table.ts';
import { FOREIGN_INSTRUCTIONS } from './instructions/languages.table.ts';
import { LOOK_INSTRUCTIONS } from './instructions/looks.table.ts';
import { PICTURE_INSTRUCTIONS } from './instructions/pictures.table.ts';
import { THING_INSTRUCTIONS } from './instructions/things.table.ts';
import { tell } from './tell-operation.ts';

const lexicon = createLexicon(loadLexiconSources());
const CLIP = { lexicon, inputs: { kind: 'video', count: 1 } } as const;
const OF_A_CLIP = [...LOOK_INSTRUCTIONS, ...THING_INSTRUCTIONS, ...CLIP_INSTRUCTIONS, ...FOREIGN_INSTRUCTIONS];
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

  it('no text makes it throw anything but an EditError', () => {
    const odd = [
      '"'.repeat(300),
      '«»«»',
      '<IMAGE_0>'.repeat(50),
      'add '.repeat(500),
      '\ud800',
      'and and and, , ,',
      '@0@',
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
