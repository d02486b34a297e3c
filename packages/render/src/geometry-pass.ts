/** Draws the instances that a view can see into its G-buffer, nearest first, and its halves. */

import { OUT_BYTES } from './kernel/layout.ts';
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Prepared } from './scene-tables.ts';
import type { Target } from './target.ts';
import { multiply } from './vector.ts';
import { nearestDepth, type View } from './view.ts';
import type { Rgb } from './world.ts';

const WHITE: Rgb = [1, 1, 1];
/** Metres that no other depth reaches. */
const SURROUNDING = 1e9;

/** Bytes of the rows that are drawn while they lie in the processor's cache. */
const BAND_BYTES = 700_000;
/** Words of the list of bands: two for each of as many as a picture can have. */
const BAND_WORDS = 2 * 512;
/** What waits at most; when it is used up, it is drawn, and the rest after it. */
const VERTICES = 100_000;
const NODE_BYTES = 28 * 120_000;
const DRAW_BYTES = 20 * 4096;
const CORNER_BYTES = OUT_BYTES * 4096;

export class GeometryPass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #block: number;
  readonly #lists: number;
  readonly #nodes: number;
  readonly #draws: number;
  readonly #corners: number;
  readonly #matrix = new Float64Array(16);
  #vertices = 0;
  #heights = 0;
  #vertexCapacity = 0;
  #vertexCount = 0;

  constructor(kernel: Kernel, memory: Memory) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#block = memory.allocate(128);
    this.#lists = memory.allocate(BAND_WORDS * 4);
    this.#nodes = memory.allocate(NODE_BYTES);
    this.#draws = memory.allocate(DRAW_BYTES);
    this.#corners = memory.allocate(CORNER_BYTES);
  }

  /** Room for the transformed vertices of a view, and at least of the largest mesh; shared with the shadow pass. */
  vertexRoom(prepared: readonly Prepared[]): number {
    const most = prepared.reduce((count, { mesh }) => Math.max(count, mesh.vertexCount), VERTICES);
    if (most > this.#vertexCapacity) {
      if (this.#vertices !== 0) {
        this.#memory.release(this.#vertices);
        this.#memory.release(this.#heights);
      }
      this.#vertexCapacity = Math.ceil(most * 1.25);
      this.#vertices = this.#memory.allocate(this.#vertexCapacity * OUT_BYTES);
      this.#heights = this.#memory.allocate(this.#vertexCapacity * 4);
    }
    return this.#vertices;
  }

  /** @param cutHeight Draws only what lies above. @returns How many triangles were sent. */
  draw(prepared: readonly Prepared[], view: View, target: Target, samples: 1 | 4, cutHeight?: number): number {
    const kernel = this.#kernel;
    const rowBytes = target.bufferWidth * 16 * samples;
    // At least eight rows, which are the cells in which hidden triangles are found.
    const shift = Math.min(7, Math.max(3, Math.floor(Math.log2(BAND_BYTES / rowBytes))));
    kernel.openBands(shift, this.#lists, this.#nodes, NODE_BYTES, this.#draws, DRAW_BYTES, this.#corners, CORNER_BYTES);
    this.#vertexCount = 0;
    const visible: { item: Prepared; depth: number }[] = [];
    for (const item of prepared) {
      const depth = nearestDepth(view, item.centre, item.radius);
      // What reaches round the eye, as ground does, is mostly behind the rest.
      if (depth !== undefined) visible.push({ item, depth: depth > 0 ? depth : SURROUNDING + item.radius });
    }
    visible.sort((a, b) => a.depth - b.depth);
    let triangles = 0;
    for (const { item } of visible) triangles += this.#drawOne(item, view, cutHeight);
    kernel.drawBands(1);
    return triangles;
  }

  #drawOne(item: Prepared, view: View, cutHeight: number | undefined): number {
    const { mesh, instance } = item;
    const floats = this.#memory.floats(this.#block, 32);
    floats.set(multiply(view.toPixels, instance.matrix, this.#matrix));
    for (let row = 0; row < 3; row++) {
      for (let k = 0; k < 3; k++) floats[16 + row * 4 + k] = item.inverse[row * 4 + k]!;
    }
    // Colours travel as the square root of linear light, and so does what multiplies them.
    const [red, green, blue] = (instance.tint ?? WHITE).map((channel) => Math.sqrt(Math.max(0, channel))) as [
      number,
      number,
      number,
    ];
    floats.set([red, green, blue, 1], 28);
    const kernel = this.#kernel;
    if (this.#vertexCount + mesh.vertexCount > this.#vertexCapacity) {
      kernel.drawBands(0);
      this.#vertexCount = 0;
    }
    const vertices = this.#vertices + this.#vertexCount * OUT_BYTES;
    this.#vertexCount += mesh.vertexCount;
    kernel.transform(mesh.vertexCount, mesh.vertices, vertices, this.#block, view.near);
    kernel.cutAt(this.#heightsOf(item, cutHeight));
    const flip = item.flipped !== view.mirrored ? 1 : 0;
    const { texture, id } = item;
    kernel.collect(mesh.triangleCount, mesh.indices, vertices, id, view.near, flip, texture, red, green, blue);
    return mesh.triangleCount;
  }

  /** Address of the vertices' heights above the cut, 0 when the whole thing lies above it. */
  #heightsOf({ mesh, instance, centre, radius }: Prepared, cutHeight: number | undefined): number {
    if (cutHeight === undefined || centre[1] - radius >= cutHeight) return 0;
    const m = instance.matrix;
    this.#kernel.transformHeights(
      mesh.vertexCount,
      mesh.vertices,
      this.#heights,
      m[1]!,
      m[5]!,
      m[9]!,
      m[13]! - cutHeight,
    );
    return this.#heights;
  }
}
