import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addHouse, addRoofs } from './house-shapes.ts';
import { ambience, hasDetail, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import type { SetContext, SetModel } from './set.ts';

/** A cobbled lane between tall old houses, half-timbered or of plaster and sandstone, that bends towards a gate tower. */
export const oldTown: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('old town');
    const kit = createKit();
    const isTimbered = !hasDetail(scene, 'italian', 'mediterranean', 'sandstone', 'rome', 'venice', 'tuscan');
    for (const side of [-1, 1]) addRow(kit, context, side, isTimbered, random.fork(side < 0 ? 'left' : 'right'));
    if (isAerial(scene))
      addRoofs(
        kit,
        random.fork('roofs'),
        { from: 19, to: 92, near: 34, far: -150, height: 9.5 },
        ROOFS.map((roof) => roofTone(scene, roof)),
      );
    addTower(placeKit(kit, [laneAt(-58), 0, -58]), roofTone(scene, 0x6a4038));
    addGarlands(kit, random);
    const lamps = addLanterns(kit);
    addTubs(kit, random);
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => -0.12, radius: 400, rings: 30 }),
        paved(scene, cobbles(context), { pattern: 'tiles', scale: 3.4, mirror: 0.55 }),
      ],
      lamps: lamps.map((at, i) => ({ at, radius: i < 5 ? 8 : 0, halo: 0.75 })),
      wetAt: 0.02,
      fog: 0.004,
      focus: { position: [0, 0, 0], halfWidth: 1.9, halfDepth: 5 },
      camera: { position: [0.4, 1.65, 9.6], target: [-0.1, 3.1, -12], verticalFovDegrees: lensFor(aspect, 46) },
      cues: [ambience(context, 'city', 0.12), ambience(context, 'bell', 0.1, 0.2)],
    });
  },
};

const laneAt = (z: number): number => (z > -14 ? 0 : ((z + 14) * (z + 14)) / -420);
const PLASTER = [0xe6d3ac, 0xd9a77a, 0xc98a6a, 0xe9dcc4, 0xb8c0a0, 0xd6b8b0, 0xa8b6c0];
const SANDSTONE = [0xd9c090, 0xcfae7a, 0xe0caa0, 0xc9a078];
const ROOFS = [0x9a4f3a, 0x8a4434, 0x7a4a3e, 0xa85f44];

function addRow(kit: Kit, { scene }: SetContext, side: number, isTimbered: boolean, random: Random): void {
  let z = 14;
  for (let i = 0; i < 13; i++) {
    const w = random.between(4.6, 6.6);
    const middle = z - w / 2;
    const x = laneAt(middle) + side * (3.7 + random.between(-0.15, 0.3));
    const bend = Math.atan2(laneAt(z) - laneAt(z - w), w);
    const house = placeKit(kit, [x, 0, middle], (-side * Math.PI) / 2 + bend);
    const floors = random.next() < 0.5 ? 3 : 4;
    addHouse(
      house,
      {
        w: w + 0.04,
        d: 7,
        h: floors * 2.75 + 0.2,
        ridge: random.between(2.8, 3.8),
        wall: random.pick(isTimbered ? PLASTER : SANDSTONE),
        roof: roofTone(scene, random.pick(ROOFS)),
        trim: isTimbered ? 0xf0e8d8 : 0xe6d8bc,
        storey: 2.75,
        litShare: 0.55,
        isGabled: random.next() < 0.7,
        shutter: random.pick([0x4a6e60, 0x6a7f94, 0x7a4438, 0x8a8a6a]),
        hasShop: random.next() < 0.45,
        isInRow: true,
        plinth: 0.3,
        ...(isTimbered && random.next() < 0.62 ? { timber: random.pick([0x4a3022, 0x5a3826, 0x3c2a22]) } : {}),
      },
      random,
    );
    if (random.next() < 0.5) addHangingSign(kit, [x - side * 0.1, 3.1, z - 1], side, random);
    z -= w;
  }
}

