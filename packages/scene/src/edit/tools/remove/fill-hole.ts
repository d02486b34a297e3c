import type { Box, Picture } from '../../../vision/sight.ts';
import { fillPlane } from '../matte/fill-plane.ts';
import { createPlane, type Plane, samplePlane } from '../matte/plane.ts';
import { samplePicture } from '../matte/scale-picture.ts';
import { moveX, moveY, type Similarity } from '../track/similarity.ts';
import type { Source } from './find-source.ts';
import type { OffsetField } from './patch-match.ts';

export interface Hole {
  /** Whole pixels within the frame. */
  readonly box: Box;
  /** 0 … 1 on a small grid over the whole frame. */
  readonly mask: Plane;
}

/** Pixels a cell of the grid on which shading is put right. */
const CELL = 6;
/** How far around the hole its surroundings are looked at. */
const MARGIN = 4 * CELL;

/**
 * Where a hole is filled from: one place beside it, many, or another picture of the same place. Undefined: nowhere, its
 * rim's colours are spread.
 */
export type Filling =
  | { readonly source: Source }
  | { readonly offsets: OffsetField }
  | { readonly plate: Plate }
  | undefined;

/** The place without the thing, as it was when it was looked at closely. */
export interface Plate {
  readonly picture: Picture;
  /** From the frame to the picture. */
  readonly back: Similarity;
}

/**
 * Fills a hole with what lies at its source, whose shading is put right so that it meets the hole's rim without a seam;
 * without a source, with the colours of the rim alone.
 * @see Pérez, Gangnet, Blake: Poisson Image Editing, 2003, of which this solves the same equation roughly
 */
export function fillHole(frame: Picture, { box, mask }: Hole, filling: Filling): void {
  if (filling && 'offsets' in filling) {
    fillByOffsets(frame, { box, mask }, filling.offsets);
    return;
  }
  const original = copyOf(frame, box);
  const read = readerOf(frame, filling);
  const readFar = filling && 'source' in filling ? shiftedReader(frame, original, box, filling.source) : read;
  const grid = gridAround(box, frame);
  const differences = differencesOnRim(frame, {
    mask,
    grid,
    read,
    isSamePlace: filling !== undefined && 'plate' in filling,
  });
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const share = maskAt(mask, frame, x, y);
      if (share <= 0.003) continue;
      const at = (y * frame.width + x) * 4;
      const base = readFar(x, y);
      for (let channel = 0; channel < 3; channel++) {
        const difference = samplePlane(
          differences[channel]!,
          (x - grid.x + 0.5) / CELL - 0.5,
          (y - grid.y + 0.5) / CELL - 0.5,
        );
        const filled = Math.max(0, Math.min(255, base[channel]! + difference));
        frame.rgba[at + channel] = frame.rgba[at + channel]! * (1 - share) + filled * share + 0.5;
      }
    }
  }
}

type Reader = (x: number, y: number) => ArrayLike<number>;

function readerOf(frame: Picture, filling: Exclude<Filling, { readonly offsets: OffsetField }>): Reader {
  if (!filling) return () => ZERO;
  if ('plate' in filling) {
    const { picture, back } = filling.plate;
    return (x, y) => samplePicture(picture, moveX(back, x, y), moveY(back, x, y));
  }
  const { dx, dy } = filling.source;
  return (x, y) => samplePicture(frame, x + dx * frame.width, y + dy * frame.height);
}

/** The same place beside the hole, as it was before anything was filled. */
function shiftedReader(frame: Picture, original: Uint8Array, box: Box, { dx, dy }: Source): Reader {
  return (x, y) => readAround(frame, original, box, x + dx * frame.width, y + dy * frame.height);
}

