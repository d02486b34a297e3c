import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, land, outdoorPlace, paved, roofTone, treesOn } from './built-outdoors.ts';
import { softHills } from './hills.ts';
import { addHouse, addLanternPost } from './house-shapes.ts';
import { hasDetail, lensFor, plantPalette } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { bushMesh, LEAVES } from './plants.ts';
import { placed, type SetInstance, type Spot, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { fractal } from './terrain.ts';

/** A lane between cottages with gardens and picket fences, a church above the roofs, wooded hills behind; dark timber, tiled roofs and a pagoda in Japan. */
export const village: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('village');
    const kit = createKit();
    const lamps: Vec3[] = [];
    for (const side of [-1, 1]) addRow(kit, context, side, random.fork(side < 0 ? 'left' : 'right'));
    const isJapanese = hasDetail(scene, 'japanese');
    const landmark = placeKit(kit, [laneAt(-64) + 5, heightAt(0, -64), -66], -0.12);
    if (isJapanese) addPagoda(landmark, roofTone(scene, 0x3c4148));
    else addChurch(landmark, roofTone(scene, 0x5a4c48));
    for (const [z, side] of [
      [-1.5, 1],
      [-12, -1],
      [-25, 1],
      [-40, -1],
    ] as const) {
      const x = laneAt(z) + side * 2.7;
      lamps.push(addLanternPost(kit, [x, heightAt(x, z), z]));
    }
    return outdoorPlace(context, {
      kit,
      still: [
        land(scene, { heightAt: (x, z) => heightAt(x, z) - 0.03 }),
        paved(scene, lane(context), { pattern: 'grain', scale: 2, mirror: 0.3 }),
        ...greens(context, random),
        softHills({
          z: -260,
          halfWidth: 420,
          halfDepth: 70,
          foot: -2,
          height: 46,
          color: [74, 98, 70],
          seed: 4,
          snow: plantPalette(scene).snow,
        }),
        softHills({
          z: -420,
          halfWidth: 640,
          halfDepth: 80,
          foot: -2,
          height: 90,
          color: [96, 116, 124],
          seed: 9,
          snow: plantPalette(scene).snow,
        }),
      ],
      lamps: lamps.slice(0, 3).map((at) => ({ at, radius: 9, halo: 0.9 })),
      groundAt: heightAt,
      wetAt: 0.02,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 2, halfDepth: 4 },
      camera: { position: [0.4, 1.75, 10.5], target: [0.2, 2.5, -14], verticalFovDegrees: lensFor(aspect, 42) },
    });
  },
};

/** Middle of the lane: straight where the actors are, then it swings. */
const laneAt = (z: number): number => (z > -10 ? 0 : Math.sin((z + 10) * 0.05) * -3.2);

/** Flat along the lane, softly rolling farther out. */
function heightAt(x: number, z: number): number {
  const out = Math.min(1, Math.max(0, (Math.hypot(x, z * 0.35) - 26) / 40));
  return out * (fractal(x * 0.012 + 3, z * 0.012, 3, 7) - 0.35) * 12;
}

const WALLS = [0xe9dcc2, 0xd9c4a0, 0xe4e0d6, 0xcfae8c, 0xd8b8a4, 0xc9cfc4];
const ROOFS = [0x9a5440, 0x8a4a3a, 0x6e5a50, 0xa8674a];

/** Of houses in Japan, and their fences. */
const TIMBER = 0x4a3222;
const PLASTER = [0xe9e0cc, 0xe2d2b4, 0xd9c7a4, 0x8a6a4c];
const TILES = [0x3c4148, 0x474a50, 0x34383e];

