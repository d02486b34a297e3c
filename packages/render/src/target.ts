/** Buffers of one view, allocated once. Sides are rounded up to 16 so that no kernel meets a ragged edge. */

import { TILE_SHIFT, U_BYTES } from './kernel/layout.ts';
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';

/** Kernels read a little outside their planes; each plane has this many spare rows on both sides. */
const SPARE_ROWS = 8;

export class Target {
  readonly width: number;
  readonly height: number;
  readonly bufferWidth: number;
  readonly bufferHeight: number;
  readonly samples: 1 | 4;
  readonly pixels: number;
  readonly depth: number;
  readonly normals: number;
  readonly colors: number;
  readonly ids: number;
  /** Red, green and blue planes, one after the other. */
  readonly light: number;
  readonly halfDepth: number;
  readonly halfMetres: number;
  readonly halfNormals: number;
  /** Four planes of sky at half resolution; 0 with four samples, which draw it in full. */
  readonly halfSky: number;
  readonly tiles: number;
  readonly frame: number;

  constructor(memory: Memory, width: number, height: number, samples: 1 | 4) {
    this.width = width;
    this.height = height;
    this.samples = samples;
    this.bufferWidth = Math.ceil(width / 16) * 16;
    this.bufferHeight = Math.ceil(height / 16) * 16;
    this.pixels = this.bufferWidth * this.bufferHeight;
    const plane = (bytes: number, rowBytes: number) =>
      memory.allocate(bytes + 2 * SPARE_ROWS * rowBytes) + SPARE_ROWS * rowBytes;
    const row = this.bufferWidth * 4;
    this.depth = plane(this.pixels * 4 * samples, row * samples);
    this.normals = plane(this.pixels * 4 * samples, row * samples);
    this.colors = plane(this.pixels * 4 * samples, row * samples);
    this.ids = plane(this.pixels * 4 * samples, row * samples);
    this.light = plane(this.pixels * 12, row);
    this.halfDepth = plane(this.pixels, row / 2);
    this.halfMetres = plane(this.pixels, row / 2);
    this.halfNormals = plane(this.pixels, row / 2);
    this.halfSky = samples === 1 ? plane(this.pixels * 4, row / 2) : 0;
    this.tiles = memory.allocate((this.pixels / 256) << TILE_SHIFT);
    this.frame = memory.allocate(U_BYTES);
  }

  /** Points the kernels at these buffers; `scene` holds what all views of a moment share. */
  use(
    kernel: Kernel,
    scene: { materials: number; instances: number; lights: number; scratch: number },
    samples: 1 | 4,
  ): void {
    kernel.target(
      this.bufferWidth,
      this.bufferHeight,
      this.depth,
      this.normals,
      this.colors,
      this.ids,
      samples === 4 ? 1 : 0,
    );
    kernel.halves(this.halfDepth, this.halfMetres, this.halfNormals);
    kernel.planes(this.light);
    kernel.tables(this.frame, scene.materials, scene.instances, scene.lights, this.tiles, scene.scratch);
  }
}
