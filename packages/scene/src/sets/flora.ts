import type { Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import { showing } from './absent.ts';
import { addBothSides, addLeaf } from './plants.ts';
import { addBlob, addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { noise } from './terrain.ts';

/** A trunk or a branch that bends through points, its girth falling from one end to the other. */
export function addBranch(
  builder: MeshBuilder,
  points: readonly Vec3[],
  girth: readonly [from: number, to: number],
  sides: number,
  color: Color,
  open: readonly [from: number, to: number] = [0.6, 1],
): void {
  const last = points.length - 1;
  const at = (pair: readonly [number, number], i: number): number => pair[0] + ((pair[1] - pair[0]) * i) / last;
  for (let i = 0; i < last; i++)
    addTube(builder, {
      from: points[i]!,
      to: points[i + 1]!,
      fromRadius: at(girth, i),
      toRadius: at(girth, i + 1),
      sides,
      color: shade(color, 0.8 + (0.2 * i) / last),
      toColor: shade(color, 0.8 + (0.2 * (i + 1)) / last),
      open: [at(open, i), at(open, i + 1)],
    });
}

/** A lump of leaves, ragged at its edge. */
export function addFoliage(
  builder: MeshBuilder,
  random: Random,
  lump: { center: Vec3; radius: Vec3; color: Color; heart: Vec3; leaves: number; detail?: 0 | 1 },
): void {
  const { center, radius, color } = lump;
  const seed = Math.floor(random.between(0, 1000));
  const tone = (d: Vec3): Color => shade(color, 0.84 + 0.26 * d[1]);
  addBlob(builder, {
    center,
    radius,
    detail: lump.detail ?? 1,
    bulge: (d) => 0.72 + 0.56 * noise(d[0] * 2.6 + d[1] * 1.9 + 9, d[2] * 2.6 - d[1] * 1.3 + 9, seed),
    color: tone,
    open: (d) => Math.min(1, 0.76 + 0.26 * d[1]),
    heart: lump.heart,
    heartShare: 0.4,
  });
  for (let i = 0; i < lump.leaves; i++) {
    const d = unit([random.between(-1, 1), random.between(-0.6, 1), random.between(-1, 1)]);
    const far = random.between(0.94, 1.14);
    const at: Vec3 = [0, 1, 2].map((k) => center[k]! + d[k]! * radius[k]! * far) as unknown as Vec3;
    const size = random.between(0.08, 0.2) * Math.max(0.6, radius[0]);
    const corner = (): Vec3 => [
      at[0] + random.between(-size, size),
      at[1] + random.between(-size, size) * 0.7,
      at[2] + random.between(-size, size),
    ];
    addLeaf(builder, [corner(), corner(), corner()], d, shade(tone(d), random.between(0.9, 1.25)));
  }
}

/** An acacia, about 6 m tall: forked low, its crown in flat tables. */
export function acaciaMesh(random: Random, leaf: Color, bark: Color, isFar = false): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(5, 6.8);
  const fork: Vec3 = [random.between(-0.2, 0.2), height * 0.34, random.between(-0.2, 0.2)];
  const sides = isFar ? 4 : 7;
  addBranch(builder, [[0, -0.4, 0], [fork[0] * 1.6, height * 0.16, 0.1], fork], [0.3, 0.2], sides, bark);
  const arms = isFar ? 3 : 5;
  for (let i = 0; i < arms; i++) {
    const angle = i * (6.28 / arms) + random.between(-0.4, 0.4);
    const reach = height * random.between(0.22, 0.42);
    const top = height * random.between(0.8, 0.98);
    const tip: Vec3 = [Math.cos(angle) * reach, top, Math.sin(angle) * reach];
    const knee: Vec3 = [tip[0] * 0.45 + fork[0], height * 0.58, tip[2] * 0.45 + fork[2]];
    addBranch(builder, [fork, knee, tip], [0.16, 0.05], Math.max(3, sides - 2), bark, [0.8, 0.6]);
    addFoliage(builder, random, {
      center: [tip[0] * 1.1, top, tip[2] * 1.1],
      radius: [height * 0.3, height * random.between(0.06, 0.085), height * 0.28],
      color: shade(leaf, random.between(0.85, 1.12)),
      heart: [0, height * 0.3, 0],
      leaves: isFar ? 6 : 30,
    });
  }
  return showing('trees', builder.build());
}

/** A palm by the sea, 5 to 8 m tall, its ringed trunk bent by the wind, its fronds arching and combed. */
export function coconutPalmMesh(random: Random, leaf: Color, fronds = 12): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(5, 8);
  const bend = height * random.between(0.12, 0.34);
  const spine = (t: number): Vec3 => [bend * t * t, -0.4 + (height + 0.4) * t, 0.1 * bend * Math.sin(t * 3)];
  const bark: Color = [132, 112, 88];
  const rings = 14;
  for (let i = 0; i < rings; i++)
    addTube(builder, {
      from: spine(i / rings),
      to: spine((i + 1) / rings),
      fromRadius: 0.2 - 0.1 * (i / rings) + (i === 0 ? 0.1 : 0),
      toRadius: 0.165 - 0.09 * (i / rings),
      sides: 7,
      color: shade(bark, 0.72),
      toColor: bark,
      open: [0.8, 1],
    });
  const crown = spine(1);
  for (let f = 0; f < fronds; f++) addFrond(builder, random, crown, f * 2.399 + random.between(-0.2, 0.2), leaf);
  for (let i = 0; i < 5; i++)
    addBlob(builder, {
      center: [crown[0] + Math.cos(i * 1.3) * 0.2, crown[1] - 0.2, crown[2] + Math.sin(i * 1.3) * 0.2],
      radius: [0.14, 0.17, 0.14],
      detail: 0,
      bulge: () => 1,
      color: () => [116, 88, 48],
    });
  return showing('trees', builder.build());
}

