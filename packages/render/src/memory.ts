/**
 * The kernels' linear memory, handed out in blocks of 64 bytes. First fit with merging of free neighbours: a renderer
 * holds tens of buffers and hundreds of meshes, so that a list is fast enough and never fragments for long.
 */
const PAGE = 65536;
const ALIGN = 64;
/** Growing costs as much for a page as for these; what is never touched costs nothing. */
const PAGES_AT_ONCE = 128;

export class Memory {
  readonly #memory: WebAssembly.Memory;
  /** Free blocks in order of address. */
  readonly #free: { start: number; size: number }[] = [];
  readonly #sizes = new Map<number, number>();
  #end: number;
  #buffer: ArrayBuffer;
  #floats: Float32Array;
  #words: Uint32Array;
  #bytes: Uint8Array;

  /** `start` is the first byte that the kernels' own data leaves free. */
  constructor(memory: WebAssembly.Memory, start: number) {
    this.#memory = memory;
    this.#end = Math.ceil(start / ALIGN) * ALIGN;
    this.#buffer = memory.buffer;
    this.#floats = new Float32Array(this.#buffer);
    this.#words = new Uint32Array(this.#buffer);
    this.#bytes = new Uint8Array(this.#buffer);
  }

  /** Bytes from address 0 to the end of the highest block ever used. */
  get byteLength(): number {
    return this.#buffer.byteLength;
  }

  /** Zeroed, also when another block lay there: kernels look a little beyond what they wrote. */
  allocate(bytes: number): number {
    const size = Math.max(ALIGN, Math.ceil(bytes / ALIGN) * ALIGN);
    const at = this.#free.findIndex((block) => block.size >= size);
    const block = this.#free[at];
    if (block) {
      const { start } = block;
      block.start += size;
      block.size -= size;
      if (block.size === 0) this.#free.splice(at, 1);
      this.#bytes.fill(0, start, start + size);
      this.#sizes.set(start, size);
      return start;
    }
    const start = this.#end;
    this.#end += size;
    // One page of slack: SIMD loads may read past the last element.
    const missing = Math.ceil((this.#end - this.#buffer.byteLength) / PAGE) + 1;
    if (missing > 0) this.#grow(missing);
    this.#sizes.set(start, size);
    return start;
  }

  release(start: number): void {
    const size = this.#sizes.get(start);
    if (size === undefined) throw new Error(`render memory: ${start} is not an allocated block`);
    this.#sizes.delete(start);
    let at = this.#free.findIndex((block) => block.start > start);
    if (at < 0) at = this.#free.length;
    this.#free.splice(at, 0, { start, size });
    this.#merge(at);
    if (at > 0) this.#merge(at - 1);
  }

  /** `count` floats at an address. Views die when memory grows: fetch them anew after each `allocate`. */
  floats(start: number, count: number): Float32Array {
    return this.#floats.subarray(start >> 2, (start >> 2) + count);
  }

  words(start: number, count: number): Uint32Array {
    return this.#words.subarray(start >> 2, (start >> 2) + count);
  }

  bytes(start: number, count: number): Uint8Array {
    return this.#bytes.subarray(start, start + count);
  }

  #merge(at: number): void {
    const block = this.#free[at];
    const next = this.#free[at + 1];
    if (!block || !next || block.start + block.size !== next.start) return;
    block.size += next.size;
    this.#free.splice(at + 1, 1);
  }

  #grow(pages: number): void {
    this.#memory.grow(Math.max(pages, PAGES_AT_ONCE));
    this.#buffer = this.#memory.buffer;
    this.#floats = new Float32Array(this.#buffer);
    this.#words = new Uint32Array(this.#buffer);
    this.#bytes = new Uint8Array(this.#buffer);
  }
}
