import type { Face, Picture } from '../../vision/sight.ts';
import type { Mover, Patch } from '../mover.ts';
import { hash } from '../noise.ts';
import { rise } from '../time.ts';
import { type Head, MESH, type Point, pointOf } from './face-geometry.ts';
import type { PersonWishes } from './read-person-wishes.ts';

/** A blink takes so long, and comes about so often. */
const BLINK_SECONDS = 0.3;
const PAUSE_SECONDS = 3.1;
/** A lid at rest is this share of the eye's height, above it. */
const LID_SHARE = 1.1;
/** An eye lower than this, in pixels, is too small to close. */
const HEIGHT_MIN = 3.5;

interface Eye {
  readonly left: number;
  readonly right: number;
  /** For each column of the patch: where the upper and the lower lid meet the eye. */
  readonly upper: Float32Array;
  readonly lower: Float32Array;
  readonly height: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Closes the lids now and then, and moves what is between them to where the face looks. Undefined: too small to be seen. */
export function moveEyes(
  face: Face,
  head: Head,
  picture: Picture,
  wishes: PersonWishes,
  salt: number,
): Mover | undefined {
  if (face.mesh.length < 468 * 3 || Math.abs(face.yaw) > 0.9) return undefined;
  const eyes = [MESH.leftEye, MESH.rightEye].flatMap((marks) => eyeOf(face, marks, picture));
  if (eyes.length === 0) return undefined;
  return {
    patches(seconds) {
      const closed = closedAt(seconds, wishes.blinks, salt);
      const gaze = wishes.turn * rise(seconds - 0.1, 0.7) * 0.035 * head.faceWidth;
      if (closed === 0 && gaze === 0) return [];
      return eyes.map((eye) => paintEye(eye, picture, closed, gaze));
    },
  };
}

/** 0 open … 1 closed. */
function closedAt(seconds: number, isAsked: boolean, salt: number): number {
  const pause = isAsked ? PAUSE_SECONDS * 0.6 : PAUSE_SECONDS;
  const index = Math.floor(seconds / pause);
  const start = index * pause + 0.5 + hash(index, salt) * (pause - BLINK_SECONDS - 0.6);
  const t = (seconds - start) / BLINK_SECONDS;
  if (t <= 0 || t >= 1) return 0;
  return t < 0.4 ? rise(t, 0.4) : 1 - rise(t - 0.4, 0.6);
}

type Marks = (typeof MESH)['leftEye'] | (typeof MESH)['rightEye'];

function eyeOf(face: Face, marks: Marks, picture: Picture): Eye[] {
  const corners = [pointOf(face, marks.outer), pointOf(face, marks.inner)].sort((a, b) => a.x - b.x);
  const line = (indexes: readonly number[]): Point[] => [
    corners[0]!,
    ...indexes.map((index) => pointOf(face, index)).sort((a, b) => a.x - b.x),
    corners[1]!,
  ];
  const [upper, lower] = [line(marks.upper), line(marks.lower)];
  const left = Math.floor(corners[0]!.x);
  const right = Math.ceil(corners[1]!.x);
  const height = Math.max(...lower.map(({ y }) => y)) - Math.min(...upper.map(({ y }) => y));
  if (right - left < 6 || height < HEIGHT_MIN) return [];
  const top = Math.floor(Math.min(...upper.map(({ y }) => y)) - LID_SHARE * height - 2);
  const bottom = Math.ceil(Math.max(...lower.map(({ y }) => y)) + 2);
  const box = { x: left, y: Math.max(0, top), width: right - left + 1, height: bottom - Math.max(0, top) + 1 };
  const isInside = left >= 0 && right < picture.width && top >= 0 && bottom < picture.height;
  if (!isInside) return [];
  const columns = Array.from({ length: box.width }, (_, i) => left + i);
  return [
    {
      left,
      right,
      upper: Float32Array.from(columns, (x) => heightAt(upper, x)),
      lower: Float32Array.from(columns, (x) => heightAt(lower, x)),
      height,
      box,
    },
  ];
}

function heightAt(line: readonly Point[], x: number): number {
  const after = line.findIndex((point) => point.x >= x);
  if (after <= 0) return (after === 0 ? line[0] : line.at(-1))!.y;
  const [a, b] = [line[after - 1]!, line[after]!];
  return a.y + (b.y - a.y) * Math.min(1, Math.max(0, (x - a.x) / Math.max(1e-3, b.x - a.x)));
}

/** The skin above the eye is stretched down over it; its lower edge is the lashes' line. */
function paintEye(eye: Eye, picture: Picture, closed: number, gaze: number): Patch {
  const { box, upper, lower, height } = eye;
  const rgba = new Uint8Array(box.width * box.height * 4);
  const lid = LID_SHARE * height;
  for (let column = 0; column < box.width; column++) {
    const [top, bottom] = [upper[column]!, lower[column]!];
    const edge = top + closed * Math.max(0, bottom - top);
    // At the corners there is nothing to close.
    const open = Math.min(1, Math.max(0, (bottom - top) / (0.35 * height)));
    for (let row = 0; row < box.height; row++) {
      const y = box.y + row;
      const at = (row * box.width + column) * 4;
      if (y >= top - lid && y < edge && closed > 0) {
        const from = top - lid + ((y - (top - lid)) * lid) / (lid + edge - top);
        const near = Math.max(0, 1 - (edge - y) / (0.14 * height + 1));
        copyPixel(picture, box.x + column, from, rgba, at, 1 - 0.45 * near * closed);
        rgba[at + 3] = 255 * open;
      } else if (gaze !== 0 && y >= edge && y <= bottom) {
        const depth = Math.min(1, Math.min(y - top, bottom - y) / (0.2 * height + 0.5));
        const across = Math.min(1, Math.min(column, box.width - 1 - column) / (0.25 * box.width));
        copyPixel(picture, box.x + column - gaze * across, y, rgba, at, 1);
        rgba[at + 3] = 255 * Math.max(0, depth) * open;
      }
    }
  }
  return { ...box, rgba };
}

function copyPixel(
  { width, height, rgba }: Picture,
  x: number,
  y: number,
  to: Uint8Array,
  at: number,
  gain: number,
): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const [fx, fy] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const from = (top * width + left) * 4;
  for (let channel = 0; channel < 3; channel++) {
    const above = rgba[from + channel]! * (1 - fx) + rgba[from + 4 + channel]! * fx;
    const below = rgba[from + width * 4 + channel]! * (1 - fx) + rgba[from + width * 4 + 4 + channel]! * fx;
    to[at + channel] = (above * (1 - fy) + below * fy) * gain + 0.5;
  }
}
