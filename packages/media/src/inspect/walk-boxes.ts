import { MediaError } from '../media-error.ts';
import { latin1, viewOf } from '../photo/image-scan.ts';

export interface Mp4Box {
  readonly type: string;
  /** Offset of the payload, behind the header. */
  readonly start: number;
  /** Offset behind the box. */
  readonly end: number;
  readonly depth: number;
  readonly parent: Mp4Box | undefined;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl', 'edts', 'mvex', 'moof', 'traf', 'udta']);
/** In these, children come behind a few fixed bytes. */
const HEADED: Readonly<Record<string, number>> = { stsd: 8 };
/** moov, trak, mdia, minf, stbl, stsd, entry: seven. */
const DEPTH_MAX = 12;
const BOXES_MAX = 100_000;

/**
 * Lists all boxes of an MP4 that hold an index, parents before their children. Never deeper or more than is sane.
 * @throws {MediaError} `damaged` when a box does not fit into what surrounds it; `too_large`.
 */
export function walkBoxes(bytes: Uint8Array): Mp4Box[] {
  const boxes: Mp4Box[] = [];
  const waiting: { start: number; end: number; parent: Mp4Box | undefined }[] = [
    { start: 0, end: bytes.length, parent: undefined },
  ];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const box of readLevel(bytes, next.start, next.end, next.parent)) {
      boxes.push(box);
      if (boxes.length > BOXES_MAX)
        throw new MediaError('too_large', `expected at most ${BOXES_MAX} boxes in the video`);
      const skipped = HEADED[box.type] ?? (CONTAINERS.has(box.type) ? 0 : undefined);
      if (skipped === undefined) continue;
      if (box.depth >= DEPTH_MAX)
        throw new MediaError('damaged', `the index of the video is nested deeper than ${DEPTH_MAX} boxes`);
      waiting.push({ start: Math.min(box.start + skipped, box.end), end: box.end, parent: box });
    }
  }
  return boxes;
}

function readLevel(bytes: Uint8Array, start: number, end: number, parent: Mp4Box | undefined): Mp4Box[] {
  const view = viewOf(bytes);
  const depth = parent ? parent.depth + 1 : 0;
  const boxes: Mp4Box[] = [];
  let at = start;
  while (at + 8 <= end) {
    const type = latin1(bytes, at + 4, at + 8);
    let header = 8;
    let size = view.getUint32(at);
    if (size === 1 && at + 16 <= end) {
      header = 16;
      size = Number(view.getBigUint64(at + 8));
    } else if (size === 0) {
      // "To the end of the file" at the first level; the zero that ends a list of user data below it.
      if (parent) break;
      size = end - at;
    }
    if (size < header || at + size > end) {
      // Trailing bytes that are no box are padding at the first level, once there was an index.
      if (!parent && boxes.some((box) => box.type === 'moov') && boxes.some((box) => box.type === 'mdat')) break;
      if (parent?.type === 'udta') break;
      const name = JSON.stringify(type.replace(/[^ -~]/g, '?'));
      throw new MediaError(
        'damaged',
        `box ${name} of the video says ${size} bytes where ${end - at} are left; send the whole file`,
      );
    }
    boxes.push({ type, start: at + header, end: at + size, depth, parent });
    if (boxes.length > BOXES_MAX) throw new MediaError('too_large', `expected at most ${BOXES_MAX} boxes in the video`);
    at += size;
  }
  return boxes;
}

/** The first child of that type, among boxes as `walkBoxes` lists them. */
export function childOf(
  boxes: readonly Mp4Box[],
  parent: Mp4Box | undefined,
  ...path: readonly string[]
): Mp4Box | undefined {
  let found = parent;
  for (const type of path) {
    const within = found;
    if (!within) return undefined;
    found = boxes.find((box) => box.parent === within && box.type === type);
  }
  return found;
}
