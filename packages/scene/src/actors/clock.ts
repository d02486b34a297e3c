import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import { compose, type Matrix, multiply, rotationZ } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { lettering } from './lettering.ts';
import { around, isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** An alarm clock with bells; a grandfather clock with its pendulum, a wall clock or a mantel clock by word. It runs. */
export const clock: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

const WOODEN = { pattern: 'wood', patternScale: 7, specular: 0.35, gloss: 40 } as const;

/** Of the middle of the dial, and its radius; metres. */
const DIALS = {
  alarm: [0.105, 0.052, 0.07],
  grandfather: [1.62, 0.152, 0.17],
  wall: [0.2, 0.03, 0.165],
  mantel: [0.17, 0.075, 0.085],
} as const;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /grandfather|longcase|tall|pendulum/)
    ? 'grandfather'
    : isCalled(context, /wall|station|round/)
      ? 'wall'
      : isCalled(context, /mantel|table|antique|cuckoo/)
        ? 'mantel'
        : 'alarm';
  const color = toSrgb(
    actor.color ?? { alarm: '#c4342c', grandfather: '#6b3a1c', wall: '#2a2c31', mantel: '#7a4520' }[form],
  );
  const [y, z, radius] = DIALS[form];
  const parts = craftParts(`clock/${form}/${toHex(color)}`, detail, (to) => {
    MAKE[form](to, color);
    addDial(to, y, z, radius);
  });
  const numbers = ['12', '3', '6', '9'].map((digit, i) => {
    const a = (i * Math.PI) / 2;
    const size = radius * 0.34;
    return lettering(context, digit, {
      width: size * 1.2,
      height: size,
      at: [Math.sin(a) * radius * 0.7, y + Math.cos(a) * radius * 0.7, z + 0.002 * (radius / 0.07)],
      text: { color: '#1c1a18', font: 'serif' },
      pixels: 48,
    });
  });
  const hand = (long: number, wide: number, tone: string) =>
    craftParts(`clock/hand/${long}/${tone}`, detail, (to) => {
      to.plate(
        GLOSSY,
        [-wide, -long * 0.16, wide, -long * 0.16, wide * 0.7, long * 0.9, 0, long, -wide * 0.7, long * 0.9],
        0.002,
        tone,
      );
    });
  const [hour, minute, second] = [
    hand(radius * 0.5, radius * 0.045, '#17161a'),
    hand(radius * 0.78, radius * 0.03, '#17161a'),
    hand(radius * 0.82, radius * 0.012, '#c4241c'),
  ];
  const pendulum = craftParts('clock/pendulum', detail, (to) => {
    to.rod(POLISHED, [0, 0, 0], [0, -0.62, 0], 0.006, '#c9a24a');
    to.disc(POLISHED, 0.075, 0.02, [0, -0.66, -0.01], '#e0b64f', [Math.PI / 2, 0, 0]);
  });
  return propActor(context, [...parts, ...numbers], {
    animate(t, _travel, add) {
      const at = (turn: number, lift: number): Matrix =>
        multiply(compose({ at: [0, y, z + lift * (radius / 0.07)] }), rotationZ(-turn * Math.PI * 2));
      const minutes = 9 + t / 60;
      add(hour, at((10 + minutes / 60) / 12, 0.004));
      add(minute, at(minutes / 60, 0.006));
      // The second hand jumps, as it does in a clock that ticks.
      add(second, at(((Math.floor(t) + Math.min(1, (t % 1) * 8)) % 60) / 60, 0.008));
      if (form === 'grandfather')
        add(pendulum, multiply(compose({ at: [0, 1.25, 0.05] }), rotationZ(0.14 * Math.sin(t * Math.PI))));
    },
  });
}

function addDial(to: Tools, y: number, z: number, radius: number): void {
  const place = { at: [0, y, z] as const, rotate: [Math.PI / 2, 0, 0] as const };
  to.turned(SOFT, [radius * 0.99, 0, 0, 0], '#fbf7ea', place, 48);
  to.turned(
    POLISHED,
    [
      radius * 0.96,
      -0.002,
      radius * 1.08,
      -0.002,
      radius * 1.1,
      radius * 0.07,
      radius * 1.02,
      radius * 0.11,
      radius * 0.96,
      radius * 0.05,
    ],
    '#d8b257',
    place,
    48,
  );
  for (const [i, a] of around(60).entries()) {
    if (!to.isHero && i % 5) continue;
    const long = i % 5 ? 0.05 : 0.1;
    if (i % 15 === 0) continue;
    to.block(
      SOFT,
      [radius * (i % 5 ? 0.012 : 0.03), radius * long, 0.001],
      [Math.sin(a) * radius * 0.86, y + Math.cos(a) * radius * 0.86, z + 0.001],
      '#1c1a18',
      0.0002,
      [0, 0, -a],
    );
  }
  to.disc(POLISHED, radius * 0.05, radius * 0.14, [0, y, z], '#d8b257', [Math.PI / 2, 0, 0]);
}

type Color = ReturnType<typeof toSrgb>;

