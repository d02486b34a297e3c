/** Light to bytes: grade, smoothing of edges, rows without padding, I420. */
import { BloomPass } from './bloom-pass.ts';
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import { isPainted, leavesSteps, StylePass } from './style-pass.ts';
import type { Target } from './target.ts';
import type { Uploads } from './uploads.ts';
import type { Grade, Moment, Rgb } from './world.ts';

const NONE: Rgb = [0, 0, 0];
/** A little above a white wall in the sun. */
const THRESHOLD_DEFAULT = 1;
/** Bytes behind each plane of I420 that the kernel may overwrite. */
const SLACK = 64;
const ROWS_AT_ONCE = 32;
/** Rows that smoothing looks at above and below. */
const SMOOTHING_REACH = 6;

export class FinishPass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #uploads: Uploads;
  readonly #grade: number;
  /** Two pictures with padded rows; the smoothed one becomes the tight one when sizes differ. */
  readonly #graded: number;
  readonly #smoothed: number;
  #bloom: BloomPass | undefined;
  #style: StylePass | undefined;
  #tight = 0;
  #planes = 0;

  constructor(kernel: Kernel, memory: Memory, uploads: Uploads, target: Target) {
    this.#kernel = kernel;
    this.#uploads = uploads;
    this.#memory = memory;
    this.#grade = memory.allocate(64);
    const row = target.bufferWidth * 4;
    this.#graded = memory.allocate(target.pixels * 4 + 4 * row) + 2 * row;
    this.#smoothed = memory.allocate(target.pixels * 4 + 4 * row) + 2 * row;
  }

  /** @param isJagged Blend jagged edges afterwards. */
  finish(
    moment: Moment,
    target: Target,
    frameSeed: number,
    isJagged: boolean,
    lap: (pass: string) => void,
  ): Uint8Array {
    const smooth = isJagged && leavesSteps(moment.style);
    const { width, height } = target;
    const { grade, style } = moment;
    const kernel = this.#kernel;
    const glow = this.#glow(grade, target);
    lap('bloom');
    const painted = isPainted(style) ? style : undefined;
    const bar = barRows(grade, width, height);
    this.#memory.floats(this.#grade, 16).set(gradeBlock(grade));
    const gradeRows = (first: number, behind: number) => {
      const [w, h] = [target.bufferWidth / 4, target.bufferHeight / 4];
      kernel.finish(this.#graded, width, height, this.#grade, frameSeed | 0, bar, glow, w, h, first, behind);
    };
    const smoothRows = (first: number, behind: number) => {
      kernel.antialias(this.#graded, this.#smoothed, target.bufferWidth, width, height, first, behind);
    };
    if (smooth && !painted) {
      // Rows are smoothed while they lie in the processor's cache.
      let smoothed = 0;
      for (let first = 0; first < target.bufferHeight; first += ROWS_AT_ONCE) {
        const behind = Math.min(target.bufferHeight, first + ROWS_AT_ONCE);
        gradeRows(first, behind);
        const ready = behind === target.bufferHeight ? height : Math.min(height, behind - SMOOTHING_REACH);
        smoothRows(smoothed, ready);
        smoothed = ready;
      }
      lap('grade');
    } else {
      gradeRows(0, target.bufferHeight);
      lap('grade');
      if (painted) {
        this.#style ??= new StylePass(kernel, this.#memory, target);
        this.#style.draw(painted, this.#graded);
        if (bar > 0) kernel.bars(this.#graded, width, height, bar);
        lap('style');
      }
      if (smooth) smoothRows(0, height);
    }
    const from = smooth ? this.#smoothed : this.#graded;
    const to = smooth ? this.#graded : this.#smoothed;
    const { overlay } = moment;
    if (overlay) {
      const picture = this.#uploads.picture(overlay);
      kernel.overlay(from, target.bufferWidth, width, height, picture, overlay.width, overlay.height);
    }
    if (width === target.bufferWidth) this.#tight = from;
    else {
      kernel.crop(from, to, width, height);
      this.#tight = to;
    }
    lap('smooth');
    return this.#memory.bytes(this.#tight, width * height * 4);
  }

  #glow(grade: Grade, target: Target): number {
    if (!grade.bloom) return 0;
    this.#bloom ??= new BloomPass(this.#kernel, this.#memory, target);
    return this.#bloom.draw(grade.bloomThreshold ?? THRESHOLD_DEFAULT, grade.exposure ?? 1);
  }

  i420(target: Target): Uint8Array {
    const { width, height } = target;
    if (width % 2 !== 0 || height % 2 !== 0) throw new RangeError(`I420 needs even sides, not ${width} × ${height}`);
    const luma = width * height;
    if (this.#planes === 0) this.#planes = this.#memory.allocate((luma * 3) / 2 + 4 * SLACK + luma);
    const y = this.#planes;
    // Each plane is written with slack behind it: V first lies beyond U's slack, then both move up.
    const u = y + luma + SLACK;
    const v = u + luma / 4 + SLACK;
    this.#kernel.toI420(this.#tight, width, width, height, y, u, v);
    const bytes = this.#memory.bytes(y, luma * 2 + 4 * SLACK);
    bytes.copyWithin(luma, u - y, u - y + luma / 4);
    bytes.copyWithin(luma + luma / 4, v - y, v - y + luma / 4);
    return bytes.subarray(0, (luma * 3) / 2);
  }
}

function gradeBlock(grade: Grade): readonly number[] {
  const { exposure = 1, saturation = 1, contrast = 1, vignette = 0, grain = 0, monochrome = 0 } = grade;
  const { shadows = NONE, highlights = NONE, bloom = 0 } = grade;
  return [exposure, saturation, contrast, vignette, grain, monochrome, ...shadows, ...highlights, bloom, 0, 0, 0];
}

/** Rows of black above and below that leave a picture of the wanted shape. */
function barRows(grade: Grade, width: number, height: number): number {
  if (!grade.letterbox || grade.letterbox <= width / height) return 0;
  return Math.round((height - width / grade.letterbox) / 2);
}
