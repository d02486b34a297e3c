import { deflateSync } from 'node:zlib';
import { gifFrame, gifHead, makeGif, packPixels } from '../make-gif.ts';
import { exifSegment, frameHeader, insertSegments, jpegSegment, makeJpeg, manyScans } from '../make-jpeg.ts';
import { makePng, PNG_SIGNATURE, packedZeros, pngChunk, pngHeader } from '../make-png.ts';
import { makeWebp, webpFrame, webpHeader, webpPicture } from '../make-webp.ts';
import type { HostileFile } from './hostile-file.ts';

const rows = (width: number, height: number, bytesPerPixel = 3) =>
  Buffer.alloc(height * (1 + width * bytesPerPixel), 0);
const png = () => makePng({ width: 64, height: 48 }, rows(64, 48));
const jpeg = () => makeJpeg({ width: 64, height: 48, values: [120, 90, 160] });

/** Right in everything but that it is far too large. */
const pngBomb = (width: number, height: number, bytes: number, isInterlaced = false) =>
  Buffer.concat([
    PNG_SIGNATURE,
    pngHeader({ width, height, isInterlaced }),
    pngChunk('IDAT', packedZeros(bytes)),
    pngChunk('IEND'),
  ]);

const PNGS: readonly HostileFile[] = [
  {
    name: 'png-14000-square',
    make: () => pngBomb(14_000, 14_000, 14_000 * (1 + 3 * 140)),
    refused: 'too_large',
    says: /14000 × 14000/,
  },
  { name: 'png-100k-square', make: () => pngBomb(100_000, 100_000, 1000), refused: 'too_large' },
  { name: 'png-2-31-wide', make: () => pngBomb(2 ** 31 - 1, 1, 1000), refused: 'too_large' },
  {
    name: 'png-just-too-large',
    make: () => pngBomb(8020, 5000, 1000),
    refused: 'too_large',
    says: /at most 40000000 pixels/,
  },
  {
    name: 'png-40-megapixels-of-one-bit',
    make: () => makePng({ width: 8000, height: 5000, depth: 1, color: 0 }, Buffer.alloc(5000 * 1001)),
    fine: 'it is just within the limit',
  },
  { name: 'png-interlaced-huge', make: () => pngBomb(30_000, 30_000, 1000, true), refused: 'too_large' },
  { name: 'png-zero-width', make: () => pngBomb(0, 48, 100), refused: 'damaged', says: /at least 1 × 1/ },
  { name: 'png-truncated-pixels', make: () => png().subarray(0, 60), refused: 'damaged', says: /ends/ },
  { name: 'png-no-end', make: () => png().subarray(0, -12), refused: 'damaged', says: /ends too early/ },
  { name: 'png-wrong-checksum', make: () => png().fill(7, 50, 54), refused: 'damaged', says: /checksum of chunk IDAT/ },
  {
    name: 'png-too-few-pixels',
    make: () => makePng({ width: 64, height: 48 }, rows(64, 40)),
    refused: 'damaged',
    says: /should unpack to 9264 bytes/,
  },
  {
    name: 'png-pixels-without-end',
    make: () => makePng({ width: 8, height: 8 }, Buffer.alloc(100_000_000)),
    refused: 'damaged',
    says: /got more/,
  },
  {
    name: 'png-pixels-are-noise',
    make: () =>
      Buffer.concat([
        PNG_SIGNATURE,
        pngHeader({ width: 8, height: 8 }),
        pngChunk('IDAT', Buffer.alloc(300, 0xa5)),
        pngChunk('IEND'),
      ]),
    refused: 'damaged',
    says: /cannot be unpacked/,
  },
  {
    name: 'png-no-pixels',
    make: () => Buffer.concat([PNG_SIGNATURE, pngHeader({ width: 8, height: 8 }), pngChunk('IEND')]),
    refused: 'damaged',
    says: /no pixels/,
  },
  {
    name: 'png-no-header',
    make: () => Buffer.concat([PNG_SIGNATURE, pngChunk('IEND')]),
    refused: 'damaged',
    says: /IHDR first/,
  },
  {
    name: 'png-illegal-depth',
    make: () => makePng({ width: 8, height: 8, depth: 3 }, rows(8, 8)),
    refused: 'damaged',
    says: /no legal kind/,
  },
  {
    name: 'png-chunk-of-4-gb',
    make: () =>
      Buffer.concat([png().subarray(0, 33), Buffer.from('fffffff0', 'hex'), Buffer.from('IDAT'), Buffer.alloc(64)]),
    refused: 'damaged',
    says: /within its chunk/,
  },
  {
    name: 'png-profile-bomb',
    make: () =>
      makePng({ width: 8, height: 8 }, rows(8, 8), [
        pngChunk('iCCP', Buffer.concat([Buffer.from('bomb\0\0'), deflateSync(Buffer.alloc(200_000_000))])),
      ]),
    fine: 'the profile is dropped unread beyond 1 MiB',
  },
  {
    name: 'png-text-bomb',
    make: () =>
      makePng(
        { width: 8, height: 8 },
        rows(8, 8),
        Array.from({ length: 20 }, () =>
          pngChunk('zTXt', Buffer.concat([Buffer.from('bomb\0\0'), deflateSync(Buffer.alloc(10_000_000))])),
        ),
      ),
    fine: 'texts are never unpacked',
  },
  {
    name: 'png-100k-chunks',
    make: () =>
      makePng({ width: 8, height: 8 }, rows(8, 8), Array<Buffer>(100_000).fill(pngChunk('tEXt', Buffer.from('a\0b')))),
    fine: 'chunks that say nothing of pixels are stepped over',
  },
];

