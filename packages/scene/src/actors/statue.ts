import { shade, toHex, toSrgb } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, DULL_METAL } from './prop-tools.ts';

/** A statue of somebody in a long robe on a plinth; a bust, a head of Easter Island or a seated Buddha by word. */
export const statue: ActorModel = { gaits: { float: 0.1, spin: 0.2 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /buddha/)
    ? 'buddha'
    : isCalled(context, /moai|easter/)
      ? 'moai'
      : isCalled(context, /bust|head/)
        ? 'bust'
        : 'figure';
  const isMetal =
    isCalled(context, /bronze|gold|metal|copper|brass/) || (form === 'buddha' && !isCalled(context, /stone|marble/));
  const color = toSrgb(
    context.actor.color ??
      (isMetal ? (form === 'buddha' ? '#d8a944' : '#8a6a3c') : form === 'moai' ? '#6f6a62' : '#e9e6de'),
  );
  const surface = isMetal
    ? DULL_METAL
    : form === 'moai'
      ? ({ pattern: 'rock', patternScale: 1.4, specular: 0.04 } as const)
      : ({ specular: 0.22, gloss: 30, wrap: 0.3 } as const);
  const parts = craftParts(`statue/${form}/${isMetal}/${toHex(color)}`, context.detail, (to) => {
    if (form !== 'moai') {
      const [w, h] = form === 'bust' ? [0.5, 0.9] : form === 'buddha' ? [1.6, 0.3] : [0.9, 0.8];
      const stone = { specular: 0.12, gloss: 20, pattern: 'grain', patternScale: 8 } as const;
      to.block(stone, [w * 1.16, h * 0.14, w * 1.16], [0, h * 0.07, 0], '#b9b4a8', 0.02);
      to.block(stone, [w, h * 0.8, w], [0, h * 0.5, 0], '#c9c4b8', 0.015);
      to.block(stone, [w * 1.12, h * 0.1, w * 1.12], [0, h * 0.95, 0], '#b9b4a8', 0.02);
    }
    to.blob(
      surface,
      SHAPES[form],
      form === 'bust' ? 0.017 : form === 'figure' ? 0.032 : 0.045,
      color,
      form === 'bust' ? 0.03 : 0.06,
    );
    if (form === 'buddha')
      for (let i = 0; i < 16; i++)
        to.ball(
          surface,
          [0.17, 0.05, 0.1],
          [Math.sin((i / 16) * 6.283) * 0.72, 0.34, Math.cos((i / 16) * 6.283) * 0.62],
          shade(color, 0.9),
          [0.3, (i / 16) * 6.283, 0],
        );
  });
  return propActor(context, parts);
}

const face = (y: number, z: number, s: number): readonly BlobPart[] => [
  { kind: 'ball', at: [0, y, z], radius: [0.105 * s, 0.14 * s, 0.12 * s], blend: 0.02 * s },
  {
    kind: 'limb',
    from: [0, y + 0.03 * s, z + 0.115 * s],
    to: [0, y - 0.025 * s, z + 0.14 * s],
    radius: [0.012 * s, 0.02 * s],
    blend: 0.02 * s,
  },
  {
    kind: 'ball',
    at: [0.04 * s, y + 0.03 * s, z + 0.118 * s],
    radius: [0.028 * s, 0.013 * s, 0.02 * s],
    cut: true,
    mirror: true,
    blend: 0.015 * s,
  },
  {
    kind: 'ball',
    at: [0.04 * s, y + 0.026 * s, z + 0.1 * s],
    radius: [0.02 * s, 0.014 * s, 0.014 * s],
    mirror: true,
    blend: 0.004 * s,
  },
  { kind: 'ball', at: [0, y - 0.075 * s, z + 0.105 * s], radius: [0.032 * s, 0.012 * s, 0.02 * s], blend: 0.012 * s },
  { kind: 'ball', at: [0, y - 0.12 * s, z + 0.085 * s], radius: 0.03 * s, blend: 0.03 * s },
];

