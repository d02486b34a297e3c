import type { Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import { createShape, spread } from '../stage/shape.ts';
import { groundTone, type Lamp, land, outdoorPlace, paved, roofTone } from './built-outdoors.ts';
import { addFood, FOODS } from './market-night-food.ts';
import { ambience, isAerial, lensFor } from './mood.ts';
import { createKit, type Kit, placeKit, sag } from './place-kit.ts';
import { type SpriteSpot, sprites } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';
import { boardSign } from './street-signs.ts';

const STALLS = 11;
const PITCH = 3.2;
const NEAR = 5;
/** From the middle to the stalls, and to the houses. Metres. */
const STALL_X = 3.3;
const HOUSE_X = 6.4;

/** Short words for the signs, and a second line of them for the houses. */
const WORDS = {
  chinese: ['麵', '小吃', '燒烤', '奶茶', '水餃', '海鮮', '豆花', '包子'],
  japanese: ['焼きそば', 'たこ焼き', 'ラーメン', '焼き鳥', 'かき氷', 'いか焼き', '寿司', 'おでん'],
  latin: ['PAD THAI', 'NOODLE', 'SATAY', 'SEAFOOD', 'MANGO', 'TEA', 'BBQ', 'DUMPLING'],
} as const;

const SIGNS = [
  ['#fff2d0', '#c8281e'],
  ['#c8281e', '#ffe08a'],
  ['#fff4e0', '#1e6a8a'],
  ['#2a2018', '#f6b83c'],
  ['#fff0f0', '#c8407a'],
  ['#fff8e0', '#2f7a4a'],
] as const;

/** A night market of the East: food stalls under bright awnings, lit signs, lanterns across the street, steam over the pots. */
export function buildNightMarket(context: SetContext): BuiltSet {
  const { scene, aspect } = context;
  const random = context.random.fork('night market');
  const kit = createKit();
  const words = WORDS[wordsOf(context)];
  const panels: PartInstance[] = [];
  const pots: Vec3[] = [];
  for (const side of [-1, 1])
    for (let i = 0; i < STALLS; i++) {
      const n = i * 2 + (side > 0 ? 1 : 0);
      const z = NEAR - i * PITCH;
      const food = FOODS[(n * 2 + (i % 2)) % FOODS.length]!;
      addStall(placeKit(kit, [side * STALL_X, 0, z], (-side * Math.PI) / 2), n, roofTone(scene, AWNINGS[n % 5]!));
      addFood(placeKit(kit, [side * STALL_X, 0.92, z], (-side * Math.PI) / 2), food, random);
      if (food === 'pots' || food === 'steamers') pots.push([side * (STALL_X - 0.25), 1.3, z]);
    }
  panels.push(...stallSigns(context, words), ...houseSigns(kit, context, words));
  addHouses(kit, context, random.fork('houses'));
  const lanterns = addLanterns(kit);
  const glow = lanterns.filter((_, i) => i % 5 === 2).slice(0, 5);
  return outdoorPlace(context, {
    kit,
    still: [
      land(scene, { heightAt: () => -0.12, radius: 400, rings: 30, colorAt: () => [110, 106, 102] }),
      paved(scene, ground(context), { pattern: 'grain', scale: 5, mirror: 0.6 }),
    ],
    lamps: [
      ...[-1, 1].flatMap((side) =>
        Array.from(
          { length: STALLS },
          (_, i): Lamp => ({
            at: [side * (STALL_X - 0.5), 2.1, NEAR - i * PITCH],
            color: [3.2, 2.3, 1.3],
            radius: i < 4 ? 5.5 : 0,
            halo: 0.55,
          }),
        ),
      ),
      ...lanterns.map((at): Lamp => ({ at, color: [3, 1, 0.4], radius: glow.includes(at) ? 7 : 0, halo: 0.6 })),
    ],
    wetAt: 0.012,
    fog: 0.005,
    focus: { position: [0, 0, 0], halfWidth: 1.5, halfDepth: 4 },
    camera: { position: [0.25, 1.75, 8.4], target: [0, 2.05, -10], verticalFovDegrees: lensFor(aspect, 48) },
    more: (seconds, on) => ({
      instances: panels.map((panel) => ({ ...panel, emissive: 0.25 + 0.75 * on })),
      sprites: steamAt(pots, seconds, on),
    }),
    cues: [ambience(context, 'crowd', 0.4)],
  });
}

/** The writing of the place. */
function wordsOf({ scene: { setDetails } }: SetContext): keyof typeof WORDS {
  const said = setDetails.join(' ');
  if (/japan|tokyo|osaka|kyoto/.test(said)) return 'japanese';
  return /thai/.test(said) ? 'latin' : 'chinese';
}

/** A lit board over each stall; those with the same word are one picture. */
function stallSigns({ assets }: SetContext, texts: readonly string[]): PartInstance[] {
  const boards = texts.map((text, i) => {
    const [color, background] = SIGNS[i % SIGNS.length]!;
    return boardSign(text, { center: [0, 0, 0], w: 2, h: 0.5, color, background, emissive: 1 }, assets);
  });
  return [-1, 1].flatMap((side) =>
    Array.from({ length: STALLS }, (_, i) => {
      const n = i * 2 + (side > 0 ? 1 : 0);
      const at: Vec3 = [side * (STALL_X - 1.32), 2.62, NEAR - i * PITCH];
      return turned(boards[(n * 3) % boards.length]!, at, (-side * Math.PI) / 2);
    }),
  );
}

/** Boxes of light that stand out from the houses, their face to the camera. */
function houseSigns(kit: Kit, { assets }: SetContext, texts: readonly string[]): PartInstance[] {
  return Array.from({ length: 10 }, (_, i) => {
    const side = i % 2 ? 1 : -1;
    const [color, background] = SIGNS[(i * 5 + 1) % SIGNS.length]!;
    const [w, h] = i % 3 === 0 ? [1.5, 0.85] : [1.15, 1.15];
    const [x, y, z] = [side * (HOUSE_X - 0.75), 4.5 + ((i * 7) % 4) * 0.75, -1.5 - i * 2.9];
    kit.metal.box([x, y, z - 0.12], [w + 0.1, h + 0.1, 0.2], 0x1c1a1e, { bottom: true });
    const look = { center: [x, y, z] as const, w, h, color, background, emissive: 1 };
    return boardSign(texts[(i * 3 + 1) % texts.length]!, look, assets);
  });
}

/** The same part turned about y and carried to a place. */
function turned(part: PartInstance, [x, y, z]: Vec3, yaw: number): PartInstance {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  return { ...part, matrix: new Float32Array([cos, 0, -sin, 0, 0, 1, 0, 0, sin, 0, cos, 0, x, y, z, 1]) };
}

const AWNINGS = [0xc8322a, 0xe0a02c, 0x2f6aa0, 0x2f8a5a, 0xd8603c];

/** A cart with a steel top, an awning on four poles and a row of bulbs, facing +z, 2.8 m wide. */
function addStall(kit: Kit, n: number, awning: number): void {
  const w = 2.8;
  for (const x of [-w / 2, w / 2]) for (const z of [0.7, -0.7]) kit.metal.box([x, 1.2, z], [0.05, 2.4, 0.05], 0x8a8c90);
  kit.paint.box([0, 0.44, 0], [w, 0.8, 1.1], [0xb8342c, 0xe8dcc8, 0x2f6a8a, 0xd8a03c][n % 4]!, { foot: 0.6 });
  kit.metal.box([0, 0.88, 0.03], [w + 0.08, 0.08, 1.24], 0xb8bcc0, { bottom: true });
  kit.glow.box([0, 0.66, 0.56], [w * 0.94, 0.06, 0.02], 0xf6d890);
  const [front, back]: [number, number] = [1.3, -1];
  kit.cloth.quad([-1.55, 2.32, front], [1.55, 2.32, front], [1.55, 2.85, back], [-1.55, 2.85, back], awning);
  kit.cloth.quad([1.55, 2.32, front], [-1.55, 2.32, front], [-1.55, 2.85, back], [1.55, 2.85, back], awning, 0.7);
  for (let i = 0; i < 10; i++)
    kit.cloth.box([(i - 4.5) * 0.31, 2.24, front], [0.3, 0.2, 0.02], i % 2 ? 0xf4e8d4 : awning, { bottom: true });
  for (let i = 0; i < 6; i++) kit.lamp.lathe([(i - 2.5) * 0.48, 2.08, 0.85], BULB, 0xffe2a8, 6);
  kit.trim.box([0, 2.2, 0.85], [w, 0.02, 0.02], 0x1e1c1a, { bottom: true });
  // A back cloth and shelves with boxes.
  kit.cloth.box([0, 1.5, -0.95], [w, 1.9, 0.03], [0x8a2a28, 0x3a5a6a, 0x6a4a2c][n % 3]!);
  for (let i = 0; i < 5; i++)
    kit.paint.box([(i - 2) * 0.52, 1.25, -0.78], [0.4, 0.34, 0.26], [0xe0c088, 0xc8503c, 0x6a9a8a][(i + n) % 3]!);
  // Stools before some of them.
  if (n % 3 !== 1) return;
  for (const x of [-0.8, 0.1, 0.9]) kit.paint.lathe([x, 0, 1.05], STOOL, [0xd83a34, 0x2f6ac0][n % 2]!, 8);
}

const BULB: [number, number][] = [
  [0, -0.07],
  [0.06, -0.02],
  [0.045, 0.05],
  [0, 0.1],
];
const STOOL: [number, number][] = [
  [0.19, 0],
  [0.14, 0.42],
  [0.17, 0.44],
  [0, 0.46],
];

/** Plain houses of four and five storeys, windows, awnings and the boxes of air conditioners. */
function addHouses(kit: Kit, { scene }: SetContext, random: Random): void {
  for (const side of [-1, 1])
    for (let z = 12; z > -66; ) {
      const w = random.between(5.5, 8);
      const h = random.between(10, 16);
      const house = placeKit(kit, [side * HOUSE_X, 0, z - w / 2], (-side * Math.PI) / 2);
      const wall = random.pick([0xb8ac98, 0xa8a49c, 0xc8b89c, 0x9a9088, 0xb09c8c]);
      house.plaster.box([0, h / 2, -4], [w + 0.03, h, 8], wall, { foot: 0.7 });
      house.plaster.box([0, h + 0.2, -0.2], [w, 0.5, 0.5], roofTone(scene, wall));
      house.metal.box([0, 1.6, 0.02], [w * 0.86, 3, 0.08], 0x6a6e72);
      for (let y = 4.6; y < h - 1; y += 2.9)
        for (const x of [-w * 0.28, w * 0.28]) {
          const isLit = random.next() < 0.55;
          if (isLit) house.window.box([x, y, 0.03], [1.5, 1.4, 0.06], random.pick([0xffd08a, 0xffe4b8, 0xcfe4ff]));
          else house.glass.box([x, y, 0.03], [1.5, 1.4, 0.06], 0x2c3640);
          house.trim.box([x, y, 0.07], [0.05, 1.4, 0.04], 0x55524e);
          house.trim.box([x, y - 0.74, 0.14], [1.7, 0.08, 0.3], 0x8a867e, { bottom: true });
          if (random.next() < 0.5)
            house.paint.box([x + 0.4, y - 1.12, 0.25], [0.8, 0.55, 0.4], 0xd4d4ce, { bottom: true });
        }
      z -= w;
    }
  kit.plaster.box([0, 8, -68], [18, 16, 5], 0x8a8690);
  for (let i = 0; i < 30; i++)
    if (random.next() < 0.6)
      kit.window.box([((i % 6) - 2.5) * 2.2, 3 + Math.floor(i / 6) * 2.6, -65.4], [1.3, 1.3, 0.1], 0xffd890);
  if (!isAerial(scene)) return;
  for (const side of [-1, 1])
    for (let z = 34; z > -140; z -= 10)
      for (let x = HOUSE_X + 14; x < 90; x += 11) {
        const h = random.between(8, 20);
        kit.plaster.box([side * x, h / 2, z], [9, h, 8.4], random.pick([0xa8a49c, 0x9a9088, 0xb09c8c]), { foot: 0.6 });
      }
}

/** Strings of paper lanterns across the street. @returns where they are. */
function addLanterns(kit: Kit): Vec3[] {
  const spots: Vec3[] = [];
  for (let i = 0; i < 9; i++) {
    const z = 0.6 - i * 3.4;
    const path = sag([-HOUSE_X, 4.9, z], [HOUSE_X, 4.9, z - 0.5], 0.7, 12);
    kit.trim.tube(path, 0.014, 0x1e1c1a, 3);
    for (const n of [2, 4, 6, 8, 10]) {
      const [x, y, pz] = path[n]!;
      kit.lamp.lathe([x, y - 0.5, pz], LANTERN, (n / 2 + i) % 3 === 0 ? 0xffb03c : 0xf0401e, 10);
      // By day the paper is red too: a shell of cloth that is lit from within after dark.
      kit.cloth.lathe([x, y - 0.5, pz], LANTERN.map(([r, h]) => [r * 1.01, h] as const).slice(1, 4), 0xd03422, 10);
      for (const up of [-0.02, 0.42]) kit.gold.lathe([x, y - 0.5 + up, pz], LID, 0xc89a3c, 8);
      spots.push([x, y - 0.3, pz]);
    }
  }
  return spots;
}

const LANTERN: [number, number][] = [
  [0.1, 0],
  [0.22, 0.08],
  [0.27, 0.2],
  [0.22, 0.33],
  [0.1, 0.41],
];
const LID: [number, number][] = [
  [0.11, -0.02],
  [0.11, 0.03],
  [0, 0.04],
];

/** Steam over the pots, in slow endless columns. */
function steamAt(pots: readonly Vec3[], seconds: number, on: number): SetMoment['sprites'] {
  const tone = 0.85 - 0.35 * on;
  const spots = pots.slice(0, 10).flatMap(([x, y, z], pot) =>
    Array.from({ length: 7 }, (_, i): SpriteSpot => {
      const age = (seconds * 0.28 + i / 7 + pot * 0.37) % 1;
      return {
        position: [x + Math.sin(i * 2.1 + pot + seconds * 0.5) * 0.14 * age, y + age * 1.5, z],
        radius: 0.12 + age * 0.42,
        color: [tone, tone * 0.94, tone * 0.86, 0.16 * Math.sin(age * Math.PI)],
      };
    }),
  );
  return [sprites('soft', 'alpha', spots)];
}

function ground({ scene }: SetContext): ReturnType<typeof createShape> {
  const shape = createShape();
  shape.sheet({
    xs: spread(-12, 12, 10),
    zs: spread(-70, 34, 36),
    at: () => 0,
    paint: () => groundTone(scene, 0x6e6a68),
  });
  return shape;
}
