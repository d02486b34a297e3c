import { Arena } from './arena.ts';

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
  readonly #arena: Arena;

  constructor(module: WebAssembly.Module, byteLength: number) {
    this.#arena = new Arena(module, byteLength);
  }

  /** Zeroed. @throws {RangeError} when the memory is used up. */
  bytes(length: number): Uint8Array {
    return this.#arena.bytes(length);
  }

  floats(length: number): Float32Array {
    return this.#arena.floats(length);
  }

  /** Gets ready for grids of so many columns. Once, before anything is warped. */
  prepare(columns: number): void {
    const rowBytes = Math.ceil((columns + 1) / 16) * 64;
    this.#arena.kernel.bakeCubic(this.bytes(TABLE_BYTES).byteOffset, this.bytes(6 * rowBytes).byteOffset, rowBytes);
  }

  /** @param hidden A byte a pixel of luma: 1 where nothing need be read. */
  warp(target: WarperTarget, source: WarperPlane, grid: WarperGrid, hidden?: Uint8Array): void {
    const { data, width, height, cell, isLuma } = target;
    this.#arena.kernel.warpPlane(
      ...[
        this.#arena.address(data),
        width,
        height,
        this.#arena.address(source.data) + source.origin,
        source.stride,
        source.reach,
      ],
      ...[this.#arena.address(grid.dx), this.#arena.address(grid.dy), grid.columns, grid.rows, cell, isLuma ? 1 : 0],
      hidden ? this.#arena.address(hidden) : 0,
    );
  }

  lay(target: WarperTarget, layer: WarperLayer): void {
    const { data, width, height, cell, isLuma } = target;
    const { plate, matte, core, picture, first, again, second, seen } = layer;
    this.#arena.kernel.layPlane(
      ...[
        this.#arena.address(data),
        width,
        height,
        this.#arena.address(plate.data) + plate.origin,
        plate.stride,
        plate.reach,
      ],
      ...[
        this.#arena.address(matte),
        this.#arena.address(core),
        this.#arena.address(picture.dx),
        this.#arena.address(picture.dy),
      ],
      ...[
        this.#arena.address(first.dx),
        this.#arena.address(first.dy),
        this.#arena.address(again.dx),
        this.#arena.address(again.dy),
      ],
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
    this.#arena.kernel.veilPlane(
      ...[
        this.#arena.address(data),
        width,
        height,
        this.#arena.address(keeps),
        this.#arena.address(adds),
        this.#arena.address(activeRows),
      ],
      ...[grid.columns, grid.rows, cell, isLuma ? 1 : 0],
    );
  }
}
