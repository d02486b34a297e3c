import type { Picture, Sight } from '../../vision/sight.ts';
import { refineMatte } from '../mattes.ts';
import { toPlanes } from '../planes.ts';

/** Something out of a picture, alone. */
export interface CutOut {
  /** Cropped to what it shows, with clear pixels all round. */
  readonly picture: Picture;
  readonly label?: string;
  /** The edges of its picture that it goes beyond: a portrait ends at the bottom. */
  readonly cut: { readonly left: boolean; readonly right: boolean; readonly bottom: boolean };
  /** Where it looks: −1 left, 1 right, 0 at us. */
  readonly faces: -1 | 0 | 1;
  /** Nothing was found to cut out: the whole picture, as a print with a white edge. */
  readonly isCard: boolean;
}

/** Clear pixels round a cut-out. */
export const CLEAR = 3;
/** Of the largest piece's area, what another must have to belong to it. */
const PIECE_SHARE = 0.04;
/** Of the picture, between which a subject is one. */
const AREA = { least: 0.004, most: 0.93 } as const;
/** Pixels over which colour flows outwards at the edges. */
const FLOW_PASSES = 7;

/**
 * Cuts out what a picture is about. Its soft edges take their colour from inside, since they hold some of what was behind.
 * @param picture Of even sides.
 */
export function cutOutSubject(picture: Picture, sight: Sight): CutOut | undefined {
  const region = sight.regions.subject ?? sight.regions.people;
  if (!region) return undefined;
  const { width, height } = picture;
  const matte = tighten(refineMatte(region, toPlanes(picture, 2)));
  dropCrumbs(matte, width, height);
  const box = boxOf(matte, width, height);
  if (!box) return undefined;
  const rgba = Uint8Array.from(picture.rgba);
  for (let at = 0; at < matte.length; at++) rgba[at * 4 + 3] = matte[at]!;
  flowOutwards(rgba, width, height);
  const cut = {
    left: edgeShare(matte, width, height, 'left') > 0.12,
    right: edgeShare(matte, width, height, 'right') > 0.12,
    bottom: edgeShare(matte, width, height, 'bottom') > 0.1,
  };
  return {
    picture: crop({ width, height, rgba }, box),
    cut,
    faces: facing(sight, matte, width, box),
    isCard: false,
    ...(sight.subjectLabel ? { label: sight.subjectLabel } : sight.faces.length > 0 ? { label: 'person' } : {}),
  };
}

/** The whole picture as a print. */
export function cardOf(picture: Picture): CutOut {
  const frame = Math.max(2, Math.round(Math.min(picture.width, picture.height) * 0.035));
  const width = picture.width + 2 * (frame + CLEAR);
  const height = picture.height + 2 * (frame + CLEAR);
  const rgba = new Uint8Array(width * height * 4);
  for (let y = CLEAR; y < height - CLEAR; y++) {
    rgba.fill(250, (y * width + CLEAR) * 4, (y * width + width - CLEAR) * 4);
    for (let x = CLEAR; x < width - CLEAR; x++) rgba[(y * width + x) * 4 + 3] = 255;
  }
  for (let y = 0; y < picture.height; y++) {
    const from = y * picture.width * 4;
    rgba.set(picture.rgba.subarray(from, from + picture.width * 4), ((y + frame + CLEAR) * width + frame + CLEAR) * 4);
  }
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at - 3]! > 0) rgba[at] = 255;
  return {
    picture: { width, height, rgba },
    cut: { left: false, right: false, bottom: false },
    faces: 0,
    isCard: true,
  };
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Takes half a pixel off all round: better a hair less of the subject than a seam of what was behind it. */
function tighten(matte: Uint8Array): Uint8Array {
  return matte.map((value) => Math.min(255, Math.max(0, ((value - 72) * 255) / 160)));
}

