import type { BlobPart } from '../model/field.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, limb } from './rig.ts';

/** Hips, chest and shoulders, without limbs; hips at the origin. */
export function torsoParts({ build, isBulky, isMetal, girth, belly }: PersonLook): readonly BlobPart[] {
  const isWoman = build === 'woman';
  const w = (isBulky ? 1.25 : isMetal ? 1.08 : 1) * girth;
  const shoulders = (isWoman ? 0.145 : build === 'child' ? 0.145 : 0.165) * w;
  const parts: BlobPart[] = [
    ball([0, 0.0, 0], [0.148 * w, 0.115, 0.112 * w]),
    ball([0, 0.17, 0], [(isWoman ? 0.108 : 0.13) * w, 0.14, (isWoman ? 0.088 : 0.105) * w], { blend: 0.1 }),
    ball([0, 0.35, 0.005], [shoulders, 0.135, 0.112 * w], { blend: 0.1 }),
    limb([0.1, 0.425, 0], [0.162 * w, 0.428, 0], [0.06, 0.052 * w], { mirror: true, blend: 0.09 }),
    limb([0, 0.42, 0], [0, 0.53, 0.008], [isWoman ? 0.052 : 0.062, isWoman ? 0.043 : 0.05], { blend: 0.05 }),
    // Shoulders slope down from the neck.
    limb([0.02, 0.492, -0.016], [0.15 * w, 0.45, -0.006], [0.034, 0.036], { mirror: true, blend: 0.06 }),
  ];
  if (isWoman && !isBulky) parts.push(ball([0.062, 0.33, 0.075], 0.06, { mirror: true, blend: 0.06 }));
  if (belly > 0) parts.push(ball([0, 0.14, 0.06], [0.16 * girth, 0.15, 0.13 * girth * belly], { blend: 0.1 }));
  if (isBulky) parts.push({ kind: 'block', at: [0, 0.3, -0.2], size: [0.36, 0.46, 0.2], round: 0.05, blend: 0.02 });
  return parts;
}
