import { Arena } from './arena.ts';
import type { Kernel } from './kernel.ts';
import { createEaselCanvas } from './styles/easel-canvas.ts';
import { PAINTERS } from './styles/painters.ts';
import type { PaintedStyle } from './world.ts';

/** One number for each pixel of the sheet, rows from the top; allocated by the easel. */
export type EaselPlane = Float32Array;

/** What works on an easel's frame and planes; `kernel/easel.ts` and its neighbours say what each takes. */
export type EaselOperation = Extract<
  keyof Kernel,
  | 'lumaSheet'
  | 'shrinkFrame'
  | 'blendSheet'
  | 'boxSheet'
  | 'fineSheet'
  | 'flowSheet'
  | 'darkerSheet'
  | 'followSheet'
  | 'dragSheets'
  | 'linkSheets'
  | 'tightenLinks'
  | 'runSheets'
  | 'settleFlow'
  | 'edgeSheet'
  | 'slopeSheet'
  | 'tableSheet'
  | 'cubeFrame'
  | 'animeFrame'
  | 'comicFrame'
  | 'watercolorFrame'
  | 'oilFrame'
  | 'sketchFrame'
  | 'naturalFrame'
  | 'cinematicFrame'
  | 'noirFrame'
  | 'clayFrame'
  | 'laySheet'
  | 'guideProducts'
  | 'guideLine'
  | 'guideRegion'
  | 'lampSheet'
  | 'stepSheet'
  | 'nightFrame'
  | 'frostSheet'
  | 'spatialFrame'
  | 'hazeSheet'
  | 'cloudSheet'
  | 'airFrame'
>;

export interface EaselOptions {
  /** In pixels; any size. */
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** Frame pixels per pixel of the sheet, in either direction. */
  readonly factor: number;
}

/** Most planes that one easel hands out. */
const PLANES_MAX = 32;
/** Textures of the frame's size, a byte a pixel; tables and cubes beside them. */
const TEXTURES_MAX = 8;
const TABLE_BYTES = 4 * 2 ** 20;
const LINES = 9;
const MARGIN = 520;

/**
 * A frame that is being edited, and planes at a fraction of its size, in memory of the kernels' own. A sheet is up to
 * three pixels wider than the frame asks for: what lies beyond the frame's edge repeats it.
 */
export class Easel {
  /** Of the sheet. */
  readonly width: number;
  readonly height: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  readonly factor: number;
  /** The frame, RGBA; rows are `stride` pixels apart. */
  readonly pixels: Uint8Array;
  readonly stride: number;
  readonly #arena: Arena;

  constructor(module: WebAssembly.Module, { frameWidth, frameHeight, factor }: EaselOptions) {
    this.frameWidth = frameWidth;
    this.frameHeight = frameHeight;
    this.factor = factor;
    this.width = Math.ceil(Math.ceil(frameWidth / factor) / 4) * 4;
    this.height = Math.ceil(frameHeight / factor);
    this.stride = this.width * factor;
    const frameBytes = this.stride * this.height * factor * 4;
    const planeBytes = this.width * this.height * 4 + 128;
    const margins = 16 * (this.width + MARGIN);
    const lineBytes = LINES * (this.stride * 4 + 64);
    this.#arena = new Arena(
      module,
      frameBytes + PLANES_MAX * planeBytes + (TEXTURES_MAX * frameBytes) / 4 + TABLE_BYTES + margins + lineBytes,
    );
    this.pixels = this.#arena.bytes(frameBytes);
    this.#arena.kernel.easel(
      ...[this.pixels.byteOffset, frameWidth, frameHeight, this.width, this.height, factor],
      ...[this.#arena.bytes(lineBytes).byteOffset, this.#arena.bytes(margins).byteOffset],
    );
  }

  plane(): EaselPlane {
    const plane = this.#arena.floats(this.width * this.height);
    // Kernels read whole vectors: a little more than a plane.
    this.#arena.bytes(64);
    return plane;
  }

  /** A copy of values where kernels can read them: a texture, a table. */
  hold<Values extends Uint8Array | Float32Array>(values: Values): Values {
    const copy =
      values instanceof Float32Array
        ? this.#arena.floats(values.length)
        : this.#arena.bytes(Math.max(64, values.length)).subarray(0, values.length);
    copy.set(values);
    this.#arena.bytes(64);
    return copy as Values;
  }

  /** Puts a frame up. */
  take({ rgba }: { readonly rgba: Uint8Array }): void {
    const { pixels, stride, frameWidth, frameHeight } = this;
    if (stride === frameWidth) pixels.set(rgba.subarray(0, frameWidth * frameHeight * 4));
    else for (let y = 0; y < frameHeight; y++) this.#takeRow(rgba, y);
    const last = pixels.subarray((frameHeight - 1) * stride * 4, frameHeight * stride * 4);
    for (let at = frameHeight * stride * 4; at < pixels.length; at += last.length) pixels.set(last, at);
  }

  #takeRow(rgba: Uint8Array, y: number): void {
    const { pixels, stride, frameWidth } = this;
    const start = y * stride * 4;
    const end = start + frameWidth * 4;
    pixels.set(rgba.subarray(y * frameWidth * 4, (y + 1) * frameWidth * 4), start);
    const last = pixels.subarray(end - 4, end);
    for (let at = end; at < start + stride * 4; at += 4) pixels.set(last, at);
  }

  /** Takes the frame down again. */
  give({ rgba }: { readonly rgba: Uint8Array }): void {
    const { pixels, stride, frameWidth, frameHeight } = this;
    if (stride === frameWidth) rgba.set(pixels.subarray(0, frameWidth * frameHeight * 4));
    else {
      for (let y = 0; y < frameHeight; y++) {
        rgba.set(pixels.subarray(y * stride * 4, (y * stride + frameWidth) * 4), y * frameWidth * 4);
      }
    }
  }

  /** What repaints the frame on this easel in a style, in place; still where the frame is still. */
  painter(style: PaintedStyle): () => void {
    const arena = this.#arena;
    const { frameWidth, frameHeight, width, height, factor } = this;
    const bytes = (length: number) => arena.bytes(length);
    return PAINTERS[style](
      createEaselCanvas({ kernel: arena.kernel, frameWidth, frameHeight, width, height, factor, bytes }),
    );
  }

  /** @param values Numbers as they are; arrays, which the easel has handed out, by their place. */
  run(operation: EaselOperation, ...values: readonly (number | Uint8Array | Float32Array)[]): void {
    const numbers = values.map((value) => (typeof value === 'number' ? value : this.#arena.address(value)));
    this.#arena.kernel[operation](...numbers);
  }
}
