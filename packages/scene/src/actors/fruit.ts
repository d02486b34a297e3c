import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { curveAt } from '../model/curve.ts';
import { lathe } from '../model/lathe.ts';
import type { Placement } from '../model/matrix.ts';
import { paint, warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, chanceOf, isCalled, LEAVES, propActor } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** Fruit by word: apple, orange, lemon, lime, banana, strawberry, pear, peach, cherries, grapes, melon, pineapple. */
export const fruit: ActorModel = { gaits: { float: 0.1, spin: 0.2, fall: 2, jump: 0 }, build };

const FORMS = [
  ['banana', /banana/, '#f5cf3a'],
  ['strawberry', /strawberr|raspberr/, '#d9222c'],
  ['lemon', /lemon/, '#f7d83c'],
  ['lime', /\blime\b/, '#7fb83a'],
  ['orange', /orange|tangerine|mandarin|grapefruit|clementine/, '#f28a1c'],
  ['pear', /pear|avocado/, '#b9c24a'],
  ['peach', /peach|apricot|plum|nectarine|mango/, '#f2a765'],
  ['cherry', /cherr/, '#a80f22'],
  ['grape', /grape|blueberr|berries/, '#6a2f7d'],
  ['watermelon', /melon/, '#2f7a3a'],
  ['pineapple', /pineapple/, '#d99b2e'],
  ['tomato', /tomato/, '#d6301f'],
  ['apple', /./, '#c4222b'],
] as const;

function build(context: ActorContext): Actor {
  const [form, , usual] = FORMS.find(([, pattern]) => isCalled(context, pattern))!;
  const isGreen = form === 'apple' && isCalled(context, /green/);
  const color = toSrgb(context.actor.color ?? (isGreen ? '#8bbf3f' : usual));
  const isCut = isCalled(context, /slice|half|halves|cut/);
  const parts = craftParts(`fruit/${form}/${isCut}/${toHex(color)}`, context.detail, (to) => {
    addFruit(to, form, color, isCut);
  });
  return propActor(context, parts, { scale: 0.01 });
}

