import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { warp } from '../model/mesh.ts';
import { plane } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { buildBooks } from './books.ts';
import { lettering } from './lettering.ts';
import { lieOnBack } from './lie-flat.ts';
import { isCalled, propActor, spriteBatch } from './prop.ts';
import { craftParts, LEATHER, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A book that stands with its title to the viewer; an open one, a stack of several, a scroll or a map by word. Centimetres. */
export const book: ActorModel = { gaits: { float: 0.2, spin: 0.1, fall: 2, fly: 1.5 }, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /scroll|parchment/)
    ? 'scroll'
    : isCalled(context, /\bmap\b|treasure map|letter/)
      ? 'map'
      : isCalled(context, /open|spell|magic|pages|reading/)
        ? 'open'
        : 'closed';
  const words = actor.text?.trim();
  if (form === 'closed' && !words && isCalled(context, /books|novels|stack|pile|lying/)) return buildBooks(context);
  const color = toSrgb(actor.color ?? (form === 'closed' || form === 'open' ? '#7a2230' : '#e6cf9a'));
  const isMagic = isCalled(context, /magic|spell|glow|enchanted/);
  const parts = craftParts(`book/${form}/${toHex(color)}`, detail, (to) => MAKE[form](to, color));
  const ink = { color: form === 'closed' ? '#e9c76a' : '#3a2616', font: 'serif' } as const;
  const spots = {
    closed: [12.4, 8, [0, 15.5, 2.25], [-0.12, 0, 0]],
    open: [10.5, 11, [8, 3.3, 0], [-Math.PI / 2, 0, 0]],
    scroll: [17, 19, [0, 16, 0.45], [-0.12, 0, 0]],
    map: [20, 6, [0, 18.5, 0.5], [-0.2, 0, 0]],
  } as const;
  const [width, height, at, rotate] = spots[form];
  const tag = words ? [lettering(context, words, { width, height, at, rotate, text: ink })] : [];
  return propActor(context, [...parts, ...tag], {
    scale: 0.01,
    ...(form === 'open' ? {} : lieOnBack(actor, form === 'map' ? 24 : 22, 2)),
    seats: [{ position: [0, form === 'open' ? 3 : 22, 0], width: 16 }],
    ...(isMagic
      ? {
          lights: (t: number) => [
            { position: [0, 14, 2] as const, color: [0.9, 0.75, 0.35 + 0.1 * Math.sin(t * 2)] as const, radius: 130 },
          ],
          sprites: (t: number) => [
            spriteBatch(
              'spark',
              'add',
              Array.from({ length: 26 }, (_, i) => {
                const age = (t * 0.35 + i / 26) % 1;
                const a = i * 2.4 + t * 0.8;
                return {
                  at: [Math.sin(a) * (6 - 3 * age), 4 + age * 30, Math.cos(a) * (5 - 2 * age)] as const,
                  radius: 0.7,
                  color: [1, 0.85, 0.45] as const,
                  alpha: Math.sin(age * Math.PI),
                };
              }),
            ),
          ],
        }
      : {}),
  });
}

