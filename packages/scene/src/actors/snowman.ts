import { toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { propActor } from './prop.ts';
import { craftParts, FINE_WOOD, SOFT } from './prop-tools.ts';

/** A snowman with hat, scarf, carrot and arms of twigs. It faces +z. */
export const snowman: ActorModel = { gaits: { walk: 0.6, dance: 0, wave: 0, jump: 0, float: 0.2 }, build };

function build(context: ActorContext): Actor {
  const scarf = toSrgb(context.actor.color ?? '#c8242c');
  const parts = craftParts(`snowman/${toHex(scarf)}`, context.detail, (to) => {
    const snow = { pattern: 'snow', patternScale: 14, specular: 0.12, gloss: 20, wrap: 0.5 } as const;
    to.blob(
      snow,
      [
        { kind: 'ball', at: [0, 0.34, 0], radius: [0.46, 0.38, 0.44] },
        { kind: 'ball', at: [0, 0.92, 0], radius: [0.33, 0.31, 0.32], blend: 0.06 },
        { kind: 'ball', at: [0, 1.36, 0], radius: [0.23, 0.22, 0.23], blend: 0.05 },
        { kind: 'ball', at: [0, 0, 0], radius: [0.62, 0.07, 0.6], blend: 0.12 },
        { kind: 'block', at: [0, -0.6, 0], size: [3, 1.2, 3], round: 0.01, cut: true, blend: 0.01 },
      ],
      0.045,
      '#f6f8fb',
    );
    const face = (x: number, y: number): readonly [number, number, number] => [
      x,
      y,
      Math.sqrt(Math.max(0, 0.232 ** 2 - x * x - (y - 1.36) ** 2)),
    ];
    for (const x of [-0.08, 0.08]) to.ball(SOFT, 0.028, face(x, 1.43), '#17171a');
    for (let i = 0; i < 6; i++)
      to.bead(SOFT, 0.017, face(-0.1 + i * 0.04, 1.29 - 0.03 * Math.sin((i / 5) * Math.PI)), '#17171a');
    for (const [y, z] of [
      [1.04, 0.31],
      [0.93, 0.325],
      [0.81, 0.31],
    ] as const)
      to.ball(SOFT, 0.03, [0, y, z], '#17171a');
    to.rod(SOFT, [0, 1.375, 0.2], [0.01, 1.36, 0.48], [0.042, 0.006], '#ee7a1c');
    to.turned(
      { specular: 0.1 },
      [0, 0, 0.27, 0, 0.27, 0.02, 0.175, 0.025, 0.17, 0.26, 0.165, 0.28, 0, 0.285],
      '#1d1d22',
      { at: [0, 1.52, -0.01], rotate: [-0.08, 0, 0.06] },
      40,
    );
    to.turned(
      SOFT,
      [0.176, 0.03, 0.178, 0.08, 0.172, 0.085],
      toHex(scarf),
      { at: [0, 1.52, -0.01], rotate: [-0.08, 0, 0.06] },
      40,
    );
    const wool = { pattern: 'fabric', patternScale: 60, wrap: 0.4 } as const;
    to.hoop(wool, 0.2, 0.055, [0, 1.17, 0], scarf);
    to.block(wool, [0.12, 0.34, 0.05], [0.12, 0.98, 0.31], scarf, 0.02, [-0.1, 0.1, 0.12]);
    for (let i = 0; i < 5; i++)
      to.rod(wool, [0.1 + i * 0.022, 0.82, 0.32], [0.105 + i * 0.022, 0.77, 0.325], 0.008, scarf);
    for (const s of [-1, 1]) {
      const twig = (path: readonly number[], r: number): void =>
        to.bar(
          { ...FINE_WOOD, patternScale: 8 },
          path.map((v, i) => (i % 3 === 0 ? v * s : v)),
          (k) => r * (1 - 0.6 * k),
          '#5b3d25',
        );
      twig([0.26, 0.98, 0, 0.5, 1.12, 0.04, 0.74, 1.26, 0.02], 0.022);
      twig([0.6, 1.18, 0.03, 0.7, 1.19, 0.12], 0.012);
      twig([0.64, 1.2, 0.03, 0.66, 1.34, 0.0], 0.012);
    }
  });
  return propActor(context, parts);
}