/** One fruit on the ground at a place; centimetres. `isCut` shows half of it with its flesh to the front. */
export function addFruit(
  to: Tools,
  form: (typeof FORMS)[number][0],
  color: Srgb = toSrgb(FORMS.find(([name]) => name === form)![2]),
  isCut = false,
  place: Placement = {},
): void {
  const [x, y, z] = place.at ?? [0, 0, 0];
  const at = (dx: number, dy: number, dz = 0) => [x + dx, y + dy, z + dz] as const;
  switch (form) {
    case 'banana':
      for (const [i, turn] of [-0.5, 0, 0.5].entries()) {
        const path = Array.from({ length: 9 }, (_, k) => {
          const a = -1.15 + (k / 8) * 2.3;
          return [Math.sin(a) * 9.6, 9.4 - Math.cos(a) * 7.4, 0];
        }).flat();
        const thick = (s: number): number =>
          0.35 + 1.65 * Math.min(1, Math.sin(Math.PI * Math.min(1, s * 0.94 + 0.05)) * 1.5);
        to.bar(SOFT, path, thick, shade(color, 1 - i * 0.04), {
          at: at(0, -0.6, (i - 1) * 2.6),
          rotate: [turn * 0.6, turn * 0.3, 0],
        });
      }
      return;
    case 'strawberry': {
      const body = lathe(
        [
          [0, 0],
          [0.7, 0.25],
          [1.5, 1.4],
          [2, 2.8],
          [1.9, 3.6],
          [1.2, 4.1],
          [0, 4.1],
        ],
        color,
        to.segments(32),
      );
      to.add(GLOSSY, body, { at: at(0, 0.3), rotate: [0.35, 0, 0.25] });
      for (let i = 0; i < (to.isHero ? 46 : to.isFar ? 0 : 14); i++) {
        const h = 0.12 + 0.8 * (i / 46);
        const r = (h < 0.55 ? 0.5 + 2.7 * h : 2.05 - (h - 0.55) * 0.5) * 1;
        const a = i * 2.4;
        const p = [Math.sin(a) * Math.min(2.02, r), h * 4, Math.cos(a) * Math.min(2.02, r)] as const;
        to.add(SOFT, sphere([0.1, 0.14, 0.1], '#f2cf5e', 5), {
          at: at(
            p[0] + 0.15 * 0 - 0.25 * (p[1] - 0),
            p[1] * 0.95 + 0.3 - 0.34 * p[2] + 0.25 * p[0],
            p[2] + 0.34 * p[1] - 0.1,
          ),
        });
      }
      for (const a of around(7))
        to.bead(LEAVES, [0.32, 0.1, 0.95], at(-1 + Math.sin(a) * 0.9, 4.05, 1.35 + Math.cos(a) * 0.9), '#4f9a3a', [
          0.3,
          a,
          0,
        ]);
      return;
    }
    case 'lemon':
    case 'lime': {
      const row = [0, -4, 0.5, -3.9, 0.9, -3.4, 2, -2.5, 2.7, -1, 2.75, 0.6, 2.2, 2.2, 1, 3.2, 0.7, 3.7, 0, 4];
      if (!isCut) to.turned(SOFT, row, color, { at: at(0, 2.7), rotate: [0, 0.5, Math.PI / 2] });
      else citrusHalf(to, color, at(0, 2.6), 2.7);
      to.bead(LEAVES, [0.7, 0.1, 1.6], at(-4.2, 3.2, -0.6), '#3f8a35', [0.5, 0.4, 0.3]);
      return;
    }
    case 'orange':
      if (isCut) citrusHalf(to, color, at(0, 3.7), 3.7);
      else to.ball({ ...SOFT, pattern: 'grain', patternScale: 2.2 }, [3.8, 3.6, 3.8], at(0, 3.6), color);
      if (!isCut) {
        to.ball(SOFT, [0.35, 0.12, 0.35], at(0, 7.15), '#5d7a2c');
        to.bead(LEAVES, [0.9, 0.1, 1.9], at(0.9, 7.3, 1), '#3f8a35', [0.3, 0.7, 0]);
      }
      return;
    case 'cherry':
      for (const s of [-1, 1]) {
        to.ball(GLOSSY, [1.15, 1.08, 1.15], at(s * 1.4, 1.08, s * 0.3), color);
        to.bar(SOFT, [x + s * 1.4, y + 2.05, z + s * 0.3, x + s * 0.9, y + 4, z, x, y + 6, z], 0.09, '#5d7a2c');
      }
      to.bead(LEAVES, [0.8, 0.1, 1.7], at(0.6, 6, 0.9), '#3f8a35', [0.2, 0.6, 0]);
      return;
    case 'grape':
      for (let i = 0; i < 34; i++) {
        const layer = Math.floor(i / 8.5);
        const a = i * 2.4;
        const r = [1.1, 2.6, 3, 2.2][layer]! * (0.6 + 0.4 * chanceOf(i, 2));
        to.add(GLOSSY, sphere(1.15, mixColors(color, '#ffffff', 0.08 * chanceOf(i, 7)), to.segments(14)), {
          at: at(Math.sin(a) * r, 1.1 + layer * 1.35 + 0.4 * chanceOf(i), Math.cos(a) * r),
        });
      }
      to.bar(SOFT, [x, y + 5.4, z, x + 0.2, y + 7.4, z, x + 1.4, y + 8.4, z], 0.22, '#6b5a2e');
      return;
    case 'watermelon':
      if (isCut) {
        wedge(to, at);
        return;
      }
      to.add(
        GLOSSY,
        paint(sphere([13, 11.5, 11.5], color, to.isHero ? 64 : 26), (px, py, pz) =>
          Math.sin(Math.atan2(py, pz) * 9 + Math.sin(px * 0.9) * 0.7) > 0.2
            ? shade(color, 0.5)
            : mixColors(color, '#9ccb66', 0.45),
        ),
        { at: at(0, 11.3) },
      );
      to.bar(SOFT, [x + 12.6, y + 11.6, z, x + 14, y + 12.2, z, x + 14.8, y + 13.6, z], 0.3, '#7d7a3c');
      return;
    case 'pineapple':
      to.turned(SOFT, [0, 0, 3.4, 0.2, 5.4, 2, 6.3, 7, 6, 12, 4.6, 15.4, 2.4, 16.6, 0, 16.8], shade(color, 0.8), {
        at: at(0, 0),
      });
      for (let row = 0; row < 9; row++)
        for (let k = 0; k < (to.isFar ? 7 : 13); k++) {
          const n = to.isFar ? 7 : 13;
          const a = ((k + (row % 2) / 2) / n) * Math.PI * 2;
          const h = 1.4 + row * 1.65;
          const r = 6.25 * Math.sqrt(Math.max(0.12, 1 - ((h - 7.8) / 10.4) ** 2));
          to.add(
            SOFT,
            sphere([1.25, 1.05, 0.66], shade(color, 0.94 + 0.12 * chanceOf(row * 20 + k)), to.isHero ? 6 : 4),
            {
              at: at(Math.sin(a) * r, h, Math.cos(a) * r),
              rotate: [0, a, 0],
            },
          );
        }
      for (let i = 0; i < 26; i++) {
        const a = i * 2.4;
        const up = i / 26;
        to.bar(
          LEAVES,
          [
            0,
            15.6,
            0,
            Math.sin(a) * 2.4,
            19 + up * 3,
            Math.cos(a) * 2.4,
            Math.sin(a) * (5.5 - up * 4),
            21 + up * 8,
            Math.cos(a) * (5.5 - up * 4),
          ].map((v, k) => v + [x, y, z][k % 3]!),
          (s) => 0.9 * (1 - s) + 0.06,
          mixColors('#3f7d3a', '#7fae5a', chanceOf(i)),
        );
      }
      return;
    default:
      roundFruit(to, form, color, at, isCut);
  }
}

