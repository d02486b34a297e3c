import { mixColors, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import { rotationY } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, BRIGHT, isCalled, LIT, propActor, type Sprite, spriteBatch } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';

/** A spaceship with wings and glowing engines; a flying saucer with a beam by word. Faces +z. */
export const spaceship: ActorModel = {
  gaits: { fly: 9, float: 0.4, drive: 6, run: 14, launch: 0, spin: 0.6, rise: 1, fall: 3 },
  build,
};

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const isSaucer = isCalled(context, /ufo|saucer|alien/);
  const color = toSrgb(actor.color ?? (isSaucer ? '#9aa6b2' : '#c6ccd4'));
  const glow = isSaucer ? '#8dffb0' : '#58c8ff';
  const parts = craftParts(`spaceship/${isSaucer}/${toHex(color)}`, detail, (to) =>
    isSaucer ? addSaucer(to, color) : addFighter(to, color),
  );
  const ring = craftParts('spaceship/ring', detail, (to) => {
    for (const [i, a] of around(16).entries())
      to.bead(BRIGHT, 0.13, [Math.sin(a) * 3.2, 0.83, Math.cos(a) * 3.2], i % 2 ? '#9dffbd' : '#ffe08a');
  });
  const hover = (t: number): number => 0.25 + 0.08 * Math.sin(t * 1.7);
  return propActor(context, parts, {
    seats: [{ position: [0, isSaucer ? 2.4 : 1.9, 0], width: 1.5 }],
    root: (t) => {
      const turned = [...rotationY(0)];
      turned[13] = isSaucer ? hover(t) : 0.05 + 0.04 * Math.sin(t * 1.3);
      return turned;
    },
    animate: (t, _travel, add) => {
      if (isSaucer) add(ring, rotationY(t * 0.9), { emissive: 0.8 + 0.2 * Math.sin(t * 5), castsShadow: false });
    },
    lights: (t) =>
      isSaucer
        ? [{ position: [0, 0.2, 0] as const, color: toLinear(glow, 1.6 + 0.3 * Math.sin(t * 4)), radius: 9 }]
        : [{ position: [0, 1, -4.6] as const, color: toLinear(glow, 1.8), radius: 7 }],
    sprites: (t, { speed }) =>
      isSaucer
        ? [
            spriteBatch('soft', 'add', [
              { at: [0, 0.2, 0], radius: 1.7, color: [0.4, 1, 0.6], alpha: 0.35 },
              ...beam(t, context.isNight),
            ]),
          ]
        : [
            spriteBatch(
              'soft',
              'add',
              [-1.05, 1.05].flatMap((x, k) =>
                Array.from({ length: 7 }, (_, i) => ({
                  at: [x, 0.95, -3.75 - i * (0.22 + 0.05 * Math.min(6, speed))] as const,
                  radius: (0.52 - i * 0.05) * (1 + 0.06 * Math.sin(t * 31 + i + k)),
                  color: [0.35, 0.75, 1] as const,
                  alpha: 0.6 - i * 0.075,
                })),
              ),
            ),
          ],
  });
}

/** By night a saucer sends a shaft of light down. */
const beam = (t: number, isNight: boolean): Sprite[] =>
  isNight
    ? Array.from({ length: 16 }, (_, i) => ({
        at: [0, -0.1 - i * 0.42, 0] as const,
        radius: 0.9 + i * 0.14,
        color: [0.5, 1, 0.75] as const,
        alpha: (0.1 - i * 0.004) * (1 + 0.15 * Math.sin(t * 5 - i)),
      }))
    : [];

type Color = ReturnType<typeof toSrgb>;

function addSaucer(to: Tools, color: Color): void {
  to.turned(
    POLISHED,
    [
      0, 0.35, 1.1, 0.35, 1.3, 0.45, 2.6, 0.72, 3.5, 0.92, 3.7, 1.04, 3.5, 1.18, 2.6, 1.42, 1.5, 1.72, 1.35, 1.8, 0,
      1.8,
    ],
    color,
    undefined,
    64,
  );
  to.turned(CLEAR, [1.32, 1.76, 1.3, 1.95, 1.1, 2.4, 0.7, 2.68, 0, 2.78], '#5fb8a8', undefined, 44);
  to.hoop(POLISHED, 1.36, 0.09, [0, 1.8, 0], shade(color, 0.6));
  to.hoop(POLISHED, 2.6, 0.04, [0, 1.42, 0], shade(color, 0.6));
  to.disc(LIT, 1.02, 0.1, [0, 0.28, 0], '#b8ffd0');
  to.hoop(DULL_METAL, 1.12, 0.1, [0, 0.36, 0], shade(color, 0.5));
  for (const a of around(12))
    to.block(DULL_METAL, [0.05, 0.02, 0.9], [Math.sin(a) * 2.05, 1.58, Math.cos(a) * 2.05], shade(color, 0.5), 0.008, [
      0.24,
      a,
      0,
    ]);
}

