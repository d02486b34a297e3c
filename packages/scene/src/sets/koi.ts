import type { Material, Mesh } from '@openimagine/render';
import type { Random } from '../random.ts';
import { placed, type SetInstance } from './scatter.ts';
import { type Color, createMeshBuilder, mix } from './shape.ts';

/** Scales under a film of water: no shadow, a little shine. */
const SCALES: Material = { specular: 0.25, gloss: 50, wrap: 0.5 };
const ORANGE: Color = [226, 104, 34];
const WHITE: Color = [240, 232, 220];
const BLACK: Color = [38, 34, 38];
const COATS: readonly (readonly [base: Color, patch: Color])[] = [
  [ORANGE, WHITE],
  [WHITE, ORANGE],
  [ORANGE, ORANGE],
  [WHITE, BLACK],
  [
    [232, 170, 60],
    [232, 170, 60],
  ],
];
/** Half widths of the body from nose to tail, at a length of one. */
const OUTLINE = [0, 0.07, 0.12, 0.145, 0.14, 0.12, 0.085, 0.05, 0.03] as const;

/**
 * Koi that go round a pond, seen from above as the water shows them: their backs lie in its surface.
 * @param level Height of the water, metres.
 * @param middle Of the pond: its z.
 */
export function createKoi(random: Random, level: number, middle: number): (seconds: number) => SetInstance[] {
  const coats = COATS.map(([base, patch]) => backMesh(random, base, patch));
  const fish = Array.from({ length: 9 }, (_, i) => ({
    mesh: coats[i % coats.length]!,
    radius: random.between(1.2, 4.6),
    stretch: random.between(0.75, 1.15),
    offset: [random.between(-1, 1), random.between(-1, 1)] as const,
    way: random.next() < 0.5 ? 1 : -1,
    speed: random.between(0.35, 0.6),
    phase: random.between(0, Math.PI * 2),
    scale: random.between(0.9, 1.35),
  }));
  return (seconds) =>
    fish.map(({ mesh, radius, stretch, offset, way, speed, phase, scale }, i) => {
      const angle = phase + (way * speed * seconds) / radius;
      const x = offset[0] + Math.cos(angle) * radius;
      const z = middle + offset[1] + Math.sin(angle) * radius * stretch;
      const heading = Math.atan2(-Math.sin(angle) * way, Math.cos(angle) * stretch * way);
      const wag = 0.16 * Math.sin(seconds * 4.2 + i * 2);
      const matrix = placed(x, level + 0.012 + i * 0.002, z, { scale, turn: heading + wag });
      return { mesh, material: SCALES, matrix, castsShadow: false };
    });
}

/** A back with patches, two fins and a tail; its nose along +z. About 40 triangles. */
function backMesh(random: Random, base: Color, patch: Color): Mesh {
  const builder = createMeshBuilder();
  const last = OUTLINE.length - 1;
  const rows = OUTLINE.map((half, i) => {
    const z = 0.5 - i / last;
    const color = random.next() < 0.42 ? patch : base;
    const edge = mix(color, [40, 60, 60], 0.35);
    return [
      builder.vertex([-half, 0, z], [-0.7, 0.7, 0], edge),
      builder.vertex([0, 0.01, z], [0, 1, 0], color),
      builder.vertex([half, 0, z], [0.7, 0.7, 0], edge),
    ] as const;
  });
  for (let i = 0; i < last; i++)
    for (const k of [0, 1] as const) {
      const [a, b, c, d] = [rows[i]![k], rows[i]![k + 1]!, rows[i + 1]![k], rows[i + 1]![k + 1]!];
      builder.triangle(a, b, d!);
      builder.triangle(a, d!, c);
    }
  const fin = (x: number, z: number, tip: readonly [number, number], back: readonly [number, number]): void => {
    const color = mix(base, WHITE, 0.5);
    const at = (px: number, pz: number): number => builder.vertex([px, 0.002, pz], [0, 1, 0], color);
    const [a, b, c] = [at(x, z), at(...tip), at(...back)];
    builder.triangle(a, b, c);
    builder.triangle(a, c, b);
  };
  for (const side of [-1, 1]) {
    fin(side * 0.12, 0.22, [side * 0.27, 0.08], [side * 0.12, 0.1]);
    fin(side * 0.02, -0.48, [side * 0.15, -0.74], [0, -0.6]);
  }
  return builder.build();
}
