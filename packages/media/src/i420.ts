import type { I420Frame } from './media.ts';

/** A part of a picture, in pixels from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** BT.709 in 16-bit fixed point; limited range: luma 16…235, chroma 16…240. @see ITU-R BT.709-6, 3.2–3.5 */
const SHIFT = 16;
const ONE = 1 << SHIFT;
const HALF = ONE >> 1;
const fixed = (factor: number) => Math.round(factor * ONE);

const Y_RED = fixed((0.2126 * 219) / 255);
const Y_GREEN = fixed((0.7152 * 219) / 255);
const Y_BLUE = fixed((0.0722 * 219) / 255);
const U_RED = fixed((-0.2126 / 1.8556) * (224 / 255));
const U_GREEN = fixed((-0.7152 / 1.8556) * (224 / 255));
const U_BLUE = -U_RED - U_GREEN;
const V_GREEN = fixed((-0.7152 / 1.5748) * (224 / 255));
const V_BLUE = fixed((-0.0722 / 1.5748) * (224 / 255));
const V_RED = -V_GREEN - V_BLUE;

const LUMA = fixed(255 / 219);
const RED_V = fixed((1.5748 * 255) / 224);
const GREEN_U = fixed((-0.187324 * 255) / 224);
const GREEN_V = fixed((-0.468124 * 255) / 224);
const BLUE_U = fixed((1.8556 * 255) / 224);
const OPAQUE = 0xff000000;

/**
 * Converts a picture to 4:2:0, BT.709 limited range; chroma is the mean of each 2 × 2 block. Alpha is ignored.
 * @param rgba `4 × width × height` bytes; width and height are even.
 */
export function toI420(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): I420Frame {
  const frame = { width, height, data: new Uint8Array((width * height * 3) / 2) };
  writeI420(rgba, frame);
  return frame;
}

/**
 * Converts part of a picture into a frame that is there already; the rest of the frame keeps every bit.
 * @param rgba The whole picture, as large as the frame.
 * @param box Default: all. Widened to whole 2 × 2 blocks and cut to the frame.
 */
export function writeI420(rgba: Uint8Array | Uint8ClampedArray, frame: I420Frame, box?: Box): void {
  const { width, height, data } = frame;
  const { left, top, right, bottom } = evenBox(frame, box);
  const pixels = pixelsOf(rgba);
  const halfWidth = width >> 1;
  const atU = width * height;
  const atV = atU + (atU >> 2);
  for (let y = top; y < bottom; y += 2) {
    let a = y * width + left;
    let c = (y >> 1) * halfWidth + (left >> 1);
    for (let x = left; x < right; x += 2, a += 2, c++) {
      const b = a + width;
      // One read a pixel and whole numbers throughout: half the time of reading each channel.
      const p = pixels[a]!;
      const q = pixels[a + 1]!;
      const r = pixels[b]!;
      const s = pixels[b + 1]!;
      data[a] = lumaOf(p);
      data[a + 1] = lumaOf(q);
      data[b] = lumaOf(r);
      data[b + 1] = lumaOf(s);
      const redAndBlue = (p & 0xff00ff) + (q & 0xff00ff) + (r & 0xff00ff) + (s & 0xff00ff);
      const green = ((p >> 8) & 255) + ((q >> 8) & 255) + ((r >> 8) & 255) + ((s >> 8) & 255);
      const red = redAndBlue & 0xffff;
      const blue = redAndBlue >> 16;
      const u = Math.imul(U_RED, red) + Math.imul(U_GREEN, green) + Math.imul(U_BLUE, blue);
      const v = Math.imul(V_RED, red) + Math.imul(V_GREEN, green) + Math.imul(V_BLUE, blue);
      data[atU + c] = 128 + ((u + 2 * ONE) >> (SHIFT + 2));
      data[atV + c] = 128 + ((v + 2 * ONE) >> (SHIFT + 2));
    }
  }
}

