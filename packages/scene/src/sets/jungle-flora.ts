import type { Mesh, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addFoliage } from './flora.ts';
import { addLeaf } from './plants.ts';
import { addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { fractal, noise } from './terrain.ts';

/** A giant of the rainforest: fins at its foot as tall as a man, a mossy trunk, crown high above, lianas. */
export function kapokMesh(random: Random, leaf: Color, isFar = false): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(15, 20);
  const fins = 5;
  const sides = isFar ? 6 : 20;
  const seed = Math.floor(random.between(0, 900));
  const turn = random.between(0, 6);
  const rings = isFar ? [0, 0.1, 1] : [0, 0.05, 0.12, 0.2, 0.34, 0.6, 1];
  const bark: Color = [112, 98, 80];
  const rows = rings.map((t) =>
    Array.from({ length: sides + 1 }, (_, s) => {
      const angle = ((s % sides) / sides) * Math.PI * 2;
      const fin = Math.max(0, Math.cos(angle * fins + turn)) ** 3;
      const flare = Math.exp(-t * 11);
      const r = 0.5 * (1 - t * 0.5) + flare * (0.25 + (isFar ? 0.5 : 1.7) * fin) + 0.08 * noise(s * 1.3, t * 8, seed);
      const out: Vec3 = [Math.cos(angle), 0.25 * flare, Math.sin(angle)];
      const moss = fractal(s * 0.7 + 4, t * 9, 2, seed);
      return builder.vertex(
        [out[0] * r, -0.6 + (height + 0.6) * t, out[2] * r],
        out,
        mix(shade(bark, 0.7 + 0.35 * fin + 0.3 * moss), [86, 112, 52], Math.max(0, moss - 0.42) * 1.9 * (1 - t * 0.6)),
        0.6 + 0.4 * Math.min(1, t * 4 + fin * 0.4),
      );
    }),
  );
  for (let i = 0; i + 1 < rows.length; i++)
    for (let s = 0; s < sides; s++) {
      const [a, b, c, d] = [rows[i]![s]!, rows[i]![s + 1]!, rows[i + 1]![s]!, rows[i + 1]![s + 1]!];
      builder.triangle(a, d, b);
      builder.triangle(a, c, d);
    }
  const lumps = isFar ? 6 : 10;
  for (let i = 0; i < lumps; i++) {
    const angle = i * 2.4;
    const reach = random.between(1.5, 5);
    const size = random.between(1.7, 2.8);
    addFoliage(builder, random, {
      center: [Math.cos(angle) * reach, height * random.between(0.62, 1), Math.sin(angle) * reach],
      radius: [size, size * 0.6, size],
      color: shade(leaf, random.between(0.78, 1.12)),
      heart: [0, height * 0.55, 0],
      leaves: isFar ? 6 : 36,
      detail: isFar ? 0 : 1,
    });
  }
  if (!isFar) for (let i = 0; i < 6; i++) addLiana(builder, random, height);
  return builder.build();
}

/** A liana that hangs from a bough in a bow, a few leaves along it. */
function addLiana(builder: MeshBuilder, random: Random, height: number): void {
  const angle = random.between(0, 6.28);
  const far = random.between(0.6, 3.6);
  const from: Vec3 = [0, height * random.between(0.5, 0.66), 0];
  const to: Vec3 = [Math.cos(angle) * far, random.between(0.6, 4), Math.sin(angle) * far];
  const at = (t: number): Vec3 => [
    from[0] + (to[0] - from[0]) * t ** 0.6,
    from[1] + (to[1] - from[1]) * t,
    from[2] + (to[2] - from[2]) * t ** 0.6,
  ];
  const tone: Color = [88, 92, 54];
  for (let i = 0; i < 8; i++) {
    addTube(builder, {
      from: at(i / 8),
      to: at((i + 1) / 8),
      fromRadius: 0.035,
      toRadius: 0.03,
      sides: 4,
      color: tone,
    });
    const hub = at((i + 0.5) / 8);
    for (const side of [-1, 1]) {
      const size = random.between(0.08, 0.18);
      addLeaf(
        builder,
        [
          hub,
          [hub[0] + side * size, hub[1] + size * 0.4, hub[2]],
          [hub[0] + side * size * 1.5, hub[1] - size, hub[2] + size],
        ],
        [0, 0.6, 1],
        [72, 120, 52],
        [112, 158, 66],
      );
    }
  }
}

