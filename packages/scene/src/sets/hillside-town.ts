import type { Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import { land, outdoorPlace, roofTone } from './built-outdoors.ts';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { STONE } from './plants.ts';
import { placed } from './scatter.ts';
import type { SetModel } from './set.ts';
import { type Color, mix, smoothstep } from './shape.ts';
import { fractal, type HeightAt } from './terrain.ts';
import { mirrorOf, waterSurface } from './water.ts';

type Look = 'white' | 'favela' | 'painted';

const SEA = -26;
const WALLS: Readonly<Record<Look, readonly number[]>> = {
  white: [0xe2dfd8, 0xe6e3dc, 0xdedad0, 0xe4e0d8, 0xe0cdb4, 0xe0c2b0],
  favela: [0xc9744c, 0xe0a050, 0xd85a48, 0x5a94b0, 0x6aa880, 0xe8c860, 0xb8745c, 0xa85a44, 0xd8889a, 0xc8b098],
  painted: [0xe8a05a, 0xf0d08a, 0xe07a5c, 0xf4e4c4, 0xd8604c, 0xf0b8a0, 0xf6ead4, 0xd88a9a],
};

/** A town on a steep slope over the sea, house above house: white with blue domes, painted in all colours, or of bare brick. */
export const hillsideTown: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const random = context.random.fork('hillside');
    const kit = createKit();
    const look: Look = hasDetail(scene, 'favela', 'slum', 'shanty')
      ? 'favela'
      : hasDetail(scene, 'colorful', 'colourful', 'amalfi', 'positano', 'cinque', 'painted')
        ? 'painted'
        : 'white';
    const isByTheSea = look !== 'favela';
    const heightAt = slope(isByTheSea);
    addTown(kit, look, heightAt, random, (color) => roofTone(scene, color));
    addTerrace(kit, look);
    const water = waterSurface(scene, { center: [60, -60], radius: 900, depthAt: (x, z) => SEA - heightAt(x, z) + 2 });
    const rock: Color = look === 'white' ? [150, 122, 100] : [128, 118, 96];
    const ground = land(scene, {
      heightAt,
      radius: 420,
      rings: 60,
      material: STONE,
      colorAt: (x, z) => {
        const green = look === 'white' ? 0.12 : 0.5;
        return mix(rock, [96, 122, 66], smoothstep(0.45, 0.7, fractal(x * 0.06, z * 0.06, 3, 9)) * green * 1.6);
      },
    });
    return outdoorPlace(context, {
      kit,
      still: [ground, ...(isByTheSea ? [{ ...water, matrix: placed(0, SEA, 0), isStatic: true }] : [])],
      lamps: [{ at: [-2.6, 2.6, -1.6], radius: 7 }],
      fog: 0.0012,
      groundAt: (x, z) => (isTerrace(x, z) ? 0 : heightAt(x, z)),
      focus: { position: [0.6, 0, 0], halfWidth: 1.8, halfDepth: 1.4 },
      // Nobody there: the town and the sea are the picture.
      camera:
        scene.actors.length === 0
          ? { position: [7.5, 9.5, 13], target: [0.5, 3.2, -18], verticalFovDegrees: lensFor(aspect, 50) }
          : { position: [2.6, 3.2, 9.5], target: [-0.6, 2.6, -8], verticalFovDegrees: lensFor(aspect, 48) },
      ...(isByTheSea ? { more: (seconds: number) => ({ mirror: mirrorOf(scene, SEA, seconds, false) }) } : {}),
      cues: isByTheSea
        ? [ambience(context, 'sea', 0.2), ambience(context, 'gulls', 0.12), ambience(context, 'wind', 0.16)]
        : [ambience(context, 'city', 0.22), ambience(context, 'wind', 0.12)],
    });
  },
};

const isTerrace = (x: number, z: number): boolean => x > -3.4 && x < 5.2 && z > -2.6 && z < 30;

