import { loadCanvas } from '../src/natives.ts';

export interface WebpChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

export function makeWebp(chunks: readonly WebpChunk[]): Buffer {
  const parts = chunks.map(({ type, data }) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length & 1)]);
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}

/** Flags: 2 animated, 8 EXIF, 16 alpha. */
export function webpHeader(width: number, height: number, flags = 0): WebpChunk {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return { type: 'VP8X', data };
}

/** A flat picture as a lossy WebP stores it. */
export async function webpPicture(width: number, height: number, color: string): Promise<WebpChunk> {
  const { createCanvas } = await loadCanvas();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  const file = await canvas.encode('webp', 80);
  const at = file.indexOf('VP8 ');
  return { type: 'VP8 ', data: file.subarray(at + 8, at + 8 + file.readUInt32LE(at + 4)) };
}

export function webpFrame(picture: WebpChunk, width: number, height: number, x = 0, y = 0): WebpChunk {
  const head = Buffer.alloc(16);
  head.writeUIntLE(x / 2, 0, 3);
  head.writeUIntLE(y / 2, 3, 3);
  head.writeUIntLE(width - 1, 6, 3);
  head.writeUIntLE(height - 1, 9, 3);
  return { type: 'ANMF', data: Buffer.concat([head, makeWebp([picture]).subarray(12)]) };
}
