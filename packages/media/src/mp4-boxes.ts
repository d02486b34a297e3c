/** The little of ISO/IEC 14496-12 that mediabunny does not tell: where boxes stand, and what time a file claims. */

export interface Box {
  readonly type: string;
  /** Offset of the payload in the file, behind the header. */
  readonly start: number;
  /** Offset behind the box. */
  readonly end: number;
}

/** Reads the boxes side by side in [start, end); stops where a size makes no sense. */
export function readBoxes(bytes: Uint8Array, start = 0, end = bytes.length): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  let offset = start;
  while (offset + 8 <= end) {
    const type = Buffer.from(bytes.subarray(offset + 4, offset + 8)).toString('latin1');
    let header = 8;
    let size = view.getUint32(offset);
    if (size === 1 && offset + 16 <= end) {
      header = 16;
      size = Number(view.getBigUint64(offset + 8));
    } else if (size === 0) size = end - offset;
    if (size < header || offset + size > end) break;
    boxes.push({ type, start: offset + header, end: offset + size });
    offset += size;
  }
  return boxes;
}

/** True when the index (`moov`) stands before the media data (`mdat`), so that playing can start at once. */
export function isFastStart(bytes: Uint8Array): boolean {
  const types = readBoxes(bytes).map((box) => box.type);
  const index = types.indexOf('moov');
  return index >= 0 && index < types.indexOf('mdat');
}

/** How many frames the index promises for the video track; undefined when it does not say (fragmented files). */
export function promisedFrameCount(bytes: Uint8Array): number | undefined {
  const child = (parent: Box | undefined, type: string) =>
    parent && readBoxes(bytes, parent.start, parent.end).find((box) => box.type === type);
  const moov = readBoxes(bytes).find((box) => box.type === 'moov');
  if (!moov) return undefined;
  for (const track of readBoxes(bytes, moov.start, moov.end)) {
    if (track.type !== 'trak') continue;
    const media = child(track, 'mdia');
    const handler = child(media, 'hdlr');
    if (!handler || Buffer.from(bytes.subarray(handler.start + 8, handler.start + 12)).toString() !== 'vide') continue;
    const sizes = child(child(child(media, 'minf'), 'stbl'), 'stsz');
    if (!sizes || sizes.start + 12 > sizes.end) return undefined;
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(sizes.start + 8) || undefined;
  }
  return undefined;
}

const TIMED_BOXES = new Set(['mvhd', 'tkhd', 'mdhd']);
const CONTAINERS = new Set(['moov', 'trak', 'mdia']);

/** Sets creation and modification times to zero ("unknown") in place: equal films are then equal bytes. */
export function clearTimes(bytes: Uint8Array, start = 0, end = bytes.length): void {
  for (const box of readBoxes(bytes, start, end)) {
    if (CONTAINERS.has(box.type)) clearTimes(bytes, box.start, box.end);
    if (!TIMED_BOXES.has(box.type)) continue;
    const fieldBytes = bytes[box.start] === 1 ? 8 : 4;
    bytes.fill(0, box.start + 4, box.start + 4 + 2 * fieldBytes);
  }
}
