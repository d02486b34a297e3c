import type { Kernel } from '../kernel.ts';
import type { Canvas, InkOptions } from './canvas.ts';

/** What a canvas over an easel is made of. */
export interface EaselParts {
  readonly kernel: Kernel;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly width: number;
  readonly height: number;
  readonly factor: number;
  /** Zeroed memory that stays. */
  readonly bytes: (length: number) => Uint8Array;
}

/** Kernels read whole vectors: a little more than a plane. */
const SLACK = 64;
/** A line is darker than its surroundings by so much at least; and how fast it is full beyond. */
const LINE_LEAST = 0.02;
const LINE_GAIN = 9;

/** A canvas over a frame of a film that was not made here: there is no geometry, lines are found in the picture itself. */
export function createEaselCanvas(parts: EaselParts): Canvas {
  const { kernel, frameWidth, frameHeight, width, height, factor, bytes } = parts;
  const room = (length: number) => bytes(length + SLACK).byteOffset;
  const plane = () => room(width * height * 4);
  const unit = Math.max(0.2, Math.min(frameWidth, frameHeight) / 720);
  const canvas: Omit<Canvas, 'ink'> = {
    ...{ kernel, width: frameWidth, height: frameHeight, sheetWidth: width, sheetHeight: height, factor, unit },
    ...{ depth: 0, plane, room },
    hold(values) {
      const copy = bytes(values.byteLength + SLACK);
      copy.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      return copy.byteOffset;
    },
  };
  return { ...canvas, ink: (options) => createInk(canvas, options) };
}

/** Lines where the picture is darker than its surroundings, drawn out along its contours. */
function createInk(canvas: Omit<Canvas, 'ink'>, { outer }: InkOptions): () => number {
  const { kernel, unit, factor, plane, room, width, height } = canvas;
  const [red, green, blue, luma, wide, lines] = [plane(), plane(), plane(), plane(), plane(), plane()];
  const [x, y, strength, spare] = [plane(), plane(), plane(), plane()];
  const out = room(width * height);
  const pixels = (length: number) => Math.max(1, Math.round((length * unit) / factor));
  return () => {
    kernel.shrinkFrame(red, green, blue);
    kernel.lumaSheet(red, green, blue, luma);
    kernel.flowSheet(luma, x, y, strength, spare, pixels(5));
    kernel.boxSheet(luma, luma, spare, pixels(outer * 0.8));
    kernel.boxSheet(luma, wide, spare, pixels(outer * 2.2));
    kernel.boxSheet(wide, wide, spare, pixels(outer * 2.2));
    kernel.darkerSheet(luma, wide);
    kernel.followSheet(luma, x, y, lines, pixels(7));
    kernel.sheetInk(lines, out, LINE_LEAST, LINE_GAIN);
    return out;
  };
}