function addFrond(builder: MeshBuilder, random: Random, crown: Vec3, angle: number, leaf: Color): void {
  const reach = random.between(1.9, 2.7);
  const rise = random.between(0.3, 1.5);
  const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
  const spine = (t: number): Vec3 => [
    crown[0] + ox * reach * t,
    crown[1] + rise * 1.6 * t - (rise + 1.3) * t * t,
    crown[2] + oz * reach * t,
  ];
  const tone = shade(leaf, random.between(0.8, 1.2));
  const steps = 13;
  for (let i = 1; i <= steps; i++) {
    const t = i / steps;
    const from = spine(t);
    const back = spine(t - 0.075);
    const length = 0.62 * Math.sin(Math.PI * (0.1 + 0.82 * t)) ** 0.8;
    for (const side of [-1, 1]) {
      const to: Vec3 = [
        from[0] + ox * length * 0.55 - oz * side * length,
        from[1] - length * (0.35 + 0.3 * t),
        from[2] + oz * length * 0.55 + ox * side * length,
      ];
      addLeaf(builder, [back, from, to], [ox * 0.3, 1, oz * 0.3], shade(tone, 0.75 + 0.25 * t), shade(tone, 1.15));
    }
  }
}

/** A swamp's cypress: foot spread into ribs, bare below, flat wisps of leaf and hanging moss above. */
export function swampTreeMesh(random: Random, leaf: Color, moss: Color, isFar = false): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(10, 14);
  const bark: Color = [96, 86, 76];
  const ribs = 9;
  const rings = isFar ? [0, 0.12, 1] : [0, 0.04, 0.1, 0.18, 0.4, 1];
  const sides = isFar ? 5 : ribs * 2;
  const seed = Math.floor(random.between(0, 99));
  const lean: readonly [number, number] = [random.between(-0.7, 0.7), random.between(-0.7, 0.7)];
  const rows = rings.map((t) =>
    Array.from({ length: sides + 1 }, (_, s) => {
      const angle = ((s % sides) / sides) * Math.PI * 2;
      const flare = Math.exp(-t * 16);
      const rib = s % 2 === 0 ? 1 : isFar ? 1 : 0.55 + 0.45 * (1 - flare);
      const r = (0.34 * (1 - t * 0.75) + 0.95 * flare * (0.7 + 0.6 * noise(s * 1.7, 3, seed))) * rib;
      const out: Vec3 = [Math.cos(angle), 0.3 * flare, Math.sin(angle)];
      const y = -1 + (height + 1) * t;
      const stain = t < 0.06 ? 0.5 : 0.85 + 0.3 * noise(s * 2.1, t * 9, seed);
      return builder.vertex(
        [out[0] * r + lean[0] * t, y, out[2] * r + lean[1] * t],
        out,
        shade(bark, stain * (s % 2 === 0 ? 1.06 : 0.8)),
        0.7 + 0.3 * t,
      );
    }),
  );
  for (let i = 0; i + 1 < rows.length; i++)
    for (let s = 0; s < sides; s++) {
      const [a, b, c, d] = [rows[i]![s]!, rows[i]![s + 1]!, rows[i + 1]![s]!, rows[i + 1]![s + 1]!];
      builder.triangle(a, d, b);
      builder.triangle(a, c, d);
    }
  const arms = isFar ? 5 : 9;
  for (let i = 0; i < arms; i++) {
    const t = 0.42 + (0.55 * i) / arms;
    const angle = i * 2.4 + random.between(-0.4, 0.4);
    const reach = (1.25 - t) * height * random.between(0.26, 0.4);
    const root: Vec3 = [lean[0] * t, height * t, lean[1] * t];
    const tip: Vec3 = [root[0] + Math.cos(angle) * reach, root[1] + 0.5, root[2] + Math.sin(angle) * reach];
    addBranch(builder, [root, tip], [0.13, 0.04], 4, bark, [0.8, 0.8]);
    addFoliage(builder, random, {
      center: tip,
      radius: [reach * 0.6, reach * 0.22 + 0.25, reach * 0.6],
      color: shade(leaf, random.between(0.8, 1.1)),
      heart: root,
      leaves: isFar ? 4 : 16,
      detail: isFar ? 0 : 1,
    });
    if (!isFar) addMoss(builder, random, root, tip, moss);
  }
  return showing('trees', builder.build());
}