/** High on the left and behind, down to the sea on the right; a valley floor where there is no sea. */
function slope(isByTheSea: boolean): HeightAt {
  return (x, z) => {
    const ridge = -x * 0.72 - 3 + Math.max(0, -z - 6) * 0.2 + 7 * Math.sin(z * 0.045 + 0.6) * smoothstep(-4, -40, z);
    const rough = (fractal(x * 0.05, z * 0.05, 3, 4) - 0.5) * 5 * smoothstep(4, 20, Math.hypot(x, z));
    const top = 58 + 26 * fractal(x * 0.012, z * 0.012, 2, 6);
    const raw = ridge + rough;
    const height = raw > top * 0.6 ? top * 0.6 + top * 0.4 * (1 - Math.exp(-(raw - top * 0.6) / (top * 0.4))) : raw;
    // Beyond a point the coast bends away.
    const cape = isByTheSea ? 60 * smoothstep(-120, -200, z) : 0;
    const floor = isByTheSea ? SEA - 8 : -14;
    const flat = Math.max(floor, height - cape);
    return isTerrace(x, z) ? Math.min(flat, -0.6) : flat;
  };
}

/** Houses on the slope, close together, each turned to the sea. */
function addTown(kit: Kit, look: Look, heightAt: HeightAt, random: Random, snowy: (color: number) => number): void {
  const spots: { x: number; z: number }[] = [];
  for (let tries = 0; tries < 2600 && spots.length < 190; tries++) {
    const z = random.between(-120, 6);
    const x = random.between(-64, 20);
    const y = heightAt(x, z);
    if (y < (look === 'favela' ? -13 : SEA + 5) || y > 56) continue;
    // The view over the terrace stays free.
    if (x > -6 && z > -9) continue;
    if (x > -3 + 0.2 * -z && z > -30) continue;
    const gap = z > -45 ? 3.9 : 4.6;
    if (spots.some((one) => Math.abs(one.x - x) < gap && Math.abs(one.z - z) < gap)) continue;
    spots.push({ x, z });
  }
  spots.sort((a, b) => b.z - a.z);
  let domes = 0;
  spots.forEach(({ x, z }, i) => {
    const y = heightAt(x, z);
    const isNear = Math.hypot(x, z) < 48;
    const own = placeKit(kit, [x, y, z], random.between(-0.18, 0.18) + Math.PI / 5);
    const isChurch = look === 'white' && x > -34 && (i % 7 === 3 || (domes < 5 && isNear && i % 3 === 1));
    if (isChurch) domes++;
    addHouse(own, look, random, { isNear, isChurch, snowy });
  });
}

interface HouseLook {
  readonly isNear: boolean;
  readonly isChurch: boolean;
  readonly snowy: (color: number) => number;
}

/** One or two cubes with doors, windows and what stands on their roof. */
function addHouse(kit: Kit, look: Look, random: Random, { isNear, isChurch, snowy }: HouseLook): void {
  const wall = isChurch ? 0xe4e1da : random.pick(WALLS[look]);
  const [w, d] = [random.between(4, 5.6), random.between(4, 5.2)];
  const h = random.between(3, look === 'painted' ? 6.8 : 4.6);
  const stuff = look === 'favela' && random.next() < 0.4 ? kit.brick : kit.plaster;
  stuff.box([0, h / 2 - 2.5, 0], [w, h + 5, d], wall, { foot: 0.7 });
  if (look === 'white') kit.plaster.box([0, h + 0.16, 0], [w + 0.12, 0.34, d + 0.12], wall);
  const accent =
    look === 'white'
      ? random.pick([0x2a66b0, 0x2f74c0, 0x3a86c8])
      : random.pick([0x3f6a54, 0x4a6a9a, 0x7a4a38, 0x2f7a7a]);
  const floors = h > 5 ? 2 : 1;
  for (let floor = 0; floor < floors; floor++)
    for (const [side, span] of [
      [0, w],
      [Math.PI / 2, d],
    ] as const) {
      const face = placeKit(kit, side === 0 ? [0, floor * 2.7, d / 2] : [w / 2, floor * 2.7, 0], side);
      const count = isNear ? 2 : 1;
      for (let i = 0; i < count; i++) {
        const x = count === 1 ? 0 : (i - 0.5) * span * 0.5;
        const isDoor = floor === 0 && i === 0 && side === 0;
        const [pw, ph, py] = isDoor ? [0.95, 2, 1] : [0.75, 0.95, 1.6];
        if (look === 'favela' || !isNear || !isDoor) {
          if (isNear) face.trim.box([x, py, 0], [pw + 0.2, ph + 0.2, 0.06], look === 'white' ? 0xe8e6e0 : 0xf0e6d4);
          addCard(
            random.next() < 0.55 ? face.window : face.trim,
            [x, py, 0.05],
            pw,
            ph,
            random.next() < 0.5 ? 0xffd49a : 0x2e4258,
          );
          if (isNear && look !== 'favela')
            for (const s of [-1, 1]) face.planks.box([x + s * (pw * 0.75), py, 0.03], [pw * 0.42, ph, 0.05], accent);
        } else {
          face.planks.box([x, py, 0.03], [pw, ph, 0.08], accent);
          addArch(face, [x, py + ph / 2, 0.035], pw / 2, accent);
        }
      }
    }
  if (isChurch) addDome(placeKit(kit, [0, h + 0.3, 0]), Math.min(w, d) * 0.44, snowy(0x2a6ac0));
  else if (look === 'favela') addJunk(placeKit(kit, [0, h, 0]), w, d, random, snowy);
  else if (look === 'painted')
    addLowRoof(placeKit(kit, [0, h, 0]), w, d, snowy(random.pick([0xb8643c, 0xc87048, 0xa85838])));
  else if (random.next() < 0.3) addVault(placeKit(kit, [0, h + 0.3, 0]), w * 0.5, d, 0xe4e0d8);
}

