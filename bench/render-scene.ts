/** A field with trees, lamps and the sun, in as many triangles as are asked for: the same for every renderer it is drawn by. */
import type { Instance, Mesh, Moment } from '@openimagine/render';

export const WIDTH = 1280;
export const HEIGHT = 720;
export const LAMP_COUNT = 16;
export const SHADOW_SIZE = 1536;
export const SHADOW_RADIUS = 45;
export const SUN = { direction: [1, 1.2, 0.6], color: [2, 1.8, 1.5] } as const;
export const AMBIENT = { up: [0.3, 0.35, 0.5], down: [0.15, 0.12, 0.1] } as const;
export const FOG = { color: [0.5, 0.55, 0.6], density: 0.012, heightFalloff: 0.2 } as const;
export const SKY = { zenith: [0.1, 0.2, 0.5], horizon: [0.6, 0.6, 0.6] } as const;
export const FIELD_COLOR = 0x888870;
export const TREE_COLOR = 0x4a8a3a;
export const VERTICAL_FOV_DEGREES = 50;

export interface Grove {
  readonly field: Mesh;
  readonly tree: Mesh;
  /** Position, size and turn about the vertical of each tree. */
  readonly trees: readonly { readonly position: readonly [number, number, number]; size: number; turn: number }[];
  readonly triangleCount: number;
}

export interface Lamp {
  readonly position: readonly [number, number, number];
  readonly color: readonly [number, number, number];
  readonly radius: number;
}

export function groveOf(triangles: number): Grove {
  const field = surface(100, 100, FIELD_COLOR, (u, v) => {
    const [x, z] = [(u - 0.5) * 160, (v - 0.5) * 160];
    const slope = [-0.08 * Math.cos(x * 0.2), 1, 0.068 * Math.sin(z * 0.17)];
    const length = Math.hypot(...slope);
    const y = Math.sin(x * 0.2) * 0.4 + Math.cos(z * 0.17) * 0.4;
    return [x, y, z, slope[0]! / length, slope[1]! / length, slope[2]! / length];
  });
  const tree = treeMesh();
  const random = stream(5);
  const count = Math.max(0, Math.round((triangles - field.indices.length / 3) / (tree.indices.length / 3)));
  const trees = Array.from({ length: count }, () => {
    const distance = 6 + 60 * random();
    const angle = (random() - 0.5) * 0.85;
    const x = Math.sin(angle) * distance;
    return {
      position: [x, 0, -Math.cos(angle) * distance + 8] as const,
      size: 0.7 + random() * 0.8,
      turn: (x * 7) % (2 * Math.PI),
    };
  });
  return { field, tree, trees, triangleCount: field.indices.length / 3 + (count * tree.indices.length) / 3 };
}

export const LAMPS: readonly Lamp[] = Array.from({ length: LAMP_COUNT }, (_, i) => ({
  position: [((i % 4) - 1.5) * 6, 1.5, -Math.floor(i / 4) * 7],
  color: [3, 2, 1],
  radius: 7,
}));

/** Where the camera is, and what it looks at. */
export function cameraAt(seconds: number): { position: [number, number, number]; target: [number, number, number] } {
  const turn = seconds * 0.2;
  return { position: [Math.sin(turn) * 2, 2.2, 9], target: [0, 1.4, -10] };
}

/** The grove for our own renderer. Everything stands still but the camera. */
export function momentsOf(grove: Grove): (seconds: number) => Moment {
  const instances: Instance[] = [
    { mesh: grove.field, material: 0, matrix: matrixOf([0, 0, 0], 1, 0), isStatic: true },
    ...grove.trees.map(
      ({ position, size, turn }): Instance => ({
        mesh: grove.tree,
        material: 1,
        matrix: matrixOf(position, size, turn),
        isStatic: true,
      }),
    ),
  ];
  return (seconds) => ({
    camera: { ...cameraAt(seconds), verticalFovDegrees: VERTICAL_FOV_DEGREES },
    materials: [
      { specular: 0.1, gloss: 20 },
      { specular: 0.1, gloss: 20, wrap: 0.2 },
    ],
    instances,
    sun: { ...SUN, shadowRadius: SHADOW_RADIUS, shadowCenter: [0, 0, -20] },
    ambient: AMBIENT,
    lights: LAMPS,
    sky: { ...SKY, glow: [1, 0.6, 0.3] },
    fog: FOG,
    sprites: [],
    grade: { bloom: 0.18, bloomThreshold: 0.7, vignette: 0.16, grain: 0.03 },
    style: 'natural',
    seconds,
  });
}

export function matrixOf([x, y, z]: readonly [number, number, number], size: number, turn: number): number[] {
  const [c, s] = [Math.cos(turn) * size, Math.sin(turn) * size];
  return [c, 0, -s, 0, 0, size, 0, 0, s, 0, c, 0, x, y, z, 1];
}

/** A trunk and three balls of leaves. */
function treeMesh(): Mesh {
  const trunk = surface(10, 3, TREE_COLOR, (u, v) => {
    const [angle, radius] = [u * 2 * Math.PI, 0.12 + 0.08 * v];
    return [Math.cos(angle) * radius, 1.2 * (1 - v), -Math.sin(angle) * radius, Math.cos(angle), 0, -Math.sin(angle)];
  });
  const balls = [0, 1, 2].map((i) => ball(0.8 - i * 0.15, [i * 0.1, 1.6 + i * 0.6, 0]));
  return merge([trunk, ...balls]);
}

function ball(radius: number, [x, y, z]: readonly [number, number, number]): Mesh {
  return surface(8, 6, TREE_COLOR, (u, v) => {
    const [angle, polar] = [u * 2 * Math.PI, v * Math.PI];
    const [nx, ny, nz] = [Math.sin(polar) * Math.cos(angle), Math.cos(polar), -Math.sin(polar) * Math.sin(angle)];
    return [x + nx * radius, y + ny * radius, z + nz * radius, nx, ny, nz];
  });
}

/** A sheet of quads bent by `at`, which gives a position and a normal. */
export function surface(
  columns: number,
  rows: number,
  color: number,
  at: (u: number, v: number) => readonly number[],
): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [x, y, z, ...normal] = at(column / columns, row / rows);
      positions.push(x!, y!, z!);
      normals.push(...normal);
      if (row === rows || column === columns) continue;
      const a = row * (columns + 1) + column;
      const b = a + columns + 1;
      indices.push(a, b, a + 1, a + 1, b, b + 1);
    }
  }
  const rgba = [color >> 16, (color >> 8) & 255, color & 255, 255];
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    colors: Uint8Array.from({ length: (positions.length / 3) * 4 }, (_, i) => rgba[i % 4]!),
    indices: Uint32Array.from(indices),
  };
}

function merge(meshes: readonly Mesh[]): Mesh {
  let first = 0;
  const indices = meshes.flatMap((mesh) => {
    const moved = [...mesh.indices].map((index) => index + first);
    first += mesh.positions.length / 3;
    return moved;
  });
  return {
    positions: Float32Array.from(meshes.flatMap(({ positions }) => [...positions])),
    normals: Float32Array.from(meshes.flatMap(({ normals }) => [...normals])),
    colors: Uint8Array.from(meshes.flatMap(({ colors }) => [...colors])),
    indices: Uint32Array.from(indices),
  };
}

/** Numbers in 0 … 1, the same each time. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
