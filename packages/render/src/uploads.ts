/**
 * Meshes and textures in the kernels' memory, recognised by identity. What a film no longer shows is freed after a
 * second or two, so that meshes made anew for each frame do not pile up.
 */

import { VERTEX_BYTES } from './kernel/layout.ts';
import type { Kernel } from './kernel.ts';
import type { Memory } from './memory.ts';
import type { Mesh, Texture, Vec3 } from './world.ts';

/** Frames that an upload outlives its last use. Shots cut back and forth within a second or two. */
const FRAMES_KEPT = 48;

export interface UploadedMesh {
  readonly vertices: number;
  readonly vertexCount: number;
  readonly indices: number;
  readonly triangleCount: number;
  readonly centre: Vec3;
  readonly radius: number;
}

interface Entry<T> {
  readonly value: T;
  readonly blocks: readonly number[];
  usedAt: number;
}

/** sRGB byte to the byte of the square root of linear light: squares back without a table. */
const ROOTS = Uint8Array.from({ length: 256 }, (_, code) => {
  const s = code / 255;
  return Math.round(Math.sqrt(s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4) * 255);
});

export class Uploads {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #meshes = new Map<Mesh, Entry<UploadedMesh>>();
  readonly #textures = new Map<Texture, Entry<number>>();
  readonly #pictures = new Map<Texture, Entry<number>>();
  #frame = 0;

  constructor(kernel: Kernel, memory: Memory) {
    this.#kernel = kernel;
    this.#memory = memory;
  }

  /** Call once a frame, before the first use. */
  nextFrame(): void {
    this.#frame++;
    this.#forget(this.#meshes);
    this.#forget(this.#textures);
    this.#forget(this.#pictures);
  }

  mesh(mesh: Mesh): UploadedMesh {
    const known = this.#meshes.get(mesh);
    if (known) {
      known.usedAt = this.#frame;
      return known.value;
    }
    const value = this.#uploadMesh(mesh);
    this.#meshes.set(mesh, { value, blocks: [value.vertices, value.indices], usedAt: this.#frame });
    return value;
  }

  /** Address of the texture's header. */
  texture(texture: Texture): number {
    const known = this.#textures.get(texture);
    if (known) {
      known.usedAt = this.#frame;
      return known.value;
    }
    const { header, texels } = this.#uploadTexture(texture);
    this.#textures.set(texture, { value: header, blocks: [header, texels], usedAt: this.#frame });
    return header;
  }

  /** Address of the texture's bytes as they are, for laying it over the finished picture. */
  picture(texture: Texture): number {
    const known = this.#pictures.get(texture);
    if (known) {
      known.usedAt = this.#frame;
      return known.value;
    }
    const length = texture.width * texture.height * 4;
    const value = this.#memory.allocate(length);
    this.#memory.bytes(value, length).set(texture.rgba.subarray(0, length));
    this.#pictures.set(texture, { value, blocks: [value], usedAt: this.#frame });
    return value;
  }

  /** Frees everything. */
  clear(): void {
    for (const entries of [this.#meshes, this.#textures, this.#pictures]) {
      for (const { blocks } of entries.values()) for (const block of blocks) this.#memory.release(block);
      entries.clear();
    }
  }

  #forget<K, T>(entries: Map<K, Entry<T>>): void {
    for (const [key, entry] of entries) {
      if (this.#frame - entry.usedAt <= FRAMES_KEPT) continue;
      for (const block of entry.blocks) this.#memory.release(block);
      entries.delete(key);
    }
  }

  #uploadMesh(mesh: Mesh): UploadedMesh {
    const vertexCount = Math.floor(mesh.positions.length / 3);
    const vertices = this.#memory.allocate(vertexCount * VERTEX_BYTES);
    const indices = this.#memory.allocate(mesh.indices.length * 4);
    const floats = this.#memory.floats(vertices, (vertexCount * VERTEX_BYTES) / 4);
    const words = this.#memory.words(vertices, floats.length);
    for (let i = 0; i < vertexCount; i++) {
      const at = (i * VERTEX_BYTES) / 4;
      for (let k = 0; k < 3; k++) {
        floats[at + k] = mesh.positions[i * 3 + k]!;
        floats[at + 3 + k] = mesh.normals[i * 3 + k] ?? 0;
      }
      words[at + 6] = packed(mesh.colors, i * 4);
      floats[at + 7] = mesh.uvs?.[i * 2] ?? 0;
      floats[at + 8] = mesh.uvs?.[i * 2 + 1] ?? 0;
    }
    const wanted = this.#memory.words(indices, mesh.indices.length);
    for (let i = 0; i < wanted.length; i++) {
      const index = mesh.indices[i]!;
      if (index >= vertexCount) throw new RangeError(`mesh index ${index} exceeds its ${vertexCount} vertices`);
      wanted[i] = index;
    }
    return {
      vertices,
      vertexCount,
      indices,
      triangleCount: Math.floor(wanted.length / 3),
      ...sphereRound(mesh.positions),
    };
  }

  #uploadTexture(texture: Texture): { header: number; texels: number } {
    const { width, height } = texture;
    const levels = Math.min(14, Math.floor(Math.log2(Math.max(width, height))) + 1);
    const sizes = Array.from({ length: levels }, (_, level) => ({
      w: Math.max(1, width >> level),
      h: Math.max(1, height >> level),
    }));
    const header = this.#memory.allocate(12 + levels * 4);
    const texels = this.#memory.allocate(sizes.reduce((bytes, { w, h }) => bytes + w * h * 4, 0));
    const words = this.#memory.words(texels, width * height);
    for (let i = 0; i < words.length; i++) words[i] = packed(texture.rgba, i * 4);
    const addresses = [texels];
    for (let level = 1; level < levels; level++) {
      const { w, h } = sizes[level - 1]!;
      addresses.push(addresses[level - 1]! + w * h * 4);
      this.#kernel.halveTexture(addresses[level - 1]!, w, h, addresses[level]!);
    }
    this.#memory.words(header, 3 + levels).set([width, height, levels, ...addresses]);
    return { header, texels };
  }
}

/** Four bytes from `at` on as one word, the colour as roots; what is missing is white. */
function packed(rgba: Uint8Array, at: number): number {
  const [red, green, blue] = [ROOTS[rgba[at] ?? 255]!, ROOTS[rgba[at + 1] ?? 255]!, ROOTS[rgba[at + 2] ?? 255]!];
  return (red | (green << 8) | (blue << 16) | ((rgba[at + 3] ?? 255) << 24)) >>> 0;
}

/** A sphere round the middle of the bounding box. */
function sphereRound(positions: Float32Array): { centre: Vec3; radius: number } {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i + 2 < positions.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      low[k] = Math.min(low[k]!, positions[i + k]!);
      high[k] = Math.max(high[k]!, positions[i + k]!);
    }
  }
  if (positions.length < 3) return { centre: [0, 0, 0], radius: 0 };
  const centre: Vec3 = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  let square = 0;
  for (let i = 0; i + 2 < positions.length; i += 3) {
    const [x, y, z] = [positions[i]! - centre[0], positions[i + 1]! - centre[1], positions[i + 2]! - centre[2]];
    square = Math.max(square, x * x + y * y + z * z);
  }
  return { centre, radius: Math.sqrt(square) };
}
