import { labelParts } from '../../../vision/parts.ts';
import { blurPlane, shrinkPicture } from '../../../vision/planes.ts';
import type { Coverage, Picture } from '../../../vision/sight.ts';
import { planeOfCoverage, samplePlane } from '../matte/plane.ts';

const LONGEST = 320;
/** Chroma over the brightest channel: above it a colour is not a pale glaze in warm light. */
const COLORED = 0.45;
/** Of the vessel, so much at least is told to be its contents; less is a spot. */
const PART_MIN = 0.02;

/** Of the vessel, so much of it that is coloured and reaches its outline is its outside. */
const OUTER_MIN = 0.12;

/**
 * Takes out of a vessel what it holds: what is coloured and all enclosed by a paler rim, such as coffee in a cup. Where
 * the outside is coloured, the pale inside goes with it: only the outside has the vessel's colour.
 */
export function withoutContents(picture: Picture, coverage: Coverage): Coverage {
  const small = shrinkPicture(picture, LONGEST);
  const { width, height, rgba } = small;
  const mask = planeOfCoverage(coverage, width, height);
  const colored = mask.data.map((share, i) => {
    const [r, g, b] = [rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!];
    const most = Math.max(1, r, g, b);
    return share > 0.5 && (most - Math.min(r, g, b)) / most > COLORED ? 1 : 0;
  });
  const { labels, count } = labelParts(colored, width, height, (value) => value > 0.5);
  const sizes = new Float32Array(count);
  const isAtRim = new Uint8Array(count);
  let all = 0;
  for (let i = 0; i < labels.length; i++) {
    if (mask.data[i]! > 0.5) all++;
    const part = labels[i]!;
    if (part < 0) continue;
    sizes[part]!++;
    const x = i % width;
    const beside = [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width];
    if (beside.some((j) => (mask.data[j] ?? 0) <= 0.5)) isAtRim[part] = 1;
  }
  const outer = sizes.reduce((sum, size, part) => sum + (isAtRim[part] ? size : 0), 0);
  const isPainted = outer > OUTER_MIN * all;
  const isContent = (part: number): boolean => part >= 0 && !isAtRim[part] && sizes[part]! > PART_MIN * all;
  if (!isPainted && !sizes.some((_, part) => isContent(part))) return coverage;
  const isOuter = Float32Array.from(labels, (part) => (part >= 0 && isAtRim[part] ? 1 : 0));
  // Gloss on the outside is pale as well.
  const near = blurPlane(isOuter, width, height, 3).map((share) => Math.min(1, 4 * share));
  const kept = {
    width,
    height,
    data: isPainted ? near : Float32Array.from(labels, (part) => (isContent(part) ? 0 : 1)),
  };
  const data = Uint8Array.from(coverage.data, (value, i) => {
    const x = (((i % coverage.width) + 0.5) * width) / coverage.width - 0.5;
    const y = ((Math.floor(i / coverage.width) + 0.5) * height) / coverage.height - 0.5;
    return value * samplePlane(kept, x, y);
  });
  return { ...coverage, data };
}
