import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, type Lamp, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addArch } from './market-arches.ts';
import { addCarpet, addGoods, SOUK_GOODS, type SoukGoods } from './market-souk-goods.ts';
import { ambience, darknessAt, hasDetail, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit } from './place-kit.ts';
import { type SpriteSpot, sprites } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';

/** From the middle of the lane to its walls, and how high they are. Metres. */
const HALF = 3.3;
const TOP = 5.6;
const BAY = 3.6;
const NEAR = 9;
const BAYS = 15;
const END = NEAR - BAYS * BAY;

interface Tones {
  readonly walls: readonly number[];
  readonly foot: number;
  readonly doors: readonly number[];
}

/** A souk: a lane between plastered walls full of shops, arches across it, slats above that the sun falls through. */
export function buildSouk(context: SetContext): BuiltSet {
  const { scene, aspect, durationSeconds } = context;
  const random = context.random.fork('souk');
  const kit = createKit();
  const tones = tonesOf(context);
  for (const side of [-1, 1])
    for (let i = 0; i < BAYS; i++)
      addBay(placeKit(kit, [side * HALF, 0, NEAR - (i + 0.5) * BAY], (-side * Math.PI) / 2), {
        goods: goodsAt(context, i, side),
        wall: tones.walls[Math.floor(i / 3) % tones.walls.length]!,
        foot: tones.foot,
        cloth: tones.doors[(i + (side > 0 ? 1 : 0)) % tones.doors.length]!,
        random,
      });
  for (const z of [-7.2, -18, -28.8, -39.6])
    addArch(placeKit(kit, [0, 0, z]).plaster, {
      half: HALF - 0.75,
      halfWall: HALF + 0.1,
      spring: 2.7,
      crown: 4.75,
      top: TOP,
      depth: 0.7,
      wall: tones.walls[0]!,
      soffit: tones.foot,
    });
  addSlats(kit, random.fork('slats'));
  addEnd(kit, context, tones);
  if (isAerial(scene)) addFlatRoofs(kit, context, tones, random.fork('roofs'));
  const lanterns = addLanterns(kit);
  const beams = beamsOf(context);
  return outdoorPlace(context, {
    kit,
    still: [
      land(scene, { heightAt: () => -0.12, radius: 400, rings: 30, colorAt: () => [176, 142, 104] }),
      paved(scene, ground(context), { pattern: 'tiles', scale: 1.8, mirror: 0.4 }),
    ],
    lamps: lanterns.map(
      (at, i): Lamp => ({ at, color: [3.2, 1.8, 0.7], radius: i % 2 === 0 && i < 20 ? 7.5 : 0, halo: 0.5 }),
    ),
    wetAt: 0.012,
    fog: 0.0042,
    focus: { position: [0, 0, 0], halfWidth: 1.4, halfDepth: 4 },
    camera: { position: [0.25, 1.75, 8.2], target: [0, 2, -10], verticalFovDegrees: lensFor(aspect, 48) },
    more: (seconds) => ({ sprites: beams(seconds, 1 - darknessAt(scene, seconds, durationSeconds)) }),
    cues: [ambience(context, 'crowd', 0.4)],
  });
}

function tonesOf({ scene }: SetContext): Tones {
  if (hasDetail(scene, 'istanbul', 'turk', 'grand'))
    return { walls: [0xe0cca0, 0xd8bc88], foot: 0xb89868, doors: [0x2f6a8a, 0xa83a34, 0xc8963c] };
  if (hasDetail(scene, 'india', 'jaipur', 'delhi', 'mumbai', 'rajasthan'))
    return { walls: [0xd88a70, 0xd8a070, 0xc87a68], foot: 0xa85a48, doors: [0xd8743c, 0x8a2f6a, 0x2f8a7a, 0xe0b03c] };
  return { walls: [0xd89c6c, 0xcc8a60, 0xdcae80], foot: 0xa8643c, doors: [0x2f6f78, 0xb8602c, 0x8a3038, 0xc89a3c] };
}

/** Near the camera each shop sells something else; where spices are told of, most sell them. */
function goodsAt({ scene }: SetContext, bay: number, side: number): SoukGoods {
  const told = (['spices', 'carpet', 'brass', 'cloth', 'pottery'] as const).findIndex((word) => hasDetail(scene, word));
  if (told >= 0 && (bay + (side > 0 ? 1 : 0)) % 4 !== 3) return SOUK_GOODS[told]!;
  return SOUK_GOODS[(bay * 2 + (side > 0 ? 3 : 0)) % SOUK_GOODS.length]!;
}