const MAKE: Record<'closed' | 'open' | 'scroll' | 'map', (to: Tools, color: Srgb) => void> = {
  closed(to, color) {
    const lean = [-0.12, 0, 0] as const;
    to.block(SOFT, [14, 20.6, 3], [0.3, 10.8, 0], '#f1e6cc', 0.2, lean);
    for (const z of [-1.75, 1.75]) to.block(LEATHER, [15.4, 22, 0.5], [0, 11 - z * 0.12, z], color, 0.2, lean);
    to.block(LEATHER, [1.2, 22, 4], [-7.4, 11, 0], shade(color, 0.9), 0.55, lean);
    for (const y of [3, 6, 16, 19])
      to.block(POLISHED, [1.3, 0.5, 4.1], [-7.45, y, (11 - y) * 0.12], '#c9a24a', 0.2, lean);
    for (const [w, h, x, y] of [
      [12.4, 0.22, 0.4, 20],
      [12.4, 0.22, 0.4, 2.6],
      [0.22, 17.4, 6.6, 11.3],
      [0.22, 17.4, -5.8, 11.3],
    ] as const)
      to.block(POLISHED, [w, h, 0.1], [x, y, 2.03 + (11 - y) * 0.12], '#d8b257', 0.03, lean);
    to.ball(POLISHED, [1.5, 1.5, 0.12], [0.4, 7, 2.5], '#d8b257');
  },
  open(to, color) {
    for (const s of [-1, 1]) {
      to.block(LEATHER, [16, 0.5, 22], [s * 8.3, 0.4, 0], color, 0.2, [0, 0, s * 0.03]);
      const page = warp(plane(15.4, 20.6, '#f6ecd2', to.isHero ? 14 : 6), (x, _y, z) => {
        const u = (x * s + 7.7) / 15.4;
        return [x, 1.1 + 2.3 * Math.sin(Math.PI * Math.min(1, u * 0.75 + 0.18)) ** 1.4, z];
      });
      to.add(SOFT, page, { at: [s * 7.8, 0, 0] });
      to.block(SOFT, [15.2, 1.4, 20.4], [s * 7.8, 1.1, 0], '#e9dcbb', 0.3);
      for (const z of [-10.2, 10.2]) to.block(SOFT, [11, 1.6, 0.15], [s * 7, 2.3, z], '#e9dcbb', 0.05);
      for (let i = 0; i < 11; i++)
        to.block(
          SOFT,
          [9 - 3 * Number(i === 10), 0.04, 0.28],
          [s * 6.6, 3.38 - 0.02 * i * 0, -8 + i * 1.55],
          '#9c8f78',
          0.01,
          [0, 0, 0],
        );
    }
    to.bar(
      SOFT,
      [0.3, 2, -10, 0.3, 2.2, 10, 0.6, 0.6, 12.5, 1, 0.4, 15],
      0.4,
      '#b3202c',
      [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    );
  },
  scroll(to, color) {
    const sheet = warp(plane(20, 24, color, 10), (x, _y, z) => [
      x,
      16 - z * 0.98,
      -0.1 + 0.5 * Math.sin(z * 0.25) + 0.3,
    ]);
    to.add(SOFT, sheet);
    to.add(SOFT, sheet, { rotate: [0, Math.PI, 0], at: [0, 0, 0.3] });
    for (const y of [3.4, 28.6]) {
      to.rod(SOFT, [-10.2, y, 0], [10.2, y, 0], 1.7, mixColors(color, '#b98a4a', 0.3));
      for (const s of [-1, 1]) {
        to.rod(POLISHED, [s * 10, y, 0], [s * 12, y, 0], 0.7, '#7a4a22');
        to.ball(POLISHED, 1.2, [s * 12.6, y, 0], '#c9a24a');
      }
    }
    to.block(SOFT, [26, 1.8, 8], [0, 0.9, 0], '#5a3820', 0.5);
    to.turned(SOFT, [0, 0, 2, 0.1, 2.1, 0.5, 0, 0.6], '#a3202a', { at: [6, 7, 0.6], rotate: [Math.PI / 2, 0, 0] }, 20);
  },
  map(to, color) {
    const lean = [-0.2, 0, 0] as const;
    to.block(SOFT, [26, 20, 0.5], [0, 11, -0.4], mixColors(color, '#8a6a3a', 0.25), 0.2, lean);
    to.block(SOFT, [24.6, 18.6, 0.5], [0, 11, -0.2], color, 0.2, lean);
    const land = [-9, -5, -4, -7, 2, -5, 8, -6, 9, 0, 6, 4, 0, 3, -4, 6, -8, 3, -10, -1];
    to.plate(SOFT, land, 0.3, '#c9a860', { at: [0, 11, 0.1], rotate: lean }, 0.05);
    for (let i = 0; i < 9; i++)
      to.block(SOFT, [0.9, 0.35, 0.2], [-7 + i * 1.5, 9.4 + 2 * Math.sin(i * 0.8), 0.6], '#a3202a', 0.1, [
        lean[0],
        0,
        Math.cos(i * 0.8) * 0.6,
      ]);
    for (const s of [-1, 1]) to.block(SOFT, [3, 0.6, 0.2], [7, 12.4, 0.3], '#a3202a', 0.1, [lean[0], 0, s * 0.78]);
    to.hoop(SOFT, 1.8, 0.14, [-8, 5.4, 1.4], '#5a3820', lean);
    to.plate(
      SOFT,
      [0, 2.4, -0.5, 0, 0, -2.4, 0.5, 0].reverse().flatMap((_, i, all) => (i % 2 ? [] : [all[i + 1]!, all[i]!])),
      0.2,
      '#5a3820',
      { at: [-8, 5.4, 1.5], rotate: lean },
    );
    to.block(SOFT, [16, 5, 4], [0, 2.5, -3], '#5a3820', 0.6);
  },
};
