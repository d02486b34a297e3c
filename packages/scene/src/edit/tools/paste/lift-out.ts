import type { Picture } from '../../../vision/sight.ts';
import { EditError } from '../../tool.ts';
import type { FoundTarget } from '../matte/find-target.ts';
import { innerColors } from '../matte/inner-colors.ts';
import { alphaOf } from '../matte/matte.ts';
import { samplePlane } from '../matte/plane.ts';

/** Something cut out of its picture, with clean edges, cropped to what is there. */
export interface Sticker {
  readonly picture: Picture;
  readonly label: string | undefined;
}

const LONGEST = 400;
/** Of the whole picture; what is less is no cut-out. */
const SHARE_MIN = 0.002;

/** @throws {EditError} when nothing is left of it. */
export function liftOut(picture: Picture, found: FoundTarget, label: string | undefined): Sticker {
  const alpha = alphaOf(found.coverage, picture);
  const crop = cropOf(alpha, picture.width, picture.height);
  if (!crop)
    throw new EditError('What was to be taken out could not be told from its background. Use a clearer picture.');
  const inner = innerColors(picture, alpha, LONGEST);
  const rgba = new Uint8Array(crop.width * crop.height * 4);
  for (let y = 0, to = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++, to += 4) {
      const column = crop.x + x;
      const row = crop.y + y;
      const at = row * picture.width + column;
      const share = alpha[at]! / 255;
      for (let channel = 0; channel < 3; channel++) {
        const plane = inner[channel]!;
        const own = samplePlane(
          plane,
          ((column + 0.5) * plane.width) / picture.width - 0.5,
          ((row + 0.5) * plane.height) / picture.height - 0.5,
        );
        rgba[to + channel] = own * 255 * (1 - share) + picture.rgba[at * 4 + channel]! * share + 0.5;
      }
      rgba[to + 3] = alpha[at]!;
    }
  }
  return { picture: { width: crop.width, height: crop.height, rgba }, label };
}

function cropOf(alpha: Uint8Array, width: number, height: number) {
  let [left, top, right, bottom, sum] = [width, height, -1, -1, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = alpha[y * width + x]!;
      if (value < 24) continue;
      sum += value;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (sum / 255 < SHARE_MIN * width * height) return undefined;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
