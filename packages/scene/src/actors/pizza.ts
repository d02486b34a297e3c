import { mixColors, shade } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { warp } from '../model/mesh.ts';
import { ring, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, isCalled, propActor } from './prop.ts';
import { CRUMB, craftParts, FINE_WOOD, GLOSSY, SOFT, type Tools } from './prop-tools.ts';

/** A pizza on a wooden board, or one slice of it; a taco or a pie by word. In centimetres. */
export const pizza: ActorModel = { gaits: { float: 0.1, spin: 0.2 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /taco/)
    ? 'taco'
    : isCalled(context, /\bpie\b|tart|quiche/)
      ? 'pie'
      : isCalled(context, /slice/)
        ? 'slice'
        : 'pizza';
  const isPlain = isCalled(context, /margherita|cheese/);
  const parts = craftParts(`pizza/${form}/${isPlain}`, context.detail, (to) => {
    if (form === 'taco') addTaco(to);
    else if (form === 'pie') addPie(to);
    else if (form === 'slice') addSlice(to);
    else addPizza(to, isPlain);
  });
  return propActor(context, parts, { scale: 0.01 });
}

function addPizza(to: Tools, isPlain: boolean): void {
  to.disc(FINE_WOOD, 17.5, 1.4, [0, 0, 0], '#9a6538');
  to.block(FINE_WOOD, [4, 1.3, 9], [0, 0.7, 20.5], '#9a6538', 0.5);
  const crust = lathe(
    [
      [0, 0],
      [14, 0],
      [15.4, 0.5],
      [15.8, 1.4],
      [15.2, 2.3],
      [14.2, 2.3],
      [13.4, 1.4],
      [13, 1.1],
      [0, 1],
    ],
    '#d59a4c',
    to.segments(72),
  );
  const baked = warp(crust, (x, y, z) => {
    const a = Math.atan2(x, z);
    const k = Math.hypot(x, z) > 13 ? 1 + 0.02 * Math.sin(a * 9) + 0.012 * Math.sin(a * 23 + 1) : 1;
    return [x * k, y * (1 + 0.12 * Math.sin(a * 13 + 2) * (y > 1.5 ? 1 : 0)), z * k];
  });
  to.add(CRUMB, baked, { at: [0, 1.35, 0] });
  to.turned(GLOSSY, [13.5, 2.5, 13.2, 2.75, 0, 2.62], '#c8421f', undefined, 64);
  for (let i = 0; i < (to.isFar ? 30 : 90); i++) {
    const a = i * 2.4;
    const r = 12.4 * Math.sqrt((i + 0.5) / 90);
    const blob = sphere(
      [1.5 + chanceOf(i), 0.28, 1.2 + 0.8 * chanceOf(i, 2)],
      mixColors('#f6d27a', '#fff2cd', chanceOf(i, 3)),
      to.isHero ? 9 : 6,
    );
    to.add(GLOSSY, blob, { at: [Math.sin(a) * r, 2.72, Math.cos(a) * r], rotate: [0, a * 3, 0] });
  }
  for (let i = 0; i < 12; i++) {
    const a = i * 2.4 + 0.6;
    const r = 11 * Math.sqrt((i + 0.4) / 12);
    const spot = [Math.sin(a) * r, 2.8, Math.cos(a) * r] as const;
    if (isPlain) to.disc(GLOSSY, 1.9, 0.4, spot, '#d83a2c');
    else {
      to.turned(
        GLOSSY,
        [0, 0, 1.75, 0, 1.85, 0.3, 1.6, 0.42, 0, 0.34],
        '#a6321f',
        { at: spot, rotate: [0.06, 0, 0.05] },
        24,
      );
    }
  }
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4 + 1.7;
    const r = 10.5 * Math.sqrt((i + 0.6) / 9);
    to.bead(SOFT, [0.9, 0.14, 1.7], [Math.sin(a) * r, 3.1, Math.cos(a) * r], '#3f7d33', [0.12, a * 2, 0.1]);
    if (!isPlain)
      to.add(GLOSSY, ring(0.7, 0.25, '#2a2a2c', Math.PI * 2, 10), {
        at: [Math.sin(a + 1) * r, 3, Math.cos(a + 1) * r],
        rotate: [Math.PI / 2, 0, 0],
      });
  }
}