function addRow(kit: Kit, { scene }: SetContext, side: number, random: Random): void {
  const isJapanese = hasDetail(scene, 'japanese');
  let z = 13;
  for (let i = 0; i < 8; i++) {
    const w = random.between(7, 9.5);
    const middle = z - w / 2;
    const x = laneAt(middle) + side * random.between(7.2, 8.6);
    const house = placeKit(kit, [x, heightAt(x, middle), middle], (-side * Math.PI) / 2 + random.between(-0.08, 0.08));
    const isTimbered = random.next() < 0.35;
    addHouse(
      house,
      {
        w,
        d: random.between(6, 7.5),
        h: random.next() < (isJapanese ? 0.2 : 0.4) ? 5.2 : 3.1,
        ridge: random.between(2.4, 3.2),
        wall: random.pick(WALLS),
        roof: roofTone(scene, random.pick(ROOFS)),
        trim: 0xefe8da,
        door: random.pick([0x3f6a5a, 0x8a3a34, 0x35506e, 0x6a4a30]),
        shutter: random.pick([0x4a7464, 0x6a86a0, 0x8a5044]),
        isGabled: random.next() < 0.45,
        hasChimney: true,
        ...(isTimbered ? { timber: 0x5a3c28 } : {}),
        ...(isJapanese
          ? {
              ridge: random.between(2.8, 3.6),
              wall: random.pick(PLASTER),
              roof: roofTone(scene, random.pick(TILES)),
              trim: TIMBER,
              door: 0x7a5636,
              shutter: 0x6a4a30,
              timber: TIMBER,
              hasChimney: false,
            }
          : {}),
      },
      random,
    );
    addFence(kit, laneAt(middle) + side * 3.1, z - 0.4, z - w + 0.4, side, isJapanese ? TIMBER : 0xe9e5da);
    z -= w + random.between(1.6, 3.4);
  }
}

/** Pickets along the lane, with a gap for the gate. */
function addFence(kit: Kit, x: number, from: number, to: number, side: number, color: number): void {
  const gap = (from + to) / 2;
  for (let z = from; z > to; z -= 0.24) {
    if (Math.abs(z - gap) < 0.7) continue;
    const y = heightAt(x, z);
    kit.trim.box([x, y + 0.42, z], [0.03, 0.84, 0.1], color, { foot: 0.7 });
  }
  for (const y of [0.3, 0.64])
    for (const [a, b] of [
      [from, gap + 0.7],
      [gap - 0.7, to],
    ] as const)
      kit.trim.box([x + side * 0.03, y, (a + b) / 2], [0.03, 0.07, a - b], color, { bottom: true });
}

function addChurch(kit: Kit, roof: number): void {
  const stone = 0xcfc6b4;
  kit.stone.box([0, 4, -8], [9, 8, 16], stone, { foot: 0.6 });
  for (const s of [-1, 1]) {
    const [a, b, c, d]: [Vec3, Vec3, Vec3, Vec3] = [
      [s * 5, 7.6, 0.5],
      [s * 5, 7.6, -16.5],
      [0, 12, -16.5],
      [0, 12, 0.5],
    ];
    if (s > 0) kit.slate.quad(a, b, c, d, roof);
    else kit.slate.quad(b, a, d, c, roof);
    for (let i = 0; i < 4; i++) {
      const side = placeKit(kit, [s * 4.5, 0, -3 - i * 3.6], (s * Math.PI) / 2);
      side.window.box([0, 4, 0.03], [1.1, 3.4, 0.08], 0xffd08a);
    }
  }
  kit.stone.triangle([-4.5, 8, 0], [4.5, 8, 0], [0, 12, 0], stone);
  kit.stone.box([0, 8, 1.6], [4.6, 16, 4.6], stone, { foot: 0.6 });
  kit.stone.box([0, 16.1, 1.6], [5.2, 0.5, 5.2], 0xb8ae9c, { bottom: true });
  for (const [dx, dz] of [
    [0, 1],
    [1, 0],
    [-1, 0],
  ] as const) {
    const face = placeKit(kit, [dx * 2.3, 0, 1.6 + dz * 2.3], dx * (Math.PI / 2));
    face.trim.box([0, 13.6, 0.03], [1.7, 2.6, 0.1], 0x2c2a2c);
    for (let i = 0; i < 6; i++) face.wood.box([0, 12.6 + i * 0.4, 0.1], [1.6, 0.1, 0.1], 0x5a4a3a);
  }
  kit.trim.lathe(
    [0, 10.6, 3.98],
    [
      [0, -0.02],
      [0.9, -0.02],
    ],
    0xefe6d0,
    24,
  );
  const tip: Vec3 = [0, 26, 1.6];
  const e = 2.75;
  const corners: Vec3[] = [
    [-e, 16.3, 1.6 + e],
    [e, 16.3, 1.6 + e],
    [e, 16.3, 1.6 - e],
    [-e, 16.3, 1.6 - e],
  ];
  for (let i = 0; i < 4; i++) kit.slate.triangle(corners[i]!, corners[(i + 1) % 4]!, tip, roof);
  kit.gold.box([0, 26.6, 1.6], [0.12, 1.6, 0.12], 0xc09a4a);
  kit.gold.box([0, 26.8, 1.6], [0.8, 0.12, 0.12], 0xc09a4a);
  kit.planks.box([0, 1.6, 3.95], [1.9, 3.2, 0.14], 0x5a3c28);
}