/** A wrought-iron arm with a painted board that faces both ways along the lane. */
function addHangingSign(kit: Kit, [x, y, z]: Vec3, side: number, random: Random): void {
  kit.metal.tube(
    [
      [x, y + 0.5, z],
      [x - side * 1.0, y + 0.5, z],
    ],
    0.025,
    0x22211f,
    5,
  );
  kit.metal.tube(
    [
      [x, y + 0.15, z],
      [x - side * 0.5, y + 0.48, z],
    ],
    0.018,
    0x22211f,
    4,
  );
  const color = random.pick([0x7a2f2a, 0x2f4f40, 0x2f3f5c, 0x8a6a2c]);
  kit.wood.box([x - side * 0.66, y + 0.12, z], [0.56, 0.62, 0.06], color, { bottom: true });
  kit.gold.box([x - side * 0.66, y + 0.12, z], [0.34, 0.36, 0.08], 0xd8b45a);
}

function addTower(kit: Kit, roof: number): void {
  const stone = 0xb8a88c;
  for (const s of [-1, 1]) kit.stone.box([s * 3.4, 3, 0], [3.4, 6, 5], stone, { foot: 0.6 });
  kit.stone.box([0, 10.5, 0], [10.2, 10, 5], stone, { bottom: true });
  for (let i = 0; i < 10; i++) {
    const angle = (i / 10) * Math.PI;
    kit.stone.box([Math.cos(angle) * 1.75, 3.75 + Math.sin(angle) * 1.75, 2.52], [0.6, 0.6, 0.2], 0x9a8c74);
  }
  kit.stone.box([0, 15.7, 0], [10.8, 0.5, 5.6], 0xa89878, { bottom: true });
  const clock = placeKit(kit, [0, 12.6, 2.56]);
  for (let i = 0; i < 24; i++) {
    const [a, b] = [(i / 24) * Math.PI * 2, ((i + 1) / 24) * Math.PI * 2];
    clock.window.triangle(
      [0, 0, 0],
      [Math.cos(a) * 1.5, Math.sin(a) * 1.5, 0],
      [Math.cos(b) * 1.5, Math.sin(b) * 1.5, 0],
      0xf2e6c8,
    );
  }
  for (let i = 0; i < 12; i++) {
    const a = (i / 12) * Math.PI * 2;
    clock.metal.box([Math.cos(a) * 1.25, Math.sin(a) * 1.25, 0.03], [0.14, 0.14, 0.04], 0x2a2624);
  }
  clock.metal.box([0, 0.45, 0.05], [0.1, 0.9, 0.04], 0x2a2624);
  clock.metal.box([0.35, 0.0, 0.05], [0.7, 0.1, 0.04], 0x2a2624);
  for (const x of [-3, 3]) kit.window.box([x, 9, 2.53], [0.7, 1.5, 0.06], 0xffd08a);
  const tip: Vec3 = [0, 23, 0];
  const corners: Vec3[] = [
    [-5.4, 15.9, 2.9],
    [5.4, 15.9, 2.9],
    [5.4, 15.9, -2.9],
    [-5.4, 15.9, -2.9],
  ];
  for (let i = 0; i < 4; i++) kit.slate.triangle(corners[i]!, corners[(i + 1) % 4]!, tip, roof);
  kit.gold.box([0, 23.6, 0], [0.1, 1.6, 0.1], 0xd0a850);
  kit.stone.box([0, 2.4, -2.4], [3.6, 4.8, 0.2], 0x3a342e);
}

