/** Pictures of one size in rows and columns, white where there is none. */
export class SheetPage {
  readonly #width: number;
  readonly #height: number;
  readonly #rows: number;
  #columns = 0;
  readonly #cells: { readonly rgba: Uint8Array; readonly column: number; readonly row: number }[] = [];

  constructor(width: number, height: number, rows: number) {
    this.#width = width;
    this.#height = height;
    this.#rows = rows;
  }

  put(rgba: Uint8Array, column: number, row: number): void {
    this.#columns = Math.max(this.#columns, column + 1);
    this.#cells.push({ rgba, column, row });
  }

  picture(): { readonly width: number; readonly height: number; readonly rgba: Uint8Array } {
    const [width, height] = [this.#columns * this.#width, this.#rows * this.#height];
    const rgba = new Uint8Array(width * height * 4).fill(255);
    for (const cell of this.#cells) {
      for (let y = 0; y < this.#height; y++) {
        const line = cell.rgba.subarray(y * this.#width * 4, (y + 1) * this.#width * 4);
        rgba.set(line, ((cell.row * this.#height + y) * width + cell.column * this.#width) * 4);
      }
    }
    return { width, height, rgba };
  }
}
