import type { SoundCue } from '../sound/cue.ts';
import type { Box } from '../vision/sight.ts';
import type { FrameCanvas } from './frame-canvas.ts';
import type { Layer } from './layer.ts';
import type { Tone } from './tone.ts';

/** Pixels between two nodes of a field. Fine enough for a ripple, coarse enough for a few formulas a node. */
export const CELL = 4;

/**
 * Where a frame reads the picture. Node (column, row) lies at pixel (column × CELL, row × CELL) of the frame and reads
 * at (column × CELL + dx, row × CELL + dy) of the picture; pixels between nodes are interpolated.
 */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/**
 * Light on the nodes of a field. A pixel becomes black + (pixel − black) × gain, then × (1 − cover) + colour, where the
 * colour is Y'CbCr relative to black and grey, and premultiplied by whatever cover stands for. Neutral: 1, 0, 0, 0, 0.
 */
export interface Veil {
  readonly columns: number;
  readonly rows: number;
  readonly gain: Float32Array;
  readonly cover: Float32Array;
  readonly y: Float32Array;
  readonly u: Float32Array;
  readonly v: Float32Array;
}

/** Pixels that stand in for some of the picture's own at one moment. */
export interface Patch {
  /** Whole pixels of the picture; what reaches over its edge is cut off. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** sRGB with straight alpha, `4 × width × height` bytes; where alpha is 0 the picture stays. */
  readonly rgba: Uint8Array;
}

/**
 * Something that moves in a still picture. All methods are closed-form functions of time: frames are asked for in any
 * order, in several processes, and are equal wherever they are made. At 0 s everything is exactly as in the picture.
 *
 * A frame is made in this order: patches are laid on the picture; the camera says where each pixel of the frame reads
 * it; movers add to that; layers are laid over; veils, tones and strokes come last, in the frame's own pixels.
 */
export interface Mover {
  /** Pixels of the picture outside of which nothing is displaced, patched or lit. Absent: anywhere. */
  readonly region?: Box;
  /**
   * Adds to where the frame reads: to move a thing to the right, subtract from `dx` where it is. A node reads at its own
   * place plus what the field holds already, so that a mover finds its region under a moving camera too.
   * `forEachNode` visits those in a region.
   */
  displace?(field: Field, seconds: number): void;
  /** Repaints parts of the picture before anything is displaced: a lid that closes, a thing that has gone. */
  patches?(seconds: number): readonly Patch[];
  /** Something with its own matte that moves by itself behind or before the rest: a sky, a stream. */
  readonly layer?: Layer;
  /** Adds light and haze. The field says what part of the picture each node shows. */
  shade?(veil: Veil, field: Field, seconds: number): void;
  /** The light of the whole frame, laid on before what is drawn. */
  tone?(seconds: number): Tone;
  /** Draws on the finished frame. */
  draw?(canvas: FrameCanvas, seconds: number): void;
  readonly cues?: readonly SoundCue[];
  /** What it does, to be joined with others: `the clouds drift`. */
  readonly says?: string;
}

/** Calls with the index of each node whose place in the picture lies in the region, and with that place. */
export function forEachNode(
  field: Field,
  region: Box | undefined,
  visit: (index: number, x: number, y: number) => void,
): void {
  const { columns, rows, dx, dy } = field;
  const [left, top] = region ? [region.x, region.y] : [-Infinity, -Infinity];
  const [right, bottom] = region ? [region.x + region.width, region.y + region.height] : [Infinity, Infinity];
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const x = column * CELL + dx[index]!;
      const y = row * CELL + dy[index]!;
      if (x >= left && x <= right && y >= top && y <= bottom) visit(index, x, y);
    }
  }
}
