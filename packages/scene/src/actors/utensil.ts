import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, FABRIC, isCalled, MATT, propActor } from './prop.ts';
import { craftParts, GLOSSY, POLISHED, type Tools } from './prop-tools.ts';

/** Small wares: a bowl, a basket, a bucket with its spade, cutlery, a candlestick, a nest with eggs; a kite, a sandcastle, a gravestone. */
export const utensil: ActorModel = { gaits: { float: 0.2, fly: 1, rise: 0.5 }, build };

const FORMS = [
  ['basket', /basket|hamper/, '#b98a4e'],
  ['bucket', /bucket|pail/, '#d8392f'],
  ['nest', /nest/, '#7a5a3a'],
  ['cutlery', /spoon|fork|knife|cutlery|silverware/, '#d4d8dc'],
  ['candlestick', /candlestick|candelabra/, '#c9a04c'],
  ['kite', /kite/, '#d8322c'],
  ['sandcastle', /sand/, '#d9b982'],
  ['gravestone', /tomb|grave|headstone/, '#8d8f8c'],
  ['bowl', /./, '#3f6f9c'],
] as const;
type Form = (typeof FORMS)[number][0];
const TOPS: Record<Form, number> = {
  basket: 0.19,
  bucket: 0.26,
  nest: 0.1,
  cutlery: 0.01,
  candlestick: 0.3,
  kite: 1,
  sandcastle: 0.7,
  gravestone: 1,
  bowl: 0.1,
};

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern)) ?? FORMS.at(-1)!;
  const color = toSrgb(actor.color ?? usual);
  const piece = form === 'cutlery' ? /^(?:spoon|fork|knife)/.exec(actor.word.toLowerCase())?.[0] : undefined;
  const kite = `${actor.pose === 'flying' ? 'free' : 'tied'} ${actor.color === undefined ? 'gay' : 'plain'}`;
  const variant = form === 'kite' ? kite : piece;
  const parts = craftParts(`utensil/${form}/${variant ?? ''}/${toHex(color)}`, detail, (to) =>
    MAKE[form](to, color, variant),
  );
  // What lies beside a plate; in a hand it is upright.
  const laid = multiply(translation(0, 0.009, 0.1), rotationX(-Math.PI / 2));
  return propActor(context, parts, {
    seats: [{ position: [0, TOPS[form], 0], width: 0.2 }],
    ...(form === 'kite'
      ? {
          root: (t: number) =>
            multiply(
              translation(0.1 * Math.sin(t * 0.9), 0.12 + 0.1 * Math.sin(t * 1.3), 0),
              rotationZ(0.1 * Math.sin(t * 1.1)),
              rotationY(0.2 * Math.sin(t * 0.7)),
            ),
        }
      : {}),
    ...(form === 'cutlery' && !context.isHeld ? { root: () => laid } : {}),
    ...(form === 'candlestick'
      ? {
          lights: (t: number) => [
            { position: [0, 0.52, 0.1] as const, color: [1.2 + 0.08 * Math.sin(t * 9), 0.7, 0.28] as const, radius: 2 },
          ],
        }
      : {}),
  });
}

const SAND = { pattern: 'sand', patternScale: 9, specular: 0.02, wrap: 0.25 } as const;
const WICKER = { pattern: 'fabric', patternScale: 26, specular: 0.06, wrap: 0.2 } as const;

/** A fork's head from its neck to its four tines. */
const FORK = [
  -0.006, 0.1, 0.006, 0.1, 0.017, 0.135, 0.017, 0.2, 0.012, 0.2, 0.011, 0.15, 0.006, 0.15, 0.0055, 0.2, 0.002, 0.2,
  0.001, 0.15, -0.002, 0.15, -0.0025, 0.2, -0.0065, 0.2, -0.007, 0.15, -0.011, 0.15, -0.012, 0.2, -0.017, 0.2, -0.017,
  0.135,
];

