import { mixColors, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, BRIGHT, isCalled, propActor, spriteBatch } from './prop.ts';
import { craftParts, DULL_METAL, POLISHED, type Tools } from './prop-tools.ts';

/** An oil lantern with its flame; a paper or a floating sky lantern, a stone one or a chandelier by word. */
export const lantern: ActorModel = { gaits: { float: 0.3, rise: 0.5, fly: 0.8, flicker: 0, sway: 0 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /paper|sky|floating|chinese|japanese|festival|red/)
    ? 'paper'
    : isCalled(context, /stone|garden/)
      ? 'stone'
      : isCalled(context, /chandelier/)
        ? 'chandelier'
        : 'oil';
  const color = toSrgb(
    context.actor.color ?? { paper: '#e0352b', stone: '#9a968c', oil: '#3a3f3c', chandelier: '#d8b063' }[form],
  );
  const parts = craftParts(`lantern/${form}/${toHex(color)}`, context.detail, (to) => MAKE[form](to, color));
  const [height, strength, reach] = (
    { oil: [0.17, 0.7, 3], paper: [0.22, 0.7, 3.5], stone: [0.95, 1.2, 5], chandelier: [0.5, 2, 7] } as const
  )[form];
  const warm = form === 'paper' ? mixColors(color, '#ffb45c', 0.6) : '#ffb45c';
  const pulse = (t: number): number => 0.92 + 0.05 * Math.sin(t * 7.3) + 0.03 * Math.sin(t * 17.1);
  return propActor(context, parts, {
    lights: (t) => [
      { position: [0, height, 0.12] as const, color: toLinear(warm, strength * pulse(t)), radius: reach },
    ],
    sprites: (t) => [
      spriteBatch('soft', 'add', [
        {
          at: [0, height, 0],
          radius: height * 0.9,
          color: [1, 0.62, 0.25],
          alpha: (context.isNight ? 0.32 : 0.14) * pulse(t),
        },
      ]),
    ],
  });
}

type Color = ReturnType<typeof toSrgb>;

