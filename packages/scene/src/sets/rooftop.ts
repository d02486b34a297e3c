import type { Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Scene } from '../scene.ts';
import { createLamps } from '../stage/light.ts';
import { type Lamp, litLamps } from './built-outdoors.ts';
import { isSnowy } from './mood.ts';
import { buildKit, createKit, type Kit, sag } from './place-kit.ts';
import { type SpriteSpot, sprites, wrap } from './scatter.ts';
import type { SetMoment } from './set.ts';

const TOP_Z = -5.2;

/** A roof to live on: a deck of planks, planters, strings of bulbs over it, a water tank, vents. Its floor is y = 0. */
export function createRooftop(
  scene: Scene,
  durationSeconds: number,
): (seconds: number) => { instances: readonly PartInstance[] } & Pick<SetMoment, 'lights' | 'sprites'> {
  const kit = createKit();
  const isWhite = isSnowy(scene);
  kit.blocks.box([0, -40, 2], [22, 79.96, 15], 0x7c6a60);
  for (const [x, z, w, d] of [
    [0, -5.4, 22, 0.35],
    [-10.9, 2, 0.35, 15],
    [10.9, 2, 0.35, 15],
  ] as const) {
    kit.brick.box([x, 0.32, z], [w, 0.64, d], 0x8a6a5a);
    kit.stone.box([x, 0.68, z], [w + 0.1, 0.1, d + 0.12], isWhite ? 0xe8eef4 : 0xb8ac9c, { bottom: true });
  }
  for (let i = 0; i < 26; i++)
    kit.planks.box([-5.9 + i * 0.47, 0.03, 1.6], [0.44, 0.06, 10.6], isWhite ? 0xdfe4ea : 0x94714e);
  addPlanters(kit, isWhite);
  addTank(kit, [-8.4, 0, -2.6]);
  kit.metal.box([8.4, 0.6, -3.4], [1.8, 1.2, 1.4], 0x9aa0a4);
  kit.metal.lathe(
    [8.8, 1.2, -3.4],
    [
      [0.3, 0],
      [0.3, 0.5],
      [0.5, 0.6],
      [0.5, 0.75],
      [0, 0.85],
    ],
    0x8a9094,
    12,
  );
  const hasChimney = scene.actors.some(({ word }) => /chimney|smokestack/i.test(word));
  if (hasChimney) addChimney(kit, isWhite);
  const lamps = addStrings(kit);
  const parts = buildKit(kit);
  const lampsAt = createLamps(scene, durationSeconds);
  return (seconds) => {
    const on = Math.max(0.12, lampsAt(seconds));
    const lit = litLamps(lamps, seconds, on > 0.2 ? on : 0);
    const smoke = hasChimney ? [smokeAt(seconds, scene.wind, 1 - 0.72 * lampsAt(seconds))] : [];
    return { instances: [...parts.still, ...parts.litAt(on)], ...lit, sprites: [...lit.sprites, ...smoke] };
  };
}

const CHIMNEY: Vec3 = [-1.75, 0, -2.4];
const CHIMNEY_TOP = 1.5;

/** A stack of bricks with two pots on it. */
function addChimney(kit: Kit, isWhite: boolean): void {
  const [x, y, z] = CHIMNEY;
  kit.brick.box([x, y + CHIMNEY_TOP / 2, z], [0.9, CHIMNEY_TOP, 0.6], 0x9a5a48);
  kit.brick.box([x, y + CHIMNEY_TOP - 0.2, z], [1, 0.1, 0.7], 0x84493a);
  kit.stone.box([x, y + CHIMNEY_TOP + 0.05, z], [1.06, 0.1, 0.76], isWhite ? 0xe8eef4 : 0xb8ac9c);
  for (const side of [-0.22, 0.22])
    kit.brick.lathe(
      [x + side, y + CHIMNEY_TOP + 0.1, z],
      [
        [0.15, 0],
        [0.12, 0.26],
        [0.15, 0.3],
        [0.15, 0.36],
        [0, 0.34],
      ],
      0xb5684c,
      14,
    );
}

/** Smoke that rises from both pots, spreads and leans with the wind. */
function smokeAt(seconds: number, wind: number, light: number): SetMoment['sprites'][number] {
  const spots = Array.from({ length: 30 }, (_, i): SpriteSpot => {
    const age = wrap(i / 30 + seconds * 0.1, 1);
    const pot = i % 2 === 0 ? -0.22 : 0.22;
    return {
      position: [
        CHIMNEY[0] + pot + age * (0.25 + 1.6 * wind) + 0.12 * age * Math.sin(i * 2.4 + seconds * 0.7),
        CHIMNEY_TOP + 0.4 + age * 2.4,
        CHIMNEY[2] + 0.1 * Math.sin(i * 1.7),
      ],
      radius: 0.12 + 0.42 * age,
      rotation: i + age * 1.5,
      color: [0.72 * light, 0.72 * light, 0.78 * light, 0.5 * Math.min(1, age * 8) * (1 - age)],
    };
  });
  return sprites('puff', 'alpha', spots);
}

