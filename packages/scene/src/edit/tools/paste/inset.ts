import type { PasteOperation } from '../../operation.ts';
import { EditError, type FrameTool, type ToolContext } from '../../tool.ts';
import { scalePart } from '../matte/scale-picture.ts';
import { middleAt } from './places.ts';

/** Of the frame's shorter side; and the air between an inset and the frame. */
const SIDE = 0.38;
const MARGIN = 0.025;

/** Lays a whole picture over a place of the frame, as it is. @throws {EditError} when there is no such picture. */
export function makeInset({ image = 1, place = 'center' }: PasteOperation, { images }: ToolContext): FrameTool {
  const picture = images[image];
  if (!picture) throw new EditError(`There is no picture <IMAGE_${image}> to be laid over the first.`);
  return {
    apply(frame) {
      const short = Math.min(frame.width, frame.height);
      const scale = (SIDE * short) / Math.sqrt(picture.width * picture.height);
      const width = Math.min(frame.width, Math.round(picture.width * scale));
      const height = Math.min(frame.height, Math.round(picture.height * scale));
      const scaled = scalePart(picture, { x: 0, y: 0, width: picture.width, height: picture.height }, width, height);
      const margin = MARGIN * short;
      const within = (middle: number, size: number, whole: number): number =>
        Math.round(Math.max(margin, Math.min(whole - margin - size, middle * whole - size / 2)));
      const { x, y } = middleAt(place);
      const [left, top] = [Math.max(0, within(x, width, frame.width)), Math.max(0, within(y, height, frame.height))];
      for (let row = 0; row < Math.min(height, frame.height - top); row++) {
        const columns = Math.min(width, frame.width - left);
        const from = scaled.rgba.subarray(row * width * 4, (row * width + columns) * 4);
        frame.rgba.set(from, ((top + row) * frame.width + left) * 4);
      }
      return { x: left, y: top, width, height };
    },
  };
}
