import type { Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, treesOn } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { ambience, isSnowy, lensFor, outdoorCues, plantPalette } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import { LEAVES, leafTreeMesh } from './plants.ts';
import { placed, type SetInstance, type Spot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';

/** The grounds of a Japanese shrine: red gates over a paved way, stone lanterns, the hall under its curved roof, cherry trees. */
export const shrine: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('shrine');
    const palette = plantPalette(scene);
    const kit = createKit();
    addTorii(placeKit(kit, [0, 0, -5.5]), 3.1, 5.4);
    for (let i = 0; i < 5; i++) addTorii(placeKit(kit, [0, 0, -15 - i * 2.6]), 2.6, 4.3);
    const lanterns: Vec3[] = [];
    for (let i = 0; i < 6; i++)
      for (const side of [-1, 1]) {
        const at: Vec3 = [side * 3.6, 0, 1.6 - i * 4.4];
        addLantern(placeKit(kit, at), isSnowy(scene));
        lanterns.push([at[0], 1.36, at[2] + 0.3]);
      }
    addHall(placeKit(kit, [0, 0, -38]), roofTone(scene, 0x4f6a62));
    addBasin(placeKit(kit, [6.6, 0, -4]), roofTone(scene, 0x4f5a58));
    addFence(kit);
    const trees: Spot[] = [];
    for (let i = 0; i < 34; i++) trees.push({ x: (i % 2 ? 1 : -1) * random.between(11, 40), z: 6 - i * 1.9 });
    for (let i = 0; i < 22; i++) trees.push({ x: random.between(-40, 40), z: -random.between(52, 80) });
    return outdoorPlace(context, {
      kit,
      materials: { trim: { specular: 0.28, gloss: 34 } },
      still: [
        land(scene, { heightAt: (x, z) => mossAt(x, z) - 0.05 }),
        paved(scene, gravel(context), { pattern: 'grain', scale: 4, mirror: 0.15 }),
        paved(scene, slabs(context), { pattern: 'tiles', scale: 1.2, mirror: 0.5 }),
        ...treesOn(context, random, trees, { heightAt: mossAt, pines: 0.7 }),
        ...cherries(context),
        softHills({
          z: -190,
          halfWidth: 320,
          halfDepth: 60,
          foot: -2,
          height: 66,
          color: [62, 92, 70],
          seed: 17,
          snow: palette.snow,
        }),
      ],
      lamps: lanterns.map((at, i) => ({ at, color: [2.4, 1.4, 0.55] as const, radius: i < 4 ? 6 : 0, halo: 0.45 })),
      wetAt: 0.03,
      fog: 0.004,
      focus: { position: [0, 0.02, 0], halfWidth: 2.4, halfDepth: 3.4 },
      groundAt: (x, z) => (Math.abs(x) < 2.2 ? 0.02 : Math.max(0, mossAt(x, z))),
      camera: { position: [0.5, 1.6, 9.6], target: [0, 2.5, -12], verticalFovDegrees: lensFor(aspect, 44) },
      more: (seconds) => (scene.season === 'spring' && !isSnowy(scene) ? { sprites: petals(seconds) } : {}),
      cues: [...outdoorCues(context, 0.35), ambience(context, 'chime', 0.12, 0.4)],
    });
  },
};

const RED = 0xc8402a;
const mossAt = (x: number, z: number): number =>
  Math.max(0, Math.min(1, (Math.hypot(x, (z + 16) * 0.5) - 14) / 30)) * (1.4 + Math.sin(x * 0.13) + Math.sin(z * 0.11));

