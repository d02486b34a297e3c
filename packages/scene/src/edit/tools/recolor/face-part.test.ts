import { expect, it } from 'vitest';
import type { Face } from '../../../vision/sight.ts';
import type { Survey } from '../../tool.ts';
import { createFacePartMatte, facePartOf } from './face-part.ts';

const [WIDTH, HEIGHT] = [200, 160];
const picture = { width: WIDTH, height: HEIGHT, rgba: new Uint8Array(WIDTH * HEIGHT * 4) };

/** A face of which only the eyes are anywhere: 40 pixels long, 14 open. */
function faceAt(x: number): Face {
  const mesh = new Float32Array(468 * 3);
  const put = (mark: number, atX: number, atY: number) => mesh.set([atX, atY, 0], mark * 3);
  for (const [outer, inner, upper, lower, middle] of [
    [33, 133, 159, 145, x],
    [263, 362, 386, 374, x + 80],
  ] as const) {
    put(outer, middle - 20, 60);
    put(inner, middle + 20, 60);
    put(upper, middle, 53);
    put(lower, middle, 67);
  }
  return { mesh, score: 1, box: { x: 0, y: 0, width: WIDTH, height: HEIGHT } } as unknown as Face;
}

const survey = {
  width: WIDTH,
  height: HEIGHT,
  frames: [{ faces: [faceAt(50)] }, { faces: [faceAt(58)] }, { faces: [undefined] }],
} as unknown as Survey;

it('eyes change their irises, wherever the face has gone, and nothing of the skin', () => {
  const matte = createFacePartMatte('irises', survey, 0);
  const alphaAt = (index: number, x: number, y: number) => matte.at(picture, { index, seconds: 0 })[y * WIDTH + x]!;
  expect(alphaAt(0, 50, 60)).toBeGreaterThan(150);
  expect(alphaAt(0, 130, 60)).toBeGreaterThan(150);
  expect(alphaAt(1, 58, 60)).toBeGreaterThan(150);
  expect(alphaAt(0, 65, 60)).toBe(0);
  expect(alphaAt(0, 50, 80)).toBe(0);
  expect(alphaAt(2, 50, 60)).toBe(0);
});

it('tells eyes and lips from the face as a whole', () => {
  const part = (word: string) => facePartOf({ word, kind: 'face' });
  expect(part('eyes')).toBe('irises');
  expect(part('lipstick')).toBe('lips');
  expect(part('face')).toBeUndefined();
  expect(facePartOf({ word: 'eyes', kind: 'thing' })).toBeUndefined();
});
