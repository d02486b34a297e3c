import type { Mesh } from '@openimagine/render';
import type { Matrix } from '../../../model/matrix.ts';
import type { Box } from '../../../vision/sight.ts';

/**
 * The part of a frame that an object covers, `fineness` samples a pixel in each direction. Of each sample: how near its
 * surface is, how it is turned, its colour and what it is made of.
 */
export interface Tile {
  /** In pixels of the frame, whole. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fineness: number;
  /** Towards the viewer; −∞ where nothing is. */
  readonly depth: Float32Array;
  /** x, y, z in the view, length 1. */
  readonly normals: Float32Array;
  readonly colors: Uint8Array;
  /** Texture coordinates, u and v, of surfaces that have them. */
  readonly uvs: Float32Array;
  /** Index of the part drawn there, plus one; 0 nothing, `HIDDEN` something of the picture that is in front. */
  readonly parts: Uint8Array;
}

/** In `Tile.parts`: here the picture itself is nearer than any object. */
export const HIDDEN = 255;

/**
 * Opens a tile; the one opened before must no longer be used.
 * @param box What may be drawn to; cut to the frame.
 * @param isSoft What is drawn has soft edges of its own, so one sample a pixel does.
 * @returns Undefined when nothing of the box lies in the frame.
 */
export function openTile(box: Box, frame: { width: number; height: number }, isSoft = false): Tile | undefined {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.min(frame.width, Math.ceil(box.x + box.width)) - x;
  const height = Math.min(frame.height, Math.ceil(box.y + box.height)) - y;
  if (width <= 0 || height <= 0) return undefined;
  const area = width * height;
  // Samples take 28 bytes each: what fills the frame has to do with few, and its edges are few for its size.
  const fineness = isSoft || area > 300_000 ? 1 : area < 40_000 ? 3 : 2;
  const count = width * height * fineness * fineness;
  return {
    x,
    y,
    width,
    height,
    fineness,
    ...buffersFor(count),
  };
}

type Buffers = Pick<Tile, 'depth' | 'normals' | 'colors' | 'uvs' | 'parts'>;

let kept: Buffers | undefined;

/** The same memory for every tile, since only one is drawn at a time: fresh megabytes for each frame cost more than drawing. */
function buffersFor(count: number): Buffers {
  if (!kept || kept.parts.length < count) {
    kept = {
      depth: new Float32Array(count),
      normals: new Float32Array(count * 3),
      colors: new Uint8Array(count * 3),
      uvs: new Float32Array(count * 2),
      parts: new Uint8Array(count),
    };
  }
  kept.depth.fill(-Infinity, 0, count);
  kept.parts.fill(0, 0, count);
  return kept;
}

/**
 * Draws a mesh where nothing nearer was drawn before.
 * @param toView From the mesh's space to the view: pixels, y up, z towards the viewer.
 * @param part What is noted in `Tile.parts`.
 */
export function drawMesh(tile: Tile, mesh: Mesh, toView: Matrix, part: number): void {
  const placed = placeVertices(tile, mesh, toView);
  const { indices } = mesh;
  for (let i = 0; i < indices.length; i += 3)
    drawTriangle(tile, mesh, placed, indices[i]!, indices[i + 1]!, indices[i + 2]!, part);
}

