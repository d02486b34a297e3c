import { mixColors, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, GLOSSY, LEATHER, POLISHED, SOFT } from './prop-tools.ts';

/** Headphones that stand on their cups, the band above; small earbuds in an open case by word. In centimetres. */
export const headphones: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

function build(context: ActorContext): Actor {
  const isBuds = isCalled(context, /bud|airpod|earphone/);
  const color = toSrgb(context.actor.color ?? (isBuds ? '#f2f2f4' : '#2b2d33'));
  const parts = craftParts(`headphones/${isBuds}/${toHex(color)}`, context.detail, (to) => {
    if (isBuds) {
      to.block(GLOSSY, [6, 3.2, 2.4], [0, 1.6, 0], color, 1);
      to.block(GLOSSY, [6, 2, 2.4], [0, 4.1, -1.5], shade(color, 0.96), 0.95, [-1.1, 0, 0]);
      to.block(SOFT, [5, 0.2, 1.5], [0, 3.2, 0], '#26272b', 0.08);
      for (const x of [-1.3, 1.3]) {
        to.ball(GLOSSY, [0.8, 0.75, 0.9], [x, 4.6, 0.1], color);
        to.rod(GLOSSY, [x, 3, 0], [x, 4.6, 0], [0.33, 0.38], color);
        to.ball(SOFT, [0.5, 0.42, 0.35], [x, 4.55, 0.85], '#3a3b40');
      }
      return;
    }
    const arc = Array.from({ length: 15 }, (_, i) => {
      const a = (i / 14) * Math.PI;
      return [-Math.cos(a) * 8.4, 9.5 + Math.sin(a) * 9.4, 0];
    }).flat();
    to.bar(GLOSSY, arc, 0.55, color, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2.3, 0, 0, 0, 0, 1]);
    const pad = Array.from({ length: 9 }, (_, i) => {
      const a = 0.55 + (i / 8) * (Math.PI - 1.1);
      return [-Math.cos(a) * 7.8, 9.2 + Math.sin(a) * 8.95, 0];
    }).flat();
    to.bar(
      LEATHER,
      pad,
      (s) => 0.75 * Math.sin(Math.PI * Math.min(1, Math.max(0.08, s * 0.9 + 0.05))),
      '#1c1d21',
      [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1.9, 0, 0, 0, 0, 1],
    );
    for (const s of [-1, 1]) {
      const turn = [0, 0, s * (Math.PI / 2 + 0.09)] as const;
      const back = [0, 0, -s * (Math.PI / 2 - 0.09)] as const;
      to.rod(POLISHED, [s * 8.4, 9.8, 0], [s * 8.55, 5.6, 0], 0.36, '#c3c8cf');
      to.bar(POLISHED, [s * 8.5, 8.4, -3.3, s * 8.7, 9.3, 0, s * 8.5, 8.4, 3.3], 0.34, '#b9bec6');
      const cup = { at: [s * 7.4, 5, 0] as const, rotate: back, scale: [1.18, 1, 0.98] as const };
      to.turned(GLOSSY, [0, -0.4, 3.7, -0.4, 4, 0, 4, 0.7, 3.7, 1.5, 2.9, 1.9, 0, 2], color, cup, 44);
      to.turned(POLISHED, [2.75, 1.93, 2.7, 2.02, 2.5, 2.04, 2.45, 1.95], mixColors(color, '#c9ced6', 0.8), cup, 44);
      const cushion = { at: [s * 7.1, 5, 0] as const, rotate: turn, scale: [1.18, 1, 0.98] as const };
      to.turned(
        LEATHER,
        [1.7, -0.3, 3.9, -0.3, 4.2, 0.4, 4, 1.3, 3.3, 1.8, 2.4, 1.6, 1.9, 0.9, 1.7, 0.3, 0, 0.2],
        '#1b1c20',
        cushion,
        44,
      );
    }
  });
  return propActor(context, parts, { scale: 0.01 });
}