const JPEGS: readonly HostileFile[] = [
  {
    name: 'jpeg-65535-square',
    make: () =>
      Buffer.concat([
        jpeg().subarray(0, 2),
        frameHeader({ width: 65_535, height: 65_535, values: [1, 1, 1] }),
        jpeg().subarray(2),
      ]),
    refused: 'too_large',
    says: /65535 × 65535/,
  },
  {
    name: 'jpeg-zero-height',
    make: () => makeJpeg({ width: 64, height: 0, values: [1] }),
    refused: 'damaged',
    says: /64 × 0/,
  },
  {
    name: 'jpeg-two-frame-headers',
    make: () => insertSegments(jpeg(), frameHeader({ width: 8, height: 8, values: [1, 1, 1] })),
    refused: 'damaged',
    says: /got two/,
  },
  { name: 'jpeg-truncated', make: () => jpeg().subarray(0, -12), refused: 'damaged', says: /ends too early/ },
  { name: 'jpeg-no-end', make: () => jpeg().subarray(0, -2), refused: 'damaged', says: /ends too early/ },
  { name: 'jpeg-truncated-header', make: () => jpeg().subarray(0, 100), refused: 'damaged' },
  {
    name: 'jpeg-5000-scans',
    make: () => manyScans(4000, 4000, 5000),
    refused: 'too_large',
    says: /goes over its pixels 51 times/,
  },
  { name: 'jpeg-small-5000-scans', make: () => manyScans(16, 16, 5000), refused: 'too_large', says: /65 times/ },
  {
    name: 'jpeg-exif-loop',
    make: () => insertSegments(jpeg(), exifSegment(6, 8)),
    fine: 'directories are not followed',
  },
  {
    name: 'jpeg-exif-points-out',
    make: () =>
      insertSegments(jpeg(), jpegSegment(0xe1, [...Buffer.from('Exif\0\0MM\0*'), 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])),
    fine: 'EXIF without sense says nothing',
  },
  {
    name: 'jpeg-arithmetic',
    make: () => makeJpeg({ width: 8, height: 8, values: [9], frameMarker: 0xc9 }),
    refused: 'unsupported',
    says: /baseline or progressive/,
  },
  {
    name: 'jpeg-seven-components',
    make: () => makeJpeg({ width: 8, height: 8, values: [1, 2, 3, 4, 5, 6, 7] }),
    refused: 'damaged',
    says: /got 7/,
  },
  {
    name: 'jpeg-segment-of-length-0',
    make: () => insertSegments(jpeg(), Buffer.from([0xff, 0xe5, 0, 0])),
    refused: 'damaged',
    says: /shorter than its own length/,
  },
  {
    name: 'jpeg-only-markers',
    make: () => Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
    refused: 'damaged',
    says: /holds no picture/,
  },
  {
    name: 'jpeg-profile-of-16-mb',
    make: () =>
      insertSegments(
        jpeg(),
        ...Array<Buffer>(255).fill(
          jpegSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\xff', 'latin1'), Buffer.alloc(65_000)])),
        ),
      ),
    fine: 'profiles are dropped beyond 1 MiB',
  },
];

