import type { Coverage, Picture } from '../../../vision/sight.ts';
import type { EditMoment, Survey } from '../../tool.ts';
import { warpPlane } from './align.ts';
import { eatFringe } from './eat-fringe.ts';
import type { FoundTarget } from './find-target.ts';
import { createFollower } from './follow.ts';
import { blurPlane, colorPlanes, createPlane, lumaOf, type Plane, planeOfCoverage, smallSize } from './plane.ts';

/** Which part of each frame belongs to something. */
export interface Matte {
  /** 0 … 255 for each pixel of the frame. The array is used again for the next frame. */
  at(frame: Picture, moment: EditMoment): Uint8Array;
}

/** Fine enough for hair after the guided filter, and 30 times fewer than a 720p frame has. */
const LONGEST = 240;
const BINS = 12;
const GUIDE_RADIUS = 5;
const GUIDE_EPSILON = 4e-4;
/** How far what is followed may be off, in small pixels. */
const UNSURE_RADIUS = 1;
/** How far about an edge colours are asked, in small pixels, and how much they may say against it. */
const EDGE_RADIUS = 3;
const ODDS_MAX = 3;

/**
 * Follows a cut-out of the representative frame through its clip: it is moved with what it belongs to, put right by how
 * its colours differ from its surroundings, and fitted to the edges of each frame.
 */
export function createMatte(survey: Survey, found: FoundTarget): Matte {
  const { representative } = survey;
  const small = smallSize(survey, LONGEST);
  const firstAlpha = alphaOf(found.coverage, survey);
  const { first, odds } = tellApart(representative.picture, planeOfCoverage(found.coverage, small.width, small.height));
  const follow = createFollower(survey, found.follows, small);
  const alpha = new Uint8Array(survey.width * survey.height);
  const isStill = survey.frames.length <= 1;
  return {
    at(frame, moment) {
      if (isStill) return firstAlpha;
      const colors = colorPlanes(frame, small.width, small.height);
      const moved = warpPlane(first, follow(colors, moment));
      fitToEdges(frame, lumaOf(colors), judge(colors, moved, odds), alpha);
      return alpha;
    },
  };
}

/** A coverage for each pixel of a picture, 0 … 255. */
export function alphaOf(
  coverage: Coverage,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  if (coverage.width === width && coverage.height === height) return coverage.data;
  const plane = planeOfCoverage(coverage, width, height);
  return Uint8Array.from(plane.data, (value) => value * 255 + 0.5);
}

/** What was cut out wrongly spoils the colours that it is told by: each round tells them better. */
const ROUNDS = 3;

/** A cut-out without what looks like its surroundings, and how its colours differ from theirs. */
function tellApart(picture: Picture, mask: Plane): { readonly first: Plane; readonly odds: Odds } {
  const colors = colorPlanes(picture, mask.width, mask.height);
  let first = mask;
  let odds = createColorOdds(colors, first);
  for (let round = 0; round < ROUNDS; round++) {
    first = eatFringe(first, planeOf(colors, odds));
    odds = createColorOdds(colors, first);
  }
  return { first, odds };
}

type Odds = (r: number, g: number, b: number) => number;

