import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { isCalled, MATT, PAINT, PLANKS, propActor } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, SOFT, type Tools } from './prop-tools.ts';

/** What stands in streets: a traffic light that changes, a phone booth, a mailbox, a park bench, a fence, a hydrant, a market stall. */
export const streetThing: ActorModel = { gaits: { flicker: 0 }, build };

const FORMS = [
  ['trafficLight', /traffic|stop ?light/, '#2f4a3a'],
  ['booth', /phone ?b|telephone|booth|kiosk/, '#c4161c'],
  ['mailbox', /mail|letter ?box|post ?box/, '#c4161c'],
  ['fence', /fence|picket/, '#f2efe8'],
  ['hydrant', /hydrant/, '#d0241c'],
  ['stall', /stall|stand|market/, '#d6392f'],
  ['bench', /./, '#8a5a34'],
] as const;
type Form = (typeof FORMS)[number][0];

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const color = toSrgb(actor.color ?? usual);
  const parts = craftParts(`streetThing/${form}/${toHex(color)}`, detail, (to) => MAKE[form](to, color));
  const words = actor.text?.trim() ?? (form === 'booth' ? 'TELEPHONE' : form === 'mailbox' ? 'POST' : '');
  const spots = {
    booth: [0.78, 0.16, [0, 2.24, 0.475]],
    stall: [2, 0.4, [0, 2.12, 0.96]],
    mailbox: [0.26, 0.08, [0, 1.03, 0.245]],
  } as const;
  const spot = form in spots ? spots[form as keyof typeof spots] : undefined;
  const tag =
    words && spot
      ? [
          lettering(context, words, {
            width: spot[0],
            height: spot[1],
            at: spot[2],
            text: {
              color: form === 'booth' ? '#17161a' : '#fdf6e6',
              ...(form === 'booth' ? { background: '#f7f2e4' } : {}),
              font: 'sans',
            },
            material: { emissive: context.isNight ? 0.8 : 0.1 },
          }),
        ]
      : [];
  const lamp = (tone: string) =>
    craftParts(`streetThing/lamp/${tone}`, detail, (to) =>
      to.ball({ emissive: 1 }, [0.115, 0.115, 0.05], [0, 0, 0], tone),
    );
  const lamps = ['#ff2a1c', '#ffb41c', '#2fe05a'].map(lamp);
  return propActor(context, [...parts, ...tag], {
    ...(form === 'bench' ? { seats: [{ position: [0, 0.46, 0.05], width: 1.5 }] } : {}),
    ...(form === 'trafficLight'
      ? {
          animate: (t: number, _travel, add) => {
            for (const i of [0, 1, 2])
              add(lamps[i]!, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 3.36 - i * 0.32, 0.17, 1], {
                emissive: lit(t) === i ? 2.4 : 0.05,
                castsShadow: false,
              });
          },
          lights: (t: number) => [
            {
              position: [0, 3.36 - lit(t) * 0.32, 0.6] as const,
              color: (
                [
                  [1.2, 0.1, 0.06],
                  [1.1, 0.7, 0.1],
                  [0.1, 1.1, 0.3],
                ] as const
              )[lit(t)]!,
              radius: context.isNight ? 5 : 0.5,
            },
          ],
        }
      : {}),
    ...(form === 'booth' && context.isNight
      ? { lights: () => [{ position: [0, 1.9, 0.7] as const, color: [1.1, 0.95, 0.7] as const, radius: 4 }] }
      : {}),
  });
}

/** Which lamp burns: red, then green, a moment of amber. */
function lit(t: number): 0 | 1 | 2 {
  const at = (t + 1) % 8;
  return at < 3.2 ? 0 : at < 7 ? 2 : 1;
}

