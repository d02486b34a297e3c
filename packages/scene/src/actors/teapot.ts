import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addFruit } from './fruit.ts';
import { around, chanceOf, isCalled, LEAVES, propActor, type Sprite, spriteBatch } from './prop.ts';
import { craftParts, GLOSSY, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A teapot that steams; a kettle, a plate, or a bowl of noodles, soup, salad, fruit or cereal by word. In centimetres. */
export const teapot: ActorModel = { gaits: { float: 0.1, spin: 0.1 }, build };

/** Fruit of which a bowl may be full. */
const ONE_KIND = ['apple', 'orange', 'lemon', 'pear', 'peach', 'strawberry', 'cherry', 'tomato', 'lime'] as const;
type BowlFruit = (typeof ONE_KIND)[number];

function build(context: ActorContext): Actor {
  const form = isCalled(context, /ramen|noodle|pho\b|udon|spaghetti|pasta/)
    ? 'noodles'
    : isCalled(context, /salad/)
      ? 'salad'
      : isCalled(context, /fruit/)
        ? 'fruit'
        : isCalled(context, /soup|stew|curry|porridge|cereal|rice|bowl/)
          ? 'soup'
          : isCalled(context, /plate|dish/)
            ? 'plate'
            : isCalled(context, /kettle/)
              ? 'kettle'
              : 'teapot';
  const isBowl = form !== 'teapot' && form !== 'kettle' && form !== 'plate';
  const color = toSrgb(
    context.actor.color ??
      (form === 'kettle' ? '#c3c8cf' : form === 'teapot' ? '#4f8a8b' : form === 'noodles' ? '#8a2a24' : '#f2efe8'),
  );
  const isEmpty = isCalled(context, /empty/);
  const only = form === 'fruit' ? ONE_KIND.find((kind) => context.actor.attributes.includes(kind)) : undefined;
  const parts = craftParts(`teapot/${form}/${only}/${isEmpty}/${toHex(color)}`, context.detail, (to) => {
    if (form === 'plate')
      to.turned(GLOSSY, [0, 0, 7, 0, 7.4, 0.5, 12.4, 1.8, 13, 2.1, 12.6, 2.3, 7.6, 1, 0, 0.9], color, undefined, 64);
    else if (isBowl) addBowl(to, color, isEmpty ? 'empty' : form, only);
    else addPot(to, color, form === 'kettle');
  });
  const isHot = form === 'teapot' || form === 'kettle' || ((form === 'noodles' || form === 'soup') && !isEmpty);
  const [x, y] = isBowl ? [0, 8] : [14, 13];
  return propActor(context, parts, {
    scale: 0.01,
    seats: [{ position: [0, form === 'plate' ? 1 : 7, 0], width: 12 }],
    ...(isHot
      ? {
          sprites: (t: number) => [
            spriteBatch(
              'soft',
              'alpha',
              Array.from({ length: 16 }, (_, i): Sprite => {
                const age = (t * 0.25 + i / 16) % 1;
                return {
                  at: [
                    x + Math.sin(age * 5 + i * 2.4) * 1.6 * age + (isBowl ? (chanceOf(i) - 0.5) * 8 : age * 2),
                    y + age * 17,
                    (chanceOf(i, 3) - 0.5) * (isBowl ? 8 : 1.4),
                  ],
                  radius: 1.6 + age * 3.6,
                  turn: i + t * 0.3,
                  color: [0.92, 0.92, 0.94],
                  alpha: 0.12 * Math.sin(age * Math.PI),
                };
              }),
            ),
          ],
        }
      : {}),
  });
}

function addPot(to: Tools, color: Srgb, isKettle: boolean): void {
  const body = isKettle ? POLISHED : GLOSSY;
  to.turned(
    body,
    [0, 0, 5, 0, 5.6, 0.5, 8.2, 3, 9, 6, 8.4, 9, 6, 11.4, 4.2, 12, 4.1, 12.3, 0, 12.3],
    color,
    undefined,
    56,
  );
  to.turned(body, [4.4, 12.2, 4.2, 12.7, 2.6, 13.7, 0.8, 14.1, 0, 14.1], shade(color, 1.06), undefined, 40);
  to.ball(isKettle ? SOFT : body, 1.1, [0, 15, 0], isKettle ? '#221f1d' : shade(color, 0.9));
  to.bar(body, [7.6, 4.6, 0, 10.4, 5.4, 0, 12, 8.6, 0, 13, 11.4, 0, 14.4, 12.6, 0], (s) => 2 - 1.15 * s, color);
  to.disc(SOFT, 0.6, 0.1, [14.8, 12.8, 0], '#1f1b19', [0, 0, -0.7]);
  if (isKettle) {
    to.bar(SOFT, [-6, 11, 0, -6.6, 17, 0, 0, 20.6, 0, 6.6, 17, 0, 6, 11, 0], 0.75, '#221f1d');
    return;
  }
  to.bar(body, [-7.8, 9.4, 0, -12, 10.4, 0, -13.6, 7, 0, -11.4, 3.4, 0, -7.6, 3.2, 0], 0.85, color);
  for (const y of [3.4, 8.9])
    to.turned(
      SOFT,
      [8.52 + (y > 5 ? 0 : 0.02), y, 8.5 + (y > 5 ? -0.18 : 0.16), y + 0.3].map((v, i) => (i % 2 ? v : v + 0.03)),
      '#f0e2b8',
      undefined,
      56,
    );
}

function addBowl(to: Tools, color: Srgb, food: string, only?: BowlFruit): void {
  to.turned(
    GLOSSY,
    [0, 0, 4.4, 0, 4.5, 0.9, 5, 1.2, 8.6, 3.6, 10.4, 7, 10.6, 8, 10.2, 8.1, 9.8, 7, 8, 3.8, 4.6, 1.8, 0, 1.6],
    color,
    undefined,
    60,
  );
  if (food === 'empty') return;
  if (food === 'fruit') {
    if (only !== undefined) {
      const isSmall = /strawberry|cherry/.test(only);
      for (const [ring, count] of (isSmall ? [9, 7, 4] : [5, 1]).entries())
        for (const [i, a] of around(count).entries()) {
          const r = isSmall ? [7.2, 4.6, 2.2][ring]! : ring === 0 ? 5.4 : 0;
          const y = isSmall ? [5.4, 7.2, 9][ring]! : ring === 0 ? 4.4 : 8;
          addFruit(to, only, undefined, false, { at: [Math.sin(a + ring + i * 0.05) * r, y, Math.cos(a + ring) * r] });
        }
      return;
    }
    const kinds = ['apple', 'orange', 'pear', 'apple', 'lemon', 'peach'] as const;
    for (const [i, a] of around(5).entries())
      addFruit(to, kinds[i]!, undefined, false, { at: [Math.sin(a) * 5.4, 4.4, Math.cos(a) * 5.4] });
    addFruit(to, 'apple', toSrgb('#8bbf3f'), false, { at: [0, 8, 0] });
    addFruit(to, 'cherry', undefined, false, { at: [4, 10, 4] });
    return;
  }
  const broth = food === 'noodles' ? '#c98a3e' : food === 'salad' ? '#5f8f3a' : '#d9762a';
  to.disc(GLOSSY, 9.9, 0.4, [0, 6.5, 0], broth);
  if (food === 'noodles') {
    for (let i = 0; i < (to.isFar ? 8 : 22); i++) {
      const [a, r] = [i * 2.4, 2 + 4.6 * chanceOf(i)];
      const path = Array.from({ length: 7 }, (_, k) => {
        const b = a + (k / 6) * (1.2 + chanceOf(i, 4));
        return [Math.sin(b) * r - 1.4, 7 + 0.5 * Math.sin(k * 1.5 + i) + 0.4 * chanceOf(i, 2), Math.cos(b) * r + 1.2];
      }).flat();
      to.bar(SOFT, path, 0.3, mixColors('#f4dc9a', '#e9c774', chanceOf(i, 6)));
    }
    for (const [x, z, turn] of [
      [3.4, -4.4, 0.5],
      [6.4, -1.8, 1],
    ] as const) {
      to.ball(SOFT, [2.3, 0.9, 1.9], [x, 7.4, z], '#faf4e6', [0.1, turn, 0.1]);
      to.ball(GLOSSY, [1.15, 0.6, 1], [x, 8, z], '#f2a02e', [0.1, turn, 0.1]);
    }
    for (const [x, z] of [
      [-5.4, -4],
      [-3, -6],
    ] as const) {
      to.disc(SOFT, 2.7, 0.6, [x, 7.3, z], '#e0b08c', [0.14, 0, 0.1]);
      to.hoop(SOFT, 2.3, 0.4, [x, 7.7, z], '#a8643c', [Math.PI / 2 + 0.14, 0, 0]);
    }
    to.block(SOFT, [5, 5.6, 0.3], [-1, 9, -8], '#1d2a20', 0.1, [-0.3, 0, 0.08]);
    for (let i = 0; i < 22; i++)
      to.hoop(
        LEAVES,
        0.38,
        0.13,
        [2 + 3.6 * Math.sin(i * 2.4) * chanceOf(i), 7.8, 5 + 2 * Math.cos(i * 2.4) * chanceOf(i, 2)],
        '#5fa845',
        [1.4, i, 0],
      );
    for (const x of [0, 1.1]) to.rod(SOFT, [-4 + x, 8, 2], [11 + x, 12, 11], [0.25, 0.4], '#6b2f1c');
    return;
  }
  if (food === 'salad') {
    for (let i = 0; i < 44; i++) {
      const [a, r] = [i * 2.4, 8.4 * Math.sqrt((i + 0.5) / 44)];
      const tone = ['#6fae3f', '#8cc152', '#4f8f35', '#a5cf62'][i % 4]!;
      to.bead(LEAVES, [2, 0.22, 1.3], [Math.sin(a) * r, 7.6 + (1 - r / 9) * 2.6 + chanceOf(i), Math.cos(a) * r], tone, [
        (chanceOf(i, 4) - 0.5) * 1.6,
        i,
        (chanceOf(i, 5) - 0.5) * 1.6,
      ]);
    }
    for (let i = 0; i < 9; i++)
      to.ball(
        GLOSSY,
        1.25,
        [
          Math.sin(i * 2.4) * 5.4 * Math.sqrt(i / 9),
          9.8 + 0.5 * chanceOf(i),
          Math.cos(i * 2.4) * 5.4 * Math.sqrt(i / 9),
        ],
        i % 3 ? '#d8322a' : '#f2c53a',
      );
    return;
  }
  for (let i = 0; i < 12; i++)
    to.block(
      SOFT,
      [1.1, 0.6, 1.1],
      [Math.sin(i * 2.4) * 6, 7, Math.cos(i * 2.4) * 6 * chanceOf(i)],
      ['#e9953a', '#f2ddb0', '#6fa845'][i % 3]!,
      0.25,
      [0, i, 0],
    );
  for (let i = 0; i < 5; i++)
    to.bead(LEAVES, [0.9, 0.14, 0.5], [Math.sin(i * 1.3) * 1.6, 7.1, Math.cos(i * 1.3) * 1.6], '#4f9a3a', [
      0.1,
      i,
      0.1,
    ]);
}