function addFighter(to: Tools, color: Color): void {
  const dark = shade(color, 0.45);
  to.blob(
    DULL_METAL,
    [
      { kind: 'limb', from: [0, 0.95, 4.3], to: [0, 1.1, 1], radius: [0.16, 0.62] },
      { kind: 'limb', from: [0, 1.1, 1], to: [0, 1.1, -2.9], radius: [0.66, 0.5], blend: 0.2 },
      { kind: 'block', at: [0, 0.9, -1.2], size: [2.6, 0.6, 3.4], round: 0.25, blend: 0.35 },
      { kind: 'ball', at: [0, 1.5, -0.9], radius: [0.45, 0.34, 1.5], blend: 0.25 },
    ],
    0.09,
    color,
  );
  to.ball(CLEAR, [0.4, 0.36, 0.95], [0, 1.5, 1.35], '#16324a');
  const stripe = mixColors('#d2452f', color, 0.1);
  for (const s of [-1, 1]) {
    const wing =
      s > 0
        ? [0, 1.2, 3.6, -1.6, 3.8, -2.5, 3.2, -2.6, 0, -2.2]
        : [0, 1.2, 0, -2.2, -3.2, -2.6, -3.8, -2.5, -3.6, -1.6];
    const flat = { at: [s * 0.9, 0.88, 0] as const, rotate: [Math.PI / 2, 0, s * -0.1] as const };
    to.plate(DULL_METAL, wing, 0.18, color, flat, 0.06);
    const band =
      s > 0 ? [2.2, -0.55, 2.9, -1.05, 2.9, -2.5, 2.2, -2.45] : [-2.2, -0.55, -2.2, -2.45, -2.9, -2.5, -2.9, -1.05];
    to.plate(DULL_METAL, band, 0.2, stripe, flat, 0.03);
    to.rod(DULL_METAL, [s * 4.55, 0.55, -2.6], [s * 4.55, 0.55, 0.6], 0.09, dark);
    to.rod(DULL_METAL, [s * 4.55, 0.55, 0.6], [s * 4.55, 0.55, 1.1], 0.05, '#2a2d33');
    const pod = { at: [s * 1.05, 0.95, -3.7] as const, rotate: [Math.PI / 2, 0, 0] as const };
    to.turned(POLISHED, [0.42, 0, 0.52, 0.1, 0.58, 0.8, 0.55, 1.8, 0.42, 2.5, 0, 2.6], dark, pod, 32);
    to.turned(
      BRIGHT,
      [0, 0.08, 0.4, 0.06].toReversed().length ? [0, 0.05, 0.41, 0.05, 0.41, 0.12, 0, 0.12] : [],
      '#9fe4ff',
      pod,
      28,
    );
    to.hoop(POLISHED, 0.47, 0.06, [s * 1.05, 0.95, -3.68], '#3a3f48', [0, 0, 0]);
    to.block(DULL_METAL, [0.1, 1.2, 0.9], [s * 1.1, 1.75, -2.4], color, 0.04, [-0.4, 0, s * -0.25]);
    to.block(DULL_METAL, [0.12, 0.3, 0.5], [s * 1.26, 2.2, -2.62], stripe, 0.04, [-0.4, 0, s * -0.25]);
    for (let i = 0; i < 4; i++) to.block(LIT, [0.03, 0.07, 0.2], [s * 0.64, 1.15, 0.6 - i * 0.42], '#ffe2a8', 0.01);
    to.rod(DULL_METAL, [s * 0.7, 0.8, -1.6], [s * 0.9, 0.02, -1.6], 0.07, dark);
    to.disc(DULL_METAL, 0.22, 0.06, [s * 0.9, 0, -1.6], dark);
  }
  to.rod(DULL_METAL, [0, 0.7, 2], [0, 0.02, 2.1], 0.07, dark);
  to.disc(DULL_METAL, 0.2, 0.06, [0, 0, 2.1], dark);
  for (let i = 0; i < 9; i++)
    to.block(
      DULL_METAL,
      [0.34, 0.08, 0.22],
      [((i % 3) - 1) * 0.5, 1.72 - Math.abs((i % 3) - 1) * 0.3, -1.4 - Math.floor(i / 3) * 0.5],
      shade(color, 0.75),
      0.03,
    );
}
