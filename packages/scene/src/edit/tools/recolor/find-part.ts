import { findHair as findHairOf } from '../../../vision/find-hair.ts';
import type { Body, Coverage, Face, Picture, Sight } from '../../../vision/sight.ts';
import { VESSELS } from '../../../vision/vessel-shape.ts';
import type { Target } from '../../operation.ts';
import { EditError } from '../../tool.ts';
import { type FoundTarget, findTarget } from '../matte/find-target.ts';
import { smoothstep } from '../restyle/planes.ts';
import { withoutContents } from './without-contents.ts';

/** Longest side of the coverages that are made here. */
const LONGEST = 320;

/**
 * Finds what is to have another colour: a region, a part of a person, or anything that has a name.
 * @throws {EditError} when it is not in the picture.
 */
export function findPart(target: Target, picture: Picture, sight: Sight): FoundTarget {
  switch (target.kind) {
    case 'sky':
    case 'water':
    case 'ground':
      return wholeOf(sight.regions[target.kind], target, sight);
    case 'background':
      return wholeOf(sight.regions.subject && inverse(sight.regions.subject), target, sight);
    case 'hair':
      return findHair(target, picture, sight);
    case 'clothing':
      return findClothing(target, sight);
    case 'face':
      return findFace(target, sight);
    default:
      return findThing(target, picture, sight);
  }
}

function findThing(target: Target, picture: Picture, sight: Sight): FoundTarget {
  const found = findTarget(target, picture, sight, 'the picture');
  const isVessel = target.label !== undefined && VESSELS.has(target.label);
  return isVessel ? { ...found, coverage: withoutContents(picture, found.coverage) } : found;
}

function wholeOf(coverage: Coverage | undefined, { word }: Target, sight: Sight): FoundTarget {
  if (!coverage) {
    const there = Object.keys(sight.regions).join(', ') || 'nothing of the kind';
    throw new EditError(
      `No ${word} was found in the picture; what was made out is ${there}. Name something that is visible.`,
    );
  }
  return { coverage, box: { x: 0, y: 0, width: sight.width, height: sight.height } };
}

function inverse({ width, height, data }: Coverage): Coverage {
  return { width, height, data: data.map((value) => 255 - value) };
}

function chosen<T extends { readonly box: { readonly x: number; readonly width: number } }>(
  list: readonly T[],
  side: Target['side'],
): number {
  if (side === undefined) return list.length > 0 ? 0 : -1;
  const order = list
    .map(({ box }, index) => ({ index, middle: box.x + box.width / 2 }))
    .sort((a, b) => a.middle - b.middle);
  const at = side === 'left' ? 0 : side === 'right' ? order.length - 1 : order.length >> 1;
  return order[at]?.index ?? -1;
}

/** @throws {EditError} when nobody faces the camera. */
export function needFace({ word, side }: Target, sight: Sight): { readonly face: Face; readonly index: number } {
  const index = chosen(sight.faces, side);
  const face = sight.faces[index];
  if (!face) {
    throw new EditError(
      `No face was found in the picture, so there is no ${word} to be coloured. Use a picture in which a person faces the camera.`,
    );
  }
  return { face, index };
}

/** A coverage from a function of the picture's pixels. */
function coverageOf(sight: Sight, at: (x: number, y: number) => number): Coverage {
  const scale = Math.max(1, Math.max(sight.width, sight.height) / LONGEST);
  const width = Math.max(1, Math.round(sight.width / scale));
  const height = Math.max(1, Math.round(sight.height / scale));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = 255 * at(((x + 0.5) * sight.width) / width, ((y + 0.5) * sight.height) / height);
    }
  }
  return { width, height, data };
}

function valueAt(coverage: Coverage | undefined, sight: Sight, x: number, y: number): number {
  if (!coverage) return 1;
  const cx = Math.min(coverage.width - 1, Math.max(0, Math.floor((x / sight.width) * coverage.width)));
  const cy = Math.min(coverage.height - 1, Math.max(0, Math.floor((y / sight.height) * coverage.height)));
  return coverage.data[cy * coverage.width + cx]! / 255;
}

