import type { Picture } from '../../../vision/sight.ts';
import type { EditMoment, ToolContext } from '../../tool.ts';
import { sheetFor } from '../restyle/planes.ts';
import { buildCube, type ColorChange } from './cube.ts';

export type FramePainter = (frame: Picture, moment: EditMoment) => void;

/** A treatment that is the same all over the picture. */
export function makeEven({ survey, kernel }: ToolContext, change: ColorChange, strength: number): FramePainter {
  const { easel } = sheetFor(survey, kernel);
  const cube = easel.hold(buildCube(change, strength));
  return (frame) => {
    easel.take(frame);
    easel.run('cubeFrame', cube);
    easel.give(frame);
  };
}