/** A banana plant: a few huge leaves, each folded along its rib and torn at its edge, arching from a short stem. */
export function bananaMesh(random: Random, leaf: Color): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 8; i++) {
    const angle = i * 2.4 + random.between(-0.3, 0.3);
    const reach = random.between(1.1, 1.9);
    const rise = random.between(1.5, 2.5);
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const tone = shade(leaf, random.between(0.8, 1.15));
    const spine = (t: number): Vec3 => [ox * reach * t, 0.3 + rise * (1.9 * t - 1.15 * t * t), oz * reach * t];
    const steps = 6;
    const at = (t: number, side: number): Vec3 => {
      const [x, y, z] = spine(t);
      const wide = 0.38 * Math.sin(Math.PI * (0.06 + 0.9 * t)) ** 0.7 * (1 - 0.14 * noise(t * 9, side, i));
      return [
        x - oz * side * wide,
        y - Math.abs(side) * wide * 0.28 - 0.05 * noise(t * 14, side * 2, i),
        z + ox * side * wide,
      ];
    };
    for (let k = 0; k < steps; k++) {
      const [t, u] = [k / steps, (k + 0.94) / steps];
      for (const side of [-1, 1]) {
        const normal: Vec3 = [ox * 0.3 - oz * side * 0.5, 1, oz * 0.3 + ox * side * 0.5];
        const [low, high] = [shade(tone, 0.72 + 0.3 * t), shade(tone, 0.9 + 0.3 * t)];
        addLeaf(builder, [spine(t), at(t, side), at(u, side)], normal, low, high);
        addLeaf(builder, [spine(t), at(u, side), spine(u)], normal, low, shade(high, 1.06));
      }
    }
  }
  addTube(builder, {
    from: [0, -0.2, 0],
    to: [0, 0.7, 0],
    fromRadius: 0.13,
    toRadius: 0.07,
    sides: 7,
    color: [96, 112, 58],
    toColor: [128, 150, 76],
  });
  return builder.build();
}

/** Heliconias: red and yellow claws on upright stems among blades. */
export function heliconiaMesh(random: Random, color: Color, leaf: Color): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 4; i++) {
    const [x, z] = [random.between(-0.3, 0.3), random.between(-0.3, 0.3)];
    const height = random.between(0.9, 1.5);
    addTube(builder, {
      from: [x, -0.1, z],
      to: [x, height, z],
      fromRadius: 0.022,
      toRadius: 0.016,
      sides: 4,
      color: shade(leaf, 0.9),
    });
    for (let k = 0; k < 5; k++) {
      const side = k % 2 ? 1 : -1;
      const y = height - 0.38 + k * 0.085;
      addLeaf(
        builder,
        [
          [x, y - 0.05, z + 0.02],
          [x, y + 0.05, z - 0.02],
          [x + side * random.between(0.16, 0.24), y + 0.13, z],
        ],
        [side * 0.3, 0.6, 0.6],
        color,
        mix(color, [255, 214, 84], 0.7),
      );
    }
  }
  for (let i = 0; i < 8; i++) {
    const angle = i * 2.4;
    const [ox, oz] = [Math.cos(angle), Math.sin(angle)];
    const height = random.between(0.7, 1.2);
    addLeaf(
      builder,
      [
        [ox * 0.1 - oz * 0.12, height * 0.4, oz * 0.1 + ox * 0.12],
        [ox * 0.1 + oz * 0.12, height * 0.4, oz * 0.1 - ox * 0.12],
        [ox * 0.55, height, oz * 0.55],
      ],
      [ox * 0.3, 1, oz * 0.3],
      shade(leaf, 0.8),
      shade(leaf, 1.15),
    );
  }
  return builder.build();
}
