import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addGondola, addPoles, LEFT, QUAY } from './canal-boats.ts';
import { addHouse, addRoofs } from './house-shapes.ts';
import { ambience, hasActor, hasDetail, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import { placed } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { mirrorOf, waterSurface } from './water.ts';

const RIGHT = 6.6;
const QUAY_Y = 0.75;
const PLASTER = [0xd98a66, 0xe6c08a, 0xc76a54, 0xe9d9b8, 0xd8a06a, 0xb85c4c, 0xe0b4a0, 0xcfa070];
const BRICKS = [0x8a4a3a, 0x6a3c34, 0xa0604a, 0x4a4440, 0xb8a890, 0x7a5040];
const ROOFS = [0xa85f44, 0x9a4f3a, 0xb56e4c];

/** A canal between old houses that stand in the water: a quay, a bridge of stone, striped poles, gondolas at their moorings. */
export const canal: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('canal');
    const kit = createKit();
    const isDutch = hasDetail(scene, 'amsterdam', 'dutch', 'holland', 'bruges', 'copenhagen');
    const isAfloat = !hasActor(scene, 'person', 'cat', 'dog', 'bicycle', 'horse') || hasActor(scene, 'boat');
    addRow(kit, context, -1, isDutch, random.fork('left'));
    addRow(kit, context, 1, isDutch, random.fork('right'));
    addEnd(kit, context, random.fork('end'));
    addBridge(placeKit(kit, [(LEFT + QUAY) / 2, 0, -21]));
    addQuay(kit);
    addLines(kit, random.fork('lines'));
    for (const [x, z, yaw] of [
      [LEFT + 1.0, -5.5, 0.04],
      [LEFT + 1.05, -14, -0.03],
      [QUAY - 0.95, -11.5, 0.02],
      ...(isAfloat ? [] : [[QUAY - 1.0, -1.5, -0.03] as const]),
    ] as const)
      addGondola(placeKit(kit, [x, 0, z], yaw));
    addPoles(kit);
    if (isAerial(scene))
      addRoofs(
        kit,
        random.fork('roofs'),
        { from: 20, to: 90, near: 30, far: -150, height: 10 },
        ROOFS.map((roof) => roofTone(scene, roof)),
      );
    const water = waterSurface(scene, { center: [0, 0], radius: 60, depthAt: () => 2.4, isStill: true });
    const lamps = addLamps(kit);
    const quay = createShape();
    quay.sheet({
      xs: spread(QUAY, 60, 12),
      zs: spread(-160, 40, 24),
      at: () => QUAY_Y,
      paint: () => groundTone(scene, 0xa89c8c),
    });
    quay.sheet({
      xs: spread(-60, LEFT - 0.2, 8),
      zs: spread(-160, 40, 16),
      at: () => QUAY_Y,
      paint: () => groundTone(scene, 0xa89c8c),
    });
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: () => -2.5, radius: 420, rings: 26 }),
        paved(scene, quay, { pattern: 'tiles', scale: 1.6, mirror: 0.4 }),
        { ...water, matrix: placed(0, 0, 0), isStatic: true },
      ],
      lamps: lamps.map((at, i) => ({ at, radius: i < 6 ? 8 : 0, halo: 0.7 })),
      fog: 0.004,
      groundAt: (x) => (x > QUAY || x < LEFT ? QUAY_Y : 0),
      focus: isAfloat
        ? { position: [-0.9, 0, 0], halfWidth: 2.2, halfDepth: 4 }
        : { position: [5.0, QUAY_Y, 0.5], halfWidth: 1.0, halfDepth: 3 },
      camera: isAfloat
        ? { position: [0.9, 2.5, 11], target: [-0.9, 2.6, -10], verticalFovDegrees: lensFor(aspect, 46) }
        : { position: [4.0, 2.35, 9], target: [3.0, 2.5, -8], verticalFovDegrees: lensFor(aspect, 46) },
      more: (seconds) => ({ mirror: mirrorOf(scene, 0, seconds, true) }),
      cues: [ambience(context, 'river', 0.22), ambience(context, 'city', 0.08), ambience(context, 'bell', 0.1, 0.2)],
    });
  },
};

