/** Ambient occlusion and sunlight at half resolution, blurred without crossing edges. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { ShadowMap } from './shadow-pass.ts';
import type { Target } from './target.ts';

const OCCLUSION_METRES = 0.45;
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
const GOLDEN_ANGLE = 2.39996;
const SPARE_ROWS = 8;
/** Rows beyond those wanted that the blur and the doubling look at. */
const BLUR_REACH = 4;

export class MaskPass {
  readonly #kernel: Kernel;
  readonly #turns: number;
  readonly #taps: number;
  readonly #open: number;
  readonly #lit: number;
  readonly #openSpare: number;
  readonly #litSpare: number;
  readonly #rowPixels: number;
  readonly #rows: number;

  constructor(kernel: Kernel, memory: Memory, target: Target) {
    this.#kernel = kernel;
    this.#rowPixels = target.bufferWidth / 2;
    this.#rows = target.bufferHeight;
    const spare = SPARE_ROWS * this.#rowPixels * 4;
    const plane = () => memory.allocate(target.pixels + 2 * spare) + spare;
    this.#turns = memory.allocate(128);
    this.#taps = memory.allocate(16 * 8);
    this.#open = plane();
    this.#lit = plane();
    this.#openSpare = plane();
    this.#litSpare = plane();
    const turns = DITHER.map((order) => (order / 16) * 2 * Math.PI);
    memory.floats(this.#turns, 32).set([...turns.map(Math.cos), ...turns.map(Math.sin)]);
    memory.floats(this.#taps, 32).set(discPoints());
  }

  /**
   * Fills the masks of the target in use and hands them to the shading.
   * @param occlusion Taps, 0 for none.
   * @param rows The only rows that will be shaded, of the full resolution. Default: all.
   */
  draw(
    shadow: ShadowMap,
    occlusion: number,
    shadowTaps: number,
    rows: { first: number; behind: number } = { first: 0, behind: this.#rows },
  ): void {
    const kernel = this.#kernel;
    const first = Math.max(0, (rows.first >> 1) - BLUR_REACH);
    const behind = Math.min(this.#rows >> 1, (rows.behind >> 1) + BLUR_REACH);
    const { matrix, map, size, reach, biasMetres, liftMetres } = shadow;
    kernel.mask(
      this.#open,
      this.#lit,
      this.#turns,
      this.#taps,
      shadowTaps,
      occlusion,
      OCCLUSION_METRES,
      matrix,
      map,
      size,
      reach,
      biasMetres,
      liftMetres,
      first,
      behind,
    );
    kernel.blurMask(1, this.#open, this.#lit, this.#openSpare, this.#litSpare, first, behind);
    kernel.blurMask(this.#rowPixels, this.#openSpare, this.#litSpare, this.#open, this.#lit, first, behind);
    kernel.masks(this.#open, this.#lit);
  }
}

/** Points of a unit disc: four on the rim, then a spiral that covers the inside evenly. */
function discPoints(): number[] {
  const rim = Array.from({ length: 4 }, (_, i) => [Math.cos(i * 1.5708 + 0.3), Math.sin(i * 1.5708 + 0.3)]);
  const inside = Array.from({ length: 12 }, (_, i) => {
    const distance = Math.sqrt((i + 0.5) / 13);
    return [distance * Math.cos(i * GOLDEN_ANGLE), distance * Math.sin(i * GOLDEN_ANGLE)];
  });
  return [...rim, ...inside].flat();
}