interface Placed {
  /** x and y in samples of the tile, z in the view. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
}

function placeVertices(tile: Tile, { positions, normals }: Mesh, m: Matrix): Placed {
  const placed = new Float32Array(positions.length);
  const turned = new Float32Array(positions.length);
  const [a, b, c, , d, e, f, , g, h, k, , x, y, z] = m as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < positions.length; i += 3) {
    const px = positions[i]!;
    const py = positions[i + 1]!;
    const pz = positions[i + 2]!;
    placed[i] = (a * px + d * py + g * pz + x + 0.5 - tile.x) * tile.fineness - 0.5;
    placed[i + 1] = (-(b * px + e * py + h * pz + y) + 0.5 - tile.y) * tile.fineness - 0.5;
    placed[i + 2] = c * px + f * py + k * pz + z;
    const nx = normals[i]!;
    const ny = normals[i + 1]!;
    const nz = normals[i + 2]!;
    // Objects are turned and evenly scaled, so their normals turn with them.
    const u = a * nx + d * ny + g * nz;
    const v = b * nx + e * ny + h * nz;
    const w = c * nx + f * ny + k * nz;
    const length = Math.hypot(u, v, w) || 1;
    turned[i] = u / length;
    turned[i + 1] = v / length;
    turned[i + 2] = w / length;
  }
  return { positions: placed, normals: turned };
}

function drawTriangle(tile: Tile, mesh: Mesh, placed: Placed, a: number, b: number, c: number, part: number): void {
  const { positions: p } = placed;
  const ax = p[a * 3]!;
  const ay = p[a * 3 + 1]!;
  const bx = p[b * 3]!;
  const by = p[b * 3 + 1]!;
  const cx = p[c * 3]!;
  const cy = p[c * 3 + 1]!;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(area) < 1e-6) return;
  const columns = tile.width * tile.fineness;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx)));
  const right = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx)));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
  const bottom = Math.min(tile.height * tile.fineness - 1, Math.floor(Math.max(ay, by, cy)));
  // Weights of the corners are linear over the picture: each grows by a fixed step from column to column.
  const stepA = (by - cy) / area;
  const stepB = (cy - ay) / area;
  const az = p[a * 3 + 2]!;
  const bz = p[b * 3 + 2]!;
  const cz = p[c * 3 + 2]!;
  for (let y = top; y <= bottom; y++) {
    let wa = ((bx - left) * (cy - y) - (by - y) * (cx - left)) / area;
    let wb = ((cx - left) * (ay - y) - (cy - y) * (ax - left)) / area;
    for (let x = left; x <= right; x++, wa += stepA, wb += stepB) {
      const wc = 1 - wa - wb;
      if (wa < 0 || wb < 0 || wc < 0) continue;
      const at = y * columns + x;
      const z = wa * az + wb * bz + wc * cz;
      if (z <= tile.depth[at]!) continue;
      tile.depth[at] = z;
      tile.parts[at] = part;
      if (part !== HIDDEN) writeSurface(tile, mesh, placed.normals, at, a, b, c, wa, wb, wc);
    }
  }
}

function writeSurface(
  { normals, colors, uvs }: Tile,
  mesh: Mesh,
  turned: Float32Array,
  at: number,
  a: number,
  b: number,
  c: number,
  wa: number,
  wb: number,
  wc: number,
): void {
  let nx = wa * turned[a * 3]! + wb * turned[b * 3]! + wc * turned[c * 3]!;
  let ny = wa * turned[a * 3 + 1]! + wb * turned[b * 3 + 1]! + wc * turned[c * 3 + 1]!;
  let nz = wa * turned[a * 3 + 2]! + wb * turned[b * 3 + 2]! + wc * turned[c * 3 + 2]!;
  // Thin sheets are seen from both sides.
  const length = (Math.sqrt(nx * nx + ny * ny + nz * nz) || 1) * (nz < 0 ? -1 : 1);
  nx /= length;
  ny /= length;
  nz /= length;
  normals[at * 3] = nx;
  normals[at * 3 + 1] = ny;
  normals[at * 3 + 2] = nz;
  for (let axis = 0; axis < 3; axis++)
    colors[at * 3 + axis] =
      wa * mesh.colors[a * 4 + axis]! + wb * mesh.colors[b * 4 + axis]! + wc * mesh.colors[c * 4 + axis]! + 0.5;
  if (!mesh.uvs) return;
  uvs[at * 2] = wa * mesh.uvs[a * 2]! + wb * mesh.uvs[b * 2]! + wc * mesh.uvs[c * 2]!;
  uvs[at * 2 + 1] = wa * mesh.uvs[a * 2 + 1]! + wb * mesh.uvs[b * 2 + 1]! + wc * mesh.uvs[c * 2 + 1]!;
}
