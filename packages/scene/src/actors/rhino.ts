import { mixColors, shade, softStep } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import type { MeshPart } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, nostrils } from './beast.ts';
import { ball, limb, says } from './rig.ts';

const RHINO: Beast = {
  name: 'rhino',
  color: '#8b8882',
  light: '#a8a298',
  shoulder: 0.92,
  length: 1.2,
  chest: [0.42, 0.5, 0.46],
  hips: [0.42, 0.48, 0.46],
  belly: [0.47, 0.5, 0.66],
  spread: 0.25,
  leg: [0.23, 0.165, 0.14],
  paw: [0.16, 0.145, 0.18],
  neck: [0, -0.02, 0.72],
  neckRadius: [0.4, 0.3],
  R: 0.3,
  head: (R) => [
    ball([0, 0, 0], [R * 0.85, R * 0.9, R * 0.9]),
    limb([0, -R * 0.1, R * 0.4], [0, -R * 0.62, R * 1.75], [R * 0.72, R * 0.5], { blend: R * 0.4 }),
    ball([0, -R * 0.7, R * 1.85], [R * 0.5, R * 0.42, R * 0.36], { blend: R * 0.2 }),
  ],
  eye: { at: [0.68, 0.16, 0.66], radius: 0.09, outward: 0.8 },
  ear: (R) => ({
    parts: [limb([0, 0, 0], [0, R * 0.5, 0], [R * 0.2, R * 0.1])],
    at: [R * 0.45, R * 0.66, -R * 0.35],
    rotate: [-0.1, 0.3, -0.3],
  }),
  tail: { count: 4, link: 0.12, radius: (a) => 0.045 - 0.02 * a, rise: -1.0, curl: -0.3, sway: 0.7 },
  coat(region, { x, y, z, under, along }, { base, light }) {
    const plates =
      region === 'body'
        ? 0.82 + 0.18 * softStep(0.02, 0.06, Math.min(Math.abs(along - 0.32), Math.abs(along - 0.8)))
        : 1;
    return shade(
      mixColors(base, light, region === 'body' ? softStep(0.3, 0.9, under) * 0.4 : 0),
      plates * (0.97 + 0.04 * Math.sin(x * 30 + y * 26) * Math.sin(z * 24)),
    );
  },
  face: (R) => [
    horn(R, [0, -R * 0.28, R * 1.95], R * 0.24, R * 1.15, 0.45),
    horn(R, [0, R * 0.02, R * 1.3], R * 0.2, R * 0.55, 0.2),
    ...nostrils(R, [0.3, -0.56, 2.08], 0.08, '#3a3634'),
  ],
  walkSpeed: 1.3,
  runSpeed: 6,
};
const HIPPO: Beast = {
  ...RHINO,
  name: 'hippo',
  color: '#8a7680',
  light: '#c9a3a4',
  shoulder: 0.72,
  R: 0.36,
  head: (R) => [
    ball([0, 0, 0], [R * 0.8, R * 0.8, R * 0.8]),
    limb([0, -R * 0.1, R * 0.4], [0, -R * 0.32, R * 1.3], [R * 0.62, R * 0.66], { blend: R * 0.35 }),
    ball([R * 0.36, -R * 0.2, R * 1.55], [R * 0.42, R * 0.5, R * 0.42], { mirror: true, blend: R * 0.2 }),
  ],
  eye: { at: [0.52, 0.66, 0.42], radius: 0.12, outward: 0.7 },
  face: (R) => nostrils(R, [0.34, 0.14, 1.86], 0.1, '#3f3034'),
};

function horn(
  _: number,
  at: readonly [number, number, number],
  radius: number,
  length: number,
  lean: number,
): MeshPart {
  return { mesh: cone(radius, length, '#d9cdb8', 14), matrix: compose({ at, rotate: [lean, 0, 0] }) };
}

/** A rhinoceros with two horns; a hippopotamus by its word. */
export const rhino: ActorModel = beastModel((context) => (says(context, 'hippo', 'hippopotamus') ? HIPPO : RHINO));
