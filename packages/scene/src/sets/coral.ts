import type { Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import { addBothSides } from './plants.ts';
import { addBlob, addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { noise } from './terrain.ts';

/** A coral bush about 0.8 m tall that forks four times. About 700 triangles. */
export function branchCoralMesh(random: Random, color: Color): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 4; i++) {
    const angle = i * 1.6 + random.between(-0.4, 0.4);
    addBranch(
      builder,
      random,
      [0, -0.05, 0],
      unit([Math.cos(angle) * 0.6, 1, Math.sin(angle) * 0.6]),
      0.28,
      0.055,
      3,
      color,
    );
  }
  return builder.build();
}

function addBranch(
  builder: MeshBuilder,
  random: Random,
  from: Vec3,
  way: Vec3,
  length: number,
  radius: number,
  forks: number,
  color: Color,
): void {
  const to: Vec3 = [from[0] + way[0] * length, from[1] + way[1] * length, from[2] + way[2] * length];
  const tone = mix(shade(color, 0.7), mix(color, [255, 244, 226], 0.45), 1 - forks / 4);
  addTube(builder, {
    from,
    to,
    fromRadius: radius,
    toRadius: radius * (forks === 0 ? 0.65 : 0.75),
    sides: forks > 1 ? 6 : 5,
    color: tone,
    toColor: mix(tone, [255, 246, 232], forks === 0 ? 0.55 : 0.1),
    open: [0.55 + 0.1 * (3 - forks), 0.75 + 0.08 * (3 - forks)],
    cap: forks === 0,
  });
  if (forks === 0) return;
  for (const side of [-1, 1]) {
    const spread = random.between(0.35, 0.75) * side;
    const turn = random.between(-0.7, 0.7);
    const next = unit([way[0] + spread, way[1] + random.between(0, 0.5), way[2] + turn]);
    addBranch(builder, random, to, next, length * random.between(0.62, 0.85), radius * 0.7, forks - 1, color);
  }
}

/** A fan of veins in one plane with a lacy edge, about 1 m wide. Seen from both sides. */
export function fanCoralMesh(random: Random, color: Color): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 999));
  const spokes = 30;
  const rings = 7;
  const at = (i: number, k: number): number => {
    const angle = Math.PI * (0.1 + 0.8 * (i / spokes));
    const r = (k / rings) * (0.5 + 0.28 * noise(i * 0.5, 2, seed)) * 1.1;
    const wave = Math.sin(i * 0.7) * 0.05 * (k / rings) + (noise(i * 0.3, k * 0.4, seed + 2) - 0.5) * 0.12;
    const vein = i % 3 === 0 ? 1.2 : k % 2 === 0 ? 0.95 : 0.72;
    const tone = shade(mix(color, [255, 228, 214], (k / rings) * 0.3), vein);
    return builder.vertex(
      [Math.cos(angle) * r, 0.03 + Math.sin(angle) * r, wave],
      [0, 0.35, 1],
      tone,
      0.5 + 0.5 * (k / rings),
    );
  };
  const grid = Array.from({ length: spokes + 1 }, (_, i) => Array.from({ length: rings + 1 }, (__, k) => at(i, k)));
  for (let i = 0; i < spokes; i++)
    for (let k = 0; k < rings; k++) {
      // Holes make it lace; near the root it is whole.
      if (k > 1 && noise(i * 0.9, k * 1.3, seed + 5) < 0.3) continue;
      const [a, b] = [grid[i]![k]!, grid[i]![k + 1]!];
      const [c, d] = [grid[i + 1]![k]!, grid[i + 1]![k + 1]!];
      addBothSides(builder, a, b, d);
      addBothSides(builder, a, d, c);
    }
  return builder.build();
}

/** A dome with winding furrows, about 1 m wide. 320 triangles. */
export function brainCoralMesh(random: Random, color: Color): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 999));
  const furrow = (d: Vec3): number => Math.sin(noise(d[0] * 3 + 5, d[2] * 3 + d[1] * 2 + 5, seed) * 22);
  addBlob(builder, {
    center: [0, 0.1, 0],
    radius: [0.55, 0.42, 0.5],
    detail: 2,
    bulge: (d) => 0.95 + 0.035 * furrow(d) + 0.12 * noise(d[0] * 2 + 4, d[2] * 2 + 4, seed + 3),
    color: (d) => shade(color, 0.82 + 0.2 * furrow(d) * 0.6 + 0.2 * d[1]),
    open: (d) => Math.min(1, 0.62 + 0.16 * furrow(d) + 0.35 * d[1]),
  });
  return builder.build();
}