function addRow(kit: Kit, { scene }: SetContext, side: number, isDutch: boolean, random: Random): void {
  let z = 22;
  while (z > -66) {
    const w = isDutch ? random.between(4.6, 5.6) : random.between(5.4, 8);
    const floors = isDutch ? 4 : random.pick([3, 3, 4]);
    const x = (side < 0 ? LEFT : RIGHT) + side * random.between(0, 0.3);
    const house = placeKit(kit, [x, side < 0 ? -0.1 : QUAY_Y, z - w / 2], (-side * Math.PI) / 2);
    const wall = random.pick(isDutch ? BRICKS : PLASTER);
    addHouse(
      house,
      {
        w: w + 0.04,
        d: 8,
        h: floors * 2.95 + 0.4,
        ridge: isDutch ? 3.6 : 1.7,
        isGabled: isDutch,
        wallStuff: isDutch ? 'brick' : 'plaster',
        wall,
        roof: roofTone(scene, random.pick(ROOFS)),
        trim: 0xf0e6d2,
        storey: 2.95,
        litShare: 0.5,
        ...(isDutch ? {} : { shutter: random.pick([0x3f6a54, 0x4a5f48, 0x6a4a38, 0x587a80]) }),
        hasShop: side > 0 && random.next() < 0.4,
        isInRow: true,
        plinth: side < 0 ? 0.9 : 0.4,
      },
      random,
    );
    if (!isDutch && random.next() < 0.6) addBalcony(placeKit(house, [0, 3.1, 0]), w * 0.36);
    // The green line that the tides leave.
    if (side < 0)
      house.paint.quad(
        [-w / 2, 0.1, 0.075],
        [w / 2, 0.1, 0.075],
        [w / 2, 0.42, 0.075],
        [-w / 2, 0.42, 0.075],
        0x4f5f44,
      );
    z -= w;
  }
}

/** A balcony of stone with small columns and flowers. */
function addBalcony(kit: Kit, w: number): void {
  kit.stone.box([0, 0, 0.4], [w, 0.16, 0.8], 0xe0d6c4, { bottom: true });
  kit.stone.box([0, 0.82, 0.74], [w, 0.1, 0.14], 0xe8dfd0, { bottom: true });
  const count = Math.max(4, Math.round(w / 0.24));
  for (let i = 0; i <= count; i++)
    kit.stone.box([(i / count - 0.5) * (w - 0.1), 0.43, 0.74], [0.07, 0.7, 0.07], 0xe8dfd0);
  for (let i = 0; i < 6; i++)
    kit.leaf.lathe(
      [(i / 5 - 0.5) * w * 0.86, 0.86, 0.78],
      [
        [0.14, -0.08],
        [0.16, 0.06],
        [0, 0.2],
      ],
      [0xd0465a, 0x5a8a46, 0xe88aa8][i % 3]!,
      7,
    );
}

/** Where the canal turns, houses close the view, with a bell tower behind them. */
function addEnd(kit: Kit, { scene }: SetContext, random: Random): void {
  for (let i = 0; i < 4; i++)
    addHouse(
      placeKit(kit, [-9 + i * 6, -0.1, -66]),
      {
        w: 6.05,
        d: 8,
        h: random.pick([9.2, 12]),
        ridge: 1.8,
        wall: PLASTER[(i * 3) % PLASTER.length]!,
        roof: roofTone(scene, ROOFS[i % 3]!),
        trim: 0xf0e6d2,
        storey: 2.95,
        litShare: 0.5,
        shutter: 0x3f6a54,
        isInRow: true,
      },
      random,
    );
  const tower = placeKit(kit, [4.5, 0, -80]);
  tower.brick.box([0, 14, 0], [5, 28, 5], 0xb06a50);
  tower.stone.box([0, 30.5, 0], [5.4, 5, 5.4], 0xece2d0);
  for (const x of [-1.3, 0, 1.3]) tower.trim.box([x, 30.4, 2.72], [0.7, 3.2, 0.05], 0x4a3a34);
  const tip: Vec3 = [0, 42, 0];
  for (let i = 0; i < 4; i++) {
    const at = (k: number): Vec3 => [
      Math.cos((k / 4 + 0.125) * 6.2832) * 3.7,
      33,
      -Math.sin((k / 4 + 0.125) * 6.2832) * 3.7,
    ];
    tower.slate.triangle(at(i + 1), at(i), tip, roofTone(scene, 0x6f8f80));
    tower.slate.triangle(at(i), at(i + 1), tip, roofTone(scene, 0x6f8f80));
  }
  tower.gold.box([0, 42.6, 0], [0.3, 1.6, 0.3], 0xd8b04c);
}