/** Strings of pennants across the lane. */
function addGarlands(kit: Kit, random: Random): void {
  for (const [z, y] of [
    [-6, 7.2],
    [-19, 7.8],
    [-33, 7.4],
  ] as const) {
    const path = sag([laneAt(z) - 3.7, y, z], [laneAt(z) + 3.7, y + 0.5, z - 1], 0.35, 14);
    kit.trim.tube(path, 0.012, 0x4a443c, 3);
    path.slice(1, -1).forEach(([x, py, pz], i) => {
      const color = [0xc8443a, 0xe8b84a, 0x3f7a8a, 0xf0e6d2, 0x5a8a4a][(i + Math.floor(random.next() * 2)) % 5]!;
      kit.cloth.triangle([x - 0.16, py, pz], [x + 0.02, py - 0.36, pz], [x + 0.2, py, pz], color);
      kit.cloth.triangle([x + 0.2, py, pz], [x + 0.02, py - 0.36, pz], [x - 0.16, py, pz], color);
    });
  }
}

/** Lanterns on iron arms, left and right in turn. */
function addLanterns(kit: Kit): Vec3[] {
  return [1.5, -6.5, -13, -21, -29, -38, -47].map((z, i): Vec3 => {
    const side = i % 2 === 0 ? 1 : -1;
    const x = laneAt(z) + side * 3.7;
    kit.metal.tube(
      [
        [x, 3.4, z],
        [x - side * 0.5, 3.62, z],
        [x - side * 0.72, 3.5, z],
      ],
      0.025,
      0x22211f,
      5,
    );
    const at: Vec3 = [x - side * 0.72, 3.2, z];
    kit.lamp.lathe(
      at,
      [
        [0.08, -0.16],
        [0.15, 0.12],
      ],
      0xffd898,
      6,
    );
    kit.metal.lathe(
      at,
      [
        [0.19, 0.12],
        [0, 0.32],
      ],
      0x22211f,
      6,
    );
    return [at[0] - side * 0.25, at[1], at[2]];
  });
}

/** Tubs with box and flowers, barrels and benches along the walls. */
function addTubs(kit: Kit, random: Random): void {
  for (let i = 0; i < 15; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 5 - i * 2.9 + random.between(-0.8, 0.8);
    const x = laneAt(z) + side * 3.05;
    const r = random.between(0.22, 0.32);
    kit.wood.lathe(
      [x, 0, z],
      [
        [r * 0.85, 0],
        [r * 1.05, r],
        [r, r * 1.8],
      ],
      i % 3 === 0 ? 0x6a4630 : 0xa0603e,
      12,
    );
    if (i % 4 === 3) {
      kit.wood.lathe(
        [x, r * 1.8, z],
        [
          [r, 0],
          [0, 0.02],
        ],
        0x8a6440,
        12,
      );
      continue;
    }
    kit.leaf.lathe(
      [x, r * 1.7, z],
      [
        [r * 0.9, 0],
        [r * 1.3, r * 0.8],
        [r * 0.9, r * 1.7],
        [0, r * 2],
      ],
      0x4a7a3e,
      10,
    );
    if (i % 3 !== 1) continue;
    for (let n = 0; n < 8; n++)
      kit.leaf.lathe(
        [x + Math.sin(n * 2.4) * r * 1.1, r * 2.4 + (n % 3) * 0.1, z + Math.cos(n * 2.4) * r * 1.1],
        [
          [0.05, 0],
          [0, 0.08],
        ],
        [0xd84a5a, 0xf0c050, 0xe8a0c0][n % 3]!,
        5,
      );
  }
}

function cobbles({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  const [tone, gutter] = [groundTone(scene, 0x9a9086), groundTone(scene, 0x7a726a)];
  const zs = spread(-90, 22, 60);
  shape.sheet({ xs: spread(-40, 30, 24), zs, at: () => 0, paint: () => tone });
  for (let i = 0; i + 1 < zs.length; i++) {
    const [b, a] = [zs[i]!, zs[i + 1]!];
    for (const s of [-1, 0, 1]) {
      const at = (z: number, e: number): Vec3 => [laneAt(z) + s * 2.3 + e, 0.006, z];
      shape.quad(at(a, -0.16), at(a, 0.16), at(b, 0.16), at(b, -0.16), gutter);
    }
  }
  return shape;
}