type At = (dx: number, dy: number, dz?: number) => readonly [number, number, number];

/** Apple, pear, peach and tomato: a turned body with a dent, flushed on one side. */
function roundFruit(to: Tools, form: string, color: Srgb, at: At, isCut: boolean): void {
  const profile =
    form === 'pear'
      ? [0, 0.35, 0.8, 0.1, 2.4, 0.5, 3.4, 2, 3.5, 3.6, 2.8, 5.4, 1.8, 7.2, 1.5, 8.6, 1, 9.4, 0, 9.4]
      : form === 'tomato'
        ? [0, 0.3, 1.4, 0, 3, 0.6, 3.9, 2.2, 3.9, 3.6, 3, 5, 1.6, 5.5, 0.6, 5.2, 0, 4.9]
        : [0, 0.6, 0.7, 0.2, 1.4, 0, 2.4, 0.6, 3.3, 2.2, 3.75, 4.2, 3.3, 6, 2.3, 6.9, 1.2, 6.95, 0.5, 6.4, 0, 5.9];
  const rows = Array.from({ length: profile.length / 2 }, (_, i) => [profile[i * 2]!, profile[i * 2 + 1]!] as const);
  const smooth = rows.flatMap((row, i) => {
    const [before, next, after] = [rows[i - 1] ?? row, rows[i + 1], rows[i + 2]];
    return next ? [0, 1 / 3, 2 / 3].map((t) => between(before, row, next, after ?? next, t)) : [row];
  });
  const flush = form === 'tomato' ? shade(color, 1.1) : mixColors(color, form === 'pear' ? '#c8763c' : '#f0c850', 0.5);
  const body = warp(lathe(smooth, color, to.segments(40)), (x, y, z) => {
    const lobes =
      1 + (form === 'tomato' ? 0.05 : 0.025) * Math.cos(Math.atan2(x, z) * 5) * softStep(3, 0, Math.abs(y - 6) - 2);
    return [x * lobes, y, z * lobes];
  });
  const painted = paint(body, (x, y, z) => {
    const streak = 0.5 + 0.5 * Math.sin(Math.atan2(x, z) * 23 + y) * 0.3;
    return mixColors(color, flush, softStep(0.3, 1, Math.sin(Math.atan2(x, z) + 2) * 0.6 + 0.25) * streak * 1.1);
  });
  to.add(form === 'peach' ? { ...SOFT, rim: 0.25 } : GLOSSY, painted, { at: at(0, 0) });
  const top = form === 'pear' ? 9.2 : form === 'tomato' ? 5 : 5.9;
  const [sx, sy, sz] = at(0, top);
  to.bar(
    SOFT,
    [sx, sy - 0.2, sz, sx + 0.1, sy + 0.9, sz, sx + 0.5, sy + 2, sz + 0.1],
    (s) => 0.17 + 0.1 * s,
    '#5a4023',
  );
  if (form === 'tomato') {
    for (const a of around(5))
      to.bead(LEAVES, [0.35, 0.1, 1.2], at(Math.sin(a) * 1.1, 5.45, Math.cos(a) * 1.1), '#3f7d33', [0.25, a, 0]);
    return;
  }
  to.bead(LEAVES, [0.75, 0.1, 1.7], at(1.3, top + 1.5, 0.9), '#4f9a3a', [-0.2, 0.8, 0.3]);
  if (isCut) to.ball(SOFT, [3, 2.9, 0.5], at(0, 3.6, 3.2), '#f7edcf');
}