/** Five storeys, each smaller than the one below, under roofs whose corners turn up. */
function addPagoda(kit: Kit, roof: number): void {
  kit.stone.box([0, 0.6, 0], [10, 1.2, 10], 0x9a968c, { foot: 0.6 });
  for (let storey = 0; storey < 5; storey++) {
    const half = 3.6 - storey * 0.45;
    const foot = 1.2 + storey * 3.7;
    kit.wood.box([0, foot + 1.3, 0], [half * 2, 2.6, half * 2], 0x7a2f26, { foot: 0.8 });
    for (const turn of [0, 1, 2, 3]) {
      const side = placeKit(kit, [0, 0, 0], (turn * Math.PI) / 2);
      for (const x of [-0.55, 0.55])
        side.window.box([x * half, foot + 1.35, half + 0.02], [half * 0.62, 1.3, 0.06], 0xffd08a);
      const eave = half + 1.7;
      const top = half - 0.2;
      const corner = (s: number): Vec3 => [s * eave, foot + 2.9, eave];
      const inner = (s: number): Vec3 => [s * top, foot + 3.8, top];
      const middle: Vec3 = [0, foot + 2.5, eave];
      side.slate.triangle(corner(-1), middle, inner(-1), roof);
      side.slate.triangle(middle, inner(1), inner(-1), roof);
      side.slate.triangle(middle, corner(1), inner(1), roof);
    }
  }
  kit.gold.lathe(
    [0, 19.8, 0],
    [
      [0.5, -0.2],
      [0.16, 0.4],
      [0.12, 4],
      [0, 4.4],
    ],
    0xb08a3c,
    8,
  );
}

function lane({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  const tone = groundTone(scene, 0xb59f7e);
  const rows = spread(40, -110, 76);
  for (let i = 0; i + 1 < rows.length; i++) {
    const [near, far] = [rows[i]!, rows[i + 1]!];
    const edge = (z: number, s: number): Vec3 => {
      const x = laneAt(z) + s * (2.35 + 0.18 * Math.sin(z * 1.3 + s));
      return [x, heightAt(x, z) + 0.012, z];
    };
    shape.quad(edge(near, -1), edge(near, 1), edge(far, 1), edge(far, -1), tone);
  }
  return shape;
}

/** Trees between and behind the houses, hedges and flowers before them. */
function greens(context: SetContext, random: Random): SetInstance[] {
  const palette = plantPalette(context.scene);
  const trees: Spot[] = [];
  for (const side of [-1, 1])
    for (let i = 0; i < 15; i++) {
      const z = 16 - i * 6.4 + random.between(-2, 2);
      trees.push({ x: laneAt(z) + side * random.between(18, 30), z });
      if (i % 3 === 1) trees.push({ x: laneAt(z) + side * random.between(5, 6), z: z + 1 });
    }
  for (let i = 0; i < 34; i++) trees.push({ x: random.between(-120, 120), z: -random.between(95, 170) });
  const bushes = Array.from({ length: 3 }, (_, i) =>
    bushMesh(random, palette.leaves[i % palette.leaves.length]!, palette.snow),
  );
  const hedges = Array.from({ length: 46 }, (_, i): SetInstance => {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 12 - i * 1.5 + random.between(-0.5, 0.5);
    const x = laneAt(z) + side * random.between(3.6, 5.2);
    return standing(
      bushes[i % 3]!,
      LEAVES,
      placed(x, heightAt(x, z), z, { scale: random.between(0.35, 0.75), turn: random.between(0, 6) }),
    );
  });
  return [...treesOn(context, random, trees, { heightAt, pines: 0.15, detail: 'middle' }), ...hedges];
}