function lumaOf(pixel: number): number {
  const red = pixel & 255;
  const green = (pixel >> 8) & 255;
  const blue = (pixel >> 16) & 255;
  return 16 + ((Math.imul(Y_RED, red) + Math.imul(Y_GREEN, green) + Math.imul(Y_BLUE, blue) + HALF) >> SHIFT);
}

/**
 * The way back, chroma repeated over its block. A pixel that is not changed in between comes back within one level, where
 * its colour can be shown at all.
 * @param into A picture as large as the frame, to be filled; by default a new one.
 * @param box Only this part is written. Default: all. Widened to whole 2 × 2 blocks and cut to the frame.
 * @returns `4 × width × height` bytes, alpha 255.
 */
export function toRgba(frame: I420Frame, into?: Uint8ClampedArray | Uint8Array, box?: Box): Uint8ClampedArray {
  const { width, height, data } = frame;
  const rgba = asClamped(into ?? new Uint8ClampedArray(width * height * 4));
  const { left, top, right, bottom } = evenBox(frame, box);
  // Unaligned memory is filled by a detour; nobody is known to have any.
  const isAligned = rgba.byteOffset % 4 === 0;
  const pixels = isAligned ? pixelsOf(rgba) : new Uint32Array(width * height);
  const halfWidth = width >> 1;
  const atU = width * height;
  const atV = atU + (atU >> 2);
  for (let y = top; y < bottom; y += 2) {
    let a = y * width + left;
    let c = (y >> 1) * halfWidth + (left >> 1);
    for (let x = left; x < right; x += 2, a += 2, c++) {
      const b = a + width;
      const cb = data[atU + c]! - 128;
      const cr = data[atV + c]! - 128;
      const red = Math.imul(RED_V, cr) + HALF;
      const green = Math.imul(GREEN_U, cb) + Math.imul(GREEN_V, cr) + HALF;
      const blue = Math.imul(BLUE_U, cb) + HALF;
      pixels[a] = pixelOf(data[a]!, red, green, blue);
      pixels[a + 1] = pixelOf(data[a + 1]!, red, green, blue);
      pixels[b] = pixelOf(data[b]!, red, green, blue);
      pixels[b + 1] = pixelOf(data[b + 1]!, red, green, blue);
    }
  }
  if (!isAligned) copyBox(new Uint8Array(pixels.buffer), rgba, width, { left, top, right, bottom });
  return rgba;
}

function pixelOf(luma: number, addRed: number, addGreen: number, addBlue: number): number {
  const light = Math.imul(LUMA, luma - 16);
  const red = clamp((light + addRed) >> SHIFT);
  const green = clamp((light + addGreen) >> SHIFT);
  const blue = clamp((light + addBlue) >> SHIFT);
  return OPAQUE | (blue << 16) | (green << 8) | red;
}

function clamp(value: number): number {
  return (value & ~255) === 0 ? value : value < 0 ? 0 : 255;
}

interface EvenBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function evenBox({ width, height }: I420Frame, box: Box = { x: 0, y: 0, width, height }): EvenBox {
  return {
    left: Math.max(0, Math.floor(box.x / 2) * 2),
    top: Math.max(0, Math.floor(box.y / 2) * 2),
    right: Math.min(width, Math.ceil((box.x + box.width) / 2) * 2),
    bottom: Math.min(height, Math.ceil((box.y + box.height) / 2) * 2),
  };
}

/** A pixel a number, red in its lowest byte. */
function pixelsOf(rgba: Uint8Array | Uint8ClampedArray): Uint32Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : Uint8Array.from(rgba);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

function asClamped(rgba: Uint8Array | Uint8ClampedArray): Uint8ClampedArray {
  if (rgba instanceof Uint8ClampedArray) return rgba;
  return new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.length);
}

function copyBox(from: Uint8Array, to: Uint8ClampedArray, width: number, box: EvenBox): void {
  for (let y = box.top; y < box.bottom; y++) {
    const [start, end] = [(y * width + box.left) * 4, (y * width + box.right) * 4];
    to.set(from.subarray(start, end), start);
  }
}