function addArch(kit: Kit, [x, y, z]: Vec3, r: number, color: number): void {
  for (let i = 0; i < 8; i++) {
    const at = (k: number): Vec3 => [
      x + Math.cos((k / 8) * Math.PI) * r,
      y + Math.sin((k / 8) * Math.PI) * r,
      z + 0.04,
    ];
    kit.trim.triangle([x, y, z + 0.04], at(i), at(i + 1), color);
  }
}

/** A half sphere on a drum, with its lantern and cross; a small arch with a bell beside it. */
function addDome(kit: Kit, r: number, color: number): void {
  kit.plaster.lathe(
    [0, 0, 0],
    [
      [r * 1.05, 0],
      [r * 1.05, r * 0.35],
    ],
    0xe4e1da,
    20,
  );
  const rings = Array.from({ length: 9 }, (_, i): [number, number] => {
    const a = (i / 8) * (Math.PI / 2);
    return [Math.cos(a) * r, r * 0.35 + Math.sin(a) * r];
  });
  kit.trim.lathe([0, 0, 0], rings, color, 24);
  kit.plaster.lathe(
    [0, r * 1.33, 0],
    [
      [0.16, 0],
      [0.16, 0.3],
      [0, 0.45],
    ],
    0xe4e1da,
    8,
  );
  kit.trim.box([0, r * 1.33 + 0.75, 0], [0.06, 0.7, 0.06], 0xe4e1da);
  kit.trim.box([0, r * 1.33 + 0.85, 0], [0.36, 0.06, 0.06], 0xe4e1da);
  for (const x of [-0.55, 0.55]) kit.plaster.box([r * 1.2 + x, 0.9, 0], [0.28, 2.2, 0.4], 0xe4e1da);
  kit.plaster.box([r * 1.2, 2.0, 0], [1.5, 0.35, 0.42], 0xe4e1da, { bottom: true });
  kit.gold.lathe(
    [r * 1.2, 1.25, 0],
    [
      [0.2, 0],
      [0.14, 0.3],
      [0, 0.42],
    ],
    0xb08a40,
    10,
  );
}

/** A barrel roof along z. */
function addVault(kit: Kit, r: number, d: number, color: number): void {
  const at = (k: number, z: number): Vec3 => [
    Math.cos((k / 10) * Math.PI) * r,
    Math.sin((k / 10) * Math.PI) * r * 0.6,
    z,
  ];
  for (let i = 0; i < 10; i++) {
    kit.plaster.quad(at(i, d / 2), at(i, -d / 2), at(i + 1, -d / 2), at(i + 1, d / 2), color);
    kit.plaster.triangle([0, 0, d / 2], at(i, d / 2), at(i + 1, d / 2), color);
  }
}

