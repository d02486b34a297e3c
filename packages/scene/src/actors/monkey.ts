import { mixColors, shade, softStep, toSrgb } from '../model/color.ts';
import { tube } from '../model/tube.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, nostrils } from './beast.ts';
import { ball, says } from './rig.ts';

const SKIN = toSrgb('#e3b48e');

const MONKEY: Beast = {
  name: 'monkey',
  color: '#7a4f2e',
  light: '#c79a6c',
  shoulder: 0.36,
  length: 0.3,
  chest: [0.1, 0.12, 0.11],
  hips: [0.095, 0.105, 0.11],
  spread: 0.075,
  leg: [0.056, 0.04, 0.032],
  paw: [0.042, 0.028, 0.062],
  neck: [0, 0.15, 0.1],
  neckRadius: [0.08, 0.06],
  R: 0.105,
  head: (R) => [
    ball([0, R * 0.08, 0], [R * 0.98, R * 0.96, R * 0.92]),
    ball([0, -R * 0.34, R * 0.62], [R * 0.54, R * 0.42, R * 0.46], { blend: R * 0.2 }),
    ball([R * 0.3, R * 0.34, R * 0.72], [R * 0.36, R * 0.16, R * 0.2], { mirror: true, blend: R * 0.15 }),
  ],
  eye: { at: [0.33, 0.12, 0.84], radius: 0.17, outward: 0.2, iris: '#4a2a14' },
  ear: (R) => ({
    parts: [
      ball([R * 0.12, 0, 0], [R * 0.36, R * 0.4, R * 0.12]),
      ball([R * 0.15, 0, R * 0.14], [R * 0.24, R * 0.27, R * 0.12], { cut: true, blend: R * 0.05 }),
    ],
    at: [R * 0.94, R * 0.02, -R * 0.05],
    rotate: [0, 0.35, 0],
  }),
  tail: { count: 10, link: 0.055, radius: (a) => 0.021 - 0.006 * a, rise: 0.5, curl: 2.3, sway: 0.7 },
  coat(region, { x, y, z, normal, under }, { base, light }, R) {
    if (region === 'ear') return normal[2] > 0 ? SKIN : mixColors(SKIN, base, 0.4);
    if (region === 'paw') return mixColors(base, SKIN, 0.5);
    if (region === 'head') {
      const eyes = softStep(R * 0.42, R * 0.34, Math.hypot(Math.abs(x) - R * 0.3, y - R * 0.1));
      const muzzle = softStep(R * 0.62, R * 0.54, Math.hypot(x, (y + R * 0.3) * 1.25));
      return mixColors(base, SKIN, Math.max(eyes, muzzle) * softStep(R * 0.1, R * 0.35, z));
    }
    if (region === 'body') return mixColors(base, light, softStep(0.35, 0.8, under) * 0.8);
    return base;
  },
  face: (R) => [
    ...nostrils(R, [0.09, -0.2, 1.07], 0.05, '#5a3020'),
    {
      mesh: tube(
        [
          [-R * 0.3, -R * 0.42, R * 0.93],
          [0, -R * 0.5, R * 1.06],
          [R * 0.3, -R * 0.42, R * 0.93],
        ],
        { radius: R * 0.026, color: '#6a3424', sides: 5, rings: 12 },
      ),
    },
  ],
  walkSpeed: 1,
  runSpeed: 3.2,
};
const GORILLA: Beast = {
  ...MONKEY,
  name: 'gorilla',
  color: '#2c2b2f',
  light: '#5a5a60',
  shoulder: 0.78,
  length: 0.5,
  chest: [0.34, 0.36, 0.3],
  hips: [0.24, 0.26, 0.24],
  spread: 0.22,
  leg: [0.19, 0.13, 0.1],
  paw: [0.11, 0.075, 0.15],
  neck: [0, 0.2, 0.28],
  neckRadius: [0.3, 0.22],
  R: 0.22,
  head: (R) => [
    ball([0, R * 0.1, -R * 0.05], [R * 0.88, R * 1.0, R * 0.9]),
    ball([0, R * 0.75, -R * 0.25], [R * 0.5, R * 0.5, R * 0.6], { blend: R * 0.3 }),
    ball([0, -R * 0.42, R * 0.5], [R * 0.66, R * 0.48, R * 0.56], { blend: R * 0.25 }),
    ball([R * 0.28, R * 0.3, R * 0.68], [R * 0.42, R * 0.15, R * 0.22], { mirror: true, blend: R * 0.14 }),
  ],
  eye: { at: [0.3, 0.12, 0.78], radius: 0.11, outward: 0.2, iris: '#4a2a14' },
  tail: { count: 1, link: 0.02, radius: () => 0.03, rise: 0, curl: 0, sway: 0 },
  coat(region, { x, y, z, along }, { base, light }, R) {
    const face = toSrgb('#6a5f60');
    if (region === 'ear' || region === 'paw') return face;
    if (region === 'head')
      return mixColors(
        base,
        face,
        softStep(R * 0.66, R * 0.56, Math.hypot(x, (y + R * 0.15) * 0.85)) * softStep(R * 0.2, R * 0.45, z),
      );
    if (region === 'body')
      return mixColors(base, light, softStep(0.45, 0.15, along) * softStep(-0.3, 0.2, y / 0.78 - 0.6) * 0.8);
    return shade(base, 1);
  },
};
const CHIMP: Beast = { ...MONKEY, name: 'chimp', color: '#2e2826', light: '#4a403a', tail: GORILLA.tail };

/** A monkey with a bare face and a long tail that curls; a gorilla or a chimpanzee by its word. */
export const monkey: ActorModel = beastModel((context) =>
  says(context, 'gorilla', 'king kong', 'ape', 'gorille')
    ? GORILLA
    : says(context, 'chimpanzee', 'chimp', 'orangutan')
      ? CHIMP
      : MONKEY,
);