/** Bulbs on lines between masts round the deck. */
function addStrings(kit: Kit): Lamp[] {
  const masts: Vec3[] = [
    [-6.4, 3, TOP_Z + 0.5],
    [0, 3.1, TOP_Z + 0.3],
    [6.4, 3, TOP_Z + 0.5],
    [6.8, 3, 3],
    [-6.8, 3, 3],
  ];
  for (const [x, y, z] of masts)
    kit.metal.tube(
      [
        [x, 0, z],
        [x, y, z],
      ],
      0.045,
      0x2a2a2e,
      6,
    );
  const lamps: Lamp[] = [];
  for (const [a, b] of [
    [0, 1],
    [1, 2],
    [4, 0],
    [2, 3],
    [4, 1],
    [1, 3],
  ] as const) {
    const path = sag(masts[a]!, masts[b]!, 0.45, 13);
    kit.trim.tube(path, 0.012, 0x1c1c1e, 3);
    path.slice(1, -1).forEach(([x, y, z], i) => {
      kit.lamp.lathe(
        [x, y - 0.15, z],
        [
          [0, 0],
          [0.055, 0.05],
          [0.03, 0.13],
        ],
        0xffd48a,
        7,
      );
      if (i % 4 === 1) lamps.push({ at: [x, y - 0.2, z], color: [1.7, 1.1, 0.5], radius: i === 5 ? 6 : 0, halo: 0.36 });
    });
  }
  return lamps;
}

/** Long boxes of wood with grasses, herbs and small trees. */
function addPlanters(kit: Kit, isWhite: boolean): void {
  for (const [x, z, w] of [
    [-4.2, TOP_Z + 0.55, 3.4],
    [4.2, TOP_Z + 0.55, 3.4],
    [-6.9, 0.2, 0.7],
    [6.9, 0.2, 0.7],
    [-7, 5, 0.8],
  ] as const) {
    kit.wood.box([x, 0.3, z], [w, 0.6, 0.6], 0x6a4c34, { foot: 0.7 });
    const count = Math.max(2, Math.round(w / 0.32));
    for (let i = 0; i < count; i++) {
      const px = x + ((i + 0.5) / count - 0.5) * w;
      const r = 0.22 + 0.06 * (i % 3);
      const tone = isWhite ? 0xdfe8ec : [0x5a8a46, 0x6f9a4c, 0x4a7a44][i % 3]!;
      kit.leaf.lathe(
        [px, 0.58, z],
        [
          [r * 0.6, -0.05],
          [r, r],
          [r * 0.7, r * 1.8],
          [0, r * 2.4],
        ],
        tone,
        8,
      );
      if (i % 2 === 0 && !isWhite)
        for (let n = 0; n < 4; n++)
          kit.leaf.lathe(
            [px + Math.sin(n * 1.7) * r, 0.62 + r * (1 + 0.25 * n), z + Math.cos(n * 1.7) * r],
            [
              [0.02, -0.03],
              [0.06, 0.02],
              [0, 0.08],
            ],
            [0xe05a78, 0xf0c050, 0xf4ece0][(i + n) % 3]!,
            6,
          );
    }
  }
}

/** A wooden water tank on legs, as New York has them. */
function addTank(kit: Kit, [x, y, z]: Vec3): void {
  for (const dx of [-0.9, 0.9])
    for (const dz of [-0.9, 0.9])
      kit.metal.tube(
        [
          [x + dx, y, z + dz],
          [x + dx * 0.8, y + 2, z + dz * 0.8],
        ],
        0.09,
        0x4a4644,
        5,
      );
  kit.planks.lathe(
    [x, y + 2, z],
    [
      [0, 0],
      [1.3, 0],
      [1.28, 2.2],
    ],
    0x6e5038,
    18,
  );
  for (const h of [0.3, 1.1, 1.9])
    kit.metal.lathe(
      [x, y + 2 + h, z],
      [
        [1.31, 0],
        [1.31, 0.06],
      ],
      0x3a3634,
      18,
    );
  kit.slate.lathe(
    [x, y + 4.2, z],
    [
      [1.45, 0],
      [0, 0.9],
    ],
    0x4c4a4e,
    18,
  );
}
