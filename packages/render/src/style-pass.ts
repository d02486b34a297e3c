/** Repaints the graded picture in a style, with lines drawn from the geometry. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Target } from './target.ts';
import type { Style } from './world.ts';

/** Styles made after grading. Clay is a matter of materials, natural of nothing. */
export type PaintedStyle = Exclude<Style, 'natural' | 'clay'>;

export function isPainted(style: Style): style is PaintedStyle {
  return style !== 'natural' && style !== 'clay';
}

/** Radius of the brush's windows in pixels at a height of 720, how far it looks for a calm one, and how often it passes. */
const BRUSHES: Record<PaintedStyle, { radius: number; reach: number; passes: number }> = {
  anime: { radius: 1, reach: 2, passes: 1 },
  comic: { radius: 2, reach: 3, passes: 1 },
  sketch: { radius: 1, reach: 1, passes: 0 },
  watercolor: { radius: 3, reach: 5, passes: 1 },
  oil: { radius: 2, reach: 4, passes: 2 },
  pixel: { radius: 1, reach: 1, passes: 0 },
};
/** Rows of blocks in the pixel style. */
const PIXEL_ROWS = 180;
const SPARE_ROWS = 8;

export class StylePass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #target: Target;
  /** Four planes of means, one of ink lines, one to work in. */
  readonly #planes: readonly number[];
  #palette = 0;

  constructor(kernel: Kernel, memory: Memory, target: Target) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#target = target;
    const spare = SPARE_ROWS * target.bufferWidth * 4;
    this.#planes = Array.from({ length: 6 }, () => memory.allocate(target.pixels * 4 + 2 * spare) + spare);
  }

  /** Changes the picture in place; the target's light planes are used up. */
  draw(style: PaintedStyle, picture: number): void {
    const kernel = this.#kernel;
    const { width, height } = this.#target;
    const scale = Math.max(0.35, height / 720);
    const [ink, spare] = [this.#planes[4]!, this.#planes[5]!];
    kernel.unpackPicture(picture);
    this.#brush(style, scale);
    if (style !== 'pixel' && style !== 'oil') {
      const thick = style === 'comic' ? 1.7 : 1;
      kernel.inkLines(ink, Math.max(1, Math.round(scale * thick)), style === 'watercolor' ? 0.5 : 1);
    }
    if (style === 'anime') kernel.anime(ink);
    else if (style === 'comic') kernel.comic(ink, scale);
    else if (style === 'sketch') kernel.sketch(ink, scale);
    else if (style === 'watercolor') kernel.watercolor(ink, scale, width, height, spare);
    else if (style === 'oil') kernel.oil(scale, ink, spare);
    else this.#pixelate(height);
    kernel.packPicture(picture);
  }

  #brush(style: PaintedStyle, scale: number): void {
    const kernel = this.#kernel;
    const { radius, reach, passes } = BRUSHES[style];
    const window = Math.min(12, Math.max(1, Math.round(radius * scale)));
    const distance = Math.max(1, Math.round(reach * scale));
    const [r, g, b, square, , spare] = this.#planes as [number, number, number, number, number, number];
    const { light, pixels } = this.#target;
    for (let pass = 0; pass < passes; pass++) {
      kernel.squaredLuma(square);
      kernel.boxPlane(square, square, spare, window);
      [r, g, b].forEach((plane, channel) => {
        kernel.boxPlane(light + channel * pixels * 4, plane, spare, window);
      });
      kernel.brush(r, g, b, square, distance);
    }
  }

  #pixelate(height: number): void {
    const colors = paletteColors();
    if (this.#palette === 0) {
      this.#palette = this.#memory.allocate(colors.length * 12);
      this.#memory.floats(this.#palette, colors.length * 3).set(colors.flat());
    }
    this.#kernel.pixelate(Math.max(2, Math.round(height / PIXEL_ROWS)), this.#palette, colors.length);
  }
}

/** Eight greys and twelve hues in five brightnesses and two strengths, bent towards warm light and cool shade. */
function paletteColors(): readonly (readonly [number, number, number])[] {
  const colors: [number, number, number][] = [];
  for (let i = 0; i < 8; i++) colors.push([i / 7.2 + 0.01, i / 7.2 + 0.01, i / 7.2 + 0.025]);
  for (let hue = 0; hue < 12; hue++) {
    for (const value of [0.2, 0.38, 0.58, 0.8, 0.98]) {
      for (const strength of [0.42, 0.8]) {
        const turn = hue / 2;
        const channel = (offset: number) => {
          const k = (offset + turn) % 6;
          return value - value * strength * Math.max(0, Math.min(k, 4 - k, 1));
        };
        colors.push([channel(5), channel(3), channel(1)]);
      }
    }
  }
  return colors;
}
