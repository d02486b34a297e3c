import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, LEATHER, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A handbag; a backpack, a suitcase on wheels, an old leather suitcase or a shopping bag by word. In centimetres. */
export const bag: ActorModel = { gaits: { float: 0.1, spin: 0.1, fall: 2 }, build };

const COLORS = {
  backpack: '#3f6b8a',
  trolley: '#e0a63a',
  suitcase: '#8a5a2e',
  shopping: '#e9e1d2',
  handbag: '#a8432f',
};

function build(context: ActorContext): Actor {
  const form = isCalled(context, /backpack|rucksack|schoolbag/)
    ? 'backpack'
    : isCalled(context, /shopping|paper|tote/)
      ? 'shopping'
      : isCalled(context, /suitcase|luggage|briefcase|trunk/)
        ? isCalled(context, /old|leather|vintage|brief|trunk/)
          ? 'suitcase'
          : 'trolley'
        : 'handbag';
  const color = toSrgb(context.actor.color ?? COLORS[form]);
  const parts = craftParts(`bag/${form}/${toHex(color)}`, context.detail, (to) => MAKE[form](to, color));
  return propActor(context, parts, { scale: 0.01 });
}

const GOLD = '#d8b063';

const MAKE: Record<keyof typeof COLORS, (to: Tools, color: Srgb) => void> = {
  handbag(to, color) {
    to.blob(
      LEATHER,
      [
        { kind: 'block', at: [0, 10, 0], size: [30, 20, 11], round: 3 },
        { kind: 'ball', at: [0, 3, 0], radius: [14, 4, 7], blend: 4 },
      ],
      1.2,
      color,
      2,
    );
    to.plate(
      LEATHER,
      [-14, 21.4, -13.6, 12, -10, 8.6, 10, 8.6, 13.6, 12, 14, 21.4],
      1,
      shade(color, 0.92),
      { at: [0, 0, 5.7] },
      0.3,
    );
    to.block(LEATHER, [28, 1.2, 11.6], [0, 20.6, 0], shade(color, 0.92), 0.5);
    to.block(POLISHED, [3.6, 2.6, 1], [0, 10.4, 6.4], GOLD, 0.35);
    to.bar(LEATHER, [-10, 20, 3, -9, 29, 2, 0, 34, 0, 9, 29, 2, 10, 20, 3], 0.75, shade(color, 0.85));
    to.bar(LEATHER, [-10, 20, -3, -9, 28, -2, 0, 32.6, -1, 9, 28, -2, 10, 20, -3], 0.75, shade(color, 0.85));
    for (const x of [-10, 10]) to.hoop(POLISHED, 1.2, 0.25, [x, 20.6, 3.4], GOLD, [0, 0, 0]);
    for (const x of [-12, 12]) for (const z of [-3, 3]) to.ball(POLISHED, 0.6, [x, 0.3, z], GOLD);
    for (let i = 0; i < 24; i++) to.bead(SOFT, 0.16, [-12.6 + i * 1.1, 9.5, 6.3], mixColors(color, '#f6e6c8', 0.7));
  },
  backpack(to, color) {
    const cloth = { ...SOFT, pattern: 'fabric', patternScale: 2 } as const;
    to.blob(
      cloth,
      [
        { kind: 'block', at: [0, 21, 0], size: [29, 42, 15], round: 6 },
        { kind: 'block', at: [0, 12, 8], size: [22, 17, 7], round: 3, blend: 1 },
        { kind: 'block', at: [15.5, 9, 0], size: [4, 14, 9], round: 1.8, mirror: true, blend: 1 },
      ],
      1.4,
      color,
      2,
    );
    to.bar(
      POLISHED,
      [-14, 22, 5.6, -12.4, 36, 5.4, 0, 41.6, 4.6, 12.4, 36, 5.4, 14, 22, 5.6].map((v, i) =>
        i % 3 === 2 ? v + 1.4 : v,
      ),
      0.4,
      '#2a2b2f',
    );
    to.bar(POLISHED, [-9.5, 17.5, 11.7, 0, 18.6, 12, 9.5, 17.5, 11.7], 0.4, '#2a2b2f');
    to.bar(cloth, [-3.4, 41, -4, -2.4, 45.4, -4.6, 2.4, 45.4, -4.6, 3.4, 41, -4], 0.8, shade(color, 0.6));
    for (const s of [-1, 1])
      to.bar(cloth, [s * 6, 40, -6, s * 9, 34, -12, s * 10, 20, -13, s * 10, 6, -7], 1.7, shade(color, 0.6));
    to.block(LEATHER, [6, 4, 0.5], [0, 31, 7.8], '#7a4a26', 0.2);
    for (const x of [-6, 6]) to.block(LEATHER, [2.4, 10, 0.7], [x, 14, 11.6], '#7a4a26', 0.2);
  },
  trolley(to, color) {
    to.block(GLOSSY, [40, 56, 24], [0, 32, 0], color, 5);
    for (let i = 0; i < 7; i++)
      for (const z of [-12.1, 12.1]) to.block(GLOSSY, [1.6, 46, 0.8], [-15 + i * 5, 32, z], shade(color, 0.9), 0.35);
    to.block(POLISHED, [40.4, 56.4, 0.8], [0, 32, 0], '#5a5d63', 0.3);
    for (const x of [-17, 17])
      for (const z of [-9, 9]) {
        to.disc(SOFT, 2.4, 2, [x + 1, 2.4, z], '#1d1d20', [0, 0, Math.PI / 2]);
        to.rod(GLOSSY, [x, 3, z], [x, 5.4, z], 1, '#2a2b2f');
      }
    for (const x of [-8, 8]) to.rod(POLISHED, [x, 58, -6], [x, 88, -6], 0.7, '#c3c8cf');
    to.bar(GLOSSY, [-9.4, 88, -6, 9.4, 88, -6], 1.5, '#1d1d20');
    to.bar(GLOSSY, [-5, 60, 0, -4, 63, 0, 4, 63, 0, 5, 60, 0], 0.9, '#2a2b2f');
  },
  suitcase(to, color) {
    to.block(LEATHER, [56, 36, 16], [0, 18, 0], color, 2);
    for (const x of [-16, 16]) to.block(LEATHER, [4, 36.4, 16.6], [x, 18, 0], shade(color, 0.62), 0.6);
    for (const x of [-26.6, 26.6])
      for (const y of [1.6, 34.4]) to.block(LEATHER, [4, 4, 16.8], [x, y, 0], shade(color, 0.62), 0.9);
    to.block(LEATHER, [56.4, 36.4, 0.8], [0, 18, 0], shade(color, 0.5), 0.3);
    to.bar(LEATHER, [-6, 36, 0, -5, 40.4, 0, 5, 40.4, 0, 6, 36, 0], 1.1, shade(color, 0.55));
    for (const x of [-16, 16]) to.block(POLISHED, [5, 4, 1], [x, 29, 8.4], GOLD, 0.4);
    for (const [x, y, tone] of [
      [-4, 22, '#c4442f'],
      [6, 13, '#2f6b8a'],
      [-7, 11, '#e9d9a6'],
    ] as const)
      to.block(SOFT, [8, 6, 0.3], [x, y, 8.05], tone, 0.1, [0, 0, 0.1 * x]);
  },
  shopping(to, color) {
    to.block(SOFT, [26, 32, 12], [0, 16, 0], color, 0.4);
    to.block(SOFT, [25, 0.4, 11], [0, 32, 0], shade(color, 0.45), 0.1);
    for (const z of [-6, 6])
      to.bar(SOFT, [-5, 31, z, -4.6, 40, z * 0.8, 0, 43, z * 0.7, 4.6, 40, z * 0.8, 5, 31, z], 0.4, shade(color, 0.6));
    for (const s of [-1, 1])
      to.plate(SOFT, [-6, 0, 0, 6, 6, 0], 0.2, shade(color, 0.88), {
        at: [s * 13.05, 0.2, 0],
        rotate: [0, Math.PI / 2, 0],
      });
  },
};
