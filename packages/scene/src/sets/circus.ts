import type { PointLight, Rgb, Vec3 } from '@openimagine/render';
import { hash } from '../stage/matrix.ts';
import { isAbsent } from './absent.ts';
import { indoorPlace } from './built-indoors.ts';
import { lensFor } from './mood.ts';
import { createKit, type Kit } from './place-kit.ts';
import { sprites } from './scatter.ts';
import type { SetModel, SetMoment } from './set.ts';

const RED = 0xc02a2c;
const CREAM = 0xf2e4c4;
const GOLD = 0xd8ac4a;
const RING = 5.2;
/** Where the canvas meets the wall, and where the poles carry it. Metres. */
const WALL = { radius: 13, height: 4.2 };
const PEAK = 10.5;
const GORES = 32;

/** The ring of a circus inside its tent: sawdust, a padded kerb, the curtain of the artists, tiers of people, striped canvas, spotlights. */
export const circus: SetModel = {
  build(context) {
    const { aspect, scene, durationSeconds } = context;
    const isEmpty = isAbsent(scene, 'people');
    const kit = createKit();
    addCanvas(kit);
    addRing(kit);
    addTiers(kit, isEmpty);
    addGate(kit);
    addPoles(kit);
    addBulbs(kit);
    return indoorPlace(context, {
      kit,
      shell: {
        halfWidth: 26,
        height: 16,
        back: -24,
        front: 20,
        wall: 0x241012,
        wallStuff: 'cloth',
        floor: 0xa9865a,
        floorStuff: 'plaster',
        ceiling: 0x241012,
      },
      day: LOW,
      evening: LOW,
      keyFrom: [-0.25, 1, 0.55],
      shadowRadius: 7,
      focus: { position: [0, 0, 0.2], halfWidth: 3, halfDepth: 1.6 },
      camera: { position: [0.3, 1.7, 9.2], target: [0, 2.3, -1.5], verticalFovDegrees: lensFor(aspect, 46) },
      isAlwaysLit: true,
      fog: { color: [0.09, 0.045, 0.03], density: 0.01 },
      grade: { exposure: 1.32, bloom: 0.4, bloomThreshold: 0.85, saturation: 1.12, vignette: 0.4 },
      more: (): Partial<SetMoment> => ({ lights: LIGHTS, sprites: [BEAMS] }),
      cues: [
        ...(isEmpty ? [] : [{ kind: 'crowd' as const, startSeconds: 0, durationSeconds, gain: 0.25, pan: 0 }]),
        { kind: 'music', startSeconds: 0, durationSeconds, gain: 0.4, pan: 0, mood: 'bright' },
      ],
    });
  },
};

const LOW = { sun: [0.85, 0.72, 0.52] as const, up: [0.3, 0.22, 0.18] as const, down: [0.22, 0.14, 0.09] as const };

const SPOTS: readonly { readonly from: Vec3; readonly to: Vec3; readonly color: Rgb }[] = [
  { from: [-5.5, 8.2, -2], to: [-0.4, 0, 0.2], color: [1, 0.86, 0.6] },
  { from: [5.5, 8.2, -2], to: [0.4, 0, 0.2], color: [1, 0.86, 0.6] },
  { from: [0, 8.8, -6], to: [0, 0, -2.6], color: [1, 0.5, 0.36] },
];
const LIGHTS: readonly PointLight[] = [
  { position: [0.4, 4.2, 4], color: [3.6, 3.1, 2.4], radius: 9 },
  { position: [-4, 3.4, 0], color: [2.6, 1.9, 1.1], radius: 7 },
  { position: [4, 3.4, 0], color: [2.6, 1.9, 1.1], radius: 7 },
  { position: [0, 4, -6.5], color: [3.2, 1.7, 1.1], radius: 8 },
];
/** The light of the spots in the dust, thin at the foot. */
const BEAMS = sprites(
  'soft',
  'add',
  SPOTS.flatMap(({ from, to, color }) =>
    Array.from({ length: 24 }, (_, n) => {
      const u = n / 23;
      const position = from.map((start, axis) => start + (to[axis]! - start) * u) as unknown as Vec3;
      return { position, radius: 0.2 + u * 0.85, color: [...color, 0.085 * (1 - u * 0.8)] as const };
    }),
  ),
);

