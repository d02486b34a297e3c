/** The sun's depth map. What stands still is drawn once and copied; what moves is drawn on top each frame. */
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Prepared } from './scene-tables.ts';
import { dot, frame, multiply, normalize, scale } from './vector.ts';
import type { Mesh, Moment, Sun, Vec3 } from './world.ts';

const RADIUS_DEFAULT = 30;
const SOFTNESS_DEFAULT = 0.05;
/** The box moves in steps of its radius by this part, so that a following camera rarely redraws what stands still. */
const STEP = 0.25;
const EMPTY_DEPTH = -1e9;
/** Numbers of the key before the matrices. */
const KEY_HEAD = 6;

export interface ShadowMap {
  /** 0 when there is no sun. */
  readonly map: number;
  readonly size: number;
  /** Address of the matrix from world to texels and metres. */
  readonly matrix: number;
  /** Texels that a tap may lie away. */
  readonly reach: number;
  readonly biasMetres: number;
  readonly liftMetres: number;
}

interface Box {
  readonly right: Vec3;
  readonly up: Vec3;
  readonly towards: Vec3;
  readonly centreX: number;
  readonly centreY: number;
  readonly half: number;
}

export class ShadowPass {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #size: number;
  readonly #map: number;
  readonly #kept: number;
  readonly #matrix: number;
  readonly #block: number;
  readonly #product = new Float64Array(16);
  #keptKey: Float64Array | undefined;
  #keptMeshes: readonly Mesh[] = [];
  /** Rows of the map where it differs from the kept one: what moved was drawn there. */
  #drawn: Rows = NO_ROWS;

  constructor(kernel: Kernel, memory: Memory, size: number) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#size = size;
    this.#map = memory.allocate(size * size * 4);
    this.#kept = memory.allocate(size * size * 4);
    this.#matrix = memory.allocate(64);
    this.#block = memory.allocate(64);
  }

  draw(moment: Moment, prepared: readonly Prepared[], vertices: number): ShadowMap {
    const { sun } = moment;
    const size = this.#size;
    const dark = !(sun.color[0] > 0 || sun.color[1] > 0 || sun.color[2] > 0);
    const box = boxOf(sun, sun.shadowCenter ?? moment.camera.target);
    const texel = (2 * box.half) / size;
    const reach = Math.min(24, Math.max(1.2, (sun.softness ?? SOFTNESS_DEFAULT) / texel));
    const found = {
      size,
      matrix: this.#matrix,
      reach,
      biasMetres: texel * 1.2 + 0.01,
      liftMetres: texel * (1 + reach * 0.6),
    };
    if (dark) return { ...found, map: 0 };
    const toMap = this.#writeMatrix(box);
    const casters = prepared.filter((item) => item.instance.castsShadow !== false && isInside(item, box));
    const standing = casters.filter(({ instance }) => instance.isStatic);
    const count = size * size;
    if (!this.#isKept(box, standing)) {
      this.#kernel.fill(this.#kept, count, EMPTY_DEPTH);
      for (const item of standing) this.#cast(item, toMap, vertices, this.#kept);
      this.#drawn = { first: 0, behind: size };
    }
    this.#restore();
    for (const item of casters) {
      if (item.instance.isStatic) continue;
      this.#cast(item, toMap, vertices, this.#map);
      this.#drawn = joined(this.#drawn, rowsOf(item, box, size));
    }
    return { ...found, map: this.#map };
  }

  /** Makes the map equal to the kept one. */
  #restore(): void {
    const { first, behind } = this.#drawn;
    this.#drawn = NO_ROWS;
    if (first >= behind) return;
    const from = first * this.#size * 4;
    const bytes = (behind - first) * this.#size * 4;
    this.#memory.bytes(this.#map + from, bytes).set(this.#memory.bytes(this.#kept + from, bytes));
  }

  /** Lets go of the meshes that the kept map shows. */
  forget(): void {
    this.#keptKey = undefined;
    this.#keptMeshes = [];
  }

  #cast({ mesh, instance }: Prepared, toMap: Float64Array, vertices: number, map: number): void {
    this.#memory.floats(this.#block, 16).set(multiply(toMap, instance.matrix, this.#product));
    this.#kernel.transformDepth(mesh.vertexCount, mesh.vertices, vertices, this.#block);
    this.#kernel.rasterDepth(mesh.triangleCount, mesh.indices, vertices, this.#size, map);
  }

  /** Compares with what the kept map shows, by value: matrices may be rewritten in place. */
  #isKept(box: Box, standing: readonly Prepared[]): boolean {
    const key = new Float64Array(KEY_HEAD + standing.length * 16);
    key.set([...box.towards, box.centreX, box.centreY, box.half]);
    standing.forEach(({ instance }, i) => {
      key.set(instance.matrix, KEY_HEAD + i * 16);
    });
    const meshes = standing.map(({ instance }) => instance.mesh);
    const before = this.#keptKey;
    const isSame =
      before?.length === key.length &&
      key.every((value, i) => value === before[i]) &&
      meshes.every((mesh, i) => mesh === this.#keptMeshes[i]);
    this.#keptKey = key;
    this.#keptMeshes = meshes;
    return isSame;
  }

  #writeMatrix({ right, up, towards, centreX, centreY, half }: Box): Float64Array {
    const k = this.#size / (2 * half);
    const middle = this.#size / 2;
    const [r, u] = [scale(right, k), scale(up, k)];
    // biome-ignore format: rows of a matrix
    const matrix = Float64Array.of(
      r[0], u[0], towards[0], 0,
      r[1], u[1], towards[1], 0,
      r[2], u[2], towards[2], 0,
      middle - centreX * k, middle - centreY * k, 0, 1,
    );
    this.#memory.floats(this.#matrix, 16).set(matrix);
    return matrix;
  }
}

interface Rows {
  readonly first: number;
  readonly behind: number;
}

const NO_ROWS: Rows = { first: Infinity, behind: -Infinity };

function joined(a: Rows, b: Rows): Rows {
  return { first: Math.min(a.first, b.first), behind: Math.max(a.behind, b.behind) };
}

/** The rows of the map that a thing's shadow may touch. */
function rowsOf({ centre, radius }: Prepared, { up, centreY, half }: Box, size: number): Rows {
  const middle = ((dot(centre, up) - centreY) / half + 1) * (size / 2);
  const reach = (radius / half) * (size / 2) + 2;
  return { first: Math.max(0, Math.floor(middle - reach)), behind: Math.min(size, Math.ceil(middle + reach)) };
}

function boxOf(sun: Sun, around: Vec3): Box {
  const towards = normalize(sun.direction);
  const { right, up } = frame(scale(towards, -1));
  const radius = Math.max(0.5, sun.shadowRadius ?? RADIUS_DEFAULT);
  const step = radius * STEP;
  const snap = (metres: number) => Math.round(metres / step) * step;
  return {
    right,
    up,
    towards,
    centreX: snap(dot(around, right)),
    centreY: snap(dot(around, up)),
    half: radius + step / 2,
  };
}

function isInside({ centre, radius }: Prepared, box: Box): boolean {
  const reach = box.half + radius;
  return Math.abs(dot(centre, box.right) - box.centreX) < reach && Math.abs(dot(centre, box.up) - box.centreY) < reach;
}
