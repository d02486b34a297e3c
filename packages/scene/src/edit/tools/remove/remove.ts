import type { Box, Picture } from '../../../vision/sight.ts';
import { EditError, type ToolMaker } from '../../tool.ts';
import { warpPlane } from '../matte/align.ts';
import { type FoundTarget, findTarget } from '../matte/find-target.ts';
import { createFollower } from '../matte/follow.ts';
import {
  blurPlane,
  colorPlanes,
  createPlane,
  type Plane,
  planeOfCoverage,
  samplePlane,
  smallSize,
} from '../matte/plane.ts';
import { inverse, moveX, moveY, type Similarity } from '../track/similarity.ts';
import { type Filling, fillHole, type Hole } from './fill-hole.ts';
import { findSource } from './find-source.ts';
import { matchPatches } from './patch-match.ts';
import { takeWith } from './take-with.ts';

const LONGEST = 256;
/** A shadow and the blurred edge go too: small pixels, and a share of what goes. */
const GROWN = 4;
const GROWN_SHARE = 0.025;
/** A cut-out that fills less of its box than this has missed most of what was meant; then all of the box goes. */
const CUT_OUT_SHARE_MIN = 0.33;
/** Beyond this there is nothing left to fill from. */
const SHARE_MAX = 0.6;

/** Takes something out of the picture and closes the hole with what lies beside it. */
export const makeRemove: ToolMaker<'remove'> = ({ target }, { survey, random }) => {
  const { representative } = survey;
  if (target.kind === 'sky' || target.kind === 'water' || target.kind === 'ground' || target.kind === 'hair') {
    throw new EditError(`The ${target.word} cannot be taken out: people, animals and things can.`);
  }
  const found = findTarget(target, representative.picture, representative.sight, 'the picture');
  const small = smallSize(survey, LONGEST);
  const whole = wholeOf(found, survey, small);
  // People were cut out as such; what else has rare colours in their box is a flag or a chair beside them.
  if (target.kind !== 'person') takeWith(whole, representative.picture, found.box);
  const mask = grow(whole, found.box.width / survey.width + found.box.height / survey.height);
  const share = mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length;
  if (share > SHARE_MAX) {
    throw new EditError(
      `The ${target.word} fills ${Math.round(100 * share)} % of the picture: too much to fill in what was behind. Replace the background instead, or crop.`,
    );
  }
  const filling = findFilling();
  if (survey.frames.length <= 1) {
    return {
      apply(frame) {
        const hole = holeOf(mask, frame);
        if (hole) fillHole(frame, hole, filling);
        return hole?.box;
      },
    };
  }
  const plate = withoutIt();
  const follow = createFollower(survey, found.follows, small);
  const plateColors = colorPlanes(plate, small.width, small.height);
  return {
    apply(frame, moment) {
      const back = inverse(survey.frames[Math.min(moment.index, survey.frames.length - 1)]!.camera);
      const colors = colorPlanes(frame, small.width, small.height);
      const moved = warpPlane(whole, follow(colors, moment));
      addRemains(moved, colors, plateColors, back, survey.width / small.width);
      const hole = holeOf(grow(moved, found.box.width / survey.width + found.box.height / survey.height), frame);
      if (hole) fillHole(frame, hole, { plate: { picture: plate, back } });
      return hole?.box;
    },
  };

  /** One place beside it if that fits, else many that fit together. */
  function findFilling(): Filling {
    const source = findSource(representative.picture, mask);
    if (source) return { source };
    const offsets = matchPatches(colorPlanes(representative.picture, mask.width, mask.height), mask, random);
    return offsets && { offsets };
  }

  /** Filled once, and then shown wherever it was: what is made up anew for each frame would flicker. */
  function withoutIt(): Picture {
    const { width, height, rgba } = representative.picture;
    const picture = { width, height, rgba: Uint8Array.from(rgba) };
    const hole = holeOf(mask, picture);
    if (hole) fillHole(picture, hole, filling);
    return picture;
  }
};

/** How far from what was followed its remains are looked for, in places of the grid, and how different they look. */
const REMAINS_RADIUS = 5;
const REMAINS_DIFFERENCE = 0.11;

/** Adds to a mask what lies beside it and looks unlike the place without the thing: a head that turned further, a tail. */
function addRemains(
  mask: Plane,
  colors: readonly Plane[],
  plate: readonly Plane[],
  back: Similarity,
  scale: number,
): void {
  const near = blurPlane(mask, REMAINS_RADIUS);
  const differs = createPlane(mask.width, mask.height);
  for (let i = 0; i < mask.data.length; i++) {
    if (near.data[i]! < 0.01 || mask.data[i]! > 0.5) continue;
    const x = ((i % mask.width) + 0.5) * scale;
    const y = (Math.floor(i / mask.width) + 0.5) * scale;
    const atX = moveX(back, x, y) / scale - 0.5;
    const atY = moveY(back, x, y) / scale - 0.5;
    const isSeen = atX > 0 && atY > 0 && atX < mask.width - 1 && atY < mask.height - 1;
    const difference = Math.max(
      ...colors.map((plane, channel) => Math.abs(plane.data[i]! - samplePlane(plate[channel]!, atX, atY))),
    );
    if (isSeen && difference > REMAINS_DIFFERENCE) differs.data[i] = 1;
  }
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = Math.max(mask.data[i]!, differs.data[i]!);
}

function holeOf(mask: Plane, frame: Picture): Hole | undefined {
  const box = boxOf(mask, frame);
  return box && { box, mask };
}

/** What was cut out; where that failed, an ellipse in its box. */
function wholeOf({ coverage, box }: FoundTarget, size: Size, small: Size): Plane {
  const mask = planeOfCoverage(coverage, small.width, small.height);
  const scaleX = small.width / size.width;
  const scaleY = small.height / size.height;
  const area = box.width * scaleX * box.height * scaleY;
  const covered = mask.data.reduce((sum, value) => sum + value, 0);
  if (covered > CUT_OUT_SHARE_MIN * area) return mask;
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      const across = ((x + 0.5) / scaleX - box.x - box.width / 2) / (box.width / 2);
      const down = ((y + 0.5) / scaleY - box.y - box.height / 2) / (box.height / 2);
      if (across ** 4 + down ** 4 < 1) mask.data[y * mask.width + x] = 1;
    }
  }
  return mask;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Widened, with a soft edge beyond what it was. @param size Width and height of what goes, added, of the picture's. */
function grow(mask: Plane, size: number): Plane {
  const radius = Math.round(GROWN + GROWN_SHARE * size * mask.width * 0.5);
  const wide = blurPlane(mask, radius);
  for (let i = 0; i < wide.data.length; i++) wide.data[i] = Math.min(1, Math.max(mask.data[i]!, wide.data[i]! * 7));
  return blurPlane(wide, 1);
}

/** In pixels of the frame, whole ones; undefined when there is nothing. */
function boxOf(mask: Plane, frame: { readonly width: number; readonly height: number }): Box | undefined {
  let [left, top, right, bottom] = [mask.width, mask.height, -1, -1];
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      if (mask.data[y * mask.width + x]! < 0.004) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < left) return undefined;
  const scaleX = frame.width / mask.width;
  const scaleY = frame.height / mask.height;
  const x = Math.max(0, Math.floor((left - 1) * scaleX));
  const y = Math.max(0, Math.floor((top - 1) * scaleY));
  return {
    x,
    y,
    width: Math.min(frame.width, Math.ceil((right + 2) * scaleX)) - x,
    height: Math.min(frame.height, Math.ceil((bottom + 2) * scaleY)) - y,
  };
}
