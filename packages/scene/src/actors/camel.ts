import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, shade, softStep, toHex, toSrgb } from '../model/color.ts';
import { paint } from '../model/mesh.ts';
import type { ActorModel } from './actor.ts';
import { type Beast, beastModel, formOf, nostrils, plainCoat } from './beast.ts';
import { buildQuadruped } from './quadruped.ts';
import { ball, FUR, limb, says } from './rig.ts';

const CAMEL: Beast = {
  name: 'camel',
  color: '#c89a62',
  light: '#e6cda2',
  shoulder: 1.25,
  length: 0.95,
  chest: [0.28, 0.33, 0.32],
  hips: [0.25, 0.29, 0.3],
  belly: [0.28, 0.31, 0.44],
  spread: 0.16,
  leg: [0.13, 0.085, 0.055],
  paw: [0.085, 0.05, 0.11],
  neck: [0, 0.62, 0.72],
  neckRadius: [0.2, 0.12],
  R: 0.19,
  head: (R) => [
    ball([0, 0, 0], [R * 0.72, R * 0.76, R * 0.85]),
    limb([0, -R * 0.1, R * 0.4], [0, -R * 0.36, R * 1.62], [R * 0.5, R * 0.4], { blend: R * 0.4 }),
    ball([0, -R * 0.5, R * 1.68], [R * 0.4, R * 0.34, R * 0.3], { blend: R * 0.2 }),
  ],
  eye: { at: [0.56, 0.26, 0.5], radius: 0.2, outward: 0.85 },
  ear: (R) => ({
    parts: [limb([0, 0, 0], [0, R * 0.5, 0], [R * 0.16, R * 0.05])],
    at: [R * 0.45, R * 0.56, -R * 0.3],
    rotate: [-0.2, 0.3, -0.5],
  }),
  tail: { count: 6, link: 0.09, radius: (a) => (a > 0.8 ? 0.04 : 0.025), rise: -1.1, curl: -0.4, sway: 0.6 },
  coat(region, point, colors, R) {
    if (region === 'head') return mixColors(colors.base, colors.light, softStep(R * 1.0, R * 1.5, point.z) * 0.6);
    if (region === 'leg') return mixColors(colors.base, shade(colors.base, 0.82), softStep(0.4, 0.8, point.along));
    return plainCoat(region, point, colors);
  },
  face: (R) => [
    ...nostrils(R, [0.16, -0.32, 1.94], 0.08, '#3a2a20'),
    ...nostrils(R, [0.0, -0.62, 1.9], 0.05, '#4a3426'),
  ],
  walkSpeed: 1.4,
  runSpeed: 5,
  seat: 1.62,
};

/** A camel with two humps; a dromedary with one. */
export const camel: ActorModel = {
  ...beastModel(CAMEL),
  build(context) {
    const base = toSrgb(context.actor.color ?? CAMEL.color);
    const isOne = says(context, 'dromedary', 'dromedar', 'one-humped');
    const humps = cachedMesh(`camel/humps/${isOne}/${toHex(base)}`, () => {
      const y = CAMEL.shoulder + 0.28;
      const parts = (isOne ? [0] : [0.27, -0.27]).map((z) =>
        limb([0, y - 0.1, z], [0, y + (isOne ? 0.3 : 0.27), z * 1.06], [isOne ? 0.32 : 0.27, 0.11], { blend: 0.12 }),
      );
      return paint(smoothBlob([ball([0, y - 0.2, 0], [0.2, 0.14, 0.5]), ...parts], 0.05), (_, py) =>
        mixColors(base, shade(base, 0.68), softStep(y + 0.02, y + 0.2, py)),
      );
    });
    return buildQuadruped({ ...formOf(CAMEL, context), onBody: (pose, body) => pose.add(humps, FUR, body) }, context);
  },
};
