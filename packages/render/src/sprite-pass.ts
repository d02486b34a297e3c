/** Draws batches of sprites over a view's light, the large and soft ones at half resolution. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Target } from './target.ts';
import type { Uploads } from './uploads.ts';
import { dot, subtract } from './vector.ts';
import type { View } from './view.ts';
import { SPRITE_STRIDE, type Sprites, type Vec3 } from './world.ts';

const SHAPES = { soft: 0, puff: 1, streak: 2, flake: 3, spark: 4 } as const;
const PICTURE = 5;
/** Share of the picture's area, summed over a batch, from which half resolution pays for its compositing. */
const LARGE_SHARE = 0.4;

export class SpritePass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #uploads: Uploads;
  readonly #eye: number;
  #data = 0;
  #capacity = 0;
  #layer = 0;
  #layerPixels = 0;

  constructor(kernel: Kernel, memory: Memory, uploads: Uploads) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#uploads = uploads;
    this.#eye = memory.allocate(64);
  }

  /** The target in use, with one sample a pixel. */
  draw(batches: readonly Sprites[], view: View, target: Target): void {
    for (const batch of batches) if (batch.count > 0) this.#drawBatch(batch, view, target);
  }

  #drawBatch(batch: Sprites, view: View, target: Target): void {
    const kernel = this.#kernel;
    const { shape, lightPosition } = batch;
    const count = Math.min(batch.count, Math.floor(batch.data.length / SPRITE_STRIDE));
    const kind = typeof shape === 'string' ? SHAPES[shape] : PICTURE;
    if (typeof shape !== 'string') kernel.useTexture(this.#uploads.texture(shape));
    this.#upload(batch.data, count);
    const { position, right, up, forward, focal, centreX, centreY, near } = view;
    this.#memory.floats(this.#eye, 16).set([...position, ...right, ...up, ...forward, focal, centreX, centreY, near]);
    const isSoft = kind === SHAPES.soft || kind === SHAPES.puff;
    const layer = isSoft && coveredShare(batch.data, count, view, target) > LARGE_SHARE ? this.#layerFor(target) : 0;
    kernel.spriteTarget(layer);
    const light: Vec3 = lightPosition ?? [0, 0, 0];
    kernel.drawSprites(
      kind,
      batch.blend === 'add' ? 1 : 0,
      count,
      this.#data,
      this.#eye,
      lightPosition ? 0 : 1,
      ...light,
    );
    if (layer !== 0) kernel.layOver(layer);
  }

  #upload(data: Float32Array, count: number): void {
    if (count > this.#capacity) {
      if (this.#data !== 0) this.#memory.release(this.#data);
      this.#capacity = Math.ceil(count * 1.5);
      this.#data = this.#memory.allocate(this.#capacity * SPRITE_STRIDE * 4);
    }
    this.#memory.floats(this.#data, count * SPRITE_STRIDE).set(data.subarray(0, count * SPRITE_STRIDE));
  }

  #layerFor(target: Target): number {
    if (this.#layerPixels < target.pixels) {
      if (this.#layer !== 0) this.#memory.release(this.#layer - 64);
      this.#layerPixels = target.pixels;
      this.#layer = this.#memory.allocate(target.pixels * 4 + 128) + 64;
    }
    return this.#layer;
  }
}

/** How often the batch would paint the whole picture. */
function coveredShare(data: Float32Array, count: number, view: View, target: Target): number {
  let area = 0;
  for (let i = 0; i < count; i++) {
    const at = i * SPRITE_STRIDE;
    const depth = dot(subtract([data[at]!, data[at + 1]!, data[at + 2]!], view.position), view.forward);
    if (depth <= view.near) continue;
    const radius = (data[at + 3]! * view.focal) / depth;
    area += Math.min(4 * radius * radius, target.pixels);
  }
  return area / target.pixels;
}
