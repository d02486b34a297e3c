import type { Mesh } from '@openimagine/render';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import { type MeshPart, mergeMeshes } from '../model/mesh.ts';
import { cone } from '../model/primitives.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, formOf, nostrils } from './beast.ts';
import { buildQuadruped } from './quadruped.ts';
import { ball, limb, SMOOTH, says } from './rig.ts';

const CROCODILE: Beast = {
  name: 'crocodile',
  color: '#5f7a3c',
  light: '#d8d3a0',
  shoulder: 0.24,
  length: 0.95,
  chest: [0.23, 0.15, 0.28],
  hips: [0.21, 0.14, 0.28],
  belly: [0.26, 0.155, 0.48],
  spread: 0.25,
  leg: [0.085, 0.06, 0.05],
  paw: [0.075, 0.035, 0.1],
  neck: [0, 0.03, 0.42],
  neckRadius: [0.15, 0.13],
  R: 0.15,
  head: (R) => [
    ball([0, 0, 0], [R * 1.05, R * 0.62, R * 0.95]),
    limb([0, R * 0.05, R * 0.6], [0, R * 0.02, R * 3.1], [R * 0.6, R * 0.34], { blend: R * 0.35 }),
    limb([0, -R * 0.26, R * 0.4], [0, -R * 0.2, R * 3.0], [R * 0.55, R * 0.3], { blend: R * 0.12 }),
    ball([R * 0.42, R * 0.5, R * 0.35], R * 0.25, { mirror: true, blend: R * 0.15 }),
    ball([0, R * 0.16, R * 3.1], [R * 0.34, R * 0.24, R * 0.3], { blend: R * 0.12 }),
  ],
  eye: { at: [0.5, 0.6, 0.48], radius: 0.17, iris: '#d8b82a', outward: 0.7 },
  ear: (R) => ({ parts: [ball([0, 0, 0], R * 0.1)], at: [R * 0.5, R * 0.2, -R * 0.3], rotate: [0, 0, 0] }),
  tail: { count: 6, link: 0.255, radius: (a) => 0.14 * (1 - a) ** 0.8 + 0.018, rise: -0.12, curl: 0.05, sway: 0.9 },
  coat(region, { x, y, z, normal, under, along }, { base, light }) {
    const scales = 0.86 + 0.2 * softStep(-0.2, 0.4, Math.sin(x * 62) * Math.sin(z * 54 + Math.sin(y * 40)));
    const below =
      region === 'body'
        ? softStep(0.2, 0.6, under)
        : region === 'head'
          ? softStep(-0.1, -0.5, normal[1])
          : region === 'tail'
            ? softStep(-0.3, -0.7, normal[1])
            : 0;
    const bands = region === 'tail' ? 0.88 + 0.14 * Math.sin(along * 40) : 1;
    return mixColors(shade(base, scales * bands), light, below);
  },
  face: (R) => [...nostrils(R, [0.13, 0.36, 3.28], 0.07, '#26301c'), ...teeth(R)],
  walkSpeed: 0.6,
  runSpeed: 2.4,
  headEdge: 0.17,
  edge: 0.036,
};
const LIZARD: Beast = {
  ...CROCODILE,
  name: 'lizard',
  color: '#5fae3c',
  light: '#e0e8a0',
  shoulder: 0.05,
  length: 0.15,
  chest: [0.036, 0.03, 0.042],
  hips: [0.032, 0.028, 0.042],
  belly: [0.038, 0.03, 0.075],
  spread: 0.045,
  leg: [0.015, 0.011, 0.008],
  paw: [0.013, 0.006, 0.02],
  neck: [0, 0.02, 0.06],
  neckRadius: [0.026, 0.022],
  R: 0.032,
  head: (R) => [
    ball([0, 0, 0], [R * 0.9, R * 0.7, R * 0.95]),
    limb([0, -R * 0.05, R * 0.5], [0, -R * 0.14, R * 1.35], [R * 0.58, R * 0.3], { blend: R * 0.35 }),
    ball([R * 0.6, R * 0.3, R * 0.35], R * 0.3, { mirror: true, blend: R * 0.15 }),
  ],
  eye: { at: [0.72, 0.34, 0.46], radius: 0.22, iris: '#e0a92a', outward: 0.9 },
  tail: { count: 10, link: 0.032, radius: (a) => 0.024 * (1 - a) + 0.003, rise: -0.15, curl: 0.15, sway: 1.2 },
  face: (R) => nostrils(R, [0.1, 0.02, 1.6], 0.04, '#26301c'),
  walkSpeed: 0.4,
  runSpeed: 1.6,
  headEdge: 0.13,
  edge: 0.0065,
};

function teeth(R: number): readonly MeshPart[] {
  const parts: MeshPart[] = [];
  for (let i = 0; i < 5; i++)
    for (const side of [1, -1]) {
      const along = i / 4;
      parts.push({
        mesh: cone(R * 0.055, R * 0.17, '#f6f2e2', 4),
        matrix: compose({
          at: [side * R * (0.5 - 0.2 * along), -R * 0.04, R * (1.1 + along * 1.95)],
          rotate: [Math.PI, 0, 0],
        }),
      });
    }
  return parts;
}

/** Two rows of plates along the back. */
function ridges(color: Srgb): Mesh {
  return cachedMesh(`crocodile/ridges/${toHex(color)}`, () => {
    const parts: MeshPart[] = [];
    for (let i = 0; i < 10; i++)
      for (const side of [1, -1])
        parts.push({
          mesh: cone(0.05, 0.06, shade(color, 0.7), 4),
          matrix: compose({
            at: [side * 0.075, CROCODILE.shoulder + 0.115, -0.62 + i * 0.13],
            rotate: [-0.5, 0, -side * 0.3],
          }),
        });
    return mergeMeshes(parts);
  });
}

/** A crocodile or alligator: low and long, teeth outside, plates on its back; a lizard by its word. */
export const crocodile: ActorModel = {
  ...beastModel(CROCODILE),
  build(context) {
    if (says(context, 'lizard', 'gecko', 'iguana', 'chameleon', 'salamander', 'newt'))
      return buildQuadruped(formOf(LIZARD, context), context);
    const plates = ridges(toSrgb(context.actor.color ?? CROCODILE.color));
    return buildQuadruped(
      { ...formOf(CROCODILE, context), onBody: (pose, body) => pose.add(plates, SMOOTH, body) },
      context,
    );
  },
};

/** A lizard: slender, with a long tail. */
export const lizard: ActorModel = beastModel(LIZARD);