interface Bay {
  readonly goods: SoukGoods;
  readonly wall: number;
  readonly foot: number;
  readonly cloth: number;
  readonly random: Random;
}

/** A bay of the wall with its shop, facing +z, the wall's face at z = 0. */
function addBay(kit: Kit, { goods, wall, foot, cloth, random }: Bay): void {
  const half = BAY / 2;
  const opening = { half: half - 0.32, halfWall: half + 0.01, spring: 2.1, crown: 3, top: TOP, depth: 0.5 };
  addArch(placeKit(kit, [0, 0, -0.25]).plaster, { ...opening, wall, soffit: foot });
  for (const s of [-1, 1]) kit.plaster.box([s * (half - 0.15), 0.5, 0.02], [0.36, 1, 0.08], foot);
  // The room behind: back, sides, floor and ceiling.
  kit.plaster.box([0, 1.6, -1.5], [BAY, 3.3, 0.2], 0x9a7450, { foot: 0.6 });
  for (const s of [-1, 1]) kit.plaster.box([s * half, 1.6, -0.9], [0.1, 3.3, 1.1], 0x8a6444);
  kit.wood.box([0, 3.2, -0.95], [BAY, 0.12, 1.2], 0x4a3424, { bottom: true });
  addGoods(placeKit(kit, [0, 0, -0.5]), goods, BAY - 0.8, random);
  if (goods === 'carpets') hangCarpets(kit, random);
  // An awning of cloth above the opening.
  const [y, out] = [3.02, 1.05];
  kit.cloth.quad(
    [-half + 0.2, y - 0.45, out],
    [half - 0.2, y - 0.45, out],
    [half - 0.2, y, 0.02],
    [-half + 0.2, y, 0.02],
    cloth,
  );
  kit.cloth.quad(
    [half - 0.2, y - 0.45, out],
    [-half + 0.2, y - 0.45, out],
    [-half + 0.2, y, 0.02],
    [half - 0.2, y, 0.02],
    cloth,
    0.7,
  );
  for (let i = 0; i < 8; i++) {
    const x = ((i + 0.5) / 8 - 0.5) * (BAY - 0.4);
    kit.cloth.box([x, y - 0.53, out], [(BAY - 0.4) / 8 - 0.02, 0.16, 0.02], i % 2 ? 0xe8d8b8 : cloth, { bottom: true });
  }
  // A small window above, with a grille.
  kit.window.box([0, 4.2, 0.01], [0.62, 0.8, 0.03], 0xffc878);
  for (let i = -1; i <= 1; i++) kit.wood.box([i * 0.2, 4.2, 0.04], [0.05, 0.84, 0.05], 0x4a3020);
  for (let i = -1; i <= 1; i++) kit.wood.box([0, 4.2 + i * 0.28, 0.045], [0.66, 0.05, 0.05], 0x4a3020);
  kit.wood.box([0, 3.76, 0.06], [0.8, 0.06, 0.14], 0x5a3a24, { bottom: true });
}

/** On both sides of the opening. */
function hangCarpets(kit: Kit, random: Random): void {
  const tone = Math.floor(random.next() * 8);
  for (const s of [-1, 1]) addCarpet(kit, [s * (BAY / 2 - 0.2), 1.65, 0.14], 0.9, 1.9, tone + s + 1);
}

/** Beams across the lane, and reed slats on them with gaps for the sun. */
function addSlats(kit: Kit, random: Random): void {
  for (let z = NEAR - 1; z > END + 4; z -= 1.8)
    kit.wood.box([0, TOP - 0.28, z], [HALF * 2, 0.14, 0.14], 0x6a4a2c, { bottom: true });
  for (let x = -HALF + 0.1; x < HALF; x += 0.3)
    for (let z = NEAR; z > END + 6; z -= 5.4) {
      if (random.next() < 0.16) continue;
      kit.wood.box(
        [x + random.between(-0.04, 0.04), TOP - 0.18, z - 2.7],
        [0.17, 0.05, 5.4],
        random.pick([0x9a7444, 0xb08a54, 0x86643c]),
        { bottom: true },
      );
    }
}

