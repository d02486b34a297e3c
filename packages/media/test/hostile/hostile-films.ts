import { append, findBox, indexLast, mp4Box, patch32, TABLES, uint32 } from '../make-mp4.ts';
import { fragmentedFilm, tinyFilm } from '../tiny-film.ts';
import type { HostileFile } from './hostile-file.ts';

let film: Promise<Uint8Array> | undefined;
const base = (): Promise<Uint8Array> => {
  film ??= tinyFilm(1);
  return film;
};
const patched = (path: readonly string[], offset: number, value: number) => async () =>
  patch32(await base(), path, offset, value);
const appended = (path: readonly string[], make: () => Uint8Array) => async () => append(await base(), path, make());

const nested = (type: string, depth: number): Buffer => {
  let box = Buffer.alloc(0);
  for (let i = 0; i < depth; i++) {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(box.length + 8);
    head.write(type, 4, 'latin1');
    box = Buffer.concat([head, box]);
  }
  return box;
};

const TABLE_FILES: readonly HostileFile[] = [
  {
    name: 'mp4-a-billion-samples',
    make: patched([...TABLES, 'stsz'], 8, 1_000_000_000),
    refused: 'too_large',
    says: /1000000000; cut it/,
  },
  {
    name: 'mp4-a-billion-equal-samples',
    make: async () =>
      patch32(Buffer.from(patch32(await base(), [...TABLES, 'stsz'], 4, 1)), [...TABLES, 'stsz'], 8, 1_000_000_000),
    refused: 'too_large',
  },
  {
    name: 'mp4-more-sizes-than-times',
    make: patched([...TABLES, 'stsz'], 8, 20),
    refused: 'damaged',
    says: /times for 24 frames and sizes for 20/,
  },
  { name: 'mp4-sizes-without-room', make: patched([...TABLES, 'stsz'], 8, 3000), refused: 'damaged', says: /no room/ },
  {
    name: 'mp4-times-without-room',
    make: patched([...TABLES, 'stts'], 4, 0x10000000),
    refused: 'damaged',
    says: /stts/,
  },
  {
    name: 'mp4-frames-of-an-hour',
    make: patched([...TABLES, 'stts'], 12, 24 * 3600),
    refused: 'too_large',
    says: /at most 31 seconds/,
  },
  {
    name: 'mp4-92843-seconds',
    // A tick is a 24th of a second.
    make: patched([...TABLES, 'stts'], 12, 92_843),
    refused: 'too_large',
    says: /its video track has 92843; cut it/,
  },
  {
    name: 'mp4-timescale-zero',
    make: patched(['moov', 'trak', 'mdia', 'mdhd'], 12, 0),
    refused: 'damaged',
    says: /timescale/,
  },
  {
    name: 'mp4-movie-says-a-day',
    make: patched(['moov', 'mvhd'], 16, 0xfffffff0),
    fine: 'what the movie header claims is not believed, and not used',
  },
  {
    name: 'mp4-track-says-65535-square',
    make: async () =>
      patch32(
        patch32(await base(), ['moov', 'trak', 'tkhd'], 76, 0xffff0000),
        ['moov', 'trak', 'tkhd'],
        80,
        0xffff0000,
      ),
    fine: 'the size of frames is what the decoder says',
  },
  { name: 'mp4-sample-of-2-gb', make: patched([...TABLES, 'stsz'], 12, 0x7fffffff), refused: 'damaged' },
  {
    name: 'mp4-chunks-behind-the-end',
    make: patched([...TABLES, 'stco'], 8, 0x7fffffff),
    refused: 'damaged',
    says: /behind the end/,
  },
  { name: 'mp4-media-is-the-index', make: patched([...TABLES, 'stco'], 8, 48), refused: 'damaged' },
  {
    name: 'mp4-chunk-map-without-room',
    make: patched([...TABLES, 'stsc'], 4, 0x0fffffff),
    refused: 'damaged',
    says: /stsc/,
  },
  {
    name: 'mp4-10k-edits',
    make: appended(['moov', 'trak'], () => mp4Box('edts', mp4Box('elst', uint32(0, 10_000), Buffer.alloc(120_000)))),
    refused: 'unsupported',
    says: /at most 16 edits/,
  },
  {
    name: 'mp4-edits-without-room',
    make: appended(['moov', 'trak'], () => mp4Box('edts', mp4Box('elst', uint32(0, 9), Buffer.alloc(12)))),
    refused: 'damaged',
    says: /elst/,
  },
  {
    name: 'mp4-negative-times',
    make: appended(['moov', 'trak'], () => mp4Box('edts', mp4Box('elst', uint32(0, 1, 24, 0x7fffffff, 0x10000)))),
    refused: 'damaged',
    says: /at least one frame/,
  },
];

