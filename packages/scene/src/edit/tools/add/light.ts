import type { Vec3 } from '@openimagine/render';
import { unit } from '../../../model/matrix.ts';
import type { Box, Face, Picture } from '../../../vision/sight.ts';
import { markOf } from './head-pose.ts';
import { LIGHT_OF_BYTE } from './linear.ts';

/** Linear red, green, blue. */
export type LinearRgb = Vec3;

/** The light that objects stand in, estimated from the picture. */
export interface Light {
  /** Where most of it comes from, in the view, length 1. */
  readonly direction: Vec3;
  /** Where mirrors show it: never straight from before, where whoever holds the camera stands. */
  readonly glint: Vec3;
  /** What a white surface that faces it shows. */
  readonly white: LinearRgb;
  /** 0 to 1: how much of that also a surface turned away shows. */
  readonly ambient: number;
  /** Mean light of the picture's four sides, which metals reflect. */
  readonly above: LinearRgb;
  readonly below: LinearRgb;
  readonly left: LinearRgb;
  readonly right: LinearRgb;
}

/** Cheeks, forehead, nose, chin and jaw: skin without eyes, brows, lips and nostrils. */
const SKIN = [
  10, 338, 297, 109, 67, 151, 108, 337, 9, 50, 280, 117, 346, 118, 347, 101, 330, 205, 425, 187, 411, 123, 352, 147,
  376, 36, 266, 203, 423, 6, 197, 195, 5, 4, 51, 281, 175, 199, 200, 208, 428, 135, 364, 136, 365, 138, 367, 192, 416,
  213, 433, 54, 284, 104, 333, 69, 299,
];

/** The picture's light as its faces show it; without a face, soft light from above. */
export function estimateLight(picture: Picture, face?: Face): Light {
  const samples = face ? skinSamples(picture, face) : [];
  const fit = samples.length > 12 ? fitShading(samples) : undefined;
  const bright = brightOf(picture, 0.98);
  const skin = percentile(
    samples.map(({ luma }) => luma),
    0.85,
  );
  const level = Math.min(1, Math.max(0.04, skin * 1.5, bright.luma * (skin > 0 ? 0.75 : 0.9)));
  const direction: Vec3 = fit?.direction ?? [-0.3, 0.7, 0.65];
  return {
    direction,
    glint: unit([direction[0] * 1.3 + (direction[0] > 0 ? 0.28 : -0.28), Math.max(0.5, direction[1]), 0.55]),
    white: [level * bright.tint[0], level * bright.tint[1], level * bright.tint[2]],
    ambient: fit?.ambient ?? 0.5,
    above: meanOf(picture, { x: 0, y: 0, width: 1, height: 0.35 }),
    below: meanOf(picture, { x: 0, y: 0.65, width: 1, height: 0.35 }),
    left: meanOf(picture, { x: 0, y: 0, width: 0.3, height: 1 }),
    right: meanOf(picture, { x: 0.7, y: 0, width: 0.3, height: 1 }),
  };
}

/** Mean luma of a face's skin, linear: how exposure and lamps change from frame to frame. Undefined outside the frame. */
export function skinLight(picture: Picture, face: Face): number | undefined {
  const samples = skinSamples(picture, face);
  return samples.length > 12 ? samples.reduce((sum, { luma }) => sum + luma, 0) / samples.length : undefined;
}

interface SkinSample {
  readonly luma: number;
  readonly normal: Vec3;
}

function skinSamples(picture: Picture, face: Face): SkinSample[] {
  const center = markOf(face.mesh, 4);
  const ear = markOf(face.mesh, 234);
  const other = markOf(face.mesh, 454);
  const middle: Vec3 = [(ear[0] + other[0]) / 2, (ear[1] + other[1]) / 2, (ear[2] + other[2]) / 2];
  const depth = Math.hypot(center[0] - middle[0], center[1] - middle[1], center[2] - middle[2]);
  const samples: SkinSample[] = [];
  for (const index of SKIN) {
    const [x, y, z] = markOf(face.mesh, index);
    const column = Math.round(x);
    const row = Math.round(-y);
    if (column < 1 || row < 1 || column >= picture.width - 1 || row >= picture.height - 1) continue;
    // A head is round enough: its surface faces away from a point somewhat behind its middle.
    const normal: Vec3 = [x - middle[0], (y - middle[1]) * 0.75, z - middle[2] + depth * 0.25];
    const length = Math.hypot(...normal) || 1;
    samples.push({
      luma: lumaNear(picture, column, row),
      normal: [normal[0] / length, normal[1] / length, normal[2] / length],
    });
  }
  return samples;
}

function lumaNear({ rgba, width }: Picture, column: number, row: number): number {
  let sum = 0;
  for (let y = row - 1; y <= row + 1; y++)
    for (let x = column - 1; x <= column + 1; x++) sum += lumaAt(rgba, (y * width + x) * 4);
  return sum / 9;
}

