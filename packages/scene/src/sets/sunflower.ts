import type { Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addBothSides, addLeaf } from './plants.ts';
import { type Color, createMeshBuilder, type MeshBuilder, shade } from './shape.ts';

const PETALS: readonly Color[] = [
  [250, 196, 40],
  [244, 178, 28],
  [252, 210, 66],
];
const HEART: Color = [84, 52, 28];
const GREEN: Color = [84, 124, 48];

export interface SunflowerOptions {
  readonly plants: number;
  readonly spread: number;
  /** Petals of a head; near ones have many. */
  readonly petals: number;
}

/** A clump of sunflowers as tall as a man's chest, all heads towards +z. About 4 triangles a petal, 30 more a plant. */
export function sunflowerMesh(random: Random, options: SunflowerOptions): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < options.plants; i++) {
    const x = random.between(-options.spread, options.spread);
    const z = random.between(-options.spread, options.spread);
    const height = random.between(0.95, 1.35);
    addStem(builder, random, [x, 0, z], height);
    addHead(builder, random, [x, height, z + 0.06], options.petals);
  }
  return builder.build();
}

function addStem(builder: MeshBuilder, random: Random, [x, y, z]: Vec3, height: number): void {
  const tone = shade(GREEN, random.between(0.8, 1.1));
  addLeaf(
    builder,
    [
      [x - 0.022, y, z],
      [x + 0.022, y, z],
      [x, height, z + 0.03],
    ],
    [0, 0.6, 0.8],
    shade(tone, 0.7),
    tone,
  );
  for (let i = 0; i < 4; i++) {
    const side = i % 2 === 0 ? 1 : -1;
    const at = height * (0.25 + 0.16 * i);
    const reach = random.between(0.22, 0.34) * side;
    const base: Vec3 = [x, at, z + 0.02];
    addLeaf(
      builder,
      [base, [x + reach * 0.5, at + 0.1, z + 0.16], [x + reach, at - 0.03, z + 0.06]],
      [side * 0.3, 0.9, 0.4],
      shade(tone, 0.85),
      shade(tone, 1.15),
    );
  }
}

/** A dark disc in a ring of petals, nodding a little. */
function addHead(builder: MeshBuilder, random: Random, center: Vec3, petals: number): void {
  const radius = random.between(0.1, 0.14);
  const turn = random.between(-0.5, 0.5);
  const nod = random.between(-0.1, 0.35);
  const facing: Vec3 = [Math.sin(turn), nod, Math.cos(turn)];
  const at = (angle: number, r: number, ahead: number): Vec3 => [
    center[0] + Math.cos(angle) * r * Math.cos(turn) + facing[0] * ahead,
    center[1] + Math.sin(angle) * r + facing[1] * ahead,
    center[2] - Math.cos(angle) * r * Math.sin(turn) - Math.sin(angle) * r * nod + facing[2] * ahead,
  ];
  const tone = random.pick(PETALS);
  for (let i = 0; i < petals; i++) {
    const angle = ((i + random.between(-0.2, 0.2)) / petals) * Math.PI * 2;
    const half = (Math.PI / petals) * 0.95;
    const inner = builder.vertex(at(angle, radius * 0.6, 0.01), facing, shade(tone, 0.82));
    const [a, b] = [-half, half].map((by) => builder.vertex(at(angle + by, radius * 1.35, 0.02), facing, tone));
    const tip = builder.vertex(at(angle, radius * 2.15, 0), facing, shade(tone, 1.06));
    addBothSides(builder, inner, a!, tip);
    addBothSides(builder, inner, tip, b!);
  }
  const heart = builder.vertex(at(0, 0, 0.05), facing, shade(HEART, 1.2));
  const rim = Array.from({ length: 7 }, (_, i) =>
    builder.vertex(at((i / 7) * Math.PI * 2, radius, 0.03), facing, shade(HEART, 0.75)),
  );
  for (let i = 0; i < 7; i++) builder.triangle(heart, rim[i]!, rim[(i + 1) % 7]!);
}
