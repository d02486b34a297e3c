import { mixColors, shade } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { warp } from '../model/mesh.ts';
import { sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor } from './prop.ts';
import { CRUMB, craftParts, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A burger in its sesame bun; a hot dog, a sandwich or a tub of fries by word. In centimetres. */
export const burger: ActorModel = { gaits: { float: 0.1, spin: 0.2, fall: 2 }, build };

const BUN = '#c9823a';

function build(context: ActorContext): Actor {
  const form = isCalled(context, /fries|chips/)
    ? 'fries'
    : isCalled(context, /hot ?dog/)
      ? 'hotdog'
      : isCalled(context, /sandwich|toast|bagel|\bblt\b/)
        ? 'sandwich'
        : 'burger';
  const isDouble = isCalled(context, /double|big|stack|cheese/);
  const parts = craftParts(`burger/${form}/${isDouble}`, context.detail, (to) => {
    if (form === 'fries') addFries(to);
    else if (form === 'hotdog') addHotDog(to);
    else if (form === 'sandwich') addSandwich(to);
    else addBurger(to, isDouble ? 2 : 1);
  });
  return propActor(context, parts, { scale: 0.01 });
}

/** A leaf or slice whose rim waves up and down. */
function ruffle(to: Tools, radius: number, y: number, color: string, waves: number, deep: number): void {
  const disc = lathe(
    [
      [0, 0],
      [radius * 0.7, 0],
      [radius, 0.05],
      [radius, 0.3],
      [radius * 0.7, 0.35],
      [0, 0.35],
    ],
    color,
    to.segments(72),
  );
  const mesh = warp(disc, (x, py, z) => {
    const [a, r] = [Math.atan2(x, z), Math.hypot(x, z) / radius];
    const push = 1 + 0.05 * Math.sin(a * (waves + 3) + 1) * r;
    return [x * push, py + deep * r ** 4 * Math.sin(a * waves) - 0.3 * r ** 6, z * push];
  });
  to.add(GLOSSY, mesh, { at: [0, y, 0] });
}

function addBurger(to: Tools, patties: number): void {
  to.turned(SOFT, [0, 0, 4.6, 0, 5.2, 0.4, 5.35, 1.2, 5.1, 1.9, 0, 1.9], shade(BUN, 1.02), undefined, 48);
  let y = 2;
  for (let i = 0; i < patties; i++) {
    const patty = lathe(
      [
        [0, 0],
        [4.9, 0],
        [5.4, 0.4],
        [5.45, 1],
        [5.1, 1.5],
        [0, 1.5],
      ],
      '#4f2a16',
      to.segments(44),
    );
    const rough = warp(patty, (x, py, z) => {
      const k = 1 + 0.022 * Math.sin(x * 5 + z * 4) * Math.sin(z * 6 - py * 7);
      return [x * k, py, z * k];
    });
    to.add(CRUMB, rough, { at: [0, y, 0] });
    y += 1.5;
    const cheese = lathe(
      [
        [0, 0],
        [4, 0],
        [6.2, 0],
        [6.2, 0.22],
        [4, 0.24],
        [0, 0.24],
      ],
      '#f5b32e',
      to.isHero ? 48 : 24,
    );
    const slice = warp(cheese, (x, py, z) => {
      const a = Math.atan2(x, z);
      const square = Math.min(1.18, 0.86 / Math.max(Math.abs(Math.sin(a + i)), Math.abs(Math.cos(a + i))));
      const r = Math.hypot(x, z) * square;
      return [x * square, py - Math.max(0, r - 5) * 0.75, z * square];
    });
    to.add(GLOSSY, slice, { at: [0, y + 0.02, 0] });
    y += 0.26;
  }
  for (let i = 0; i < 4; i++)
    to.disc(
      GLOSSY,
      2.3,
      0.5,
      [Math.sin(i * 1.57 + 0.5) * 3, y, Math.cos(i * 1.57 + 0.5) * 3],
      '#d2382b',
      [0.04, 0, 0.05],
    );
  y += 0.5;
  ruffle(to, 6, y, '#79b441', 9, 0.5);
  ruffle(to, 5.6, y + 0.2, '#93c956', 7, 0.45);
  y += 0.75;
  to.turned(SOFT, [0, 0, 4.7, 0, 5.3, 0.4, 5.5, 1.2, 5.1, 2.6, 4, 3.8, 2.2, 4.6, 0, 4.85], BUN, { at: [0, y, 0] }, 48);
  for (let i = 0; i < (to.isFar ? 8 : 46); i++) {
    const a = i * 2.4;
    const r = 4.5 * Math.sqrt((i + 0.6) / 46);
    const h = 4.85 - 0.42 * (r / 2.15) ** 2;
    to.add(SOFT, sphere([0.17, 0.1, 0.28], '#f6e6bd', 6), {
      at: [Math.sin(a) * r, y + h + 0.02, Math.cos(a) * r],
      rotate: [Math.cos(a) * r * 0.12, a + chanceOf(i), -Math.sin(a) * r * 0.12],
    });
  }
}

function addHotDog(to: Tools): void {
  for (const s of [-1, 1])
    to.bar(
      SOFT,
      [-7, 2.2, s * 1.6, 0, 2, s * 1.75, 7, 2.2, s * 1.6],
      (k) => 1.9 * Math.sin(Math.PI * Math.min(0.85, Math.max(0.15, k))) ** 0.35,
      BUN,
    );
  to.bar(SOFT, [-7, 1.1, 0, 7, 1.1, 0], 1.1, shade(BUN, 0.9));
  to.bar(GLOSSY, [-8.4, 3.6, 0, -4, 3.1, 0, 4, 3.1, 0, 8.4, 3.6, 0], 1.35, '#a4432a');
  const squiggle = Array.from({ length: 23 }, (_, i) => [
    -6.6 + i * 0.6,
    4.45 + 0.1 * Math.cos(i),
    Math.sin(i * 1.57) * 0.75,
  ]).flat();
  to.bar(GLOSSY, squiggle, 0.26, '#f2b90f');
}

function addSandwich(to: Tools): void {
  const slice = [-5.5, 0, 5.5, 0, -5.5, 9.5];
  const layers = [
    ['#e2b475', 1.3],
    ['#8cc152', 0.5],
    ['#d9756a', 0.8],
    ['#f5b32e', 0.35],
    ['#d2382b', 0.7],
    ['#8cc152', 0.4],
    ['#e2b475', 1.3],
  ] as const;
  let z = -2.7;
  for (const [i, [tone, thick]] of layers.entries()) {
    const isBread = i === 0 || i === layers.length - 1;
    const spread = isBread ? 1 : 1.03 + 0.03 * (i % 2);
    to.plate(
      isBread ? CRUMB : GLOSSY,
      slice.map((v) => v * spread),
      thick,
      tone,
      { at: [isBread ? 0 : -0.1, 0, z + thick / 2] },
      isBread ? 0.3 : 0.08,
    );
    if (isBread)
      to.plate(SOFT, [-5.75, 0, -5.3, 0, -5.3, 9.7, -5.75, 9.9], thick, '#a9692f', { at: [0, 0, z + thick / 2] }, 0.1);
    z += thick;
  }
}

function addFries(to: Tools): void {
  for (let i = 0; i < 34; i++) {
    const [x, z] = [(chanceOf(i, 1) - 0.5) * 6.4, (chanceOf(i, 2) - 0.5) * 3];
    const tall = 10 + 4.5 * chanceOf(i, 3);
    to.add(SOFT, to.rounded([0.8, tall, 0.8], 0.15, mixColors('#f3c552', '#d99a2e', chanceOf(i, 6)), 1), {
      at: [x, 3 + tall / 2, z],
      rotate: [(chanceOf(i, 4) - 0.5) * 0.3 + z * 0.05, chanceOf(i), -x * 0.05],
    });
  }
  const tub = { at: [0, 0, 0] as const, scale: [1, 1, 0.52] as const };
  const turn = { ...tub, rotate: [0, 0, 0] as const };
  const sides = lathe(
    [
      [4.4, 0],
      [4.9, 5],
      [5.5, 9.4],
    ],
    '#d42a2a',
    4,
  );
  to.add(
    SOFT,
    warp(sides, (x, y, z) => [(x - z) * Math.SQRT1_2, y, (x + z) * Math.SQRT1_2]),
    turn,
  );
  to.add(SOFT, to.rounded([6.2, 1, 3.1], 0.1, '#b81f22', 1), { at: [0, 0.5, 0] });
  to.plate(SOFT, [-3.8, 8, 3.8, 8, 4, 11.4, 2.6, 12.4, 0, 12.8, -2.6, 12.4, -4, 11.4], 0.2, '#b81f22', {
    at: [0, 0, -1.95],
  });
}
