import type { Mesh, Vec3 } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { mixColors, type Srgb, shade, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { paint } from '../model/mesh.ts';
import type { ActorContext } from './actor.ts';
import { isCut } from './person-front.ts';
import { BODY } from './person-joints.ts';
import { bone, handMesh } from './person-limbs.ts';
import { torsoParts } from './person-torso.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, edgeFactor, limb, safeEdge } from './rig.ts';

export interface PersonMeshes {
  /** Hips at the origin. */
  readonly torso: Mesh;
  /** From the joint at the origin down. */
  readonly upperArm: Mesh;
  readonly forearm: Mesh;
  /** A left hand; the right one is its mirror image. */
  readonly hand: Mesh;
  /** The same hand round something that it holds. */
  readonly fist: Mesh;
  readonly thigh: Mesh;
  readonly shin: Mesh;
  /** Ankle at the origin, toes to +z. */
  readonly shoe: Mesh;
}

/** The painted parts of a body. Shapes are shared between clothes, clothes between copies. */
export function personMeshes(look: PersonLook, detail: ActorContext['detail']): PersonMeshes {
  const shapeKey = `person/${look.build}/${look.isBulky}/${look.isMetal}/${look.girth}/${look.belly}/${detail}`;
  const edge = edgeFactor(detail);
  const blob = (parts: readonly BlobPart[], edgeLength: number): Mesh =>
    smoothBlob(parts, safeEdge(parts, edgeLength * edge));
  const make = (name: string, build: () => Mesh, color: (p: Vec3, normal: Vec3) => Srgb, colorKey: string): Mesh =>
    cachedMesh(`${shapeKey}/${name}/${colorKey}`, () => {
      const shape = cachedMesh(`${shapeKey}/${name}`, build);
      return paint(shape, (x, y, z, normal) => color([x, y, z], normal));
    });
  const b = (look.isBulky ? 1.32 : look.build === 'woman' ? 0.9 : 1) * look.girth;
  const sleeve = look.top;
  const lowerSleeve = look.shortSleeves ? look.skin : look.top;
  const isBony = look.face === 'skull';
  const hand = look.gloves ?? look.skin;
  const legs = hasBareLegs(look)
    ? look.build === 'child' && !look.bareLegs
      ? mixColors(look.top, '#ffffff', 0.75)
      : look.skin
    : look.bottom;
  const thighColor = look.bareLegs ? look.bottom : legs;
  const key = (...colors: readonly Srgb[]): string => colors.map(toHex).join('/');
  const { upperArm, forearm, thigh, shin } = BODY;
  return {
    torso: make(
      `torso/${look.front === 'plain' || isCut(look)}`,
      () => blob(torsoParts(look), look.front === 'plain' || isCut(look) ? 0.036 : 0.03),
      (p, n) => torsoColor(look, p, n),
      `${look.costume}/${look.skirt}/${look.front}/${key(look.top, look.bottom, look.accent, look.skin)}`,
    ),
    upperArm: make(
      'upper-arm',
      () =>
        bone(
          upperArm,
          [
            [0, 0.061 * b],
            [0.3, 0.057 * b],
            [0.6, 0.051 * b],
            [1, 0.046 * b],
          ],
          detail,
        ),
      ([, y]) => (isBony || look.bareArms || (look.shortSleeves && y < -0.16) ? look.skin : sleeve),
      `${key(sleeve, look.skin)}/${look.shortSleeves}/${look.bareArms}/${isBony}`,
    ),
    forearm: make(
      'forearm',
      () =>
        bone(
          forearm,
          [
            [0, 0.046 * b],
            [0.28, 0.048 * b],
            [1, 0.034 * b],
          ],
          detail,
        ),
      ([, y]) =>
        isBony
          ? look.skin
          : look.isMetal && y < -0.17
            ? look.accent
            : look.front === 'bands' && Math.abs(y + 0.15) < 0.022
              ? look.accent
              : y < -0.195 && !look.shortSleeves
                ? shade(lowerSleeve, 0.82)
                : lowerSleeve,
      `${key(lowerSleeve, look.accent, look.skin)}/${look.shortSleeves}/${isBony}/${look.front === 'bands'}`,
    ),
    hand: make(
      'hand',
      () => handMesh(b, 0.15, detail),
      () => hand,
      key(hand),
    ),
    fist: make(
      'fist',
      () => handMesh(b, 0.85, detail),
      () => hand,
      key(hand),
    ),
    thigh: make(
      'thigh',
      () =>
        bone(
          thigh,
          [
            [0, 0.092 * b],
            [0.35, 0.088 * b],
            [1, 0.064 * b],
          ],
          detail,
          0.008,
        ),
      ([, y]) => (look.bareLegs && y < -thigh * 0.62 ? look.skin : thighColor),
      `${key(thighColor, look.skin)}/${look.bareLegs}`,
    ),
    shin: make(
      `shin/${look.skirt === 'none'}`,
      () =>
        bone(
          shin,
          [
            [0, 0.062 * b],
            [0.32, 0.064 * b],
            [1, look.skirt === 'none' ? 0.05 * b : 0.043 * b],
          ],
          detail,
          -0.012,
        ),
      ([, y]) =>
        hasBoots(look) && y < -shin * 0.42
          ? look.shoes
          : look.front === 'bands' && look.skirt === 'none' && Math.abs(y + shin * 0.3) < 0.024
            ? look.accent
            : legs,
      `${key(legs, look.shoes, look.accent)}/${hasBoots(look)}/${look.front}/${look.skirt}`,
    ),
    shoe: make(
      'shoe',
      () => blob(shoeParts(b), 0.033),
      ([, y]) => (y < -BODY.ankle + 0.018 ? shade(look.shoes, 0.55) : look.shoes),
      key(look.shoes),
    ),
  };
}

/** Whether skin shows below a hem. */
export function hasBareLegs({ skirt, bareLegs }: PersonLook): boolean {
  return skirt === 'short' || skirt === 'tutu' || bareLegs;
}

function hasBoots({ costume, isMetal, isBulky, hasBoots }: PersonLook): boolean {
  return hasBoots || isMetal || isBulky || costume === 'superhero' || costume === 'farmer';
}

function shoeParts(b: number): readonly BlobPart[] {
  const sole = -BODY.ankle;
  return [
    ball([0, sole + 0.042, 0.07], [0.052 * b, 0.044, 0.095]),
    ball([0, sole + 0.04, -0.012], [0.046 * b, 0.042, 0.062], { blend: 0.03 }),
    limb([0, sole + 0.05, 0], [0, 0.03, 0], [0.046 * b, 0.05 * b], { blend: 0.03 }),
    // Flat below, so that it stands.
    { kind: 'block', at: [0, sole - 0.1, 0], size: [1, 0.2, 1], round: 0.001, cut: true, blend: 0.006 },
  ];
}

function torsoColor(look: PersonLook, [x, y, z]: Vec3, normal: Vec3): Srgb {
  const side = Math.abs(x);
  const isFront = normal[2] > 0;
  if (y > 0.49 && side < 0.085)
    return look.front === 'suit' || look.front === 'hoodie' || look.costume === 'ninja'
      ? look.top
      : y > 0.49 || look.front !== 'tie'
        ? skinOrCollar(look, y)
        : [240, 240, 238];
  if (look.front === 'armour' && Math.abs(y - 0.075) < 0.02) return [74, 52, 36];
  if (look.front === 'bones') return bonesColor(look, side, y, normal);
  if (look.front === 'sash') {
    const drape = Math.abs(y - 0.26 - x * 0.75);
    if (drape < 0.07) return drape > 0.052 ? look.accent : mixColors(look.top, look.accent, 0.2);
  }
  if (look.front === 'bands' && Math.abs(y - 0.24) < 0.025) return look.accent;
  if (y < 0.07 && (look.skirt === 'none' || look.skirt === 'coat'))
    return look.skirt === 'coat' ? look.top : look.bottom;
  // A waistcoat has no sleeves.
  if (look.front === 'vest') return look.accent;
  return isFront && !isCut(look) ? frontColor(look, side, y, z) : look.top;
}

/** Ribs, a spine and hips over darkness. */
function bonesColor({ skin, top }: PersonLook, side: number, y: number, normal: Vec3): Srgb {
  const isRib = y > 0.2 && y < 0.46 && Math.sin(y * 128 - side * 9) > -0.15 && side < 0.15;
  const isSpine = side < 0.022 && y > 0.02;
  const isHip = y < 0.07 && y > -0.06;
  const isCollar = y > 0.44;
  return isRib || isSpine || isHip || isCollar ? shade(skin, 0.88 + 0.12 * normal[1]) : top;
}

function skinOrCollar(look: PersonLook, y: number): Srgb {
  if (look.front === 'coat') return y < 0.5 ? shade(look.top, 0.85) : look.skin;
  return look.isMetal ? shade(look.top, 0.7) : look.skin;
}

function frontColor(look: PersonLook, side: number, y: number, z: number): Srgb {
  const { top, accent } = look;
  if (look.front === 'hoodie') return y > 0.06 && y < 0.19 && side < 0.1 + (y - 0.06) * -0.25 ? shade(top, 0.86) : top;
  if (look.front === 'emblem') {
    const diamond = side / 0.075 + Math.abs(y - 0.33) / 0.075;
    return diamond < 0.55 ? [200, 32, 44] : diamond < 1 ? accent : top;
  }
  if (look.front === 'armour') {
    const isCross = (side < 0.025 && y > 0.16 && y < 0.42) || (Math.abs(y - 0.32) < 0.022 && side < 0.09);
    return isCross ? accent : Math.abs(y - 0.2) < 0.008 ? shade(top, 0.6) : top;
  }
  if (look.front === 'suit') {
    if (Math.abs(side - 0.1) < 0.014 && z > 0) return accent;
    return side < 0.07 && y > 0.22 && y < 0.34
      ? mixColors([90, 100, 116], accent, side < 0.02 && y > 0.29 ? 1 : 0)
      : top;
  }
  return look.front === 'stripe' && side < 0.035 ? accent : top;
}
