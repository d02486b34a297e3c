import type { Picture } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import type { Sheet } from './planes.ts';

/** What a style is made for: one clip, or one still picture. */
export interface StyleContext {
  readonly sheet: Sheet;
  readonly survey: Survey;
  /** Of the style's papers and grains. */
  readonly seed: number;
}

/** Repaints a frame in place. Planes and papers belong to the style and are used again for each frame. */
export type StylePainter = (frame: Picture, moment: EditMoment) => void;

export type StyleMaker = (context: StyleContext) => StylePainter;
