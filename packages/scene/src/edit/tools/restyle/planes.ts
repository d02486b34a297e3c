import { Easel } from '@openimagine/render';
import type { Picture } from '../../../vision/sight.ts';

/** Where things are on a sheet, and on the frame that it is a small version of. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** Frame pixels per sheet pixel. */
  readonly factor: number;
  /** Sheet pixels per pixel of a picture 360 rows high: sizes of strokes and radii are multiples of it. */
  readonly unit: number;
}

/**
 * The small sheet that styles are worked out on. Brightness and colour change slowly enough for the eye to be measured at
 * half the frame's size, at a quarter of the cost; edges become crisp again when the sheet is enlarged and cut off at a
 * level there. Planes hold one number a pixel, ordinarily 0 to 1, rows from the top. What is done to every pixel is done
 * by the easel's kernels: a tenth of the time that a loop here takes.
 */
export interface Sheet extends SheetSize {
  readonly easel: Easel;
}

export type Plane = Float32Array;

/** Frames with a short side up to this are worked on whole. */
const WHOLE_SIDE = 420;
/** The short side of a sheet is at least this wherever the frame's is. */
const SHEET_SIDE = 350;

export function sizeOfSheet(frame: { readonly width: number; readonly height: number }): SheetSize {
  const side = Math.min(frame.width, frame.height);
  const factor = side <= WHOLE_SIDE ? 1 : Math.max(2, Math.floor(side / SHEET_SIDE / 1.5));
  const width = Math.ceil(frame.width / factor);
  const height = Math.ceil(frame.height / factor);
  const unit = Math.max(0.25, Math.min(width, height) / 360);
  return { width, height, frameWidth: frame.width, frameHeight: frame.height, factor, unit };
}

/** @param kernel The render kernels, as `compileKernel` gives them. */
export function sheetFor(
  frame: { readonly width: number; readonly height: number },
  kernel: WebAssembly.Module,
): Sheet {
  const { frameWidth, frameHeight, factor, unit } = sizeOfSheet(frame);
  const easel = new Easel(kernel, { frameWidth, frameHeight, factor });
  return { width: easel.width, height: easel.height, frameWidth, frameHeight, factor, unit, easel };
}

export function planeFor({ easel }: Sheet): Plane {
  return easel.plane();
}

type Planes<Count extends number, Found extends Plane[] = []> = Found['length'] extends Count
  ? Found
  : Planes<Count, [...Found, Plane]>;

export function planesFor<Count extends number>({ easel }: Sheet, count: Count): Planes<Count> {
  return Array.from({ length: count }, () => easel.plane()) as Planes<Count>;
}

/** Puts the frame on the easel and averages it into three planes. */
export function shrinkFrame(frame: Picture, { easel }: Sheet, red: Plane, green: Plane, blue: Plane): void {
  easel.take(frame);
  easel.run('shrinkFrame', red, green, blue);
}

export function lumaOf({ easel }: Sheet, red: Plane, green: Plane, blue: Plane, into: Plane): void {
  easel.run('lumaSheet', red, green, blue, into);
}

/** `into` = a · first + b · second + c, and no less than `least`. */
export function mixPlanes(
  { easel }: Sheet,
  [a, first]: readonly [number, Plane],
  [b, second]: readonly [number, Plane],
  c: number,
  into: Plane,
  least = -1e9,
): void {
  easel.run('blendSheet', first, a, second, b, c, least, into);
}

/**
 * Mean over a square of `2 × radius + 1`, edges repeated.
 * @param into May be `from` itself.
 */
export function boxBlur(from: Plane, into: Plane, spare: Plane, { easel }: Sheet, radius: number): void {
  const r = Math.max(0, Math.round(radius));
  if (r > 0) easel.run('boxSheet', from, into, spare, r);
  else if (from !== into) into.set(from);
}

/** That mean twice: weights fall off evenly to all sides. */
export function tentBlur(from: Plane, into: Plane, spare: Plane, sheet: Sheet, radius: number): void {
  boxBlur(from, into, spare, sheet, radius);
  boxBlur(into, into, spare, sheet, radius);
}

/** Nearly Gaussian. @param sigma In sheet pixels. */
export function softBlur(from: Plane, into: Plane, spare: Plane, sheet: Sheet, sigma: number): void {
  tentBlur(from, into, spare, sheet, Math.max(1, Math.round(sigma * 1.25 - 0.3)));
}

/** The 3 × 3 binomial: a Gaussian of about 0.7 pixels. @param into May be `from` itself. */
export function fineBlur(from: Plane, into: Plane, spare: Plane, { easel }: Sheet): void {
  easel.run('fineSheet', from, into, spare);
}

export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

export function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