const MAKE: Record<Form, (to: Tools, color: Srgb) => void> = {
  trafficLight(to, color) {
    to.disc(DULL_METAL, 0.2, 0.1, [0, 0, 0], shade(color, 0.8));
    to.rod(DULL_METAL, [0, 0, 0], [0, 2.6, 0], [0.075, 0.06], color);
    to.block(PAINT, [0.38, 1.06, 0.3], [0, 3.04, 0], '#1d1f22', 0.07);
    to.block(PAINT, [0.56, 1.24, 0.03], [0, 3.04, -0.08], '#17181a', 0.015);
    for (let i = 0; i < 3; i++) {
      to.disc(MATT, 0.135, 0.03, [0, 3.36 - i * 0.32, 0.145], '#0e0f10', [Math.PI / 2, 0, 0]);
      to.bar(
        MATT,
        [
          -0.14,
          3.34 - i * 0.32,
          0.24,
          -0.1,
          3.46 - i * 0.32,
          0.25,
          0,
          3.5 - i * 0.32,
          0.25,
          0.1,
          3.46 - i * 0.32,
          0.25,
          0.14,
          3.34 - i * 0.32,
          0.24,
        ],
        0.018,
        '#1d1f22',
        [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
      );
      for (const x of [-0.14, 0, 0.14])
        to.block(MATT, [0.03, 0.02, 0.14], [x, 3.36 - i * 0.32 + (x === 0 ? 0.14 : 0.02), 0.2], '#1d1f22', 0.006);
    }
  },
  booth(to, color) {
    to.block(DULL_METAL, [1.02, 0.14, 1.02], [0, 0.07, 0], '#3a3634', 0.02);
    for (const x of [-0.43, 0.43])
      for (const z of [-0.43, 0.43]) to.block(PAINT, [0.12, 2.2, 0.12], [x, 1.2, z], color, 0.02);
    to.block(PAINT, [1, 0.34, 1], [0, 2.24, 0], color, 0.03);
    to.blob(
      PAINT,
      [
        { kind: 'block', at: [0, 2.44, 0], size: [0.96, 0.1, 0.96], round: 0.04 },
        { kind: 'ball', at: [0, 2.4, 0], radius: [0.5, 0.24, 0.5], blend: 0.06 },
      ],
      0.05,
      color,
    );
    for (const turn of [0, 1, 2, 3]) {
      const a = (turn * Math.PI) / 2;
      const [s, c] = [Math.sin(a), Math.cos(a)];
      const at = (x: number, y: number, z: number) => [x * c + z * s, y, -x * s + z * c] as const;
      to.block(CLEAR, [0.8, 1.76, 0.02], at(0, 1.2, 0.41), turn === 2 ? shade(color, 0.8) : '#5f7a86', 0.005, [
        0,
        a,
        0,
      ]);
      to.block(PAINT, [0.8, 0.2, 0.05], at(0, 0.24, 0.44), color, 0.01, [0, a, 0]);
      for (let i = 0; i <= 7; i++)
        to.block(PAINT, [0.8, 0.03, 0.05], at(0, 0.34 + i * 0.24, 0.44), color, 0.008, [0, a, 0]);
      for (const x of [-0.2, 0.2]) to.block(PAINT, [0.03, 1.72, 0.05], at(x, 1.2, 0.44), color, 0.008, [0, a, 0]);
    }
  },
  mailbox(to, color) {
    to.turned(
      PAINT,
      [0, 0, 0.3, 0, 0.3, 0.16, 0.25, 0.2, 0.24, 1.18, 0.29, 1.2, 0.3, 1.28, 0.26, 1.36, 0.12, 1.44, 0, 1.46],
      color,
      undefined,
      40,
    );
    to.turned(PAINT, [0.302, 0.02, 0.304, 0.14], '#17181a', undefined, 40);
    to.block(MATT, [0.26, 0.04, 0.06], [0, 1.13, 0.225], '#101113', 0.012);
    to.block(PAINT, [0.3, 0.04, 0.08], [0, 1.165, 0.23], color, 0.015);
    to.block(PAINT, [0.3, 0.6, 0.03], [0, 0.62, 0.23], shade(color, 0.94), 0.012);
    to.block(SOFT, [0.16, 0.2, 0.02], [0, 0.76, 0.248], '#f4f1ea', 0.006);
  },
  bench(to, color) {
    for (const z of [-0.16, -0.05, 0.06, 0.17, 0.28])
      to.block(PLANKS, [1.7, 0.035, 0.085], [0, 0.44, z], shade(color, 0.95 + 0.2 * Math.abs(z)), 0.012);
    for (let i = 0; i < 4; i++)
      to.block(PLANKS, [1.7, 0.085, 0.035], [0, 0.56 + i * 0.115, -0.235 - i * 0.03], color, 0.012, [-0.26, 0, 0]);
    for (const x of [-0.76, 0.76]) {
      to.bar(
        DULL_METAL,
        [x, 0.02, 0.32, x, 0.2, 0.26, x, 0.41, 0.3, x, 0.41, -0.16, x, 0.6, -0.27, x, 0.96, -0.37],
        0.026,
        '#2a2c2b',
      );
      to.bar(DULL_METAL, [x, 0.41, -0.14, x, 0.2, -0.18, x, 0.02, -0.28], 0.026, '#2a2c2b');
      to.bar(DULL_METAL, [x, 0.41, 0.28, x, 0.58, 0.28, x, 0.64, 0.14, x, 0.64, -0.24], 0.022, '#2a2c2b');
    }
  },
  fence(to, color) {
    for (let i = -7; i <= 7; i++)
      to.plate(
        PLANKS,
        [-0.055, 0.06, 0.055, 0.06, 0.055, 0.86, 0, 0.96, -0.055, 0.86],
        0.025,
        i % 2 ? color : shade(color, 0.97),
        { at: [i * 0.17, 0, 0.04] },
        0.004,
      );
    for (const y of [0.26, 0.68]) to.block(PLANKS, [2.6, 0.08, 0.035], [0, y, 0], shade(color, 0.92), 0.008);
    for (const x of [-1.3, 1.3]) {
      to.block(PLANKS, [0.11, 1.02, 0.11], [x, 0.51, 0], color, 0.015);
      to.turned(PAINT, [0.08, 0, 0, 0.09], color, { at: [x, 1.02, 0], rotate: [0, Math.PI / 4, 0] }, 4);
    }
  },
  hydrant(to, color) {
    to.turned(
      PAINT,
      [
        0, 0, 0.2, 0, 0.2, 0.05, 0.14, 0.07, 0.13, 0.5, 0.17, 0.52, 0.17, 0.57, 0.14, 0.58, 0.12, 0.68, 0.05, 0.74,
        0.05, 0.78, 0, 0.78,
      ],
      color,
      undefined,
      36,
    );
    for (const s of [-1, 1])
      to.turned(
        PAINT,
        [0, 0, 0.075, 0, 0.075, 0.14, 0.085, 0.14, 0.085, 0.18, 0.03, 0.19, 0.03, 0.22, 0, 0.22],
        shade(color, 0.95),
        { at: [s * 0.06, 0.4, 0], rotate: [0, 0, (-s * Math.PI) / 2] },
        24,
      );
    to.turned(
      PAINT,
      [0, 0, 0.095, 0, 0.095, 0.12, 0.105, 0.12, 0.105, 0.17, 0.03, 0.18, 0.03, 0.21, 0, 0.21],
      shade(color, 0.95),
      { at: [0, 0.36, 0.07], rotate: [Math.PI / 2, 0, 0] },
      24,
    );
    for (let i = 0; i < 8; i++)
      to.bead(DULL_METAL, 0.018, [Math.sin(i * 0.785) * 0.175, 0.06, Math.cos(i * 0.785) * 0.175], '#c9ced6');
  },
  stall(to, color) {
    to.block(PLANKS, [2.2, 0.8, 0.8], [0, 0.4, 0.1], '#a9794a', 0.02);
    to.block(PLANKS, [2.4, 0.06, 1], [0, 0.86, 0.14], '#8a5f38', 0.02, [0.16, 0, 0]);
    for (const x of [-1.1, 1.1])
      for (const z of [-0.5, 0.55]) to.rod(PLANKS, [x, 0, z], [x, z > 0 ? 2.1 : 2.5, z], 0.035, '#7a5230');
    for (let i = 0; i < 9; i++)
      to.block(SOFT, [0.29, 0.03, 1.6], [-1.16 + i * 0.29, 2.36, 0.14], i % 2 ? '#f7f2e6' : color, 0.01, [0.27, 0, 0]);
    to.block(SOFT, [2.62, 0.24, 0.03], [0, 2.12, 0.92], color, 0.01);
    const goods = ['#d8322a', '#f28a1c', '#8bbf3f', '#f7d83c'] as const;
    for (let k = 0; k < 4; k++) {
      to.block(PLANKS, [0.5, 0.12, 0.7], [-0.84 + k * 0.56, 0.93, 0.16], '#c9a06a', 0.015, [0.16, 0, 0]);
      for (let i = 0; i < 20; i++)
        to.bead(
          { specular: 0.4, gloss: 50, wrap: 0.3 },
          0.058,
          [-1.02 + k * 0.56 + (i % 4) * 0.12, 1.05 - Math.floor(i / 4) * 0.022, -0.08 + Math.floor(i / 4) * 0.125],
          goods[k]!,
        );
    }
  },
};
