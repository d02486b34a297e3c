import type { Mesh } from '@openimagine/render';
import { compose, IDENTITY } from '../../../model/matrix.ts';
import { transformMesh } from '../../../model/mesh.ts';
import { sphere } from '../../../model/primitives.ts';
import type { Picture } from '../../../vision/sight.ts';
import type { ToolContext } from '../../tool.ts';
import { inverse, moveX, moveY, type Similarity } from '../track/similarity.ts';
import type { Carrier } from './carriers.ts';
import { lookOf } from './clip-look.ts';
import type { Shadow } from './compose-layer.ts';
import type { Exhibit, Part } from './exhibit.ts';
import { type HairSize, hairOf, usualHair } from './hair-size.ts';
import { type HeadPose, type HeadSize, poseOf, presenceOf, sizeOf } from './head-pose.ts';
import { estimateLight, skinLight } from './light.ts';
import { passingBy } from './passing.ts';
import { seatInFrame } from './seat-in-frame.ts';

/** What a head offers to what is put on it. */
export interface Head {
  readonly size: HeadSize;
  readonly hair: HairSize;
  readonly pixelsPerCm: number;
  /** The frame that was looked at closely, and the head in it. */
  readonly picture: Picture;
  readonly pose: HeadPose;
  readonly mesh: Float32Array;
}

/** An object for the head: its parts in the head's space. */
export interface HeadModel {
  readonly parts: readonly Part[];
  /** Centimetres: how far from itself its shadow falls, how soft and how dark it is. */
  readonly shadows: readonly { readonly reach: number; readonly blur: number; readonly strength: number }[];
  /** Parts of the head that hide what is behind them, in the head's space. Default the skull. */
  readonly occluders?: readonly Mesh[];
  /** How much of the object hair hides at a place of the head's space, 0 to 1; seen from before. */
  readonly hiddenAt?: (picture: Picture, x: number, y: number) => number;
}

/** Puts something on a carrier's head. @param word What it is called. @throws {EditError} when it has no room there. */
export function putOnHead(
  carrier: Carrier,
  { survey }: ToolContext,
  build: (head: Head) => HeadModel,
  word: string,
): Exhibit {
  const { picture, index } = survey.representative;
  const isSeen = carrier.frame === index;
  const base = poseOf(carrier.model);
  const size = sizeOf(carrier.model, base);
  const hair = isSeen ? hairOf(picture, base, size) : usualHair(size);
  const built = build({ size, hair, pixelsPerCm: base.scale, picture, pose: base, mesh: carrier.model.mesh });
  const model = seatInFrame(built, base, size, picture, word);
  const occluders = model.occluders ?? [skullOf(size)];
  const light = estimateLight(picture, isSeen ? carrier.model : undefined);
  const baseLight = isSeen ? skinLight(picture, carrier.model) : undefined;
  return {
    parts: model.parts,
    light,
    look: lookOf(picture, carrier.model.box),
    standIn(frame, moment) {
      const face = survey.frames[moment.index]?.faces[carrier.face];
      if (!face) return undefined;
      const pose = poseOf(face);
      const presence = presenceOf(face, pose);
      if (presence === 0) return undefined;
      const lit = skinLight(frame, face);
      const gain = lit && baseLight ? Math.min(2.2, Math.max(0.4, lit / baseLight)) : 1;
      const shadows = model.shadows.map(
        ({ reach, blur, strength }): Shadow => ({
          x: -light.direction[0] * reach * pose.scale,
          y: Math.max(0.35, light.direction[1]) * reach * pose.scale,
          blur: Math.max(0.5, blur * pose.scale),
          strength,
        }),
      );
      return {
        matrix: pose.matrix,
        presence,
        gain,
        shadows,
        occluders,
        hiddenAt: beforeHead(isSeen ? picture : frame, frame, base, pose, gain, survey.frames[moment.index]!.camera),
        takesShadowAt: onHead(pose, size, hair),
      };
    },
  };
}

/** Hands and the like that pass before the head since it was looked at closely. */
function beforeHead(
  before: Picture,
  now: Picture,
  base: HeadPose,
  pose: HeadPose,
  gain: number,
  camera: Similarity,
): (x: number, y: number) => number {
  const back = inverse(camera);
  // A head that turns changes its looks by itself: the further, the less a difference tells.
  const turned = Math.hypot(base.front[0] - pose.front[0], base.front[1] - pose.front[1]);
  const from = 75 + 260 * turned;
  return passingBy({
    before,
    now,
    gain,
    withCarrier: between(pose, base),
    withScene: (x, y) => ({ x: moveX(back, x, y), y: moveY(back, x, y) }),
    pixelsPerCm: base.scale,
    reachCm: 0.7,
    from,
    to: from + 35,
  });
}

/** A head's shadows fall on the head: what is behind it is too far away. */
function onHead(pose: HeadPose, { chinY }: HeadSize, { top, halfWidth }: HairSize): (x: number, y: number) => number {
  const toFlat = between(pose, FLAT);
  const middle = (top + chinY) / 2;
  const half = (top - chinY) / 2;
  return (x, y) => {
    const at = toFlat(x, y);
    const away = Math.hypot(at.x / (halfWidth * 0.97), (-at.y - middle) / half);
    return Math.min(1, Math.max(0, (1.02 - away) * 14));
  };
}

/** A head whose centimetres are pixels, at the origin. */
const FLAT: HeadPose = { matrix: IDENTITY, scale: 1, right: [1, 0, 0], up: [0, 1, 0], front: [0, 0, 1] };

/** Takes places seen on one head to where they are on the other, as if heads were flat. */
function between(from: HeadPose, to: HeadPose): (x: number, y: number) => { readonly x: number; readonly y: number } {
  const [a, b, , , c, d] = from.matrix as readonly number[] as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const determinant = a * d - b * c || 1e-9;
  const m = to.matrix;
  return (x, y) => {
    const px = x - from.matrix[12]!;
    const py = -y - from.matrix[13]!;
    const u = (d * px - c * py) / determinant;
    const v = (a * py - b * px) / determinant;
    return { x: m[0]! * u + m[4]! * v + m[12]!, y: -(m[1]! * u + m[5]! * v + m[13]!) };
  };
}

/** A skull somewhat smaller than the head, so that what lies on the skin stays before it. */
export function skullOf({ earX, earZ, foreheadY, chinY }: HeadSize): Mesh {
  const height = (foreheadY + 4 - chinY) / 2;
  return transformMesh(
    sphere([earX * 0.97, height * 0.96, Math.abs(earZ) * 0.92 + 0.5], '#ffffff', 28),
    compose({ at: [0, (foreheadY + 4 + chinY) / 2, earZ - 0.6] }),
  );
}
