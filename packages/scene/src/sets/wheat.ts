import type { Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import { addBothSides, addLeaf } from './plants.ts';
import { type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';

export interface WheatOptions {
  readonly stalks: number;
  readonly spread: number;
  readonly height: number;
  readonly color: Color;
  readonly tip: Color;
  /** Stalks at the lens have a plump, bearded ear (14 triangles), those behind a flat, bearded one (5), far ones none (3). */
  readonly detail: 'near' | 'middle' | 'far';
}

/** A clump of ripe stalks whose ears nod to one side. */
export function wheatMesh(random: Random, options: WheatOptions): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < options.stalks; i++) addStalk(builder, random, options);
  return builder.build();
}

function addStalk(builder: MeshBuilder, random: Random, options: WheatOptions): void {
  const { spread, detail } = options;
  const x = random.between(-spread, spread);
  const z = random.between(-spread, spread);
  const height = options.height * random.between(0.82, 1.14);
  const angle = random.between(-0.9, 0.9);
  const bend = height * random.between(0.05, 0.2);
  const side: Vec3 = [Math.cos(angle), 0, Math.sin(angle)];
  const neck: Vec3 = [x + side[0] * bend, height * 0.84, z + side[2] * bend];
  const nod = random.between(0.25, 0.8);
  const ear: Vec3 = unit([side[0] * nod, 1 - nod * 0.45, side[2] * nod]);
  const length = options.height * random.between(0.13, 0.18);
  const width = { near: 0.01, middle: 0.012, far: 0.016 }[detail];
  const straw = shade(options.color, random.between(0.85, 1.1));
  const normal: Vec3 = [0.25, 0.95, 0.2];
  const a = builder.vertex([x - width, 0, z], normal, shade(straw, 0.85), 0.75);
  const b = builder.vertex([x + width, 0, z], normal, shade(straw, 0.85), 0.75);
  const c = builder.vertex([neck[0], neck[1], neck[2]], normal, straw, 0.9);
  builder.triangle(a, b, c);
  if (detail === 'near') builder.triangle(a, c, b);
  const grain = mix(options.tip, [196, 148, 74], random.between(0, 0.45));
  if (detail === 'near') addPlumpEar(builder, neck, ear, length, grain);
  else addFlatEar(builder, neck, ear, length * 1.25, grain, detail === 'middle');
}

/** A spindle of three sides with two beard hairs. */
function addPlumpEar(builder: MeshBuilder, foot: Vec3, way: Vec3, length: number, color: Color): void {
  const at = (t: number, out: Vec3, r: number): Vec3 => [
    foot[0] + way[0] * length * t + out[0] * r,
    foot[1] + way[1] * length * t + out[1] * r,
    foot[2] + way[2] * length * t + out[2] * r,
  ];
  const outs = [0, 1, 2].map((i): Vec3 => [Math.cos(i * 2.094), 0, Math.sin(i * 2.094)]);
  const start = builder.vertex(foot, [0, 1, 0], shade(color, 0.75), 0.8);
  const belly = outs.map((out) => builder.vertex(at(0.45, out, 0.017), [out[0], 0.6, out[2]], color));
  const end = builder.vertex(at(1.05, outs[0]!, 0), [0, 1, 0], shade(color, 1.1));
  for (let i = 0; i < 3; i++) {
    const j = (i + 1) % 3;
    builder.triangle(start, belly[i]!, belly[j]!);
    builder.triangle(belly[i]!, end, belly[j]!);
  }
  for (const out of outs.slice(0, 2)) {
    const hair = at(1.75, out, 0.035);
    addLeaf(
      builder,
      [at(0.5, out, 0.012), at(0.62, out, 0.014), hair],
      [0, 1, 0],
      shade(color, 1.05),
      shade(color, 1.2),
    );
  }
}

/** An ear for the distance, seen from +z only: far clumps are turned a little, never round. */
function addFlatEar(
  builder: MeshBuilder,
  foot: Vec3,
  way: Vec3,
  length: number,
  color: Color,
  hasBeard: boolean,
): void {
  const width = hasBeard ? 0.017 : 0.026;
  const normal: Vec3 = [0.2, 0.95, 0.25];
  const tip: Vec3 = [foot[0] + way[0] * length, foot[1] + way[1] * length, foot[2] + way[2] * length];
  const middle: Vec3 = [(foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2, (foot[2] + tip[2]) / 2];
  const a = builder.vertex(foot, normal, shade(color, 0.8));
  const b = builder.vertex([middle[0] + width, middle[1], middle[2]], normal, color);
  const c = builder.vertex(tip, normal, shade(color, 1.12));
  const d = builder.vertex([middle[0] - width, middle[1], middle[2]], normal, color);
  builder.triangle(a, b, c);
  builder.triangle(a, c, d);
  if (!hasBeard) return;
  const [x, y, z] = middle;
  for (const side of [-1, 1]) {
    const left = builder.vertex([x + side * 0.008 - 0.005, y, z + 0.002], normal, shade(color, 1.05));
    const right = builder.vertex([x + side * 0.008 + 0.005, y, z + 0.002], normal, shade(color, 1.05));
    const hair: Vec3 = [tip[0] + way[0] * length * 0.6 + side * 0.03, tip[1] + way[1] * length * 0.6, tip[2]];
    builder.triangle(left, right, builder.vertex(hair, normal, shade(color, 1.2)));
  }
}

/** A handful of small flowers of one colour on thin stems. About 130 triangles. */
export function flowerMesh(random: Random, color: Color): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 7; i++) {
    const x = random.between(-0.55, 0.55);
    const z = random.between(-0.55, 0.55);
    const height = random.between(0.24, 0.46);
    const tone = shade(color, random.between(0.85, 1.12));
    addLeaf(
      builder,
      [
        [x - 0.005, 0, z],
        [x + 0.005, 0, z],
        [x, height, z],
      ],
      [0, 1, 0],
      [74, 108, 50],
    );
    const heart = builder.vertex([x, height + 0.01, z], [0, 1, 0.3], mix(tone, [250, 214, 90], 0.7));
    const petals = Array.from({ length: 6 }, (_, k) => {
      const angle = (k / 6) * Math.PI * 2;
      const r = random.between(0.035, 0.055);
      const normal: Vec3 = [Math.cos(angle) * 0.4, 1, Math.sin(angle) * 0.4];
      return builder.vertex([x + Math.cos(angle) * r, height + 0.022, z + Math.sin(angle) * r], normal, tone);
    });
    for (let k = 0; k < 6; k++) addBothSides(builder, heart, petals[(k + 1) % 6]!, petals[k]!);
  }
  return builder.build();
}