function addSlice(to: Tools): void {
  const flat = { at: [0, 1.2, 0] as const, rotate: [-Math.PI / 2 + 0.05, 0, 0] as const };
  to.plate(CRUMB, [0, -12, 6.4, 8, 0, 9, -6.4, 8], 1.1, '#d9a157', flat, 0.2);
  to.plate(GLOSSY, [0, -11.4, 5.9, 7.4, 0, 8, -5.9, 7.4], 0.4, '#f3c55c', { ...flat, at: [0, 1.9, 0] }, 0.15);
  to.bar(CRUMB, [-6.8, 1.9, -8, 0, 2.1, -9.3, 6.8, 1.9, -8], 1.5, '#cf9144');
  for (const [x, z] of [
    [-2.6, -4],
    [2.4, -3],
    [0, 1.2],
    [0.2, 6],
  ] as const)
    to.disc(GLOSSY, z > 5 ? 1.2 : 1.8, 0.35, [x, 2.05, z], '#a6321f');
  for (const [x, z] of [
    [0.4, -5.4],
    [-1.6, -0.6],
    [2.2, 2],
  ] as const)
    to.bead(SOFT, [0.9, 0.14, 1.4], [x, 2.3, z], '#3f7d33', [0, x, 0]);
  for (const [x, long] of [
    [-3, 1.4],
    [1.6, 2.4],
  ] as const)
    to.bar(GLOSSY, [x, 1.8, -x * 0.5 + 3, x * 1.1, 1.2, 4, x * 1.1, 1.9 - long, 4.1], 0.34, '#f6d27a');
}

function addTaco(to: Tools): void {
  const half = Array.from({ length: 15 }, (_, i) => [
    Math.cos((i / 14) * Math.PI) * 8,
    Math.sin((i / 14) * Math.PI) * 7.4,
  ]).flat();
  for (const s of [-1, 1])
    to.plate(CRUMB, half, 0.4, '#e3b052', { at: [0, 0.3, s * 0.9], rotate: [s * 0.3, 0, 0] }, 0.1);
  to.bar(CRUMB, [-7.6, 0.8, 0, 7.6, 0.8, 0], 0.9, '#d9a345');
  for (let i = 0; i < 46; i++) {
    const a = (i / 46) * Math.PI;
    const r = 6.2 + chanceOf(i);
    const tone = ['#7fb84a', '#5a2f18', '#f5b32e', '#d2382b', '#a6d06a'][i % 5]!;
    to.add(GLOSSY, sphere([1.1, 0.6, 0.7], tone, 8), {
      at: [Math.cos(a) * r, Math.sin(a) * r * 0.95 + 0.6, (chanceOf(i, 3) - 0.5) * 3],
      rotate: [chanceOf(i, 5), i, chanceOf(i, 6)],
    });
  }
}

function addPie(to: Tools): void {
  to.turned(GLOSSY, [0, 0, 9, 0, 11.6, 3.2, 12.2, 3.4, 12.2, 3.7, 11.4, 3.6, 0, 3], '#d9d4ca', undefined, 56);
  to.turned(GLOSSY, [11, 3.3, 10, 3.9, 0, 4.1], '#a3262e', undefined, 48);
  for (let i = -3; i <= 3; i++) {
    const half = Math.sqrt(Math.max(0, 10.6 ** 2 - (i * 2.9) ** 2));
    to.rod(CRUMB, [i * 2.9, 4.1, -half], [i * 2.9, 4.1, half], 0.8, '#dfa963');
    to.rod(CRUMB, [-half, 4.5, i * 2.9], [half, 4.5, i * 2.9], 0.7, shade('#dfa963', 0.92));
  }
  for (let i = 0; i < 26; i++) {
    const a = (i / 26) * Math.PI * 2;
    to.bead(CRUMB, [1.5, 0.9, 1.1], [Math.sin(a) * 11, 4.1, Math.cos(a) * 11], '#c98f48', [0, a, 0]);
  }
}
