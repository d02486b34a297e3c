import type { Picture } from '../../../vision/sight.ts';
import type { Light } from './light.ts';
import { LIGHT_OF_BYTE } from './linear.ts';
import { HIDDEN, type Tile } from './raster.ts';

/** What a part is made of; its colour is the mesh's. */
export interface Material {
  readonly finish: 'metal' | 'cloth' | 'shiny' | 'glass' | 'pearl' | 'gem' | 'glow' | 'picture' | 'shadow';
  /** 0 lets everything through, 1 nothing. Default 1. */
  readonly opacity?: number;
  /** Drawn on it, where the finish is `picture`; its transparency counts. */
  readonly picture?: Picture;
}

/** Light that reaches the viewer from a tile: red, green, blue (linear, already multiplied by coverage) and coverage. */
export type Layer = Float32Array;

/**
 * Lights a tile's samples and averages them to pixels.
 * @param gain How much brighter this frame is than the one that the light was estimated in.
 */
export function shadeTile(tile: Tile, materials: readonly Material[], light: Light, gain: number): Layer {
  const { width, height, fineness, parts } = tile;
  const layer = new Float32Array(width * height * 4);
  const columns = width * fineness;
  const share = 1 / (fineness * fineness);
  const out: [number, number, number, number] = [0, 0, 0, 0];
  for (let row = 0; row < height * fineness; row++) {
    const line = Math.floor(row / fineness) * width;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const part = parts[at]!;
      if (part === 0 || part === HIDDEN) continue;
      shadeSample(tile, at, materials[part - 1]!, light, out);
      const to = (line + Math.floor(column / fineness)) * 4;
      const coverage = out[3] * share;
      layer[to] = layer[to]! + out[0] * coverage * gain;
      layer[to + 1] = layer[to + 1]! + out[1] * coverage * gain;
      layer[to + 2] = layer[to + 2]! + out[2] * coverage * gain;
      layer[to + 3] = layer[to + 3]! + coverage;
    }
  }
  return layer;
}

function shadeSample(
  tile: Tile,
  at: number,
  material: Material,
  light: Light,
  out: [number, number, number, number],
): void {
  const nx = tile.normals[at * 3]!;
  const ny = tile.normals[at * 3 + 1]!;
  const nz = tile.normals[at * 3 + 2]!;
  const red = LIGHT_OF_BYTE[tile.colors[at * 3]!]!;
  const green = LIGHT_OF_BYTE[tile.colors[at * 3 + 1]!]!;
  const blue = LIGHT_OF_BYTE[tile.colors[at * 3 + 2]!]!;
  const facing = nx * light.direction[0] + ny * light.direction[1] + nz * light.direction[2];
  const [whiteR, whiteG, whiteB] = light.white;
  out[3] = material.opacity ?? 1;
  switch (material.finish) {
    case 'metal': {
      reflectInto(out, nx, ny, nz, light, 1);
      const grazing = 0.2 * (1 - nz) ** 3;
      out[0] *= red + (1 - red) * grazing;
      out[1] *= green + (1 - green) * grazing;
      out[2] *= blue + (1 - blue) * grazing;
      return;
    }
    case 'glow':
      out[0] = red * 1.6;
      out[1] = green * 1.6;
      out[2] = blue * 1.6;
      return;
    case 'shadow': {
      const u = tile.uvs[at * 2]! * 2 - 1;
      const v = tile.uvs[at * 2 + 1]! * 2 - 1;
      out[0] = out[1] = out[2] = 0;
      out[3] *= Math.max(0, 1 - u * u - v * v) ** 1.5;
      return;
    }
    case 'picture':
      pictureInto(out, tile, at, material.picture!, light);
      return;
    case 'gem': {
      // Facets: the normal is drawn to the nearest of a coarse lattice, so that single faces flash.
      const fx = Math.round(nx * 3) / 3 + 0.11;
      const fy = Math.round(ny * 3) / 3 - 0.07;
      const length = Math.hypot(fx, fy, nz) || 1;
      reflectInto(out, fx / length, fy / length, nz / length, light, 1.5);
      const deep = 0.12 + 0.3 * Math.max(0, facing);
      out[0] = out[0] * (0.14 + 0.66 * red) + whiteR * red * deep;
      out[1] = out[1] * (0.14 + 0.66 * green) + whiteG * green * deep;
      out[2] = out[2] * (0.14 + 0.66 * blue) + whiteB * blue * deep;
      return;
    }
    default:
  }
  const softness = material.finish === 'cloth' ? 0.25 : 0.1;
  const lit =
    light.ambient * (0.82 + 0.18 * ny) + (1 - light.ambient) * Math.max(0, (facing + softness) / (1 + softness));
  out[0] = whiteR * red * lit;
  out[1] = whiteG * green * lit;
  out[2] = whiteB * blue * lit;
  if (material.finish === 'cloth') return;
  const [mirrorR, mirrorG, mirrorB] = mirrored(nx, ny, nz, light);
  const edge = (1 - nz) ** 4;
  const shine =
    material.finish === 'glass'
      ? 0.1 + 0.7 * edge
      : material.finish === 'pearl'
        ? 0.16 + 0.3 * edge
        : 0.04 + 0.22 * edge;
  out[0] += mirrorR * shine;
  out[1] += mirrorG * shine;
  out[2] += mirrorB * shine;
  if (material.finish === 'glass') {
    // What is mirrored covers what is seen through it.
    const cover = Math.min(1, out[3] + shine * 0.8 * Math.max(mirrorG, edge * 0.5));
    out[3] = cover;
  }
}

