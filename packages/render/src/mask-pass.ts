/** Ambient occlusion and sunlight at half resolution, blurred without crossing edges. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { ShadowMap } from './shadow-pass.ts';
import type { Target } from './target.ts';

const OCCLUSION_METRES = 0.45;
const DITHER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
const GOLDEN_ANGLE = 2.39996;
/** Of the occlusion's four taps: as much is shut by them as by six of the disc. */
const RING_RADII = [0.95, 0.4, 0.75, 0.6];
const SPARE_ROWS = 8;
/** Rows beyond those wanted that the blur and the doubling look at. */
const BLUR_REACH = 4;

export class MaskPass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  /** Turned points, by how many there are. */
  readonly #around = new Map<number, number>();
  readonly #beside = new Map<number, number>();
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
    this.#memory = memory;
    this.#open = plane();
    this.#lit = plane();
    this.#openSpare = plane();
    this.#litSpare = plane();
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
      this.#turned(this.#beside, DISC.slice(0, shadowTaps)),
      shadowTaps,
      this.#turned(this.#around, occlusion === RINGS.length ? RINGS : DISC.slice(0, occlusion)),
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

  /** The points turned for each of 4 × 4 pixels: by rows of the dither, the four x of a point, then its four y. */
  #turned(made: Map<number, number>, points: readonly Point[]): number {
    const known = made.get(points.length);
    if (known !== undefined) return known;
    const turned = DITHER.map((order) => (order / 16) * 2 * Math.PI);
    const values = [0, 4, 8, 12].flatMap((row) =>
      points.flatMap(([x, y]) => {
        const angles = turned.slice(row, row + 4);
        return [
          ...angles.map((angle) => x * Math.cos(angle) - y * Math.sin(angle)),
          ...angles.map((angle) => x * Math.sin(angle) + y * Math.cos(angle)),
        ];
      }),
    );
    const address = this.#memory.allocate(values.length * 4 + 64);
    this.#memory.floats(address, values.length).set(values);
    made.set(points.length, address);
    return address;
  }
}

type Point = readonly [x: number, y: number];

/** Points of a unit disc: four on the rim, then a spiral that covers the inside evenly. */
const DISC = discPoints();
/** One point on each of four rings. The sixteen turns of the dither make them 64 round each pixel. */
const RINGS = RING_RADII.map((radius, i): Point => {
  const angle = (i * Math.PI) / 2 + 0.3;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

function discPoints(): Point[] {
  const rim = Array.from({ length: 4 }, (_, i): Point => [Math.cos(i * 1.5708 + 0.3), Math.sin(i * 1.5708 + 0.3)]);
  const inside = Array.from({ length: 12 }, (_, i): Point => {
    const distance = Math.sqrt((i + 0.5) / 13);
    return [distance * Math.cos(i * GOLDEN_ANGLE), distance * Math.sin(i * GOLDEN_ANGLE)];
  });
  return [...rim, ...inside];
}