/** Grey-green beards that hang from a bough. */
function addMoss(builder: MeshBuilder, random: Random, root: Vec3, tip: Vec3, moss: Color): void {
  for (let i = 0; i < 7; i++) {
    const t = random.between(0.35, 1.1);
    const at: Vec3 = [0, 1, 2].map((k) => root[k]! + (tip[k]! - root[k]!) * t) as unknown as Vec3;
    const drop = random.between(0.7, 2.2);
    const wide = random.between(0.05, 0.14);
    const angle = random.between(0, 3.1);
    const [ox, oz] = [Math.cos(angle) * wide, Math.sin(angle) * wide];
    addLeaf(
      builder,
      [
        [at[0] - ox, at[1], at[2] - oz],
        [at[0] + ox, at[1], at[2] + oz],
        [at[0] + random.between(-0.12, 0.12), at[1] - drop, at[2]],
      ],
      [oz * 4, 0.4, -ox * 4],
      shade(moss, 0.8),
      shade(moss, 1.15),
    );
  }
}

/** A clump of bamboo: jointed green canes, leaves in tufts from half their height on. */
export function bambooMesh(random: Random, cane: Color, leaf: Color, canes: number, isFar = false): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < canes; i++) {
    const foot: Vec3 = [random.between(-0.7, 0.7), -0.3, random.between(-0.7, 0.7)];
    const height = random.between(9, 14);
    const sway: readonly [number, number] = [random.between(-1, 1), random.between(-1, 1)];
    const radius = random.between(0.06, 0.1);
    const at = (t: number): Vec3 => [foot[0] + sway[0] * t * t, height * t - 0.3, foot[2] + sway[1] * t * t];
    const tone = mix(cane, [178, 178, 92], random.between(0, 0.45));
    const joints = isFar ? 4 : 14;
    for (let k = 0; k < joints; k++) {
      const [from, to] = [at(k / joints), at((k + 1) / joints)];
      const r = radius * (1 - (0.6 * k) / joints);
      addTube(builder, {
        from,
        to,
        fromRadius: r * 1.12,
        toRadius: r,
        sides: isFar ? 3 : 6,
        color: shade(tone, 0.78),
        toColor: tone,
        open: [0.85, 1],
      });
    }
    for (let k = 0; k < (isFar ? 16 : 46); k++) {
      const t = random.between(0.42, 1);
      const root = at(t);
      const angle = random.between(0, 6.28);
      const out = random.between(0.2, 1.1) * (1.3 - t * 0.6);
      const size = (isFar ? 0.4 : 0.24) * random.between(0.8, 1.3);
      const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
      const hub: Vec3 = [root[0] + ox * out, root[1] + random.between(-0.2, 0.3), root[2] + oz * out];
      addLeaf(
        builder,
        [
          [hub[0] - oz * 0.06, hub[1], hub[2] + ox * 0.06],
          [hub[0] + oz * 0.06, hub[1] + 0.02, hub[2] - ox * 0.06],
          [hub[0] + ox * size * 1.6, hub[1] - size * 0.7, hub[2] + oz * size * 1.6],
        ],
        [ox * 0.3, 1, oz * 0.3],
        shade(leaf, random.between(0.75, 1)),
        shade(leaf, random.between(1, 1.3)),
      );
    }
  }
  return showing('trees', builder.build());
}

