import type { PointLight, Rgb, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import { clamp, IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';

export interface Crystals {
  readonly parts: readonly PartInstance[];
  readonly lights: readonly PointLight[];
}

/** Clusters of glowing hexagonal crystals round the clearing, a few of them close to the camera. */
export function createCrystals(random: Random, heightAt: (x: number, z: number) => number, glow: Rgb): Crystals {
  const shape = createShape();
  const lights: PointLight[] = [];
  const spots: readonly (readonly [number, number, number])[] = [
    [-9.5, 7, 1.1],
    [8.5, 8.5, 1],
    [12, -3, 1.5],
    [-14, -6, 1.8],
    [5.5, -11, 1.3],
    [-5, 12.5, 0.7],
    [17, -16, 2.2],
    [-22, -20, 2.6],
    [1.5, 13.5, 0.45],
    [24, 2, 1.8],
  ];
  spots.forEach(([x, z, size], index) => {
    const y = heightAt(x, z);
    const count = 4 + Math.floor(random.next() * 4);
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * Math.PI * 2 + random.between(-0.4, 0.4);
      const lean = i === 0 ? 0.08 : random.between(0.25, 0.6);
      const length = size * (i === 0 ? 1.5 : random.between(0.6, 1.15));
      addCrystal(
        shape,
        [x + Math.sin(angle) * size * 0.22, y - 0.12, z + Math.cos(angle) * size * 0.22],
        [Math.sin(angle) * lean, 1, Math.cos(angle) * lean],
        length,
        glow,
      );
    }
    if (index < 6)
      lights.push({
        position: [x, y + size * 0.8, z + 0.3],
        color: [glow[0] * 0.8, glow[1] * 0.8, glow[2] * 0.8],
        radius: size * 5,
      });
  });
  return {
    parts: [
      { mesh: shape.build(), material: { emissive: 0.55, specular: 0.9, gloss: 90 }, matrix: IDENTITY, isStatic: true },
    ],
    lights,
  };
}

/** A six-sided prism with a point; each face a little different, so that it sparkles without refraction. */
function addCrystal(shape: ShapeBuilder, foot: Vec3, lean: Vec3, length: number, glow: Rgb): void {
  const radius = length * 0.15;
  const corner = (i: number, r: number, share: number): Vec3 => {
    const angle = (i / 6) * Math.PI * 2;
    return [
      foot[0] + lean[0] * length * share + Math.sin(angle) * r,
      foot[1] + lean[1] * length * share,
      foot[2] + lean[2] * length * share + Math.cos(angle) * r,
    ];
  };
  const tone = (shade: number): [number, number, number] =>
    glow.map((channel) => Math.round(255 * clamp(channel * shade + 0.03 * shade, 0, 1) ** 0.5)) as unknown as [
      number,
      number,
      number,
    ];
  for (let i = 0; i < 6; i++) {
    const shade = [0.9, 0.45, 0.7, 0.35, 0.8, 0.55][i]!;
    shape.quad(
      corner(i, radius * 0.85, 0),
      corner(i + 1, radius * 0.85, 0),
      corner(i + 1, radius, 0.72),
      corner(i, radius, 0.72),
      tone(shade),
      0.9,
    );
    shape.triangle(corner(i, radius, 0.72), corner(i + 1, radius, 0.72), corner(0, 0, 1), tone(shade * 1.25));
  }
}