type Point = readonly [number, number];

/** A smooth curve through four points, between the middle two. */
function between(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const along = (k: 0 | 1): number => curveAt(a[k], b[k], c[k], d[k], t);
  return [Math.max(0, along(0)), Math.max(0, along(1))];
}

function citrusHalf(to: Tools, color: Srgb, at: readonly [number, number, number], radius: number): void {
  const place = { at, rotate: [Math.PI / 2 - 0.25, 0, 0] as const };
  const shell = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 8) * (Math.PI / 2);
    return [Math.sin(a) * radius, -Math.cos(a) * radius];
  }).flat();
  to.turned(SOFT, shell, color, place);
  to.turned(SOFT, [radius, 0, radius * 0.92, 0.06, 0, 0.06], '#fbf3d0', place);
  for (const a of around(9)) {
    const outline = [0.12, 0, 0.84, -0.25, 0.88, 0, 0.84, 0.25].map((v) => v * radius);
    to.plate(
      GLOSSY,
      outline,
      0.12,
      mixColors(color, '#ffffff', 0.22),
      {
        at: [at[0], at[1] + 0.04, at[2] + 0.1],
        rotate: [-0.25, 0, a],
      },
      0.03,
    );
  }
}

function wedge(to: Tools, at: At): void {
  const arc = (r: number): number[] =>
    Array.from({ length: 17 }, (_, i) => [
      Math.cos(Math.PI + (i / 16) * Math.PI) * r,
      Math.sin(Math.PI + (i / 16) * Math.PI) * r,
    ]).flat();
  for (const [r, depth, tone] of [
    [12, 2.8, '#2f7a3a'],
    [11.4, 2.84, '#e9f2cf'],
    [10.7, 2.9, '#e5383b'],
  ] as const)
    to.plate(r === 12 ? GLOSSY : CRUMB, arc(r), depth, tone, { at: at(0, 12) }, 0.1);
  for (let i = 0; i < 12; i++) {
    const a = Math.PI + ((i % 6) + 0.7) * 0.45;
    const r = i < 6 ? 8.4 : 5.4;
    for (const s of [-1, 1])
      to.bead(GLOSSY, [0.26, 0.42, 0.1], at(Math.cos(a) * r, 12 + Math.sin(a) * r, s * 1.45), '#231a14', [
        0,
        0,
        a + 1.57,
      ]);
  }
}
