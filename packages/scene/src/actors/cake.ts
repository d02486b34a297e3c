import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addFruit } from './fruit.ts';
import { lettering } from './lettering.ts';
import { partColor } from './part-color.ts';
import { around, BRIGHT, chanceOf, isCalled, propActor, type Sprite, spriteBatch } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A cake on a stand, with candles on birthdays; a slice, a cupcake or a wedding cake by word. In centimetres. */
export const cake: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

/** How many candles there are where no number is told. */
const UNTOLD = { cake: 7, cupcake: 1, slice: 1, wedding: 1 } as const;
const CANDLES = ['#e8505b', '#f9d56e', '#14b1ab', '#8b5fbf', '#f08a5d'] as const;

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const form = isCalled(context, /cupcake|muffin/)
    ? 'cupcake'
    : isCalled(context, /slice|piece|cheesecake/)
      ? 'slice'
      : isCalled(context, /wedding|tier/)
        ? 'wedding'
        : 'cake';
  const isChocolate = isCalled(context, /choco/);
  const color = toSrgb(
    actor.color ??
      (isChocolate ? '#4a2716' : form === 'cupcake' ? '#f4a6c0' : form === 'wedding' ? '#fbf7ef' : '#f9e3e0'),
  );
  const told = actor.attributes.map((look) => /^candles (\d+)$/.exec(look)?.[1]).find((count) => count !== undefined);
  const candles = form === 'cake' && told ? Number(told) : isCalled(context, /birthday|candle/) ? UNTOLD[form] : 0;
  const lit = form === 'slice' || form === 'wedding' ? 0 : candles;
  const plate = partColor(context.actor, 'plate') ?? '#f4f1ea';
  const parts = craftParts(`cake/${form}/${lit}/${toHex(color)}/${plate}`, detail, (to) => {
    MAKE[form](to, color, plate);
    for (const [x, y, z, i] of wicks(form, lit)) {
      to.rod(SOFT, [x, y - 5, z], [x, y, z], 0.42, CANDLES[i % CANDLES.length]!);
      to.rod(SOFT, [x, y, z], [x, y + 0.7, z], 0.08, '#2a211b');
      to.add(BRIGHT, sphere([0.42, 1.05, 0.42], '#ffc25a', 10), { at: [x, y + 1.6, z] });
    }
  });
  const words = actor.text?.trim();
  const side =
    words && form !== 'slice' && form !== 'cupcake'
      ? [
          lettering(context, words, {
            width: 20,
            height: 4.6,
            at: [0, 14.2, 0],
            radius: 12.12,
            text: { color: isChocolate ? '#fff3df' : '#9c2742', font: 'comic' },
          }),
        ]
      : [];
  return propActor(context, [...parts, ...side], {
    scale: 0.01,
    ...(lit
      ? {
          lights: (t: number) => [
            {
              position: [0, 30, 4] as const,
              color: [0.5, 0.3, 0.13].map((c) => c * (0.9 + 0.08 * Math.sin(t * 9))) as [number, number, number],
              radius: 110,
            },
          ],
          sprites: (t: number) => [
            spriteBatch(
              'soft',
              'add',
              wicks(form, lit).map(
                ([x, y, z, i]): Sprite => ({
                  at: [x, y + 1.8, z],
                  radius: 2 + 0.25 * Math.sin(t * 11 + i * 2),
                  color: [1, 0.62, 0.22],
                  alpha: 0.5,
                }),
              ),
            ),
          ],
        }
      : {}),
  });
}

function wicks(form: string, count: number): readonly (readonly [x: number, y: number, z: number, index: number])[] {
  if (count === 1) return [[0, form === 'cupcake' ? 13.6 : 26, 0, 0]];
  // Turned so that no candle hides another from the front.
  const turn = count % 2 ? 0 : 0.4;
  return around(count).map((a, i) => [Math.sin(a + turn) * 6.5, 24.6, Math.cos(a + turn) * 6.5, i] as const);
}