const MAKE: Record<'oil' | 'paper' | 'stone' | 'chandelier', (to: Tools, color: Color) => void> = {
  oil(to, color) {
    to.turned(
      DULL_METAL,
      [0, 0, 0.07, 0, 0.08, 0.01, 0.082, 0.045, 0.07, 0.07, 0.05, 0.08, 0.045, 0.1, 0, 0.1],
      color,
      undefined,
      40,
    );
    // The flame is in sight between the wires: of the glass only its far side would show.
    to.turned(
      { ...BRIGHT, emissive: 2 },
      [0, 0.1, 0.014, 0.115, 0.018, 0.135, 0.01, 0.165, 0, 0.19],
      '#ffc566',
      undefined,
      18,
    );
    to.turned(
      { emissive: 0.55, specular: 1, gloss: 150 },
      [0.045, 0.1, 0.058, 0.13, 0.06, 0.165, 0.05, 0.21, 0.04, 0.235],
      '#ffdf9e',
      undefined,
      36,
    );
    to.turned(
      DULL_METAL,
      [0.05, 0.235, 0.06, 0.24, 0.045, 0.27, 0.03, 0.285, 0.034, 0.3, 0.02, 0.31, 0, 0.31],
      color,
      undefined,
      36,
    );
    for (const s of [-1, 1])
      to.bar(
        DULL_METAL,
        [s * 0.078, 0.04, 0, s * 0.095, 0.12, 0, s * 0.085, 0.22, 0, s * 0.05, 0.262, 0],
        0.007,
        shade(color, 0.8),
      );
    for (const a of around(4))
      to.bar(
        DULL_METAL,
        [
          Math.sin(a + 0.8) * 0.05,
          0.1,
          Math.cos(a + 0.8) * 0.05,
          Math.sin(a + 0.8) * 0.066,
          0.16,
          Math.cos(a + 0.8) * 0.066,
          Math.sin(a + 0.8) * 0.046,
          0.235,
          Math.cos(a + 0.8) * 0.046,
        ],
        0.0025,
        shade(color, 0.8),
      );
    to.bar(POLISHED, [-0.09, 0.2, 0, -0.085, 0.33, 0, 0, 0.4, 0, 0.085, 0.33, 0, 0.09, 0.2, 0], 0.0035, '#b9bec6');
  },
  paper(to, color) {
    const glow = { emissive: 0.55, wrap: 0.5 } as const;
    const ribs = Array.from({ length: 25 }, (_, i) => {
      const v = i / 24;
      return [0.07 + 0.12 * Math.sin(Math.PI * (0.08 + v * 0.84)) ** 0.6 + (i % 2 ? 0.004 : -0.002), 0.04 + v * 0.34];
    }).flat();
    to.turned(glow, ribs, mixColors(color, '#ffb15e', 0.22), undefined, 40);
    for (const y of [0.02, 0.375])
      to.turned(DULL_METAL, [0, 0, 0.085, 0, 0.09, 0.01, 0.085, 0.03, 0, 0.03], '#231a14', { at: [0, y, 0] }, 32);
    to.bar(DULL_METAL, [-0.06, 0.4, 0, 0, 0.46, 0, 0.06, 0.4, 0], 0.004, '#231a14');
  },
  stone(to, color) {
    const stone = { pattern: 'rock', patternScale: 2.4, specular: 0.03 } as const;
    to.turned(
      stone,
      [0, 0, 0.34, 0, 0.34, 0.12, 0.24, 0.18, 0.14, 0.22, 0.12, 0.6, 0.16, 0.66, 0.3, 0.72, 0.32, 0.78, 0, 0.78],
      color,
      undefined,
      24,
    );
    for (const x of [-0.17, 0.17])
      for (const z of [-0.17, 0.17]) to.block(stone, [0.09, 0.32, 0.09], [x, 0.93, z], color, 0.015);
    to.block({ ...BRIGHT, emissive: 1.6 }, [0.2, 0.24, 0.2], [0, 0.92, 0], '#ffc566', 0.05);
    to.turned(stone, [0, 1.08, 0.5, 1.08, 0.54, 1.16, 0.4, 1.2, 0.2, 1.34, 0.08, 1.4, 0, 1.4], color, undefined, 6);
    to.turned(stone, [0, 1.38, 0.09, 1.4, 0.11, 1.47, 0.06, 1.56, 0, 1.6], color, undefined, 18);
  },
  chandelier(to, color) {
    to.turned(
      POLISHED,
      [0, 0, 0.03, 0.02, 0.07, 0.1, 0.05, 0.16, 0.1, 0.28, 0.05, 0.4, 0.03, 0.5, 0.06, 0.56, 0.02, 0.62, 0, 0.62],
      color,
      { at: [0, 0.1, 0] },
      28,
    );
    to.rod(POLISHED, [0, 0.7, 0], [0, 1.3, 0], 0.012, color);
    for (const a of around(8)) {
      const [x, z] = [Math.sin(a), Math.cos(a)];
      to.bar(
        POLISHED,
        [x * 0.06, 0.36, z * 0.06, x * 0.22, 0.2, z * 0.22, x * 0.44, 0.24, z * 0.44, x * 0.46, 0.36, z * 0.46],
        0.014,
        color,
      );
      to.turned(
        POLISHED,
        [0, 0, 0.05, 0, 0.055, 0.012, 0.02, 0.02, 0, 0.02],
        color,
        { at: [x * 0.46, 0.36, z * 0.46] },
        14,
      );
      to.rod({ specular: 0.2 }, [x * 0.46, 0.37, z * 0.46], [x * 0.46, 0.48, z * 0.46], 0.016, '#f7f1e2');
      to.bead(BRIGHT, [0.014, 0.036, 0.014], [x * 0.46, 0.52, z * 0.46], '#ffcf7a');
      for (let i = 0; i < 3; i++)
        to.bead(
          { specular: 1, gloss: 150, emissive: 0.2 },
          [0.014, 0.026, 0.014],
          [x * (0.16 + i * 0.12), 0.2 - i * 0.012, z * (0.16 + i * 0.12)],
          '#e9f4fb',
        );
    }
  },
};
