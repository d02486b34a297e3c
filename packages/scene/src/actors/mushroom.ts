import { type Srgb, toHex, toSrgb } from '../model/color.ts';
import { box } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, isCalled, LEAVES, propActor } from './prop.ts';
import { craftParts, SOFT, type Tools } from './prop-tools.ts';

/** A toadstool with white spots and two small ones at its foot; brown without spots by word; glowing ones light up. */
export const mushroom: ActorModel = { gaits: { sway: 0, dance: 0, float: 0.1, jump: 0 }, build };

function build(context: ActorContext): Actor {
  const glows = isCalled(context, /glow|magic|lumin|neon|enchanted/);
  const isPlain = isCalled(context, /brown|porcini|champignon|edible/);
  const color = toSrgb(context.actor.color ?? (glows ? '#3fd0e0' : isPlain ? '#a9703c' : '#d1261f'));
  const parts = craftParts(`mushroom/${glows}/${isPlain}/${toHex(color)}`, context.detail, (to) => {
    addMushroom(to, [0, 0, 0], 1, color, !isPlain, glows);
    addMushroom(to, [0.105, 0, 0.06], 0.5, color, !isPlain, glows, 0.16);
    addMushroom(to, [-0.1, 0, 0.07], 0.34, color, !isPlain, glows, -0.14);
    for (let i = 0; i < 18; i++) {
      const [a, r] = [i * 2.4, 0.05 + 0.1 * chanceOf(i)];
      to.bar(
        LEAVES,
        [
          Math.sin(a) * r,
          0,
          Math.cos(a) * r,
          Math.sin(a) * r * 1.2,
          0.04,
          Math.cos(a) * r * 1.2,
          Math.sin(a) * r * 1.5,
          0.06 + 0.03 * chanceOf(i, 3),
          Math.cos(a) * r * 1.5,
        ],
        (s) => 0.004 * (1 - s) + 0.0006,
        '#5f9a3f',
      );
    }
  });
  return propActor(context, parts, {
    seats: [{ position: [0, 0.27, 0], width: 0.2 }],
    ...(glows
      ? {
          lights: (t: number) => [
            {
              position: [0, 0.16, 0.1] as const,
              color: [color[0] / 600, color[1] / 600, (color[2] / 600) * (1 + 0.15 * Math.sin(t * 1.7))] as const,
              radius: 1.6,
            },
          ],
        }
      : {}),
  });
}

function addMushroom(
  to: Tools,
  [x, y, z]: readonly [number, number, number],
  size: number,
  color: Srgb,
  spots: boolean,
  glows: boolean,
  lean = 0,
): void {
  const place = { at: [x, y, z] as const, rotate: [0, 0, -lean] as const, scale: size };
  const cap = { specular: 0.5, gloss: 50, wrap: 0.35, ...(glows ? { emissive: 0.7 } : {}) };
  to.turned(SOFT, [0, 0, 0.04, 0, 0.045, 0.015, 0.034, 0.06, 0.028, 0.12, 0.026, 0.18, 0, 0.19], '#f3ead8', place, 32);
  to.turned(SOFT, [0.028, 0.125, 0.05, 0.112, 0.052, 0.118, 0.027, 0.142], '#efe4cc', place, 32);
  to.turned(SOFT, [0.022, 0.175, 0.07, 0.165, 0.115, 0.158, 0.118, 0.161], '#efe2c4', place, 40);
  to.turned(
    cap,
    [0.116, 0.158, 0.124, 0.166, 0.12, 0.19, 0.1, 0.222, 0.07, 0.248, 0.035, 0.262, 0, 0.266],
    color,
    place,
    48,
  );
  for (const a of around(to.isHero ? 36 : 14))
    to.add(SOFT, box(0.0022, 0.014, 0.082, '#d9c9a6'), {
      at: [x + Math.sin(a) * 0.074 * size + lean * 0.16 * size, y + 0.159 * size, z + Math.cos(a) * 0.074 * size],
      rotate: [0.07, a, 0],
      scale: size,
    });
  if (!spots) return;
  for (let i = 0; i < 19; i++) {
    const h = 1 - 0.86 * Math.sqrt((i + 0.3) / 19);
    const a = i * 2.4;
    const r = 0.121 * Math.cos(h * 1.4);
    const up = 0.168 + 0.096 * Math.sin(h * 1.5);
    const s = 0.011 + 0.007 * chanceOf(i);
    const [px, py, pz] = [Math.sin(a) * r, up, Math.cos(a) * r];
    to.bead(
      { ...SOFT, ...(glows ? { emissive: 0.9 } : {}) },
      [s * size, s * 0.4 * size, s * size],
      [x + (px + lean * py) * size, y + (py - lean * px) * size, z + pz * size],
      glows ? '#d9fbff' : '#f7f1e2',
      [Math.cos(a) * (1.35 - h * 1.3), 0, -Math.sin(a) * (1.35 - h * 1.3)],
    );
  }
}
