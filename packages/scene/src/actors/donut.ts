import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { warp } from '../model/mesh.ts';
import { ring } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { partColor } from './part-color.ts';
import { chanceOf, isCalled, propActor } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A glazed donut; a cookie, a stack of pancakes, macarons or a bar of chocolate by word. In centimetres. */
export const donut: ActorModel = { gaits: { float: 0.1, spin: 0.3, fall: 2 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /pancake|waffle/)
    ? 'pancake'
    : isCalled(context, /macaron/)
      ? 'macaron'
      : isCalled(context, /cookie|biscuit/)
        ? 'cookie'
        : isCalled(context, /chocolate bar|^chocolate/)
          ? 'bar'
          : 'donut';
  const usual = { donut: '#f38bb0', cookie: '#c98b4a', pancake: '#d9a054', macaron: '#f2a7b8', bar: '#4a2617' }[form];
  const color = toSrgb(context.actor.color ?? (form === 'donut' && isCalled(context, /choco/) ? '#4a2617' : usual));
  const look = Object.keys(BERRIES).find((name) => isCalled(context, new RegExp(name))) ?? '';
  const plate = partColor(context.actor, 'plate') ?? '#f4f1ea';
  const isOne = context.actor.count > 1;
  const key = `donut/${isOne}/${form}/${toHex(color)}/${look}/${plate}`;
  const parts = craftParts(key, context.detail, (to) => MAKE[form](to, color, look, plate, isOne));
  return propActor(context, parts, { scale: 0.01 });
}

/** What lies on pancakes, by its name. */
const BERRIES: Readonly<Record<string, readonly string[]>> = {
  blueberr: ['#3d4f8f', '#4a5c9e', '#34447c'],
  strawberr: ['#c4203a', '#d8334a'],
  raspberr: ['#c2264f', '#d23a62'],
  banana: ['#f3e2a0', '#ead58a'],
  chocolate: ['#4a2617', '#5a3020'],
};
const SPRINKLES = ['#ffffff', '#ffd23f', '#3bceac', '#ee4266', '#5390d9'] as const;

