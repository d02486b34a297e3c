import type { Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { showing } from './absent.ts';
import { addBothSides, addLeaf } from './plants.ts';
import { type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';

export type Bloom = 'cup' | 'star' | 'spike' | 'ball';

export interface FlowerPatch {
  readonly random: Random;
  readonly bloom: Bloom;
  readonly color: Color;
  readonly stem: Color;
  readonly count: number;
  /** Half size of the square they grow in, and the height of the tallest, metres. */
  readonly spread: number;
  readonly height: number;
}

/** A patch of one kind of wild flower: poppies are cups, daisies stars, lupins spikes, clover balls. 8–26 triangles each. */
export function flowerPatchMesh(patch: FlowerPatch): Mesh {
  const builder = createMeshBuilder();
  const { random } = patch;
  for (let i = 0; i < patch.count; i++) {
    const [x, z] = [random.between(-patch.spread, patch.spread), random.between(-patch.spread, patch.spread)];
    const height = patch.height * random.between(0.6, 1);
    const [bx, bz] = [random.between(-0.08, 0.08), random.between(-0.08, 0.08)];
    const head: Vec3 = [x + bx, height, z + bz];
    addLeaf(builder, [[x - 0.006, 0, z], [x + 0.006, 0, z], head], [0, 1, 0.4], shade(patch.stem, 0.8), patch.stem);
    const color = shade(patch.color, random.between(0.84, 1.12));
    if (patch.bloom === 'cup') addCup(builder, random, head, color);
    else if (patch.bloom === 'star') addStar(builder, random, head, color);
    else if (patch.bloom === 'spike') addSpike(builder, random, head, color, height);
    else addBall(builder, random, head, color);
  }
  return showing('flowers', builder.build());
}

function addCup(builder: MeshBuilder, random: Random, [x, y, z]: Vec3, color: Color): void {
  const turn = random.between(0, 6);
  const r = random.between(0.045, 0.07);
  const heart = builder.vertex([x, y - 0.02, z], [0, 1, 0], [40, 26, 30]);
  const rim = Array.from({ length: 5 }, (_, k) => {
    const angle = turn + k * 1.2566;
    const out: Vec3 = [Math.cos(angle), 0.9, Math.sin(angle)];
    return builder.vertex(
      [x + out[0] * r, y + random.between(0.02, 0.045), z + out[2] * r],
      out,
      shade(color, random.between(0.9, 1.15)),
    );
  });
  for (let k = 0; k < 5; k++) addBothSides(builder, heart, rim[(k + 1) % 5]!, rim[k]!);
}

function addStar(builder: MeshBuilder, random: Random, [x, y, z]: Vec3, color: Color): void {
  const turn = random.between(0, 6);
  const r = random.between(0.03, 0.048);
  for (let k = 0; k < 6; k++) {
    const angle = turn + k * 1.0472;
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const [px, pz] = [-oz * r * 0.42, ox * r * 0.42];
    addLeaf(
      builder,
      [
        [x, y, z],
        [x + ox * r + px, y + 0.008, z + oz * r + pz],
        [x + ox * r - px, y + 0.008, z + oz * r - pz],
      ],
      [ox * 0.3, 1, oz * 0.3],
      color,
    );
  }
  const gold: Color = [244, 196, 60];
  const s = r * 0.36;
  addLeaf(
    builder,
    [
      [x - s, y + 0.014, z - s * 0.6],
      [x + s, y + 0.014, z - s * 0.6],
      [x, y + 0.016, z + s],
    ],
    [0, 1, 0.3],
    gold,
  );
}

function addSpike(builder: MeshBuilder, random: Random, [x, y, z]: Vec3, color: Color, height: number): void {
  const long = height * 0.55;
  for (let k = 0; k < 7; k++) {
    const t = k / 7;
    const angle = k * 2.4 + random.between(0, 1);
    const r = 0.045 * (1 - t * 0.75);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const at = y - long * (1 - t);
    addLeaf(
      builder,
      [
        [x - oz * r, at, z + ox * r],
        [x + oz * r, at, z - ox * r],
        [x + ox * r * 0.6, at + long * 0.26, z + oz * r * 0.6],
      ],
      [ox, 0.7, oz],
      shade(color, 0.82 + 0.2 * t),
      mix(color, [240, 230, 250], 0.3 * t),
    );
  }
}

function addBall(builder: MeshBuilder, random: Random, [x, y, z]: Vec3, color: Color): void {
  const r = random.between(0.024, 0.036);
  for (let k = 0; k < 5; k++) {
    const angle = k * 1.2566 + random.between(0, 1);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    addLeaf(
      builder,
      [
        [x - oz * r, y, z + ox * r],
        [x + oz * r, y, z - ox * r],
        [x + ox * r, y + r * 1.7, z + oz * r],
      ],
      [ox, 0.8, oz],
      shade(color, 0.85),
      color,
    );
  }
}
