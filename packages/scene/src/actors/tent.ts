import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, FABRIC, isCalled, LIT, propActor } from './prop.ts';
import { craftParts, DULL_METAL, SOFT, type Tools } from './prop-tools.ts';

/** A ridge tent, lit from within at night; a tipi, a circus tent or an igloo by word. Its door faces +z. */
export const tent: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /igloo/)
    ? 'igloo'
    : isCalled(context, /tipi|teepee|tepee|wigwam/)
      ? 'tipi'
      : isCalled(context, /circus|marquee|big top/)
        ? 'circus'
        : 'ridge';
  const color = toSrgb(
    context.actor.color ?? { igloo: '#eaf2f8', tipi: '#e3cfa4', circus: '#c8242c', ridge: '#e08a2e' }[form],
  );
  const parts = craftParts(`tent/${form}/${context.isNight}/${toHex(color)}`, context.detail, (to) =>
    MAKE[form](to, color, context.isNight),
  );
  return propActor(
    context,
    parts,
    context.isNight
      ? {
          lights: () => [
            { position: [0, 0.7, form === 'circus' ? 6 : 1.9] as const, color: [1.3, 0.8, 0.34] as const, radius: 5 },
          ],
        }
      : {},
  );
}

const MAKE: Record<'igloo' | 'tipi' | 'circus' | 'ridge', (to: Tools, color: Srgb, isNight: boolean) => void> = {
  ridge(to, color, isNight) {
    const cloth = isNight ? { ...FABRIC, emissive: 0.55 } : FABRIC;
    const gable = [-1.25, 0, 1.25, 0, 0, 1.65];
    for (const s of [-1, 1]) {
      const slope = Math.hypot(1.25, 1.65);
      to.block(cloth, [slope, 0.03, 2.7], [s * 0.625, 0.825, 0], color, 0.01, [0, 0, -s * Math.atan2(1.65, 1.25)]);
      to.block(cloth, [0.55, 0.035, 2.74], [s * 1.02, 0.34, 0], shade(color, 0.8), 0.012, [
        0,
        0,
        -s * Math.atan2(1.65, 1.25),
      ]);
      for (const z of [-1.3, 1.3]) {
        to.rod(DULL_METAL, [s * 1.9, 0, z * 1.25], [s * 0.6, 0.9, z], 0.008, '#e9e4d4');
        to.rod(DULL_METAL, [s * 1.9, 0, z * 1.25], [s * 1.87, 0.12, z * 1.25], 0.015, '#8d939b');
      }
      // Flaps that are tied back leave the door open.
      to.plate(
        cloth,
        s > 0 ? [0.05, 1.56, 0.42, 0.02, 1.22, 0.02] : [-0.05, 1.56, -1.22, 0.02, -0.42, 0.02],
        0.03,
        shade(color, 1.05),
        { at: [0, 0, 1.34] },
      );
    }
    to.plate(cloth, gable, 0.03, shade(color, 0.95), { at: [0, 0, -1.34] });
    to.plate(
      isNight ? LIT : SOFT,
      gable.map((v) => v * 0.93),
      0.02,
      isNight ? '#ffc878' : '#4a3524',
      { at: [0, 0.02, 1.1] },
    );
    to.block(SOFT, [2.4, 0.04, 2.66], [0, 0.02, 0], '#5a4a38', 0.01);
    for (const z of [-1.36, 1.36]) to.rod(DULL_METAL, [0, 0, z], [0, 1.72, z], 0.02, '#c3c8cf');
  },
  tipi(to, color) {
    to.turned(FABRIC, [2, 0, 0.32, 3.4], color, undefined, 18);
    to.turned(
      FABRIC,
      [1.99, 0.02, 1.75, 0.5].map((v, i) => (i % 2 ? v : v + 0.02)),
      '#a8432f',
      undefined,
      18,
    );
    to.turned(
      FABRIC,
      [0.86, 2.32, 0.66, 2.72].map((v, i) => (i % 2 ? v : v + 0.02)),
      '#2f6b8a',
      undefined,
      18,
    );
    for (const a of around(9))
      to.rod(
        SOFT,
        [Math.sin(a) * 0.3, 3.3, Math.cos(a) * 0.3],
        [-Math.sin(a) * 0.28, 4.3, -Math.cos(a) * 0.28],
        0.035,
        '#6b4a2e',
      );
    to.plate(SOFT, [-0.5, 0, 0.5, 0, 0.1, 1.7, -0.1, 1.7], 0.03, '#2a1d14', {
      at: [0, 0, 1.98],
      rotate: [-0.46, 0, 0],
    });
    to.plate(FABRIC, [0.05, 1.72, 0.52, 0, 0.95, 0.1, 0.3, 1.6], 0.03, shade(color, 1.06), {
      at: [0, 0, 2.03],
      rotate: [-0.46, 0.1, 0],
    });
  },
  circus(to, color) {
    const segments = 16;
    for (let i = 0; i < segments; i++) {
      const tone = i % 2 ? toHex(color) : '#f6f0e2';
      const [a0, a1] = [(i / segments) * Math.PI * 2, ((i + 1) / segments) * Math.PI * 2];
      const mid = (a0 + a1) / 2;
      const half = Math.tan(Math.PI / segments) * 5;
      to.block(FABRIC, [half * 2.02, 2.6, 0.06], [Math.sin(mid) * 5, 1.3, Math.cos(mid) * 5], tone, 0.02, [0, mid, 0]);
      const slope = Math.hypot(4.7, 3);
      to.plate(FABRIC, [-half * 1.06, 0, half * 1.06, 0, 0.07, slope, -0.07, slope], 0.05, tone, {
        at: [Math.sin(mid) * 5.2, 2.5, Math.cos(mid) * 5.2],
        rotate: [-Math.atan2(4.7, 3), mid, 0],
      });
      to.plate(
        FABRIC,
        [-half * 1.04, 0.1, -half * 0.5, -0.4, 0, -0.05, half * 0.5, -0.4, half * 1.04, 0.1],
        0.05,
        i % 2 ? '#f2c53a' : toHex(shade(color, 0.9)),
        { at: [Math.sin(mid) * 5.24, 2.55, Math.cos(mid) * 5.24], rotate: [0, mid, 0] },
      );
    }
    to.rod(DULL_METAL, [0, 5, 0], [0, 6.9, 0], 0.06, '#d8b257');
    to.plate(
      FABRIC,
      [0, 0, 0, 0.7, -1.2, 0.35].toReversed().flatMap((_, i, all) => (i % 2 ? [] : [all[i + 1]!, all[i]!])),
      0.03,
      '#f2c53a',
      { at: [0, 6.1, 0] },
    );
    to.block(SOFT, [1.9, 2.2, 0.1], [0, 1.1, 5.02], '#2a1712', 0.03);
  },
  igloo(to, color, isNight) {
    const snow = { pattern: 'snow', patternScale: 8, wrap: 0.5, specular: 0.14 } as const;
    to.add(
      snow,
      lathe(
        Array.from(
          { length: 10 },
          (_, i) => [Math.cos((i / 9) * Math.PI * 0.5) * 1.88, Math.sin((i / 9) * Math.PI * 0.5) * 1.7] as const,
        ),
        shade(color, 0.78),
        to.segments(40),
      ),
    );
    for (let row = 0; row < 7; row++) {
      const [low, high] = [(row / 7.4) * (Math.PI / 2), ((row + 1) / 7.4) * (Math.PI / 2)];
      const middle = (low + high) / 2;
      const count = Math.max(5, Math.round(15 * Math.cos(middle)));
      for (let i = 0; i < count; i++) {
        const a = ((i + (row % 2) / 2) / count) * Math.PI * 2;
        const r = 1.86 * Math.cos(middle);
        to.block(
          snow,
          [(Math.PI * 2 * r) / count - 0.035, 0.36, 0.18],
          [Math.sin(a) * r, Math.max(0.19, 1.7 * Math.sin(middle)), Math.cos(a) * r],
          shade(color, 0.94 + 0.06 * chanceOf(row * 20 + i)),
          0.05,
          [-middle * 1.02, a, 0],
        );
      }
    }
    for (let i = 0; i < 7; i++) {
      const a = ((i + 0.5) / 7) * Math.PI;
      for (const z of [1.95, 2.35])
        to.block(
          snow,
          [0.36, 0.2, 0.38],
          [Math.cos(a) * 0.66, Math.sin(a) * 0.86, z],
          shade(color, 0.95 + 0.05 * chanceOf(i)),
          0.05,
          [0, 0, a - Math.PI / 2],
        );
    }
    to.block(isNight ? LIT : SOFT, [1.1, 0.78, 0.04], [0, 0.36, 2], isNight ? '#ffc06a' : '#26303a', 0.02);
  },
};