const MAKE: Record<string, (to: Tools, color: Srgb, look: string, plate: string, isOne: boolean) => void> &
  Record<
    'donut' | 'cookie' | 'pancake' | 'macaron' | 'bar',
    (to: Tools, color: Srgb, look: string, plate: string, isOne: boolean) => void
  > = {
  donut(to, color) {
    // Stands on its edge, leaning, beside a lying one: both are seen at once.
    const put = (place: Parameters<Tools['add']>[2], glaze: typeof color, salt: number): void => {
      const dough = ring(3.3, 1.9, '#d39a52', Math.PI * 2, to.segments(44));
      to.add(
        CRUMB,
        warp(dough, (x, y, z) => [x, y, z * 0.86]),
        place,
      );
      const icing = warp(ring(3.3, 1.98, glaze, Math.PI * 2, to.segments(60)), (x, y, z) => {
        const a = Math.atan2(y, x);
        const edge = 0.15 + 0.35 * Math.sin(a * 7 + salt) + 0.2 * Math.sin(a * 12);
        return z > edge ? [x, y, z * 0.9 + 0.1] : [x * 0.97, y * 0.97, Math.min(z, edge) * 0.6 - 0.15];
      });
      to.add(GLOSSY, icing, place);
      const parent = place as { at: readonly [number, number, number]; rotate: readonly [number, number, number] };
      for (let i = 0; i < (to.isFar ? 0 : 40); i++) {
        const [a, b] = [i * 2.4, (chanceOf(i, salt) - 0.5) * 1.5];
        const r = 3.3 + Math.sin(b) * 1.95;
        sprinkle(to, parent, [Math.cos(a) * r, Math.sin(a) * r, Math.cos(b) * 1.9 + 0.06], i);
      }
    };
    put({ at: [0, 1.65, 0], rotate: [-Math.PI / 2, 0, 0] }, color, 1);
  },
  cookie(to, color, _look, _plate, isOne) {
    const pile = [
      { at: [0, 0.9, 0] as const },
      { at: [0.6, 2.5, -0.4] as const, rotate: [0.05, 1, 0.06] as const },
      { at: [-0.3, 4.1, 0.3] as const, rotate: [-0.04, 2, 0] as const },
    ];
    for (const [i, place] of pile.slice(0, isOne ? 1 : 3).entries()) {
      const dough = lathe(
        [
          [0, -0.7],
          [3.6, -0.7],
          [4.2, -0.45],
          [4.4, 0],
          [4.1, 0.5],
          [3.2, 0.75],
          [0, 0.9],
        ],
        color,
        to.segments(36),
      );
      const body = warp(dough, (x, y, z) => {
        const k = 1 + 0.02 * Math.sin(Math.atan2(x, z) * 7 + i);
        return [x * k, y + 0.06 * Math.sin(x * 2 + i) * Math.sin(z * 2), z * k];
      });
      to.add(CRUMB, body, place);
      for (let k = 0; k < 11; k++) {
        const [a, r] = [k * 2.4 + i, 3.7 * Math.sqrt((k + 0.5) / 11)];
        to.bead(
          GLOSSY,
          [0.55, 0.4, 0.5],
          [place.at[0] + Math.sin(a) * r, place.at[1] + 0.75, place.at[2] + Math.cos(a) * r],
          '#3b1d10',
          [0, k, 0.3],
        );
      }
    }
  },
  pancake(to, color, look, plate) {
    to.turned(GLOSSY, [0, 0, 7, 0, 12, 1.2, 12.3, 1.5, 11.8, 1.5, 7, 0.7, 0, 0.6], plate, undefined, 56);
    for (let i = 0; i < 5; i++)
      to.turned(
        SOFT,
        [0, 0, 7.2, 0, 7.9, 0.3, 8, 0.8, 7.6, 1.25, 7, 1.35, 0, 1.35],
        i % 2 ? color : shade(color, 0.94),
        { at: [0.3 * Math.sin(i * 2), 0.7 + i * 1.38, 0.3 * Math.cos(i * 3)] },
        48,
      );
    to.block(SOFT, [2.6, 1.2, 2.6], [0, 8.2, 0], '#fbe58a', 0.3, [0, 0.5, 0.06]);
    to.turned(GLOSSY, [0, 7.75, 4.4, 7.7, 5, 7.55, 4.6, 7.5], '#a55a14', undefined, 40);
    for (const a of [0.4, 1.7, 2.9, 4.4, 5.5]) {
      const [x, z] = [Math.sin(a), Math.cos(a)];
      to.bar(
        GLOSSY,
        [
          x * 4,
          7.6,
          z * 4,
          x * 7.7,
          7.5,
          z * 7.7,
          x * 8.2,
          6.2,
          z * 8.2,
          x * 8.15,
          4 - chanceOf(Math.round(a * 9)) * 2,
          z * 8.15,
        ],
        0.6,
        '#a55a14',
      );
    }
    const berries = BERRIES[look] ?? ['#c4203a', '#3d4f8f'];
    for (let i = 0; i < 7; i++)
      to.ball(SOFT, 0.85, [Math.sin(i * 0.9) * 3.1, 8.2, Math.cos(i * 0.9) * 3.1], berries[i % berries.length]!);
  },
  macaron(to, color, _look, _plate, isOne) {
    const pile = [
      [-2.6, 0, 0.6, 0],
      [2.6, 0, 0, 0],
      [0, 3.4, 0.2, 0.1],
    ] as const;
    for (const [i, [x, y, z, lean]] of (isOne ? ([[0, 0, 0, 0]] as const) : pile).entries()) {
      const tone = i === 0 ? color : mixColors(color, ['#f2a7b8', '#b5dcae', '#f6d97a'][i]!, 0.75);
      const place = (dy: number) => ({ at: [x, y + dy, z] as const, rotate: [lean, 0, lean] as const });
      to.turned(SOFT, [0, 0, 1.5, 0.05, 2.3, 0.6, 2.45, 1.2, 2.5, 1.3, 0, 1.3], tone, place(0), 36);
      to.turned(SOFT, [0, 1.25, 2.2, 1.25, 2.3, 1.6, 2.2, 2, 0, 2], mixColors(tone, '#ffffff', 0.5), place(0), 36);
      to.turned(SOFT, [0, 1.95, 2.5, 1.95, 2.45, 2.1, 2.3, 2.7, 1.5, 3.25, 0, 3.35], tone, place(0), 36);
    }
  },
  bar(to, color) {
    for (let row = 0; row < 4; row++)
      for (let column = 0; column < 3; column++)
        to.block(GLOSSY, [2.7, 1, 2.7], [(column - 1) * 2.8, 0.95, (row - 1.5) * 2.8], color, 0.28);
    to.block(GLOSSY, [8.5, 0.6, 11.3], [0, 0.4, 0], shade(color, 0.9), 0.1);
    to.block(GLOSSY, [8.9, 1.7, 5], [0, 0.85, 4.4], '#d8b354', 0.15);
    to.block(SOFT, [9.1, 1.8, 3.4], [0, 0.9, 5.3], '#7a1f2b', 0.12);
  },
};

function sprinkle(
  to: Tools,
  parent: { at: readonly [number, number, number]; rotate: readonly [number, number, number] },
  [x, y, z]: readonly [number, number, number],
  i: number,
): void {
  // The parent lies on its back: its z is up, its y points away.
  to.add(GLOSSY, to.rounded([0.16, 0.16, 0.62], 0.07, SPRINKLES[i % SPRINKLES.length]!, 1), {
    at: [parent.at[0] + x, parent.at[1] + z, parent.at[2] - y],
    rotate: [0.3 * Math.sin(i), i * 1.7, 0],
  });
}
