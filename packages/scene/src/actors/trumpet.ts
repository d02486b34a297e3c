import { toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, POLISHED, type Tools } from './prop-tools.ts';

/** A trumpet; a saxophone by word. In centimetres; on a small stand, side to the viewer. */
export const trumpet: ActorModel = { gaits: { float: 0.1, spin: 0.2 }, build };

function build(context: ActorContext): Actor {
  const isSax = isCalled(context, /sax/);
  const color = toSrgb(context.actor.color ?? '#d9a53a');
  const parts = craftParts(`trumpet/${isSax}/${toHex(color)}`, context.detail, (to) =>
    isSax ? addSax(to, color) : addTrumpet(to, color),
  );
  return propActor(context, parts, { scale: 0.01 });
}

type Color = ReturnType<typeof toSrgb>;

function addTrumpet(to: Tools, color: Color): void {
  const loop = [
    -26, 16, 0, -10, 16, 0, 10, 16, 0, 16, 16, 1, 18, 13, 1, 16, 10, 1, 0, 10, 1, -14, 10, 1, -17, 11.5, 1, -17, 14, 1,
  ];
  to.bar(POLISHED, loop, 0.6, color);
  to.bar(POLISHED, [-18, 13, -1, -10, 12.6, -1, 6, 13, -1, 14, 13, -1], 0.7, color);
  const bell = { at: [12, 13, -1] as const, rotate: [0, 0, -Math.PI / 2] as const };
  to.turned(
    POLISHED,
    [0.7, 0, 0.95, 4, 1.5, 8, 2.6, 11.4, 4.4, 13.4, 6, 14.2, 6.1, 14.3, 5.9, 14.2, 4.2, 13.2, 2.3, 11, 1.2, 8, 0, 7],
    color,
    bell,
    44,
  );
  to.turned(
    POLISHED,
    [0, 0, 1.1, 0, 0.9, 0.8, 0.5, 2, 0.45, 4, 0, 4],
    color,
    { at: [-29.4, 16, 0], rotate: [0, 0, -Math.PI / 2] },
    24,
  );
  for (let i = 0; i < 3; i++) {
    const x = -4 + i * 3.2;
    to.turned(
      POLISHED,
      [0, 0, 0.9, 0, 1.35, 0.2, 1.35, 10, 0.9, 10.4, 0.3, 10.4, 0.3, 12.6, 1, 12.7, 1, 13.1, 0, 13.1],
      color,
      { at: [x, 7, 0] },
      24,
    );
  }
  to.bar(POLISHED, [-8, 10, 1, -10, 6, 1, -6, 4.6, 1, 4, 5, 1], 0.5, color);
  to.disc(GLOSSY, 9, 1, [-1, 0, 0], '#1d1d20');
  to.rod(GLOSSY, [-1, 1, 0], [-1, 7, 0], 0.7, '#1d1d20');
}

function addSax(to: Tools, color: Color): void {
  to.bar(
    POLISHED,
    [-6, 62, 0, -4, 44, 0, -1, 20, 0, 2, 8, 0, 8, 4.6, 0, 14, 8, 0, 16, 18, 0],
    (s) => 1.2 + 3.6 * s,
    color,
  );
  to.turned(
    POLISHED,
    [4.7, 0, 5, 4, 5.8, 9, 7.4, 13, 9.4, 15.4, 9.6, 15.7, 9.2, 15.6, 7, 13, 5.2, 9, 0, 6],
    color,
    { at: [16, 16, 0], rotate: [0, 0, -0.12] },
    44,
  );
  to.bar(POLISHED, [-6, 61, 0, -6.6, 68, 0, -9, 71, 0, -14, 70, 0], (s) => 1.2 - 0.4 * s, color);
  to.bar(GLOSSY, [-13, 70.2, 0, -18, 68, 0, -19.4, 67, 0], (s) => 1.1 - 0.5 * s, '#17171a');
  for (let i = 0; i < 11; i++) {
    const y = 56 - i * 3.9;
    const x = -5.2 + i * 0.5;
    to.disc(POLISHED, 1.1 + i * 0.1, 0.7, [x, y, 1.6 + i * 0.2], '#f0d58a', [Math.PI / 2, 0, 0]);
    to.ball(GLOSSY, [0.7, 0.7, 0.3], [x, y, 2.7 + i * 0.2], '#f3efe6');
  }
  for (const z of [-2.2, 2.2]) to.rod(POLISHED, [-7.4, 58, z], [-1, 18, z * 1.6], 0.3, '#e6c15a');
  for (const [x, y] of [
    [13, 12],
    [15.5, 17],
    [17, 24],
  ] as const)
    to.disc(POLISHED, 2.6, 0.9, [x, y, 4.4], '#f0d58a', [Math.PI / 2, 0, 0]);
  to.disc(GLOSSY, 12, 1, [6, 0, 0], '#1d1d20');
  to.rod(GLOSSY, [6, 1, -3], [4, 16, -4], 0.8, '#1d1d20');
  to.rod(GLOSSY, [6, 0.8, 0], [7, 3, 0], 1.4, '#1d1d20');
}