const MAKE: Record<Form, (to: Tools, color: Srgb, variant?: string) => void> = {
  bowl(to, color) {
    to.turned(
      GLOSSY,
      [
        0, 0, 0.05, 0, 0.055, 0.012, 0.05, 0.016, 0.09, 0.035, 0.125, 0.07, 0.14, 0.105, 0.141, 0.11, 0.136, 0.11, 0.12,
        0.072, 0.085, 0.04, 0.04, 0.025, 0, 0.024,
      ],
      color,
      undefined,
      48,
    );
    to.hoop(GLOSSY, 0.1385, 0.004, [0, 0.109, 0], mixColors(color, '#ffffff', 0.75));
  },
  basket(to, color) {
    to.turned(
      WICKER,
      [0, 0, 0.17, 0, 0.2, 0.03, 0.235, 0.2, 0.225, 0.2, 0.19, 0.035, 0, 0.03],
      color,
      { scale: [1.25, 1, 0.9] },
      36,
    );
    for (let i = 0; i < 6; i++)
      to.turned(
        WICKER,
        hoopOf(0.203 + i * 0.0066, 0.011),
        i % 2 ? shade(color, 0.85) : color,
        { at: [0, 0.025 + i * 0.034, 0], scale: [1.25, 1, 0.9] },
        32,
      );
    const arch = Array.from({ length: 13 }, (_, i) => [
      Math.cos((i / 12) * Math.PI) * 0.285,
      0.19 + Math.sin((i / 12) * Math.PI) * 0.25,
      0,
    ]).flat();
    to.bar(WICKER, arch, 0.014, shade(color, 0.8));
    // A checked cloth hangs over its edge, and what is for the meal looks out.
    to.blob(
      { ...FABRIC, patternScale: 90 },
      [
        { kind: 'ball', at: [0.02, 0.18, 0.05], radius: [0.24, 0.04, 0.15] },
        { kind: 'block', at: [0.02, 0.13, 0.2], size: [0.3, 0.16, 0.02], round: 0.01, blend: 0.04 },
      ],
      0.022,
      '#d83a34',
      0.03,
    );
    for (let i = 0; i < 5; i++) to.block(MATT, [0.018, 0.11, 0.006], [-0.1 + i * 0.06, 0.13, 0.2095], '#fbf5e8', 0.002);
    for (let i = 0; i < 3; i++)
      to.block(MATT, [0.29, 0.016, 0.006], [0.02, 0.09 + i * 0.036, 0.2105], '#fbf5e8', 0.002);
    to.rod({ specular: 0.16, wrap: 0.4 }, [-0.12, 0.14, -0.06], [-0.16, 0.42, -0.1], [0.038, 0.03], '#c98a45');
    for (const [x, z, tone] of [
      [0.14, -0.05, '#c4232a'],
      [0.05, -0.1, '#7fae3c'],
      [0.2, 0.03, '#e2a32c'],
    ] as const)
      to.ball(GLOSSY, 0.05, [x, 0.23, z], tone);
  },
  bucket(to, color) {
    to.turned(
      GLOSSY,
      [
        0, 0, 0.095, 0, 0.1, 0.008, 0.135, 0.22, 0.142, 0.23, 0.142, 0.242, 0.132, 0.242, 0.126, 0.22, 0.12, 0.2, 0,
        0.2,
      ],
      color,
      undefined,
      40,
    );
    to.turned(SAND, [0.125, 0.2, 0.08, 0.235, 0, 0.25], '#d9b982', undefined, 28);
    for (const y of [0.06, 0.19]) to.hoop(GLOSSY, 0.1 + y * 0.165, 0.005, [0, y, 0], mixColors(color, '#ffffff', 0.3));
    const arch = Array.from({ length: 11 }, (_, i) => [
      Math.cos((i / 10) * Math.PI) * 0.142,
      0.225 + Math.sin((i / 10) * Math.PI) * 0.13,
      -Math.sin((i / 10) * Math.PI) * 0.06,
    ]).flat();
    to.bar(GLOSSY, arch, 0.006, '#fbf5e8');
    to.rod(GLOSSY, [0.2, 0.16, 0.06], [0.25, 0.44, 0.04], 0.012, '#2f7fc4');
    to.rod(GLOSSY, [0.2, 0.445, 0.04], [0.3, 0.435, 0.04], 0.014, '#2f7fc4');
    to.plate(
      GLOSSY,
      [-0.05, 0, 0, -0.04, 0.05, 0, 0.052, 0.13, -0.052, 0.13],
      0.012,
      '#2f7fc4',
      compose({ at: [0.182, 0.045, 0.065], rotate: [0.1, 0, -0.18] }),
    );
  },
  nest(to, color) {
    to.turned(
      WICKER,
      [0, 0, 0.1, 0, 0.15, 0.03, 0.165, 0.075, 0.145, 0.095, 0.11, 0.07, 0.06, 0.04, 0, 0.035],
      color,
      undefined,
      32,
    );
    for (let i = 0; i < (to.isFar ? 24 : 110); i++) {
      const [a, y] = [chanceOf(i) * 6.28, 0.025 + 0.07 * chanceOf(i, 2)];
      const r = 0.125 + 0.04 * Math.sin((y / 0.11) * 3) + 0.012 * chanceOf(i, 3);
      const way = a + 1.57 + (chanceOf(i, 4) - 0.5) * 0.7;
      const [dx, dz] = [Math.sin(way) * 0.07, Math.cos(way) * 0.07];
      to.rod(
        MATT,
        [Math.sin(a) * r - dx, y, Math.cos(a) * r - dz],
        [Math.sin(a) * r + dx, Math.max(0.01, y + (chanceOf(i, 5) - 0.5) * 0.035), Math.cos(a) * r + dz],
        0.004,
        shade(color, 0.7 + 0.7 * chanceOf(i, 6)),
      );
    }
    for (const a of around(3))
      to.ball(GLOSSY, [0.034, 0.034, 0.046], [Math.sin(a) * 0.045, 0.082, Math.cos(a) * 0.045], '#9fd3d0', [
        0.3,
        a + 0.6,
        0,
      ]);
  },
  cutlery(to, color, piece) {
    // Side by side: fork, knife, spoon; or the one that was named.
    for (const [k, name] of (['fork', 'knife', 'spoon'] as const).entries()) {
      if (piece !== undefined && piece !== name) continue;
      const x = piece === undefined ? (k - 1) * 0.06 : 0;
      const place = compose({ at: [x, 0, 0], scale: [1, 1, 0.5] });
      to.blob(
        POLISHED,
        [{ kind: 'limb', from: [0, 0.012, 0], to: [0, 0.11, 0], radius: [0.0085, 0.0045] }],
        0.0035,
        color,
        0,
        place,
      );
      if (name === 'fork') to.plate(POLISHED, FORK, 0.003, color, { at: [x, 0, 0] });
      else if (name === 'knife')
        to.plate(
          POLISHED,
          [-0.005, 0.1, 0.006, 0.1, 0.012, 0.12, 0.012, 0.18, 0.004, 0.205, -0.006, 0.21],
          0.003,
          color,
          { at: [x, 0, 0] },
        );
      else {
        to.ball(POLISHED, [0.02, 0.031, 0.006], [x, 0.168, 0], color);
        to.rod(POLISHED, [x, 0.1, 0], [x, 0.14, 0], 0.0045, color);
      }
    }
  },
  candlestick(to, color) {
    const profile = [
      0, 0, 0.085, 0, 0.09, 0.01, 0.075, 0.02, 0.03, 0.035, 0.018, 0.05, 0.026, 0.07, 0.016, 0.09, 0.013, 0.16, 0.024,
      0.185, 0.015, 0.2, 0.014, 0.24, 0.045, 0.262, 0.048, 0.27, 0.02, 0.275, 0.022, 0.3, 0, 0.3,
    ];
    to.turned(POLISHED, profile, color, undefined, 40);
    to.rod({ specular: 0.2, wrap: 0.6 }, [0, 0.29, 0], [0, 0.47, 0], [0.016, 0.015], '#f6efdd');
    to.rod(MATT, [0, 0.47, 0], [0, 0.485, 0], 0.002, '#221a14');
    to.turned(
      { emissive: 2.6 },
      [0, 0.478, 0.008, 0.488, 0.0105, 0.5, 0.006, 0.522, 0, 0.545],
      '#ffc566',
      undefined,
      16,
    );
  },
  kite(to, color, variant = '') {
    // Its string leads down to whoever is under it.
    const string = multiply(translation(0.07, 0.74, 0.05), multiply(rotationZ(0.1), rotationX(0.08)));
    if (!variant.startsWith('free'))
      to.add(MATT, to.rounded([0.007, 1.4, 0.007], 0.003, '#e8e2d4', 1), string, '#e8e2d4');
    const cloth = { ...FABRIC, wrap: 0.6, emissive: 0.06 } as const;
    const lean = multiply(translation(0, 1.5, 0), rotationX(-0.25));
    // One of a colour that was told has that colour, a little lighter and darker from pane to pane.
    const tones = variant.endsWith('plain')
      ? [color, shade(color, 0.84), shade(color, 0.94), shade(color, 1.1)]
      : [color, toSrgb('#f6c530'), toSrgb('#2f7fd0'), toSrgb('#f7f1e2')];
    const tips = [
      [0, 0.52],
      [-0.42, 0.14],
      [0, -0.7],
      [0.42, 0.14],
    ] as const;
    for (const [i, [x, y]] of tips.entries()) {
      const [nx, ny] = tips[(i + 1) % 4]!;
      to.plate(cloth, [0, 0.14, x, y, nx, ny], 0.008, tones[i]!, lean);
    }
    to.add(
      MATT,
      to.rounded([0.014, 1.22, 0.014], 0.004, '#8a6138', 1),
      multiply(lean, translation(0, -0.09, -0.012)),
      '#8a6138',
    );
    to.add(
      MATT,
      to.rounded([0.84, 0.014, 0.014], 0.004, '#8a6138', 1),
      multiply(lean, translation(0, 0.14, -0.012)),
      '#8a6138',
    );
    const tail = Array.from({ length: 12 }, (_, i) => [
      0.1 * Math.sin(i * 0.9) * (i / 6),
      0.82 - i * 0.072,
      0.18 - 0.04 * i,
    ]).flat();
    to.bar(MATT, tail, 0.006, '#f7f1e2');
    for (let i = 2; i < 12; i += 2)
      for (const s of [-1, 1])
        to.block(
          cloth,
          [0.09, 0.05, 0.006],
          [tail[i * 3]! + s * 0.05, tail[i * 3 + 1]!, tail[i * 3 + 2]!],
          tones[(i / 2) % 4]!,
          0.002,
          [0, 0, s * 0.4],
        );
  },
  sandcastle(to, color) {
    to.turned(SAND, [0.72, 0, 0.66, 0.06, 0.6, 0.1, 0, 0.12], shade(color, 1.04), undefined, 32);
    to.block(SAND, [0.62, 0.28, 0.62], [0, 0.22, 0], color, 0.03);
    const tower = (x: number, z: number, r: number, h: number): void => {
      to.turned(
        SAND,
        [r * 1.15, 0, r, h * 0.8, r * 1.12, h * 0.82, r * 1.1, h, r * 0.85, h, r * 0.8, h * 0.94, 0, h * 0.94],
        color,
        { at: [x, 0.08, z] },
        24,
      );
      for (const a of around(7))
        to.block(
          SAND,
          [r * 0.42, r * 0.4, r * 0.3],
          [x + Math.sin(a) * r * 0.97, 0.08 + h + r * 0.12, z + Math.cos(a) * r * 0.97],
          shade(color, 1.05),
          0.008,
          [0, a, 0],
        );
    };
    for (const x of [-0.31, 0.31]) for (const z of [-0.31, 0.31]) tower(x, z, 0.13, 0.44);
    tower(0, 0, 0.19, 0.68);
    to.plate(
      SAND,
      [-0.075, 0, 0.075, 0, 0.075, 0.11, 0.04, 0.16, -0.04, 0.16, -0.075, 0.11],
      0.03,
      shade(color, 0.45),
      { at: [0, 0.1, 0.305] },
    );
    for (const s of [-1, 1]) to.block(SAND, [0.04, 0.09, 0.02], [s * 0.06, 0.62, 0.178], shade(color, 0.45), 0.008);
    to.rod(MATT, [0, 0.72, 0], [0, 1.06, 0], 0.008, '#8a6138');
    to.plate(MATT, [0, 0.92, 0.2, 0.985, 0, 1.05], 0.008, '#d8322c');
    for (let i = 0; i < 7; i++)
      to.bead(
        GLOSSY,
        [0.03, 0.012, 0.026],
        [Math.sin(i * 0.9) * 0.56, 0.11, Math.cos(i * 0.9) * 0.56],
        i % 2 ? '#f6e3d6' : '#e8a9a0',
      );
  },
  gravestone(to, color) {
    const stone = { pattern: 'rock', patternScale: 2.2, specular: 0.03 } as const;
    const arch = Array.from({ length: 13 }, (_, i) => [
      Math.cos((i / 12) * Math.PI) * 0.34,
      0.72 + Math.sin((i / 12) * Math.PI) * 0.34,
    ]).flat();
    to.plate(stone, [-0.34, 0.1, 0.34, 0.1, ...arch], 0.15, color, undefined, 0.02);
    to.block(stone, [0.86, 0.14, 0.34], [0, 0.07, 0], shade(color, 0.85), 0.03);
    to.block(stone, [0.05, 0.28, 0.02], [0, 0.82, 0.08], shade(color, 0.5), 0.004);
    to.block(stone, [0.2, 0.05, 0.02], [0, 0.87, 0.08], shade(color, 0.5), 0.004);
    for (let i = 0; i < 3; i++)
      to.block(stone, [0.36 - i * 0.08, 0.03, 0.015], [0, 0.56 - i * 0.09, 0.08], shade(color, 0.5), 0.004);
    for (let i = 0; i < (to.isFar ? 10 : 30); i++)
      to.bead(
        { wrap: 0.5 },
        [0.05, 0.02 + 0.03 * chanceOf(i, 3), 0.04],
        [(chanceOf(i) - 0.5) * 0.8, 0.14, (chanceOf(i, 1) - 0.5) * 0.28],
        '#5f7a3f',
      );
  },
};

/** The profile of a hoop that is turned round y. */
function hoopOf(radius: number, thick: number): number[] {
  return [radius, -thick, radius + thick, -thick * 0.4, radius + thick, thick * 0.4, radius, thick];
}
