export interface GifParts {
  readonly width: number;
  readonly height: number;
  /** Index 0 … 127 of each pixel of each frame, row by row. */
  readonly frames: readonly Uint8Array[];
  /** This index is transparent. */
  readonly transparent?: number;
}

/** Colours 0 … 127: index times two in red, and the rest. */
const PALETTE = Buffer.from(Array.from({ length: 128 }, (_, i) => [i * 2, 255 - i * 2, 40]).flat());

export function gifHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.write('GIF89a', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0x80 | 6;
  return Buffer.concat([head, PALETTE]);
}

export function gifFrame(width: number, height: number, packed: Uint8Array, transparent?: number): Buffer {
  const flags = transparent === undefined ? 0 : 1;
  const control = Buffer.from([0x21, 0xf9, 4, flags, 5, 0, transparent ?? 0, 0]);
  const image = Buffer.alloc(10);
  image[0] = 0x2c;
  image.writeUInt16LE(width, 5);
  image.writeUInt16LE(height, 7);
  const blocks: Buffer[] = [];
  for (let at = 0; at < packed.length; at += 255) {
    const block = packed.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), Buffer.from(block));
  }
  return Buffer.concat([control, image, Buffer.from([7]), ...blocks, Buffer.from([0])]);
}

export function makeGif({ width, height, frames, transparent }: GifParts): Buffer {
  const pictures = frames.map((pixels) => gifFrame(width, height, packPixels(pixels), transparent));
  return Buffer.concat([gifHead(width, height), ...pictures, Buffer.from([0x3b])]);
}

/** Eight bits a pixel, with a reset before codes would grow. Codes 128 and 129 mean reset and end. */
export function packPixels(pixels: Uint8Array, hasEnd = true): Buffer {
  const codes: number[] = [];
  for (const [i, pixel] of pixels.entries()) {
    if (i % 100 === 0) codes.push(128);
    codes.push(pixel);
  }
  if (hasEnd) codes.push(129);
  return Buffer.from(codes);
}
