/** Glow round what is bright. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Target } from './target.ts';

const LEVELS = 5;

interface Level {
  readonly planes: number;
  readonly width: number;
  readonly height: number;
}

export class BloomPass {
  readonly #kernel: Kernel;
  readonly #levels: readonly Level[];
  readonly #spare: number;

  constructor(kernel: Kernel, memory: Memory, target: Target) {
    this.#kernel = kernel;
    const levels: Level[] = [];
    let [width, height] = [target.bufferWidth / 4, target.bufferHeight / 4];
    for (let i = 0; i < LEVELS; i++) {
      levels.push({ planes: memory.allocate(width * height * 12 + 128) + 64, width, height });
      width = Math.max(4, Math.ceil(width / 2 / 4) * 4);
      height = Math.max(1, Math.ceil(height / 2));
    }
    this.#levels = levels;
    const first = levels[0]!;
    this.#spare = memory.allocate(first.width * first.height * 4 + first.width * 4 + 256);
  }

  /** Planes at a quarter of the buffer's resolution. */
  draw(threshold: number, exposure: number): number {
    const kernel = this.#kernel;
    const levels = this.#levels;
    const first = levels[0]!;
    kernel.brightQuarter(first.planes, threshold, exposure);
    for (let channel = 0; channel < 3; channel++) {
      const plane = (level: Level) => level.planes + channel * level.width * level.height * 4;
      for (let i = 1; i < levels.length; i++) {
        const from = levels[i - 1]!;
        const to = levels[i]!;
        kernel.halvePlane(plane(from), from.width, from.height, plane(to), to.width, to.height);
        kernel.gaussPlane(plane(to), this.#spare, to.width, to.height);
      }
      kernel.gaussPlane(plane(first), this.#spare, first.width, first.height);
      for (let i = levels.length - 2; i >= 0; i--) {
        const to = levels[i]!;
        const from = levels[i + 1]!;
        kernel.addDoubled(plane(to), to.width, to.height, plane(from), from.width, from.height, 1, 0.9, this.#spare);
      }
    }
    return first.planes;
  }
}
