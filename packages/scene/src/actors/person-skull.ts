import { type BlobPart, fieldOf } from '../model/field.ts';
import type { ActorContext } from './actor.ts';
import { BODY } from './person-joints.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, limb } from './rig.ts';

const R = BODY.headRadius;

/** What a head does at an instant. */
export interface HeadMoment {
  readonly closed: number;
  readonly mouth: number;
  readonly gaze: readonly [number, number];
  /** How much hair streams behind, 0 … 1, and the time that moves it. */
  readonly stream: number;
  readonly seconds: number;
  readonly detail: ActorContext['detail'];
}

/** The skull with nose, brows, cheeks, chin and ears. */
export function skullParts({ build, face }: PersonLook): readonly BlobPart[] {
  const isChild = build === 'child';
  const isMan = build === 'man';
  const jaw = isChild ? 0.74 : isMan ? 0.7 : 0.645;
  const parts: BlobPart[] = [
    ball([0, R * 0.12, -R * 0.05], [R * 0.9, R * 0.94, R * 0.95]),
    ball([0, -R * 0.38, R * 0.13], [R * jaw, R * 0.56, R * 0.69], { blend: R * 0.4 }),
    ball([0, -R * 0.78, R * 0.48], [R * (isMan ? 0.26 : 0.19), R * 0.15, R * 0.2], { blend: R * 0.3 }),
    ball([R * 0.44, -R * 0.3, R * 0.5], R * (isChild ? 0.32 : 0.27), { mirror: true, blend: R * 0.3 }),
    // The hollows that eyes lie in, then the brow above them.
    ball([R * 0.35, R * 0.05, R * 1.02], [R * 0.2, R * 0.17, R * 0.2], { mirror: true, cut: true, blend: R * 0.16 }),
    limb([R * 0.16, R * 0.32, R * 0.8], [R * 0.52, R * 0.31, R * 0.66], R * (isMan ? 0.1 : 0.06), {
      mirror: true,
      blend: R * 0.24,
    }),
  ];
  if (face === 'skull') {
    parts.push(
      ball([R * 0.35, R * 0.05, R * 0.85], R * 0.24, { mirror: true, cut: true, blend: R * 0.06 }),
      ball([0, -R * 0.2, R * 0.92], [R * 0.12, R * 0.15, R * 0.16], { cut: true, blend: R * 0.05 }),
      ball([R * 0.62, -R * 0.5, R * 0.45], [R * 0.2, R * 0.2, R * 0.3], { mirror: true, cut: true, blend: R * 0.15 }),
    );
    return parts;
  }
  if (face === 'alien') return alienParts();
  const reach = isChild ? 0.94 : isMan ? 1.03 : 0.99;
  parts.push(
    limb([0, R * 0.12, R * 0.84], [0, -R * 0.18, R * (reach - 0.06)], [R * 0.075, R * 0.1], { blend: R * 0.14 }),
    ball([0, -R * 0.24, R * reach], R * (isChild ? 0.1 : 0.105), { blend: R * 0.08 }),
    ball([R * 0.105, -R * 0.27, R * 0.9], [R * 0.08, R * 0.065, R * 0.09], { mirror: true, blend: R * 0.06 }),
    ball([R * 0.9, -R * 0.08, -R * 0.04], [R * 0.1, R * 0.23, R * 0.16], { mirror: true, blend: R * 0.06 }),
    ball([R * 0.99, -R * 0.06, R * 0.02], [R * 0.06, R * 0.13, R * 0.08], { mirror: true, cut: true, blend: R * 0.05 }),
  );
  if (face === 'elf')
    parts.push(
      limb([R * 0.92, R * 0.0, -R * 0.06], [R * 1.24, R * 0.42, -R * 0.3], [R * 0.12, R * 0.02], {
        mirror: true,
        blend: R * 0.08,
      }),
    );
  return parts;
}

/** How far the skin is in front of the middle, at a place of the face: what is drawn on it lies there. */
export function skinOf(look: PersonLook): (x: number, y: number) => number {
  const key = `${look.build}/${look.face}`;
  const known = skins.get(key) ?? skinThrough(look);
  skins.set(key, known);
  return known;
}

const skins = new Map<string, (x: number, y: number) => number>();

function skinThrough(look: PersonLook): (x: number, y: number) => number {
  const field = fieldOf(skullParts(look), R * 0.17);
  return (x, y) => {
    let low = 0;
    let high = R * 1.5;
    for (let step = 0; step < 18; step++) {
      const middle = (low + high) / 2;
      if (field(x, y, middle) < 0) low = middle;
      else high = middle;
    }
    return low;
  };
}

/** A tall bald head that narrows to the chin. */
function alienParts(): readonly BlobPart[] {
  return [
    ball([0, R * 0.3, -R * 0.1], [R * 1.06, R * 1.12, R * 1.1]),
    ball([0, -R * 0.5, R * 0.2], [R * 0.48, R * 0.5, R * 0.5], { blend: R * 0.6 }),
    limb([0, R * 0.05, R * 0.82], [0, -R * 0.2, R * 0.84], [R * 0.05, R * 0.07], { blend: R * 0.1 }),
  ];
}
