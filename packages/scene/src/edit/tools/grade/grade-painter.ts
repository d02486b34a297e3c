import type { Picture } from '../../../vision/sight.ts';
import type { EditMoment } from '../../tool.ts';
import { buildCube, type ColorChange, lookUp } from './cube.ts';

export type FramePainter = (frame: Picture, moment: EditMoment) => void;

/** A treatment that is the same all over the picture. */
export function makeEven(change: ColorChange, strength: number): FramePainter {
  const cube = buildCube(change, strength);
  const to = new Float32Array(3);
  return ({ rgba }) => {
    for (let i = 0; i < rgba.length; i += 4) {
      lookUp(cube, rgba[i]!, rgba[i + 1]!, rgba[i + 2]!, to, 0);
      rgba[i] = to[0]! + 0.5;
      rgba[i + 1] = to[1]! + 0.5;
      rgba[i + 2] = to[2]! + 0.5;
    }
  };
}
