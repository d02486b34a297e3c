import { describe, expect, it } from 'vitest';
import { snapBox } from './create-editor.ts';
import { needsOf, needsSight } from './needs-of.ts';

const FRAME = { width: 100, height: 60 };

describe('what of a frame is written back', () => {
  it('grows to whole pairs of pixels', () => {
    expect(snapBox({ x: 10.5, y: 11, width: 3, height: 4 }, FRAME)).toEqual({ x: 10, y: 10, width: 4, height: 6 });
  });

  it('stays within the frame', () => {
    expect(snapBox({ x: -5, y: 50, width: 300, height: 30 }, FRAME)).toEqual({ x: 0, y: 50, width: 100, height: 10 });
  });

  it('is nothing when it lies outside', () => {
    expect(snapBox({ x: 120, y: 0, width: 5, height: 5 }, FRAME)).toBeUndefined();
  });
});

describe('what is looked for', () => {
  it('nothing, for titles and plain styles; how the sky moves, where there may be a painted one', () => {
    const title = { kind: 'title', text: 'WINTER', place: 'top' } as const;
    const style = { kind: 'restyle', style: 'oil' } as const;
    expect(needsOf([title])).toEqual({});
    const painted = { kind: 'restyle', style: 'anime' } as const;
    expect(needsOf([title, style])).toEqual({});
    expect(needsSight([title, style])).toBe(false);
    expect(needsOf([title, painted])).toEqual({ camera: true });
    expect(needsSight([title, painted])).toBe(true);
  });

  it('faces and bodies, for what is worn; what all operations need together', () => {
    const object = { word: 'necklace', model: 'necklace' } as const;
    expect(
      needsOf([
        { kind: 'add', object, anchor: 'neck', count: 1 },
        { kind: 'remove', target: { word: 'car', kind: 'thing', label: 'car' } },
      ]),
    ).toMatchObject({ faces: true, bodies: true, things: true, camera: true });
  });
});