/** A gate of two leaning pillars, a tie beam and a curved double lintel. */
function addTorii(kit: Kit, half: number, height: number): void {
  for (const s of [-1, 1]) {
    kit.trim.tube(
      [
        [s * half, 0, 0],
        [s * half * 0.93, height, 0],
      ],
      height * 0.045,
      RED,
      14,
    );
    kit.trim.lathe(
      [s * half, 0, 0],
      [
        [height * 0.066, 0],
        [height * 0.06, 0.42],
        [height * 0.045, 0.44],
      ],
      0x23211f,
      14,
    );
  }
  kit.trim.box([0, height * 0.78, 0], [half * 2.24, height * 0.06, height * 0.045], RED, { bottom: true });
  kit.trim.box([0, height * 0.88, 0], [height * 0.05, height * 0.16, height * 0.05], RED);
  const steps = 12;
  const bend = (u: number): number => u * u * height * 0.06;
  for (let i = 0; i < steps; i++) {
    const [a, b] = [(i / steps) * 2 - 1, ((i + 1) / steps) * 2 - 1];
    const wide = half * 1.38;
    for (const [low, high, deep, color] of [
      [0.96, 1.03, 0.035, RED],
      [1.03, 1.075, 0.05, 0x2b2926],
    ] as const) {
      const [d, x0, x1] = [height * deep, a * wide, b * wide];
      const y = (share: number, u: number): number => height * share + bend(u);
      kit.trim.quad([x0, y(low, a), d], [x1, y(low, b), d], [x1, y(high, b), d], [x0, y(high, a), d], color);
      kit.trim.quad([x1, y(low, b), -d], [x0, y(low, a), -d], [x0, y(high, a), -d], [x1, y(high, b), -d], color);
      kit.trim.quad([x0, y(high, a), d], [x1, y(high, b), d], [x1, y(high, b), -d], [x0, y(high, a), -d], color);
      kit.trim.quad([x0, y(low, a), -d], [x1, y(low, b), -d], [x1, y(low, b), d], [x0, y(low, a), d], color, 0.6);
      if (i === 0)
        kit.trim.quad([x0, y(low, a), -d], [x0, y(low, a), d], [x0, y(high, a), d], [x0, y(high, a), -d], color);
      if (i === steps - 1)
        kit.trim.quad([x1, y(low, b), d], [x1, y(low, b), -d], [x1, y(high, b), -d], [x1, y(high, b), d], color);
    }
  }
}

/** A stone lantern with a light in its fire box. */
function addLantern(kit: Kit, isSnowy: boolean): void {
  const stone = 0x8f8f86;
  kit.stone.lathe(
    [0, 0, 0],
    [
      [0.36, 0],
      [0.36, 0.14],
      [0.22, 0.22],
      [0.13, 0.34],
      [0.12, 0.96],
      [0.22, 1.06],
      [0.3, 1.14],
      [0.3, 1.2],
    ],
    stone,
    8,
  );
  for (let i = 0; i < 4; i++) {
    const a = (i / 4) * Math.PI * 2 + Math.PI / 4;
    kit.stone.box([Math.sin(a) * 0.2, 1.36, Math.cos(a) * 0.2], [0.09, 0.34, 0.09], stone, { yaw: a });
  }
  kit.lamp.lathe(
    [0, 1.2, 0],
    [
      [0.14, 0],
      [0.15, 0.3],
      [0, 0.32],
    ],
    0xffd08a,
    8,
  );
  kit.stone.lathe(
    [0, 1.52, 0],
    [
      [0.5, 0.02],
      [0.48, -0.01],
      [0.2, 0.2],
      [0.09, 0.26],
      [0.11, 0.34],
      [0.05, 0.44],
      [0, 0.48],
    ].slice(isSnowy ? 1 : 1) as [number, number][],
    isSnowy ? 0xe9eef6 : 0x84847a,
    8,
  );
  kit.stone.lathe(
    [0, 1.5, 0],
    [
      [0, 0],
      [0.48, 0.01],
    ].reverse() as [number, number][],
    0x6a6a62,
    8,
  );
}

