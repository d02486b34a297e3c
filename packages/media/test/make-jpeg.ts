/** One block of 8 × 8 after the other of flat colour: all that a decoder needs to show what it makes of components. */
export interface JpegParts {
  readonly width: number;
  readonly height: number;
  /** 0 … 255, one a component: grey; Y, Cb, Cr; or four. */
  readonly values: readonly number[];
  /** Adobe's marker: 0 as is, 1 YCbCr, 2 YCCK. */
  readonly adobe?: number;
  readonly frameMarker?: number;
}

export function jpegSegment(marker: number, data: Uint8Array | readonly number[] = []): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, Buffer.from(data)]);
}

/** EXIF in big-endian order with one entry; `next` points at the following directory. */
export function exif(orientation: number, next = 0): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  tiff.writeUInt32BE(next, 22);
  return tiff;
}

/** Puts segments right behind the first marker of a JPEG. */
export function insertSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

export function exifSegment(orientation: number, next = 0): Buffer {
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation, next)]));
}

export function frameHeader({ width, height, values, frameMarker = 0xc0 }: JpegParts): Buffer {
  const components = values.flatMap((_, i) => [i + 1, 0x11, 0]);
  return jpegSegment(frameMarker, [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    values.length,
    ...components,
  ]);
}

const TABLES = Buffer.concat([
  jpegSegment(0xdb, [0, ...Array<number>(64).fill(1)]),
  // Differences of zero to eleven bits, each with a code of four; of the other coefficients only "no more".
  jpegSegment(0xc4, [0x00, 0, 0, 0, 12, ...Array<number>(12).fill(0), ...Array.from({ length: 12 }, (_, i) => i)]),
  jpegSegment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
]);

export function scanHeader(components: number, [from, to, bits] = [0, 63, 0]): Buffer {
  const selected = Array.from({ length: components }, (_, i) => [i + 1, 0x00]).flat();
  return jpegSegment(0xda, [components, ...selected, from!, to!, bits!]);
}

export function makeJpeg(parts: JpegParts): Buffer {
  const { width, height, values, adobe } = parts;
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  let bits = '';
  for (let block = 0; block < blocks; block++) {
    for (const value of values) bits += differenceBits(block === 0 ? 8 * (value - 128) : 0);
  }
  const entropy: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    entropy.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(adobe === undefined ? [] : [jpegSegment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, adobe])]),
    TABLES,
    frameHeader(parts),
    scanHeader(values.length),
    Buffer.from(entropy),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Category, the difference itself, and the end of the block. */
function differenceBits(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference < 0 ? difference + 2 ** size - 1 : difference;
  const tail = size === 0 ? '' : value.toString(2).padStart(size, '0');
  return `${size.toString(2).padStart(4, '0')}${tail}0`;
}

/** A progressive picture of one scan that is sent again and again. */
export function manyScans(width: number, height: number, scans: number): Buffer {
  const scan = Buffer.concat([scanHeader(1, [0, 0, 0]), Buffer.alloc(2)]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    TABLES,
    frameHeader({ width, height, values: [128], frameMarker: 0xc2 }),
    ...Array<Buffer>(scans).fill(scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}
