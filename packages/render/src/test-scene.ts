/** Tiny worlds for the tests: an unlit moment, a quad facing the camera, and the kernel compiled once. */
import { readFileSync } from 'node:fs';
import { compileKernel, kernelUrl } from './kernel.ts';
import type { Instance, Mesh, Moment, Rgb } from './world.ts';

export const kernel = await compileKernel(new Uint8Array(readFileSync(kernelUrl)));

export const IDENTITY: readonly number[] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

export const translated = (x: number, y: number, z: number, size = 1): number[] => [
  ...[size, 0, 0, 0],
  ...[0, size, 0, 0],
  ...[0, 0, size, 0],
  ...[x, y, z, 1],
];

/** Two triangles from (−1, −1) to (1, 1) in the plane z = 0, seen from +z; uv (0, 0) at the top left. */
export function quad(red: number, green: number, blue: number): Mesh {
  return {
    positions: Float32Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0),
    normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
    colors: Uint8Array.from({ length: 16 }, (_, i) => [red, green, blue, 255][i % 4]!),
    uvs: Float32Array.of(0, 1, 1, 1, 1, 0, 0, 0),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
}

/**
 * A camera on the z axis that sees −`half` … `half` in the plane z = 0 from top to bottom, and no light but emission.
 * Material 0 emits its own colour, material 1 only reflects.
 */
export function unlit(instances: readonly Instance[], half = 2, more: Partial<Moment> = {}): Moment {
  const black: Rgb = [0, 0, 0];
  return {
    camera: { position: [0, 0, half], target: [0, 0, 0], verticalFovDegrees: 90 },
    materials: [
      { emissive: 1, specular: 0 },
      { emissive: 0, specular: 0 },
    ],
    instances,
    sun: { direction: [0, 0, 1], color: black },
    ambient: { up: black, down: black },
    lights: [],
    sky: { zenith: black, horizon: black, ground: black },
    fog: { color: black, density: 0, heightFalloff: 0 },
    sprites: [],
    grade: {},
    style: 'natural',
    seconds: 0,
    ...more,
  };
}

/** Red, green, blue at column x, row y. */
export function pixelAt(frame: { width: number; rgba: Uint8Array }, x: number, y: number): number[] {
  const at = (y * frame.width + x) * 4;
  return [...frame.rgba.subarray(at, at + 3)];
}