/** Each pixel is read where the small places around it say, and blended between them. */
function fillByOffsets(frame: Picture, { box, mask }: Hole, offsets: OffsetField): void {
  const original = copyOf(frame, box);
  const scaleX = frame.width / offsets.width;
  const scaleY = frame.height / offsets.height;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const share = maskAt(mask, frame, x, y);
      if (share <= 0.003) continue;
      const smallX = Math.max(0, Math.min(offsets.width - 1.001, (x + 0.5) / scaleX - 0.5));
      const smallY = Math.max(0, Math.min(offsets.height - 1.001, (y + 0.5) / scaleY - 0.5));
      const [column, row] = [Math.floor(smallX), Math.floor(smallY)];
      const [fx, fy] = [smallX - column, smallY - row];
      const at = (y * frame.width + x) * 4;
      let [red, green, blue, weights] = [0, 0, 0, 0];
      for (let corner = 0; corner < 4; corner++) {
        const [right, down] = [corner & 1, corner >> 1];
        const cell = (row + down) * offsets.width + column + right;
        const weight = (right ? fx : 1 - fx) * (down ? fy : 1 - fy);
        const isOwn = offsets.dx[cell] === 0 && offsets.dy[cell] === 0;
        if (isOwn || weight === 0) continue;
        const from = readAround(frame, original, box, x + offsets.dx[cell]! * scaleX, y + offsets.dy[cell]! * scaleY);
        red += from[0] * weight;
        green += from[1] * weight;
        blue += from[2] * weight;
        weights += weight;
      }
      if (weights === 0) continue;
      for (const [channel, value] of [red, green, blue].entries()) {
        frame.rgba[at + channel] = frame.rgba[at + channel]! * (1 - share) + (value / weights) * share + 0.5;
      }
    }
  }
}

const ZERO = [0, 0, 0, 0] as const;

interface Grid {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function gridAround(box: Box, frame: Picture): Grid {
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  return {
    x,
    y,
    width: Math.max(1, Math.ceil((Math.min(frame.width, box.x + box.width + MARGIN) - x) / CELL)),
    height: Math.max(1, Math.ceil((Math.min(frame.height, box.y + box.height + MARGIN) - y) / CELL)),
  };
}

/** Of 255: a picture of the same place that differs by more shows something else there, not other light. */
const OTHER_LIGHT_MAX = 36;

/** How much lighter the surroundings are than those of the source, spread smoothly into the hole; a plane a channel. */
function differencesOnRim(
  frame: Picture,
  { mask, grid, read, isSamePlace }: { mask: Plane; grid: Grid; read: Reader; isSamePlace: boolean },
): readonly Plane[] {
  const values = [0, 1, 2].map(() => createPlane(grid.width, grid.height));
  const weights = createPlane(grid.width, grid.height);
  const sum = new Float64Array(3);
  for (let cell = 0; cell < weights.data.length; cell++) {
    const left = grid.x + (cell % grid.width) * CELL;
    const top = grid.y + Math.floor(cell / grid.width) * CELL;
    sum.fill(0);
    let count = 0;
    for (let y = top; y < Math.min(frame.height, top + CELL); y += 2) {
      for (let x = left; x < Math.min(frame.width, left + CELL); x += 2) {
        if (maskAt(mask, frame, x, y) > 0.003) continue;
        const there = read(x, y);
        const at = (y * frame.width + x) * 4;
        for (let channel = 0; channel < 3; channel++) sum[channel]! += frame.rgba[at + channel]! - there[channel]!;
        count++;
      }
    }
    if (count === 0) continue;
    const most = Math.max(Math.abs(sum[0]!), Math.abs(sum[1]!), Math.abs(sum[2]!)) / count;
    if (isSamePlace && most > OTHER_LIGHT_MAX) continue;
    for (let channel = 0; channel < 3; channel++) values[channel]!.data[cell] = sum[channel]! / count;
    weights.data[cell] = 1;
  }
  return values.map((plane) => fillPlane(plane, weights));
}

function maskAt(mask: Plane, frame: Picture, x: number, y: number): number {
  return samplePlane(
    mask,
    ((x + 0.5) * mask.width) / frame.width - 0.5,
    ((y + 0.5) * mask.height) / frame.height - 0.5,
  );
}

function copyOf(frame: Picture, box: Box): Uint8Array {
  const copy = new Uint8Array(box.width * box.height * 4);
  for (let row = 0; row < box.height; row++) {
    const from = ((box.y + row) * frame.width + box.x) * 4;
    copy.set(frame.rgba.subarray(from, from + box.width * 4), row * box.width * 4);
  }
  return copy;
}

/** The frame as it was before anything was filled. */
function readAround(
  frame: Picture,
  original: Uint8Array,
  box: Box,
  x: number,
  y: number,
): readonly [number, number, number, number] {
  const column = Math.max(0, Math.min(frame.width - 1, Math.round(x)));
  const row = Math.max(0, Math.min(frame.height - 1, Math.round(y)));
  const isWithin = column >= box.x && row >= box.y && column < box.x + box.width && row < box.y + box.height;
  const from = isWithin ? original : frame.rgba;
  const at = isWithin ? ((row - box.y) * box.width + column - box.x) * 4 : (row * frame.width + column) * 4;
  return [from[at]!, from[at + 1]!, from[at + 2]!, 255];
}
