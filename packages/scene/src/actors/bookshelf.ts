import { shade, toHex, toSrgb } from '../model/color.ts';
import { box, cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { CERAMIC, chanceOf, MATT, propActor, propParts, WOOD } from './prop.ts';

/** A tall wooden case with five boards of books, some leaning, and a few small treasures. */
export const bookshelf: ActorModel = { gaits: {}, build };

const SPINES = [
  '#8c2f2b',
  '#2f5d50',
  '#23406b',
  '#b98a3a',
  '#5a3a5e',
  '#3b3a36',
  '#a65a2e',
  '#d8c9a6',
  '#4f7d8c',
  '#7a1f3a',
];

function build(context: ActorContext): Actor {
  const { actor, detail, copy } = context;
  const color = toSrgb(actor.color ?? '#7b4c2a');
  const parts = propParts(`bookshelf/${toHex(color)}/${copy % 3}`, detail, (to) => {
    const board = (size: readonly [number, number, number], at: readonly [number, number, number], tone = 1) =>
      to.add(WOOD, roundedBox(size, 0.008, shade(color, tone), 1), { at });
    for (const side of [-1, 1]) board([0.04, 1.95, 0.32], [side * 0.5, 0.975, 0]);
    board([0.98, 1.9, 0.02], [0, 0.98, -0.15], 0.6);
    board([1.1, 0.05, 0.36], [0, 1.965, 0], 1.1);
    board([1.02, 0.08, 0.3], [0, 0.04, 0], 0.8);
    for (let shelf = 0; shelf < 5; shelf++) {
      const y = 0.09 + shelf * 0.37;
      board([0.98, 0.03, 0.3], [0, y, 0]);
      let x = -0.46;
      for (let i = 0; x < 0.42; i++) {
        const salt = shelf * 31 + copy * 7;
        const chance = chanceOf(i, salt);
        if (chanceOf(i, salt + 3) < 0.08 && x < 0.3) {
          const at = [x + 0.07, y + 0.085, 0.02] as const;
          if (shelf % 2) to.add(CERAMIC, sphere(0.06, '#d9a441', to.segments(20)), { at });
          else
            to.add(
              CERAMIC,
              cylinder({ radius: 0.05, topRadius: 0.03, height: 0.15, segments: to.segments(18) }),
              { at: [at[0], y + 0.015, at[2]] },
              '#5d8aa8',
            );
          x += 0.16;
          continue;
        }
        const wide = (to.isFar ? 0.07 : 0.026) + 0.03 * chance;
        const high = 0.2 + 0.11 * chanceOf(i, salt + 1);
        const leans = chance > 0.9;
        const hue = SPINES[Math.floor(chanceOf(i, salt + 2) * SPINES.length)]!;
        to.add(MATT, box(wide, high, 0.2, hue), {
          at: [x + wide / 2 + (leans ? 0.03 : 0), y + 0.015 + high / 2, 0.02 + 0.02 * chance],
          rotate: [0, 0, leans ? 0.16 : 0],
        });
        if (to.isHero)
          for (const s of [0.3, 0.42])
            to.add(MATT, box(wide + 0.001, 0.008, 0.2, '#d8b765'), {
              at: [
                x + wide / 2 + (leans ? 0.03 - s * 0.9 * 0.05 : 0),
                y + 0.015 + high * (0.5 + s),
                0.0215 + 0.02 * chance,
              ],
              rotate: [0, 0, leans ? 0.16 : 0],
            });
        x += wide + (leans ? 0.06 : 0.002);
      }
    }
  });
  return propActor(context, parts, { seats: [{ position: [0, 1.99, 0], width: 0.9 }] });
}