const SHAPES: Record<'figure' | 'bust' | 'buddha' | 'moai', readonly BlobPart[]> = {
  figure: [
    { kind: 'limb', from: [0, 0.82, 0], to: [0, 1.72, 0], radius: [0.3, 0.19] },
    { kind: 'ball', at: [0, 2.05, 0], radius: [0.23, 0.3, 0.16], blend: 0.12 },
    ...Array.from({ length: 11 }, (_, i): BlobPart => {
      const a = (i / 11) * Math.PI * 2;
      return {
        kind: 'limb',
        from: [Math.sin(a) * 0.29, 0.8, Math.cos(a) * 0.27],
        to: [Math.sin(a) * 0.15, 1.75, Math.cos(a) * 0.13],
        radius: [0.062, 0.03],
        blend: 0.05,
      };
    }),
    { kind: 'limb', from: [-0.26, 2.2, 0], to: [-0.42, 1.86, 0.06], radius: [0.085, 0.065], blend: 0.06 },
    { kind: 'limb', from: [-0.42, 1.86, 0.06], to: [-0.22, 1.66, 0.24], radius: [0.062, 0.045], blend: 0.03 },
    { kind: 'limb', from: [0.26, 2.2, 0], to: [0.46, 2.42, 0.08], radius: [0.085, 0.065], blend: 0.06 },
    { kind: 'limb', from: [0.46, 2.42, 0.08], to: [0.5, 2.78, 0.16], radius: [0.06, 0.042], blend: 0.03 },
    { kind: 'limb', from: [-0.22, 2.2, 0.12], to: [0.2, 1.72, 0.2], radius: 0.05, blend: 0.06 },
    { kind: 'limb', from: [0, 2.26, 0], to: [0, 2.42, 0.01], radius: 0.07, blend: 0.05 },
    { kind: 'ball', at: [0, 2.6, -0.03], radius: [0.135, 0.15, 0.15], blend: 0.04 },
    ...face(2.56, 0.01, 1),
  ],
  bust: [
    { kind: 'ball', at: [0, 1.12, 0], radius: [0.34, 0.2, 0.17] },
    { kind: 'limb', from: [0, 0.9, 0], to: [0, 1.02, 0], radius: [0.14, 0.12], blend: 0.06 },
    { kind: 'limb', from: [0, 1.2, 0], to: [0, 1.38, 0.015], radius: [0.1, 0.085], blend: 0.09 },
    { kind: 'ball', at: [0, 1.58, -0.03], radius: [0.15, 0.165, 0.16], blend: 0.04 },
    ...face(1.53, 0.01, 1.15),
    ...Array.from({ length: 22 }, (_, i): BlobPart => {
      const a = i * 2.4;
      const up = 0.25 + 0.72 * (i / 22);
      const r = 0.15 * Math.sqrt(1 - (up - 0.2) ** 2);
      return {
        kind: 'ball',
        at: [Math.sin(a) * r, 1.6 + up * 0.13, Math.min(0.09, Math.cos(a) * r) - 0.03],
        radius: 0.036,
        blend: 0.02,
      };
    }),
    { kind: 'block', at: [0, 0.5, 0], size: [2, 0.76, 2], round: 0.01, cut: true, blend: 0.01 },
  ],
  buddha: [
    { kind: 'ball', at: [0, 0.5, 0.05], radius: [0.72, 0.2, 0.5] },
    { kind: 'limb', from: [0.2, 0.48, 0.1], to: [0.68, 0.5, 0.2], radius: [0.18, 0.15], mirror: true, blend: 0.12 },
    { kind: 'limb', from: [-0.6, 0.5, 0.34], to: [0.5, 0.56, 0.42], radius: 0.12, blend: 0.1 },
    { kind: 'ball', at: [0, 1, -0.02], radius: [0.4, 0.55, 0.3], blend: 0.15 },
    { kind: 'limb', from: [0.38, 1.32, 0], to: [0.54, 0.92, 0.08], radius: [0.15, 0.12], mirror: true, blend: 0.1 },
    { kind: 'limb', from: [0.54, 0.92, 0.08], to: [0.12, 0.72, 0.42], radius: [0.11, 0.08], mirror: true, blend: 0.06 },
    { kind: 'limb', from: [-0.34, 1.4, 0.18], to: [0.3, 0.8, 0.34], radius: 0.05, blend: 0.06 },
    { kind: 'limb', from: [0, 1.42, 0], to: [0, 1.62, 0.02], radius: 0.13, blend: 0.08 },
    { kind: 'ball', at: [0, 1.86, 0], radius: [0.235, 0.27, 0.24], blend: 0.04 },
    { kind: 'ball', at: [0, 2.14, -0.02], radius: [0.11, 0.12, 0.11], blend: 0.04 },
    { kind: 'limb', from: [0.235, 1.86, 0], to: [0.25, 1.68, 0.02], radius: [0.045, 0.04], mirror: true, blend: 0.03 },
    ...face(1.82, 0.01, 1.9),
  ],
  moai: [
    { kind: 'block', at: [0, 1, 0], size: [1.5, 2.4, 1], round: 0.4 },
    { kind: 'block', at: [0, 2.8, 0.06], size: [1.15, 2.5, 0.95], round: 0.3, blend: 0.25 },
    { kind: 'block', at: [0, 3.62, 0.52], size: [1.14, 0.28, 0.4], round: 0.12, blend: 0.1 },
    { kind: 'limb', from: [0, 3.5, 0.6], to: [0, 2.75, 0.86], radius: [0.14, 0.24], blend: 0.12 },
    { kind: 'ball', at: [0.3, 3.32, 0.62], radius: [0.22, 0.16, 0.16], cut: true, mirror: true, blend: 0.08 },
    { kind: 'limb', from: [-0.28, 2.34, 0.6], to: [0.28, 2.34, 0.6], radius: 0.08, blend: 0.04 },
    { kind: 'limb', from: [-0.26, 2.2, 0.58], to: [0.26, 2.2, 0.58], radius: 0.07, blend: 0.03 },
    { kind: 'block', at: [0, 1.9, 0.4], size: [0.95, 0.4, 0.5], round: 0.16, blend: 0.15 },
    { kind: 'limb', from: [0.62, 3.3, 0], to: [0.66, 2.2, 0.02], radius: [0.1, 0.14], mirror: true, blend: 0.06 },
    { kind: 'block', at: [0, -0.6, 0], size: [4, 1.2, 4], round: 0.01, cut: true, blend: 0.01 },
  ],
};