/** The hall: red posts, white walls, doors of lattice, steps, a broad roof that curves up at its corners, a rope. */
function addHall(kit: Kit, roof: number): void {
  const [w, d] = [11, 8];
  kit.stone.box([0, 0.4, 0], [w + 3, 0.8, d + 3], 0xa39c8c, { foot: 0.7 });
  for (let i = 0; i < 4; i++) kit.stone.box([0, 0.1 + i * 0.2, d / 2 + 2.6 - i * 0.36], [4.6, 0.2, 0.8], 0xb0a898);
  kit.plaster.box([0, 2.6, 0], [w - 1, 3.6, d - 1], 0xeee8dc, { foot: 0.7 });
  for (let i = 0; i <= 5; i++) {
    const x = (i / 5 - 0.5) * w;
    kit.trim.tube(
      [
        [x, 0.8, d / 2],
        [x, 4.5, d / 2],
      ],
      0.19,
      RED,
      10,
    );
    kit.trim.box([x, 4.35, d / 2], [0.6, 0.2, 0.6], RED, { bottom: true });
  }
  for (const y of [1.1, 3.7, 4.5]) kit.trim.box([0, y, d / 2], [w + 0.4, 0.2, 0.2], RED, { bottom: true });
  const front = d / 2 - 0.46;
  for (const x of [-3.3, -1.1, 1.1, 3.3]) {
    kit.window.box([x, 2.3, front], [1.8, 2.5, 0.06], 0xffdca0);
    for (let i = -3; i <= 3; i++) kit.wood.box([x + i * 0.28, 2.3, front + 0.05], [0.05, 2.5, 0.04], 0x5a3a28);
    for (let i = -3; i <= 3; i++) kit.wood.box([x, 2.3 + i * 0.38, front + 0.05], [1.8, 0.05, 0.04], 0x5a3a28);
  }
  addRoof(kit, w / 2 + 1.9, d / 2 + 1.9, 4.6, 3.6, roof);
  const rope = sag([-2.6, 4.15, d / 2 + 0.35], [2.6, 4.15, d / 2 + 0.35], 0.4, 12);
  kit.cloth.tube(rope, 0.13, 0xd9c48c, 8);
  for (const i of [3, 6, 9]) {
    const p = rope[i]!;
    for (const [dx, dy] of [
      [0, -0.3],
      [0.1, -0.5],
      [0, -0.7],
    ] as const)
      kit.trim.box([p[0] + dx, p[1] + dy, p[2] + 0.05], [0.22, 0.22, 0.02], 0xf6f4ee);
  }
}

/** A hipped roof whose slopes sag and whose corners rise. */
function addRoof(kit: Kit, w: number, d: number, foot: number, rise: number, color: number): void {
  const [columns, rows] = [14, 6];
  const ridge = w * 0.52;
  const point = (u: number, v: number, side: number): Vec3 => {
    const reach = 1 - v;
    const half = ridge + (w - ridge) * reach;
    const lift = Math.abs(u) ** 3 * reach ** 2 * 0.85;
    return [u * half, foot + rise * (v * 0.45 + v * v * 0.55) + lift, side * d * reach];
  };
  for (const side of [1, -1])
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        const [u0, u1] = [(i / columns) * 2 - 1, ((i + 1) / columns) * 2 - 1];
        const [v0, v1] = [j / rows, (j + 1) / rows];
        const [a, b, c, e] = [point(u0, v0, side), point(u1, v0, side), point(u1, v1, side), point(u0, v1, side)];
        if (side > 0) kit.slate.quad(a, b, c, e, color);
        else kit.slate.quad(b, a, e, c, color);
        if (side > 0) kit.wood.quad(e, c, b, a, 0x6a4a34, 0.5);
      }
  for (const s of [-1, 1])
    for (let j = 0; j < rows; j++) {
      const [v0, v1] = [j / rows, (j + 1) / rows];
      const [a, b, c, e] = [point(s, v0, 1), point(s, v0, -1), point(s, v1, -1), point(s, v1, 1)];
      if (s > 0) kit.slate.quad(a, b, c, e, color);
      else kit.slate.quad(b, a, e, c, color);
    }
  kit.slate.box([0, foot + rise + 0.15, 0], [ridge * 2 + 0.6, 0.5, 0.5], color);
  for (const s of [-1, 1]) kit.gold.box([s * (ridge + 0.2), foot + rise + 0.5, 0], [0.25, 0.5, 0.4], 0xc8a04a);
}