const turn = (step: number, steps: number, radius: number, y: number): Vec3 => {
  const angle = (step / steps) * Math.PI * 2;
  return [Math.sin(angle) * radius, y, Math.cos(angle) * radius];
};

/** Striped gores that sag from the peak to the wall, and the wall below them; seen from inside. */
function addCanvas(kit: Kit): void {
  const bands = 5;
  const heightAt = (u: number): number => WALL.height + (PEAK - WALL.height) * (1 - u) ** 1.35;
  for (let i = 0; i < GORES; i++) {
    const color = i % 2 === 0 ? RED : CREAM;
    for (let band = 0; band < bands; band++) {
      const [inner, outer] = [band / bands, (band + 1) / bands];
      const at = (step: number, u: number): Vec3 => turn(step, GORES, 0.4 + (WALL.radius - 0.4) * u, heightAt(u));
      kit.cloth.quad(at(i, outer), at(i, inner), at(i + 1, inner), at(i + 1, outer), color, 0.55 + 0.35 * outer);
    }
    const foot = (step: number, y: number): Vec3 => turn(step, GORES, WALL.radius, y);
    kit.cloth.quad(foot(i, 0), foot(i, WALL.height), foot(i + 1, WALL.height), foot(i + 1, 0), color, 0.6);
    // A scalloped hem hangs where they meet.
    const [left, right] = [turn(i, GORES, 12.9, WALL.height), turn(i + 1, GORES, 12.9, WALL.height)];
    const low = turn(i + 0.5, GORES, 12.9, WALL.height - 0.7);
    kit.cloth.triangle(left, right, low, i % 2 === 0 ? GOLD : RED, 0.9);
  }
}

/** Sawdust inside a kerb of red and white pads with a gold top. */
function addRing(kit: Kit): void {
  const pads = 40;
  for (let i = 0; i < pads; i++) {
    const color = i % 2 === 0 ? RED : CREAM;
    const at = (step: number, radius: number, y: number): Vec3 => turn(step, pads, radius, y);
    kit.plaster.triangle([0, 0.012, 0], at(i, RING, 0.012), at(i + 1, RING, 0.012), 0xd2ac74);
    // Before the lens the kerb would hide the feet.
    if (at(i + 0.5, 1, 0)[2] > 0.72) continue;
    kit.cloth.quad(at(i, RING, 0), at(i, RING, 0.42), at(i + 1, RING, 0.42), at(i + 1, RING, 0), color, 0.9);
    kit.cloth.quad(
      at(i, RING + 0.45, 0.42),
      at(i + 1, RING + 0.45, 0.42),
      at(i + 1, RING, 0.42),
      at(i, RING, 0.42),
      GOLD,
    );
  }
}

/** Benches round the back, with dark heads on them. */
function addTiers(kit: Kit, isEmpty: boolean): void {
  const coats = [0x4a2a34, 0x2e3a54, 0x5a4630, 0x38503e, 0x6a3a30, 0x3c3448];
  for (let row = 0; row < 4; row++) {
    const [radius, y] = [7.4 + row * 1.25, 0.5 + row * 0.62];
    const seats = 30 + row * 5;
    for (let i = 0; i < seats; i++) {
      const angle = ((i + 0.5) / seats) * Math.PI * 2;
      // The gate is left free, and so is the side of the camera.
      const isFree = Math.cos(angle) < 0.25 && Math.abs(Math.sin(angle) * radius) > 2.6 * (Math.cos(angle) < 0 ? 1 : 0);
      if (!isFree) continue;
      const at = (step: number, r: number, height: number): Vec3 => turn(step, seats, r, height);
      const [front, back] = [radius, radius + 0.7];
      kit.wood.quad(at(i, back, y), at(i + 1, back, y), at(i + 1, front, y), at(i, front, y), 0x9a6a40);
      kit.wood.quad(at(i, front, 0), at(i, front, y), at(i + 1, front, y), at(i + 1, front, 0), 0x5a3822, 0.7);
      if (!isEmpty && hash(i, row) > 0.12)
        addSpectator(kit, turn(i + 0.5, seats, radius + 0.3, y), coats[(i * 5 + row) % 6]!, hash(i, row + 7));
    }
  }
}