function planeOf([red, green, blue]: readonly [Plane, Plane, Plane], odds: Odds): Plane {
  const plane = createPlane(red.width, red.height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = odds(red.data[i]!, green.data[i]!, blue.data[i]!);
  return plane;
}

/** Near the edge of the moved cut-out, colours decide. */
function judge([red, green, blue]: readonly [Plane, Plane, Plane], moved: Plane, odds: Odds): Plane {
  const prior = blurPlane(moved, UNSURE_RADIUS);
  const near = blurPlane(moved, EDGE_RADIUS);
  const judged = createPlane(prior.width, prior.height);
  for (let i = 0; i < judged.data.length; i++) {
    const edge = Math.min(1, 8 * near.data[i]! * (1 - near.data[i]!));
    const said = edge > 0 ? edge * odds(red.data[i]!, green.data[i]!, blue.data[i]!) : 0;
    judged.data[i] = 1 / (1 + Math.exp(-9 * (prior.data[i]! - 0.5) - said));
  }
  return blurPlane(judged, 1);
}

/** @returns Logarithms of how much likelier a colour is within the cut-out than around it, at most `ODDS_MAX` either way. */
function createColorOdds([red, green, blue]: readonly [Plane, Plane, Plane], mask: Plane): Odds {
  const inside = new Float32Array(BINS ** 3).fill(0.5);
  const outside = new Float32Array(BINS ** 3).fill(0.5);
  const bin = (value: number): number => Math.min(BINS - 1, Math.floor(value * BINS));
  const binOf = (r: number, g: number, b: number): number => (bin(r) * BINS + bin(g)) * BINS + bin(b);
  let insideSum = 0;
  let outsideSum = 0;
  for (let i = 0; i < mask.data.length; i++) {
    const at = binOf(red.data[i]!, green.data[i]!, blue.data[i]!);
    inside[at]! += mask.data[i]!;
    outside[at]! += 1 - mask.data[i]!;
    insideSum += mask.data[i]!;
    outsideSum += 1 - mask.data[i]!;
  }
  return (r, g, b) => {
    const at = binOf(r, g, b);
    const ratio = Math.log((inside[at]! / (insideSum + 1)) * ((outsideSum + 1) / outside[at]!));
    return Math.max(-ODDS_MAX, Math.min(ODDS_MAX, ratio));
  };
}

/**
 * A guided filter: within each small neighbourhood the mask is a linear function of the frame's luma, found on the small
 * grid and carried out on whole pixels.
 * @see He, Sun: Fast Guided Filter, 2015
 */
function fitToEdges(frame: Picture, luma: Plane, mask: Plane, alpha: Uint8Array): void {
  const product = createPlane(mask.width, mask.height);
  const square = createPlane(mask.width, mask.height);
  for (let i = 0; i < mask.data.length; i++) {
    product.data[i] = mask.data[i]! * luma.data[i]!;
    square.data[i] = luma.data[i]! ** 2;
  }
  const meanMask = blurPlane(mask, GUIDE_RADIUS);
  const meanLuma = blurPlane(luma, GUIDE_RADIUS);
  const meanProduct = blurPlane(product, GUIDE_RADIUS);
  const meanSquare = blurPlane(square, GUIDE_RADIUS);
  const slope = createPlane(mask.width, mask.height);
  const offset = createPlane(mask.width, mask.height);
  for (let i = 0; i < mask.data.length; i++) {
    const variance = meanSquare.data[i]! - meanLuma.data[i]! ** 2;
    const a = (meanProduct.data[i]! - meanLuma.data[i]! * meanMask.data[i]!) / (variance + GUIDE_EPSILON);
    slope.data[i] = a;
    offset.data[i] = meanMask.data[i]! - a * meanLuma.data[i]!;
  }
  carryOut(frame, blurPlane(slope, GUIDE_RADIUS), blurPlane(offset, GUIDE_RADIUS), alpha);
}

function carryOut({ width, height, rgba }: Picture, slope: Plane, offset: Plane, alpha: Uint8Array): void {
  const slopes = new Float32Array(width);
  const offsets = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const smallY = ((y + 0.5) * slope.height) / height - 0.5;
    stretchRow(slope, smallY, slopes);
    stretchRow(offset, smallY, offsets);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const from = at * 4;
      const luma = (0.2126 * rgba[from]! + 0.7152 * rgba[from + 1]! + 0.0722 * rgba[from + 2]!) / 255;
      // Steeper than the filter's own edge: what is nearly whole is whole.
      const value = (slopes[x]! * luma + offsets[x]! - 0.5) * 1.3 + 0.5;
      alpha[at] = value <= 0 ? 0 : value >= 1 ? 255 : value * 255;
    }
  }
}

function stretchRow(plane: Plane, y: number, row: Float32Array): void {
  const top = Math.max(0, Math.min(plane.height - 1, y));
  const y0 = Math.floor(top);
  const y1 = Math.min(plane.height - 1, y0 + 1);
  const fy = top - y0;
  const line = new Float32Array(plane.width);
  for (let x = 0; x < plane.width; x++) {
    line[x] = plane.data[y0 * plane.width + x]! * (1 - fy) + plane.data[y1 * plane.width + x]! * fy;
  }
  const step = plane.width / row.length;
  for (let x = 0; x < row.length; x++) {
    const at = Math.max(0, Math.min(plane.width - 1, (x + 0.5) * step - 0.5));
    const x0 = Math.floor(at);
    const fx = at - x0;
    row[x] = line[x0]! * (1 - fx) + line[Math.min(plane.width - 1, x0 + 1)]! * fx;
  }
}