const STRUCTURE_FILES: readonly HostileFile[] = [
  {
    name: 'mp4-nested-10k-deep',
    make: () => Buffer.concat([mp4Box('ftyp', Buffer.from('isom\0\0\0\0')), nested('moov', 10_000)]),
    refused: 'damaged',
    says: /nested deeper/,
  },
  {
    name: 'mp4-200-tracks',
    make: async () => {
      const { start, end } = findBox(await base(), 'moov', 'trak');
      const track = (await base()).subarray(start - 8, end);
      return append(await base(), ['moov'], Buffer.concat(Array(200).fill(track)));
    },
    refused: 'too_large',
    says: /at most 8 tracks, got|at most 8 tracks in the video, got 202/,
  },
  {
    name: 'mp4-two-video-tracks',
    make: async () => {
      const { start, end } = findBox(await base(), 'moov', 'trak');
      return append(await base(), ['moov'], (await base()).subarray(start - 8, end));
    },
    refused: 'unsupported',
    says: /one video track, found 2/,
  },
  {
    name: 'mp4-million-boxes',
    make: () => Buffer.concat([mp4Box('ftyp', Buffer.from('isom\0\0\0\0')), ...Array(1_000_000).fill(mp4Box('free'))]),
    refused: 'too_large',
    says: /100000 boxes/,
  },
  {
    name: 'mp4-truncated',
    make: async () => (await base()).subarray(0, Math.floor((await base()).length * 0.6)),
    refused: 'damaged',
    says: /where \d+ are left/,
  },
  { name: 'mp4-truncated-in-the-index', make: async () => (await base()).subarray(0, 300), refused: 'damaged' },
  { name: 'mp4-truncated-index-last', make: async () => indexLast(await base()).subarray(0, 4000), refused: 'damaged' },
  { name: 'mp4-index-last', make: async () => indexLast(await base()), fine: 'cameras write this way' },
  {
    name: 'mp4-garbage-before-the-index',
    make: async () =>
      Buffer.concat([
        mp4Box('ftyp', Buffer.from('isom\0\0\0\0')),
        Buffer.alloc(500, 0xee),
        (await base()).subarray(findBox(await base(), 'moov').start - 8),
      ]),
    refused: 'damaged',
  },
  {
    name: 'mp4-no-index',
    make: async () => {
      const { start } = findBox(await base(), 'mdat');
      return Buffer.concat([mp4Box('ftyp', Buffer.from('isom\0\0\0\0')), (await base()).subarray(start - 8)]);
    },
    refused: 'damaged',
  },
  {
    name: 'mp4-no-tracks',
    make: () =>
      Buffer.concat([mp4Box('ftyp', Buffer.from('isom\0\0\0\0')), mp4Box('moov', mp4Box('mvhd', Buffer.alloc(100)))]),
    refused: 'unsupported',
    says: /found 0/,
  },
  {
    name: 'mp4-wrong-decoder-configuration',
    make: async () => {
      const copy = Buffer.from(await base());
      const at = copy.indexOf('avcC') + 4;
      return copy.fill(0xff, at + 8, at + 24);
    },
    refused: 'damaged',
  },
  {
    name: 'mp4-frames-are-noise',
    make: async () => {
      const copy = Buffer.from(await base());
      const { start, end } = findBox(copy, 'mdat');
      for (let at = start; at < end; at++) copy[at] = (at * 167) & 255;
      return copy;
    },
    refused: 'damaged',
  },
  {
    name: 'mp4-codec-is-motion-jpeg',
    make: async () => {
      const copy = Buffer.from(await base());
      copy.write('jpeg', copy.indexOf('avc1', findBox(copy, 'moov').start), 'latin1');
      return copy;
    },
    refused: 'unsupported',
    says: /got Motion JPEG/,
  },
  {
    name: 'mp4-encrypted',
    make: async () => {
      const copy = Buffer.from(await base());
      copy.write('encv', copy.indexOf('avc1', findBox(copy, 'moov').start), 'latin1');
      return copy;
    },
    refused: 'unsupported',
    says: /encrypted/,
  },
  { name: 'mp4-fragmented', make: fragmentedFilm, fine: 'streaming services write this way' },
  {
    name: 'mp4-5000-fragments',
    make: async () => {
      const bytes = await fragmentedFilm();
      const { start, end } = findBox(bytes, 'moof');
      return Buffer.concat([bytes, ...Array(5000).fill(bytes.subarray(start - 8, end))]);
    },
    refused: 'too_large',
    says: /fragments/,
  },
  {
    name: 'mp4-fragment-of-a-billion',
    make: async () => {
      const bytes = await fragmentedFilm();
      return patch32(bytes, ['moof', 'traf', 'trun'], 4, 1_000_000_000);
    },
    refused: 'damaged',
    says: /no room/,
  },
  {
    name: 'mp4-and-html',
    make: async () =>
      Buffer.concat([
        (await base()).subarray(0, findBox(await base(), 'moov').start - 8),
        mp4Box('free', Buffer.from('<html><script>1</script>')),
        (await base()).subarray(findBox(await base(), 'moov').start - 8),
      ]),
    refused: 'unsupported',
    says: /in it/,
  },
  {
    name: 'mp4-and-zip',
    make: async () => Buffer.concat([await base(), Buffer.from('PK\x03\x04\x14\0', 'latin1'), Buffer.alloc(64)]),
    refused: 'unsupported',
    says: /a ZIP archive/,
  },
  {
    name: 'mp4-is-a-heic-picture',
    make: () => mp4Box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')),
    refused: 'unsupported',
    says: /HEIC/,
  },
];

export const HOSTILE_FILMS: readonly HostileFile[] = [...TABLE_FILES, ...STRUCTURE_FILES];