function dropCrumbs(matte: Uint8Array, width: number, height: number): void {
  const piece = new Int32Array(matte.length);
  const sizes = [0];
  const stack: number[] = [];
  for (let start = 0; start < matte.length; start++) {
    if (matte[start]! < 100 || piece[start] !== 0) continue;
    const name = sizes.length;
    let size = 0;
    stack.push(start);
    piece[start] = name;
    while (stack.length > 0) {
      const at = stack.pop()!;
      size++;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= matte.length || piece[next] !== 0 || matte[next]! < 100) continue;
        piece[next] = name;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  const largest = Math.max(...sizes);
  const isKept = sizes.map((size) => size > largest * PIECE_SHARE);
  const reach = 2;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (matte[at] === 0) continue;
      let keeps = piece[at]! > 0 && isKept[piece[at]!]!;
      for (let j = -reach; j <= reach && !keeps && piece[at] === 0; j++) {
        for (let i = -reach; i <= reach; i++) {
          const [px, py] = [x + i, y + j];
          if (px < 0 || py < 0 || px >= width || py >= height) continue;
          const near = piece[py * width + px]!;
          if (near > 0 && isKept[near]) keeps = true;
        }
      }
      if (!keeps) matte[at] = 0;
    }
  }
}

function boxOf(matte: Uint8Array, width: number, height: number): Bounds | undefined {
  let [left, right, top, bottom, area] = [width, -1, height, -1, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (matte[at]! < 40) continue;
      area++;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  const share = area / matte.length;
  if (share < AREA.least || share > AREA.most || right - left < 6 || bottom - top < 6) return undefined;
  return { left, top, right: right + 1, bottom: bottom + 1 };
}

/** Gives what is half seen the colours beside it that are wholly seen. */
function flowOutwards(rgba: Uint8Array, width: number, height: number): void {
  const known = new Uint8Array(width * height);
  for (let at = 0; at < known.length; at++) known[at] = rgba[at * 4 + 3]! >= 252 ? 1 : 0;
  let front: number[] = [];
  for (let at = 0; at < known.length; at++) if (known[at] === 0 && rgba[at * 4 + 3]! > 0) front.push(at);
  for (let pass = 0; pass < FLOW_PASSES && front.length > 0; pass++) {
    const later: number[] = [];
    const done: number[] = [];
    for (const at of front) {
      const x = at % width;
      const y = (at - x) / width;
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
        for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
          const near = j * width + i;
          if (known[near] === 0) continue;
          red += rgba[near * 4]!;
          green += rgba[near * 4 + 1]!;
          blue += rgba[near * 4 + 2]!;
          count++;
        }
      }
      if (count === 0) {
        later.push(at);
        continue;
      }
      rgba[at * 4] = red / count;
      rgba[at * 4 + 1] = green / count;
      rgba[at * 4 + 2] = blue / count;
      done.push(at);
    }
    for (const at of done) known[at] = 1;
    front = later;
  }
}

function edgeShare(matte: Uint8Array, width: number, height: number, edge: 'left' | 'right' | 'bottom'): number {
  const length = edge === 'bottom' ? width : height;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const at = edge === 'bottom' ? (height - 2) * width + i : i * width + (edge === 'left' ? 1 : width - 2);
    if (matte[at]! > 128) count++;
  }
  return count / length;
}

/** Where a face looks; of what shows none, the side on which it is tall, since heads are carried high. */
function facing({ faces }: Sight, matte: Uint8Array, width: number, box: Bounds): -1 | 0 | 1 {
  const yaw = faces[0]?.yaw;
  if (yaw !== undefined) return yaw > 0.22 ? 1 : yaw < -0.22 ? -1 : 0;
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  let [sum, count, all, total] = [0, 0, 0, 0];
  for (let y = box.top; y < box.bottom; y++) {
    const isHigh = y < box.top + down * 0.28;
    for (let x = box.left; x < box.right; x++) {
      if (matte[y * width + x]! < 128) continue;
      all += x;
      total++;
      if (!isHigh) continue;
      sum += x;
      count++;
    }
  }
  if (count === 0 || across < down * 0.55) return 0;
  const lean = (sum / count - all / total) / across;
  return lean > 0.09 ? 1 : lean < -0.09 ? -1 : 0;
}

function crop({ width, height, rgba }: Picture, { left, top, right, bottom }: Bounds): Picture {
  const size = { width: right - left + 2 * CLEAR, height: bottom - top + 2 * CLEAR };
  const out = new Uint8Array(size.width * size.height * 4);
  for (let y = Math.max(0, top - CLEAR); y < Math.min(height, bottom + CLEAR); y++) {
    const [from, to] = [Math.max(0, left - CLEAR), Math.min(width, right + CLEAR)];
    out.set(
      rgba.subarray((y * width + from) * 4, (y * width + to) * 4),
      ((y - top + CLEAR) * size.width + from - left + CLEAR) * 4,
    );
  }
  return { ...size, rgba: out };
}
