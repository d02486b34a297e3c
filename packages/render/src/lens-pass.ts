/** Blur behind the focus and shafts of light, on the light before it is graded. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Target } from './target.ts';
import { dot, subtract } from './vector.ts';
import type { View } from './view.ts';
import type { Moment } from './world.ts';

/** Things up to this many times the focus distance stay sharp. */
const SHARP_REACH = 1.15;
/** Width of a picture for which one round of blur at quarter resolution is right. */
const BLUR_WIDTH = 900;
/** Reach of the shafts' source round the light, as a share of the picture's height. */
const SOURCE_SHARE = 0.7;
/** Light that strength 1 adds next to the source, in parts of the colour. */
const SHAFT_GAIN = 0.55;
/** Each round smears over a part of the way to the light; short first, so that the taps do not show. */
const SHAFT_SPANS = [0.05, 0.22, 0.75];

export class LensPass {
  readonly #kernel: Kernel;
  readonly #planes: number;
  readonly #planeBytes: number;
  readonly #spare: number;
  readonly #width: number;
  readonly #height: number;

  constructor(kernel: Kernel, memory: Memory, target: Target) {
    this.#kernel = kernel;
    this.#width = target.bufferWidth / 4;
    this.#height = target.bufferHeight / 4;
    this.#planeBytes = this.#width * this.#height * 4;
    this.#planes = memory.allocate(this.#planeBytes * 4 + 256) + 64;
    this.#spare = memory.allocate(this.#planeBytes + this.#width * 4 + 256);
  }

  draw(moment: Moment, view: View): void {
    const { focus } = moment.camera;
    if (focus && focus.blur > 0) this.#blur(focus.distance * SHARP_REACH, Math.min(1, focus.blur));
    if (moment.shafts && moment.shafts.strength > 0) this.#shafts(moment.shafts, view);
  }

  #blur(start: number, strength: number): void {
    const kernel = this.#kernel;
    kernel.gatherBlur(this.#planes, start, strength);
    const rounds = Math.max(1, Math.round((strength * this.#width * 4 * 1.6) / BLUR_WIDTH));
    for (let plane = 0; plane < 4; plane++) {
      for (let i = 0; i < rounds; i++) {
        kernel.gaussPlane(this.#planes + plane * this.#planeBytes, this.#spare, this.#width, this.#height);
      }
    }
    kernel.applyBlur(this.#planes, start, strength);
  }

  #shafts({ position, color, strength }: NonNullable<Moment['shafts']>, view: View): void {
    const kernel = this.#kernel;
    const offset = subtract(position, view.position);
    const depth = dot(offset, view.forward);
    if (depth <= view.near) return;
    const x = view.centreX + (dot(offset, view.right) * view.focal) / depth;
    const y = view.centreY - (dot(offset, view.up) * view.focal) / depth;
    // Far outside the picture nothing of it would arrive.
    const far = this.#width * 4 * 3;
    if (Math.abs(x) > far || Math.abs(y) > far) return;
    let [from, to] = [this.#planes, this.#planes + this.#planeBytes];
    kernel.shaftSource(from, x, y, 1.02 / depth, SOURCE_SHARE * this.#height * 4);
    for (const span of SHAFT_SPANS) {
      kernel.smearShafts(from, to, x, y, span);
      [from, to] = [to, from];
    }
    const gain = strength * SHAFT_GAIN;
    kernel.addShafts(from, color[0] * gain, color[1] * gain, color[2] * gain);
  }
}