function addSpectator(kit: Kit, [x, y, z]: Vec3, coat: number, chance: number): void {
  const body = [
    [0.24, 0],
    [0.23, 0.42],
    [0.07, 0.55],
  ] as [number, number][];
  kit.skin.lathe([x, y, z], body, coat, 7);
  const head = [
    [0, 0.52],
    [0.1, 0.58],
    [0.115, 0.68],
    [0, 0.8],
  ] as [number, number][];
  kit.skin.lathe([x, y + chance * 0.06, z], head, [0xd8a888, 0x9a6a4c, 0xe2b898, 0x6a4632][Math.floor(chance * 4)]!, 7);
}

/** The curtain through which the artists come, under a board with stars. */
function addGate(kit: Kit): void {
  const z = -8.6;
  const fold = (x: number): number => z + Math.sin(x * 9) * 0.1;
  for (let i = 0; i < 36; i++) {
    const [a, b] = [-1.9 + (i / 36) * 3.8, -1.9 + ((i + 1) / 36) * 3.8];
    kit.cloth.quad(
      [a, 0, fold(a)],
      [b, 0, fold(b)],
      [b, 3.3, fold(b)],
      [a, 3.3, fold(a)],
      0x8f1a26,
      0.75 + 0.25 * Math.cos(a * 9),
    );
  }
  for (const x of [-2.1, 2.1]) kit.gold.box([x, 1.9, z], [0.32, 3.8, 0.32], GOLD);
  kit.trim.box([0, 3.75, z], [4.8, 0.8, 0.3], RED);
  kit.gold.box([0, 4.2, z], [5, 0.14, 0.4], GOLD);
  for (let i = 0; i < 5; i++) addStar(kit, [(i - 2) * 0.9, 3.75, z + 0.17], i === 2 ? 0.34 : 0.22);
}

function addStar(kit: Kit, [x, y, z]: Vec3, radius: number): void {
  const at = (k: number): Vec3 => {
    const angle = (k / 10) * Math.PI * 2 + Math.PI / 2;
    const r = k % 2 === 0 ? radius : radius * 0.42;
    return [x + Math.cos(angle) * r, y + Math.sin(angle) * r, z];
  };
  for (let k = 0; k < 10; k++) kit.glow.triangle([x, y, z], at(k), at(k + 1), 0xffd070);
}

/** Four poles with bands, and between them the bar of the trapeze. */
function addPoles(kit: Kit): void {
  for (const [x, z] of [
    [-5.9, -4.6],
    [5.9, -4.6],
  ] as const) {
    for (let i = 0; i < 9; i++) kit.trim.box([x, 0.5 + i, z], [0.26, 1, 0.26], i % 2 === 0 ? CREAM : 0x2c4c8c);
  }
  for (const x of [-0.9, 0.9])
    kit.metal.tube(
      [
        [x - Math.sign(x) * 0.1, 9.6, -3.4],
        [x, 6.1, -3.4],
      ],
      0.02,
      0xc8ccd0,
      4,
    );
  kit.metal.tube(
    [
      [-0.95, 6.1, -3.4],
      [0.95, 6.1, -3.4],
    ],
    0.035,
    0xd8d0c0,
    6,
  );
}

/** Strings of bulbs from the poles to the gate and along the hem. */
function addBulbs(kit: Kit): void {
  const bulb = ([x, y, z]: Vec3): void => kit.lamp.box([x, y, z], [0.11, 0.13, 0.11], 0xffdc98);
  for (const side of [-1, 1])
    for (let i = 0; i <= 18; i++) {
      const u = i / 18;
      bulb([side * (12 - 10.2 * u), 4.4 + 2.1 * u - 1.3 * Math.sin(u * Math.PI), -6.6 - 2 * u]);
      bulb([side * 5.9 * (1 - u), 8.3 - 1.5 * Math.sin(u * Math.PI), -4.6 + 0.6 * u]);
    }
}