/** The basin where hands are washed, under a small roof. */
function addBasin(kit: Kit, roof: number): void {
  kit.stone.box([0, 0.4, 0], [1.9, 0.8, 1], 0x8c8c84, { foot: 0.7 });
  kit.glass.box([0, 0.78, 0], [1.6, 0.06, 0.7], 0x5f8a90);
  for (const x of [-1.2, 1.2]) for (const z of [-0.8, 0.8]) kit.wood.box([x, 1.25, z], [0.14, 2.5, 0.14], 0x7a5236);
  addRoof(kit, 2, 1.5, 2.45, 0.9, roof);
  for (let i = 0; i < 3; i++)
    kit.wood.tube(
      [
        [-0.5 + i * 0.4, 0.86, 0.5],
        [-0.4 + i * 0.4, 0.86, -0.45],
      ],
      0.02,
      0xc8a870,
      5,
    );
}

function addFence(kit: Kit): void {
  for (const side of [-1, 1])
    for (let i = 0; i < 24; i++) {
      const z = 8 - i * 1.9;
      kit.trim.box([side * 9.4, 0.55, z], [0.14, 1.1, 0.14], RED);
      kit.trim.box([side * 9.4, 0.85, z - 0.95], [0.08, 0.1, 1.9], RED, { bottom: true });
      kit.trim.box([side * 9.4, 0.45, z - 0.95], [0.08, 0.1, 1.9], RED, { bottom: true });
    }
}

function cherries(context: SetContext): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('cherries');
  const palette = plantPalette(scene);
  const pink = {
    ...palette,
    leaves: [
      [238, 178, 198],
      [244, 204, 214],
    ] as const,
  };
  const red = {
    ...palette,
    leaves: [
      [196, 60, 40],
      [222, 110, 44],
    ] as const,
  };
  const own = scene.season === 'spring' ? pink : scene.season === 'autumn' ? red : palette;
  const meshes = [0, 1].map(() => leafTreeMesh({ random, palette: own, detail: 'near' }));
  const spots: readonly Spot[] = [
    { x: -7.2, z: -6.5 },
    { x: 7.6, z: -11 },
    { x: -7, z: -17 },
    { x: 7.2, z: -22 },
    { x: -8, z: -29 },
  ];
  return spots.map(({ x, z }, i) =>
    standing(meshes[i % 2]!, LEAVES, placed(x, 0, z, { scale: random.between(0.62, 0.8), turn: i * 1.7 })),
  );
}

function gravel({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-9.2, 9.2, 9),
    zs: spread(-46, 34, 30),
    at: () => 0.004,
    paint: () => groundTone(scene, 0xc4bca8),
  });
  return shape;
}

function slabs({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-2.2, 2.2, 4),
    zs: spread(-34, 34, 26),
    at: () => 0.02,
    paint: () => groundTone(scene, 0xa8a294),
  });
  for (const side of [-1, 1]) shape.box([side * 2.28, 0.02, 0], [0.2, 0.07, 68], groundTone(scene, 0x8c867a));
  return shape;
}

function petals(seconds: number) {
  return [
    sprites(
      'flake',
      'alpha',
      Array.from({ length: 70 }, (_, i) => {
        const fall = (hash(i, 1) * 6 + seconds * (0.45 + 0.2 * hash(i, 2))) % 6;
        return {
          position: [
            (hash(i, 3) - 0.5) * 14 + Math.sin(seconds * 0.9 + i) * 0.5,
            6 - fall,
            6 - hash(i, 4) * 26,
          ] as const,
          radius: 0.045,
          rotation: seconds * 1.4 + i,
          color: [0.95, 0.68, 0.76, 0.95] as const,
        };
      }),
    ),
  ];
}
