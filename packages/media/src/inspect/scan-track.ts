import { MediaError } from '../media-error.ts';
import { latin1, viewOf } from '../photo/image-scan.ts';
import type { ClipLimits } from './clip-limits.ts';
import { checkExtents } from './scan-extents.ts';
import { childOf, type Mp4Box } from './walk-boxes.ts';

export interface TrackScan {
  readonly kind: 'video' | 'audio' | 'other';
  /** Of the sample description, such as `avc1`. */
  readonly entry: string;
  /** Ticks a second. */
  readonly timescale: number;
  readonly sampleCount: number;
  /** Ticks, as the table of times adds up; 0 in fragmented files. */
  readonly duration: number;
}

const VIDEO_ENTRIES = /^(avc1|avc3|hvc1|hev1|av01)$/;
const VIDEO_NAMES: Readonly<Record<string, string>> = {
  vp08: 'VP8',
  vp09: 'VP9',
  mp4v: 'MPEG-4 part 2',
  jpeg: 'Motion JPEG',
  apch: 'ProRes',
  apcn: 'ProRes',
  apcs: 'ProRes',
  apco: 'ProRes',
  ap4h: 'ProRes',
  dvh1: 'Dolby Vision',
  dvhe: 'Dolby Vision',
  s263: 'H.263',
  vvc1: 'H.266',
};
/** Encoders put a run-up before the sound and padding behind it, which an edit list hides. */
const RUN_UP_SECONDS = 0.5;
/** Four hundred packets a second are eight times AAC's. */
const SOUND_PACKETS_PER_SECOND_MAX = 400;

/** @throws {MediaError} `damaged`, `unsupported`, `too_large`. */
export function readTrack(bytes: Uint8Array, boxes: readonly Mp4Box[], track: Mp4Box, limits: ClipLimits): TrackScan {
  const media = childOf(boxes, track, 'mdia');
  const handler = childOf(boxes, media, 'hdlr');
  if (!handler || handler.start + 12 > handler.end) throw incomplete('hdlr');
  const code = latin1(bytes, handler.start + 8, handler.start + 12);
  const kind = code === 'vide' ? 'video' : code === 'soun' ? 'audio' : 'other';
  if (kind === 'other') return { kind, entry: code, timescale: 1, sampleCount: 0, duration: 0 };
  const table = childOf(boxes, media, 'minf', 'stbl');
  const description = childOf(boxes, table, 'stsd');
  const entry = boxes.find((box) => box.parent === description)?.type;
  if (!table || !entry) throw incomplete('stsd');
  if (kind === 'video') checkVideoEntry(entry);
  const timescale = readTimescale(bytes, childOf(boxes, media, 'mdhd'));
  checkEdits(bytes, childOf(boxes, track, 'edts', 'elst'));
  const tables = readTables(bytes, boxes, table, kind === 'video' ? 'frames' : 'packets', {
    samplesMax: kind === 'video' ? limits.framesMax : limits.secondsMax * SOUND_PACKETS_PER_SECOND_MAX,
    isPcm: kind === 'audio' && PCM_ENTRIES.test(entry),
  });
  const seconds = tables.duration / timescale;
  if (seconds > limits.secondsMax + RUN_UP_SECONDS) {
    throw new MediaError(
      'too_large',
      `expected a video of at most ${limits.secondsMax} seconds, its ${kind} track has ${Math.round(seconds * 1000) / 1000}; cut it`,
    );
  }
  return { kind, entry, timescale, ...tables };
}

/** Each of their samples is one moment of sound. */
const PCM_ENTRIES = /^(sowt|twos|lpcm|ipcm|fpcm|raw |in24|in32|fl32|fl64|ulaw|alaw|NONE)$/;

function checkVideoEntry(entry: string): void {
  if (VIDEO_ENTRIES.test(entry)) return;
  const name = VIDEO_NAMES[entry] ?? JSON.stringify(entry.replace(/[^ -~]/g, '?'));
  throw new MediaError('unsupported', `expected H.264, H.265 or AV1 video, got ${name}; convert it to H.264`);
}

function incomplete(type: string): MediaError {
  return new MediaError('damaged', `a track of the video lacks ${type} or has it cut short; send the whole file`);
}

function readTimescale(bytes: Uint8Array, header: Mp4Box | undefined): number {
  if (!header || header.start + 24 > header.end) throw incomplete('mdhd');
  const timescale = viewOf(bytes).getUint32(header.start + (bytes[header.start] === 1 ? 20 : 12));
  if (timescale === 0) throw new MediaError('damaged', 'the timescale of a track is zero');
  return timescale;
}

const EDITS_MAX = 16;