/** Past the slats a small square in the light: a gate in its wall, a square tower behind. */
function addEnd(kit: Kit, { scene }: SetContext, tones: Tones): void {
  const wall = tones.walls[tones.walls.length - 1]!;
  addArch(placeKit(kit, [0, 0, END - 1]).plaster, {
    half: 1.5,
    halfWall: 12,
    spring: 2.5,
    crown: 4.2,
    top: 7,
    depth: 0.9,
    wall,
    soffit: tones.foot,
  });
  kit.planks.box([0, 2.2, END - 1.4], [3.2, 4.4, 0.1], 0x4f7a78);
  const z = END - 9;
  kit.plaster.box([3, 9, z], [4.2, 18, 4.2], wall, { foot: 0.8 });
  kit.plaster.box([3, 18.3, z], [4.6, 0.6, 4.6], tones.foot, { bottom: true });
  kit.plaster.box([3, 20, z], [2, 3.4, 2], wall);
  kit.gold.lathe(
    [3, 21.7, z],
    [
      [1.1, 0],
      [0.9, 0.6],
      [0.3, 1.1],
      [0.05, 1.3],
      [0, 2.2],
    ],
    roofTone(scene, 0xc8a048),
    10,
  );
}

/** Roofs round the lane for who looks down: flat, plastered, with parapets. */
function addFlatRoofs(kit: Kit, { scene }: SetContext, tones: Tones, random: Random): void {
  for (const side of [-1, 1])
    for (let z = 34; z > -140; z -= 8)
      for (let x = HALF + 5.6; x < 80; x += 9) {
        const [w, d, h] = [random.between(7, 9), random.between(6.6, 8), random.between(4.5, 8)];
        const color = random.pick(tones.walls);
        kit.plaster.box([side * x, h / 2, z], [w, h, d], color, { foot: 0.6 });
        kit.plaster.box([side * x, h + 0.02, z], [w - 0.6, 0.1, d - 0.6], roofTone(scene, 0xc8a888));
      }
}

/** Lanterns of pierced brass that hang from the beams. @returns where their light is. */
function addLanterns(kit: Kit): Vec3[] {
  const spots: Vec3[] = [];
  for (let i = 0; i < 22; i++) {
    const z = 1.6 - i * 1.9;
    const x = [-1.7, 1.55, 0.4, -0.8][i % 4]!;
    const y = 3.75 + ((i * 7) % 5) * 0.17;
    kit.trim.tube(
      [
        [x, y + 0.3, z],
        [x, TOP - 0.2, z],
      ],
      0.012,
      0x2a2018,
      3,
    );
    const [brass, glass] = [[0xa87430, 0x8a5c30][i % 2]!, [0xffc060, 0xff9a4c, 0x8ad0b0, 0xff7058][i % 4]!];
    for (const rings of [CAP, CUP]) kit.gold.lathe([x, y, z], rings, brass, 8);
    kit.lamp.lathe([x, y, z], PANES, glass, 8);
    spots.push([x, y - 0.1, z]);
  }
  return spots;
}

const CAP: [number, number][] = [
  [0.2, 0.04],
  [0.17, 0.1],
  [0.06, 0.2],
  [0.03, 0.3],
  [0, 0.34],
];
const PANES: [number, number][] = [
  [0.09, -0.3],
  [0.2, -0.12],
  [0.18, 0.05],
];
const CUP: [number, number][] = [
  [0, -0.46],
  [0.04, -0.4],
  [0.1, -0.3],
];

/** Slanting sun between the slats, with dust in it. */
function beamsOf({ scene, random }: SetContext): (seconds: number, day: number) => SetMoment['sprites'] {
  if ((scene.weather !== 'clear' && !scene.lightRays) || isAerial(scene)) return () => [];
  const chance = random.fork('beams');
  const beams = Array.from({ length: 11 }, (_, i) => ({
    x: chance.between(-1.6, 2.6),
    z: -1.5 - i * 2.6 + chance.between(-0.8, 0.8),
    wide: chance.between(0.16, 0.34),
  }));
  return (seconds, day) => {
    if (day < 0.1) return [];
    const spots = beams.flatMap(({ x, z, wide }, beam) => {
      const glow = 0.05 * day * (0.8 + 0.2 * Math.sin(seconds * 0.45 + beam * 2.1)) * (scene.lightRays ? 1.6 : 1);
      return Array.from({ length: 16 }, (_, i): SpriteSpot => {
        const t = i / 15;
        return {
          position: [x - 1.9 * t, (TOP - 0.4) * (1 - t), z + 0.6 * t],
          radius: wide * (1 + 0.5 * t),
          color: [1, 0.82, 0.52, glow * Math.sin(Math.PI * (0.12 + 0.8 * t))],
        };
      });
    });
    return [sprites('soft', 'add', spots)];
  };
}

function ground({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-12, 12, 10),
    zs: spread(END - 8, 34, 36),
    at: () => 0,
    paint: () => groundTone(scene, 0xb0957a),
  });
  return shape;
}
