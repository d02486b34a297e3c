import type { Random } from '../random.ts';
import type { Kit } from './place-kit.ts';

/** What the stalls of a night market sell. */
export const FOODS = ['pots', 'skewers', 'steamers', 'fruit', 'bowls', 'drinks'] as const;
export type Food = (typeof FOODS)[number];

/** Lays food on a counter whose top is y = 0, 2.7 m wide, the buyer at +z. */
export function addFood(kit: Kit, food: Food, random: Random): void {
  switch (food) {
    case 'pots':
      for (const x of [-0.8, 0, 0.8]) {
        kit.metal.lathe([x, 0, 0], POT, 0xa8acb0, 12);
        kit.skin.lathe([x, 0.3, 0], DISC, [0xb8602c, 0xd8a850, 0x8a4a24][Math.round(x / 0.8) + 1]!, 12);
      }
      return;
    case 'skewers':
      kit.metal.box([0, 0.1, 0.1], [2.2, 0.2, 0.5], 0x3a3634);
      kit.glow.box([0, 0.205, 0.1], [2.1, 0.01, 0.3], 0xff5a1e);
      for (let i = 0; i < 15; i++) {
        const x = (i - 7) * 0.145;
        kit.wood.box([x, 0.23, 0.2], [0.018, 0.018, 0.75], 0xd0b080, { bottom: true });
        for (let k = 0; k < 4; k++)
          kit.skin.box([x, 0.25, k * 0.1 - 0.06], [0.075, 0.06, 0.075], [0x9a4a24, 0xb8682c, 0x7a3a1c][(i + k) % 3]!);
      }
      return;
    case 'steamers':
      for (const [i, x] of [-0.85, -0.28, 0.3, 0.88].entries()) {
        const stack = 2 + (i % 2) + (i === 1 ? 1 : 0);
        for (let k = 0; k < stack; k++) kit.wood.lathe([x, k * 0.16, 0.05], BASKET, k % 2 ? 0xc8a060 : 0xb88c4c, 14);
        for (let k = 0; k < 5; k++)
          kit.skin.lathe(
            [x + Math.cos(k * 1.26) * 0.12, stack * 0.16, 0.05 + Math.sin(k * 1.26) * 0.12],
            BUN,
            0xf6eee0,
            8,
          );
      }
      return;
    case 'fruit':
      for (let i = 0; i < 5; i++) {
        const color = [0xe8a02c, 0xd83a44, 0x7ab03c, 0xf0d040, 0xb04a8a][i]!;
        for (let k = 0; k < 12; k++)
          kit.skin.lathe(
            [
              (i - 2) * 0.53 + ((k % 3) - 1) * 0.15,
              0.08 + Math.floor(k / 9) * 0.12,
              0.3 - (Math.floor(k / 3) % 3) * 0.16,
            ],
            BALL,
            color,
            8,
          );
      }
      return;
    case 'bowls':
      for (let i = 0; i < 12; i++) {
        const [x, z] = [((i % 6) - 2.5) * 0.42, 0.3 - Math.floor(i / 6) * 0.42];
        kit.trim.lathe([x, 0, z], BOWL, i % 2 ? 0xf0ece4 : 0xc83a30, 11);
        kit.skin.lathe([x, 0.08, z], HEAP, random.pick([0xe0b050, 0xc8602c, 0x7a9a3c, 0xd8402c]), 9);
      }
      return;
    case 'drinks':
      for (let i = 0; i < 14; i++) {
        const [x, z] = [((i % 7) - 3) * 0.36, 0.34 - Math.floor(i / 7) * 0.34];
        kit.paint.lathe([x, 0, z], CUP, random.pick([0xc88a50, 0xe06a8a, 0x8ac06a, 0xf0b040, 0x8a6ac0]), 9);
        kit.trim.lathe([x, 0.3, z], LID, 0xf4f0ea, 9);
        kit.trim.box([x + 0.03, 0.4, z], [0.02, 0.2, 0.02], 0xe0403a);
      }
  }
}

type Rings = readonly (readonly [number, number])[];
const POT: Rings = [
  [0.26, 0],
  [0.31, 0.05],
  [0.31, 0.34],
  [0.33, 0.36],
  [0.29, 0.36],
  [0.29, 0.28],
];
const DISC: Rings = [
  [0.29, 0],
  [0.15, 0.03],
  [0, 0.04],
];
const BASKET: Rings = [
  [0.25, 0],
  [0.26, 0.02],
  [0.25, 0.15],
  [0, 0.15],
];
const BUN: Rings = [
  [0.085, 0],
  [0.08, 0.05],
  [0, 0.09],
];
const BALL: Rings = [
  [0, -0.08],
  [0.07, -0.04],
  [0.085, 0],
  [0.06, 0.06],
  [0, 0.08],
];
const BOWL: Rings = [
  [0.08, 0],
  [0.16, 0.1],
  [0.17, 0.12],
  [0.14, 0.1],
];
const HEAP: Rings = [
  [0.14, 0],
  [0.09, 0.07],
  [0, 0.1],
];
const CUP: Rings = [
  [0.07, 0],
  [0.095, 0.3],
];
const LID: Rings = [
  [0.1, 0],
  [0.1, 0.02],
  [0, 0.04],
];
