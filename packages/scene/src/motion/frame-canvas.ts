import type { Frame } from './planes.ts';

/** Y' above black, Cb and Cr from grey, as by `toYuv`. */
export type Yuv = readonly [number, number, number];

/** How much of a stroke is seen at a pixel of the frame, 0 … 255; the frame's size. */
export type Stencil = (x: number, y: number) => number;

/**
 * Draws small things on a finished frame. `add` adds light, otherwise the colour covers what is there. Everything is
 * antialiased and cut off at the frame's edge.
 */
export class FrameCanvas {
  readonly width: number;
  readonly height: number;
  readonly #data: Uint8Array;

  constructor({ width, height, data }: Frame) {
    this.width = width;
    this.height = height;
    this.#data = data;
  }

  /** A round spot that is fullest in its middle. @param radius Where nothing of it is left. */
  dot(x: number, y: number, radius: number, color: Yuv, alpha: number, add = false, stencil?: Stencil): void {
    const square = 1 / (radius * radius);
    this.#fill(x - radius, y - radius, x + radius, y + radius, color, alpha, add, stencil, (px, py) => {
      const away = 1 - ((px - x) ** 2 + (py - y) ** 2) * square;
      return away <= 0 ? 0 : away * away;
    });
  }

  /** A disc with an edge as soft as a pixel. */
  disc(x: number, y: number, radius: number, color: Yuv, alpha: number, squash = 1, turn = 0): void {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const reach = radius + 1;
    const soft = Math.max(0.75, radius * 0.25);
    this.#fill(x - reach, y - reach, x + reach, y + reach, color, alpha, false, undefined, (px, py) => {
      const across = (px - x) * cos + (py - y) * sin;
      const along = ((py - y) * cos - (px - x) * sin) / squash;
      const inside = (radius - Math.hypot(across, along)) / soft + 0.5;
      return inside <= 0 ? 0 : inside >= 1 ? 1 : inside;
    });
  }

  /** A leaf: two arcs that meet in points. @param breadth 1 as broad as long, 0 a line. */
  leaf(x: number, y: number, radius: number, color: Yuv, alpha: number, breadth: number, turn: number): void {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const reach = radius + 1;
    const soft = Math.max(0.75, radius * 0.16);
    this.#fill(x - reach, y - reach, x + reach, y + reach, color, alpha, false, undefined, (px, py) => {
      const along = ((px - x) * cos + (py - y) * sin) / radius;
      if (along <= -1 || along >= 1) return 0;
      const across = Math.abs((py - y) * cos - (px - x) * sin);
      const inside = (radius * breadth * (1 - along * along) * (1 - 0.25 * along) - across) / soft + 0.5;
      return inside <= 0 ? 0 : inside >= 1 ? 1 : inside;
    });
  }

  /** A line that is brightest at its second end and fades towards its first. @param taper 0: equally bright throughout. */
  streak(
    from: readonly [number, number],
    to: readonly [number, number],
    halfWidth: number,
    color: Yuv,
    alpha: number,
    options: { readonly add?: boolean; readonly taper?: number; readonly stencil?: Stencil } = {},
  ): void {
    const { add = false, taper = 1, stencil } = options;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length < 0.01) return;
    const [ux, uy] = [dx / length, dy / length];
    const reach = halfWidth + 0.75;
    // In pieces: the box of a long slanting line is mostly empty.
    const pieces = Math.max(1, Math.ceil(Math.min(Math.abs(dx), Math.abs(dy)) / 12));
    for (let piece = 0; piece < pieces; piece++) {
      const x0 = from[0] + (dx * piece) / pieces;
      const y0 = from[1] + (dy * piece) / pieces;
      const x1 = x0 + dx / pieces;
      const y1 = y0 + dy / pieces;
      const [start, end] = [(length * piece) / pieces, (length * (piece + 1)) / pieces];
      const pad = piece === 0 || piece === pieces - 1 ? reach : 0;
      const box = [
        Math.min(x0, x1) - reach,
        Math.min(y0, y1) - reach,
        Math.max(x0, x1) + reach,
        Math.max(y0, y1) + reach,
      ];
      this.#fill(box[0]!, box[1]!, box[2]!, box[3]!, color, alpha, add, stencil, (px, py) => {
        const along = (px - from[0]) * ux + (py - from[1]) * uy;
        if (along < start - (piece === 0 ? pad : 0) || along >= end + (piece === pieces - 1 ? pad : 0)) return 0;
        const across = Math.abs((px - from[0]) * uy - (py - from[1]) * ux);
        const inside = Math.min(1, (reach - across) / 1.5) * Math.min(1, along + 1, length - along + 1);
        return inside <= 0 ? 0 : inside * (1 - taper + (taper * along) / length);
      });
    }
  }

  #fill(
    left: number,
    top: number,
    right: number,
    bottom: number,
    color: Yuv,
    alpha: number,
    add: boolean,
    stencil: Stencil | undefined,
    coverage: (x: number, y: number) => number,
  ): void {
    const { width, height } = this;
    const data = this.#data;
    // Whole 2 × 2 blocks, because each shares one chroma sample.
    const x0 = Math.max(0, Math.floor(left)) & ~1;
    const y0 = Math.max(0, Math.floor(top)) & ~1;
    const x1 = Math.min(width - 2, Math.ceil(right));
    const y1 = Math.min(height - 2, Math.ceil(bottom));
    const [luma, cb, cr] = color;
    const size = width * height;
    const half = width >> 1;
    for (let y = y0; y <= y1; y += 2) {
      for (let x = x0; x <= x1; x += 2) {
        let total = 0;
        for (let j = 0; j < 2; j++) {
          for (let i = 0; i < 2; i++) {
            let share = coverage(x + i, y + j) * alpha;
            if (share === 0) continue;
            if (stencil) share *= stencil(x + i, y + j) / 255;
            total += share;
            const at = (y + j) * width + x + i;
            const was = data[at]!;
            const value = (add ? was + luma * share : was + (16 + luma - was) * share) + 0.5;
            data[at] = value > 235 ? 235 : value < 16 ? 16 : value;
          }
        }
        if (total === 0) continue;
        const at = size + (y >> 1) * half + (x >> 1);
        mixChroma(data, at, cb, total / 4, add);
        mixChroma(data, at + (size >> 2), cr, total / 4, add);
      }
    }
  }
}

function mixChroma(data: Uint8Array, at: number, color: number, share: number, add: boolean): void {
  const was = data[at]!;
  const value = (add ? was + color * share : was + (128 + color - was) * share) + 0.5;
  data[at] = value > 240 ? 240 : value < 16 ? 16 : value;
}