const mirrorOut: [number, number, number] = [0, 0, 0];

function mirrored(nx: number, ny: number, nz: number, light: Light): readonly [number, number, number] {
  const target: [number, number, number, number] = [0, 0, 0, 0];
  reflectInto(target, nx, ny, nz, light, 1);
  mirrorOut[0] = target[0];
  mirrorOut[1] = target[1];
  mirrorOut[2] = target[2];
  return mirrorOut;
}

/**
 * What a mirror at this angle shows: the picture's own sides, dark where the viewer stands, a bright field where the
 * light comes from and a narrow one opposite, as jewellers light silver.
 */
function reflectInto(
  out: [number, number, number, number] | [number, number, number],
  nx: number,
  ny: number,
  nz: number,
  { glint, white, above, below, left, right }: Light,
  sparkle: number,
): void {
  const rx = 2 * nz * nx;
  const ry = 2 * nz * ny;
  const rz = 2 * nz * nz - 1;
  const high = rise((ry + 0.35) / 0.9);
  const aside = rise((rx + 0.8) / 1.6);
  const toKey = rx * glint[0] + ry * glint[1] + rz * glint[2];
  const key = 2.1 * sparkle * rise((toKey - 0.62) / 0.24) + 0.7 * rise((toKey - 0.05) / 0.7);
  const toRim = -rx * glint[0] * 0.9 + ry * 0.35 + rz * 0.2;
  const rim = 0.75 * sparkle * rise((toRim - 0.62) / 0.2);
  const viewer = 1 - 0.6 * rise((rz - 0.55) / 0.4);
  for (let axis = 0; axis < 3; axis++) {
    const around =
      (below[axis]! * 0.5 + (above[axis]! * 1.1 - below[axis]! * 0.5) * high) * 0.65 +
      (left[axis]! + (right[axis]! - left[axis]!) * aside) * 0.35;
    out[axis] = (around * 0.85 + white[axis]! * 0.1) * viewer + white[axis]! * (key * 1.1 + rim);
  }
  // A curved mirror shows so much at once that colours cancel out, but for a hint of them.
  const grey = 0.3 * out[0] + 0.59 * out[1] + 0.11 * out[2];
  for (let axis = 0; axis < 3; axis++) out[axis] = grey + (out[axis]! - grey) * 0.4;
}

function pictureInto(
  out: [number, number, number, number],
  { uvs, normals, colors }: Tile,
  at: number,
  { rgba, width, height }: Picture,
  { white, ambient, direction }: Light,
): void {
  const x = Math.min(width - 1.001, Math.max(0, uvs[at * 2]! * width - 0.5));
  const y = Math.min(height - 1.001, Math.max(0, (1 - uvs[at * 2 + 1]!) * height - 0.5));
  const column = Math.floor(x);
  const row = Math.floor(y);
  const fx = x - column;
  const fy = y - row;
  let alpha = 0;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let corner = 0; corner < 4; corner++) {
    const weight = (corner & 1 ? fx : 1 - fx) * (corner & 2 ? fy : 1 - fy);
    const from = ((row + (corner >> 1)) * width + column + (corner & 1)) * 4;
    const opaque = (weight * rgba[from + 3]!) / 255;
    alpha += opaque;
    red += opaque * LIGHT_OF_BYTE[rgba[from]!]!;
    green += opaque * LIGHT_OF_BYTE[rgba[from + 1]!]!;
    blue += opaque * LIGHT_OF_BYTE[rgba[from + 2]!]!;
  }
  out[3] *= Math.min(1, alpha);
  if (alpha <= 0) return;
  const facing =
    normals[at * 3]! * direction[0] + normals[at * 3 + 1]! * direction[1] + normals[at * 3 + 2]! * direction[2];
  const lit = (0.55 + 0.45 * (ambient + (1 - ambient) * Math.max(0, facing))) * (colors[at * 3 + 1]! / 255);
  // The rendering has its own soft light, painted in; the scene's colour and strength go over it.
  const strength = (1.15 * lit) / alpha;
  out[0] = red * white[0] * strength;
  out[1] = green * white[1] * strength;
  out[2] = blue * white[2] * strength;
}

function rise(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