/** Floating leaves with a notch, some with a blossom; y = 0 is the water. */
export function lilyPadsMesh(
  random: Random,
  leaf: Color,
  options: { pads: number; spread: number; blossom?: Color },
): Mesh {
  const builder = createMeshBuilder();
  const spots: Vec3[] = [];
  for (let tries = 0; spots.length < options.pads && tries < 60; tries++) {
    const r = random.between(0.12, 0.3);
    const at: Vec3 = [random.between(-1, 1) * options.spread, r, random.between(-1, 1) * options.spread];
    if (spots.every((other) => Math.hypot(other[0] - at[0], other[2] - at[2]) > (other[1] + r) * 0.94)) spots.push(at);
  }
  for (const [x, r, z] of spots) {
    const turn = random.between(0, 6.28);
    const tone = mix(leaf, [128, 150, 62], random.between(0, 0.5));
    const y = 0.015 + random.between(0, 0.012);
    const hub = builder.vertex([x, y, z], [0, 1, 0], shade(tone, 0.85));
    const rim = Array.from({ length: 15 }, (_, i) => {
      const angle = turn + 0.22 + (i / 14) * (Math.PI * 2 - 0.44);
      const edge = r * (1 + 0.03 * Math.sin(i * 2.3));
      const lift = 0.012 + 0.012 * Math.sin(i * 1.9 + turn);
      return builder.vertex(
        [x + Math.cos(angle) * edge, y + lift, z + Math.sin(angle) * edge],
        [Math.cos(angle) * 0.16, 1, Math.sin(angle) * 0.16],
        shade(tone, i % 2 ? 1.12 : 0.98),
      );
    });
    for (let i = 0; i < 14; i++) addBothSides(builder, hub, rim[i + 1]!, rim[i]!);
  }
  const host = spots[0];
  if (options.blossom && host) addLotus(builder, [host[0] + host[1] * 0.9, 0.04, host[2]], options.blossom);
  return showing('plants', builder.build());
}

/** A water lily in flower: three wreaths of pointed petals round a golden heart. */
function addLotus(builder: MeshBuilder, at: Vec3, color: Color): void {
  for (const [wreath, [count, reach, rise]] of (
    [
      [9, 0.17, 0.05],
      [8, 0.13, 0.11],
      [6, 0.08, 0.14],
    ] as const
  ).entries())
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 6.283 + wreath * 0.35;
      const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
      const wide = reach * 0.34;
      addLeaf(
        builder,
        [
          [at[0] - oz * wide + ox * reach * 0.35, at[1] + rise * 0.3, at[2] + ox * wide + oz * reach * 0.35],
          [at[0] + oz * wide + ox * reach * 0.35, at[1] + rise * 0.3, at[2] - ox * wide + oz * reach * 0.35],
          [at[0] + ox * reach, at[1] + rise, at[2] + oz * reach],
        ],
        [ox * 0.4, 1, oz * 0.4],
        mix(color, [255, 250, 240], 0.35 + wreath * 0.15),
        color,
      );
      addLeaf(
        builder,
        [
          [at[0] - oz * wide + ox * reach * 0.35, at[1] + rise * 0.3, at[2] + ox * wide + oz * reach * 0.35],
          [at[0], at[1], at[2]],
          [at[0] + oz * wide + ox * reach * 0.35, at[1] + rise * 0.3, at[2] - ox * wide + oz * reach * 0.35],
        ],
        [ox * 0.4, 1, oz * 0.4],
        mix(color, [255, 250, 240], 0.5),
      );
    }
  addBlob(builder, {
    center: [at[0], at[1] + 0.06, at[2]],
    radius: [0.03, 0.04, 0.03],
    detail: 0,
    bulge: () => 1,
    color: () => [246, 200, 70],
  });
}

/** Reeds with brown cattails among their blades, about 1.6 m tall. */
export function cattailMesh(random: Random, leaf: Color, blades = 20): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < blades; i++) {
    const [x, z] = [random.between(-0.35, 0.35), random.between(-0.35, 0.35)];
    const height = random.between(0.9, 1.6);
    const [bx, bz] = [random.between(-0.3, 0.3), random.between(-0.3, 0.3)];
    const tone = shade(leaf, random.between(0.8, 1.15));
    const middle: Vec3 = [x + bx * 0.3, height * 0.6, z + bz * 0.3];
    addLeaf(builder, [[x - 0.016, -0.2, z], [x + 0.016, -0.2, z], middle], [bx, 1, bz + 0.5], shade(tone, 0.7), tone);
    addLeaf(
      builder,
      [
        [middle[0] - 0.014, middle[1] - 0.3, middle[2]],
        [middle[0] + 0.014, middle[1] - 0.3, middle[2]],
        [x + bx, height, z + bz],
      ],
      [bx, 1, bz + 0.5],
      tone,
      shade(tone, 1.2),
    );
  }
  for (let i = 0; i < 4; i++) {
    const [x, z] = [random.between(-0.25, 0.25), random.between(-0.25, 0.25)];
    const height = random.between(1.2, 1.6);
    const stalk = { sides: 4, color: shade(leaf, 0.9) };
    addTube(builder, { ...stalk, from: [x, -0.2, z], to: [x, height, z], fromRadius: 0.01, toRadius: 0.008 });
    addTube(builder, {
      from: [x, height - 0.24, z],
      to: [x, height - 0.03, z],
      fromRadius: 0.028,
      toRadius: 0.026,
      sides: 6,
      color: [96, 62, 38],
      toColor: [118, 78, 48],
      cap: true,
    });
  }
  return showing('plants', builder.build());
}