function ellipse(x: number, y: number, cx: number, cy: number, rx: number, ry: number): number {
  return 1 - smoothstep(0.9, 1.1, Math.hypot((x - cx) / rx, (y - cy) / ry));
}

function findFace(target: Target, sight: Sight): FoundTarget {
  const { face, index } = needFace(target, sight);
  const { x, y, width, height } = face.box;
  const coverage = coverageOf(sight, (px, py) =>
    ellipse(px, py, x + width / 2, y + height * 0.52, width * 0.5, height * 0.52),
  );
  return { coverage, box: face.box, follows: { list: 'faces', index } };
}

/** @throws {EditError} when a cap or the like is worn, or hair cannot be told from what is around it. */
function findHair(target: Target, picture: Picture, sight: Sight): FoundTarget {
  const { face, index } = needFace(target, sight);
  const found = findHairOf(picture, face);
  if (found?.kind === 'headgear') {
    throw new EditError(
      `What covers the head looks like a cap, a scarf or a helmet, so the ${target.word} could not be told from it. ` +
        `Use a picture in which the ${target.word} is seen.`,
    );
  }
  if (found?.kind !== 'hair') {
    throw new EditError(
      `The ${target.word} could not be told from the skin and from what is around the head. ` +
        `Use a picture in which the ${target.word} stands out from the background.`,
    );
  }
  const { x, y, width, height } = face.box;
  const box = { x: x - width * 0.5, y: y - height * 0.65, width: width * 2, height: height * 2 };
  return { coverage: found.coverage, box, follows: { list: 'faces', index } };
}

/** How far beyond the shoulders sleeves reach, where it is known what belongs to people; in widths of the torso. */
const SLEEVES = 0.35;

/** Below the chin, as wide as the shoulders and the arms, down to the hips or the picture's end. */
function findClothing(target: Target, sight: Sight): FoundTarget {
  const people = sight.regions.people ?? sight.regions.subject;
  const bodyIndex = chosen(sight.bodies, target.side);
  const body = sight.bodies[bodyIndex];
  const torso = body && torsoOf(body);
  const faceIndex = chosen(sight.faces, target.side);
  const face = sight.faces[faceIndex];
  if (!torso && !face) {
    throw new EditError(
      `No person was found in the picture who could wear the ${target.word}. Use a picture in which a person's upper body is visible.`,
    );
  }
  const { x, y, width, height } = torso ?? {
    x: face!.box.x - face!.box.width * 1.3,
    y: face!.box.y + face!.box.height * 1.12,
    width: face!.box.width * 3.6,
    height: Math.min(sight.height, face!.box.height * 4.4),
  };
  const aside = people ? SLEEVES * width : 0;
  const chin = face ? face.box.y + face.box.height * 1.06 : y;
  const coverage = coverageOf(sight, (px, py) => {
    const inside =
      smoothstep(x - aside - 6, x - aside + 6, px) *
      (1 - smoothstep(x + width + aside - 6, x + width + aside + 6, px)) *
      smoothstep(Math.max(y, chin) - 4, Math.max(y, chin) + 8, py) *
      (1 - smoothstep(y + height - 6, y + height + 6, py));
    return inside * valueAt(people, sight, px, py);
  });
  const follows = torso ? { list: 'bodies' as const, index: bodyIndex } : { list: 'faces' as const, index: faceIndex };
  return { coverage, box: { x, y, width, height }, follows };
}

function torsoOf({ points, box }: Body) {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = points;
  if (!leftShoulder || !rightShoulder) return undefined;
  const shoulders = Math.abs(leftShoulder.x - rightShoulder.x);
  const middle = (leftShoulder.x + rightShoulder.x) / 2;
  const top = Math.min(leftShoulder.y, rightShoulder.y) - shoulders * 0.22;
  const hips = leftHip && rightHip ? Math.max(leftHip.y, rightHip.y) : box.y + box.height;
  const bottom = Math.max(hips, top + shoulders * 1.2);
  return { x: middle - shoulders * 0.95, y: top, width: shoulders * 1.9, height: bottom - top };
}
