import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, isCalled, PLANKS, propActor, type Sprite, spriteBatch } from './prop.ts';
import { craftParts, DULL_METAL, type Tools } from './prop-tools.ts';

/** A stone fountain of three basins whose water runs; a well with a roof by word. */
export const fountain: ActorModel = { gaits: {}, build };

const STONY = { pattern: 'rock', patternScale: 1.6, specular: 0.05 } as const;
const POOL = { pattern: 'water', patternScale: 2, specular: 1, gloss: 120 } as const;

function build(context: ActorContext): Actor {
  const isWell = isCalled(context, /\bwell\b/);
  const color = toSrgb(
    context.actor.color ?? (isWell ? '#8f8a80' : isCalled(context, /marble/) ? '#eceae4' : '#c9c2b2'),
  );
  const parts = craftParts(`fountain/${isWell}/${toHex(color)}`, context.detail, (to) =>
    isWell ? addWell(to, color) : addFountain(to, color),
  );
  return propActor(
    context,
    parts,
    isWell
      ? { seats: [{ position: [0.75, 0.85, 0], width: 0.4 }] }
      : { sprites: (t) => [spriteBatch('streak', 'alpha', drops(t, context.detail === 'far' ? 60 : 260))] },
  );
}

/** Where each drop of a jet or a veil is at a time: thrown, and fallen since. */
function drops(t: number, count: number): Sprite[] {
  return Array.from({ length: count }, (_, i) => {
    const a = i * 2.4;
    const tier = i % 4;
    const [r0, y0, out, up, life] = (
      [
        [0.02, 2.75, 0.28, 2.6, 0.75],
        [0.5, 2.14, 0.3, 0.1, 0.5],
        [0.98, 1.32, 0.35, 0.1, 0.45],
        [0.03, 2.75, 0.5, 3.1, 0.85],
      ] as const
    )[tier]!;
    const age = ((t / life + chanceOf(i)) % 1) * life;
    const r = r0 + out * age * (0.8 + 0.4 * chanceOf(i, 3));
    const fall = up - 9.81 * age;
    const y = y0 + up * age - 4.9 * age * age;
    return {
      at: [Math.sin(a) * r, Math.max(0.5, y), Math.cos(a) * r],
      radius: 0.016,
      color: [0.85, 0.93, 1],
      alpha: 0.55,
      stretch: [Math.sin(a) * out * 0.03, fall * 0.03, Math.cos(a) * out * 0.03],
    };
  });
}

function addFountain(to: Tools, color: Srgb): void {
  to.turned(
    STONY,
    [0, 0, 2, 0, 2.05, 0.06, 1.9, 0.14, 1.92, 0.4, 2.06, 0.46, 2.06, 0.56, 1.86, 0.58, 1.8, 0.5, 1.78, 0.3],
    color,
    undefined,
    56,
  );
  to.turned(POOL, [1.82, 0.46, 0, 0.46], '#6fa8bd', undefined, 48);
  to.turned(
    STONY,
    [
      0.5, 0.3, 0.42, 0.5, 0.2, 0.62, 0.17, 0.9, 0.26, 1.06, 0.3, 1.1, 0.9, 1.26, 1.04, 1.34, 1.06, 1.38, 0.98, 1.37,
      0.9, 1.3, 0.3, 1.2,
    ],
    color,
    undefined,
    48,
  );
  to.turned(POOL, [0.96, 1.345, 0, 1.345], '#7fb4c6', undefined, 40);
  to.turned(
    STONY,
    [0.24, 1.2, 0.13, 1.4, 0.11, 1.75, 0.18, 1.92, 0.44, 2.06, 0.54, 2.14, 0.56, 2.18, 0.48, 2.17, 0.2, 2.06],
    color,
    undefined,
    40,
  );
  to.turned(POOL, [0.5, 2.15, 0, 2.15], '#8fc0d0', undefined, 32);
  to.turned(STONY, [0.1, 2.1, 0.07, 2.3, 0.13, 2.42, 0.11, 2.5, 0.04, 2.6, 0.06, 2.7, 0, 2.76], color, undefined, 24);
  for (const a of around(8))
    to.block(STONY, [0.5, 0.34, 0.06], [Math.sin(a) * 1.93, 0.28, Math.cos(a) * 1.93], shade(color, 0.92), 0.02, [
      0,
      a,
      0,
    ]);
}

function addWell(to: Tools, color: Srgb): void {
  for (let row = 0; row < 5; row++)
    for (let i = 0; i < 14; i++) {
      const a = ((i + (row % 2) / 2) / 14) * Math.PI * 2;
      to.block(
        STONY,
        [0.34, 0.155, 0.2],
        [Math.sin(a) * 0.75, 0.08 + row * 0.16, Math.cos(a) * 0.75],
        shade(color, 0.86 + 0.26 * chanceOf(row * 14 + i)),
        0.035,
        [0, a, 0],
      );
    }
  to.turned(
    STONY,
    [0.62, 0.8, 0.92, 0.8, 0.94, 0.84, 0.92, 0.88, 0.62, 0.88, 0.62, 0.3],
    shade(color, 0.95),
    undefined,
    40,
  );
  to.turned(POOL, [0.63, 0.34, 0, 0.34], '#20333c', undefined, 32);
  for (const s of [-1, 1]) {
    to.block(PLANKS, [0.12, 1.5, 0.12], [s * 0.8, 1.5, 0], '#6b4a2e', 0.02);
    to.block(PLANKS, [2.1, 0.05, 0.95], [0, 2.35, s * 0.34], '#7d4a34', 0.02, [s * 0.68, 0, 0]);
    for (let i = 0; i < 5; i++)
      to.block(
        PLANKS,
        [2.12, 0.03, 0.16],
        [0, 2.62 - i * 0.125, s * (0.07 + i * 0.155)],
        i % 2 ? '#8a5540' : '#6f3f2b',
        0.01,
        [s * 0.68, 0, 0],
      );
    to.plate(PLANKS, [-0.6, 0, 0.6, 0, 0, 0.5], 0.05, '#6b4a2e', {
      at: [s * 0.86, 2.12, 0],
      rotate: [0, Math.PI / 2, 0],
    });
  }
  to.rod(PLANKS, [-0.95, 1.7, 0], [0.95, 1.7, 0], 0.06, '#5b3c26');
  to.bar(DULL_METAL, [0.95, 1.7, 0, 1.05, 1.7, 0, 1.05, 1.48, 0, 1.2, 1.48, 0], 0.02, '#3a3c3f');
  to.rod(PLANKS, [0.15, 1.3, 0], [0.15, 1.7, 0], 0.014, '#c9b48a');
  for (let i = 0; i < 4; i++) to.hoop(PLANKS, 0.075, 0.014, [0.06 + i * 0.03, 1.7, 0], '#c9b48a', [0, Math.PI / 2, 0]);
  to.turned(PLANKS, [0, 1.02, 0.1, 1.02, 0.14, 1.26, 0.12, 1.26, 0, 1.1], '#8a5f38', { at: [0.15, 0, 0] }, 20);
  to.bar(DULL_METAL, [0.02, 1.25, 0, 0.15, 1.36, 0, 0.28, 1.25, 0], 0.008, '#3a3c3f');
}