/** An arch over the water, with steps and a balustrade. */
function addBridge(kit: Kit): void {
  const half = (QUAY - LEFT) / 2 + 0.3;
  const stone = 0xd8cbb4;
  const steps = 16;
  const top = (u: number): number => QUAY_Y + 2.3 * Math.cos((u * Math.PI) / 2) ** 0.9;
  const under = (u: number): number => Math.max(-0.2, 2.45 * Math.sqrt(Math.max(0, 1 - (u / 0.86) ** 2)));
  const at = (u: number, y: number, z: number): Vec3 => [u * half, y, z];
  for (let i = 0; i < steps; i++) {
    const [a, b] = [(i / steps) * 2 - 1, ((i + 1) / steps) * 2 - 1];
    for (const z of [1.6, -1.6]) {
      const [p, q, r, s] = [at(a, under(a), z), at(b, under(b), z), at(b, top(b) + 0.75, z), at(a, top(a) + 0.75, z)];
      if (z > 0) kit.blocks.quad(p, q, r, s, stone);
      else kit.blocks.quad(q, p, s, r, stone);
    }
    kit.stone.quad(at(a, top(a), 1.6), at(b, top(b), 1.6), at(b, top(b), -1.6), at(a, top(a), -1.6), 0xc0b29c);
    kit.stone.quad(
      at(b, under(b), 1.6),
      at(a, under(a), 1.6),
      at(a, under(a), -1.6),
      at(b, under(b), -1.6),
      0x8a8070,
      0.5,
    );
    for (const z of [1.6, -1.6]) {
      const rail = (u: number, d: number): Vec3 => at(u, top(u) + 0.78, z + d);
      kit.stone.quad(rail(a, 0.12), rail(b, 0.12), rail(b, -0.12), rail(a, -0.12), 0xe8dfd0);
    }
  }
}

function addQuay(kit: Kit): void {
  kit.blocks.quad([QUAY, -1.5, 40], [QUAY, -1.5, -160], [QUAY, QUAY_Y, -160], [QUAY, QUAY_Y, 40], 0xa4988a, 0.8);
  kit.stone.box([QUAY + 0.16, QUAY_Y + 0.05, -40], [0.34, 0.14, 160], 0xe0d6c4);
  for (let i = 0; i < 5; i++)
    kit.stone.box([QUAY - 0.15 - i * 0.26, QUAY_Y - 0.2 - i * 0.22, 4.4], [0.3, 0.2, 1.5], 0xc8bca8);
  for (const z of [-4.6, -12, -19, -30])
    kit.wood.lathe(
      [RIGHT - 0.5, QUAY_Y, z],
      [
        [0.3, 0],
        [0.36, 0.5],
        [0.3, 0.5],
        [0, 0.45],
      ],
      0xb0643c,
      12,
    );
  for (const z of [-4.6, -12, -19, -30])
    kit.leaf.lathe(
      [RIGHT - 0.5, QUAY_Y + 0.45, z],
      [
        [0.3, 0],
        [0.45, 0.3],
        [0.3, 0.75],
        [0, 0.95],
      ],
      0x4f7f42,
      10,
    );
}

/** Washing between the houses, high above the water. */
function addLines(kit: Kit, random: Random): void {
  for (const [z, y] of [
    [-9, 7.6],
    [-30, 8.4],
  ] as const) {
    const path = sag([LEFT, y, z], [RIGHT, y + 0.3, z - 1], 0.5, 16);
    kit.trim.tube(path, 0.012, 0x4a443c, 3);
    path.slice(2, -2).forEach(([x, py, pz], i) => {
      if (i % 3 === 2) return;
      const [w, h] = [random.between(0.4, 0.6), random.between(0.6, 1)];
      const color = random.pick([0xf4f0e6, 0xd85a4a, 0x6a94b8, 0xf0d894, 0xffffff]);
      kit.cloth.quad([x - w / 2, py - h, pz], [x + w / 2, py - h, pz], [x + w / 2, py, pz], [x - w / 2, py, pz], color);
      kit.cloth.quad([x + w / 2, py - h, pz], [x - w / 2, py - h, pz], [x - w / 2, py, pz], [x + w / 2, py, pz], color);
    });
  }
}

/** Lanterns on the walls of the quay and at the bridge. */
function addLamps(kit: Kit): Vec3[] {
  return [3, -6, -15, -27, -39].map((z): Vec3 => {
    const x = RIGHT;
    kit.metal.tube(
      [
        [x, 3.9, z],
        [x - 0.5, 4.1, z],
        [x - 0.72, 3.95, z],
      ],
      0.03,
      0x22211f,
      5,
    );
    kit.lamp.lathe(
      [x - 0.72, 3.62, z],
      [
        [0.09, -0.16],
        [0.17, 0.14],
      ],
      0xffd0a0,
      6,
    );
    kit.metal.lathe(
      [x - 0.72, 3.62, z],
      [
        [0.2, 0.14],
        [0, 0.34],
      ],
      0x22211f,
      6,
    );
    return [x - 1, 3.6, z];
  });
}
