/** Repaints the graded picture in a style, with lines drawn from the geometry. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Canvas, InkOptions, Painter } from './styles/canvas.ts';
import { PAINTERS } from './styles/painters.ts';
import type { Target } from './target.ts';
import type { PaintedStyle, Style } from './world.ts';

export function isPainted(style: Style): style is PaintedStyle {
  return style !== 'natural' && style !== 'clay';
}

/** Styles whose edges are still steps when they are painted: lines and strokes are soft by themselves. */
const JAGGED: ReadonlySet<Style> = new Set([
  ...(['natural', 'clay', 'vaporwave', 'vintage', 'stainedGlass', 'paperCut', 'anime', 'ukiyoE'] as const),
]);

export function leavesSteps(style: Style): boolean {
  return JAGGED.has(style);
}

/** Up to this many rows a picture is worked on whole rather than at half its size. */
const WHOLE_ROWS = 420;
/** Rows of floats, and longer rows of the sheet, that the easel's kernels work in. */
const LINES = 9;
const MARGIN = 520;
/** Metres beyond which lines grow faint. */
const NEAR = 14;
/** Kernels read whole vectors: a little more than a plane. */
const SLACK = 128;

export class StylePass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #target: Target;
  readonly #factor: number;
  readonly #lines: number;
  readonly #margins: number;
  #painter: { readonly style: PaintedStyle; readonly picture: number; readonly paint: Painter } | undefined;
  #blocks: number[] = [];

  constructor(kernel: Kernel, memory: Memory, target: Target) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#target = target;
    const { bufferWidth, height } = target;
    this.#factor = height <= WHOLE_ROWS ? 1 : 2;
    this.#lines = memory.allocate(LINES * (bufferWidth * 4 + 64));
    this.#margins = memory.allocate(16 * (bufferWidth / this.#factor + MARGIN));
  }

  /** Changes the picture in place. */
  draw(style: PaintedStyle, picture: number): void {
    const { bufferWidth, bufferHeight } = this.#target;
    const factor = this.#factor;
    this.#kernel.easel(
      ...[picture, bufferWidth, bufferHeight, bufferWidth / factor, bufferHeight / factor, factor],
      ...[this.#lines, this.#margins],
    );
    if (this.#painter?.style !== style || this.#painter.picture !== picture) {
      for (const block of this.#blocks) this.#memory.release(block);
      this.#blocks = [];
      this.#painter = { style, picture, paint: PAINTERS[style](this.#canvas()) };
    }
    this.#painter.paint();
  }

  #canvas(): Canvas {
    const { bufferWidth: width, bufferHeight: height, depth } = this.#target;
    const factor = this.#factor;
    const [sheetWidth, sheetHeight] = [width / factor, height / factor];
    const unit = this.#target.height / 720;
    const room = (bytes: number) => {
      const block = this.#memory.allocate(bytes + SLACK);
      this.#blocks.push(block);
      return block;
    };
    return {
      ...{ kernel: this.#kernel, width, height, sheetWidth, sheetHeight, factor, unit, depth, room },
      plane: () => room(sheetWidth * sheetHeight * 4),
      hold: (values) => {
        const at = room(values.byteLength);
        this.#memory
          .bytes(at, values.byteLength)
          .set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
        return at;
      },
      ink: (options) => this.#ink(room, unit, options),
    };
  }

  #ink(room: (bytes: number) => number, unit: number, options: InkOptions): () => number {
    const { bufferWidth, bufferHeight } = this.#target;
    const out = room(bufferWidth * bufferHeight + SLACK) + SLACK / 2;
    const grid = room((bufferWidth / 16 + 1) * (bufferHeight / 16 + 1) * 4);
    const rows = room(3 * (bufferWidth + 32));
    const { outer, inner = 1, near = NEAR, border = 0.5, creases = 1 } = options;
    const pixels = (length: number) => Math.max(1, Math.round(length * unit));
    return () => {
      this.#kernel.inkFrame(out, pixels(outer), pixels(inner), 1 / near, border, creases);
      this.#kernel.tendInk(out, grid, rows);
      return out;
    };
  }
}