const GIFS: readonly HostileFile[] = [
  {
    name: 'gif-65535-square',
    make: () => Buffer.concat([gifHead(65_535, 65_535), gifFrame(1, 1, packPixels(Buffer.alloc(1))), Buffer.from(';')]),
    refused: 'too_large',
  },
  {
    name: 'gif-100k-frames',
    make: () => makeGif({ width: 2, height: 2, frames: Array<Uint8Array>(100_000).fill(Buffer.alloc(4)) }),
    fine: 'only the first frame is opened',
  },
  {
    name: 'gif-endless-resets',
    make: () =>
      Buffer.concat([gifHead(2000, 2000), gifFrame(2000, 2000, Buffer.alloc(2_000_000, 128)), Buffer.from(';')]),
    refused: 'damaged',
    says: /holds 0 of the 4000000 pixels/,
  },
  {
    name: 'gif-few-pixels',
    make: () =>
      Buffer.concat([gifHead(200, 200), gifFrame(200, 200, packPixels(Buffer.alloc(100), false)), Buffer.from(';')]),
    refused: 'damaged',
    says: /holds 100 of/,
  },
  {
    name: 'gif-frame-out-of-screen',
    make: () => Buffer.concat([gifHead(2, 2), gifFrame(9000, 9000, packPixels(Buffer.alloc(4))), Buffer.from(';')]),
    refused: 'damaged',
    says: /reaches out of its screen/,
  },
  {
    name: 'gif-no-trailer',
    make: () => makeGif({ width: 2, height: 2, frames: [Buffer.alloc(4)] }).subarray(0, -1),
    refused: 'damaged',
    says: /ends too early/,
  },
  {
    name: 'gif-no-picture',
    make: () => Buffer.concat([gifHead(2, 2), Buffer.from(';')]),
    refused: 'damaged',
    says: /no picture/,
  },
];

const WEBPS: readonly HostileFile[] = [
  {
    name: 'webp-header-16384-square',
    make: async () => makeWebp([webpHeader(16_384, 16_384), await webpPicture(16, 16, 'red')]),
    refused: 'too_large',
  },
  {
    name: 'webp-header-lies',
    make: async () => makeWebp([webpHeader(600, 600), await webpPicture(16, 16, 'red')]),
    refused: 'damaged',
    says: /says 600 × 600, its picture is 16 × 16/,
  },
  {
    name: 'webp-20k-frames',
    make: async () =>
      makeWebp([webpHeader(16, 16, 2), ...Array(20_000).fill(webpFrame(await webpPicture(16, 16, 'red'), 16, 16))]),
    fine: 'only the first frame is opened',
  },
  {
    name: 'webp-frame-out-of-canvas',
    make: async () => makeWebp([webpHeader(16, 16, 2), webpFrame(await webpPicture(16, 16, 'red'), 16, 16, 8, 8)]),
    refused: 'damaged',
    says: /out of its bounds/,
  },
  {
    name: 'webp-riff-says-4-gb',
    make: async () => Buffer.from(makeWebp([await webpPicture(16, 16, 'red')])).fill(0xff, 4, 8),
    refused: 'damaged',
    says: /ends too early/,
  },
  {
    name: 'webp-truncated',
    make: async () => makeWebp([await webpPicture(200, 200, 'red')]).subarray(0, 60),
    refused: 'damaged',
    says: /ends too early/,
  },
  {
    name: 'webp-5000-chunks',
    make: async () => makeWebp([webpHeader(16, 16), ...Array(5000).fill({ type: 'JUNK', data: Buffer.alloc(2) })]),
    refused: 'too_large',
    says: /1000 chunks/,
  },
  { name: 'webp-empty', make: () => makeWebp([]), refused: 'damaged', says: /no picture/ },
];

const POLYGLOTS: readonly HostileFile[] = [
  {
    name: 'jpeg-and-zip',
    make: () =>
      Buffer.concat([
        jpeg(),
        Buffer.from('PK\x03\x04\x14\0', 'latin1'),
        Buffer.alloc(100),
        Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'),
        Buffer.alloc(14),
      ]),
    refused: 'unsupported',
    says: /a ZIP archive in it/,
  },
  {
    name: 'jpeg-and-html',
    make: () => Buffer.concat([jpeg(), Buffer.from('<html><script>alert(1)</script>')]),
    refused: 'unsupported',
    says: /in it; save it anew/,
  },
  {
    name: 'jpeg-and-php',
    make: () => Buffer.concat([jpeg(), Buffer.from('<?php system($_GET[0]);')]),
    refused: 'unsupported',
    says: /a program/,
  },
  {
    name: 'jpeg-and-film',
    make: () => Buffer.concat([jpeg(), Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')]),
    fine: 'phones hang films behind their pictures; they are never opened',
  },
  {
    name: 'gif-and-javascript',
    make: () =>
      Buffer.concat([
        makeGif({ width: 2, height: 2, frames: [Buffer.alloc(4)] }),
        Buffer.from('*/=1;alert(document.cookie)'),
      ]),
    refused: 'unsupported',
    says: /a program/,
  },
  {
    name: 'png-and-film',
    make: () => Buffer.concat([png(), Buffer.from('\0\0\0\x18ftypisom\0\0\0\0mp42isom', 'latin1')]),
    refused: 'unsupported',
    says: /a film in it/,
  },
  {
    name: 'png-and-pdf',
    make: () => Buffer.concat([png(), Buffer.from('%PDF-1.7\n1 0 obj')]),
    refused: 'unsupported',
    says: /a PDF document/,
  },
];

export const HOSTILE_IMAGES: readonly HostileFile[] = [...PNGS, ...JPEGS, ...GIFS, ...WEBPS, ...POLYGLOTS];