function checkEdits(bytes: Uint8Array, edits: Mp4Box | undefined): void {
  if (!edits) return;
  if (edits.start + 8 > edits.end) throw incomplete('elst');
  const count = viewOf(bytes).getUint32(edits.start + 4);
  const size = bytes[edits.start] === 1 ? 20 : 12;
  if (count > EDITS_MAX) {
    throw new MediaError(
      'unsupported',
      `expected at most ${EDITS_MAX} edits in the video, got ${count}; export it anew`,
    );
  }
  if (edits.start + 8 + count * size > edits.end) throw incomplete('elst');
}

interface TableRules {
  readonly samplesMax: number;
  readonly isPcm: boolean;
}

function readTables(bytes: Uint8Array, boxes: readonly Mp4Box[], table: Mp4Box, what: string, rules: TableRules) {
  const find = (type: string) => childOf(boxes, table, type);
  const sizes = find('stsz') ?? find('stz2');
  const times = find('stts');
  if (!sizes) throw incomplete('stsz');
  if (!times) throw incomplete('stts');
  const view = viewOf(bytes);
  if (sizes.start + 12 > sizes.end) throw incomplete('stsz');
  const sampleCount = view.getUint32(sizes.start + 8);
  // PCM counts moments; they are read in chunks, and bounded by seconds and bytes.
  if (!rules.isPcm && sampleCount > rules.samplesMax) {
    throw new MediaError(
      'too_large',
      `expected at most ${rules.samplesMax} ${what} in the video, it says ${sampleCount}; cut it`,
    );
  }
  const isSmall = sizes.type === 'stz2';
  const constantSize = isSmall ? 0 : view.getUint32(sizes.start + 4);
  const sizeBits = isSmall ? (bytes[sizes.start + 7] ?? 0) : 32;
  if (constantSize === 0 && sizes.start + 12 + Math.ceil((sampleCount * sizeBits) / 8) > sizes.end) {
    throw tableTooShort('stsz', sampleCount);
  }
  if (constantSize * sampleCount > bytes.length) {
    throw new MediaError(
      'damaged',
      `the video says ${sampleCount} ${what} of ${constantSize} bytes, and is shorter than that`,
    );
  }
  checkTable(bytes, find('stsc'), 'stsc', 12);
  checkTable(bytes, find('ctts'), 'ctts', 8);
  checkTable(bytes, find('stss'), 'stss', 4);
  const offsets = find('stco') ?? find('co64');
  checkOffsets(bytes, offsets, sampleCount);
  checkExtents(bytes, { sizes, chunkMap: find('stsc'), offsets, sampleCount });
  const { count, duration } = sumTimes(bytes, times);
  if (count !== sampleCount) {
    throw new MediaError('damaged', `the video has times for ${count} ${what} and sizes for ${sampleCount}`);
  }
  return { sampleCount, duration };
}

function tableTooShort(type: string, count: number): MediaError {
  return new MediaError('damaged', `table ${type} of the video says ${count} entries and has no room for them`);
}

/** @returns How many entries there are. */
function checkTable(bytes: Uint8Array, box: Mp4Box | undefined, type: string, entryBytes: number): number {
  if (!box) return 0;
  if (box.start + 8 > box.end) throw incomplete(type);
  const count = viewOf(bytes).getUint32(box.start + 4);
  if (box.start + 8 + count * entryBytes > box.end) throw tableTooShort(type, count);
  return count;
}

function checkOffsets(bytes: Uint8Array, box: Mp4Box | undefined, sampleCount: number): void {
  if (!box) {
    if (sampleCount > 0) throw incomplete('stco');
    return;
  }
  const entryBytes = box.type === 'stco' ? 4 : 8;
  const count = checkTable(bytes, box, box.type, entryBytes);
  const view = viewOf(bytes);
  for (let entry = 0; entry < count; entry++) {
    const at = box.start + 8 + entry * entryBytes;
    const offset = entryBytes === 4 ? view.getUint32(at) : Number(view.getBigUint64(at));
    if (offset >= bytes.length) {
      throw new MediaError('damaged', 'the index of the video points behind the end of the file; send it whole');
    }
  }
}

function sumTimes(bytes: Uint8Array, times: Mp4Box): { count: number; duration: number } {
  const view = viewOf(bytes);
  const entries = checkTable(bytes, times, 'stts', 8);
  let count = 0;
  let duration = 0;
  for (let entry = 0; entry < entries; entry++) {
    const at = times.start + 8 + entry * 8;
    const samples = view.getUint32(at);
    count += samples;
    duration += samples * view.getUint32(at + 4);
  }
  return { count, duration };
}