function lumaAt(rgba: Uint8Array, at: number): number {
  return (
    0.2126 * LIGHT_OF_BYTE[rgba[at]!]! + 0.7152 * LIGHT_OF_BYTE[rgba[at + 1]!]! + 0.0722 * LIGHT_OF_BYTE[rgba[at + 2]!]!
  );
}

/** Least squares of luma = a + b · normal, twice, the second time without what fits badly: shine, hair, spectacles. */
function fitShading(samples: readonly SkinSample[]): { direction: Vec3; ambient: number } | undefined {
  let used = samples;
  let solution = solveShading(used);
  for (let round = 0; round < 2 && solution; round++) {
    const { mean, slope } = solution;
    const misses = used.map(({ luma, normal }) => Math.abs(luma - mean - dot(slope, normal)));
    const limit = percentile(misses, 0.8);
    used = used.filter((_, i) => misses[i]! <= limit);
    solution = solveShading(used);
  }
  if (!solution) return undefined;
  const { mean, slope } = solution;
  const strength = Math.hypot(...slope);
  if (strength < 1e-4) return undefined;
  // Faces are lit from above and before; a fit that says otherwise has seen hair or shadow, and is drawn back.
  const raw: Vec3 = [slope[0] / strength, slope[1] / strength + 0.35, Math.max(0.15, slope[2] / strength) + 0.3];
  const length = Math.hypot(...raw);
  const dark = Math.max(0, mean - strength * 0.4);
  return {
    direction: [raw[0] / length, raw[1] / length, raw[2] / length],
    ambient: Math.min(0.75, Math.max(0.28, dark / (mean + strength))),
  };
}

function solveShading(samples: readonly SkinSample[]): { mean: number; slope: Vec3 } | undefined {
  const matrix = Array.from({ length: 4 }, () => new Array<number>(5).fill(0));
  for (const { luma, normal } of samples) {
    const row = [1, ...normal];
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) matrix[i]![j]! += row[i]! * row[j]!;
      matrix[i]![4]! += row[i]! * luma;
    }
  }
  for (let i = 1; i < 4; i++) matrix[i]![i]! += samples.length * 0.01;
  for (let pivot = 0; pivot < 4; pivot++) {
    const size = matrix[pivot]![pivot]!;
    if (Math.abs(size) < 1e-9) return undefined;
    for (let row = 0; row < 4; row++) {
      if (row === pivot) continue;
      const factor = matrix[row]![pivot]! / size;
      for (let column = pivot; column < 5; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
    }
  }
  const [mean, x, y, z] = matrix.map((row, i) => row[4]! / row[i]!) as [number, number, number, number];
  return { mean, slope: [x, y, z] };
}

/** What the bright parts look like: how light they are, and their tint drawn half-way to white, luma 1. */
function brightOf({ rgba, width, height }: Picture, share: number): { luma: number; tint: LinearRgb } {
  const step = Math.max(1, Math.floor((width * height) / 20_000)) * 4;
  const lumas: number[] = [];
  for (let at = 0; at < width * height * 4; at += step) lumas.push(lumaAt(rgba, at));
  const limit = percentile(lumas, share);
  const from = percentile(lumas, 0.85);
  const sum = [0, 0, 0];
  for (let at = 0; at < width * height * 4; at += step) {
    if (lumaAt(rgba, at) < from) continue;
    for (let axis = 0; axis < 3; axis++) sum[axis]! += LIGHT_OF_BYTE[rgba[at + axis]!]!;
  }
  const luma = 0.2126 * sum[0]! + 0.7152 * sum[1]! + 0.0722 * sum[2]! || 1;
  const tint = sum.map((value) => Math.min(1.25, Math.max(0.75, 0.5 + (0.5 * value) / luma)));
  return { luma: limit, tint: tint as unknown as LinearRgb };
}

/** @param part In shares of the picture's sides. */
function meanOf({ rgba, width, height }: Picture, part: Box): LinearRgb {
  const sum = [0, 0, 0];
  let count = 0;
  const stepX = Math.max(1, Math.floor((width * part.width) / 40));
  const stepY = Math.max(1, Math.floor((height * part.height) / 40));
  for (let y = Math.floor(height * part.y); y < height * (part.y + part.height); y += stepY) {
    for (let x = Math.floor(width * part.x); x < width * (part.x + part.width); x += stepX) {
      const at = (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 4;
      for (let axis = 0; axis < 3; axis++) sum[axis]! += LIGHT_OF_BYTE[rgba[at + axis]!]!;
      count++;
    }
  }
  return sum.map((value) => value / Math.max(1, count)) as unknown as LinearRgb;
}

function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
