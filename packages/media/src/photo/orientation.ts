import type { Picture } from '../encode-image.ts';

/** Where EXIF's eight orientations find the stored pixel that belongs at x, y of the upright picture. */
interface Turn {
  /** Width and height change places. */
  readonly isSideways: boolean;
  readonly isMirroredX: boolean;
  readonly isMirroredY: boolean;
}

/** @see CIPA DC-008 (Exif 2.32), 4.6.4.A, Orientation */
const TURNS: readonly Turn[] = [
  { isSideways: false, isMirroredX: false, isMirroredY: false },
  { isSideways: false, isMirroredX: true, isMirroredY: false },
  { isSideways: false, isMirroredX: true, isMirroredY: true },
  { isSideways: false, isMirroredX: false, isMirroredY: true },
  { isSideways: true, isMirroredX: false, isMirroredY: false },
  { isSideways: true, isMirroredX: false, isMirroredY: true },
  { isSideways: true, isMirroredX: true, isMirroredY: true },
  { isSideways: true, isMirroredX: true, isMirroredY: false },
];

/** True when an upright picture is as wide as the stored one is high. */
export function isSideways(orientation: number): boolean {
  return TURNS[orientation - 1]?.isSideways ?? false;
}

/** Turns and mirrors a stored picture as its orientation asks. @param orientation 1 … 8; anything else changes nothing. */
export function turnUpright(picture: Picture, orientation: number): Picture {
  const turn = TURNS[orientation - 1];
  if (!turn || orientation === 1) return picture;
  const { rgba, ...stored } = picture;
  const width = turn.isSideways ? stored.height : stored.width;
  const height = turn.isSideways ? stored.width : stored.height;
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, stored.width * stored.height);
  const to = new Uint32Array(width * height);
  // Stored place of the upright origin, and how far a step right and a step down go.
  const originX = turn.isMirroredX ? stored.width - 1 : 0;
  const originY = turn.isMirroredY ? stored.height - 1 : 0;
  const stepX = turn.isMirroredX ? -1 : 1;
  const stepY = turn.isMirroredY ? -stored.width : stored.width;
  const [right, down] = turn.isSideways ? [stepY, stepX] : [stepX, stepY];
  let row = originY * stored.width + originX;
  for (let y = 0, at = 0; y < height; y++, row += down) {
    for (let x = 0, source = row; x < width; x++, source += right) to[at++] = from[source]!;
  }
  return { width, height, rgba: new Uint8Array(to.buffer) };
}
