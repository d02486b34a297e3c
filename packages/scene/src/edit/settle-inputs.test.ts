import { describe, expect, it } from 'vitest';
import { seePicture } from '../vision/see-picture.ts';
import type { Sight } from '../vision/sight.ts';
import type { PasteOperation, Target } from './operation.ts';
import { settleInputs } from './settle-inputs.ts';

/** A picture in which one thing was seen, or, without a label, a place. */
function sightOf(label?: string): Sight {
  const picture = { width: 40, height: 30, rgba: new Uint8Array(4800).fill(120) };
  const box = { x: 10, y: 8, width: 12, height: 14 };
  const sight = seePicture(picture, { faces: [], bodies: [], things: label ? [{ label, score: 0.8, box }] : [] });
  const { subject: _, ...regions } = sight.regions;
  const coverage = { width: 1, height: 1, data: Uint8Array.of(255) };
  return label === undefined
    ? { ...sight, regions }
    : { ...sight, regions: { subject: coverage }, subjectBox: box, subjectLabel: label };
}

const animal = (label: string): Target => ({ word: label, kind: 'animal', label });
const MEADOW: Target = { word: 'meadow', kind: 'ground' };
const pasted = (target: Target): PasteOperation => ({
  kind: 'paste',
  target,
  onto: { relation: 'on' },
  anchor: MEADOW,
});
const told = (labels: readonly (string | undefined)[], operations: readonly PasteOperation[]) => {
  const { operations: settled, base } = settleInputs(operations, labels.map(sightOf));
  return { base, from: settled.map((one) => (one.kind === 'paste' ? one.image : one.kind)) };
};

describe('inputs of what is pasted', () => {
  it('each thing comes from the picture that shows it, and goes into the one that shows none of them', () => {
    const operations = [pasted(animal('dog')), pasted(animal('cat')), pasted(animal('bird'))];
    expect(told([undefined, 'bird', 'dog', 'cat'], operations)).toEqual({ base: 0, from: [2, 3, 1] });
    expect(told(['dog', 'bird', 'cat', undefined], operations)).toEqual({ base: 3, from: [0, 2, 1] });
  });

  it('a dog that was taken for a horse is found where no other animal is meant', () => {
    expect(told([undefined, 'horse', 'cat'], [pasted(animal('cat')), pasted(animal('dog'))])).toEqual({
      base: 0,
      from: [2, 1],
    });
  });

  it('what no picture shows is refused, and said by its name', () => {
    expect(() => told([undefined, 'dog'], [pasted(animal('elephant'))])).toThrow(/No elephant.*<IMAGE_1>: dog/);
  });

  it('a subject comes into a place, in whichever order they are sent', () => {
    const together: PasteOperation = { kind: 'paste', image: 1, onto: { image: 0, relation: 'nextTo' } };
    expect(told([undefined, 'dog'], [together])).toEqual({ base: 0, from: [1] });
    expect(told(['dog', undefined], [together])).toEqual({ base: 1, from: [0] });
  });

  it('two places that are to be one are put side by side', () => {
    const together: PasteOperation = { kind: 'paste', image: 1, onto: { image: 0, relation: 'nextTo' } };
    expect(told([undefined, undefined], [together])).toEqual({ base: 0, from: ['collage'] });
  });
});