const MAKE: Record<'cake' | 'wedding' | 'slice' | 'cupcake', (to: Tools, color: Srgb, plate: string) => void> = {
  cake(to, color) {
    addStand(to, 16);
    addTier(to, 12, 8.4, 11.2, color);
    for (const [i, a] of around(10).entries())
      if (i % 2)
        to.add(SOFT, swirl(to, mixColors(color, '#ffffff', 0.5)), {
          at: [Math.sin(a) * 9.8, 19.4, Math.cos(a) * 9.8],
          scale: 1.25,
        });
      else addFruit(to, 'strawberry', undefined, false, { at: [Math.sin(a) * 9.4, 19.3, Math.cos(a) * 9.4] });
  },
  wedding(to, color) {
    addStand(to, 19);
    for (const [radius, y] of [
      [15, 8.4],
      [11, 19.6],
      [7, 30.8],
    ] as const)
      addTier(to, radius, y, 11, color);
    for (let i = 0; i < (to.isFar ? 6 : 16); i++) {
      const [a, y] = [i * 0.75 + 0.3, 19.8 + Math.floor(i / 6) * 11.2];
      const r = [12.9, 9, 3][Math.floor(i / 6)]!;
      addRose(to, [Math.sin(a) * r, y + 0.8, Math.cos(a) * r], ['#f4b6c2', '#fbe3e4', '#e88fa2'][i % 3]!);
    }
  },
  slice(to, color, plate) {
    to.turned(GLOSSY, [0, 0, 6, 0, 9.4, 0.9, 9.6, 1.1, 9.2, 1.15, 6, 0.5, 0, 0.45], plate, undefined, 48);
    const wedge = [0, -6.5, 4.2, 5.4, 0, 6.6, -4.2, 5.4];
    const flat = (y: number) => ({ at: [0, y, 0] as const, rotate: [-Math.PI / 2, 0, 0.35] as const });
    for (const [i, y] of [1.8, 4.5, 7.2].entries()) {
      to.plate(CRUMB, wedge, 2.1, i === 1 ? shade('#e8c987', 0.96) : '#e8c987', flat(y), 0.08);
      to.plate(
        GLOSSY,
        wedge.map((v) => v * 1.03),
        0.75,
        color,
        flat(y + 1.4),
        0.2,
      );
    }
    addFruit(to, 'strawberry', undefined, false, { at: [-0.6, 8.8, -2.6] });
  },
  cupcake(to, color) {
    const cup = Array.from({ length: 25 }, (_, i) => (i / 24) * Math.PI * 2);
    to.turned(SOFT, [0, 0, 3, 0, 4, 5.4, 3.6, 5.5, 0, 5.4], '#e7d3bf', undefined, 40);
    for (const a of cup)
      to.rod(
        SOFT,
        [Math.sin(a) * 3.05, 0, Math.cos(a) * 3.05],
        [Math.sin(a) * 4.05, 5.4, Math.cos(a) * 4.05],
        0.3,
        '#f3e6d6',
      );
    to.ball(CRUMB, [4.3, 1.6, 4.3], [0, 5.5, 0], '#c98f4c');
    const spiral = Array.from({ length: 40 }, (_, i) => {
      const s = i / 39;
      const [a, r] = [s * Math.PI * 7, 3.4 * (1 - s) ** 0.8];
      return [Math.sin(a) * r, 6 + s * 4.6, Math.cos(a) * r];
    }).flat();
    to.bar(SOFT, spiral, (s) => 1.25 - 0.75 * s, color);
    for (let i = 0; i < 26; i++) {
      const [a, s] = [i * 2.4, 0.1 + 0.75 * chanceOf(i)];
      const r = 4.5 * (1 - s) ** 0.8 + 0.3;
      to.add(GLOSSY, to.rounded([0.2, 0.2, 0.75], 0.09, CANDLES[i % 5]!, 1), {
        at: [Math.sin(a) * r, 6.8 + s * 4.6, Math.cos(a) * r],
        rotate: [i, i * 3, 0],
      });
    }
    addFruit(to, 'cherry', toSrgb('#c21026'), false, { at: [0.6, 10.4, 0] });
  },
};

function addStand(to: Tools, radius: number): void {
  to.turned(
    GLOSSY,
    [
      0,
      0,
      radius * 0.5,
      0,
      radius * 0.52,
      0.5,
      2.2,
      1.6,
      1.5,
      3.4,
      2,
      5.6,
      radius * 0.96,
      7.4,
      radius,
      7.8,
      radius,
      8.2,
      radius * 0.96,
      8.4,
      0,
      8.3,
    ],
    '#f6f4ef',
    undefined,
    56,
  );
}

/** Cream with drops that run down from its edge and pearls along its foot. */
function addTier(to: Tools, radius: number, y: number, height: number, color: Srgb): void {
  const r = radius;
  to.turned(
    SOFT,
    [0, 0, r, 0, r + 0.05, 0.4, r, height - 0.9, r - 0.35, height - 0.2, r - 1, height, 0, height],
    color,
    { at: [0, y, 0] },
    64,
  );
  const icing = mixColors(color, color[0] > 120 ? '#ffffff' : '#7a4a30', 0.45);
  to.turned(
    GLOSSY,
    [r + 0.06, height - 1.2, r + 0.16, height - 0.6, r - 0.4, height + 0.12, r - 1.2, height + 0.22, 0, height + 0.2],
    icing,
    { at: [0, y, 0] },
    64,
  );
  const share = to.isHero ? 1 : to.isFar ? 0.35 : 0.6;
  const drops = Math.round(r * 2 * share);
  for (const [i, a] of around(drops).entries()) {
    const long = 1 + 2.6 * chanceOf(i, Math.round(r));
    const [x, z] = [Math.sin(a) * (r + 0.02), Math.cos(a) * (r + 0.02)];
    to.bead(GLOSSY, [0.62, 0.3 + long * 0.62, 0.62], [x, y + height - 1 - long * 0.4, z], icing);
  }
  for (const a of around(Math.round(r * 3 * share)))
    to.add(SOFT, sphere(0.85, icing, to.isHero ? 7 : 4), { at: [Math.sin(a) * r, y + 0.6, Math.cos(a) * r] });
}

function swirl(to: Tools, color: Srgb) {
  return sphere([1.2, 1.5, 1.2], color, to.segments(12));
}

function addRose(to: Tools, at: readonly [number, number, number], color: string): void {
  for (let i = 0; i < 7; i++)
    to.bead(
      SOFT,
      [0.95, 0.7, 0.5],
      [at[0] + Math.sin(i * 0.9) * 0.7, at[1], at[2] + Math.cos(i * 0.9) * 0.7],
      shade(color, 0.9 + 0.03 * i),
      [-0.6, i * 0.9, 0],
    );
  to.bead(SOFT, 0.7, [at[0], at[1] + 0.3, at[2]], color);
}