/** A bunch of tubes with dark mouths, about 0.7 m tall. */
export function spongeMesh(random: Random, color: Color): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 6; i++) {
    const angle = i * 1.05 + random.between(-0.3, 0.3);
    const reach = i === 0 ? 0 : random.between(0.1, 0.2);
    const height = random.between(0.35, 0.75);
    const to: Vec3 = [Math.cos(angle) * reach * 1.9, height, Math.sin(angle) * reach * 1.9];
    const radius = random.between(0.07, 0.1);
    const tone = shade(color, random.between(0.85, 1.1));
    const tube = { from: [Math.cos(angle) * reach, -0.05, Math.sin(angle) * reach] as const, to, sides: 9 };
    addTube(builder, {
      ...tube,
      fromRadius: radius * 0.7,
      toRadius: radius,
      color: shade(tone, 0.6),
      toColor: mix(tone, [255, 240, 220], 0.25),
      open: [0.5, 1],
    });
    addTube(builder, {
      from: to,
      to: [to[0], to[1] + 0.004, to[2]],
      fromRadius: radius,
      toRadius: radius * 0.55,
      sides: 9,
      color: mix(tone, [255, 240, 220], 0.35),
      toColor: shade(tone, 0.3),
      cap: true,
    });
  }
  return builder.build();
}

/** Ribbons of weed up to `height` metres, wavy, dark at the root. Seen from both sides. */
export function weedMesh(random: Random, color: Color, height: number, ribbons: number): Mesh {
  const builder = createMeshBuilder();
  const joints = 9;
  for (let i = 0; i < ribbons; i++) {
    const [x, z] = [random.between(-0.28, 0.28), random.between(-0.28, 0.28)];
    const angle = random.between(0, 6.28);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const tall = height * random.between(0.55, 1.1);
    const width = random.between(0.035, 0.06);
    const phase = random.between(0, 6);
    const tone = shade(color, random.between(0.75, 1.2));
    let before: readonly [number, number] | undefined;
    for (let k = 0; k <= joints; k++) {
      const t = k / joints;
      const sway = Math.sin(t * 6.5 + phase) * 0.11 * tall * t;
      const w = width * (1 - t ** 3) * (0.75 + 0.4 * Math.sin(k * 2.2));
      const center: Vec3 = [x + ox * sway, tall * t, z + oz * sway];
      const lit = shade(mix(tone, [196, 206, 110], t * 0.35), 0.55 + 0.6 * t);
      const normal: Vec3 = [ox * 0.5, 0.7, oz * 0.5];
      const pair = [
        builder.vertex([center[0] - oz * w, center[1], center[2] + ox * w], normal, lit, 0.5 + 0.5 * t),
        builder.vertex([center[0] + oz * w, center[1], center[2] - ox * w], normal, lit, 0.5 + 0.5 * t),
      ] as const;
      if (before) {
        addBothSides(builder, before[0], before[1], pair[1]);
        addBothSides(builder, before[0], pair[1], pair[0]);
      }
      before = pair;
    }
  }
  return builder.build();
}

/** A small fish 0.25 m long, nose towards +x, for shoals. About 30 triangles. */
export function shoalFishMesh(color: Color): Mesh {
  const builder = createMeshBuilder();
  const stations: readonly (readonly [x: number, tall: number, wide: number])[] = [
    [0.125, 0.004, 0.004],
    [0.07, 0.036, 0.018],
    [0, 0.048, 0.022],
    [-0.08, 0.018, 0.008],
  ];
  const rings = stations.map(([x, tall, wide]) =>
    [0, 1, 2, 3].map((i) => {
      const y = [tall, 0, -tall, 0][i]!;
      const z = [0, wide, 0, -wide][i]!;
      return builder.vertex(
        [x, y, z],
        [0.1, y * 14, z * 30],
        mix(shade(color, 1.05), [236, 240, 240], i === 2 ? 0.6 : 0.1),
      );
    }),
  );
  for (let s = 0; s + 1 < rings.length; s++)
    for (let i = 0; i < 4; i++) {
      const j = (i + 1) % 4;
      builder.triangle(rings[s]![i]!, rings[s + 1]![i]!, rings[s + 1]![j]!);
      builder.triangle(rings[s]![i]!, rings[s + 1]![j]!, rings[s]![j]!);
    }
  const tail = shade(color, 0.85);
  const root = builder.vertex([-0.075, 0, 0], [0, 0.3, 1], tail);
  const high = builder.vertex([-0.14, 0.05, 0], [0, 0.3, 1], tail);
  const low = builder.vertex([-0.14, -0.05, 0], [0, 0.3, 1], tail);
  addBothSides(builder, root, high, low);
  return builder.build();
}
