import { instantiate, type Kernel } from './kernel.ts';

const PAGE = 65536;
const ALIGN = 64;
/** SIMD loads may read past the last element. */
const SLACK = 256;

/**
 * Kernels with memory that is handed out once and never given back. Views stay valid for its lifetime, because it never
 * grows; what is never touched costs nothing.
 */
export class Arena {
  readonly kernel: Kernel;
  #free: number;

  constructor(module: WebAssembly.Module, byteLength: number) {
    this.kernel = instantiate(module);
    const { memory } = this.kernel;
    this.#free = Math.ceil(this.kernel.heapStart() / ALIGN) * ALIGN;
    const missing = this.#free + byteLength + SLACK - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }

  /** Zeroed. @throws {RangeError} when the memory is used up. */
  bytes(length: number): Uint8Array {
    const { buffer } = this.kernel.memory;
    const start = this.#free;
    if (start + length + SLACK > buffer.byteLength) {
      throw new RangeError(`the kernels' memory has no room for ${length} bytes more`);
    }
    this.#free = Math.ceil((start + length) / ALIGN) * ALIGN;
    return new Uint8Array(buffer, start, length);
  }

  floats(length: number): Float32Array {
    const { buffer, byteOffset } = this.bytes(length * 4);
    return new Float32Array(buffer, byteOffset, length);
  }

  /** @throws {TypeError} for what lies elsewhere: a kernel would read and write whatever is at that place. */
  address({ buffer, byteOffset }: Uint8Array | Float32Array): number {
    if (buffer !== this.kernel.memory.buffer) throw new TypeError('expected memory of these very kernels');
    return byteOffset;
  }
}
