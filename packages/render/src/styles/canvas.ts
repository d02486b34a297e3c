import type { Kernel } from '../kernel.ts';

/** How lines are found; lengths in pixels of a picture 720 rows high. */
export interface InkOptions {
  /** Half the width of outlines, and of creases within a thing. */
  readonly outer: number;
  readonly inner?: number;
  /** Metres within which lines are full; beyond, they grow faint. Default 14. */
  readonly near?: number;
  /** Strength of borders between things that touch, and of creases, 0 … 1. */
  readonly border?: number;
  readonly creases?: number;
}

/**
 * A picture to paint on, and what a style may use for it. The kernels' easel is set up over it. Addresses are of the
 * kernels' memory; what is asked for while a painter is made stays its own.
 */
export interface Canvas {
  readonly kernel: Kernel;
  /** Of the picture, and of the sheet: a version of a half or a third of its size, for what is soft anyway. */
  readonly width: number;
  readonly height: number;
  readonly sheetWidth: number;
  readonly sheetHeight: number;
  readonly factor: number;
  /** Pixels of the picture for one of a picture 720 rows high: all lengths are multiples of it. */
  readonly unit: number;
  /** The depth of each pixel (1 / metres, 0: sky) where the picture was drawn from a world, else 0. */
  readonly depth: number;
  /** A plane of the sheet: one float a pixel. */
  plane(): number;
  /** Room for bytes, and copies of values. */
  room(bytes: number): number;
  hold(values: Uint8Array | Float32Array): number;
  /** Makes something that draws the lines of the picture as it is: a byte a pixel of the picture. */
  ink(options: InkOptions): () => number;
}

/** Repaints the picture on the canvas, in place. The same picture gives the same bytes. */
export type Painter = () => void;
export type PainterMaker = (canvas: Canvas) => Painter;
