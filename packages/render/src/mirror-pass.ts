/** Draws the world a second time, upside down at half resolution, for wet ground and water. */
import { writeFrameBlock } from './frame-block.ts';
import type { GeometryPass } from './geometry-pass.ts';
import { MAX_LIGHTS } from './kernel/layout.ts';
import type { Kernel } from './kernel.ts';
import { MaskPass } from './mask-pass.ts';
import type { Memory } from './memory.ts';
import type { Prepared, SceneTables } from './scene-tables.ts';
import type { ShadowMap } from './shadow-pass.ts';
import type { SpritePass } from './sprite-pass.ts';
import { Target } from './target.ts';
import { betweenRows, mirrorView, type View } from './view.ts';
import type { MirrorPlane, Moment } from './world.ts';

/** Length of the smear as a share of the picture's height, at roughness 1. */
const SMEAR_SHARE = 0.16;
const SHADOW_TAPS = 4;

export interface MirrorScene {
  readonly moment: Moment;
  readonly prepared: readonly Prepared[];
  readonly view: View;
  readonly tables: SceneTables;
  readonly geometry: GeometryPass;
  readonly sprites: SpritePass;
  readonly shadow: ShadowMap;
}

export class MirrorPass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #target: Target;
  readonly #mask: MaskPass;
  readonly #sharp: number;
  readonly #smeared: number;
  readonly #spare: number;
  readonly #width: number;
  readonly #height: number;

  constructor(kernel: Kernel, memory: Memory, main: Target) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#width = main.width / 2;
    this.#height = main.height / 2;
    this.#target = new Target(memory, main.bufferWidth / 2, main.bufferHeight / 2, 1);
    this.#mask = new MaskPass(kernel, memory, this.#target);
    this.#sharp = memory.allocate(this.#target.pixels * 16 + 256);
    this.#smeared = memory.allocate(this.#target.pixels * 16 + 256);
    this.#spare = memory.allocate((this.#target.pixels + this.#target.bufferWidth) * 4 + 64);
  }

  /** @param rows First mirroring row of the main picture and the row behind the last. Leaves its own target in use. */
  draw(scene: MirrorScene, mirror: MirrorPlane, rows: { first: number; behind: number }): void {
    const kernel = this.#kernel;
    const target = this.#target;
    const { moment, tables } = scene;
    const size = {
      width: this.#width,
      height: this.#height,
      bufferWidth: target.bufferWidth,
      bufferHeight: target.bufferHeight,
    };
    const smear = Math.round(mirror.roughness * SMEAR_SHARE * target.bufferHeight);
    const margin = 24 + smear;
    const first = Math.max(0, (rows.first >> 1) - margin);
    const behind = Math.min(target.bufferHeight, (rows.behind >> 1) + margin);
    const view = betweenRows(mirrorView(scene.view, mirror.height, size, 2), first, behind);
    target.use(kernel, tables, 1);
    const words = this.#memory.words(target.frame, 256);
    writeFrameBlock(this.#memory.floats(target.frame, 256), words, moment, view, false);
    const above = scene.prepared.filter(({ centre, radius }) => centre[1] + radius > mirror.height + 0.02);
    scene.geometry.draw(above, view, target, 1, mirror.height);
    this.#memory.floats(tables.scratch, 16).set(view.toView);
    const lights = Math.min(MAX_LIGHTS, moment.lights.length);
    kernel.cullLights(lights, tables.scratch, view.focal, view.centreX, view.centreY);
    this.#mask.draw(scene.shadow, 0, SHADOW_TAPS, { first, behind });
    kernel.halfSky(target.halfSky, Math.max(0, (first >> 1) - 1), Math.min(target.bufferHeight / 2, (behind >> 1) + 2));
    kernel.shade(first, behind);
    scene.sprites.draw(moment.sprites, view, target);
    kernel.interleave(this.#sharp, first, behind);
    if (smear > 0) {
      kernel.smear(first, behind, smear, this.#spare);
      kernel.interleave(this.#smeared, first, behind);
    }
    kernel.useMirror(this.#sharp, smear > 0 ? this.#smeared : this.#sharp, target.bufferWidth, first, behind);
  }
}
