import type { Material, PointLight } from '@openimagine/render';
import { IDENTITY, placed, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetMoment } from './set.ts';
import { addBox, addTube, type Color, createMeshBuilder, shade, smoothstep } from './shape.ts';
import type { HeightAt } from './terrain.ts';

const IRON: Material = { specular: 0.4, gloss: 30 };

const WOOD: Material = { pattern: 'wood', patternScale: 3, specular: 0.12 };

const GLOBE: Material = { emissive: 4.5 };

/** The path bends away to the left behind the stage. */
export function pathX(z: number): number {
  return -5.2 * smoothstep(4, 46, -z) ** 1.4 * (1 + smoothstep(30, 90, -z) * 2);
}

const LAMPS: readonly (readonly [side: number, z: number])[] = [
  [1, 2.6],
  [-1, -5],
  [1, -12.5],
  [-1, -20],
  [1, -28],
  [-1, -37],
];

function lampSpot([side, z]: readonly [number, number]): readonly [x: number, z: number] {
  return [pathX(z) + side * 2.9, z];
}

export function benchesOf(heightAt: HeightAt): SetInstance[] {
  const wood = createMeshBuilder();
  const iron = createMeshBuilder();
  const slat: Color = [132, 92, 58];
  for (let i = 0; i < 3; i++)
    addBox(wood, {
      center: [0, 0.46, -0.15 + i * 0.15],
      size: [1.7, 0.04, 0.12],
      color: slat,
      topColor: shade(slat, 1.15),
    });
  for (let i = 0; i < 3; i++)
    addBox(wood, { center: [0, 0.6 + i * 0.14, -0.27 - i * 0.035], size: [1.7, 0.1, 0.035], color: shade(slat, 1.05) });
  for (const x of [-0.68, 0.68]) {
    const bar = { sides: 5, color: [34, 38, 40] as const, fromRadius: 0.028, toRadius: 0.028 };
    addTube(iron, { ...bar, from: [x, -0.1, 0.2], to: [x, 0.44, 0.17] });
    addTube(iron, { ...bar, from: [x, -0.1, -0.3], to: [x, 0.96, -0.36] });
    addTube(iron, { ...bar, from: [x, 0.44, 0.2], to: [x, 0.44, -0.28] });
    addTube(iron, { ...bar, from: [x, 0.64, 0.2], to: [x, 0.64, -0.3] });
    addTube(iron, { ...bar, from: [x, 0.44, 0.19], to: [x, 0.64, 0.19] });
  }
  const meshes = [
    { mesh: wood.build(), material: WOOD },
    { mesh: iron.build(), material: IRON },
  ];
  return (
    [
      [-1, -2.2],
      [1, -8.6],
      [-1, -16],
      [1, -24],
    ] as const
  ).flatMap(([side, z]) => {
    const x = pathX(z) + side * 2.75;
    return meshes.map(({ mesh, material }) =>
      standing(mesh, material, placed(x, heightAt(x, z), z, { turn: -side * 1.5 })),
    );
  });
}

export function lampPosts(heightAt: HeightAt): SetInstance {
  const builder = createMeshBuilder();
  const iron: Color = [30, 36, 36];
  for (const lamp of LAMPS) {
    const [x, z] = lampSpot(lamp);
    const y = heightAt(x, z);
    const part = (from: number, to: number, a: number, b: number): void =>
      addTube(builder, {
        from: [x, y + from, z],
        to: [x, y + to, z],
        fromRadius: a,
        toRadius: b,
        sides: 8,
        color: iron,
        toColor: shade(iron, 1.4),
        cap: true,
      });
    part(-0.1, 0.5, 0.13, 0.08);
    part(0.5, 3.1, 0.05, 0.04);
    part(3.1, 3.22, 0.13, 0.1);
    part(3.62, 3.78, 0.17, 0.02);
  }
  return standing(builder.build(), IRON);
}

export function globesOf(heightAt: HeightAt): SetInstance {
  const builder = createMeshBuilder();
  for (const lamp of LAMPS) {
    const [x, z] = lampSpot(lamp);
    const y = heightAt(x, z);
    addTube(builder, {
      from: [x, y + 3.22, z],
      to: [x, y + 3.62, z],
      fromRadius: 0.1,
      toRadius: 0.15,
      sides: 8,
      color: [255, 206, 132],
    });
  }
  return { mesh: builder.build(), material: GLOBE, matrix: IDENTITY, castsShadow: false };
}

export function lampLights(heightAt: HeightAt, lit: number): PointLight[] {
  return LAMPS.map((lamp) => {
    const [x, z] = lampSpot(lamp);
    return { position: [x, heightAt(x, z) + 3.3, z], color: [7.4 * lit, 4.6 * lit, 2.1 * lit], radius: 11 };
  });
}

export function glowAt(heightAt: HeightAt, lit: number): SetMoment['sprites'] {
  if (lit === 0) return [];
  return [
    sprites(
      'soft',
      'add',
      LAMPS.map((lamp): SpriteSpot => {
        const [x, z] = lampSpot(lamp);
        return { position: [x, heightAt(x, z) + 3.4, z], radius: 1.3, color: [0.5 * lit, 0.3 * lit, 0.13 * lit, 1] };
      }),
    ),
  ];
}
