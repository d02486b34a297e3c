import { compose } from '../../../model/matrix.ts';
import { transformMesh } from '../../../model/mesh.ts';
import { cylinder } from '../../../model/primitives.ts';
import type { Body } from '../../../vision/sight.ts';
import type { ToolContext } from '../../tool.ts';
import { chain, inverse, moveX, moveY, type Similarity, scaleOf } from '../track/similarity.ts';
import type { Carrier } from './carriers.ts';
import { lookOf } from './clip-look.ts';
import type { Exhibit, Part } from './exhibit.ts';
import { depthIn, outlineOf } from './face-outline.ts';
import { type HeadSize, poseOf, presenceOf, sizeOf } from './head-pose.ts';
import { estimateLight, skinLight } from './light.ts';
import { moveWithShoulders, type NeckPose, neckMatrix, neckOf } from './neck.ts';
import { findNeckSurface, type NeckSurface, unseenSurface } from './neck-surface.ts';
import { passingBy } from './passing.ts';

/** What a neck offers to what is hung on it. */
export interface Neck {
  readonly size: HeadSize;
  readonly surface: NeckSurface;
  readonly pixelsPerCm: number;
}

/** An object for the neck: its parts in the neck's space. */
export interface NeckModel {
  readonly parts: readonly Part[];
  /**
   * How much of the surface below the chin has to be under a place for the object to show there, 0 to 1: 1 for what lies
   * on the skin, 0 for what is worn over everything. By x and y in the neck's space.
   */
  readonly needsSurface: (x: number, y: number) => number;
  /** Centimetres. */
  readonly shadow: { readonly reach: number; readonly blur: number; readonly strength: number };
}

/** Hangs something on a carrier's neck. */
export function hangOnNeck(carrier: Carrier, { survey }: ToolContext, build: (neck: Neck) => NeckModel): Exhibit {
  const { picture, index } = survey.representative;
  const size = sizeOf(carrier.model, poseOf(carrier.model));
  const seenBodyAt = (at: number): Body | undefined =>
    carrier.body === undefined ? undefined : survey.frames[at]?.bodies[carrier.body];
  const isWithShoulders = shouldersAreSteady(carrier, survey.frames, seenBodyAt);
  // Shoulders that come and go are left out altogether: each change would be a jump.
  const bodyAt = (at: number): Body | undefined => (isWithShoulders ? seenBodyAt(at) : undefined);
  const isSeen = carrier.frame === index;
  const base = neckOf(carrier.model, size, bodyAt(carrier.frame));
  const surface = isSeen
    ? findNeckSurface(picture, carrier.model, base, size.jawX * 0.9)
    : unseenSurface(size.jawX * 0.9);
  const model = build({ size, surface, pixelsPerCm: scaleOf(base) });
  const neckShape = transformMesh(
    cylinder({ radius: surface.halfWidth * 0.95, height: 9 }),
    // As flat as it takes for what hangs in front to be in front.
    compose({ at: [0, -2.5, 0], scale: [1, 1, 0.4] }),
  );
  const light = estimateLight(picture, isSeen ? carrier.model : undefined);
  const modelLight = isSeen ? skinLight(picture, carrier.model) : undefined;
  return {
    parts: model.parts,
    light,
    look: lookOf(picture, carrier.model.box),
    standIn(frame, moment) {
      const face = survey.frames[moment.index]?.faces[carrier.face];
      if (!face) return undefined;
      const head = poseOf(face);
      const presence = presenceOf(face, head);
      if (presence === 0) return undefined;
      const own = neckOf(face, size, bodyAt(moment.index));
      const shoulders = isWithShoulders ? moveWithShoulders(bodyAt(carrier.frame), bodyAt(moment.index)) : undefined;
      const pose = shoulders ? nearHead(chain(base, shoulders), own) : own;
      const back = chain(inverse(pose), base);
      const still = inverse(survey.frames[moment.index]!.camera);
      const lit = modelLight === undefined ? undefined : skinLight(frame, face);
      const gain = lit !== undefined && modelLight ? Math.min(2.2, Math.max(0.4, lit / modelLight)) : 1;
      const { reach, blur, strength } = model.shadow;
      const cm = scaleOf(pose);
      return {
        matrix: neckMatrix(pose),
        occluders: [neckShape],
        presence,
        gain,
        shadows: [
          {
            x: -light.direction[0] * reach * cm,
            y: Math.max(0.35, light.direction[1]) * reach * cm,
            blur: Math.max(0.5, blur * cm),
            strength,
          },
        ],
        hiddenAt: hiding(
          depthIn(outlineOf(face), -1),
          passingBy({
            before: isSeen ? picture : frame,
            now: frame,
            gain,
            withCarrier: (x, y) => ({ x: moveX(back, x, y), y: moveY(back, x, y) }),
            withScene: (x, y) => ({ x: moveX(still, x, y), y: moveY(still, x, y) }),
            pixelsPerCm: scaleOf(base),
            reachCm: 0.35,
            from: 50,
            to: 80,
          }),
          pose,
          back,
          surface,
          model,
        ),
      };
    },
  };
}

/** What is in front of a necklace at a pixel: chin and jaw, hair and collar, and what passes by. */
function hiding(
  inFace: (x: number, y: number) => number,
  passingAt: (x: number, y: number) => number,
  pose: NeckPose,
  back: Similarity,
  surface: NeckSurface,
  { needsSurface }: NeckModel,
): (x: number, y: number) => number {
  const intoCm = inverse(pose);
  return (x, y) => {
    const chin = ramp(inFace(x, y), -0.8, 0.6);
    if (chin >= 1) return 1;
    const bx = moveX(back, x, y);
    const by = moveY(back, x, y);
    const needed = needsSurface(moveX(intoCm, x, y), -moveY(intoCm, x, y));
    const bare = needed > 0 ? needed * (1 - ramp(surface.belongs(bx, by), 0.3, 0.7)) : 0;
    return 1 - (1 - chin) * (1 - bare) * (1 - passingAt(x, y));
  };
}

function ramp(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Shoulders count only when they are seen nearly as long as the face is: a change of what is followed would be a jump. */
function shouldersAreSteady(
  carrier: Carrier,
  frames: ToolContext['survey']['frames'],
  bodyAt: (index: number) => Body | undefined,
): boolean {
  const from = bodyAt(carrier.frame);
  if (!from) return false;
  let faces = 0;
  let both = 0;
  frames.forEach(({ faces: all }, index) => {
    if (!all[carrier.face]) return;
    faces++;
    if (moveWithShoulders(from, bodyAt(index))) both++;
  });
  return both >= faces * 0.97;
}

/** No neck leaves its head: what is further from it than two and a half centimetres is drawn after it. */
function nearHead(pose: NeckPose, own: NeckPose): NeckPose {
  const x = own.tx - pose.tx;
  const y = own.ty - pose.ty;
  const away = Math.hypot(x, y);
  const most = scaleOf(own) * 2.5;
  if (away <= most) return pose;
  const share = (away - most) / away;
  return { ...pose, tx: pose.tx + x * share, ty: pose.ty + y * share };
}
