import type { Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import { showing } from './absent.ts';
import { SNOW } from './mood.ts';
import { addBothSides } from './plants.ts';
import { addBlob, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { noise } from './terrain.ts';

export interface TuftOptions {
  readonly random: Random;
  readonly blades: number;
  /** Half size of the square they grow in. */
  readonly spread: number;
  readonly height: number;
  readonly width: number;
  readonly color: Color;
  readonly tip: Color;
  /** Two joints a blade instead of one. */
  readonly isCurved?: boolean;
  readonly snow?: number;
}

/** Blades of grass; roots are dark, tips bright. 4 triangles a blade, 8 when curved. */
export function tuftMesh(options: TuftOptions): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < options.blades; i++) addBlade(builder, options);
  return builder.build();
}

function addBlade(builder: MeshBuilder, options: TuftOptions): void {
  const { random, spread } = options;
  const x = random.between(-spread, spread);
  const z = random.between(-spread, spread);
  const angle = random.between(0, Math.PI * 2);
  const height = options.height * random.between(0.55, 1.2);
  const bend = height * random.between(0.1, 0.45);
  const width = options.width * random.between(0.7, 1.3);
  const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
  const base = shade(options.color, random.between(0.78, 0.95));
  const middle = mix(options.color, options.tip, random.between(0.2, 0.6));
  const tip = mix(shade(options.tip, random.between(0.9, 1.15)), SNOW, (options.snow ?? 0) * 0.6);
  const normal: Vec3 = unit([ox * 0.45, 1, oz * 0.45]);
  const at = (t: number, side: number, w: number): Vec3 => [
    x + ox * bend * t * t - oz * side * w,
    height * t,
    z + oz * bend * t * t + ox * side * w,
  ];
  const joint = options.isCurved ? 0.55 : 0;
  const left = builder.vertex(at(0, -1, width), normal, base, 0.75);
  const right = builder.vertex(at(0, 1, width), normal, base, 0.75);
  const top = builder.vertex(at(1, 0, 0), normal, tip);
  if (joint === 0) {
    addBothSides(builder, left, right, top);
    return;
  }
  const upLeft = builder.vertex(at(joint, -1, width * 0.7), normal, middle, 0.92);
  const upRight = builder.vertex(at(joint, 1, width * 0.7), normal, middle, 0.85);
  addBothSides(builder, left, right, upRight);
  addBothSides(builder, left, upRight, upLeft);
  addBothSides(builder, upLeft, upRight, top);
}

/** A fern or a leafy weed: arching fronds round a middle. About 100 triangles. */
export function fernMesh(random: Random, color: Color, fronds = 9, length = 0.7): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < fronds; i++) {
    const angle = (i / fronds) * Math.PI * 2 + random.between(-0.3, 0.3);
    const reach = length * random.between(0.7, 1.2);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const tone = shade(color, random.between(0.8, 1.2));
    const at = (t: number, side: number, w: number): Vec3 => [
      ox * reach * t - oz * side * w,
      reach * (1.25 * t - 1.05 * t * t) + 0.02,
      oz * reach * t + ox * side * w,
    ];
    const normal: Vec3 = unit([ox * 0.3, 1, oz * 0.3]);
    const widths = [0.02, 0.1, 0.12, 0.07];
    const rows = widths.map((w, k) => {
      const t = k / 4;
      const lit = shade(tone, 0.65 + 0.5 * t);
      return [
        builder.vertex(at(t, -1, w * reach), normal, lit, 0.5 + 0.5 * t),
        builder.vertex(at(t, 1, w * reach), normal, lit, 0.5 + 0.5 * t),
      ] as const;
    });
    for (let k = 0; k + 1 < rows.length; k++) {
      addBothSides(builder, rows[k]![0], rows[k]![1], rows[k + 1]![1]);
      addBothSides(builder, rows[k]![0], rows[k + 1]![1], rows[k + 1]![0]);
    }
    const tip = builder.vertex(at(1, 0, 0), normal, shade(tone, 1.2));
    addBothSides(builder, rows[3]![0], rows[3]![1], tip);
  }
  return showing('plants', builder.build());
}

/** A boulder about 1 m across, lighter on top, white when snow lies. 80 or 320 triangles. */
export function boulderMesh(random: Random, color: Color, snow = 0, detail: 1 | 2 = 1): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 1000));
  addBlob(builder, {
    center: [0, 0.16, 0],
    radius: [0.6, 0.42, 0.5],
    detail,
    bulge: (d) =>
      0.62 +
      0.5 * noise(d[0] * 1.7 + d[1] * 2.1 + 5, d[2] * 1.7 + 5 - d[1], seed) +
      0.18 * noise(d[0] * 5 + d[1] * 4 + 5, d[2] * 5 + 5, seed + 1),
    color: (d) => mix(shade(color, 0.75 + 0.3 * d[1]), SNOW, snow * Math.max(0, d[1] * 1.4 - 0.2)),
    open: (d) => Math.min(1, 0.6 + 0.5 * d[1]),
  });
  return showing('rocks', builder.build());
}