function addLowRoof(kit: Kit, w: number, d: number, color: number): void {
  const [a, b, c, e]: [Vec3, Vec3, Vec3, Vec3] = [
    [-w / 2 - 0.2, 0, d / 2 + 0.2],
    [w / 2 + 0.2, 0, d / 2 + 0.2],
    [w / 2 + 0.2, 0, -d / 2 - 0.2],
    [-w / 2 - 0.2, 0, -d / 2 - 0.2],
  ];
  const tip: Vec3 = [0, 1.1, 0];
  kit.slate.triangle(a, b, tip, color);
  kit.slate.triangle(b, c, tip, color);
  kit.slate.triangle(c, e, tip, color);
  kit.slate.triangle(e, a, tip, color);
}

/** Sheets of iron, blue tanks, washing and aerials. */
function addJunk(kit: Kit, w: number, d: number, random: Random, snowy: (color: number) => number): void {
  kit.stone.box([0, 0.05, 0], [w + 0.1, 0.12, d + 0.1], snowy(0x9a9288));
  if (random.next() < 0.5) {
    const x = random.between(-0.25, 0.25) * w;
    kit.trim.lathe(
      [x, 0.1, -d * 0.2],
      [
        [0.5, 0],
        [0.58, 0.7],
        [0.5, 0.85],
        [0, 0.95],
      ],
      0x2f6ab0,
      12,
    );
  }
  if (random.next() < 0.45) {
    kit.metal.box([-w * 0.2, 0.9, d * 0.1], [w * 0.55, 0.08, d * 0.7], snowy(0x9aa0a0), { bottom: true });
    for (const x of [-0.42, 0.02]) kit.wood.box([x * w, 0.45, d * 0.38], [0.1, 0.9, 0.1], 0x5a4636);
  } else if (random.next() < 0.6) {
    for (let i = 0; i < 4; i++)
      kit.cloth.box(
        [-w * 0.3 + i * 0.6, 0.75, d * 0.3],
        [0.45, 0.6, 0.02],
        random.pick([0xf0f0ea, 0xd85a4a, 0x4a7ab0, 0xf0c860]),
        { bottom: true },
      );
    kit.trim.box([0, 1.06, d * 0.3], [w * 0.8, 0.015, 0.015], 0x3a3632);
  }
  kit.metal.box([w * 0.36, 0.9, -d * 0.3], [0.04, 1.8, 0.04], 0x5a5a5a);
}

/** The terrace on which the picture stands: a floor, a low wall, pots, flowers that climb. */
function addTerrace(kit: Kit, look: Look): void {
  const floor = look === 'white' ? 0xc2bbae : look === 'painted' ? 0xc08a64 : 0x9a948c;
  const wall = look === 'white' ? 0xe4e1da : look === 'painted' ? 0xf0dcb8 : 0xb8745c;
  for (let z = 30; z > -2.4; z -= 2.4)
    kit.blocks.quad([-3.4, 0, z], [5.2, 0, z], [5.2, 0, z - 2.4], [-3.4, 0, z - 2.4], floor);
  kit.plaster.box([0.9, -2, 13.8], [8.6, 3.98, 32.4], wall, { foot: 0.6 });
  kit.plaster.box([0.9, 0.38, -2.45], [8.6, 0.76, 0.34], wall);
  kit.plaster.box([5.1, 0.38, 12], [0.34, 0.76, 29], wall);
  kit.plaster.box([-3.4, 0.38, 12], [0.34, 0.76, 29], wall);
  for (const [x, z, r] of [
    [-2.8, -1.8, 0.34],
    [4.5, -1.8, 0.3],
    [4.6, 1.4, 0.26],
  ] as const) {
    kit.trim.lathe(
      [x, 0, z],
      [
        [r * 0.6, 0],
        [r, r * 1.1],
        [r * 0.8, r * 1.6],
        [r * 0.9, r * 1.7],
        [0, r * 1.5],
      ],
      0xb8643c,
      14,
    );
    const bloom = [0xd83a8a, 0xe85a9a, 0xc82a70];
    for (let i = 0; i < 26; i++) {
      const a = i * 2.4;
      const reach = r * (0.3 + 0.9 * ((i * 0.37) % 1));
      kit.leaf.lathe(
        [x + Math.sin(a) * reach, r * 1.6 + 0.8 * ((i * 0.61) % 1) * r * 2, z + Math.cos(a) * reach],
        [
          [0.02, -0.08],
          [0.11, 0],
          [0, 0.12],
        ],
        i % 3 === 0 ? 0x4a7a3e : bloom[i % 3]!,
        6,
      );
    }
  }
}
