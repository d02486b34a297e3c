import { instantiate, type Kernel } from './kernel.ts';

const PAGE = 65536;
const ALIGN = 64;
/** SIMD loads may read past the last element. */
const SLACK = 256;
/** Bytes of the table of weights: 256 steps between two samples, 40 bytes each. */
const TABLE_BYTES = 256 * 40;

/** Bytes with a stride, such as one plane of a planar picture with a rim. `data` was allocated by the warper. */
export interface WarperPlane {
  readonly data: Uint8Array;
  readonly stride: number;
  /** Index of the first sample; what is before and beside it may be read as far as `reach` says. */
  readonly origin: number;
  /** Samples beyond each edge that may be read, at least 3 less than there are. */
  readonly reach: number;
}

/** Displacements in pixels of luma at nodes that lie `cell` samples of the target apart. Allocated by the warper. */
export interface WarperGrid {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

export interface WarperTarget {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Samples between two nodes. */
  readonly cell: number;
  /** Luma is interpolated by Catmull-Rom; a chroma sample lies in the middle of its four pixels. */
  readonly isLuma: boolean;
}

export interface WarperLayer {
  readonly plate: WarperPlane;
  /** A byte a pixel of luma: 255 where only the layer is seen. */
  readonly matte: Uint8Array;
  /** 1 where the plate is shown outright. */
  readonly core: Uint8Array;
  readonly picture: WarperGrid;
  readonly first: WarperGrid;
  readonly again: WarperGrid;
  /** How much the second reading counts, 0 … 1. */
  readonly second: number;
  /** How much of the layer is seen outside of its core, 0 … 1. */
  readonly seen: number;
}

/**
 * Reads planes of bytes at displaced places, in memory of its own: whatever it works on is allocated by it. Views stay
 * valid for its lifetime, because its memory never grows; what is never touched costs nothing.
 */
export class Warper {
  readonly #kernel: Kernel;
  #free: number;

  constructor(module: WebAssembly.Module, byteLength: number) {
    this.#kernel = instantiate(module);
    const { memory } = this.#kernel;
    this.#free = Math.ceil(this.#kernel.heapStart() / ALIGN) * ALIGN;
    const missing = this.#free + byteLength + SLACK - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }

  /** Zeroed. @throws {RangeError} when the memory is used up. */
  bytes(length: number): Uint8Array {
    const { buffer } = this.#kernel.memory;
    const start = this.#free;
    if (start + length + SLACK > buffer.byteLength) {
      throw new RangeError(`the warper has no room for ${length} bytes more`);
    }
    this.#free = Math.ceil((start + length) / ALIGN) * ALIGN;
    return new Uint8Array(buffer, start, length);
  }

  floats(length: number): Float32Array {
    const { buffer, byteOffset } = this.bytes(length * 4);
    return new Float32Array(buffer, byteOffset, length);
  }

  /** Gets ready for grids of so many columns. Once, before anything is warped. */
  prepare(columns: number): void {
    const rowBytes = Math.ceil((columns + 1) / 16) * 64;
    this.#kernel.bakeCubic(this.bytes(TABLE_BYTES).byteOffset, this.bytes(6 * rowBytes).byteOffset, rowBytes);
  }

  /** @param hidden A byte a pixel of luma: 1 where nothing need be read. */
  warp(target: WarperTarget, source: WarperPlane, grid: WarperGrid, hidden?: Uint8Array): void {
    const { data, width, height, cell, isLuma } = target;
    this.#kernel.warpPlane(
      ...[this.#address(data), width, height, this.#address(source.data) + source.origin, source.stride, source.reach],
      ...[this.#address(grid.dx), this.#address(grid.dy), grid.columns, grid.rows, cell, isLuma ? 1 : 0],
      hidden ? this.#address(hidden) : 0,
    );
  }

  lay(target: WarperTarget, layer: WarperLayer): void {
    const { data, width, height, cell, isLuma } = target;
    const { plate, matte, core, picture, first, again, second, seen } = layer;
    this.#kernel.layPlane(
      ...[this.#address(data), width, height, this.#address(plate.data) + plate.origin, plate.stride, plate.reach],
      ...[this.#address(matte), this.#address(core), this.#address(picture.dx), this.#address(picture.dy)],
      ...[this.#address(first.dx), this.#address(first.dy), this.#address(again.dx), this.#address(again.dy)],
      ...[picture.columns, picture.rows, cell, isLuma ? 1 : 0, second, seen],
    );
  }

  /**
   * Multiplies what is above black, or off grey, by `keeps` and adds `adds`, both on the nodes of a grid.
   * @param activeRows A byte a row of nodes; 0 says that nothing changes there.
   */
  veil(
    target: WarperTarget,
    keeps: Float32Array,
    adds: Float32Array,
    activeRows: Uint8Array,
    grid: Pick<WarperGrid, 'columns' | 'rows'>,
  ): void {
    const { data, width, height, cell, isLuma } = target;
    this.#kernel.veilPlane(
      ...[this.#address(data), width, height, this.#address(keeps), this.#address(adds), this.#address(activeRows)],
      ...[grid.columns, grid.rows, cell, isLuma ? 1 : 0],
    );
  }

  /** @throws {TypeError} for what lies elsewhere: the kernel would read and write whatever is at that place. */
  #address({ buffer, byteOffset }: Uint8Array | Float32Array): number {
    if (buffer !== this.#kernel.memory.buffer) throw new TypeError('expected bytes that this warper has allocated');
    return byteOffset;
  }
}