const MAKE: Record<keyof typeof DIALS, (to: Tools, color: Color) => void> = {
  alarm(to, color) {
    const round = { at: [0, 0.105, 0] as const, rotate: [Math.PI / 2, 0, 0] as const };
    to.turned(
      GLOSSY,
      [0, -0.035, 0.06, -0.035, 0.082, -0.02, 0.086, 0, 0.086, 0.035, 0.08, 0.05, 0.07, 0.051],
      color,
      round,
      48,
    );
    for (const s of [-1, 1]) {
      to.turned(
        POLISHED,
        [0.036, 0, 0.035, 0.008, 0.026, 0.022, 0, 0.029],
        '#d8b257',
        { at: [s * 0.052, 0.188, 0], rotate: [0, 0, s * -0.5] },
        28,
      );
      to.rod(POLISHED, [s * 0.045, 0.17, 0], [s * 0.052, 0.19, 0], 0.005, '#c3c8cf');
      to.bar(GLOSSY, [s * 0.05, 0.045, 0.01, s * 0.072, 0.008, 0.012], 0.009, shade(color, 0.8));
    }
    to.bar(POLISHED, [-0.035, 0.205, 0, -0.03, 0.235, 0, 0.03, 0.235, 0, 0.035, 0.205, 0], 0.004, '#c3c8cf');
    to.rod(POLISHED, [0, 0.19, 0], [0, 0.212, 0], 0.004, '#c3c8cf');
    to.ball(POLISHED, 0.009, [0, 0.214, 0], '#c3c8cf');
  },
  wall(to, color) {
    to.turned(
      GLOSSY,
      [0, -0.05, 0.18, -0.05, 0.198, -0.03, 0.2, 0.02, 0.18, 0.04, 0.16, 0.03],
      color,
      { at: [0, 0.2, 0.01], rotate: [Math.PI / 2, 0, 0] },
      64,
    );
  },
  mantel(to, color) {
    to.block(WOODEN, [0.36, 0.035, 0.15], [0, 0.0175, 0], shade(color, 0.85), 0.01);
    const arch = [-0.13, 0, 0.13, 0, 0.13, 0.17];
    for (let i = 1; i < 12; i++)
      arch.push(Math.cos((i / 12) * Math.PI) * 0.13, 0.17 + Math.sin((i / 12) * Math.PI) * 0.12);
    arch.push(-0.13, 0.17);
    to.plate(WOODEN, arch, 0.12, color, { at: [0, 0.03, 0] }, 0.012);
    for (const s of [-1, 1])
      to.turned(
        WOODEN,
        [0, 0, 0.018, 0, 0.014, 0.02, 0.014, 0.13, 0.02, 0.15, 0, 0.15],
        shade(color, 0.9),
        { at: [s * 0.15, 0.035, 0.04] },
        16,
      );
    to.ball(POLISHED, 0.014, [0, 0.325, 0], '#d8b257');
  },
  grandfather(to, color) {
    to.block(WOODEN, [0.54, 0.14, 0.32], [0, 0.07, 0], shade(color, 0.85), 0.02);
    to.block(WOODEN, [0.48, 0.42, 0.28], [0, 0.35, 0], color, 0.02);
    for (const s of [-1, 1]) to.block(WOODEN, [0.05, 0.82, 0.26], [s * 0.17, 0.94, 0], color, 0.015);
    to.block(WOODEN, [0.36, 0.82, 0.04], [0, 0.94, -0.11], shade(color, 0.5), 0.01);
    to.block(WOODEN, [0.5, 0.5, 0.3], [0, 1.6, 0], color, 0.02);
    to.block(WOODEN, [0.42, 0.06, 0.28], [0, 0.56, 0], shade(color, 1.1), 0.02);
    to.block(WOODEN, [0.58, 0.05, 0.34], [0, 1.36, 0], shade(color, 0.85), 0.02);
    to.block(WOODEN, [0.6, 0.06, 0.36], [0, 1.87, 0], shade(color, 0.85), 0.02);
    const top = [-0.28, 0, 0.28, 0, 0.24, 0.09, 0.14, 0.1, 0.05, 0.19, -0.05, 0.19, -0.14, 0.1, -0.24, 0.09];
    to.plate(WOODEN, top, 0.1, color, { at: [0, 1.9, 0.08] }, 0.01);
    for (const x of [-0.25, 0, 0.25])
      to.turned(
        POLISHED,
        [0, 0, 0.02, 0.01, 0.028, 0.04, 0.012, 0.07, 0, 0.1],
        '#d8b257',
        { at: [x, x === 0 ? 2.08 : 1.98, 0.08] },
        14,
      );
    for (const [i, x] of [-0.07, 0.07].entries()) {
      to.rod(POLISHED, [x, 0.9 + i * 0.1, 0.02], [x, 1.33, 0.02], 0.003, '#c9a24a');
      to.rod(
        POLISHED,
        [x, 0.76 + i * 0.1, 0.02],
        [x, 0.92 + i * 0.1, 0.02],
        0.024,
        mixColors('#e0b64f', '#ffffff', 0.1),
      );
    }
  },
};
