import type { Material, PointLight, Vec3 } from '@openimagine/render';
import { placed, type SetInstance, type SpriteSpot, sprites } from './scatter.ts';
import type { SetMoment } from './set.ts';
import { addTube, type Color, createMeshBuilder, shade } from './shape.ts';

const SHADE: Material = { emissive: 2.6 };

/** Half the width of the hall between its lowest shelves, metres. */
export const AISLE = 5.2;

/** Where the reading tables stand. */
export const TABLES = [
  { x: -2.9, z: -4.2 },
  { x: 2.9, z: -6.8 },
  { x: -2.9, z: -9.6 },
] as const;

/** Where lamps hang from the vault. */
export const PENDANTS: readonly Vec3[] = [
  [0, 5.6, -4],
  [0, 5.6, -20],
];
const TABLE_LAMPS: readonly Vec3[] = TABLES.map(({ x, z }) => [x, 1.16, z]);
const WALL_LAMPS: readonly Vec3[] = [-1, 1].flatMap((side) =>
  [3.7, -3.5, -10.7, -17.9].map((z): Vec3 => [side * (AISLE - 0.65), 2.35, z]),
);

/** All shades as one glowing mesh. */
export function lampShades(): SetInstance {
  const builder = createMeshBuilder();
  const bell = ([x, y, z]: Vec3, size: number, color: Color): void => {
    addTube(builder, {
      from: [x, y, z],
      to: [x, y + size * 0.8, z],
      fromRadius: size,
      toRadius: size * 0.5,
      sides: 14,
      color,
      toColor: shade(color, 0.8),
      cap: true,
    });
    addTube(builder, {
      from: [x, y + 0.03, z],
      to: [x, y, z],
      fromRadius: size * 0.05,
      toRadius: size * 0.98,
      sides: 14,
      color: [255, 236, 190],
    });
  };
  for (const spot of TABLE_LAMPS) bell(spot, 0.2, [255, 190, 100]);
  for (const spot of PENDANTS) bell(spot, 0.42, [255, 196, 108]);
  for (const spot of WALL_LAMPS) bell(spot, 0.13, [255, 186, 96]);
  return { mesh: builder.build(), material: SHADE, matrix: placed(0, 0, 0), castsShadow: false };
}

/** Warm lights that live a little. */
export function lampLights(seconds: number): PointLight[] {
  const alive = (i: number): number =>
    1 + 0.025 * Math.sin(seconds * 7.3 + i * 2.1) + 0.02 * Math.sin(seconds * 11.9 + i);
  const light = (position: Vec3, i: number, strength: number, radius: number): PointLight => ({
    position,
    color: [2.5 * strength * alive(i), 1.35 * strength * alive(i), 0.5 * strength * alive(i)],
    radius,
  });
  return [
    ...TABLE_LAMPS.map(([x, y, z], i) => light([x, y + 0.25, z], i, 1, 5.5)),
    ...PENDANTS.map((spot, i) => light(spot, i + 4, 2.8, 14)),
    ...WALL_LAMPS.map(([x, y, z], i) => light([x * 0.93, y, z], i + 9, 1.2, 6.5)),
  ];
}

/** A lamp beside the camera, out of the picture: what stands in front is warm, not a silhouette. */
export function readingLight(seconds: number): PointLight {
  const alive = 1 + 0.02 * Math.sin(seconds * 6.1);
  return { position: [-0.9, 1.25, 1.5], color: [2 * alive, 1.55 * alive, 1 * alive], radius: 3.6 };
}

/** Halos in the dusty air. */
export function lampGlow(): SetMoment['sprites'] {
  const halo = (position: Vec3, radius: number, strength: number): SpriteSpot => ({
    position,
    radius,
    color: [0.5 * strength, 0.27 * strength, 0.1 * strength, 1],
  });
  return [
    sprites('soft', 'add', [
      ...TABLE_LAMPS.map((spot) => halo(spot, 0.9, 0.5)),
      ...PENDANTS.map((spot) => halo(spot, 2, 0.6)),
      ...WALL_LAMPS.map((spot) => halo(spot, 0.7, 0.4)),
    ]),
  ];
}
